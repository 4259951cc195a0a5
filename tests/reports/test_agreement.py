"""Page, PDF, workbook and JSON say the same of every line and every table, to the character."""

import io
import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.template.loader import render_to_string
from openpyxl import load_workbook

from calculators.catalogue import calculators
from calculators.kit import french
from calculators.kit.calculator import Result
from calculators.kit.document import to_json
from calculators.kit.presenter import on_text, present
from calculators.kit.units import DATE
from calculators.kit.views import LineView, ResultView, TableView
from sellerdesk.reports import pdf, workbook
from sellerdesk.reports.cells import NOT_COMPUTABLE
from sellerdesk.reports.names import Names
from sellerdesk.reports.sheet_searches import TITLE as SEARCHES
from sellerdesk.reports.sheet_simulation import LABEL, NAME, SUM, VALUE
from sellerdesk.reports.sheet_tables import HEAD_ROW
from tests.desk.pages import text as page_text
from tests.reports.cases import named, some, tabled
from tests.reports.reading import bare, cells, digits, opened_sheets, shown, words

LINES_ON_PAPER, LINES_IN_CELLS = 250, 1500
SLUGS = list(calculators())
TABLED = (
    "annee", "annee-short", "annee-dear",
    "journal", "journal-gaps", "journal-wide", "journal-empty",
    "offers", "offers-quoting", "offers-whole",
    *(f"{slug}-drawn-{index}" for slug in ("annee", "journal") for index in range(10)),
)  # fmt: skip


def _lines(view: ResultView) -> list[LineView]:
    return [line for section in view.sections for line in section.lines]


def _check_json(result: Result, view: ResultView) -> None:
    document: dict[str, Any] = to_json(result)
    assert document["rate_book"] == view.stamp
    assert on_text(result) == view.on
    by_code = {line["code"]: line for line in document["lines"]}
    absent = {line.code: line.declaration.absent for line in result.lines}
    assert list(document["amounts"]) == list(by_code)
    for line in _lines(view):
        written = by_code[line.code]
        assert (written["label"], written["explanation"]) == (line.label, line.explanation)
        assert written["amount"] == document["amounts"][line.code]
        assert _as_shown(written["amount"], line.amount, absent[line.code]) == line.amount
    seen = {table.code: table for table in view.tables}
    for code, table in document["tables"].items():
        if table["rows"]:
            _check_data(table, seen[code])


def _check_data(table: dict[str, Any], seen: TableView) -> None:
    codes = [column["code"] for column in table["columns"]]
    dates = [column["unit"] == DATE for column in table["columns"]]
    assert [column["label"] for column in table["columns"]] == list(seen.headers[1:])
    written = [(row["label"], row["cells"]) for row in table["rows"]]
    said = [row.get("outcome", {}).get("sentence", "") for row in table["rows"]]
    assert said == [why for _, _, why in seen.ranked]
    totals = [(seen.foot[0], table["totals"])] if seen.foot else []
    for (label, kept), texts in zip([*written, *totals], _lines_of(seen), strict=True):
        assert label == texts[0]
        for code, is_date, text in zip(codes, dates, texts[1:], strict=True):
            if code not in kept:
                assert text == ""
            elif kept[code] is None:
                assert text == french.NOT_COMPUTABLE or not re.search(r"\d", text)
            elif is_date:
                assert french.day(date.fromisoformat(kept[code])) == text
            else:
                assert _as_shown(kept[code], text) == text


def _lines_of(table: TableView) -> list[tuple[str, ...]]:
    return [*table.rows, *([table.foot] if table.foot else [])]


def _read(table: TableView) -> list[str]:
    """Each row as it is read: why it does not apply stands after its label."""
    whole = [(row[0], why, *row[1:]) for _, row, why in table.ranked]
    return [bare("".join(texts)) for texts in (*whole, table.foot)]


def _as_shown(amount: str | None, like: str, absent: str = "") -> str:
    """A decimal of the JSON, with the decimals and the unit of what is shown."""
    if amount is None:
        return absent or french.NOT_COMPUTABLE
    number, _, unit = like.rpartition(french.NBSP)
    if not unit or unit.lstrip(french.MINUS)[0].isdigit():
        number, unit = like, ""
    places = len(number.rpartition(",")[2]) if "," in number else 0
    return french.number(Decimal(amount), places) + (french.NBSP + unit if unit else "")


def _check_workbook(result: Result, view: ResultView) -> None:
    book = load_workbook(io.BytesIO(workbook.render(result)), data_only=True)
    names, rows = Names(result), cells(book, "Simulation", 6, NAME)
    if view.tables or view.given_tables:
        _check_sheets(book, view)
    for line in _lines(view):
        row = rows[names.lines[line.code]]
        assert (row[LABEL].value, row[SUM].value) == (line.label, line.explanation)
        if digits(line.amount) <= 15:
            assert _seen(row[VALUE]) == line.amount, line.code
    for given in view.inputs:
        if (name := names.inputs.get(given.code)) and not isinstance(rows[name][VALUE].value, str):
            cell = rows[name][VALUE]
            found = french.day(cell.value) if cell.is_date else shown(cell)
            assert found == given.value or digits(given.value) > 15


def _check_sheets(book: Any, view: ResultView) -> None:
    sheets = [sheet for sheet in opened_sheets(book)[1:-2] if sheet[0][0].value != SEARCHES]
    computed = sheets[len(sheets) - len(view.tables) :]
    for sheet, table in zip(computed, view.tables, strict=True):
        assert sheet[0][0].value == table.title
        found = sheet[HEAD_ROW + 1 : HEAD_ROW + 1 + len(_lines_of(table))]
        assert [cell.value for cell in sheet[HEAD_ROW]][: len(table.headers)] == list(table.headers)
        for row, texts in zip(found, _lines_of(table), strict=True):
            assert row[0].value == texts[0]
            for cell, text in zip(row[1:], texts[1:], strict=False):
                if digits(text) <= 15:
                    assert _seen(cell) == text, cell.coordinate
        if table.put_out:
            assert sheet[HEAD_ROW][len(table.headers)].value == "Remarque"
            rows = sheet[HEAD_ROW + 1 : HEAD_ROW + 1 + len(table.rows)]
            assert tuple(_seen(row[len(table.headers)]) for row in rows) == table.put_out
    for sheet, table in zip(sheets, view.given_tables, strict=False):
        heads = [cell.value for cell in sheet[HEAD_ROW]]
        for row, texts in zip(sheet[HEAD_ROW + 1 :], table.rows, strict=True):
            for head, text in zip(table.headers, texts, strict=True):
                assert _seen(row[heads.index(head)]) == text or digits(text) > 15


def _seen(cell: Any) -> str:
    """What a person reads in a cell."""
    if cell.value is None:
        return ""
    if cell.is_date:
        return french.day(cell.value)
    if isinstance(cell.value, str) and cell.value != NOT_COMPUTABLE:
        return cell.value
    return shown(cell)


def _check_page(result: Result, view: ResultView) -> None:
    context = {
        "result": view, "calculator": result.calculator, "form": None, "picture_svg": "",
        "documents": None, "oob": False, "unknown": False,
    }  # fmt: skip
    page = bare(page_text(render_to_string("components/result.html", context)))
    for line in _lines(view):
        doubt = "incertain" if line.unsure else ""
        assert bare(line.label + doubt + line.amount + line.explanation) in page, line.code
    for table in view.tables:
        assert bare(table.title + "".join(table.headers)) in page
        assert not [row for row in _read(table) if row not in page]
        for line in table.explained:
            assert bare(line.amount + line.explanation) in page
    assert bare(view.headline + view.outcome) in page


def _check_paper(result: Result, view: ResultView) -> None:
    text = words(pdf.render(result))
    for line in _lines(view):
        assert bare(line.label + line.explanation) in text, line.code
        assert bare(line.amount) in text, line.code
    for table in view.tables:
        assert not [row for row in _read(table) if row not in text]
    for said in (view.headline, view.outcome, view.on, view.stamp_text):
        assert bare(said) in text


def _named(slug: str) -> list[Result]:
    return [result for result in named().values() if result.calculator.slug == slug]


@pytest.mark.parametrize("slug", SLUGS)
def test_page_workbook_and_data_agree(slug: str) -> None:
    for result in (*_named(slug), *some(slug, LINES_IN_CELLS)):
        view = present(result)
        _check_json(result, view)
        _check_page(result, view)
        _check_workbook(result, view)


@pytest.mark.parametrize("name", TABLED)
def test_tables_agree(name: str) -> None:
    result = tabled()[name]
    view = present(result)
    assert view.tables or name == "journal-empty" or "-drawn-" in name
    _check_json(result, view)
    _check_page(result, view)
    _check_workbook(result, view)


@pytest.mark.pdf
@pytest.mark.parametrize("slug", SLUGS)
def test_paper_agrees(slug: str) -> None:
    for result in (*_named(slug), *some(slug, LINES_ON_PAPER, most=3, least=1)):
        _check_paper(result, present(result))
