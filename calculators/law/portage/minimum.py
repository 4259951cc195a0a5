"""Minimum pay: a percentage of the 2017 ceiling, by level (agreement, art. 21.3; rider 12)."""

from calculators.kit.amounts import Amount
from calculators.kit.days import Day
from calculators.kit.fields import Choice
from calculators.kit.lines import Sheet
from calculators.kit.rates import RateCode
from calculators.law.portage.codes import PLAFOND_2017


class Echelon(Choice):
    """The level of the agreement since rider 12."""

    PREMIER = "premier_niveau", "1er niveau (24 mois au plus de missions de même nature)"
    JUNIOR = "junior", "Junior"
    SENIOR = "senior", "Senior"
    EXPERT = "expert", "Expert (forfait jours)"


def _part(echelon: str) -> RateCode:
    return RateCode(f"portage_minimum_part_{echelon}", "% du PMSS de 2017")


AVENANT_12 = {echelon: _part(echelon.value) for echelon in Echelon}
_AVANT = {
    Echelon.PREMIER: _part("junior_avant_2024"),
    Echelon.JUNIOR: _part("junior_avant_2024"),
    Echelon.SENIOR: _part("senior_avant_2024"),
    Echelon.EXPERT: _part("forfait_jours_avant_2024"),
}
CODES = (PLAFOND_2017, *AVENANT_12.values(), *dict.fromkeys(_AVANT.values()))


def compte_la_reserve(sheet: Sheet, echelon: Echelon, on: Day) -> bool:
    """Whether the minimum of that day includes the reserve: so it seems since rider 12."""
    return sheet.knows(AVENANT_12[echelon], on)


def salaire_minimum(sheet: Sheet, echelon: Echelon, on: Day) -> Amount:
    """The monthly minimum of a full time. The ceiling of the year never enters it: the extension
    left the yearly revaluation out."""
    table = AVENANT_12 if compte_la_reserve(sheet, echelon, on) else _AVANT
    return sheet.rate(PLAFOND_2017, on) * sheet.rate(table[echelon], on)
