"""What holds for every calculator of the catalogue, on any valid input and any date."""

import ast
import gc
import importlib
import inspect
import json
import re
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import calculators
from calculators.kit.calculator import Calculator, Result, pick
from calculators.kit.charts.draw import svg
from calculators.kit.declarations import CELL
from calculators.kit.document import to_json
from calculators.kit.fields import (
    FieldKind,
    Inputs,
    cells,
    field_kinds,
    field_specs,
    rows_fields,
    value_of,
)
from calculators.kit.outcomes import COMPUTED
from calculators.kit.parts import tables
from calculators.kit.picture import waterfall
from calculators.kit.presenter import NATURES, present
from calculators.kit.units import EUR, PERCENT
from sellerdesk.desk.reading import validated
from tests.books import committed_book
from tests.strategies import cases_of, catalogue_wide

CALCULATORS = calculators()
BOOK = committed_book()
KIT_OUTCOMES = {"calcule", "taux_manquant", "date_trop_lointaine"}
LEAK = re.compile(r"\bs?NaN\b|\bInf|(?<![\w ])[−-]0(?:[.,]0+)?(?![\w.,])|\dE[+-]?\d")
CODE = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
every = pytest.mark.parametrize("slug", CALCULATORS)


def texts(value: Any) -> list[str]:
    """Every text of a document."""
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    if isinstance(value, list | tuple):
        return [text for item in value for text in texts(item)]
    return [value] if isinstance(value, str) else []


@every
@catalogue_wide
@given(data=st.data())
def test_any_valid_input_has_a_result_that_keeps_every_rule(slug: str, data: st.DataObject) -> None:
    """One draw, one result, one document for all the rules: drawing them is what takes time."""
    calculator = CALCULATORS[slug]
    result = calculator.calculate(inputs=data.draw(cases_of(calculator)), rates=BOOK)
    document = to_json(result)

    _every_surface_can_write(result, document)
    _amounts_are_finite_on_their_grid_and_never_minus_zero(result)
    _what_is_received_is_what_is_spent_and_what_is_left(result)
    _the_outcome_is_known_and_has_a_sentence_at_a_field(result)
    _a_row_that_may_be_put_out_has_an_outcome(document)
    _lines_are_declared_and_rates_are_announced(result, document)
    _a_saved_simulation_can_be_made_again(result, document)


def _every_surface_can_write(result: Result, document: dict[str, Any]) -> None:
    view = present(result)
    assert document["outcome"]["sentence"] == view.outcome
    assert [note["text"] for note in document["notes"]] == [note.text for note in view.notes]
    shown = [*texts(json.loads(json.dumps(document, allow_nan=False))), *texts(_fields(view))]
    assert not [text for text in shown if LEAK.search(text)]
    assert not [t for t in shown if re.search(r"\{\w+\}", t)]
    assert view.picture is None or waterfall(view.picture)
    assert all(svg(chart) for chart in view.charts)


def _fields(view: Any) -> Any:
    if hasattr(view, "__dataclass_fields__"):
        return [_fields(getattr(view, name)) for name in view.__dataclass_fields__]
    return [_fields(item) for item in view] if isinstance(view, tuple) else view


def _amounts_are_finite_on_their_grid_and_never_minus_zero(result: Result) -> None:
    for line in result.lines:
        quantum = line.declaration.rounding.quantum
        if line.value.is_nan() or quantum is None:
            continue
        assert line.value.is_finite(), line.code
        assert line.value == line.value.quantize(quantum), line.code
        assert not (line.value.is_zero() and line.value.is_signed()), line.code


def _what_is_received_is_what_is_spent_and_what_is_left(result: Result) -> None:
    picture = result.calculator.picture
    if picture is None or not result.lines:
        return
    lines = {line.code: line for line in result.lines}
    if picture.left not in lines:  # another reading, which draws nothing
        return
    received, left = pick(lines, picture.received), lines[picture.left]
    spent = [line.value for codes in picture.spent if (line := pick(lines, codes)) is not None]
    assert received is not None
    if received.value.is_nan():  # a price that no target can reach: nothing follows from it
        assert left.value.is_nan()
        return
    assert received.value == sum(spent) + left.value


def _the_outcome_is_known_and_has_a_sentence_at_a_field(result: Result) -> None:
    calculator, outcome = result.calculator, result.outcome
    assert CODE.fullmatch(outcome.code)
    if outcome.applies:
        assert result.lines
        return
    assert outcome.code in KIT_OUTCOMES | refusals(calculator.formulas.__module__)
    assert outcome.sentence.endswith(".")
    assert outcome.field in calculator.inputs.model_fields
    assert result.lines == ()


def _a_row_that_may_be_put_out_has_an_outcome(document: dict[str, Any]) -> None:
    for row in (row for table in document["tables"].values() for row in table["rows"]):
        outcome = row.get("outcome", {"code": COMPUTED, "sentence": ""})
        assert CODE.fullmatch(outcome["code"])
        assert outcome["sentence"].endswith(".") == (outcome["code"] != COMPUTED)


@cache
def refusals(module: str) -> set[str]:
    """The codes of outcomes that a calculator's own source names."""
    folder = Path(inspect.getfile(importlib.import_module(module))).parent
    nodes = (n for path in folder.glob("*.py") for n in ast.walk(ast.parse(path.read_text())))
    calls = [n for n in nodes if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)]
    told = [n.args for n in calls if ast.unparse(n.func).endswith((".refuse", ".not_applicable"))]
    texts = ([a.value for a in args if isinstance(a, ast.Constant)] for args in told)
    return {str(found[0]) for found in texts if found}


def _lines_are_declared_and_rates_are_announced(result: Result, document: dict[str, Any]) -> None:
    calculator = result.calculator
    declared = {d.code for d in calculator.declarations}
    announced = {code.code for code in calculator.codes}
    assert {line.code for line in result.lines if line.declaration.level != CELL} <= declared
    assert {table.code for table in result.tables} <= set(tables(calculator.sheet))
    assert {r["code"] for line in document["lines"] for r in line["rates"]} <= announced


def _a_saved_simulation_can_be_made_again(result: Result, document: dict[str, Any]) -> None:
    """From what Python keeps of the inputs, or JSON; the same inputs give the same document."""
    kind = type(result.inputs)
    again = kind(**json.loads(json.dumps(document["inputs"])))
    assert again == kind(**result.inputs.model_dump()) == result.inputs
    assert to_json(result.calculator.calculate(inputs=again, rates=BOOK)) == document


@every
@catalogue_wide
@given(data=st.data())
def test_more_of_any_amount_still_has_a_result(slug: str, data: st.DataObject) -> None:
    calculator = CALCULATORS[slug]
    inputs = data.draw(cases_of(calculator))
    amounts = {s.name: s for s in field_specs(calculator.inputs)} | dict(cells(inputs))
    highest = {n: s.high for n, s in amounts.items() if s.kind is FieldKind.DECIMAL and s.high}
    names = [name for name in highest if value_of(inputs, name) is not None]
    if not names:
        return
    name = data.draw(st.sampled_from(names))
    high = highest[name]
    for value in (min(value_of(inputs, name) * 2, high), high):
        result = calculator.calculate(inputs=with_value(inputs, name, value), rates=BOOK)
        assert result.outcome.code
    assert present(result).on  # of the largest


def with_value(inputs: Inputs, name: str, value: Decimal) -> Inputs:
    """The same inputs with another amount, of a field or of a cell of a list."""
    if name in type(inputs).model_fields:
        return inputs.model_copy(update={name: value})
    field = next(f.name for f in rows_fields(type(inputs)) if name.startswith(f"{f.name}_"))
    number, _, column = name.removeprefix(f"{field}_").partition("_")
    rows = list(getattr(inputs, field))
    rows[int(number) - 1] = rows[int(number) - 1].model_copy(update={column: value})
    return inputs.model_copy(update={field: tuple(rows)})


@every
def test_a_calculation_is_forgotten_with_its_result(slug: str) -> None:
    """No circle of references: what waits for the garbage collector slows every page down."""
    calculator = CALCULATORS[slug]
    inputs = calculator.inputs(**calculator.example)
    calculator.calculate(inputs=inputs, rates=BOOK)  # what is remembered for the next one
    gc.collect()
    gc.disable()
    try:
        calculator.calculate(inputs=inputs, rates=BOOK)
        assert gc.collect() == 0
    finally:
        gc.enable()


@every
@pytest.mark.parametrize("day", [date.min, date(1970, 1, 1), date(2008, 12, 31), date(2028, 1, 1),
                                 date(2099, 6, 1), date.max], ids=str)  # fmt: skip
def test_a_day_without_rates_or_too_far_is_an_outcome(slug: str, day: date) -> None:
    calculator = CALCULATORS[slug]
    main = calculator.main_value(day)
    inputs, wrong = validated(calculator.inputs, {**calculator.example, calculator.main_date: main})
    if inputs is None:  # a year so far away is no year of the form
        assert isinstance(main, int)
        assert [field for field, _ in wrong] == [calculator.main_date]
        return
    outcome = calculator.calculate(inputs=inputs, rates=BOOK).outcome
    assert not outcome.applies
    assert outcome.field == calculator.main_date
    if day.year > 2027:
        assert outcome.code == "date_trop_lointaine"


@every
def test_the_last_day_checked_is_the_last_without_a_remark(slug: str) -> None:
    calculator, checked = CALCULATORS[slug], BOOK.horizon
    assert checked is not None
    is_year = field_kinds(calculator.inputs)[calculator.main_date] is FieldKind.YEAR
    after = date(checked.year + 1, 1, 1) if is_year else checked + timedelta(days=1)
    for day, said in ((checked, False), (after, True)):
        main = calculator.main_value(day)
        inputs = calculator.inputs(**{**calculator.example, calculator.main_date: main})
        result = calculator.calculate(inputs=inputs, rates=BOOK)
        assert ("apres_dernier_controle" in {r.code for r in result.remarks}) is said


@every
def test_a_book_without_rates_is_an_outcome(slug: str) -> None:
    calculator = CALCULATORS[slug]
    used = {
        rate["code"]
        for line in to_json(example(calculator))["lines"]
        for rate in line["rates"]
    }  # fmt: skip
    assert used
    empty = type(BOOK).build(fact for fact in BOOK.facts() if fact.code not in used)
    inputs = calculator.inputs(**calculator.example)
    assert calculator.calculate(inputs=inputs, rates=empty).outcome.code == "taux_manquant"


def example(calculator: Calculator) -> Result:
    return calculator.calculate(inputs=calculator.inputs(**calculator.example), rates=BOOK)


@every
def test_the_example_is_complete_and_has_a_headline_and_a_picture(slug: str) -> None:
    view = present(example(CALCULATORS[slug]))
    assert view.outcome == ""
    assert view.headline
    assert view.headline_amount in view.headline
    assert view.picture is not None or view.charts


@every
def test_every_rate_asked_for_is_in_the_book_in_its_unit(slug: str) -> None:
    for code in CALCULATORS[slug].codes:
        assert {fact.unit for fact in BOOK.series(code.code)} == {code.unit}


@every
def test_words_are_complete(slug: str) -> None:
    calculator = CALCULATORS[slug]
    groups = {group.code for group in calculator.inputs.GROUPS}
    names = set(calculator.inputs.model_fields)
    for spec in field_specs(calculator.inputs):
        assert CODE.fullmatch(spec.name)
        assert spec.label
        assert spec.group in groups
        asked = spec.shown_when.partition("=")[0]
        assert not asked or asked in names
    for known in calculator.declarations:
        assert CODE.fullmatch(known.code)
        assert known.code not in names
        assert known.label
        assert known.nature in {"", *NATURES}
        assert known.section in {"", *calculator.sections}
        assert known.unit in {EUR, PERCENT, "", "jours", "date"}


@every
def test_the_picture_and_the_headline_name_declared_lines(slug: str) -> None:
    calculator = CALCULATORS[slug]
    declared = {d.code for d in calculator.declarations}
    assert {words.line for words in calculator.headlines} <= declared
    for sentence in (s for w in calculator.headlines for s in (w.positive, w.negative, w.zero)):
        assert set(re.findall(r"\{(\w+)\}", sentence)) <= declared | set(
            calculator.inputs.model_fields
        )
    if calculator.picture is not None:
        wanted: list[Any] = [calculator.picture.received, *calculator.picture.spent]
        codes = {c for w in wanted for c in ((w,) if isinstance(w, str) else w)}
        assert codes | {calculator.picture.left} <= declared


def test_slugs_are_unique_and_ordered() -> None:
    orders = [calculator.order for calculator in CALCULATORS.values()]
    assert orders == sorted(orders)
    assert all(slug == calculator.slug for slug, calculator in CALCULATORS.items())


def test_money_takes_twelve_whole_and_six_decimal_digits() -> None:
    model: Any = CALCULATORS["marge-vente"].inputs
    sale = {"date_vente": "2026-06-01", "prix_vente": "999999999999.99"}
    smallest = Decimal("0.000001")
    assert model(prix_achat=smallest, **sale).prix_achat == smallest
