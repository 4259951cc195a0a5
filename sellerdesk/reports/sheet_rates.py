"""« Taux »: every dated rate that a line uses, its value as a named cell, its proof beside it."""

from typing import Any

from xlsxwriter.utility import xl_range_abs

from calculators.kit.amounts import Rate
from calculators.kit.presenter import rate_view
from calculators.kit.views import RateView
from sellerdesk.reports.book import Book
from sellerdesk.reports.leaves import rate_key
from sellerdesk.reports.names import rates
from sellerdesk.reports.styles import number_format

TITLE = "Taux"
HEAD = (
    "Note", "Taux", "Valeur", "Unité", "Nom", "Période", "Source", "Adresse", "Référence",
    "Confiance", "Vérifié le", "Remarque",
)  # fmt: skip
WIDTHS = (6, 28, 12, 8, 28, 18, 28, 20, 28, 13, 12, 38)
VALUE, UNIT, NAME, URL, TRUST, CHECKED = 2, 3, 4, 7, 9, 10
_HEAD_ROW = 2


def write(book: Book) -> None:
    """Write the sheet."""
    sheet = book.sheet(TITLE, WIDTHS)
    sheet.write_string(0, 0, "Taux employés", book.styles("title"))
    for column, text in enumerate(HEAD):
        sheet.write_string(_HEAD_ROW, column, text, book.styles("head"))
    used = rates(book.result)
    for mark, rate in enumerate(used.values(), 1):
        _rate(book, sheet, _HEAD_ROW + mark, rate, rate_view(rate.fact, mark))
    if not used:
        sheet.write_string(3, 0, "Aucun taux n’entre dans cette simulation.", book.styles("plain"))
    sheet.freeze_panes(3, 2)
    sheet.repeat_rows(_HEAD_ROW)


def values(count: int) -> str:
    """The range of the values of that many rates."""
    cells = xl_range_abs(_HEAD_ROW + 1, VALUE, _HEAD_ROW + count, VALUE)
    return f"{TITLE}!{cells}"


def _style(column: int) -> str:
    return "text" if column < UNIT else "unit" if column == UNIT else "soft"


def _rate(book: Book, sheet: Any, row: int, rate: Rate, view: RateView) -> None:
    styles, fact = book.styles, rate.fact
    name = book.names.rates[rate_key(rate)]
    shape = number_format(view.value, fact.unit)
    texts = {
        0: str(view.mark), 1: view.label, UNIT: fact.unit, NAME: name, 5: view.period,
        6: view.source, 8: view.reference, 11: view.note,
    }  # fmt: skip
    for column, text in texts.items():
        sheet.write_string(row, column, text, styles(_style(column)))
    sized = texts | {URL: view.url}
    book.tall(sheet, row, [(text, WIDTHS[column]) for column, text in sized.items()])
    sheet.write_number(row, VALUE, float(rate.value), styles("input", shape))
    book.define(name, sheet, row, VALUE)
    book.link(sheet, row, URL, view.url, "soft")
    sheet.write_string(
        row, TRUST, view.confidence_label, styles("doubt" if view.unsure else "soft")
    )
    if fact.checked_on:
        book.day(sheet, row, CHECKED, fact.checked_on, "soft")
    else:
        sheet.write_string(row, CHECKED, view.checked, styles("soft"))
