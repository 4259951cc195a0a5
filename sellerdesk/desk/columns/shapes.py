"""Which shape each row has, found once per combination of choices, empty cells and period."""

from bisect import bisect_right, insort
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import polars as pl

from calculators.kit import french
from calculators.kit.columns import Column, ColumnError
from calculators.kit.compiling import Unwritable, compile_open
from calculators.kit.fields import FieldKind
from calculators.kit.lines import Sheet
from calculators.kit.outcomes import COMPUTED
from calculators.kit.rates import MissingRate
from sellerdesk.desk.columns.plans import LOCAL, Plan
from sellerdesk.desk.columns.reading import LINE, PlainAmount, cell
from sellerdesk.desk.columns.vectors import Inapplicable

PLAN, KEY = "plan", "key"
_MOST = 20_000  # combinations in one block
_WORTH = 200  # rows that pay for writing the formulas of a combination
_EXACT = (-1, 0)  # no plan: the exact way
_FAR = 1 << 62

type Place = tuple[int, int]  # a plan and the shape's number in it
type Known = tuple[date, date, Place]


class TooMany(Exception):  # noqa: N818 - this block goes the exact way
    """A block of which nearly every row is a combination of its own."""


class Shapes:
    """The plans of a column, and where each combination has its shape."""

    def __init__(
        self, column: Column, amounts: Sequence[PlainAmount], outputs: Sequence[str]
    ) -> None:
        self.column, self.outputs, self.plans = column, outputs, list[Plan]()
        self.worth = _WORTH
        self.amounts = {amount.name: amount for amount in amounts}
        kinds = {i: column.specs[n].kind for i, n in enumerate(column.header) if n in column.specs}
        dates = [i for i, kind in kinds.items() if kind is FieldKind.DATE]
        if len(dates) != 1:
            raise Inapplicable("one date moves a shape")
        self.day = dates[0]
        plain = (FieldKind.DATE, FieldKind.DECIMAL)
        self.choices = [i for i, kind in kinds.items() if kind not in plain]
        self._sources: dict[tuple[str, ...], int] = {}
        self._known: dict[tuple[str, ...], list[Known]] = {}
        self._days: dict[str, date | None] = {}
        self.breaks: list[date] = sorted(
            {fact.valid_from for code in column.calculator.codes
             for fact in column.rates.series(code.code) if fact.valid_from}
        )  # fmt: skip

    def place(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Add to plainly read rows the plan and the shape of each."""
        days, day_codes = self._coded(rows[cell(self.day)])
        codes = self._combinations(rows)
        while True:
            before = len(self.breaks)
            periods = pl.Series([self._period(text) for text in days], dtype=pl.Int64)
            keys = (codes * (before + 2) + periods.gather(day_codes)).alias(KEY)
            places = self._places(rows, keys)
            if len(self.breaks) == before:
                return rows.with_columns(places)

    @staticmethod
    def _coded(texts: pl.Series) -> tuple[list[str], pl.Series]:
        known = texts.unique().sort()
        return known.to_list(), texts.cast(pl.Enum(known)).to_physical()

    def _combinations(self, rows: pl.DataFrame) -> pl.Series:
        """One number per combination of choices and empty cells."""
        total, size = pl.repeat(0, rows.height, dtype=pl.Int64, eager=True), 1
        parts = [self._coded(rows[cell(index)]) for index in self.choices]
        empty = [rows[amount.number].is_null() for amount in self.amounts.values()]
        pairs = [(len(known), codes) for known, codes in parts]
        for count, codes in pairs + [(2, given) for given in empty if given.any()]:
            total, size = total + codes.cast(pl.Int64) * size, size * count
            if size * (len(self.breaks) + 1000) > _FAR:
                raise TooMany
        return total

    def _period(self, text: str) -> int:
        """Between which days of change a text's date lies; 0: it is no date."""
        if text not in self._days:
            if len(self._days) > _MOST:
                self._days.clear()
            try:
                self._days[text] = french.parse_day(text)
            except ValueError:
                self._days[text] = None
        day = self._days[text]
        return 0 if day is None else bisect_right(self.breaks, day) + 1

    def _places(self, rows: pl.DataFrame, keys: pl.Series) -> list[pl.Series]:
        grouped = pl.DataFrame([keys]).with_row_index("at").group_by(KEY)
        firsts = grouped.agg(pl.col("at").first(), pl.len()).sort(KEY)
        if firsts.height > _MOST:
            raise TooMany
        samples = zip(rows[LINE].gather(firsts["at"]), firsts["len"], strict=True)
        found = [
            self._place(line.split(self.column.separator), worth=count >= self.worth)
            for line, count in samples
        ]
        at = firsts[KEY].search_sorted(keys)
        return [
            pl.Series(name, [place[i] for place in found], dtype=pl.Int32).gather(at)
            for i, name in enumerate((PLAN, LOCAL))
        ]

    def _place(self, cells: list[str], *, worth: bool) -> Place:
        period = self._period(cells[self.day])
        if period == 0:
            return _EXACT
        low = self.breaks[period - 2] if period > 1 else date.min
        high = self.breaks[period - 1] if period <= len(self.breaks) else date.max
        choices = [cells[index] for index in self.choices]
        key = (*choices, *(name for name in self._given(cells)))
        known = self._known.setdefault(key, [])
        for start, end, place in known:
            if start <= low and high <= end:
                return place
        if not worth:
            return _EXACT
        try:
            sheet = self.column.sheet(cells)
        except (ColumnError, MissingRate):
            place, span = _EXACT, (low, high)  # its words are the exact way's
        else:
            place = self._planned(sheet, self._given(cells))
            span = sheet.spans.get(self.column.header[self.day], (date.min, date.max))
        known.append((*span, place))
        for day in span:
            if day not in (date.min, date.max) and day not in self.breaks:
                insort(self.breaks, day)
        return place

    def _given(self, cells: Sequence[str]) -> tuple[str, ...]:
        return tuple(n for n in self.amounts if cells[self.column.header.index(n)])

    def _planned(self, sheet: Sheet, given: tuple[str, ...]) -> Place:
        if sheet.dates_used:
            return _EXACT
        refused = next((r.code for r in sheet.refusals if r.test is None), "")
        if refused:
            return self._taken((refused,), Plan({}, self.outputs, refused), {})
        try:
            formulas = compile_open(sheet, given, self.outputs)
        except Unwritable:
            return _EXACT
        vectors = {name: self.amounts[name].vector for name in given}
        plan = Plan(vectors, self.outputs, COMPUTED, formulas)
        return self._taken((formulas.source, *formulas.codes), plan, formulas.constants)

    def _taken(self, source: tuple[str, ...], plan: Plan, constants: dict[str, Decimal]) -> Place:
        number = self._sources.setdefault(source, len(self.plans))
        if number == len(self.plans):
            self.plans.append(plan)
        return number, self.plans[number].add(constants)
