"""The one table of operations: every reading of a row says the same."""

import math
from collections.abc import Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit import operations as op
from calculators.kit.operations import OPERATIONS, Operation
from calculators.kit.units import CONTEXT, NAN
from calculators.kit.writing import PLAIN, Options, Writer
from tests.kit import formulas as f

ROWS = {operation.name: operation for operation in OPERATIONS}
ARITY = {"total": 4, "when": 3, "rounded": 1, "ceiling": 1, "floor": 1, "scale": 4, "bracket": 4}
COMPARISONS = ("lt", "le", "gt", "ge")
LETTERS = ("a", "b", "c", "d", "e")


def arguments(name: str) -> st.SearchStrategy[list[Decimal]]:
    """Values that a row may meet."""
    if name == "power":
        small = st.decimals(-100, 100, places=2).filter(bool)
        return st.tuples(small, st.integers(-4, 6).map(Decimal)).map(list)
    if name == "when":
        test = st.sampled_from([Decimal(0), Decimal(1)])
        return st.tuples(test, f.VALUES, f.VALUES).map(list)
    if name in ("scale", "bracket"):
        limits = st.lists(st.integers(1, 10**6), min_size=2, max_size=2, unique=True).map(sorted)
        rates = st.lists(st.decimals(0, 1, places=4), min_size=3, max_size=3)
        return st.builds(_steps, f.VALUES, rates, limits)
    if name in COMPARISONS and name:
        return st.lists(
            st.sampled_from([Decimal(0), Decimal(1)]) | f.VALUES, min_size=2, max_size=2
        )
    count = ARITY.get(name, 2)
    return st.lists(f.VALUES, min_size=count, max_size=count)


def _steps(base: Decimal, rates: Sequence[Decimal], limits: Sequence[int]) -> list[Decimal]:
    first, second = map(Decimal, limits)
    return [base, rates[0], first, rates[1], second, rates[2]]


def compiled(row: Operation, values: Sequence[Decimal]) -> Any:
    """What the Python of the compiled reading answers."""
    names = [f"x{index}" for index in range(len(values))]
    inline = row.code if row.code and row.written_out(values) else None
    text = inline(*names) if inline else f"{row.name}({','.join(names)})"
    return eval(text, Writer(PLAIN).names, dict(zip(names, values, strict=True)))  # noqa: S307


def on_floats(row: Operation, values: Sequence[Decimal]) -> Any:
    """The same Python where the numbers are floats; what is for Decimal alone is a call there."""
    names, floats = [f"x{index}" for index in range(len(values))], [*map(float, values)]
    inline = row.code if row.known_by > op.DECIMALS and row.written_out(floats) else None
    text = inline(*names) if inline else f"{row.name}({','.join(names)})"
    bound = Writer(Options(floating=True)).names
    return eval(text, bound, dict(zip(names, floats, strict=True)))  # noqa: S307


def in_a_sheet(row: Operation, values: Sequence[Decimal]) -> f.Cell:
    """What the spreadsheet's formula answers, computed exactly."""
    names = [f"x{index}" for index in range(len(values))]
    texts = [*names[:1], "0.01"] if row.name == "rounded" else names
    return f.evaluate(row.sheet(*texts), dict(zip(names, values, strict=True)))


def near(exact: f.Cell, value: Decimal) -> bool:
    """Equal but for the 28th digit."""
    if exact.value is None or value.is_nan():
        return exact.value is None and value.is_nan()
    size = max(Fraction(1), abs(exact.value))
    return abs(Fraction(value) - exact.value) <= size / 10**24


@pytest.mark.parametrize("name", ROWS)
@given(data=st.data())
def test_every_reading_of_a_row_agrees(name: str, data: st.DataObject) -> None:
    row, values = ROWS[name], data.draw(arguments(name))
    if name == "rounded":
        values = [values[0], Decimal("0.01")]
    with localcontext(CONTEXT):
        answer = row.decimal(*values)
        again = compiled(row, values)
    approached = row.floating(*map(float, values))

    assert on_floats(row, values) in (approached, pytest.approx(approached, nan_ok=True))
    assert str(again) == str(answer) or again == answer or (again.is_nan() and answer.is_nan())
    assert near(in_a_sheet(row, values), answer)
    if answer.is_nan():
        assert math.isnan(approached)
    elif name not in ("ceiling", "floor", "rounded", *COMPARISONS):  # a double may cross a step
        size = max([1.0, *(abs(float(v)) for v in values)])
        assert math.isclose(approached, float(answer), rel_tol=1e-9, abs_tol=1e-9 * size)


FRENCH = {
    "add": "a + b",
    "sub": "a − b",
    "mul": "a × b",
    "div": "a ÷ b",
    "power": "a puissance b",
    "minimum": "le plus petit de (a ; b ; c)",
    "maximum": "le plus grand de (a ; b ; c)",
    "total": "a + b + c",
    "when": "si a alors b sinon c",
    "rounded": "arrondi(a ; 2 décimales)",
    "ceiling": "entier au-dessus de (a)",
    "floor": "entier au-dessous de (a)",
    "scale": "barème(a ; b jusqu’à c ; d jusqu’à e ; f au-delà)",
    "bracket": "tranche de (a ; b sous c ; d sous e ; f au-delà)",
    "lt": "a < b",
    "le": "a ≤ b",
    "gt": "a > b",
    "ge": "a ≥ b",
}
SHEET = {
    "add": "a+b",
    "sub": "a-b",
    "mul": "a*b",
    "div": "a/b",
    "power": "POWER(a,b)",
    "minimum": "MIN(a,b,c)",
    "maximum": "MAX(a,b,c)",
    "total": "SUM(a,b,c)",
    "when": "IF(a,b,c)",
    "rounded": "ROUND(a,2)",
    "ceiling": "CEILING(a,1)",
    "floor": "FLOOR(a,1)",
    "bracket": "IF(a<c,b,IF(a<e,d,f))",
    "lt": "a<b",
    "le": "a<=b",
    "gt": "a>b",
    "ge": "a>=b",
}
TEXTS = {"minimum": "abc", "maximum": "abc", "total": "abc", "when": "abc", "scale": "abcdef",
         "bracket": "abcdef", "ceiling": "a", "floor": "a"}  # fmt: skip


def texts(name: str) -> Sequence[str]:
    return ("a", "0.01") if name == "rounded" else TEXTS.get(name, "ab")


@pytest.mark.parametrize("name", ROWS)
def test_a_row_in_french(name: str) -> None:
    assert ROWS[name].french(*texts(name)) == FRENCH[name]


@pytest.mark.parametrize(
    ("quantum", "words"),
    [
        ("1", "0 décimale"),
        ("0,1", "1 décimale"),
        ("0,01", "2 décimales"),
        ("0,0001", "4 décimales"),
    ],
)
def test_decimals_agree_with_their_number(quantum: str, words: str) -> None:
    assert op.ROUND.french("a", quantum) == f"arrondi(a ; {words})"


@pytest.mark.parametrize("name", SHEET)
def test_a_row_in_a_spreadsheet(name: str) -> None:
    assert ROWS[name].sheet(*texts(name)) == SHEET[name]


def test_the_steps_of_a_scale_may_be_formulas() -> None:
    formula = op.SCALE.sheet("base", "low+more", "10+10", "high-less")
    names = {"base": 50, "low": 1, "more": 2, "high": 7, "less": 2}
    assert f.evaluate(formula, names) == f.cell(20 * 3 + 30 * 5)


def test_a_total_of_nothing_is_zero() -> None:
    assert op.SUM.decimal() == 0
    assert op.SUM.floating() == 0
    assert op.SUM.french() == "0"


ROUNDED = {
    "17.615": "17.62",
    "17.605": "17.61",
    "2.675": "2.68",
    "0.005": "0.01",
    "-0.005": "-0.01",
    "0.0049999": "0.00",
    "-0.0049999": "0.00",
    "-0": "0.00",
    "-17.615": "-17.62",
    "1.004999999999999999999999999": "1.00",
    "99999999999.995": "100000000000.00",
    "NaN": "NaN",
    "1E+27": "NaN",
}


@pytest.mark.parametrize("text", ROUNDED)
def test_rounding_is_half_up_away_from_zero_and_never_minus_zero(text: str) -> None:
    value = Decimal(text)
    with localcontext(CONTEXT):
        again = compiled(op.ROUND, [value, Decimal("0.01")])
    assert str(op.ROUND.decimal(value, Decimal("0.01"))) == str(again) == ROUNDED[text]


@pytest.mark.parametrize("text", ["17.615", "0.005", "-0.005", "1.25", "0", "-3"])
def test_the_float_twin_rounds_alike_where_a_double_can(text: str) -> None:
    exact = op.ROUND.decimal(Decimal(text), Decimal("0.01"))
    assert op.ROUND.floating(float(text), 0.01) == pytest.approx(float(exact), abs=0.0101)


WHOLE = {
    "1.2": ("2", "1"),
    "-1.2": ("-1", "-2"),
    "-0.2": ("0", "-1"),
    "0.2": ("1", "0"),
    "3": ("3", "3"),
    "-0": ("0", "0"),
    "NaN": ("NaN", "NaN"),
}


@pytest.mark.parametrize("text", WHOLE)
def test_the_whole_number_above_and_below(text: str) -> None:
    above, below = WHOLE[text]
    assert str(op.CEIL.decimal(Decimal(text))) == above
    assert str(op.FLOOR.decimal(Decimal(text))) == below


@pytest.mark.parametrize("name", [n for n in ROWS if n not in ("when", "bracket", "rounded")])
@pytest.mark.parametrize("place", range(6))
def test_what_is_not_computable_spreads(name: str, place: int) -> None:
    count = {"scale": 6}.get(name, ARITY.get(name, 2))
    if place >= count:
        return
    values = [Decimal(3 + index) for index in range(count)]
    values[place] = NAN
    with localcontext(CONTEXT):
        assert ROWS[name].decimal(*values).is_nan()
        assert compiled(ROWS[name], values).is_nan()
    assert math.isnan(ROWS[name].floating(*map(float, values)))
    assert math.isnan(on_floats(ROWS[name], values))


def test_a_choice_spreads_its_test_and_the_branch_it_takes() -> None:
    one, zero = Decimal(1), Decimal(0)
    assert op.WHEN.decimal(NAN, one, one).is_nan()
    assert op.WHEN.decimal(one, NAN, one).is_nan()
    assert op.WHEN.decimal(zero, NAN, one) == one


def test_a_bracket_takes_the_first_value_whose_limit_is_above() -> None:
    steps = [Decimal(n) for n in (1, 10, 2, 20, 3)]
    found = {base: op.BRACKET.decimal(Decimal(base), *steps) for base in ("9.99", "10", "19", "20")}
    assert found == {"9.99": 1, "10": 2, "19": 2, "20": 3}
    assert op.BRACKET.floating(10.0, 1.0, 10.0, 2.0) == 2


def test_a_bracket_spreads_its_base_and_what_it_meets() -> None:
    one, ten = Decimal(1), Decimal(10)
    assert op.BRACKET.decimal(NAN, one, ten, one).is_nan()
    assert op.BRACKET.decimal(one, one, NAN, one).is_nan()
    assert op.BRACKET.decimal(one, NAN, ten, one).is_nan()
    assert op.BRACKET.decimal(one, one, ten, NAN, NAN, NAN) == one
    assert op.BRACKET.taken is not None
    assert op.BRACKET.taken(NAN, one, ten, one) == 3


IMPOSSIBLE = {
    "a division by zero": (op.DIV, "1", "0"),
    "zero divided by zero": (op.DIV, "0", "0"),
    "zero to a negative power": (op.POW, "0", "-1"),
    "the root of a negative": (op.POW, "-2", "0.5"),
    "a power out of reach": (op.POW, "100000000000", "100000000000"),
}


@pytest.mark.parametrize("case", IMPOSSIBLE)
def test_what_cannot_be_computed_is_not_computable_and_never_raises(case: str) -> None:
    row, left, right = IMPOSSIBLE[case]
    with localcontext(CONTEXT):
        assert row.decimal(Decimal(left), Decimal(right)).is_nan()
        assert compiled(row, [Decimal(left), Decimal(right)]).is_nan()
    assert math.isnan(row.floating(float(left), float(right)))


@pytest.mark.parametrize("exponent", ["0.25", "0.5", "0.75", "1.25", "1.75", "-0.75", "2.5"])
@given(base=st.decimals("0.01", 10**6, places=2))
def test_quarter_powers_by_square_roots_are_the_powers(exponent: str, base: Decimal) -> None:
    with localcontext(CONTEXT):
        quick, slow = (
            op.POW.decimal(base, Decimal(exponent)),
            CONTEXT.power(base, Decimal(exponent)),
        )
    assert abs(quick - slow) <= abs(slow) * Decimal("1E-24")


@given(base=f.VALUES)
def test_a_scale_of_one_rate_is_a_product_above_zero(base: Decimal) -> None:
    with localcontext(CONTEXT):
        tax = op.SCALE.decimal(base, Decimal("0.1"))
        assert tax == max(base, Decimal(0)) * Decimal("0.1")
    assert not tax.is_signed()
