"""The six contributions that a base owes, each on its line, less what ACRE takes off."""

from calculators.kit.amounts import Amount, maximum, rounded, total
from calculators.kit.lines import Line, declared
from calculators.kit.parts import Part
from calculators.kit.units import EURO, EXACT, PERCENT, PERCENT_CENT
from calculators.law.independants import acre, branches
from calculators.law.independants.acre import Acre
from calculators.law.independants.branches import ZERO, Annee

COTISATIONS = (
    "maladie", "indemnites_journalieres", "allocations_familiales", "retraite_base",
    "retraite_complementaire", "invalidite_deces",
)  # fmt: skip


class Cotisations(Part):
    """What a base owes; the law rounds each contribution to the euro."""

    taux_maladie = declared("Taux de maladie-maternité", PERCENT_CENT, unit=PERCENT, level="detail")
    taux_allocations_familiales = declared(
        "Taux d’allocations familiales", PERCENT_CENT, unit=PERCENT, level="detail"
    )
    exoneration = declared("Part exonérée par l’Acre", EXACT, unit=PERCENT, level="detail")
    exoneration_ij = declared(
        "Part exonérée par l’Acre, indemnités journalières", EXACT, unit=PERCENT, level="detail"
    )
    exoneration_maladie = declared("Maladie, maternité : exonération Acre", EURO, level="detail")
    maladie = declared("Maladie, maternité", EURO, nature="cotisations")
    indemnites_journalieres = declared("Indemnités journalières", EURO, nature="cotisations")
    allocations_familiales = declared("Allocations familiales", EURO, nature="cotisations")
    retraite_base = declared("Retraite de base", EURO, nature="cotisations")
    retraite_complementaire = declared("Retraite complémentaire", EURO, nature="cotisations")
    invalidite_deces = declared("Invalidité, décès", EURO, nature="cotisations")


def cotisations(part: Cotisations, base: Amount, year: Annee, exempt: Acre | None) -> Amount:
    """Fill the lines of a base; return their sum."""
    rules = year.regles
    part.taux_maladie = branches.taux_progressif(base, year.plafond, rules.maladie)
    part.taux_allocations_familiales = branches.taux_progressif(base, year.plafond, rules.famille)
    health = branches.maladie(base, part.taux_maladie, year)
    daily = branches.indemnites_journalieres(base, year)
    family = base * part.taux_allocations_familiales
    pension = branches.retraite_base(base, year)
    disability = branches.invalidite_deces(base, year)
    if rules.regime.anciennes:
        health = maximum(health - rounded(daily, EURO), ZERO)
    if exempt is not None:
        part.exoneration = acre.taux(exempt, base, year)
        part.exoneration_ij = acre.taux(exempt, branches.assiette_ij(base, year), year)
        part.exoneration_maladie = acre.reduction_maladie(exempt, health, base, year)
        kept = 1 - part.exoneration
        health = health - part.exoneration_maladie
        daily = daily * (1 - part.exoneration_ij)
        # Urssaf's engine rounds these two before the exemption, the pension after it.
        family, disability = rounded(family, EURO) * kept, rounded(disability, EURO) * kept
        pension = pension * kept
    part.maladie = health
    part.indemnites_journalieres = daily
    part.allocations_familiales = family
    part.retraite_base = pension
    part.retraite_complementaire = branches.retraite_complementaire(base, year)
    part.invalidite_deces = disability
    return total(lignes(part))


def lignes(part: Cotisations) -> tuple[Line, ...]:
    """The six contributions."""
    return tuple(part.lines[code] for code in COTISATIONS)
