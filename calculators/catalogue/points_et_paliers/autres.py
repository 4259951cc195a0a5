"""Stamps, cashback, a paid membership, levels."""

from calculators.catalogue.points_et_paliers import words
from calculators.catalogue.points_et_paliers.lines import PointsEtPaliers
from calculators.kit.amounts import ceiling, constant, maximum, minimum, rounded, when
from calculators.kit.units import EUR, MILLIONTH

ZERO = constant(0, EUR)


def tampons(m: PointsEtPaliers) -> None:
    """So many purchases stamped, so many given: of all that the client receives.

    What is given counts among the purchases, at its price: so the shop also pays for its goods.
    """
    m.achats_membre = m["panier"] * (m["tampons"] + m["offerts"])
    m.avantage = m["panier"] * m["offerts"]
    m.remise = m["offerts"] / (m["tampons"] + m["offerts"])
    m.remise_payee = m["offerts"] / m["tampons"]


def cashback(m: PointsEtPaliers) -> None:
    """A share of the basket, up to a ceiling."""
    m.achats_membre = m["panier"]
    m.cashback = m["panier"] * m["taux_cashback"]
    capped = m.inputs.plafond_cashback is not None
    m.avantage = minimum(m.cashback, m["plafond_cashback"]) if capped else m.cashback
    m.remise = m.avantage / m.achats_membre
    m.remise_recue = m.avantage / (m.achats_membre + m.avantage)


def adhesion(m: PointsEtPaliers) -> None:
    """A yearly fee against a discount on every order."""
    m.achats_membre = m["panier"] * m["commandes_an"]
    m.remises = m.achats_membre * m["taux_adhesion"]
    m.cotisation_payee = m["cotisation"]
    m.encaisse_et_remises = m.achats_membre + m["cotisation"]
    m.avantage = m.remises - m["cotisation"]
    m.remise = m.avantage / m.achats_membre
    m.depense_rentable = m["cotisation"] / m["taux_adhesion"]
    m.commandes_rentables = ceiling(
        rounded(m["cotisation"] / (m["panier"] * m["taux_adhesion"]), MILLIONTH)
    )


def niveaux(m: PointsEtPaliers) -> None:
    """The discount of the best level reached, on the whole spending of the year."""
    m.achats_membre = m["panier"] * m["commandes_an"]
    reached = []
    for number, row in enumerate(m.rows("niveaux"), start=1):
        label = row.given.nom or f"{words.NIVEAU} {number}"
        line = m.niveaux_membre.row(str(number), label)
        line.seuil_niveau = row["depense"]
        line.taux_niveau = row["taux"]
        line.commandes_niveau = ceiling(rounded(line.seuil_niveau / m["panier"], MILLIONTH))
        line.manque = maximum(line.seuil_niveau - m.achats_membre, ZERO)
        line.cout_seuil = line.seuil_niveau * line.taux_niveau
        reached.append(when(line.seuil_niveau <= m.achats_membre, line.taux_niveau, 0))
    m.taux_atteint = maximum(*reached)
    m.avantage = m.achats_membre * m.taux_atteint
    m.remise = m.taux_atteint
