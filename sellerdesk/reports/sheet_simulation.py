"""« Simulation »: what was given, as cells; what follows, as live formulas."""

from collections.abc import Mapping
from typing import Any

from calculators.kit import french, readings
from calculators.kit.fields import FieldSpec, field_specs
from calculators.kit.lines import Line, Remark
from calculators.kit.views import InputView, LineView, NoteView
from sellerdesk.reports.book import Book
from sellerdesk.reports.cells import put_given, put_line, put_said, put_when, run_text

TITLE = "Simulation"
HEAD = (
    "Libellé",
    "Valeur",
    "Unité",
    "Nom",
    "Formule",
    "Calcul de la simulation",
    "Taux",
    "Précisions",
)
LABEL, VALUE, UNIT, NAME, FORMULA, SUM, MARKS, MORE = range(8)
WIDTHS = (38, 18, 13, 27, 40, 40, 7, 44)
HEAD_ROW = 4
_KINDS = {"warning": "Attention", "info": "À savoir", "article": "Lecture de l’article"}
_FOUND = "(trouvé par essais : feuille « Recherches »)"
_SEARCHED = (
    "(valeur cherchée : si une saisie ou un taux change, elle devient une erreur, et la simulation "
    "est à refaire)"
)
_PRINTED = MARKS  # the last column on paper; the rest is help, for the screen


def write(book: Book) -> None:
    """Write the sheet."""
    sheet = book.sheet(TITLE, WIDTHS)
    row = _head(book, sheet)
    row = _inputs(book, sheet, row)
    row = _lines(book, sheet, row)
    row = _notes(book, sheet, row)
    errors = {"type": "errors", "format": book.styles("error")}
    sheet.conditional_format(HEAD_ROW, VALUE, row, VALUE, errors)
    sheet.freeze_panes(HEAD_ROW + 1, 1)
    sheet.repeat_rows(HEAD_ROW)
    sheet.print_area(0, 0, row, _PRINTED)


def _head(book: Book, sheet: Any) -> int:
    view, styles = book.view, book.styles
    sheet.write_string(0, 0, view.title, styles("title"))
    about = book.result.calculator.headline_for(book.result.inputs).line
    key = next((line for line in book.result.lines if line.code == about), None)
    put_said(book, sheet, 1, 0, key, view.headline or view.outcome, styles("headline"))
    said = f"{view.on_label} : {view.on}. Barèmes {view.stamp}."
    sheet.write_string(2, 0, said, styles("meta"))
    for number, height in enumerate((24, 18)):
        sheet.set_row(number, height)
    for column, text in enumerate(HEAD):
        sheet.write_string(HEAD_ROW, column, text, styles("head"))
    sheet.set_row(HEAD_ROW, 20)
    return HEAD_ROW + 1


def _group(book: Book, sheet: Any, row: int, title: str) -> int:
    sheet.write_string(row, 0, title, book.styles("group"))
    for column in range(1, MORE + 1):
        sheet.write_blank(row, column, None, book.styles("group"))
    return row + 1


def _inputs(book: Book, sheet: Any, row: int) -> int:
    specs = {spec.name: spec for spec in field_specs(type(book.result.inputs))}
    group = ""
    for view in book.view.inputs:
        if view.group != group:
            group = view.group
            row = _group(book, sheet, row, group)
        _input(book, sheet, row, specs[view.code], view)
        row += 1
    return row + 1


def _input(book: Book, sheet: Any, row: int, spec: FieldSpec, view: InputView) -> None:
    value: Any = getattr(book.result.inputs, spec.name)
    sheet.write_string(row, LABEL, view.label, book.styles("text"))
    put_given(book, sheet, row, VALUE, spec, spec.name, value, view.value)
    if name := book.names.inputs.get(spec.name):
        sheet.write_string(row, NAME, name, book.styles("soft"))
        sheet.write_string(row, UNIT, spec.unit, book.styles("unit"))
    sheet.write_string(row, MORE, spec.help, book.styles("soft"))
    _height(book, sheet, row, {LABEL: view.label, VALUE: view.value, MORE: spec.help})


def _lines(book: Book, sheet: Any, row: int) -> int:
    lines = {line.code: line for line in book.result.lines}
    for section in book.view.sections:
        row = _group(book, sheet, row, section.title)
        for view in section.lines:
            _line(book, sheet, row, lines[view.code], view)
            row += 1
        row += 1
    return row


def _line(book: Book, sheet: Any, row: int, line: Line, view: LineView) -> None:
    styles, name = book.styles, book.names.lines[line.code]
    strong = view.level in ("total", "key")
    sheet.write_string(row, LABEL, view.label, styles("total" if strong else "text"))
    style = "value_total" if strong else "value"
    put_line(book, sheet, row, VALUE, line, view.amount, style)
    gone = "" if book.says_absence(line) else "non calculable"
    unit = f'=IF(ISNUMBER({name}),"{line.unit}","{gone}")'
    shown = gone if line.value.is_nan() else line.unit
    book.formula(sheet, row, UNIT, unit, styles("unit"), shown)
    sheet.write_string(row, NAME, name, styles("soft"))
    more = " ".join(filter(None, (view.help, view.rounding and f"({view.rounding})")))
    if readings.is_searched(line):
        more = f"{more} {_FOUND if book.names.finds(line) else _SEARCHED}".strip()
    texts = {FORMULA: readings.formula(line), SUM: view.explanation, MORE: more}
    for column, words in texts.items():
        sheet.write_string(row, column, words, styles("soft"))
    _height(book, sheet, row, texts | {LABEL: view.label, NAME: name})
    _marks(book, sheet, row, view)


def _marks(book: Book, sheet: Any, row: int, view: LineView) -> None:
    marks = " ".join(run_text(run) for run in view.mark_runs)
    if view.inherits_doubt:
        marks = f"{marks} ?".strip()
    style = book.styles("doubt" if view.unsure else "mark")
    sheet.write_string(row, MARKS, marks, style)


def _height(book: Book, sheet: Any, row: int, texts: Mapping[int, str]) -> None:
    book.tall(sheet, row, [(text, WIDTHS[column]) for column, text in texts.items()])


def _notes(book: Book, sheet: Any, row: int) -> int:
    if not book.view.notes:
        return row
    row = _group(book, sheet, row, "À savoir")
    for note, remark in zip(book.view.notes, book.result.remarks, strict=True):
        _note(book, sheet, row, note, remark)
        row += 1
    return row


def _note(book: Book, sheet: Any, row: int, note: NoteView, remark: Remark) -> None:
    text = f"{_KINDS[note.kind]} : {note.text}"
    style = book.styles("text")
    sheet.merge_range(row, 0, row, _PRINTED, "", style)
    book.tall(sheet, row, [(text, sum(WIDTHS[: _PRINTED + 1]))])
    if remark.test is None:
        sheet.write_string(row, 0, text, style)
    else:
        said = f"{_KINDS[note.kind]} : {french.typography(remark.sentence)}"
        put_when(book, sheet, row, 0, text, style, [(remark.test, said)])
