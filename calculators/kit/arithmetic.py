"""What each operation does to numbers: Decimal by the kit's own context, and float.

What cannot be computed is not a number, which spreads; nothing raises.
"""

import math
from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache
from typing import Any

from calculators.kit.units import CONTEXT, NAN

ZERO = Decimal(0)
_add, _quantize = CONTEXT.add, CONTEXT.quantize  # on the hot path


def divide(left: Decimal, right: Decimal) -> Decimal:
    """A quotient; by zero, not a number."""
    return CONTEXT.divide(left, right) if right else NAN


def divide_float(left: float, right: float) -> float:
    """The same on floats."""
    return left / right if right else math.nan


def minimum(*args: Decimal) -> Decimal:
    """The smallest; the built-in loses a NaN, a spreadsheet spreads its error."""
    if len(args) == 2:
        left, right = args
        return NAN if left.is_nan() or right.is_nan() else right if right < left else left
    return Decimal(_of_numbers(min, args, NAN))


def maximum(*args: Decimal) -> Decimal:
    """The largest, likewise."""
    if len(args) == 2:
        left, right = args
        return NAN if left.is_nan() or right.is_nan() else right if right > left else left
    return Decimal(_of_numbers(max, args, NAN))


def minimum_float(*args: float) -> float:
    """The smallest of floats, likewise."""
    return float(_of_numbers(min, args, math.nan))


def maximum_float(*args: float) -> float:
    """The largest of floats, likewise."""
    return float(_of_numbers(max, args, math.nan))


def _of_numbers(best: Callable[..., Any], args: tuple[Any, ...], nan: Any) -> Any:
    for arg in args:  # a plain loop: a generator costs more than the comparison
        if arg != arg:
            return nan
    return best(args)


def total(*args: Decimal) -> Decimal:
    """A sum; of nothing, zero."""
    result = ZERO
    for arg in args:
        result = _add(result, arg)
    return result


def choose(test: Any, yes: Any, no: Any) -> Any:
    """One of two by a comparison; what is no answer stays."""
    return test if test != test else (yes if test else no)


def put_on_grid(value: Decimal, quantum: Decimal) -> Decimal:
    """Rounded half up, away from zero; never -0."""
    # Unary plus turns -0 into 0; an amount too large for the grid becomes NaN.
    result = _quantize(value, quantum)
    return result or CONTEXT.plus(result)


def put_on_grid_float(value: float, quantum: float) -> float:
    """The same on floats, as far as a double can tell a half."""
    return (
        value
        if value != value
        else math.copysign(math.floor(abs(value) / quantum + 0.5), value) * quantum
    )


def ceiling(value: Decimal) -> Decimal:
    """The whole number at or above."""
    return value if value != value else CONTEXT.plus(value.to_integral_value(ROUND_CEILING))


def floor(value: Decimal) -> Decimal:
    """The whole number at or below."""
    return value if value != value else CONTEXT.plus(value.to_integral_value(ROUND_FLOOR))


def ceiling_float(value: float) -> float:
    """The same on floats."""
    return value if value != value else float(math.ceil(value))


def floor_float(value: float) -> float:
    """The same on floats."""
    return value if value != value else float(math.floor(value))


def power(base: Decimal, exponent: Decimal) -> Decimal:
    """A power; quarters go through square roots."""
    found = _any_power(base, exponent)
    return found if found.is_finite() else NAN


def _any_power(base: Decimal, exponent: Decimal) -> Decimal:
    # Decimal ** 1.75 alone costs 42 µs.
    whole, quarters = _in_quarters(exponent)
    if not quarters or not base > 0:
        return CONTEXT.power(base, exponent)
    half = base.sqrt(CONTEXT)
    root = half if quarters == 2 else half.sqrt(CONTEXT)
    root = CONTEXT.multiply(half, root) if quarters == 3 else root
    return CONTEXT.multiply(CONTEXT.power(base, whole), root)


@lru_cache(64)
def _in_quarters(exponent: Decimal) -> tuple[Decimal, int]:
    """The whole part and the quarters above it; none of a number that is not made of quarters."""
    if not exponent.is_finite():
        return exponent, 0
    whole = exponent.to_integral_value(ROUND_FLOOR)
    quarters = (exponent - whole) * 4
    return whole, int(quarters) if quarters == quarters.to_integral_value() else 0


def power_float(base: float, exponent: float) -> float:
    """The same on floats."""
    try:
        return math.pow(base, exponent)
    except (ValueError, OverflowError):
        return math.nan


def scale(base: Any, *steps: Any) -> Any:
    """Progressive scale: rate 1, limit 1, rate 2, limit 2 … last rate."""
    for given in (base, *steps):
        if given != given:
            return given
    result = low = abs(base) * 0  # of the numbers' own type, and never -0
    for rate, limit in zip(steps[::2], (*steps[1::2], None), strict=True):
        if limit is None or base < limit:
            return result + (base - low) * rate if base > low else result
        if limit > low:
            result, low = result + (limit - low) * rate, limit
    return result


def taken_step(base: Any, *steps: Any) -> int:
    """Which argument a bracket takes: the first value whose limit is above the base."""
    for place, limit in enumerate(steps[1::2]):
        if base == base and limit == limit and base < limit:
            return 2 * place + 1
    return len(steps)


def bracket(base: Any, *steps: Any) -> Any:
    """Value 1, limit 1, value 2, limit 2 … last value; as for a choice, only those met count."""
    for value, limit in zip(steps[::2], steps[1::2], strict=False):
        if base != base or limit != limit:
            return base if base != base else limit
        if base < limit:
            return value
    return base if base != base else steps[-1]
