"""What the sheets of one workbook share: its names, its styles, the result and its texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from xlsxwriter.utility import quote_sheetname, xl_range_abs

from calculators.kit import readings
from calculators.kit.calculator import Result
from calculators.kit.lines import Line
from calculators.kit.views import ResultView
from sellerdesk.reports.names import FIRST_DAY, Names
from sellerdesk.reports.styles import DATE_FORMAT, Styles

_LONGEST_LINK = 2000
_LINE = 12.5  # points from one line of text to the next
_LETTER = 0.9  # of the width that a column counts in, with room for words that move down


@dataclass
class Book:
    """The workbook being written."""

    workbook: Any
    styles: Styles
    names: Names
    result: Result
    view: ResultView
    cached: bool
    rate_rows: dict[int, int] = field(default_factory=dict)  # a note mark and its row in « Taux »

    def sheet(self, title: str, widths: Sequence[int], *, landscape: bool = True) -> Any:
        """Add a sheet ready to print on A4, one page wide."""
        sheet = self.workbook.add_worksheet(title)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        if landscape:
            sheet.set_landscape()
        sheet.set_footer(f"&L&8{_plain(self.view.title)}, {self.view.on}&R&8&A, page &P/&N")
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, self.styles("plain"))
        return sheet

    def tall(self, sheet: Any, row: int, cells: Iterable[tuple[str, int]]) -> None:
        """Make a row as high as its longest text, given with its column's width: not every
        spreadsheet does so by itself."""
        lines = max(1 + int(len(text) * _LETTER) // width for text, width in cells)
        sheet.set_row(row, _LINE * lines + 2)

    def says_absence(self, line: Line) -> bool:
        """Whether a line without value shows a word of its own. A word must not enter a formula,
        which could pass over it where an error spreads: another line's use forbids it."""
        return bool(line.declaration.absent) and line.code not in self._used

    @cached_property
    def _used(self) -> frozenset[str]:
        tests = [remark.test for remark in self.result.remarks if remark.test is not None]
        tests += [
            t for table in self.result.tables for key in table.refusals for t in table.tests(key)
        ]
        formulas = (*(line.raw for line in self.result.lines), *tests)
        leaves = (leaf for formula in formulas for leaf in readings.leaves(formula))
        return frozenset(leaf.code for leaf in leaves if isinstance(leaf, Line))

    def define(self, name: str, sheet: Any, row: int, column: int, last: int | None = None) -> None:
        """Give its name to a cell, or to a column down to its last row."""
        cells = xl_range_abs(row, column, row if last is None else last, column)
        refused = self.workbook.define_name(name, f"={quote_sheetname(sheet.get_name())}!{cells}")
        if refused:
            raise ValueError(f"« {name} » is not a spreadsheet's name")

    def formula(self, sheet: Any, row: int, column: int, text: str, style: Any, value: Any) -> None:
        """Write a formula with the value that it had in the simulation."""
        sheet.write_formula(row, column, text, style, value if self.cached else "")

    def day(self, sheet: Any, row: int, column: int, value: date, style: str) -> None:
        """A real date where the spreadsheet's calendar has it, else its text."""
        if value < FIRST_DAY:
            text = f"{value:%d/%m/}{value.year:04d}"
            sheet.write_string(row, column, text, self.styles(style))
        else:
            sheet.write_datetime(row, column, value, self.styles(style, DATE_FORMAT))

    def link(self, sheet: Any, row: int, column: int, url: str, style: str) -> None:
        """An address, to be followed when it is one."""
        if url.startswith(("https://", "http://")) and len(url) <= _LONGEST_LINK:
            sheet.write_url(row, column, url, self.styles(style), string=url)
        else:
            sheet.write_string(row, column, url, self.styles(style))


def _plain(text: str) -> str:
    """A text that the codes of a footer leave alone."""
    return text.replace("&", "&&")
