"""Units and roundings. Every input, rate and line has a unit; every line states its rounding."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache

EUR = "€"
PERCENT = "%"
NUMBER = ""
DAYS = "jours"
DATE = "date"
TEST = "test"

_CURRENCIES = ("€", "$", "£")
_PURE = (PERCENT, NUMBER)

# Half up away from zero, as spreadsheets do. Nothing is trapped: a division by zero or an
# overflow gives NaN, « non calculable », which spreads and never raises.
CONTEXT = Context(prec=28, rounding=ROUND_HALF_UP, traps=[])
NAN = Decimal("NaN")
HUNDREDTH = Decimal("0.01")


class UnitError(TypeError):
    """Amounts of two natures were mixed: euros added to days, a percentage stored as euros."""


@dataclass(frozen=True, slots=True)
class Rounding:
    """A grid on which a line is put, half up; `quantum` None keeps the value exact."""

    label: str
    quantum: Decimal | None
    places: int = 0

    @property
    def padded(self) -> bool:
        """Whether amounts are shown with all the places of the grid (2,00, not 2)."""
        return self.quantum is not None and self.places <= 4


EXACT = Rounding("", None)
CENT = Rounding("arrondi au centime", Decimal("0.01"), 2)
EURO = Rounding("arrondi à l’euro", Decimal(1), 0)
UNIT = Rounding("arrondi à l’unité", Decimal(1), 0)
HUNDREDTHS = Rounding("arrondi au centième", Decimal("0.01"), 2)
TRILLIONTH = Rounding("arrondi à 12 décimales", Decimal("1E-12"), 12)
BILLIONTH = Rounding("arrondi à 9 décimales", Decimal("1E-9"), 9)
MILLIONTH = Rounding("arrondi au millionième", Decimal("0.000001"), 6)
PERCENT_CENT = Rounding("arrondi à 0,01 point", Decimal("0.0001"), 4)


def reduced(unit: str) -> str:
    """Return the unit that arithmetic knows for a unit as published (€/part → €, % du taux → %)."""
    if unit.startswith(PERCENT):
        return PERCENT
    if unit.startswith(_CURRENCIES):
        return EUR
    return DAYS if unit == DAYS else NUMBER


@cache  # asked of every operation, of a dozen pairs
def same(left: str, right: str) -> str:
    """Unit of a sum, a difference, a choice or a comparison."""
    if left == right:
        return left
    if left in _PURE and right in _PURE:
        return NUMBER
    raise UnitError(f"« {left} » et « {right} » ne se mêlent pas")


@cache
def added(left: str, right: str) -> str:
    """Unit of a sum: two dates or two comparisons have none; a date and days give a date."""
    if {left, right} == {DATE, DAYS}:
        return DATE
    if left in (DATE, TEST) or right in (DATE, TEST):
        raise UnitError(f"« {left} » et « {right} » ne s’ajoutent pas")
    return same(left, right)


@cache
def difference(left: str, right: str) -> str:
    """Unit of left − right: two dates give days."""
    return DAYS if left == right == DATE else same(left, right)


@cache
def product(left: str, right: str) -> str:
    """Unit of left × right: at most one side has a dimension."""
    if left in _PURE:
        return left if right == PERCENT and left == PERCENT else (right or left)
    if right in _PURE:
        return left
    raise UnitError(f"« {left} » × « {right} » n’a pas de sens ici")


@cache
def quotient(left: str, right: str) -> str:
    """Unit of left ÷ right: like over like is a number."""
    if left in (DATE, TEST) or right in (DATE, TEST):
        raise UnitError(f"« {left} » ÷ « {right} » n’a pas de sens ici")
    if left == right or (left in _PURE and right in _PURE):
        return NUMBER
    if right in _PURE:
        return left
    raise UnitError(f"« {left} » ÷ « {right} » n’a pas de sens ici")


def fits(unit: str, line: str) -> bool:
    """Whether an expression of this unit may be stored on a line of that unit."""
    return unit == line or (unit in _PURE and line in _PURE)
