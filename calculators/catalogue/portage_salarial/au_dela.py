"""Beyond the month: the reserve over time, a late client, an index, time, and « et si »."""

from dataclasses import replace
from datetime import timedelta

from calculators.catalogue.portage_salarial import montage, words
from calculators.catalogue.portage_salarial.inputs import Lecture
from calculators.catalogue.portage_salarial.lines import PortageSalarial, Variante
from calculators.kit.amounts import Amount, constant, minimum
from calculators.kit.days import Day, months_later
from calculators.kit.lines import Line
from calculators.kit.units import DAYS
from calculators.law import retard
from calculators.law.portage import codes as c
from calculators.law.portage.enveloppe import enveloppe
from calculators.law.portage.gestion import Conditions
from calculators.law.portage.lectures import forfait, guide
from calculators.law.portage.salaire import Contrat, salaire_de_enveloppe
from calculators.law.tva import NORMAL

HEURES_PAR_JOUR = 8
UN_JOUR = constant(1, DAYS)


def au_dela(m: PortageSalarial, on: Day) -> None:
    """Fill what the optional answers ask for."""
    _reserve(m)
    _retard(m, on)
    _tarif(m)
    if m.inputs.creances is not None and m.inputs.facture_periode is not None:
        m.delai_paiement = m["creances"] * m["jours_periode"] / m["facture_periode"]


def _reserve(m: PortageSalarial) -> None:
    """Over the months of the mission, in the reading that is kept."""
    flat = m.inputs.lecture is Lecture.FORFAIT
    kept: Line | None = m.lines.get("rapide_reserve" if flat else "reserve")
    if kept is None:
        return
    m.reserve_cumulee = kept * m["mois_reserve"]
    if m.inputs.besoin_mensuel is not None:
        m.mois_couverts = m.reserve_cumulee / m["besoin_mensuel"]


def _retard(m: PortageSalarial, on: Day) -> None:
    given = m.inputs
    if given.retard_jours is None:
        return
    late = m["retard_jours"]
    advance: Amount = m.reste
    if given.plafond_avance is not None:
        advance = minimum(m.reste, m["plafond_avance"])
    m.avance = advance
    m.jours_avance = late
    _avances(m, on)
    agreed = montage.optionnel(m, "taux_penalite")
    m.penalites = retard.penalites(m, m.facture.facture_ttc, late, on, agreed)
    m.indemnite_recouvrement = m.rate(retard.INDEMNITE, on)


def _avances(m: PortageSalarial, on: Day) -> None:
    """The day of pay, the last of the month, and the day the client pays, so many days later."""
    paid = m.moment(months_later(on.month, 1) - timedelta(days=1))
    row = m.avances.row("paie", words.ETAPES["paie"])
    row.jour = paid.amount
    row.montant = row.encours = m.avance
    last = m.avances.row("client", words.ETAPES["client"])
    last.jour = row.jour + m.jours_avance * UN_JOUR
    last.montant = m.avance
    last.encours = row.encours - last.montant


def _tarif(m: PortageSalarial) -> None:
    """An index, a bonus, the hours saved: all of them follow from the daily rate."""
    given, rate = m.inputs, montage.tjm(m)
    if rate is None:
        return
    if given.indice_depart is not None and given.indice_actuel is not None:
        m.tjm_indexe = rate * m["indice_actuel"] / m["indice_depart"]
    if given.prime is not None:
        m.tjm_bonus = rate * (1 + m["prime"])
    if given.heures_gagnees is not None:
        m.valeur_temps = rate * m["heures_gagnees"] / HEURES_PAR_JOUR
    if given.heures_gagnees_au_plus is not None:
        m.valeur_temps_au_plus = rate * m["heures_gagnees_au_plus"] / HEURES_PAR_JOUR


def variantes(m: PortageSalarial, terms: Conditions, signed: Contrat) -> None:
    """The same month with one answer changed, in the reading that is kept."""
    billed = m.facture.honoraires
    if m.inputs.hausse_tjm is not None:
        raised = billed * (1 + m["hausse_tjm"])
        _variante(m, "hausse", m.hausse, raised, terms, signed)
    others = {"autre_taux_frais": m.frais_1, "autre_taux_frais_2": m.frais_2}
    for name, part in others.items():
        if getattr(m.inputs, name) is not None:
            changed = replace(terms, tarif=montage.tarif(m, m[name]))
            _variante(m, name, part, billed, changed, signed)


def _variante(
    m: PortageSalarial, key: str, part: Variante, billed: Amount, terms: Conditions,
    signed: Contrat,
) -> None:  # fmt: skip
    on = signed.on
    enveloppe(part.facture, billed, terms, m.rate(NORMAL, on))
    paid = part.facture.enveloppe
    match m.inputs.lecture:
        case Lecture.EXACTE:
            salaire_de_enveloppe(part.salaire, paid, signed)
            montage.prelever_au_taux(m, part.salaire.paie, on)
            net = part.salaire.paie.net_avant_impot
        case Lecture.FORFAIT:
            forfait(part.rapide, paid, on, signed.mise_de_cote)
            net = part.rapide.net
        case Lecture.GUIDE:
            guide(part.guide, paid, m.rate(c.GUIDE_HAUT, on))
            net = part.guide.net
    row = m.variantes.row(key, words.VARIANTES[key])
    row.honoraires = part.facture.honoraires
    row.frais = part.facture.frais_gestion
    row.enveloppe = paid
    row.net = net
    row.ecart = row.net - m.retenu_net
    paid_out = part.salaire.paie.lines.get("net_paye")
    if paid_out is not None:
        row.net_paye = paid_out
