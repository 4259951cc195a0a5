"""Hypothesis strategies: any valid input of any calculator, from what its fields say."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_DOWN, Decimal
from functools import cache
from typing import Any, get_args

from hypothesis import assume, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from calculators.kit import units
from calculators.kit.calculator import Calculator
from calculators.kit.fields import FieldKind, FieldSpec, Inputs, Row, field_specs, rows_fields
from calculators.kit.messages import errors
from tests.books import change_days

FIRST_DAY, LAST_DAY = date(2009, 1, 1), date(2027, 12, 31)
_TELLING = ("0", "0.01", "0.005", "0.000001", "1", "9.99", "17.615", "100", "135", "20", "50",
            "1234.56", "99999.995", "100000000000", "99999999999.999999")  # fmt: skip
_REPAIRS = 6
_SCALED = {"QualificationBantInputs": Decimal(5)}  # a rate bounds their numbers, not the model

# What is asked of every calculator is drawn for each: their number makes up for the draws.
catalogue_wide = settings(max_examples=min(settings().max_examples, 60))


@cache
def days() -> st.SearchStrategy[date]:
    """Any day, and often the eve and the day of a change of rates."""
    edges = [d for d in change_days() if FIRST_DAY < d <= LAST_DAY]
    eves = [date.fromordinal(d.toordinal() - 1) for d in edges]
    return st.sampled_from(eves + edges) | st.dates(FIRST_DAY, LAST_DAY)


def decimals(low: Decimal, high: Decimal, places: int) -> st.SearchStrategy[Decimal]:
    """Decimals between two bounds: telling values, small cents, and the whole range."""
    step = Decimal(1).scaleb(-places)
    telling = sorted({d for t in _TELLING if low <= (d := Decimal(t).quantize(step)) <= high})
    small = (low, min(high, max(low, Decimal(500)))) if low <= 500 else (low, high)
    ranges = [
        st.decimals(bottom, top, allow_nan=False, places=min(places, digits))
        for bottom, top in (small, (low, high))
        for digits in (2, places)
        if bottom <= top
    ]
    return st.one_of(*([st.sampled_from(telling)] if telling else []), *ranges)


def field_values(model: type[BaseModel], spec: FieldSpec) -> st.SearchStrategy[Any]:
    """Values of one field, as its kind and bounds allow."""
    return _values_of(model, spec.name)


@cache  # a strategy takes longer to make than to draw from
def _values_of(model: type[BaseModel], name: str) -> st.SearchStrategy[Any]:
    spec = next(spec for spec in field_specs(model) if spec.name == name)
    low = Decimal(0) if spec.low is None else spec.low
    match spec.kind:
        case FieldKind.DECIMAL:
            places = 2 if spec.places is None else spec.places
            return decimals(low, _high(model, spec, places), places)
        case FieldKind.INTEGER:
            high = Decimal(1_000_000) if spec.high is None else spec.high
            high = min(high, _SCALED.get(model.__name__, high))
            return st.integers(int(low), int(high))
        case FieldKind.DATE:
            return days()
        case FieldKind.CHOICE:
            return st.sampled_from([code for code, _ in spec.choices])
        case FieldKind.YEAR:
            return st.integers(FIRST_DAY.year, LAST_DAY.year)
        case FieldKind.ROWS:
            return rows_of(model, spec)
        case FieldKind.BOOL:
            return st.booleans()
        case FieldKind.TEXT:
            return st.text(max_size=20).filter(_says_nothing)


def _says_nothing(typed: str) -> bool:
    """Whether a text could not be taken for a leak where it is shown as it was typed."""
    return not re.search(r"NaN|Inf|[−-]0|\dE|\{\w+\}", typed)


def rows_of(
    model: type[BaseModel], spec: FieldSpec, least: int = 0
) -> st.SearchStrategy[tuple[Row, ...]]:
    """A few rows of a list, each valid by itself."""
    return _rows_of(model, spec.name, least)


@cache
def _rows_of(model: type[BaseModel], name: str, least: int) -> st.SearchStrategy[tuple[Row, ...]]:
    spec = next(spec for spec in field_specs(model) if spec.name == name)
    kind: type[Row] = get_args(model.model_fields[spec.name].annotation)[0]
    cells = {c.name: field_values(kind, c) for c in spec.columns}
    needed = {c.name: cells[c.name] for c in spec.columns if c.required}
    optional = {name: cell for name, cell in cells.items() if name not in needed}
    row = st.fixed_dictionaries(needed, optional=optional)
    made = row.map(lambda values: kind(**values))
    return st.lists(made, min_size=least, max_size=min(spec.most, 4)).map(tuple)


def _high(model: type[BaseModel], spec: FieldSpec, places: int) -> Decimal:
    step = Decimal(1).scaleb(-places)
    bounds = [] if spec.high is None else [spec.high]
    for meta in model.model_fields[spec.name].metadata:
        if getattr(meta, "lt", None) is not None:
            bounds.append(Decimal(meta.lt) - step)
    high = min(bounds, default=Decimal("100000000000"))
    return high.quantize(step, ROUND_DOWN) if spec.unit != units.PERCENT else high


@st.composite
def inputs_of[M: Inputs](draw: st.DrawFn, /, model: type[M], **fixed: Any) -> M:
    """Any valid inputs of a model; `fixed` gives some fields. Optionals come and go.

    When a rule about several fields refuses, the field it names is given otherwise, or left out.
    """
    values: dict[str, Any] = dict(fixed)
    specs = {spec.name: spec for spec in field_specs(model)}
    for name, spec in specs.items():
        if name not in fixed and (spec.required or draw(st.booleans())):
            values[name] = draw(field_values(model, spec))
    for _ in range(_REPAIRS):
        try:
            return model(**values)
        except ValidationError as error:
            wrong = dict.fromkeys(name for name, _ in errors(error))
            for name in (n for n in wrong if n in specs and n not in fixed):
                _repair(draw, model, values, specs[name])
            for name, rows in _rows_refused(specs, wrong).items():
                if name not in fixed and name not in wrong:
                    kept = enumerate(values[name], start=1)
                    values[name] = tuple(row for rank, row in kept if rank not in rows)
    assume(False)
    raise AssertionError("unreachable")


def _repair(
    draw: st.DrawFn, model: type[BaseModel], values: dict[str, Any], spec: FieldSpec
) -> None:
    """Give a field that a rule refused, or leave it out."""
    if spec.name in values and not spec.required and draw(st.booleans()):
        del values[spec.name]
    elif spec.kind is FieldKind.ROWS:
        values[spec.name] = draw(rows_of(model, spec, 1))
    elif spec.kind is FieldKind.DATE and (year := _year(model, values)) is not None:
        values[spec.name] = draw(st.dates(date(year, 1, 1), date(year, 12, 31)))
    else:
        values[spec.name] = draw(field_values(model, spec))


def _year(model: type[BaseModel], values: dict[str, Any]) -> int | None:
    """The year that a model asks for: the rules want most other dates in it."""
    years = (values.get(s.name) for s in field_specs(model) if s.kind is FieldKind.YEAR)
    return next((year for year in years if year is not None), None)


def _rows_refused(specs: dict[str, FieldSpec], wrong: Iterable[str]) -> dict[str, set[int]]:
    """The numbers of the rows that sentences name, by their list."""
    found: dict[str, set[int]] = {}
    for name in (spec.name for spec in specs.values() if spec.kind is FieldKind.ROWS):
        for match in filter(None, (re.match(rf"{name}_(\d+)(?:_|$)", w) for w in wrong)):
            found.setdefault(name, set()).add(int(match[1]))
    return found


@st.composite
def same_shape[M: Inputs](draw: st.DrawFn, /, model: type[M]) -> tuple[M, M]:
    """Two inputs that differ by their amounts only: same choices, dates and absences."""
    first = draw(inputs_of(model))
    return first, draw(other_amounts(first))


@st.composite
def other_amounts[M: Inputs](draw: st.DrawFn, /, inputs: M, **fixed: Any) -> M:
    """The same inputs with other amounts; one that a rule refuses stays as it was."""
    model = type(inputs)
    kept: dict[str, Any] = {name: getattr(inputs, name) for name in model.model_fields}
    values = kept | amounts_of(draw, inputs) | fixed
    for _ in range(_REPAIRS):
        try:
            return model(**values)
        except ValidationError as error:
            wrong = [name for name, _sentence in errors(error)]
            lists = _rows_refused({s.name: s for s in rows_fields(model)}, wrong)
            values |= {name: kept[name] for name in (*wrong, *lists) if name in kept}
    return model(**kept)


def amounts_of(draw: st.DrawFn, inputs: Inputs) -> dict[str, Any]:
    """New values for the amounts that these inputs give."""
    model = type(inputs)
    kinds = (FieldKind.DECIMAL, FieldKind.INTEGER)
    amounts = {
        spec.name: draw(field_values(model, spec))
        for spec in field_specs(model)
        if spec.kind in kinds and getattr(inputs, spec.name) is not None
    }
    for spec in rows_fields(model):
        amounts[spec.name] = tuple(
            row.model_copy(
                update={
                    c.name: draw(field_values(type(row), c))
                    for c in spec.columns
                    if c.kind in kinds and getattr(row, c.name) is not None
                }
            )
            for row in getattr(inputs, spec.name)
        )
    return amounts


def cases_of(calculator: Calculator) -> st.SearchStrategy[Any]:
    """Any valid inputs, others on the example's day, others of an example's shape.

    A calculator may refuse most days, or most choices: three strategies meet its results.
    """
    model, name = calculator.inputs, calculator.main_date
    examples = [model.model_validate(one) for one in (calculator.example, *calculator.examples)]
    today = inputs_of(model, **{name: getattr(examples[0], name)})
    return inputs_of(model) | today | st.sampled_from(examples).flatmap(other_amounts)
