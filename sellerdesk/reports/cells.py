"""The two kinds of cell that have a name, wherever they stand: a computed line, a given value."""

import math
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from calculators.kit import french, readings, units
from calculators.kit.amounts import Amount, Input, total
from calculators.kit.fields import FieldKind, FieldSpec
from calculators.kit.lines import Line
from calculators.kit.views import MarkRun
from sellerdesk.reports import sheet_rates
from sellerdesk.reports.book import Book
from sellerdesk.reports.names import DAY_ZERO, is_live, rates
from sellerdesk.reports.styles import DATE_FORMAT, number_format

NOT_COMPUTABLE = "#DIV/0!"  # the only error that these formulas make
_NEAR = "0.0000005"
_LONGEST_TEXT = 255  # of a text inside a formula


def put_line(
    book: Book, sheet: Any, row: int, column: int, line: Line, shown: str, style: str
) -> None:
    """A line: its live formula, the value it had in the simulation, its name.

    What only we can search is the value that we found, as long as nothing it depends on changes.
    """
    look = book.styles(style, _format(line, shown))
    _put_formula(book, sheet, row, column, line, look)
    book.define(book.names.lines[line.code], sheet, row, column)


def _put_formula(book: Book, sheet: Any, row: int, column: int, line: Line, look: Any) -> None:
    if readings.is_searched(line) and not book.names.finds(line):
        text = _kept(book, line)
    else:
        text = readings.sheet_formula(line, book.names.of, book.names.whole)
    held = _held(line)
    if book.says_absence(line):
        text = f'=IFERROR({text[1:]},"{line.declaration.absent}")'
        held = line.declaration.absent if line.value.is_nan() else held
    book.formula(sheet, row, column, text, look, held)


def _kept(book: Book, line: Line) -> str:
    """The value found, or an error when a spreadsheet, which cannot search, was changed."""
    if line.value.is_nan():
        return "=1/0"
    same = [
        _unchanged(book, leaf)
        for leaf in readings.leaves(line.raw)
        if isinstance(leaf, Line) or (isinstance(leaf, Input) and leaf.name in book.names.inputs)
    ]
    if used := rates(book.result):
        cells = sheet_rates.values(len(used))
        known = math.fsum(float(rate.value) for rate in used.values())
        same.append(f"ABS(SUM({cells})-{known!r})<{_NEAR}")
    return f"=IF(AND({','.join(same)}),{line.value:f},1/0)"


def put_said(
    book: Book, sheet: Any, row: int, column: int, line: Line | None, said: str, style: Any
) -> None:
    """A sentence about a line, which a spreadsheet cannot write anew: once the line has another
    value, the cell says so instead."""
    if line is None or line.value.is_nan():
        sheet.write_string(row, column, said, style)
        return
    label = line.declaration.label
    now = f"Des valeurs ont changé depuis la simulation : lisez « {label} » plus bas."
    same = _unchanged(book, line)
    text = f"=IFERROR(IF({same},{_quoted(said)},{_quoted(now)}),{_quoted(now)})"
    book.formula(sheet, row, column, text, style, said)


def _unchanged(book: Book, amount: Amount) -> str:
    return f"ABS({book.names.of(amount)}-({_held(amount)!r}))<{_NEAR}"


def _quoted(text: str) -> str:
    """A text inside a formula, in as many pieces as it needs."""
    whole = french.typography(text)
    starts = range(0, len(whole), _LONGEST_TEXT)
    pieces = (whole[start : start + _LONGEST_TEXT].replace('"', '""') for start in starts)
    return "&".join(f'"{piece}"' for piece in pieces)


def put_when(
    book: Book, sheet: Any, row: int, column: int, shown: str, style: Any,
    said: Iterable[tuple[Amount, str]],
) -> None:  # fmt: skip
    """What is said when a test holds, the first of several: by a formula, that changes with the
    amounts. A sentence that quotes amounts, which no formula writes, is that of the simulation."""
    formula = '""'
    for test, text in reversed(list(said)):
        asked = _condition(book, test)
        if not asked or "{" in text or len(text) > _LONGEST_TEXT:
            sheet.write_string(row, column, shown, style)
            return
        formula = f"IF({asked},{_quoted(text)},{formula})"
    book.formula(sheet, row, column, f"={formula}", style, shown)


def _condition(book: Book, test: Amount) -> str:
    """A test as a formula, or "" when it asks for a rate that no line uses."""
    try:
        return readings.write(test, "sheet", book.names.of, whole=book.names.whole)
    except KeyError:
        return ""


def run_text(run: MarkRun) -> str:
    """The marks of rates in a cell: « 4 », « 61 à 99 », « 12? » when unsure."""
    text = str(run.first) if run.first == run.last else f"{run.first} à {run.last}"
    return text + ("?" if run.unsure else "")


def put_same(
    book: Book, sheet: Any, row: int, column: int, line: Line, shown: str, style: str
) -> None:
    """What another cell holds, by its name."""
    look = book.styles(style, _format(line, shown))
    book.formula(sheet, row, column, f"={book.names.lines[line.code]}", look, _held(line))


def put_sum(
    book: Book, sheet: Any, row: int, column: int, lines: Sequence[Line], shown: str
) -> None:
    """The sum of lines, by their names; nothing when there are none."""
    if lines:
        whole = total(lines)
        text = "=" + readings.write(whole, "sheet", book.names.of, whole=book.names.whole)
        look = book.styles("value", number_format(shown, whole.unit))
        book.formula(sheet, row, column, text, look, _held(whole))


def put_given(
    book: Book, sheet: Any, row: int, column: int, spec: FieldSpec, name: str, value: Any,
    shown: str,
) -> None:  # fmt: skip
    """What was given: a number that one may change, or what decides the formulas, as it is."""
    if spec.kind is FieldKind.DATE:
        book.day(sheet, row, column, value, "choice")
    elif is_live(spec, value):
        look = book.styles("input", number_format(shown, spec.unit))
        sheet.write_number(row, column, _reduced(spec, Decimal(value)), look)
    else:
        sheet.write_string(row, column, shown, book.styles("choice"))
    if name in book.names.inputs:
        book.define(book.names.inputs[name], sheet, row, column)


def _held(amount: Amount) -> float | str:
    """The value of an amount as a spreadsheet holds it."""
    if amount.value.is_nan():
        return NOT_COMPUTABLE
    return float(amount.value - DAY_ZERO if amount.unit == units.DATE else amount.value)


def _format(line: Line, shown: str) -> str:
    if line.unit == units.DATE:
        return DATE_FORMAT
    places = line.declaration.rounding.places - (2 if line.unit == units.PERCENT else 0)
    return number_format(shown, line.unit, max(places, 0))


def _reduced(spec: FieldSpec, value: Decimal) -> float:
    if units.reduced(spec.unit) == units.PERCENT:
        value = units.CONTEXT.multiply(value, units.HUNDREDTH)
    return float(value)
