"""The six contributions that a base owes, ACRE taken off, and the CSG with the training levy."""

from calculators.kit.amounts import Amount, maximum, rounded
from calculators.kit.units import EURO
from calculators.law.independants import acre, branches
from calculators.law.independants.acre import Acre
from calculators.law.independants.branches import ZERO, Annee

COTISATIONS = (
    "maladie", "indemnites_journalieres", "allocations_familiales", "retraite_base",
    "retraite_complementaire", "invalidite_deces",
)  # fmt: skip
CONTRIBUTIONS = ("csg_deductible", "csg_non_deductible", "cfp")


def taux_maladie(base: Amount, year: Annee) -> Amount:
    """The rate of health."""
    return branches.taux_progressif(base, year.plafond, year.regles.maladie)


def taux_famille(base: Amount, year: Annee) -> Amount:
    """The rate of family allowances."""
    return branches.taux_progressif(base, year.plafond, year.regles.famille)


def cotisations(
    base: Amount, rates: tuple[Amount, Amount], year: Annee, exempt: Acre | None
) -> dict[str, Amount]:
    """What is owed of each, before it is rounded to the euro; `rates` are health's and family's."""
    health, family = rates
    due = {
        "maladie": branches.maladie(base, health, year),
        "indemnites_journalieres": branches.indemnites_journalieres(base, year),
        "allocations_familiales": base * family,
        "retraite_base": branches.retraite_base(base, year),
        "retraite_complementaire": branches.retraite_complementaire(base, year),
        "invalidite_deces": branches.invalidite_deces(base, year),
    }
    return due if exempt is None else _apres_acre(due, base, year, exempt)


def _apres_acre(
    due: dict[str, Amount], base: Amount, year: Annee, exempt: Acre
) -> dict[str, Amount]:
    kept = 1 - acre.taux(exempt, base, year)
    ij = 1 - acre.taux(exempt, branches.assiette_ij(base, year), year)
    return due | {
        "maladie": due["maladie"] - acre.maladie(exempt, due["maladie"], base, year),
        "indemnites_journalieres": due["indemnites_journalieres"] * ij,
        "allocations_familiales": rounded(due["allocations_familiales"], EURO) * kept,
        "retraite_base": due["retraite_base"] * kept,
        "invalidite_deces": rounded(due["invalidite_deces"], EURO) * kept,
    }


def contributions(base: Amount, year: Annee) -> dict[str, Amount]:
    """The CSG, its deductible part apart, and the training levy, on the whole year's ceiling."""
    deductible, other = year.regles.csg
    bearing = maximum(base, ZERO)
    return {
        "csg_deductible": bearing * deductible,
        "csg_non_deductible": bearing * other,
        "cfp": year.regles.cfp,
    }
