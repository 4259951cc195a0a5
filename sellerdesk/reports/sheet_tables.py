"""A sheet for each list of rows that was given, for each table of lines, for the days to come."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from calculators.kit import agenda, french
from calculators.kit.amounts import Amount
from calculators.kit.fields import FieldSpec, rows_fields
from calculators.kit.given import input_text, is_told
from calculators.kit.lines import Due
from calculators.kit.names import cell_name
from calculators.kit.parts import Table
from calculators.kit.views import LineView, TableView
from sellerdesk.reports.book import Book
from sellerdesk.reports.cells import put_given, put_line, put_same, put_sum, put_when, run_text

HEAD_ROW = 3
FIRST = HEAD_ROW + 1
_NARROWEST, _WIDEST, _WIDEST_LABEL = 12, 24, 38
_LEAST_WIDTH = 90  # of what is printed, for the title and the sentences under a table
# Of a row: the looks of its label and of its amounts, by its level.
_LOOKS = {
    "": ("text", "value"), "group": ("row_group", "value_group"), "total": ("total", "value_total"),
}  # fmt: skip
_GIVEN = (
    "Saisi pour la simulation. Les cellules encadrées en pointillé peuvent être changées : "
    "tout le reste se recalcule."
)
_COMPUTED = "Calculé : chaque cellule porte une formule."
_QUOTING = f"{_COMPUTED} Une remarque qui cite un montant reste celle de la simulation."
_REMARK = "Remarque"  # the heading over why a row does not apply
_DUE = "À payer : le total des lignes de la feuille « Simulation » ou des tableaux."
HOW = "Comment c’est calculé"


def write(book: Book) -> None:
    """Write the sheets."""
    for spec in rows_fields(type(book.result.inputs)):
        if is_told(spec, book.result.inputs):
            _given(book, spec)
    computed = {table.code: table for table in book.result.tables}
    for view in book.view.tables:
        if view.code == agenda.CODE:
            _agenda(book, book.result.dues, view)
        else:
            _computed(book, computed[view.code], view)


def title_of(spec: FieldSpec) -> str:
    """The title wanted for the sheet of a list of rows."""
    return f"Saisie {spec.label}"


def _given(book: Book, spec: FieldSpec) -> None:
    given = getattr(book.result.inputs, spec.name)
    heads = ("Ligne", *(column.label for column in spec.columns))
    texts = [
        [_text(column, getattr(line, column.name)) for column in spec.columns] for line in given
    ]
    labels = [str(number) for number in range(1, len(given) + 1)]
    sheet, widths = _sheet(book, title_of(spec), spec.label, _GIVEN, heads, labels, texts)
    for index, (label, line) in enumerate(zip(labels, given, strict=True)):
        row = FIRST + index
        sheet.write_string(row, 0, label, book.styles("text"))
        _row_height(book, sheet, row, (label, *texts[index]), widths)
        for place, column in enumerate(spec.columns, start=1):
            name, value = cell_name(spec.name, index, column.name), getattr(line, column.name)
            shown = texts[index][place - 1]
            if value is not None:
                put_given(book, sheet, row, place, column, name, value, shown)
    _name_columns(book, sheet, [f"{spec.name}_{c.name}" for c in spec.columns], len(given))
    sheet.print_area(0, 0, FIRST + len(given) - 1, len(widths) - 1)


def _text(spec: FieldSpec, value: Any) -> str:
    return "" if value is None else input_text(spec, value)


def _computed(book: Book, table: Table[Any], view: TableView) -> None:
    view = _with_remarks(table, view)
    labels = [row[0] for row in view.rows]
    sheet, widths = _sheet(
        book, view.title, view.title, _meta(table), view.headers, labels,
        [row[1:] for row in (*view.rows, view.foot)], remarked=bool(table.refusals),
    )  # fmt: skip
    for index, (key, label, cells) in enumerate(table):
        row = FIRST + index
        words, amounts = _LOOKS[table.levels.get(key, "")]
        sheet.write_string(row, 0, label, book.styles(words))
        _row_height(book, sheet, row, view.rows[index], widths)
        if key in table.refusals:
            said, why = _reasons(table, key), view.put_out[index]
            put_when(book, sheet, row, len(table.columns) + 1, why, book.styles("remark"), said)
        for place, known in enumerate(table.columns, start=1):
            line = cells.lines.get(known.code)
            if line is not None:
                put_line(book, sheet, row, place, line, view.rows[index][place], amounts)
            elif amounts != "value":
                sheet.write_blank(row, place, None, book.styles(amounts))
    row = FIRST + len(labels)
    if view.foot:
        _totals(book, sheet, row, table, view)
        row += 1
    _name_columns(book, sheet, [f"{table.code}_{c.code}" for c in table.columns], len(labels))
    errors = {"type": "errors", "format": book.styles("error")}
    sheet.conditional_format(FIRST, 1, row, len(widths) - 1, errors)
    last = _how(book, sheet, row + 1, view.explained, widths)
    sheet.print_area(0, 0, last, len(widths) - 1)


def _with_remarks(table: Table[Any], view: TableView) -> TableView:
    """The same with a column more, where rows may not apply: the longest text it may hold."""
    if not table.refusals:
        return view
    longest = (
        max((why, *(text for _, text in _reasons(table, key))), key=len)
        for key, why in zip(table.rows, view.put_out, strict=True)
    )
    return replace(
        view,
        headers=(*view.headers, _REMARK),
        rows=tuple((*row, text) for row, text in zip(view.rows, longest, strict=True)),
        foot=view.foot and (*view.foot, ""),
    )


def _reasons(table: Table[Any], key: str) -> list[tuple[Amount, str]]:
    """What puts a row out and what is then said, its places still empty."""
    known = zip(table.tests(key), table.refusals.get(key, ()), strict=True)
    return [(test, french.typography(refusal.sentence)) for test, refusal in known]


def _meta(table: Table[Any]) -> str:
    quoting = any("{" in r.sentence for known in table.refusals.values() for r in known)
    return _QUOTING if quoting else _COMPUTED


def _totals(book: Book, sheet: Any, row: int, table: Table[Any], view: TableView) -> None:
    sheet.write_string(row, 0, view.foot[0], book.styles("total"))
    for place, known in enumerate(table.columns, start=1):
        line = table.totals.get(known.code)
        if line is None:
            sheet.write_blank(row, place, None, book.styles("value_total"))
        else:
            put_same(book, sheet, row, place, line, view.foot[place], "value_total")


def _agenda(book: Book, dues: Sequence[Due], view: TableView) -> None:
    texts = [row[1:] for row in view.rows]
    labels = [row[0] for row in view.rows]
    sheet, widths = _sheet(book, view.title, view.title, _DUE, view.headers, labels, texts)
    for row, (due, shown) in enumerate(zip(dues, view.rows, strict=True), start=FIRST):
        sheet.write_string(row, 0, due.label, book.styles("text"))
        book.day(sheet, row, 1, due.day, "choice")
        put_sum(book, sheet, row, 2, due.lines, shown[2])
        _row_height(book, sheet, row, shown, widths)
    sheet.print_area(0, 0, FIRST + len(dues) - 1, len(widths) - 1)


def _sheet(
    book: Book, wanted: str, title: str, meta: str, heads: Sequence[str],
    labels: Iterable[str], texts: Iterable[Sequence[str]], *, remarked: bool = False,
) -> tuple[Any, tuple[int, ...]]:  # fmt: skip
    """A sheet with its title and its headings, as wide as what stands in it; its columns'
    widths, those of an empty one beside a narrow table included."""
    widths = _widths(heads, labels, texts, remarked=remarked)
    sheet = book.sheet(book.names.sheet(wanted), widths)
    sheet.write_string(0, 0, title, book.styles("title"))
    sheet.set_row(0, 24)
    sheet.write_string(1, 0, meta, book.styles("meta"))
    for column, text in enumerate(heads):
        style = "head" if column == 0 else "head_number"
        if remarked and column == len(heads) - 1:
            style = "head_remark"
        sheet.write_string(HEAD_ROW, column, text, book.styles(style))
    _row_height(book, sheet, HEAD_ROW, heads, widths)
    sheet.freeze_panes(FIRST, 1)
    sheet.repeat_rows(HEAD_ROW)
    return sheet, widths


def _widths(
    heads: Sequence[str], labels: Iterable[str], texts: Iterable[Sequence[str]], *,
    remarked: bool,
) -> tuple[int, ...]:  # fmt: skip
    longest = [max(map(len, (*labels, heads[0], "Total"))) + 2]
    columns = zip(*(line for line in texts if line), strict=True)
    longest += [max(map(len, column)) + 3 for column in columns]
    limits = [_WIDEST_LABEL, *(_WIDEST for _ in heads[1:])]
    if remarked:
        limits[-1] = _WIDEST_LABEL
    widths = [max(_NARROWEST, min(pair)) for pair in zip(longest, limits, strict=True)]
    missing = _LEAST_WIDTH - sum(widths)
    return (*widths, missing) if missing > 0 else tuple(widths)


def _row_height(
    book: Book, sheet: Any, row: int, texts: Iterable[str], widths: Sequence[int]
) -> None:
    book.tall(sheet, row, zip(texts, widths, strict=False))


def _name_columns(book: Book, sheet: Any, wanted: Iterable[str], rows: int) -> None:
    for column, name in enumerate(wanted, start=1):
        if name in book.names.columns:
            book.define(book.names.columns[name], sheet, FIRST, column, FIRST + rows - 1)


def _how(
    book: Book, sheet: Any, row: int, explained: Sequence[LineView], widths: Sequence[int]
) -> int:
    """One computed cell of each column, as a sentence; the last row that was written."""
    sheet.write_string(row, 0, HOW, book.styles("group"))
    for column in range(1, len(widths)):
        sheet.write_blank(row, column, None, book.styles("group"))
    for view in explained:
        row += 1
        text = " · ".join(filter(None, _sentence(book, view)))
        sheet.merge_range(row, 0, row, len(widths) - 1, "", book.styles("soft"))
        sheet.write_string(row, 0, text, book.styles("soft"))
        book.tall(sheet, row, [(text, sum(widths))])
    return row


def _sentence(book: Book, view: LineView) -> tuple[str, ...]:
    marks = ", ".join(run_text(run) for run in view.mark_runs)
    return (
        f"{view.label} = {view.explanation}",
        view.rounding,
        f"taux {marks}" if marks else "",
        f"nom : {book.names.lines[view.code]}",
    )
