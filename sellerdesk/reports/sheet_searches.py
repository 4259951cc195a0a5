"""« Recherches »: the trials that find an amount without a formula, one a column, all live."""

from collections.abc import Callable
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell as cell

from calculators.kit import readings
from calculators.kit.amounts import Amount, Input
from calculators.kit.lines import Line
from calculators.kit.seeking import UNKNOWN
from sellerdesk.reports.book import Book
from sellerdesk.reports.searches import STEPS, WIDEST, Search, Trial
from sellerdesk.reports.styles import number_format

TITLE = "Recherches"
_SAID = (
    "Un montant sans formule directe se trouve par essais : chaque colonne en est un, et suit de "
    "celle d’avant."
)
_WIDTHS = (44, *[13] * STEPS)
_CENTS = number_format("", "", 0)
_EUROS = number_format("", "€", 2)
_NOISE = 6  # decimals of a double that mean something


def write(book: Book) -> None:
    """Write the sheet, when there is something to find."""
    if not book.names.searches:
        return
    sheet = book.sheet(TITLE, _WIDTHS)
    sheet.write_string(0, 0, TITLE, book.styles("title"))
    sheet.write_string(1, 0, _SAID, book.styles("meta"))
    row = 3
    for search in book.names.searches.values():
        row = _Block(book, sheet, row, search).write() + 2
    sheet.freeze_panes(0, 1)


class _Block:
    """One search: its rows, and the column being written."""

    def __init__(self, book: Book, sheet: Any, top: int, search: Search) -> None:
        self.book, self.sheet, self.search = book, sheet, search
        self.answer, self.head = top, top + 1
        self.low, self.high = top + 2, top + 3
        first = self.high + 1 if search.tried.highest else top + 2
        self.cents, self.unknown = first, first + 1
        lines = search.tried.lines
        self.rows = {id(line): first + 2 + place for place, line in enumerate(lines)}
        self.gap = first + 2 + len(lines)

    def write(self) -> int:
        """Write it; return its last row."""
        for row, label in self._labels():
            self.sheet.write_string(row, 0, label, self.book.styles("text"))
        for place, trial in enumerate(self.search.trials, start=1):
            self.sheet.write_number(self.head, place, place, self.book.styles("head_number"))
            self._column(place, trial)
        self._answer(len(self.search.trials))
        return self.gap

    def _labels(self) -> list[tuple[int, str]]:
        bounds = [(self.low, "Tient, en centimes"), (self.high, "Ne tient pas, en centimes")]
        end = "Reste de l’objectif" if self.search.tried.highest else "Manque à l’objectif"
        return [
            (self.head, "Essai"),
            *(bounds if self.search.tried.highest else []),
            (self.cents, "Essayé, en centimes"),
            (self.unknown, "Essayé"),
            *((self.rows[id(line)], line.declaration.label) for line in self.search.tried.lines),
            (self.gap, end),
        ]

    def _column(self, place: int, trial: Trial) -> None:
        first, before = place == 1, place - 1
        if self.search.tried.highest:
            fitted = f"{cell(self.gap, before)}>=0"
            tried, low, high = (cell(row, before) for row in (self.cents, self.low, self.high))
            self._put(self.low, place, "-1" if first else f"IF({fitted},{tried},{low})", trial.low)
            bound = str(WIDEST) if first else f"IF({fitted},{high},{tried})"
            self._put(self.high, place, bound, trial.high)
            guess = f"FLOOR(({cell(self.low, place)}+{cell(self.high, place)})/2,1)"
            guess = guess if not first else str(trial.cents)
        else:
            missing = cell(self.gap, before)
            step = f"MAX(INT(ROUND({missing}*100,4))-1,1)"
            guess = f"{cell(self.cents, before)}+IF({missing}<=0,0,{step})" if before else "0"
        self._put(self.cents, place, guess, trial.cents)
        self._put(self.unknown, place, f"{cell(self.cents, place)}/100", trial.cents / 100, _EUROS)
        leaf = self._leaf(place)
        for line, value in zip(self.search.tried.lines, trial.values, strict=True):
            text = readings.sheet_formula(line, leaf)[1:]
            shown = number_format("", line.unit, line.declaration.rounding.places or 2)
            self._put(self.rows[id(line)], place, text, float(value), shown)
        target = readings.write(self.search.target, "sheet", self.book.names.of)
        reached = cell(self.rows[id(self.search.tried.lines[-1])], place)
        gap = f"ROUND({target}-{reached},{_NOISE})"
        self._put(self.gap, place, gap, round(float(trial.gap), _NOISE), _EUROS)

    def _leaf(self, place: int) -> Callable[[Amount], str]:
        def named(leaf: Amount) -> str:
            if isinstance(leaf, Line) and id(leaf) in self.rows:
                return str(cell(self.rows[id(leaf)], place))
            if isinstance(leaf, Input) and leaf.name == UNKNOWN:
                return str(cell(self.unknown, place))
            return self.book.names.of(leaf)

        return named

    def _answer(self, last: int) -> None:
        """The last bound that fits, or the last step; an error when the trials do not suffice."""
        fits, tried = f"{cell(self.gap, last)}>=0", cell(self.cents, last)
        if self.search.tried.highest:
            found = f"IF({fits},{tried},{cell(self.low, last)})"
            short = f"OR({found}<0,{cell(self.high, last)}={WIDEST})"
        else:
            found, short = tried, f"{cell(self.gap, last)}>0"
        label = self.search.line.declaration.label
        self.sheet.write_string(self.answer, 0, label, self.book.styles("group"))
        style = self.book.styles("value_total", _EUROS)
        value = float(self.search.amount.value)
        text = f"=IF({short},1/0,{found}/100)"
        self.book.formula(self.sheet, self.answer, 1, text, style, value)
        self.book.define(self.search.name, self.sheet, self.answer, 1)

    def _put(self, row: int, place: int, text: str, value: float, number: str = _CENTS) -> None:
        style = self.book.styles("value", number)
        self.book.formula(self.sheet, row, place, f"={text}", style, value)
