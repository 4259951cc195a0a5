"""What was given, as a person reads it: fields one by one, lists of rows as tables."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from calculators.kit import french
from calculators.kit.fields import FieldKind, FieldSpec, Inputs, field_specs, rows_fields
from calculators.kit.views import InputView, TableView

LINE = "Ligne"  # the heading of the rows' places
_AMOUNTS = (FieldKind.DECIMAL, FieldKind.INTEGER)


def input_views(inputs: Inputs) -> tuple[InputView, ...]:
    """The fields given, or that have a default, and that the choices ask for; no list unfilled.

    Group by group, whichever class of the inputs declares them.
    """
    titles = {group.code: group.title for group in inputs.GROUPS}
    order = {code: place for place, code in enumerate(titles)}
    specs = sorted(field_specs(type(inputs)), key=lambda spec: order.get(spec.group, len(order)))
    return tuple(
        InputView(spec.name, spec.label, input_text(spec, value), titles.get(spec.group, ""))
        for spec in specs
        if (value := getattr(inputs, spec.name)) is not None
        and spec.is_shown(inputs)
        and not _is_untouched(spec, value)
    )


def given_tables(inputs: Inputs) -> tuple[TableView, ...]:
    """The lists of rows that were given, without the columns that nothing fills.

    Rows that nothing names have their place before them.
    """
    return tuple(
        _table(spec, getattr(inputs, spec.name))
        for spec in rows_fields(type(inputs))
        if is_told(spec, inputs)
    )


def is_told(spec: FieldSpec, inputs: Inputs) -> bool:
    """Whether a list of rows is asked and has something to show."""
    rows = getattr(inputs, spec.name)
    return bool(rows) and spec.is_shown(inputs) and not _is_untouched(spec, rows)


def _is_untouched(spec: FieldSpec, rows: Any) -> bool:
    """Whether these are the rows of the form that nobody filled: none, or names and no more."""
    if spec.kind is not FieldKind.ROWS or (rows and rows != spec.default):
        return False
    cells = [column for column in spec.columns if column.kind is not FieldKind.CHOICE]
    return not any(_fills(column, row) for column in cells for row in rows)


def _table(spec: FieldSpec, rows: tuple[Any, ...]) -> TableView:
    columns = tuple(
        column for column in spec.columns if any(_fills(column, row) for row in rows)
    )  # fmt: skip
    # Sentences call a row that has no name by its place.
    numbered = len(rows) > 1 and not any(_names(column, rows) for column in columns)
    places = [(str(place),) * numbered for place in range(1, len(rows) + 1)]
    return TableView(
        code=spec.name,
        title=spec.label,
        headers=(LINE,) * numbered + tuple(column.label for column in columns),
        rows=tuple(
            (*place, *_cells(columns, row)) for place, row in zip(places, rows, strict=True)
        ),
        aligned=(False,) * numbered + tuple(column.kind in _AMOUNTS for column in columns),
    )


def _names(column: FieldSpec, rows: tuple[Any, ...]) -> bool:
    """Whether a column tells every row from the others: a name, a day, a choice."""
    told = {getattr(row, column.name) for row in rows if _fills(column, row)}
    return column.kind not in _AMOUNTS and len(told) == len(rows)


def _fills(column: FieldSpec, row: Any) -> bool:
    """Whether a cell says more than an empty one does."""
    value = getattr(row, column.name)
    return value not in (None, "") and bool(value or value != column.default)


def _cells(columns: tuple[FieldSpec, ...], row: Any) -> Iterator[str]:
    for column in columns:
        value = getattr(row, column.name)
        yield "" if value is None else input_text(column, value)


def input_text(spec: FieldSpec, value: Any) -> str:
    """One input as a person reads it."""
    match spec.kind:
        case FieldKind.BOOL:
            return "oui" if value else "non"
        case FieldKind.CHOICE:
            return dict(spec.choices)[value.value]
        case FieldKind.DATE:
            return french.day(value)
        case FieldKind.DECIMAL | FieldKind.INTEGER:
            return french.with_unit(Decimal(value), spec.unit)
        case FieldKind.TEXT | FieldKind.YEAR:
            return str(value)
        case FieldKind.ROWS:
            return f"{len(value)}{french.NBSP}{'lignes' if len(value) > 1 else 'ligne'}"
