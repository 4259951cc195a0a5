"""The compiled reading equals the traced one, shape by shape."""

import math
from datetime import date, timedelta
from decimal import Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import calculators
from calculators.kit import readings
from calculators.kit.amounts import Amount, constant, minimum
from calculators.kit.calculator import Calculator
from calculators.kit.compiling import Compiled, Shape, compile_sheet, compile_text
from calculators.kit.fields import Inputs, quantity, values_of
from calculators.kit.lines import Sheet
from calculators.kit.rates import MissingRate, RateBook
from calculators.kit.units import CENT, CONTEXT, EXACT, PERCENT, TRILLIONTH
from calculators.kit.writing import PLAIN, Options, Writer
from tests.books import change_days, committed_book
from tests.kit import formulas as f
from tests.kit.toy import BOOK, CHANGE, TOY, ToyInputs
from tests.strategies import catalogue_wide, same_shape

CALCULATORS = {**calculators(), "toy": TOY}
BOOKS = {slug: BOOK if slug == "toy" else committed_book() for slug in CALCULATORS}
COMPILED = {slug: Compiled(CALCULATORS[slug], BOOKS[slug]) for slug in CALCULATORS}


def traced(calculator: Calculator, rates: RateBook, inputs: Inputs) -> Sheet | None:
    """A traced run; None when a rate is missing."""
    try:
        return calculator.trace(inputs=inputs, rates=rates)
    except MissingRate:
        return None


def same(left: Any, right: Any) -> bool:
    return bool(left == right) or (left.is_nan() and right.is_nan())


@pytest.mark.parametrize("slug", CALCULATORS)
@catalogue_wide
@given(data=st.data())
def test_any_shape_is_the_traced_one(slug: str, data: st.DataObject) -> None:
    """Two inputs of one shape, traced once each for all that is compared."""
    first, second = data.draw(same_shape(CALCULATORS[slug].inputs))
    one, two = (traced(CALCULATORS[slug], BOOKS[slug], inputs) for inputs in (first, second))
    assert (one is None) == (two is None)
    if one is None or two is None:
        with pytest.raises(MissingRate):
            COMPILED[slug].values(first)
        return
    for inputs, sheet in ((first, one), (second, two)):
        _every_line_is_the_traced_one(COMPILED[slug], inputs, sheet)
        _every_refusal_is_the_traced_one(COMPILED[slug].shape(inputs), inputs, sheet)
    assert formulas(one) == formulas(two)
    assert one.spans == two.spans
    shape = COMPILED[slug].shape(first)
    assert COMPILED[slug].shape(second) is shape
    _a_shape_holds_on_every_day_of_its_spans_and_on_no_other(slug, data, shape, first, one)
    _the_float_twin_is_close_before_any_threshold(first, one)


def _every_line_is_the_traced_one(compiled: Compiled, inputs: Inputs, sheet: Sheet) -> None:
    values = compiled.values(inputs)
    assert list(values) == list(sheet.lines)
    assert {c: v for c, v in values.items() if not same(v, sheet.lines[c].value)} == {}


def _every_refusal_is_the_traced_one(shape: Shape, inputs: Inputs, sheet: Sheet) -> None:
    tests = [(r.code, r.test) for r in sheet.refusals if r.test is not None]
    decided = [r.code for r in sheet.refusals if r.test is None]
    assert shape.refusals == tuple(code for code, _ in tests)
    assert shape.refused == (decided[0] if decided else "")
    outputs = called(shape, inputs)[len(shape.codes) :]
    assert all(same(o, test.value) for o, (_, test) in zip(outputs, tests, strict=True))


def called(shape: Shape, inputs: Inputs) -> tuple[Any, ...]:
    with localcontext(CONTEXT):
        return shape.function(*values_of(inputs, shape.args))


def formulas(sheet: Sheet) -> dict[str, str]:
    return {code: readings.formula(line) for code, line in sheet.lines.items()}


def _a_shape_holds_on_every_day_of_its_spans_and_on_no_other(
    slug: str, data: st.DataObject, shape: Shape, inputs: Inputs, sheet: Sheet
) -> None:
    calculator = CALCULATORS[slug]
    if calculator.main_date not in sheet.spans:  # a year is a choice
        return
    low, high = sheet.spans[calculator.main_date]
    assert low <= getattr(inputs, calculator.main_date) < high
    inside = data.draw(st.dates(max(low, date(2000, 1, 1)), min(high - DAY, date(2030, 1, 1))))
    moved = traced(
        calculator, BOOKS[slug], inputs.model_copy(update={calculator.main_date: inside})
    )
    assert moved is not None
    assert formulas(moved) == formulas(sheet)
    assert moved.spans == sheet.spans
    outside = [low - DAY] if low > date.min else []
    for day in outside + ([high] if high < date.max else []):
        assert not shape.holds(inputs.model_copy(update={calculator.main_date: day}))


DAY = timedelta(days=1)


@pytest.mark.parametrize("slug", calculators())
def test_each_side_of_every_rate_change_is_the_traced_one(slug: str) -> None:
    calculator, compiled = CALCULATORS[slug], COMPILED[slug]
    example = calculator.inputs(**calculator.example)
    for change in change_days():
        for day in (change - DAY, change):
            inputs = example.model_copy(update={calculator.main_date: calculator.main_value(day)})
            sheet = traced(calculator, BOOKS[slug], inputs)
            if sheet is not None:
                values = compiled.values(inputs)
                assert all(same(values[c], line.value) for c, line in sheet.lines.items())


def toy(**given: Any) -> ToyInputs:
    return ToyInputs(**{"jour": "2024-06-01", "prix": "9.99"} | given)


def test_only_amounts_change_one_shape_is_kept() -> None:
    compiled = Compiled(TOY, BOOK)
    shapes = {id(compiled.shape(toy(prix=str(prix), ventes=prix))) for prix in range(50)}
    assert len(shapes) == 1


DIFFERENT: dict[str, dict[str, Any]] = {
    "a date on the other side of a change": {"jour": CHANGE - DAY},
    "an optional": {"remise": "0"},
    "a choice of yes": {"frais_fixes": True},
    "an optional date": {"fin": "2024-06-01"},
    "a choice": {"genre": "interdit"},
}


@pytest.mark.parametrize("case", DIFFERENT)
def test_what_changes_the_shape_compiles_another(case: str) -> None:
    compiled = Compiled(TOY, BOOK)
    assert compiled.shape(toy()) is not compiled.shape(toy(**DIFFERENT[case]))
    assert compiled.shape(toy()) is compiled.shape(toy(jour=CHANGE))


def test_the_last_day_of_all_is_cached_too() -> None:
    compiled = Compiled(TOY, BOOK)
    assert compiled.shape(toy(jour=date.max)) is compiled.shape(toy(jour=date.max))


def test_the_exact_option_leaves_every_line_unrounded() -> None:
    inputs = toy(prix="9.99", ventes=3, remise="12.5")
    values = Compiled(TOY, BOOK, Options(exact=True)).values(inputs)
    brut = Decimal("9.99") * 3
    assert values["rabais"] == brut / 8
    assert values["reste"] == brut * Decimal("0.75")


def test_a_variant_of_the_book_has_its_own_values() -> None:
    variant = BOOK.variant("projet", {"commission": Decimal(50)})
    assert Compiled(TOY, variant).values(toy(prix="100"))["commission"] == 50
    assert Compiled(TOY, BOOK).values(toy(prix="100"))["commission"] == Decimal("12.50")


def _the_float_twin_is_close_before_any_threshold(inputs: Inputs, sheet: Sheet) -> None:
    exact = compile_sheet(sheet, Options(exact=True))
    shape = compile_sheet(sheet, Options(exact=True, floating=True))
    given_args = values_of(inputs, shape.args)
    floats = [float(a) if isinstance(a, Decimal | int) else a for a in given_args]
    close = dict(zip(shape.codes, shape.function(*floats), strict=False))
    size = max([1.0, *(abs(x) for x in floats if isinstance(x, float))])
    wanted = dict(zip(exact.codes, called(exact, inputs), strict=False))
    for code in (code for code, line in sheet.lines.items() if _is_linear(line.raw)):
        near = {"rel_tol": 1e-6, "abs_tol": 1e-9 * size**2}
        assert math.isclose(close[code], float(wanted[code]), **near), code


def _is_linear(amount: Amount) -> bool:
    """Made of inputs and rates by + − × only, through its lines: doubles cannot jump."""
    if amount.op is None:
        return _is_linear(amount.raw) if hasattr(amount, "raw") else True
    return amount.op.name in ("add", "sub", "mul", "total") and all(map(_is_linear, amount.args))


def test_the_float_twin_answers_from_the_same_inputs() -> None:
    values = Compiled(TOY, BOOK, Options(floating=True)).values(toy(ventes=3, remise="10"))
    assert values["reste"] == pytest.approx(23.22)
    assert all(isinstance(value, float) for value in values.values())


class Four(Inputs):
    """An amount for each name of a random formula."""

    a: Decimal = quantity("A", places=6)
    b: Decimal = quantity("B", places=6)
    c: Decimal = quantity("C", places=6)
    d: Decimal = quantity("D", places=6)


@given(tree=f.trees(*f.SHORTENED), values=f.GIVEN, exact=st.booleans())
def test_any_formula_compiles_to_its_traced_value(
    tree: f.Tree, values: dict[str, Decimal], exact: bool
) -> None:
    sheet = Sheet(Four.model_construct(None, **values), BOOK)
    amount = f.build(tree, f.inputs(values))
    line = sheet.line("ligne", "Ligne", amount, EXACT if exact else CENT)
    shape = compile_sheet(sheet)
    with localcontext(CONTEXT):
        (value,) = shape.function(*(values[name] for name in shape.args))
    assert same(value, line.value)
    assert not (value.is_zero() and value.is_signed() and not exact)


def test_what_lies_on_the_grid_is_not_rounded_again() -> None:
    sheet = Sheet(toy(), BOOK)
    sheet.line("un", "Un", sheet["prix"] / 3, CENT)
    sheet.line("deux", "Deux", sheet["prix"] / 7, CENT)
    sheet.line("borne", "Borne", minimum(sheet.lines["un"] - sheet.lines["deux"], 4), CENT)
    sheet.line("reste", "Reste", sheet.lines["borne"] + Decimal("0.001"), CENT)

    writer = Writer(PLAIN)
    writer.assign(sheet.lines.values())

    assert writer.written([], "l_reste").count("quantize") == 3
    assert str(compile_sheet(sheet).function(Decimal(999))[2]) == "4.00"


def test_constants_are_worked_out_once() -> None:
    sheet = Sheet(toy(), BOOK)
    sheet.line("double", "Double", sheet["prix"] * (constant(3) - constant(1)), EXACT)
    assert compile_sheet(sheet).function.__code__.co_names.count("k2") == 1
    assert compile_sheet(sheet).function(Decimal(5)) == (10,)


def test_no_text_of_a_user_enters_the_source() -> None:
    inputs = toy(note="__import__('os')", frais_fixes=True)
    shape = Compiled(TOY, BOOK).shape(inputs)
    code = shape.function.__code__
    assert "note" not in str(code.co_varnames)
    assert not [c for c in code.co_consts if isinstance(c, str) and "import" in c]


def test_the_text_reading_writes_no_exponent() -> None:
    sheet = Sheet(toy(), BOOK)
    exact = sheet["ventes"] * Decimal("1E-9")
    sheet.line("petit", "Petit", exact, EXACT)
    sheet.line("grand", "Grand", exact * Decimal("1E+12"), EXACT)
    sheet.line("part", "Part", sheet["ventes"] * 0, EXACT, unit=PERCENT)
    sheet.line("zero", "Zéro", exact * 0, TRILLIONTH)
    write = compile_text(sheet, (), ("petit", "grand", "part", "zero"))
    assert write().split(";") == ["0,000000001", "1000", "0", "0,000000000000", "calcule"]
