"""The kit's table of operations over Vectors: a Recorder keeps the columns to make on the way
and the tests of the rows where a rounding or a comparison is not proved.
"""

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import polars as pl

from sellerdesk.desk.columns.vectors import (
    SAFETY,
    ULP,
    WIDEST,
    Inapplicable,
    Truth,
    Vector,
    common,
    constant,
    gcd,
    joined,
)  # fmt: skip

_HALF = Fraction(1, 2)


@dataclass
class Recorder:
    """The operations of the kit's table over Vectors; keeps the columns to make on the way."""

    shapes: int
    steps: list[tuple[int, pl.Expr]] = field(default_factory=list)
    doubts: list[pl.Expr] = field(default_factory=list)

    def names(self) -> dict[str, Callable[..., Any]]:
        """What the compiled source calls, by name."""
        return {name: getattr(self, name) for name in NAMES}

    def number(self, name: str, values: Sequence[Decimal]) -> Vector:
        """A constant of the formulas, with its value in each shape."""
        if not all(value.is_finite() for value in values):
            raise Inapplicable("a constant is no number")
        return constant(pl.col(name), [Fraction(value) for value in values])

    def add(self, left: Vector, right: Vector) -> Vector:
        """left + right."""
        return left + right

    def sub(self, left: Vector, right: Vector) -> Vector:
        """left − right."""
        return left - right

    def mul(self, left: Vector, right: Vector) -> Vector:
        """left × right."""
        return left * right

    def div(self, left: Vector, right: Vector) -> Vector:
        """left ÷ right, null when right is zero."""
        known = bool(right.known)
        if known and not all(right.known):
            raise Inapplicable("a constant divisor is zero")
        if left.known and known:
            return constant(
                left.expr / right.expr,
                [a / b for a, b in zip(left.known, right.known, strict=True)],
            )
        smallest, divisor = self._divisor(right)
        near_right = min(right.near, right.slip / smallest)
        bound = left.bound / smallest
        slip = 1.01 * (left.slip / smallest + bound * (near_right + ULP))
        ends = (0.0 if left.low >= 0 and right.low >= 0 else -bound, bound)
        quotient = joined(
            left, right, left.expr / divisor, ends, slip,
            near=1.01 * (left.near + near_right + 2 * ULP),
        )  # fmt: skip
        if known and left.grid and right.grid:
            return replace(quotient, over=(left.grid, right.known))
        return replace(quotient, hollow=quotient.hollow or not known)

    def _divisor(self, right: Vector) -> tuple[float, pl.Expr]:
        """The smallest magnitude of a divisor that is not zero, and the divisor, null at zero."""
        if right.known:
            return min(abs(float(value)) for value in right.known), right.expr
        if self._proved(right):
            least = float(right.grid or 0)
            gap = least / 2
        else:
            least = gap = max(1e-6, 4 * SAFETY * right.slip)
            self.doubts.append(right.expr.abs() <= gap)
        return least / 1.01, pl.when(right.expr.abs() > gap).then(right.expr)

    def _proved(self, value: Vector) -> bool:
        """Whether a multiple of the grid can be told from its neighbours."""
        return value.grid is not None and SAFETY * value.slip < value.grid / 2

    def power(self, base: Vector, exponent: Vector) -> Vector:
        """base to a constant power; a base that may not be above zero is delicate."""
        by = {float(value) for value in exponent.known}
        if len(by) != 1 or not (0 <= (to := by.pop()) <= 8):
            raise Inapplicable("a power that amounts or shapes change")
        least = max(1e-6, 4 * SAFETY * base.slip)
        self.doubts.append(base.expr <= least)
        near = min(base.near, base.slip / least)
        high = max(base.bound, 1.0) ** to
        near = 1.1 * (to * near + 8 * ULP)
        expr = pl.max_horizontal(base.expr, pl.lit(least)).pow(to)
        expr = pl.when(base.expr.is_null()).then(None).otherwise(expr) if base.hollow else expr
        return joined(base, exponent, expr, (0.0, 1.1 * high), near * high, near=near)

    def minimum(self, *args: Vector) -> Vector:
        """The smallest; null as soon as one is."""
        return self._best(args, operator.le, min)

    def maximum(self, *args: Vector) -> Vector:
        """The largest; null as soon as one is."""
        return self._best(args, operator.ge, max)

    def _best(
        self, args: Sequence[Vector], better: Callable[..., Any], end: Callable[..., float]
    ) -> Vector:
        best = args[0]
        for other in args[1:]:
            test = Truth(better(best.expr, other.expr), 0, best.hollow or other.hollow)
            chosen = self._chosen(test, best, other)
            best = replace(chosen, low=end(best.low, other.low), high=end(best.high, other.high))
        return best

    def total(self, *args: Vector) -> Vector:
        """The sum; of none, zero."""
        result = constant(pl.lit(0.0), [Fraction(0)] * self.shapes)
        for arg in args:
            result = result + arg
        return result

    def when(self, test: Truth, yes: Vector, no: Vector) -> Vector:
        """yes or no; null when the test is."""
        chosen = self._chosen(test, yes, no)
        return replace(chosen, low=min(yes.low, no.low), high=max(yes.high, no.high))

    def _chosen(self, test: Truth, yes: Vector, no: Vector) -> Vector:
        expr = pl.when(test.expr).then(yes.expr).otherwise(no.expr)
        if test.hollow:
            expr = pl.when(test.expr.is_not_null()).then(expr)
        ends = (min(yes.low, no.low), max(yes.high, no.high))
        grid = common(yes.grid, no.grid)
        made = joined(
            yes, no, expr, ends, max(yes.slip, no.slip), near=max(yes.near, no.near), grid=grid
        )
        return replace(made, hollow=made.hollow or test.hollow, depth=max(made.depth, test.depth))

    def rounded(self, value: Vector, quantum: Vector) -> Vector:
        """On the grid of `quantum`, half up away from zero: a column of whole steps."""
        steps = quantum.known[0]
        if any(known != steps for known in quantum.known):
            raise Inapplicable("shapes round differently")
        count = _divided(value.expr, steps)
        if value.bound / steps >= WIDEST:
            raise Inapplicable("the grid is too fine")
        slip = SAFETY * (value.slip + 2 * ULP * value.bound) / float(steps)
        gap = _gap_to_tie(value, steps)
        shift = 0.5
        if gap is not None and slip < gap / 2:
            shift += float(gap) / 2
        else:
            self._doubt_ties(count, value, slip)
        if value.low < 0:
            raised = count + pl.when(count < 0).then(-shift).otherwise(shift)
        else:
            raised = count + shift
        return self._step(value, raised, steps)

    def _step(self, value: Vector, raised: pl.Expr, steps: Fraction) -> Vector:
        name, depth = f"r{len(self.steps)}", value.depth + 1
        self.steps.append((value.depth, raised.cast(pl.Int64).alias(name)))
        expr = _times(pl.col(name).cast(pl.Float64), steps)
        low = 0.0 if value.low >= 0 else value.low - float(steps)
        high, near = value.high + float(steps), 2 * ULP
        slip = near * max(abs(low), abs(high))
        return Vector(
            expr, low, high, slip, near, steps, hollow=value.hollow, depth=depth, step=name
        )

    def _doubt_ties(self, count: pl.Expr, value: Vector, slip: float) -> None:
        """Delicate: as near to a half as the float may be from the truth."""
        error: pl.Expr | float = slip
        if slip > 1e-6:  # then in proportion to each value
            if value.near > 1e-3:
                if slip > 0.1:
                    raise Inapplicable("too far from the truth")
            else:
                error = count.abs() * (SAFETY * (value.near + 4 * ULP)) + 1e-12
        half = count - count.floor() - 0.5
        self.doubts.append(half.abs() <= error)

    def ceiling(self, value: Vector) -> Vector:
        """The next whole number at or above."""
        return self._whole(value, -1)

    def floor(self, value: Vector) -> Vector:
        """The whole number at or below."""
        return self._whole(value, 1)

    def _whole(self, value: Vector, side: int) -> Vector:
        gap = None if value.grid is None else gcd(value.grid, Fraction(1))
        slip, expr = SAFETY * (value.slip + ULP * value.bound), value.expr
        if gap is not None and slip < gap / 2:
            expr = expr + side * float(gap) / 2
        else:
            self.doubts.append((expr - expr.round()).abs() <= slip)
        expr = expr.floor() if side > 0 else expr.ceil()
        low = 0.0 if value.low >= 0 else value.low - 1
        return replace(
            value, expr=expr + 0.0, low=low, high=value.high + 1, slip=0.0, near=0.0,
            grid=Fraction(1), known=(), over=None, step="",
        )  # fmt: skip

    def scale(self, base: Vector, *steps: Vector) -> Vector:
        """Progressive scale: rate 1, limit 1, rate 2, limit 2 … last rate."""
        nothing = self.total()
        result, low = nothing, nothing
        for rate, limit in zip(steps[::2], (*steps[1::2], None), strict=True):
            top = base if limit is None else self.minimum(base, limit)
            result = result + self.maximum(top - low, nothing) * rate
            low = self.maximum(low, top)
        return result

    def bracket(self, base: Vector, *steps: Vector) -> Vector:
        """The first value whose limit is above: value 1, limit 1, value 2, limit 2 … last value."""
        result = steps[-1]
        for value, limit in reversed(list(zip(steps[::2], steps[1::2], strict=False))):
            result = self.when(self.lt(base, limit), value, result)
        return result

    def lt(self, left: Vector, right: Vector) -> Truth:
        """left < right."""
        return self._compared(left - right, -1, operator.lt)

    def le(self, left: Vector, right: Vector) -> Truth:
        """left ≤ right."""
        return self._compared(left - right, 1, operator.lt)

    def gt(self, left: Vector, right: Vector) -> Truth:
        """left > right."""
        return self._compared(left - right, 1, operator.gt)

    def ge(self, left: Vector, right: Vector) -> Truth:
        """left ≥ right."""
        return self._compared(left - right, -1, operator.gt)

    def _compared(self, gap: Vector, side: int, test: Callable[..., Any]) -> Truth:
        if self._proved(gap):
            limit = side * float(gap.grid or 0) / 2
        else:
            limit = 0.0
            self.doubts.append(gap.expr.abs() <= SAFETY * gap.slip + 1e-12)
        return Truth(test(gap.expr, limit), gap.depth, gap.hollow)


NAMES = (
    "add", "sub", "mul", "div", "power", "minimum", "maximum", "total", "when", "rounded",
    "ceiling", "floor", "scale", "bracket", "lt", "le", "gt", "ge",
)  # fmt: skip


def _gap_to_tie(value: Vector, steps: Fraction) -> Fraction | None:
    """The least distance, in grid steps, from a half that the true value can have but zero."""
    if value.grid is not None:
        return gcd(value.grid / steps, _HALF)
    if value.over is not None:
        grid, divisors = value.over
        return min(gcd(2 * grid, abs(by) * steps) / (2 * abs(by) * steps) for by in divisors)
    return None


def _divided(expr: pl.Expr, steps: Fraction) -> pl.Expr:
    return expr * float(1 / steps) if (1 / steps).denominator == 1 else expr / float(steps)


def _times(expr: pl.Expr, steps: Fraction) -> pl.Expr:
    return expr / float(1 / steps) if (1 / steps).denominator == 1 else expr * float(steps)
