"""A month in portage, from the invoice to the bank account or from the net to the daily rate."""

from calculators.catalogue.portage_salarial import montage, words
from calculators.catalogue.portage_salarial.au_dela import au_dela, variantes
from calculators.catalogue.portage_salarial.inputs import (
    Activite,
    Lecture,
    Mode,
    NetVoulu,
    PortageSalarialInputs,
)
from calculators.catalogue.portage_salarial.lines import PortageSalarial
from calculators.catalogue.portage_salarial.notes import minima, notes
from calculators.catalogue.portage_salarial.resultat import resultat
from calculators.kit.amounts import Amount, ceiling
from calculators.kit.days import Day
from calculators.kit.lines import Line
from calculators.kit.rates import RateBook
from calculators.kit.seeking import lowest
from calculators.law import impot_revenu, paie, retard, tva
from calculators.law.frais import au_centime_pres
from calculators.law.portage import codes as c
from calculators.law.portage import epargne, minimum
from calculators.law.portage.enveloppe import enveloppe
from calculators.law.portage.gestion import Conditions, honoraires_pour, reste_apres_frais
from calculators.law.portage.lectures import forfait, forfait_inverse, guide, guide_inverse
from calculators.law.portage.salaire import (
    Contrat,
    engage,
    reserver,
    salaire,
    salaire_de_enveloppe,
    solder,
)

GRILLES = tuple(code for grid in paie.GRILLES.values() for code in grid)
CODES = tuple(
    dict.fromkeys(
        (
            *c.CODES, *minimum.CODES, *epargne.CODES, *paie.CODES, *GRILLES, *impot_revenu.CODES,
            *retard.CODES, tva.NORMAL,
        )
    )
)  # fmt: skip


def formulas(*, inputs: PortageSalarialInputs, rates: RateBook) -> PortageSalarial:
    """Compute a month."""
    m = PortageSalarial(inputs, rates)
    on = m.day("periode")
    if inputs.activite is Activite.MARCHANDISES:
        return m.not_applicable("pas_de_marchandises", words.MARCHANDISES, "activite")
    if inputs.activite is Activite.PERSONNES:
        return m.not_applicable("pas_a_la_personne", words.PERSONNES, "activite")
    _durees(m, on)
    terms, signed = montage.conditions(m, on), montage.contrat(m, on)
    _mois(m, terms, signed)
    m.refuse(m.salaire.paie.brut <= 0, "enveloppe_insuffisante", words.INSUFFISANTE, _source(m))
    montage.prelever(m, on)
    resultat(m)
    variantes(m, terms, signed)
    au_dela(m, on)
    minima(m, on)
    notes(m, on)
    return m


def _durees(m: PortageSalarial, on: Day) -> None:
    given = m.inputs
    if given.cdd and given.duree_contrat is not None:
        m.duree_cdd_maximum = m.rate(c.DUREE_CDD, on)
        long = m["duree_contrat"] > m.duree_cdd_maximum
        m.refuse(long, "cdd_trop_long", words.CDD_TROP_LONG, "duree_contrat")
    if given.duree_prestation is not None:
        m.duree_prestation_maximum = m.rate(c.DUREE_PRESTATION, on)
        long = m["duree_prestation"] > m.duree_prestation_maximum
        m.refuse(long, "prestation_trop_longue", words.PRESTATION_TROP_LONGUE, "duree_prestation")


def _source(m: PortageSalarial) -> str:
    return {Mode.TJM: "tjm", Mode.MENSUEL: "montant_mensuel", Mode.NET: "net_vise"}[m.inputs.mode]


def _mois(m: PortageSalarial, terms: Conditions, signed: Contrat) -> None:
    """The invoice, the envelope, the three readings: top down, or from the net up."""
    on = signed.on
    vat = m.rate(tva.NORMAL, on)
    exact = m.inputs.mode is Mode.NET and m.inputs.lecture is Lecture.EXACTE
    if exact:
        salaire(m.salaire, _brut_du_net(m, signed), signed)
        reserver(m.salaire, signed)
        m.enveloppe_visee = engage(m.salaire)
    enveloppe(m.facture, _honoraires(m, terms, signed), terms, vat)
    paid = m.facture.enveloppe
    if exact:
        solder(m.salaire, paid)
    else:
        salaire_de_enveloppe(m.salaire, paid, signed)
    forfait(m.rapide, paid, on, signed.mise_de_cote)
    guide(m.guide_bas, paid, m.rate(c.GUIDE_BAS, on))
    guide(m.guide_haut, paid, m.rate(c.GUIDE_HAUT, on))


def _honoraires(m: PortageSalarial, terms: Conditions, signed: Contrat) -> Amount:
    match m.inputs.mode:
        case Mode.TJM:
            return m["tjm"] * m["jours"]
        case Mode.MENSUEL:
            return m["montant_mensuel"]
        case Mode.NET:
            return _honoraires_du_net(m, terms, signed)


def _honoraires_du_net(m: PortageSalarial, terms: Conditions, signed: Contrat) -> Amount:
    """What to bill for the envelope of the wanted net, and the daily rate it makes."""
    wanted, on = m["net_vise"], signed.on
    if m.inputs.lecture is Lecture.FORFAIT:
        m.enveloppe_visee = forfait_inverse(m.rapide, wanted, on, signed.mise_de_cote)
    elif m.inputs.lecture is Lecture.GUIDE:
        m.enveloppe_visee = guide_inverse(wanted, m.rate(c.GUIDE_HAUT, on))
    m.honoraires_calcules = honoraires_pour(m.enveloppe_visee, terms)
    short = reste_apres_frais(m.honoraires_calcules, terms) < m.enveloppe_visee
    billed = au_centime_pres(m.honoraires_calcules, short)
    m.tjm_necessaire = billed / m["jours"]
    m.tjm_arrondi = ceiling(m.tjm_necessaire)
    return billed


def _brut_du_net(m: PortageSalarial, signed: Contrat) -> Amount:
    """The lowest gross that leaves the wanted net, before or after tax."""

    def trial(brut: Amount) -> Line:
        essai = PortageSalarial(m.inputs, m.rates)
        slip = essai.salaire.paie
        paie.paie(slip, brut=brut, on=signed.on, profil=signed.profil)
        if m.inputs.net_voulu is NetVoulu.AVANT:
            return slip.net_avant_impot
        montage.prelever(essai, signed.on)
        return slip.net_paye

    return lowest(m, m["net_vise"], trial, "plus petit brut dont le net atteint {}")
