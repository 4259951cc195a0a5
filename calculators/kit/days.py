"""Dates of a calculation, and the rows of a list: both ask the sheet for traced leaves."""

from dataclasses import dataclass
from datetime import MAXYEAR, date
from typing import TYPE_CHECKING, Any

from calculators.kit import units
from calculators.kit.amounts import Amount, Input, constant
from calculators.kit.names import cell_name

if TYPE_CHECKING:
    from calculators.kit.lines import Sheet


class Day:
    """A date given by the user, or one that a choice fixes (without name). Whatever asks it a
    question narrows the span of dates over which the answer, and so the shape of the calculation,
    stays the same."""

    __slots__ = ("_sheet", "name", "value")

    def __init__(self, sheet: "Sheet", name: str, value: date) -> None:
        self._sheet, self.name, self.value = sheet, name, value

    def before(self, limit: date) -> bool:
        """Whether the day is strictly before another."""
        is_before = self.value < limit
        self.narrow(date.min if is_before else limit, limit if is_before else date.max)
        return is_before

    @property
    def year(self) -> int:
        """The civil year."""
        year = self.value.year
        self.narrow(date(year, 1, 1), date.max if year == MAXYEAR else date(year + 1, 1, 1))
        return year

    @property
    def month(self) -> date:
        """The first day of its month."""
        return self._first(date(self.value.year, self.value.month, 1), months=1)

    @property
    def quarter(self) -> date:
        """The first day of its civil quarter."""
        first = self.value.month - (self.value.month - 1) % 3
        return self._first(date(self.value.year, first, 1), months=3)

    @property
    def only(self) -> date:
        """The day itself: the shape holds on it alone."""
        following = date.fromordinal(min(self.value.toordinal() + 1, date.max.toordinal()))
        self.narrow(self.value, following)
        return self.value

    def _first(self, start: date, *, months: int) -> date:
        self.narrow(start, months_later(start, months))
        return start

    @property
    def amount(self) -> Amount:
        """The date as an amount: the difference of two is a number of days."""
        if not self.name:
            return constant(self.value.toordinal(), units.DATE)
        return self._sheet.dated(self.name)

    def narrow(self, start: date, end: date) -> None:
        """Say that the shape may change outside [start, end)."""
        if not self.name:
            return
        low, high = self._sheet.spans.get(self.name, (date.min, date.max))
        self._sheet.spans[self.name] = (max(low, start), min(high, end))


def months_later(start: date, months: int) -> date:
    """The first day of the month that comes so many months after; date.max past the calendar."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date.max if year > MAXYEAR else date(year, month + 1, 1)


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A row of a list that the user gave: `row["ventes"]` is a traced cell."""

    sheet: "Sheet"
    name: str
    index: int
    given: Any  # the row's own model, for its choices

    def __getitem__(self, column: str) -> Input:
        """The traced amount of a cell; an absent one raises KeyError."""
        return self.sheet.input(cell_name(self.name, self.index, column))

    def day(self, column: str) -> Day:
        """A date of the row."""
        return self.sheet.day(cell_name(self.name, self.index, column))
