"""What of a micro-entrepreneur's turnover is taxed: CGI 50-0, 102 ter; the option of CGI 151-0."""

from collections.abc import Mapping

from calculators.kit.amounts import Amount, maximum, minimum, total
from calculators.kit.days import Day
from calculators.kit.lines import Sheet
from calculators.kit.rates import RateCode
from calculators.kit.units import EUR
from calculators.law.micro.categories import CATEGORIES, Categorie

ABATTEMENT_MINIMUM = RateCode("abattement_minimum_une_categorie", EUR)
PLAFOND_RFR = RateCode("vl_plafond_rfr_par_part", "€/part")
CODES = (*dict.fromkeys(c.abattement for c in CATEGORIES), ABATTEMENT_MINIMUM, PLAFOND_RFR)


def abattement(sheet: Sheet, bases: Mapping[Categorie, Amount], on: Day) -> Amount:
    """The flat allowance for costs, category by category, never above the turnover."""
    minimal = sheet.rate(ABATTEMENT_MINIMUM, on)
    return total(
        minimum(base, maximum(base * sheet.rate(c.abattement, on), minimal))
        for c, base in bases.items()
    )
