"""A result as a workbook whose lines are live formulas over named cells.

« Simulation » (inputs, then lines), a sheet for each list of rows and for each table,
« Recherches » (the trials of what has no formula), « Taux » (every dated rate with its proof),
« Lisez-moi ».
Equal results give the same bytes: nothing here reads a clock.
"""

from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from calculators.kit.calculator import Result
from calculators.kit.presenter import present
from sellerdesk.reports import (
    sheet_rates,
    sheet_readme,
    sheet_searches,
    sheet_simulation,
    sheet_tables,
)
from sellerdesk.reports.book import Book
from sellerdesk.reports.names import Names
from sellerdesk.reports.styles import Styles

_OLDEST = date(1980, 1, 1)  # the format of the file knows no earlier day


def render(result: Result, *, cached: bool = True) -> bytes:
    """Return the workbook; without `cached`, its formulas wait for the spreadsheet's own values."""
    target = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    workbook: Any = xlsxwriter.Workbook(target, options)
    book = Book(workbook, Styles(workbook), Names(result), result, present(result), cached)
    _describe(book)
    for sheet in (sheet_simulation, sheet_tables, sheet_searches, sheet_rates, sheet_readme):
        sheet.write(book)
    workbook.close()
    return target.getvalue()


def _describe(book: Book) -> None:
    view = book.view
    day = max(book.result.on, _OLDEST)
    book.workbook.set_properties({
        "title": f"{view.title}, {view.on}",
        "subject": view.headline or view.outcome,
        "author": "SellerDesk",
        "comments": f"Barèmes : {view.stamp}",
        "created": datetime(day.year, day.month, day.day),  # noqa: DTZ001 - a civil day
    })  # fmt: skip
    book.workbook.set_calc_mode("auto")
