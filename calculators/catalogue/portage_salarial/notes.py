"""What to say beside the numbers, and what the law asks of the month."""

from calculators.catalogue.portage_salarial import words
from calculators.catalogue.portage_salarial.inputs import Lecture, Mode
from calculators.catalogue.portage_salarial.lines import PortageSalarial
from calculators.kit.amounts import Amount
from calculators.kit.days import Day
from calculators.law.paie import Prelevement
from calculators.law.portage import codes as c
from calculators.law.portage.epargne import VERSEMENT_MAXIMUM, depassement
from calculators.law.portage.gestion import ModeFrais
from calculators.law.portage.minimum import compte_la_reserve, salaire_minimum
from calculators.law.portage.suppositions import suppositions
from calculators.law.portage.usage import frais_hors_usage

JOURS_OUVRES = 23  # weekdays of the longest month
# What alone computes nothing: the sentence stands at the one that is missing.
INSEPARABLES = {
    "creances": "facture_periode", "facture_periode": "creances",
    "indice_depart": "indice_actuel", "indice_actuel": "indice_depart",
}  # fmt: skip
CDD_COURT = 2  # months, CGI 204 H, III: the neutral rate then has an allowance


def minima(m: PortageSalarial, on: Day) -> None:
    """Minimum pay, against the gross and, since rider 12, the reserve."""
    echelon = m.inputs.echelon
    m.salaire_minimum = salaire_minimum(m, echelon, on) * m["temps_travail"]
    compared: Amount = m.salaire.paie.brut
    if compte_la_reserve(m, echelon, on):
        for line in m.present(("reserve",)):
            compared = compared + line
    elif m.inputs.cdd:
        compared = compared - m.salaire.precarite
    m.brut_compare = compared


def notes(m: PortageSalarial, on: Day) -> None:
    """Every sentence: what is wrong first, then what to know."""
    before = m.remarks[:]
    m.remarks.clear()
    m.warn(m.brut_compare < m.salaire_minimum, "sous_le_minimum", words.SOUS_LE_MINIMUM, "echelon")
    m.warn(m.salaire.solde > 1, "pas_de_brut_exact", words.PAS_DE_BRUT_EXACT)
    suppositions(m, on)
    _conditions(m)
    _frais(m, on)
    _epargne(m, on)
    m.remark("info", "lecture_guide", words.LECTURE_GUIDE)
    if m.inputs.lecture is not Lecture.EXACTE:
        m.remark("info", "lecture_rapide", words.RAPIDE, "lecture")
    _impot(m)
    _facons(m)
    m.remark("info", "cadre_et_chomage", words.CADRE)
    m.remarks.extend(before)


def _impot(m: PortageSalarial) -> None:
    """Where the taxable net is not the official simulator's; the short contract's allowance."""
    slip = m.salaire.paie
    if "net_imposable_simulateur" in m.lines:
        apart = m.net_imposable_simulateur > slip.net_imposable
        m.remark("info", "net_imposable_corrige", words.NET_IMPOSABLE, test=apart)
    given = m.inputs
    neutral = given.mode_prelevement is Prelevement.NEUTRE
    if given.cdd and given.duree_contrat is not None and neutral:
        short = m["duree_contrat"] <= CDD_COURT
        m.remark("info", "cdd_court", words.CDD_COURT, "duree_contrat", short)


def _facons(m: PortageSalarial) -> None:
    m.remark("info", "trois_facons", words.TROIS_FACONS)
    for left in m.facons.column("garde")[-1:]:  # the employee's
        m.remark("info", "salarie_sans_brut", words.SALARIE_SANS_BRUT, test=left > 1)
    if "plafond_micro" in m.lines:
        above = m.ca_annuel > m.plafond_micro
        m.remark("info", "plafond_micro", words.PLAFOND_MICRO, test=above)


def _conditions(m: PortageSalarial) -> None:
    given = m.inputs
    if given.mode is not Mode.MENSUEL:
        m.warn(m["jours"] > JOURS_OUVRES, "trop_de_jours", words.TROP_DE_JOURS, "jours")
    for name, other in INSEPARABLES.items():
        if getattr(given, name) is not None and getattr(given, other) is None:
            m.remark("warning", f"{other}_manque", words.MANQUE[other], other)
    if given.retard_jours is not None and given.plafond_avance is not None:
        m.warn(m.reste > m.avance, "avance_plafonnee", words.AVANCE, "plafond_avance")


def _frais(m: PortageSalarial, on: Day) -> None:
    if m.inputs.mode_frais is not ModeFrais.FIXE:
        frais_hors_usage(
            m, m["taux_frais"], on, m.warn, bas=words.FRAIS_BAS, hauts=words.FRAIS_HAUTS,
            champ="taux_frais",
        )  # fmt: skip
    if m.inputs.fonctionnement is not None:
        usual = m.salaire.paie.brut * m.rate(c.FRAIS_USAGE, on)
        m.warn(m["fonctionnement"] > usual, "frais_au_dela_de_l_usage", words.USAGE,
               "fonctionnement")  # fmt: skip


def _epargne(m: PortageSalarial, on: Day) -> None:
    if not m.inputs.a_une_epargne:
        return
    over = depassement(m.epargne) > 0
    m.warn(over, "abondement_trop_haut", words.ABONDEMENT, "montant_abondement")
    allowed = m.salaire.paie.brut * m.rate(VERSEMENT_MAXIMUM, on)
    over = m.epargne.versement > allowed
    m.warn(over, "versement_trop_haut", words.VERSEMENT, "versement_epargne")
