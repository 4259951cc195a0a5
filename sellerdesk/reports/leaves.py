"""What tells the leaves of formulas apart, whatever name a workbook gives them."""

from datetime import date

from calculators.kit.amounts import Amount, Input, Rate
from calculators.kit.lines import Line

type RateKey = tuple[str, date | None]


def rate_key(rate: Rate) -> RateKey:
    """What tells two uses of a rate apart: its code and the start of its version."""
    return rate.fact.code, rate.fact.valid_from


def code_of(amount: Amount) -> str:
    """The code of a line, the name of an input; nothing for any other amount."""
    match amount:
        case Line():
            return amount.code
        case Input():
            return amount.name
    return ""
