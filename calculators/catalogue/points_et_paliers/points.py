"""Points: slices of the basket, periods that multiply them, what they are worth."""

from functools import reduce

from calculators.catalogue.points_et_paliers import words
from calculators.catalogue.points_et_paliers.inputs import CumulBonus
from calculators.catalogue.points_et_paliers.lines import PointsEtPaliers
from calculators.kit import french
from calculators.kit.amounts import (
    Amount,
    ceiling,
    constant,
    floor,
    maximum,
    minimum,
    rounded,
    total,
    when,
)
from calculators.kit.units import EUR, MILLIONTH, NUMBER

EURO = constant(1, EUR)
ZERO = constant(0, EUR)
ONE = constant(1)


def points(m: PointsEtPaliers) -> None:
    """The points of the order, their value, the reward, the member."""
    _tranches(m)
    _boosts(m)
    m.points_gagnes = floor(rounded(m.points_base * m.facteur_jour, MILLIONTH))
    m.achats_membre = m["panier"]
    m.avantage = m.points_gagnes * m["valeur_point"]
    m.remise = m.points_gagnes * m["valeur_point"] / m["panier"]
    m.remise_recue = m.avantage / (m.achats_membre + m.avantage)
    m.objectif = m["recompense"]
    m.valeur_recompense = m.objectif * m["valeur_point"]
    m.commandes_recompense = ceiling(rounded(m.objectif / m.points_habituels, MILLIONTH))
    _membre(m)
    _actions(m)


def _tranches(m: PointsEtPaliers) -> None:
    before: Amount = ZERO
    for number, row in enumerate(m.rows("tranches"), start=1):
        limit = row.given.limite
        label = (
            words.AU_DELA if limit is None else f"{words.JUSQU_A} {french.with_unit(limit, EUR)}"
        )
        line = m.tranches_panier.row(str(number), label)
        within: Amount = m["panier"] if limit is None else minimum(m["panier"], row["limite"])
        line.assiette = maximum(within - before, ZERO)
        line.taux_points = row["points_par_euro"]
        line.points_tranche = line.assiette / EURO * line.taux_points
        before = before if limit is None else row["limite"]
    m.points_base = total(m.tranches_panier.column("points_tranche"), NUMBER)
    m.tranches_panier.totals["points_tranche"] = m.points_base
    m.points_habituels = floor(m.points_base)


def _boosts(m: PointsEtPaliers) -> None:
    """A day is inside a period from its first to its last day."""
    order = m.day("date_commande")
    for number, row in enumerate(m.rows("boosts"), start=1):
        on = order.amount
        line = m.boosts_jour.row(str(number), f"{words.BONUS} {number}")
        before_end = when(on <= row.day("fin").amount, 1, 0)
        line.actif = when(on >= row.day("debut").amount, before_end, 0)
        line.facteur = when(line.actif > 0, row["multiplicateur"], 1)
    m.boosts_actifs = total(m.boosts_jour.column("actif"), NUMBER)
    m.facteur_jour = _facteur(m.inputs.cumul_bonus, m.boosts_jour.column("facteur"))


def _facteur(rule: CumulBonus, factors: tuple[Amount, ...]) -> Amount:
    match rule:
        case CumulBonus.PLUS_HAUT:
            return maximum(ONE, *factors)
        case CumulBonus.AJOUTES:
            return 1 + total([factor - 1 for factor in factors], NUMBER)
        case CumulBonus.MULTIPLIES:
            start: Amount = ONE
            return reduce(lambda product, factor: product * factor, factors, start)


def _membre(m: PointsEtPaliers) -> None:
    worth: list[Amount] = []
    if m.inputs.points_acquis is not None:
        m.points_du_membre = m["points_acquis"]
        m.progression = minimum(m.points_du_membre / m.objectif, ONE)
        left = maximum(m.objectif - m.points_du_membre, 0)
        m.commandes_restantes = ceiling(rounded(left / m.points_habituels, MILLIONTH))
        m.valeur_acquise = m.points_du_membre * m["valeur_point"]
        worth.append(m.valeur_acquise)
    if m.inputs.valeur_statut is not None:
        worth.append(m["valeur_statut"])
    if worth:
        m.cout_depart = total(worth)


def _actions(m: PointsEtPaliers) -> None:
    if not m.inputs.actions:
        return
    for number, row in enumerate(m.rows("actions"), start=1):
        label = row.given.action or f"{words.ACTION} {number}"
        line = m.actions_valeur.row(str(number), label)
        line.points_action = row["points"]
        line.valeur = line.points_action * m["valeur_point"]
        line.cout_annuel = line.points_action * row["par_an"] * m["valeur_point"]
    m.cout_actions = total(m.actions_valeur.column("cout_annuel"))
    m.actions_valeur.totals["cout_annuel"] = m.cout_actions
    earned = m.points_habituels * m["commandes_an"] * m["valeur_point"]
    m.remise_annuelle = (earned + m.cout_actions) / (m["panier"] * m["commandes_an"])
