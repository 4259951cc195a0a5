"""The searches that a workbook can make by itself: trials side by side, one a column.

A search is a bisection where its trial never falls (`highest`), or steps as long as what is
missing (`lowest`), as in kit/seeking.py; here their number is fixed. What cannot be written so
(a search inside a trial, an amount out of reach) keeps the value that we found.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import cached_property

from calculators.kit import readings, units
from calculators.kit.amounts import Amount, Rate, walk
from calculators.kit.calculator import Result
from calculators.kit.lines import Line
from calculators.kit.seeking import Tried
from sellerdesk.reports.leaves import code_of, rate_key

HALVINGS = 30  # a centime out of ten millions of euros
STEPS = 40
WIDEST = 2**HALVINGS - 1  # cents

type Key = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Trial:
    """One column: the bounds in cents of a bisection, what is tried, what comes out."""

    low: int
    high: int
    cents: int
    values: tuple[Decimal, ...]
    gap: Decimal  # what is left below the target, or missing

    @property
    def fits(self) -> bool:
        """Whether the trial does not exceed the target."""
        return self.gap >= 0


@dataclass(frozen=True)
class Search:
    """A search of one result, under the name of its answer."""

    line: Line
    amount: Amount
    name: str

    @property
    def tried(self) -> Tried:
        """The formulas of a trial."""
        assert self.amount.op is not None  # noqa: S101  of every search
        tried: Tried = self.amount.op.tried
        return tried

    @property
    def target(self) -> Amount:
        """What the trial must not exceed, or reach."""
        target: Amount = self.amount.args[0]
        return target

    @cached_property
    def trials(self) -> tuple[Trial, ...]:
        """Every column, with the values of this result."""
        with localcontext(units.CONTEXT):
            return tuple(self._halved() if self.tried.highest else self._stepped())

    @property
    def ends(self) -> bool:
        """Whether the last column holds the answer of this result."""
        last = self.trials[-1]
        if self.tried.highest:
            found = last.cents if last.fits else last.low
            return found * units.HUNDREDTH == self.amount.value and found < WIDEST - 1
        return last.gap <= 0 and last.cents * units.HUNDREDTH == self.amount.value

    def _tried(self, low: int, high: int, cents: int) -> Trial:
        given = [leaf.value for leaf in self.amount.args[1:]]
        values = self.tried.values(cents * units.HUNDREDTH, *given)
        return Trial(low, high, cents, values, self.target.value - values[-1])

    def _halved(self) -> Iterator[Trial]:
        low, high = -1, WIDEST
        for _ in range(HALVINGS):
            one = self._tried(low, high, (low + high) // 2)
            yield one
            low, high = (one.cents, high) if one.fits else (low, one.cents)

    def _stepped(self) -> Iterator[Trial]:
        cents = 0
        for _ in range(STEPS):
            one = self._tried(0, 0, cents)
            yield one
            if one.gap > 0:
                cents += max(int(one.gap * 100) - 1, 1)


def key(amount: Amount) -> Key:
    """What tells two searches of one result apart: their formulas, and what their target names,
    however a spreadsheet has to write it."""
    assert amount.op is not None  # noqa: S101  of every search
    codes = (code_of(leaf) for leaf in readings.leaves(amount.args[0]))
    return amount.op.name, tuple(filter(None, codes))


def found(result: Result, names: Mapping[str, str]) -> Iterator[tuple[Line, Amount]]:
    """Every search of a result that a workbook can make, once; `names` are those of its lines."""
    seen: set[Key] = set()
    for line in result.lines:
        for amount in searched(line.raw):
            if key(amount) not in seen and _writable(amount, result, names):
                seen.add(key(amount))
                yield line, amount


def searched(amount: Amount) -> list[Amount]:
    """The searches that an expression makes."""
    nodes: list[Amount] = []
    walk(amount, lambda node: nodes.append(node) if node.op and node.op.searched else None)
    return nodes


def _writable(amount: Amount, result: Result, names: Mapping[str, str]) -> bool:
    """Whether every leaf of the trials has a cell, and the trials come to our answer."""
    assert amount.op is not None  # noqa: S101  of every search
    tried: Tried = amount.op.tried
    own = {id(line) for line in tried.lines}
    rates = {rate_key(rate) for line in result.lines for rate in readings.rates_of(line)}
    for line in tried.lines:
        if searched(line.raw):
            return False
        for leaf in readings.leaves(line.raw):
            if isinstance(leaf, Line) and id(leaf) not in own and leaf.code not in names:
                return False
            if isinstance(leaf, Rate) and rate_key(leaf) not in rates:
                return False
    return not amount.value.is_nan() and Search(result.lines[0], amount, "").ends
