"""ACRE of the self-employed at the real regime: CSS L131-6-4, D131-6-1.

The date of creation chooses the exemption (whole for creations up to 2025, a quarter since). Full
up to 75 % of the ceiling, it decreases to nothing at the ceiling. It runs for twelve months: of
the year after the creation, only the days that are left count.
"""

from dataclasses import dataclass
from datetime import date

from calculators.kit.amounts import Amount, Rate, constant, maximum, when
from calculators.kit.days import Day
from calculators.kit.lines import Sheet
from calculators.kit.rates import RateCode
from calculators.kit.units import DAYS, EUR
from calculators.law.independants import branches
from calculators.law.independants.branches import Annee

EXONERATION = RateCode("ti_acre_exoneration", "% de la cotisation")
COEFFICIENT = RateCode("ti_acre_coefficient", "")
SEUIL_PLEIN = RateCode("ti_acre_seuil_plein", "% PASS")
CODES = (EXONERATION, COEFFICIENT, SEUIL_PLEIN)
ZERO, RIEN, JOUR = constant(0, EUR), constant(0), constant(1, DAYS)
JOURS = 365


@dataclass(frozen=True, slots=True, eq=False)
class Acre:
    """The exemption of a business: its rates, and the share of the year that it covers."""

    exoneration: Rate
    coefficient: Rate
    seuil_plein: Rate
    part: Amount | None  # the whole year when there is none

    def part_de(self, reduction: Amount) -> Amount:
        """A whole year's reduction, for the days that it covers."""
        return reduction if self.part is None else reduction * self.part


def acre(sheet: Sheet, creation: Day, annee: int) -> Acre | None:
    """ACRE in a year; none when the twelve months are over, or have not begun."""
    age = annee - creation.year
    if age not in (0, 1):
        return None
    part = None
    if age:
        elapsed = sheet.moment(date(annee, 1, 1)).amount - creation.amount
        part = maximum((JOURS - elapsed / JOUR) / JOURS, RIEN)
    return Acre(
        sheet.rate(EXONERATION, creation), sheet.rate(COEFFICIENT, creation),
        sheet.rate(SEUIL_PLEIN, creation), part,
    )  # fmt: skip


def taux(rules: Acre, assiette: Amount, year: Annee) -> Amount:
    """The share of a contribution that is not due, on the base that bears it."""
    falling = (year.plafond - assiette) / assiette * rules.coefficient
    full = assiette <= year.plafond * rules.seuil_plein
    return rules.part_de(when(full, rules.exoneration, maximum(falling, RIEN)))


def reduction_maladie(rules: Acre, due: Amount, assiette: Amount, year: Annee) -> Amount:
    """What is taken off health, whose rate varies: the formula of the text itself."""
    bound = year.plafond * rules.seuil_plein
    at_bound = branches.taux_progressif(bound, year.plafond, year.regles.maladie)
    owed = branches.maladie(bound, at_bound, year) * rules.coefficient / rules.seuil_plein
    falling = maximum(year.plafond - assiette, ZERO) * (owed / year.plafond)
    return rules.part_de(when(assiette < bound, due * rules.exoneration, falling))
