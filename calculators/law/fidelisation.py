"""Loyalty: value of a client, cost of a reward, break-even, payback, one article's claims.

Pure business maths over traced amounts. The claims are dated facts of which one article is the
only source: they stand beside the user's own figures and are never used in their place.
"""

from dataclasses import dataclass
from decimal import Decimal

from calculators.kit import french
from calculators.kit.amounts import Amount, constant, maximum, minimum
from calculators.kit.fields import Choice
from calculators.kit.rates import RateCode
from calculators.kit.units import EUR, Rounding

TENTH = Rounding("arrondi au dixième", Decimal("0.1"), 1)
MOIS = 12
ZERO = constant(0, EUR)


@dataclass(frozen=True, slots=True)
class Repere:
    """The two ends of what the article claims of one thing."""

    bas: RateCode
    haut: RateCode

    @property
    def codes(self) -> tuple[RateCode, RateCode]:
        """Both, as a calculator announces them."""
        return self.bas, self.haut


def _repere(name: str, unit: str = "%") -> Repere:
    ends = (RateCode(f"repere_fidelite_{name}_{end}", unit) for end in ("bas", "haut"))
    return Repere(*ends)


ACQUISITION = _repere("acquisition", "fois")
CAMPAGNE = _repere("campagne")
DELAI = _repere("delai", "mois")
FILLEUL = _repere("filleul")
MARKETING = _repere("marketing")
PANIER = _repere("panier")
RECOMMANDATION = _repere("recommandation")
VALEUR = _repere("valeur")


# Never cut at the end of a line.
FORMULE_APRES = "m × r ÷ (1 + d − r)".replace(" ", french.NBSP)
FORMULE_AVEC = "m × (1 + d) ÷ (1 + d − r)".replace(" ", french.NBSP)


class Convention(Choice):
    """What the value of a client counts when it follows a retention rate."""

    APRES = "apres", f"Sans la première année : {FORMULE_APRES}"
    AVEC = "avec", f"Première année comprise : {FORMULE_AVEC}"


def valeur_simple(marge: Amount, duree: Amount) -> Amount:
    """What a client leaves over a life of so many years."""
    return marge * duree


def valeur_retention(
    marge: Amount, retention: Amount, actualisation: Amount, convention: Convention
) -> Amount:
    """The same without end, each year kept by the retention rate and discounted.

    Not computable when everyone stays and nothing is discounted: the sum has no limit.
    """
    kept = 1 + actualisation - retention
    if convention is Convention.AVEC:
        return marge * (1 + actualisation) / kept
    return marge * retention / kept


def cout_recompenses(
    depenses: Amount, taux: Amount, utilisation: Amount, part_cout: Amount
) -> Amount:
    """Rewards given on a spending, those that are used, at what they cost."""
    return depenses * taux * utilisation * part_cout


def retour(gains: Amount, couts: Amount) -> Amount:
    """(gains − costs) ÷ costs; not computable without costs."""
    return (gains - couts) / couts


def delai(depart: Amount, net_mensuel: Amount) -> Amount:
    """How many months pay the outlay back; not computable when no month leaves anything."""
    return depart / maximum(net_mensuel, ZERO)


def hausse_equilibre(
    depenses: Amount, couts: Amount, part_marge: Amount, part_recompense: Amount | None = None
) -> Amount:
    """The growth of the members' spending at which margin pays the costs.

    `couts` are those that do not follow the growth; each euro of it brings `part_marge` less
    `part_recompense`, if rewards follow it. Not computable when it brings nothing.
    """
    if part_recompense is None:
        return couts / (depenses * part_marge)
    return couts / (depenses * maximum(part_marge - part_recompense, constant(0)))


def retention_filleul(base: Amount, hausse: Amount) -> Amount:
    """Retention of a referred client, a relative rise over the usual one; at most everyone."""
    return minimum(base * (1 + hausse), constant(1))
