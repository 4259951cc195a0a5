"""What a base owes, branch by branch: CSS D613-1, D621-1 to D621-3, D632-1, D633-2 and following.

Each contribution goes to the euro on its own line; the CNAVPL's pension, slice by slice.
"""

from dataclasses import dataclass

from calculators.kit.amounts import Amount, bareme, constant, maximum, minimum, rounded, total, when
from calculators.kit.units import DAYS, EUR, EURO, PERCENT_CENT, TRILLIONTH
from calculators.law.independants.regles import Progressif, Regles

ZERO = constant(0, EUR)
JOURS, UN_JOUR = 365, constant(1, DAYS)
JOURS_MINIMUM = constant(90, DAYS)  # below, a year validates nothing and has no minimum: D633-2


@dataclass(frozen=True, slots=True, eq=False)
class Annee:
    """The rules with their ceilings: those of a whole year, or in proportion to its days."""

    regles: Regles
    plafond: Amount  # the ceiling of social security
    complementaire_1: Amount
    base_minimum: Amount

    @classmethod
    def entiere(cls, rules: Regles) -> "Annee":
        """A year of twelve months."""
        return cls(rules, rules.pass_annuel, rules.complementaire_1, rules.base_minimum)


def prorata(amount: Amount, jours: Amount) -> Amount:
    """A ceiling for so many days of activity."""
    return amount * (jours / UN_JOUR) / JOURS


def minimum_prorata(rules: Regles, jours: Amount) -> Amount:
    """The minimum base of the pension: whole, or none below ninety days."""
    return when(jours < JOURS_MINIMUM, ZERO, rules.base_minimum)


def taux_progressif(assiette: Amount, plafond: Amount, rules: Progressif) -> Amount:
    """The rate of a base, in 0,01 point: straight between two thresholds."""
    # The quotient is put on a fine grid first, so that ties of the interpolation stay ties.
    rate = rounded(bareme(assiette / plafond, rules.pentes, rules.seuils), TRILLIONTH)
    return rounded(rate, PERCENT_CENT)


def maladie(assiette: Amount, taux: Amount, year: Annee) -> Amount:
    """Health: the progressive rate up to its ceiling, a fixed one above."""
    cap = year.regles.maladie_plafond
    if cap is None:
        return assiette * taux
    return bareme(assiette, (taux, year.regles.maladie_au_dela), (year.plafond * cap,))


def assiette_ij(assiette: Amount, year: Annee) -> Amount:
    """The base of daily allowances."""
    _, floor, cap = year.regles.ij
    return minimum(maximum(assiette, floor), cap) if _minimums(year) else minimum(assiette, cap)


def indemnites_journalieres(assiette: Amount, year: Annee) -> Amount:
    """Daily allowances."""
    return assiette_ij(assiette, year) * year.regles.ij[0]


def retraite_base(assiette: Amount, year: Annee) -> Amount:
    """The basic pension; three quarters are paid for whatever the income."""
    rules = year.regles
    base = maximum(assiette, year.base_minimum) if _minimums(year) else assiette
    if rules.base_plafond_2 is None:
        return bareme(base, rules.base, (year.plafond,))
    caps = year.plafond, year.plafond * rules.base_plafond_2
    slices = zip(caps, rules.base, strict=True)
    return total([rounded(minimum(base, cap) * rate, EURO) for cap, rate in slices])


def retraite_complementaire(assiette: Amount, year: Annee) -> Amount:
    """The complementary pension, in two slices."""
    rules = year.regles
    # The Cipav's ceiling is the whole year's.
    ceiling = rules.pass_annuel if rules.regime.cipav else year.plafond
    limits = year.complementaire_1, ceiling * rules.complementaire_2
    return bareme(assiette, (*rules.complementaire, constant(0)), limits)


def invalidite_deces(assiette: Amount, year: Annee) -> Amount:
    """Disability and death."""
    rate, floor, cap = year.regles.invalidite
    most = year.plafond if cap is None else year.regles.pass_annuel * cap
    least = rounded(year.plafond * floor, EURO)
    base = maximum(assiette, least) if _minimums(year) else assiette
    return minimum(base, most) * rate


def _minimums(year: Annee) -> bool:
    """Regulated professions keep their minimum bases whatever they receive."""
    regime = year.regles.regime
    return regime.minimums or regime.cipav
