"""Where lines cross: between two points of a grid, then by halves on the formulas themselves."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext
from itertools import combinations

from calculators.kit import units

_NEAR = Decimal("0.0005")
_HALVINGS = 60
_SHORT = 4  # a tie this many times shorter than what holds it is one of rounding

type Values = tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Crossing:
    """Where the first line of a pair passes from one side of the second to the other."""

    pair: tuple[int, int]
    x: Decimal
    y: Decimal


def settled(
    crossings: Iterable[Crossing], at: Callable[[Decimal], Values], least: Decimal
) -> dict[int, Decimal]:
    """The one value of lines that meet, to print: amounts by steps are never equal at a place.

    Lines that jump over each other, by more than `least`, keep their own.
    """
    found: dict[int, Decimal] = {}
    for crossing in crossings:
        first, second = crossing.pair
        here, other = (at(crossing.x)[rank] for rank in crossing.pair)
        if here is None or other is None or abs(here - other) > least:
            continue
        value = found.get(first, found.get(second, other))
        found |= {first: value, second: value}
    return found


def crossed(at: Callable[[Decimal], Values], grid: list[Decimal], count: int) -> Iterator[Crossing]:
    """Every crossing of two lines that neighbouring points of the grid show, in order."""
    found = [
        crossing
        for pair in combinations(range(count), 2)
        for crossing in _pair_crossed(at, grid, pair)
    ]
    return iter(sorted(found, key=lambda crossing: (crossing.x, crossing.pair)))


def _pair_crossed(
    at: Callable[[Decimal], Values], grid: list[Decimal], pair: tuple[int, int]
) -> Iterator[Crossing]:
    def side(x: Decimal) -> int | None:
        """1 where the first line is above the second, 0 on it, None where one is unknown."""
        first, second = (at(x)[rank] for rank in pair)
        return (
            None if first is None or second is None else int(first > second) - int(first < second)
        )

    before: tuple[Decimal, int] | None = None  # the last point where one was above
    for x in grid:
        here = side(x)
        if here is None:
            before = None
        elif here:
            if before is not None and before[1] != here:
                place = _place(side, before, x)
                y = None if place is None else at(place)[pair[0]]
                if place is not None and y is not None:
                    yield Crossing(pair, place, y)
            before = x, here


def _place(
    side: Callable[[Decimal], int | None], start: tuple[Decimal, int], end: Decimal
) -> Decimal | None:
    """The middle of where they are equal to the cent; its start when they stay so for long."""
    low, sign = start
    leaves = _last(low, end, lambda x: side(x) == sign)
    meets = _last(leaves, end, lambda x: side(x) != -sign)
    if side(leaves) is None or side(meets) is None:
        return None
    with localcontext(units.CONTEXT):
        short = (meets - leaves) * _SHORT <= end - low
        return (leaves + meets) / 2 if short else leaves


def _last(low: Decimal, high: Decimal, holds: Callable[[Decimal], bool]) -> Decimal:
    """The border between where something holds and where it no longer does, by halves."""
    with localcontext(units.CONTEXT):
        for _ in range(_HALVINGS):
            if high - low <= _NEAR:
                break
            middle = (low + high) / 2
            low, high = (middle, high) if holds(middle) else (low, middle)
        return high
