"""Page, PDF, workbook and JSON say the same of every line, to the character."""

from decimal import Decimal
from typing import Any

import pytest
from django.template.loader import render_to_string

from calculators.catalogue import calculators
from calculators.kit import french
from calculators.kit.calculator import Result
from calculators.kit.document import to_json
from calculators.kit.presenter import present
from calculators.kit.views import LineView, ResultView
from sellerdesk.reports import pdf, workbook
from sellerdesk.reports.names import Names
from sellerdesk.reports.sheet_simulation import LABEL, NAME, SUM, VALUE
from tests.desk.pages import text as page_text
from tests.reports.cases import drawn, named
from tests.reports.reading import bare, cells, digits, shown, words

ON_PAPER, IN_CELLS = 8, 60
SLUGS = list(calculators())


def _lines(view: ResultView) -> list[LineView]:
    return [line for section in view.sections for line in section.lines]


def _check_json(result: Result, view: ResultView) -> None:
    document: dict[str, Any] = to_json(result)
    assert document["rate_book"] == view.stamp
    assert french.day(result.on) == view.on
    by_code = {line["code"]: line for line in document["lines"]}
    assert list(document["amounts"]) == list(by_code)
    for line in _lines(view):
        written = by_code[line.code]
        assert (written["label"], written["explanation"]) == (line.label, line.explanation)
        assert written["amount"] == document["amounts"][line.code]
        assert _as_shown(written["amount"], line.amount) == line.amount


def _as_shown(amount: str | None, like: str) -> str:
    """A decimal of the JSON, with the decimals and the unit of what is shown."""
    if amount is None:
        return french.NOT_COMPUTABLE
    number, _, unit = like.rpartition(french.NBSP)
    if not unit or unit[0].isdigit():
        number, unit = like, ""
    places = len(number.rpartition(",")[2]) if "," in number else 0
    return french.number(Decimal(amount), places) + (french.NBSP + unit if unit else "")


def _check_workbook(result: Result, view: ResultView) -> None:
    names, rows = Names(result), cells(workbook.render(result), "Simulation", 6, NAME)
    for line in _lines(view):
        row = rows[names.lines[line.code]]
        assert (row[LABEL].value, row[SUM].value) == (line.label, line.explanation)
        if digits(line.amount) <= 15:
            assert shown(row[VALUE]) == line.amount, line.code
    for given in view.inputs:
        if (name := names.inputs.get(given.code)) and not isinstance(rows[name][VALUE].value, str):
            cell = rows[name][VALUE]
            found = french.day(cell.value) if cell.is_date else shown(cell)
            assert found == given.value or digits(given.value) > 15


def _check_page(result: Result, view: ResultView) -> None:
    context = {
        "result": view, "calculator": result.calculator, "form": None, "picture_svg": "",
        "documents": None, "oob": False, "unknown": False,
    }  # fmt: skip
    page = bare(page_text(render_to_string("components/result.html", context)))
    for line in _lines(view):
        doubt = "incertain" if line.unsure else ""
        assert bare(line.label + doubt + line.amount + line.explanation) in page, line.code
    assert bare(view.headline + view.outcome) in page


def _check_paper(result: Result, view: ResultView) -> None:
    text = words(pdf.render(result))
    for line in _lines(view):
        assert bare(line.label + line.explanation) in text, line.code
        assert bare(line.amount) in text, line.code
    for said in (view.headline, view.outcome, view.on, view.stamp_text):
        assert bare(said) in text


def _results(slug: str, count: int) -> list[Result]:
    ours = [result for result in named().values() if result.calculator.slug == slug]
    return [*ours, *drawn(slug, IN_CELLS)[:: IN_CELLS // count]]


@pytest.mark.parametrize("slug", SLUGS)
def test_page_workbook_and_data_agree(slug: str) -> None:
    for result in _results(slug, IN_CELLS):
        view = present(result)
        _check_json(result, view)
        _check_page(result, view)
        _check_workbook(result, view)


@pytest.mark.pdf
@pytest.mark.parametrize("slug", SLUGS)
def test_paper_agrees(slug: str) -> None:
    for result in _results(slug, ON_PAPER):
        _check_paper(result, present(result))
