"""Who moves up to the threshold, who is paid anyway, and from which basket the perk is paid for."""

from datetime import date
from decimal import Decimal

from calculators.catalogue.seuil_panier import words
from calculators.catalogue.seuil_panier.inputs import GenreAvantage, SeuilPanierInputs
from calculators.catalogue.seuil_panier.lines import SeuilPanier
from calculators.kit.amounts import Amount, ceiling, constant, maximum, rounded, when
from calculators.kit.days import Day
from calculators.kit.rates import RateBook
from calculators.kit.units import CENT, EUR, MILLIONTH, TRILLIONTH
from calculators.law.fidelisation import PANIER

CODES = PANIER.codes
PREMIER_JOUR = date(2009, 1, 1)  # as for the years of the other calculators
COMME_L_ARTICLE = Decimal("0.17")  # the article's own rise, 45 ÷ 38, is 18.42 %
ZERO, CENTIME = constant(0, EUR), constant(Decimal("0.01"), EUR)


def formulas(*, inputs: SeuilPanierInputs, rates: RateBook) -> SeuilPanier:
    """Compute one offer."""
    m = SeuilPanier(inputs, rates)
    on = m.day("date_offre")
    if on.before(PREMIER_JOUR):
        return m.not_applicable("date_trop_ancienne", words.TROP_ANCIENNE, "date_offre")
    table = m.seuils  # named first, so that it is shown first
    m.cout_par_commande = _avantage(m)
    _commandes(m)
    _net(m)
    _equilibre(m)
    _candidat(m, on)
    _rentable(m)
    for key, label, threshold in (
        ("propose", words.PROPOSE, m["seuil"]),
        ("bas", words.BAS, m.cible_basse),
        ("haut", words.HAUT, m.cible_haute),
        ("candidat", words.CANDIDAT, m.candidat),
        ("rentable", words.RENTABLE, m.seuil_rentable),
    ):
        row = table.row(key, label)
        row.montant = threshold
        row.montee = threshold / m["panier_moyen"] - 1
        row.gain = maximum(row.montant - m["panier_moyen"], ZERO) * m["taux_marge"]
        row.requise = _requise(m, row.gain)
        table.refuse(key, _hors_d_atteinte(m, row.gain), "hors_d_atteinte", words.HORS_D_ATTEINTE)
    _notes(m)
    return m


def _avantage(m: SeuilPanier) -> Amount:
    """What the perk costs an order, not yet rounded."""
    cost: Amount = m["bonus"]
    if m.inputs.genre_avantage is GenreAvantage.LIVRAISON:
        cost = cost + m["preparation"] + m["retours"]
    return cost


def _commandes(m: SeuilPanier) -> None:
    m.montent = m["commandes"] * m["part_montent"]
    m.deja = m["commandes"] * m["part_deja"]
    m.beneficiaires = m.montent + m.deja


def _net(m: SeuilPanier) -> None:
    m.hausse = m["seuil"] / m["panier_moyen"] - 1
    m.ecart_panier = maximum(m["seuil"] - m["panier_moyen"], ZERO)
    m.ca_en_plus = m.montent * m.ecart_panier
    m.marge_gagnee = m.ca_en_plus * m["taux_marge"]
    m.marchandises = m.ca_en_plus - m.marge_gagnee
    m.cout_montent = m.montent * _avantage(m)
    m.cout_deja = m.deja * _avantage(m)
    m.cout_total = m.cout_montent + m.cout_deja
    m.net = m.marge_gagnee - m.cout_total


def _requise(m: SeuilPanier, gain: Amount) -> Amount:
    """The share of orders whose gain pays the perk of all; none where all of them would not do."""
    owed = m["part_deja"] * m.cout_par_commande
    left = gain - m.cout_par_commande
    return owed / when(left >= rounded(owed, TRILLIONTH), maximum(left, ZERO), ZERO)


def _hors_d_atteinte(m: SeuilPanier, gain: Amount) -> Amount:
    """Whether all the orders below the threshold would not pay the perk of all."""
    owed = m["part_deja"] * m.cout_par_commande
    most = m.part_libre * (gain - m.cout_par_commande)
    return rounded(owed, TRILLIONTH) > rounded(most, TRILLIONTH)


def _equilibre(m: SeuilPanier) -> None:
    m.gain_par_commande = m.ecart_panier * m["taux_marge"]
    m.bonus_equilibre = m.marge_gagnee / m.beneficiaires
    m.part_libre = 1 - m["part_deja"]
    m.part_requise = _requise(m, m.gain_par_commande)


def _candidat(m: SeuilPanier, on: Day) -> None:
    m.plancher = m.cout_par_commande / m["taux_marge"]
    m.cible_basse = m["panier_moyen"] * (1 + m.rate(PANIER.bas, on))
    m.cible_haute = m["panier_moyen"] * (1 + m.rate(PANIER.haut, on))
    m.a_atteindre = maximum(m.plancher, m.cible_basse)
    m.multiples = ceiling(rounded(m.a_atteindre / m["pas"], MILLIONTH))
    m.candidat = m.multiples * m["pas"]
    gain = maximum(m.candidat - m["panier_moyen"], ZERO) * m["taux_marge"]
    m.reste_candidat = rounded(gain, CENT) - m.cout_par_commande


def _rentable(m: SeuilPanier) -> None:
    """The first multiple where the offer pays at the shares given, those already above counted."""
    m.panier_rentable = m["panier_moyen"] + m.cout_par_commande / m["taux_marge"]
    m.panier_equilibre = m["panier_moyen"] + m.cout_total / (m.montent * m["taux_marge"])
    paid = m["panier_moyen"] + (m.cout_total + CENTIME) / (m.montent * m["taux_marge"])
    m.multiples_rentables = ceiling(rounded(paid / m["pas"], TRILLIONTH))
    m.seuil_rentable = m.multiples_rentables * m["pas"]


def _notes(m: SeuilPanier) -> None:
    m.warn(m["seuil"] <= m["panier_moyen"], "seuil_sous_panier", words.SOUS_PANIER, "seuil")
    m.warn(m["seuil"] < m.plancher, "seuil_sous_plancher", words.SOUS_PLANCHER, "seuil")
    pays = m.gain_par_commande > m.cout_par_commande
    m.warn(when(pays, 0, 1) > 0, "gain_insuffisant", words.GAIN_INSUFFISANT, "bonus")
    m.warn(m.montent <= 0, "personne_ne_monte", words.PERSONNE_NE_MONTE, "part_montent")
    short = m.candidat < m.seuil_rentable
    m.warn(short, "candidat_insuffisant", words.CANDIDAT_INSUFFISANT, "pas")
    lost = when(m.net <= 0, when(short, 0, 1), 0) > 0
    m.remark("info", "seuil_qui_rapporte", words.SEUIL_QUI_RAPPORTE, "seuil",
             when(m.montent > 0, lost, 0) > 0)  # fmt: skip
    reachable = m.part_requise <= m.part_libre
    m.warn(m.part_requise > m.part_libre, "part_inaccessible", words.PART_INACCESSIBLE)
    m.remark("info", "part_accessible", words.PART_ACCESSIBLE, test=reachable)
    m.remark("info", "avantage_equilibre", words.EQUILIBRE, "bonus", m.beneficiaires > 0)
    m.remark("info", "deja_servies", words.DEJA, "part_deja", m.deja > 0)
    above = when(m["seuil"] > m["panier_moyen"], 1, 0)
    below = m["seuil"] < m.cible_basse
    m.remark("info", "sous_repere", words.SOUS_REPERE, "seuil", when(below, above, 0) > 0)
    like = when(m.hausse >= COMME_L_ARTICLE, 1, 0)
    m.remark("info", "comme_l_article", words.COMME_L_ARTICLE, "seuil", when(below, like, 0) > 0)
    inside = when(m["seuil"] <= m.cible_haute, 1, 0)
    m.remark(
        "info", "dans_repere", words.DANS_REPERE, "seuil",
        when(m["seuil"] >= m.cible_basse, inside, 0) > 0,
    )  # fmt: skip
    m.remark("info", "au_dela_repere", words.AU_DELA, "seuil", m["seuil"] > m.cible_haute)
    m.remark("info", "suppositions", words.SUPPOSITIONS)
