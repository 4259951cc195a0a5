"""What the branch adds to the legal contribution to training: agreement IDCC 3219, art. 36."""

from calculators.kit.amounts import Rate
from calculators.kit.days import Day
from calculators.kit.lines import Sheet
from calculators.law.paie import Effectif
from calculators.law.portage import codes as c


def formation_de_branche(sheet: Sheet, effectif: Effectif, on: Day) -> Rate:
    """The rate of that day; the threshold is 11 employees."""
    return sheet.rate(c.FORMATION if effectif.onze else c.FORMATION_MOINS_DE_11, on)
