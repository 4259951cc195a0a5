"""A third kind of number for the compiled formulas: a whole column of a polars frame.

A Vector is an expression in Float64 and what is known of it whatever the row: bounds, how
far the float may be from the true value, and the grid on which the true value lies. From
these a rounding or a comparison is either proved, or leaves a test that is true on the
rows where the float may mislead: those rows are « delicate » and go the exact way.
"""

import math
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Any, Self

import polars as pl

ULP = 2.0**-53
SAFETY = 2.0  # every bound on an error is taken twice
WIDEST = 1e15  # beyond, a float no longer holds every whole number of grid steps
_EXACT = 10**26  # digits that Decimal keeps, less two


class Inapplicable(Exception):  # noqa: N818 - these formulas go the exact way
    """Nothing can be proved of this formula on floats."""


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """A column of comparisons; null where one side is not computable."""

    expr: pl.Expr
    depth: int
    hollow: bool


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """A column of numbers; null plays NaN, « non calculable »."""

    expr: pl.Expr
    low: float
    high: float
    slip: float  # how far the float may be from the true value
    near: float = math.inf  # the same in proportion to the value; inf: not known
    grid: Fraction | None = None  # the true value, which is Decimal's too, is a multiple of it
    known: tuple[Fraction, ...] = ()  # its values by shape, when no amount changes it
    over: tuple[Fraction, tuple[Fraction, ...]] | None = None  # a quotient: (grid, divisors)
    hollow: bool = False  # may be null
    depth: int = 0  # how many roundings it waits for
    step: str = ""  # the column of whole grid steps that it was read from

    @property
    def bound(self) -> float:
        """The largest magnitude."""
        return max(abs(self.low), abs(self.high))

    def __add__(self, other: Self) -> "Vector":
        return self._sum(other, operator.add, self.low + other.low, self.high + other.high)

    def __sub__(self, other: Self) -> "Vector":
        return self._sum(other, operator.sub, self.low - other.high, self.high - other.low)

    def _sum(self, other: Self, join: Callable[..., Any], low: float, high: float) -> "Vector":
        known = _folded(self, other, join)
        if known:
            return constant(join(self.expr, other.expr), known)
        slip = self.slip + other.slip + ULP * (max(abs(low), abs(high)) + self.slip + other.slip)
        grid = common(self.grid, other.grid)
        return joined(self, other, join(self.expr, other.expr), (low, high), slip, grid=grid)

    def __mul__(self, other: Self) -> "Vector":
        known = _folded(self, other, operator.mul)
        if known:
            return constant(self.expr * other.expr, known)
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        bound = self.bound * other.bound
        slip = self.slip * (other.bound + other.slip) + self.bound * other.slip + 2 * ULP * bound
        grid = self.grid * other.grid if self.grid and other.grid else None
        near = 1.01 * (self.near + other.near + ULP)
        ends = (min(corners), max(corners))
        return joined(self, other, self.expr * other.expr, ends, slip, near=near, grid=grid)


def constant(expr: pl.Expr, known: Sequence[Fraction]) -> Vector:
    """A number that no row changes: one value per shape."""
    values = [float(value) for value in known]
    grid = None
    if all(_finite_decimal(value) for value in known):
        grid = reduce(gcd, (abs(value) for value in known)) or Fraction(1)
    low, high = min(values), max(values)
    if all(value == known[0] for value in known):
        expr = pl.lit(values[0])
    error = SAFETY * 4 * ULP
    slip = error * max(abs(low), abs(high))
    return Vector(expr, low, high, slip, error, grid, tuple(known))


def amount(name: str, high: float, places: int) -> Vector:
    """A column read from text: plain numbers of at most `places` decimals, none negative."""
    return Vector(pl.col(name), 0.0, high, ULP * high, ULP, Fraction(1, 10**places))


def joined(
    left: Vector, right: Vector, expr: pl.Expr, ends: tuple[float, float], slip: float, *,
    near: float = math.inf, grid: Fraction | None = None,
) -> Vector:  # fmt: skip
    """What two vectors make; Inapplicable when it may be too wide for a float."""
    bound = max(abs(ends[0]), abs(ends[1]))
    if not bound < WIDEST:
        raise Inapplicable("too wide")
    if grid is not None and bound >= grid * _EXACT:
        grid = None
    hollow, depth = left.hollow or right.hollow, max(left.depth, right.depth)
    return Vector(expr, *ends, slip, near, grid, hollow=hollow, depth=depth)


def _folded(left: Vector, right: Vector, join: Callable[..., Any]) -> tuple[Fraction, ...]:
    if not (left.known and right.known):
        return ()
    return tuple(join(a, b) for a, b in zip(left.known, right.known, strict=True))


def gcd(a: Fraction, b: Fraction) -> Fraction:
    """The coarsest grid that holds both."""
    top = math.gcd(a.numerator * b.denominator, b.numerator * a.denominator)
    return Fraction(top, a.denominator * b.denominator)


def common(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    """The grid of a sum or of a choice, when both are known."""
    return gcd(a, b) if a and b else None


def _finite_decimal(value: Fraction) -> bool:
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1
