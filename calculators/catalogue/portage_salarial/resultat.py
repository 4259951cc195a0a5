"""The reading that is kept, and the three side by side."""

from calculators.catalogue.portage_salarial import words
from calculators.catalogue.portage_salarial.inputs import Lecture
from calculators.catalogue.portage_salarial.lines import PortageSalarial
from calculators.kit.amounts import Amount, total
from calculators.law.portage.lectures import Forfait, Guide


def resultat(m: PortageSalarial) -> None:
    """Fill what answers, once the three readings are known."""
    _retenu(m)
    repaid, kept = m.lines.get("frais_rembourses"), m.retenu_net
    m.part_net = kept / m.facture.chiffre_affaires
    available: Amount = m.reste
    if m.inputs.a_une_epargne:
        m.net_disponible = m.reste - m.epargne.versement
        m.net_et_epargne = m.net_disponible + m.epargne.placee
        available = m.net_disponible
    if repaid is not None:
        m.virement = available + repaid
        m.part_avec_frais = (kept + repaid) / m.facture.chiffre_affaires
    _lectures(m)


def _retenu(m: PortageSalarial) -> None:
    match m.inputs.lecture:
        case Lecture.EXACTE:
            slip = m.salaire.paie
            m.retenu_employeur = slip.cotisations_employeur
            m.retenu_salarie = slip.cotisations_salarie
            m.retenu_compte = total(m.present(("reserve", "charges_reserve", "solde")))
            m.retenu_net = slip.net_avant_impot
            m.retenu_impot = slip.prelevement
            m.reste = slip.net_paye
        case Lecture.FORFAIT:
            m.retenu_employeur = m.rapide.part_employeur
            m.retenu_salarie = m.rapide.part_salarie
            m.retenu_compte = _reserve(m.rapide)
            m.retenu_net = m.rapide.net
            m.reste = m.rapide.net
        case Lecture.GUIDE:
            m.retenu_salarie = m.guide_haut.charges
            m.retenu_net = m.guide_haut.net
            m.reste = m.guide_haut.net


def _reserve(rapide: Forfait) -> Amount:
    return total(rapide.present(("reserve", "charges_reserve")))


def _lectures(m: PortageSalarial) -> None:
    turnover, slip = m.facture.chiffre_affaires, m.salaire.paie
    row = m.lectures.row("exacte", words.LECTURES["exacte"])
    row.brut = slip.brut
    row.employeur = slip.cotisations_employeur
    row.salarie = slip.cotisations_salarie
    row.compte = total(m.present(("reserve", "charges_reserve", "solde")))
    row.net = slip.net_avant_impot
    row.part_ca = row.net / turnover
    row = m.lectures.row("forfait", words.LECTURES["forfait"])
    row.brut = m.rapide.brut
    row.employeur = m.rapide.part_employeur
    row.salarie = m.rapide.part_salarie
    row.compte = _reserve(m.rapide)
    row.net = m.rapide.net
    row.part_ca = row.net / turnover
    _guide(m, "guide_bas", m.guide_bas)
    _guide(m, "guide_haut", m.guide_haut)


def _guide(m: PortageSalarial, key: str, read: Guide) -> None:
    row = m.lectures.row(key, words.LECTURES[key])
    row.salarie = read.charges
    row.net = read.net
    row.part_ca = row.net / m.facture.chiffre_affaires
