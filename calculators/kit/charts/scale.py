"""Axes: round ticks over a range, amounts written short, fractions for drawing."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext

from calculators.kit import french, units

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_MILLION, _BILLION = Decimal(10**6), Decimal(10**9)


@dataclass(frozen=True, slots=True)
class Scale:
    """A range of amounts and the round step of its ticks."""

    low: Decimal
    high: Decimal
    step: Decimal

    def at(self, value: Decimal) -> float:
        """Where a value stands: 0 at `low`, 1 at `high`."""
        with localcontext(units.CONTEXT):
            return float((value - self.low) / (self.high - self.low))

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """The multiples of the step within the range."""
        with localcontext(units.CONTEXT):
            first = _whole(self.low / self.step, ROUND_CEILING)
            last = _whole(self.high / self.step, ROUND_FLOOR)
            return tuple((first + rank) * self.step for rank in range(int(last - first) + 1))


def between(low: Decimal, high: Decimal, *, most: int) -> Scale:
    """This very range, cut by its step in at most so many parts; `high` above `low`."""
    with localcontext(units.CONTEXT):
        share = (high - low) / most
        size = Decimal(1).scaleb(share.adjusted())
        return Scale(low, high, next(step * size for step in _STEPS if step * size >= share))


def around(values: Iterable[Decimal], *, most: int) -> Scale:
    """A range that holds zero and the values, and ends on a tick above them."""
    known = (Decimal(0), *values)
    low, high = min(known), max(known)
    with localcontext(units.CONTEXT):
        step = between(low, high if high > low else low + 1, most=most).step
        top = max(_whole(high / step, ROUND_CEILING), Decimal(int(low == 0)))
        return Scale(low, top * step, step)


def _whole(value: Decimal, rounding: str) -> Decimal:
    return value.to_integral_value(rounding) + 0  # never -0


def read(value: Decimal, unit: str) -> Decimal:
    """An amount as it is read: a percentage in points."""
    return units.CONTEXT.multiply(value, Decimal(100)) if unit == units.PERCENT else value


def tick(value: Decimal, unit: str) -> str:
    """A round amount on an axis: « 20 000 € », « 1,5 M€ »."""
    return _large(value, unit, _MILLION) or _plain(value, unit)


def brief(value: Decimal, unit: str) -> str:
    """An amount where room is short: no cents when there are none, or from a million on."""
    if not value.is_finite():
        return french.NOT_COMPUTABLE
    if unit == units.EUR and abs(value) >= _MILLION:
        return _large(value, unit, _BILLION) or french.number(value, 0) + french.NBSP + unit
    whole = value == value.to_integral_value()
    return _plain(value, unit) if whole else french.with_unit(value, unit)


def _plain(value: Decimal, unit: str) -> str:
    if unit != units.EUR:
        return french.with_unit(value, unit)
    return french.number(value) + french.NBSP + unit


def _large(value: Decimal, unit: str, least: Decimal) -> str:
    """« 1,5 M€ », or nothing for less than `least`."""
    for size, letters in ((_BILLION, "Md"), (_MILLION, "M")):
        if unit == units.EUR and abs(value) >= size >= least:
            text = french.number(units.CONTEXT.divide(value, size), 2)
            return text.rstrip("0").rstrip(",") + french.NBSP + letters + unit
    return ""


def sentence(parts: Iterable[str]) -> str:
    """Several parts as one sentence."""
    return f"{french.NBSP}; ".join(parts) + "."
