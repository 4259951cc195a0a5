"""Random formulas, and a reader of the written languages to check them against.

Numbers are exact fractions here, so only the grouping of a text can make two answers differ.
"""

import math
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from calculators.kit.amounts import (
    Amount,
    Input,
    bareme,
    ceiling,
    constant,
    floor,
    maximum,
    minimum,
    rounded,
    total,
    tranche,
    when,
)  # fmt: skip
from calculators.kit.units import CENT

NAMES = "abcd"
TWO_LIMITS = [constant(10), constant(100)]
type Tree = Any  # a name, a whole number, or (kind, tree, tree, tree)

_TELLING = ("0", "1", "-1", "0.005", "-0.005", "17.615", "-17.615", "1E+11", "0.000001")
VALUES = st.one_of(
    st.sampled_from([Decimal(text) for text in _TELLING]),
    st.decimals(-1000, 1000, places=2),
    st.decimals(-(10**11), 10**11, places=6),
)
GIVEN = st.fixed_dictionaries(dict.fromkeys(NAMES, VALUES))

INFIX = ("add", "sub", "mul", "div")
WRITTEN = (*INFIX, "min", "max")  # what a person's text and a spreadsheet's both call alike
GROUPED = (*WRITTEN, "sum", "when", "scale", "bracket")
ALL = (*GROUPED, "round", "ceil", "floor")
SHORTENED = (*ALL, "known_scale", "on_grid")  # what the compiled reading writes its own way


def trees(*kinds: str) -> st.SearchStrategy[Tree]:
    """Formulas over `NAMES` and whole numbers."""
    leaves = st.sampled_from(NAMES) | st.integers(0, 9)
    return st.recursive(leaves, lambda t: st.tuples(st.sampled_from(kinds), t, t, t), max_leaves=20)


def build(tree: Tree, leaves: Mapping[str, Amount]) -> Amount:
    """The traced amount of a tree."""
    if isinstance(tree, str):
        return leaves[tree]
    if isinstance(tree, int):
        return constant(tree)
    a, b, c = (build(branch, leaves) for branch in tree[1:])
    made: dict[str, Callable[[], Amount]] = {
        "add": lambda: a + b,
        "sub": lambda: a - b,
        "mul": lambda: a * b,
        "div": lambda: a / b,
        "min": lambda: minimum(a, b, c),
        "max": lambda: maximum(a, b),
        "sum": lambda: total([a, b, c]),
        "round": lambda: rounded(a, CENT),
        "ceil": lambda: ceiling(a),
        "floor": lambda: floor(a),
        # only leaves are compared: a quotient has no exact threshold
        "when": lambda: when(leaves["a"] < leaves["b"], a, b),
        "bracket": lambda: tranche(leaves["a"], [a, b, c], TWO_LIMITS),
        "scale": lambda: bareme(a, [constant(0), b, c], TWO_LIMITS),
        "known_scale": lambda: bareme(a, [constant(2), constant(0), constant(3)], TWO_LIMITS),
        "on_grid": lambda: rounded(minimum(rounded(a, CENT), 100) - rounded(b, CENT), CENT),
    }
    return made[tree[0]]()


def inputs(given: Mapping[str, Decimal]) -> dict[str, Amount]:
    """An input leaf for each value."""
    return {name: Input(name, value, "") for name, value in given.items()}


def leaf_text(amount: Amount) -> str:
    """A leaf in the written languages: its name, or its number."""
    return amount.name if isinstance(amount, Input) else f"{amount.value:f}"


class Cell:
    """A spreadsheet's cell: an exact number, or an error, which spreads."""

    def __init__(self, value: Fraction | None) -> None:
        self.value = value

    def __add__(self, other: Any) -> "Cell":
        return combine(lambda a, b: a + b, self, other)

    def __sub__(self, other: Any) -> "Cell":
        return combine(lambda a, b: a - b, self, other)

    def __mul__(self, other: Any) -> "Cell":
        return combine(lambda a, b: a * b, self, other)

    def __truediv__(self, other: Any) -> "Cell":
        return combine(lambda a, b: a / b if b else None, self, other)

    def __radd__(self, other: Any) -> "Cell":
        return cell(other) + self

    def __rsub__(self, other: Any) -> "Cell":
        return cell(other) - self

    def __rmul__(self, other: Any) -> "Cell":
        return cell(other) * self

    def __rtruediv__(self, other: Any) -> "Cell":
        return cell(other) / self

    def __lt__(self, other: Any) -> "Cell":
        return combine(lambda a, b: Fraction(a < b), self, other)

    def __le__(self, other: Any) -> "Cell":
        return combine(lambda a, b: Fraction(a <= b), self, other)

    def __gt__(self, other: Any) -> "Cell":
        return combine(lambda a, b: Fraction(a > b), self, other)

    def __ge__(self, other: Any) -> "Cell":
        return combine(lambda a, b: Fraction(a >= b), self, other)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Cell) and self.value == other.value

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "error" if self.value is None else str(self.value)


def cell(value: Any) -> Cell:
    """A cell of a number; NaN is an error."""
    if isinstance(value, Cell):
        return value
    if isinstance(value, Decimal) and not value.is_finite():
        return Cell(None)
    return Cell(Fraction(value))


def combine(rule: Callable[..., Fraction | None], *given: Any) -> Cell:
    """Apply a rule to cells; an error spreads."""
    numbers = [cell(value).value for value in given]
    return Cell(None if None in numbers else rule(*numbers))


def _half_up(value: Fraction, places: Fraction) -> Fraction:
    step = Fraction(10) ** int(places)
    size = Fraction(math.floor(abs(value) * step + Fraction(1, 2))) / step
    return size if value >= 0 else -size


def _choose(test: Any, yes: Any, no: Any) -> Cell:
    asked = cell(test).value
    return Cell(None) if asked is None else cell(yes if asked else no)


FUNCTIONS: dict[str, Callable[..., Cell]] = {
    "MIN": lambda *a: combine(lambda *n: min(n), *a),
    "MAX": lambda *a: combine(lambda *n: max(n), *a),
    "SUM": lambda *a: combine(lambda *n: sum(n, Fraction(0)), *a),
    "POWER": lambda a, b: combine(lambda x, y: Fraction(x ** int(y)), a, b),
    "ROUND": lambda a, places: combine(_half_up, a, places),
    "CEILING": lambda a, _: combine(lambda x: Fraction(math.ceil(x)), a),
    "FLOOR": lambda a, _: combine(lambda x: Fraction(math.floor(x)), a),
    "IF": _choose,
}


def evaluate(text: str, given: Mapping[str, Any]) -> Cell:
    """What a spreadsheet that computes exactly would answer."""
    names = {name: cell(value) for name, value in given.items()}
    exact = re.sub(r"(?<![\w.])\d+(?:\.\d+)?", r"CELL('\g<0>')", text)  # 1/3 is no double here
    return cell(eval(exact, {**FUNCTIONS, "CELL": cell}, names))  # noqa: S307 our own formula


def signs(french: str) -> str:
    """An arithmetic formula in French with a spreadsheet's signs and names."""
    for sign, other in (
        ("×", "*"), ("÷", "/"), ("−", "-"), (" ; ", ","), ("≤", "<="), ("≥", ">="),
        ("le plus petit de ", "MIN"), ("le plus grand de ", "MAX"),
    ):  # fmt: skip
        french = french.replace(sign, other)
    return french


def reference(tree: Tree, given: Mapping[str, Any]) -> Cell:
    """The exact answer of a tree, found without any text."""
    if not isinstance(tree, tuple):
        return cell(given[tree] if isinstance(tree, str) else tree)
    a, b, c = (reference(branch, given) for branch in tree[1:])
    rules: dict[str, Callable[[], Cell]] = {
        "add": lambda: a + b,
        "sub": lambda: a - b,
        "mul": lambda: a * b,
        "div": lambda: a / b,
        "min": lambda: FUNCTIONS["MIN"](a, b, c),
        "max": lambda: FUNCTIONS["MAX"](a, b),
        "sum": lambda: FUNCTIONS["SUM"](a, b, c),
        "round": lambda: FUNCTIONS["ROUND"](a, 2),
        "ceil": lambda: FUNCTIONS["CEILING"](a, 1),
        "floor": lambda: FUNCTIONS["FLOOR"](a, 1),
        "when": lambda: _choose(cell(given["a"]) < cell(given["b"]), a, b),
        "bracket": lambda: _choose(
            cell(given["a"]) < cell(10), a, _choose(cell(given["a"]) < cell(100), b, c)
        ),
        "scale": lambda: combine(_scale, a, b, c),
    }
    return rules[tree[0]]()


def _scale(base: Fraction, middle: Fraction, top: Fraction) -> Fraction:
    between = min(max(base - 10, Fraction(0)), Fraction(90))
    return between * middle + max(base - 100, Fraction(0)) * top
