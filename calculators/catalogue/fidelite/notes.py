"""What to say beside the numbers: what the figure rests on, and when a programme loses money."""

from calculators.catalogue.fidelite import words
from calculators.catalogue.fidelite.lines import Fidelite
from calculators.kit.amounts import Amount, when
from calculators.kit.days import Day
from calculators.law import fidelisation

LONGTEMPS = 20  # years of purchases that a retention rate supposes, from which we say so


def notes(m: Fidelite, on: Day) -> None:
    """Every sentence, the warnings first."""
    m.warn(m.net_mensuel <= 0, "jamais_rembourse", words.JAMAIS_REMBOURSE)
    loss = _every(m.net_annee < 0, m.net_mensuel > 0)
    m.warn(loss, "perte_premiere_annee", words.PERTE_PREMIERE_ANNEE)
    m.warn(_every(m.roi < 0, m.roi_ca > 0), "piege_ca", words.PIEGE_CA)
    _parrainage(m)
    _retention(m)
    m.remark("info", "base_marge", words.BASE_MARGE, test=m.roi >= 0)
    m.remark("info", "autres_membres", words.AUTRES_MEMBRES, "actifs", m.cout_autres > 0)
    _delai(m, on)
    m.remark("info", "points_dus", words.POINTS_DUS, test=m.points_en_attente > 0)
    m.remark("info", "temoin", words.TEMOIN, "hausse_panier")
    m.remark("info", "repere_article", words.REPERE_ARTICLE)
    m.remark("info", "pas_compte", words.PAS_COMPTE)


def _delai(m: Fidelite, on: Day) -> None:
    """The payback beside the article's; nothing to pay back says nothing."""
    low, high = (m.rate(code, on) for code in fidelisation.DELAI.codes)
    paid = m.mise_depart > 0
    faster, slower = m.delai_retour < low, m.delai_retour > high
    between = _every(m.delai_retour >= low, m.delai_retour <= high)
    for code, sentence, test in (
        ("plus_rapide", words.PLUS_RAPIDE, faster),
        ("dans_le_repere", words.DANS_LE_REPERE, between),
        ("plus_lent", words.PLUS_LENT, slower),
    ):
        said = sentence.replace("<repere>", words.entre(low, high))
        m.remark("info", code, said, test=_every(paid, test))


def _parrainage(m: Fidelite) -> None:
    if m.inputs.parrainages is None:
        given = m["recompense_parrain"] + m["recompense_filleul"] > 0
        m.warn(given, "parrainage_sans_nombre", words.PARRAINAGE_SANS_NOMBRE, "parrainages")


def _retention(m: Fidelite) -> None:
    given = m.inputs
    if given.retention is None:
        return
    endless = 1 + m["taux_actualisation"] - m["retention"] <= 0
    if given.retention_membres is not None:
        members = 1 + m["taux_actualisation"] - m["retention_membres"] <= 0
        endless = when(endless, 1, when(members, 1, 0)) > 0
    m.warn(endless, "valeur_sans_limite", words.VALEUR_SANS_LIMITE, "taux_actualisation")
    m.warn(m.annees_supposees > LONGTEMPS, "retention_longue", words.RETENTION_LONGUE, "retention")
    m.remark("info", "convention_valeur", words.CONVENTIONS[given.convention])


def _every(first: Amount, *others: Amount) -> Amount:
    """Whether several tests hold."""
    found = first
    for test in others:
        found = when(found, when(test, 1, 0), 0) > 0
    return found
