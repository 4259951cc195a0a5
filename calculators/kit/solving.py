"""Solving for an unknown: which input gives a line the value one wants.

The search runs on the unrounded function (floats find the root, Decimal checks it), so a
solution is the law's: a gap of a cent that the rounding of lines makes is none. The answer is
rounded half up to the cent, then moved by a cent while the check forwards, put on the line's
own grid, still misses the target.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Any

from calculators.kit import units
from calculators.kit.calculator import Calculator
from calculators.kit.compiling import Compiled
from calculators.kit.fields import Inputs, values_of
from calculators.kit.operations import ROUND
from calculators.kit.rates import RateBook
from calculators.kit.writing import Options

_STEPS = 240  # points of the first scan: 15 decades of amounts, 16 a decade
_REFINE = 200
_MOST_MOVES = 3


@dataclass(frozen=True, slots=True)
class Solution:
    """One value of the unknown and what the line gives there (unrounded, in its own unit)."""

    value: Decimal
    reached: Decimal


@dataclass(frozen=True, slots=True)
class Problem:
    """`unknown` is the input to find, `line` must reach `target` (points for a percentage)."""

    calculator: Calculator
    rates: RateBook
    inputs: Inputs
    unknown: str
    line: str
    target: Decimal
    low: Decimal = Decimal(0)
    high: Decimal = Decimal("1e11")


def solve(problem: Problem) -> tuple[Solution, ...]:
    """Every solution between `low` and `high`, smallest first; empty when there is none."""
    rough = _function(problem, Options(exact=True, floating=True), float)
    exact = _function(problem, Options(exact=True), lambda value: value)
    roots = [_root(rough, *bracket) for bracket in _brackets(rough, problem)]
    with localcontext(units.CONTEXT):
        found = [_settle(exact, problem, root) for root in roots]
    return tuple(sorted((s for s in found if s is not None), key=lambda s: s.value))


def _function(problem: Problem, options: Options, number: Any) -> Callable[[Any], Any]:
    """The line minus its target, as a function of the unknown alone."""
    probe = problem.inputs.model_copy(update={problem.unknown: Decimal(1)})
    shape = Compiled(problem.calculator, problem.rates, options).shape(probe)
    place, index = shape.args.index(problem.unknown), shape.codes.index(problem.line)
    values = [_as(number, value) for value in values_of(probe, shape.args)]
    target = number(_ratio(problem))

    def gap(value: Any) -> Any:
        args = [*values[:place], value, *values[place + 1 :]]
        return shape.function(*args)[index] - target

    return gap


def _as(number: Any, value: Any) -> Any:
    return number(value) if isinstance(value, Decimal | int) else value


def _ratio(problem: Problem) -> Decimal:
    known = next(d for d in problem.calculator.declarations if d.code == problem.line)
    return problem.target / 100 if known.unit == units.PERCENT else problem.target


def _brackets(gap: Callable[[float], float], problem: Problem) -> list[tuple[float, float]]:
    """Neighbouring points between which the sign changes; a point on the target is its own."""
    low, high = float(problem.low), float(problem.high)
    span = high - low
    points = [low, *(low + span * 10 ** (15 * (i / _STEPS - 1)) for i in range(_STEPS + 1))]
    found = []
    before, gap_before = points[0], gap(points[0])
    for point in points[1:]:
        here = gap(point)
        if gap_before == 0:
            found.append((before, before))
        elif here * gap_before < 0:
            found.append((before, point))
        before, gap_before = point, here
    return found


def _root(gap: Callable[[float], float], low: float, high: float) -> float:
    """Bisection: sure on the steps and kinks that thresholds make."""
    rising = gap(high) > gap(low)
    for _ in range(_REFINE):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if (gap(middle) > 0) == rising:
            high = middle
        else:
            low = middle
    return high


def _settle(exact: Callable[[Decimal], Decimal], problem: Problem, root: float) -> Solution | None:
    """Put a root on the cent and check it forwards; a jump over the target is no solution."""
    if not math.isfinite(root):
        return None
    value = ROUND.decimal(Decimal(root), units.HUNDREDTH)
    grid = _grid(problem)
    for move in range(_MOST_MOVES):
        for candidate in (value + move * units.HUNDREDTH, value - move * units.HUNDREDTH):
            gap = exact(candidate)
            if ROUND.decimal(gap, grid) >= 0 and abs(gap) <= _slack(exact, candidate, grid):
                return Solution(candidate, gap + _ratio(problem))
    return None


def _slack(exact: Callable[[Decimal], Decimal], value: Decimal, grid: Decimal) -> Decimal:
    """What one cent of the unknown may change, and the grid of the line."""
    cent = units.HUNDREDTH
    return abs(exact(value + cent) - exact(value - cent)) + grid


def _grid(problem: Problem) -> Decimal:
    known = next(d for d in problem.calculator.declarations if d.code == problem.line)
    return known.rounding.quantum or units.HUNDREDTH
