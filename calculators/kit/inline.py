"""Operations written out as Python, where calling their function would cost more than they do.

Each text takes names, bound to numbers, and says what its function in the table of operations
says, not a number included; a test proves it. The other names it uses are bound by the writer.
"""

from collections.abc import Sequence
from decimal import Decimal

YES, NO, NOT_A_NUMBER = "ONE_", "ZERO_", "NAN_"

type Known = Sequence[Decimal | float | None]


def total(*args: str) -> str:
    """A sum; of nothing, the row's own zero."""
    return f"({'+'.join(args) or 'total()'})"


def divide(left: str, right: str) -> str:
    """A quotient; by zero, not a number."""
    return f"({left}/{right} if {right} else {NOT_A_NUMBER})"


def smallest(*args: str) -> str:
    """The first of the smallest; what is not a number spreads by the sum."""
    return _extreme("<", "minimum", args)


def largest(*args: str) -> str:
    """The first of the largest, likewise."""
    return _extreme(">", "maximum", args)


def _extreme(sign: str, name: str, args: Sequence[str]) -> str:
    if len(args) != 2:
        return f"{name}({','.join(args)})"
    left, right = args
    return (
        f"({left} if {left}{sign}={right} else {right} if {right}{sign}{left} else {left}+{right})"
    )


def choose(test: str, yes: str, no: str) -> str:
    """A choice by a comparison; what is no answer stays."""
    return f"({no} if not {test} else {yes} if {test}=={test} else {test})"


def compare(sign: str) -> str:
    """A comparison's pattern; neither it nor its opposite holds of what is not a number."""
    opposite = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}[sign]
    return f"({YES} if {{0}}{sign}{{1}} else {NO} if {{0}}{opposite}{{1}} else {{0}}+{{1}})"


def scale(base: str, *steps: str) -> str:
    """A progressive scale whose rates and limits are known and in order."""
    text, full, low = f"abs({base})*0 if {base}<=0", "", ""
    for rate, limit in zip(steps[::2], steps[1::2], strict=False):
        text += f" else {full}{_slice(base, low)}*{rate} if {base}<{limit}"
        full, low = f"{full}{_slice(limit, low)}*{rate}+", limit
    return f"({text} else {full}{_slice(base, low)}*{steps[-1]})"


def _slice(top: str, low: str) -> str:
    return f"({top}-{low})" if low else top


def scale_in_order(args: Known) -> bool:
    """Whether that reading of a scale holds: only its base is unknown, its limits rise."""
    limits = [0, *args[2::2]]
    known = [value for value in [*args[1:], 0] if value is not None and value == value]
    return len(known) == len(args) and limits == sorted(set(limits))  # type: ignore[type-var]


def bracket(base: str, *steps: str) -> str:
    """The value of the first known limit above the base."""
    pairs = zip(steps[::2], steps[1::2], strict=False)
    tests = "".join(f"{value} if {base}<{limit} else " for value, limit in pairs)
    return f"({tests}{steps[-1]} if {base}=={base} else {base})"


def bracket_in_order(args: Known) -> bool:
    """Whether that reading of brackets holds: their limits are known numbers."""
    return all(limit is not None and limit == limit for limit in args[2::2])
