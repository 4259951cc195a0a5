"""A month in portage, from the invoice to the bank account or from the net to the daily rate."""

from calculators.catalogue.portage_salarial import montage, words
from calculators.catalogue.portage_salarial.au_dela import au_dela, variantes
from calculators.catalogue.portage_salarial.inputs import (
    Activite,
    Diplome,
    Lecture,
    Mode,
    PortageSalarialInputs,
)
from calculators.catalogue.portage_salarial.inverse import brut_du_net, honoraires_du_net
from calculators.catalogue.portage_salarial.lines import PortageSalarial
from calculators.catalogue.portage_salarial.notes import minima, notes
from calculators.catalogue.portage_salarial.resultat import resultat
from calculators.catalogue.portage_salarial.trois_facons import MICRO, trois_facons
from calculators.kit.amounts import Amount
from calculators.kit.days import Day
from calculators.kit.rates import RateBook
from calculators.law import impot_revenu, paie, retard, tva
from calculators.law.paie.bulletin import bulletin
from calculators.law.portage import codes as c
from calculators.law.portage import epargne, minimum, suppositions
from calculators.law.portage.enveloppe import enveloppe
from calculators.law.portage.gestion import Conditions, ModeFrais
from calculators.law.portage.lectures import forfait, guide
from calculators.law.portage.salaire import (
    Contrat,
    enveloppe_pour,
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
            *retard.CODES, *suppositions.CODES, tva.NORMAL, *MICRO,
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
    _acces(m, on)
    terms, signed = montage.conditions(m, on), montage.contrat(m, on)
    _mois(m, terms, signed)
    _suffisance(m)
    montage.prelever(m, on)
    resultat(m)
    bulletin(m.bulletin, m.salaire.paie)
    trois_facons(m, signed)
    variantes(m, terms, signed)
    au_dela(m, on)
    minima(m, on)
    notes(m, on)
    return m


def _acces(m: PortageSalarial, on: Day) -> None:
    given = m.inputs
    if given.diplome is Diplome.MOINS:
        m.experience_minimum = m.rate(c.EXPERIENCE, on)
        few = m["experience"] < m.experience_minimum
        m.refuse(few, "pas_eligible", words.PAS_ELIGIBLE, "experience")
    if given.cdd and given.duree_contrat is not None:
        m.duree_cdd_maximum = m.rate(c.DUREE_CDD, on)
        long = m["duree_contrat"] > m.duree_cdd_maximum
        m.refuse(long, "cdd_trop_long", words.CDD_TROP_LONG, "duree_contrat")
    if given.duree_prestation is not None:
        m.duree_prestation_maximum = m.rate(c.DUREE_PRESTATION, on)
        long = m["duree_prestation"] > m.duree_prestation_maximum
        m.refuse(long, "prestation_trop_longue", words.PRESTATION_TROP_LONGUE, "duree_prestation")


def _suffisance(m: PortageSalarial) -> None:
    """An envelope that pays no salary, told at the answer that leaves none."""
    source = _source(m)
    for test, field in (*_trop_pris(m, source), (m.salaire.paie.brut <= 0, source)):
        m.refuse(test, "enveloppe_insuffisante", words.INSUFFISANTE, field)


def _trop_pris(m: PortageSalarial, source: str) -> list[tuple[Amount, str]]:
    """What alone takes all that is billed; a rate that is sought has room for everything."""
    if m.inputs.mode is Mode.NET:
        return []
    billed = m.facture
    found = [(billed.honoraires <= 0, source)]
    if m.inputs.mode_frais is ModeFrais.FIXE:
        found.append((billed.frais_gestion >= billed.chiffre_affaires, "frais_fixes"))
    left = billed.chiffre_affaires - billed.frais_gestion
    if m.inputs.fonctionnement is not None:
        found.append((m["fonctionnement"] >= left, "fonctionnement"))
    if m.inputs.montant_abondement is not None:
        found.append((billed.cout_epargne >= left, "montant_abondement"))
    return found


def _source(m: PortageSalarial) -> str:
    return {Mode.TJM: "tjm", Mode.MENSUEL: "montant_mensuel", Mode.NET: "net_vise"}[m.inputs.mode]


def _mois(m: PortageSalarial, terms: Conditions, signed: Contrat) -> None:
    """The invoice, the envelope, the three readings: top down, or from the net up."""
    on = signed.on
    vat = m.rate(tva.NORMAL, on)
    exact = m.inputs.mode is Mode.NET and m.inputs.lecture is Lecture.EXACTE
    if exact:
        salaire(m.salaire, brut_du_net(m, signed), signed)
        reserver(m.salaire, signed)
        m.enveloppe_visee = enveloppe_pour(m.salaire, signed)
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
            return honoraires_du_net(m, terms, signed)
