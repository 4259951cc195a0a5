"""Results of a block of lines by polars; the rows where nothing is proved go the exact way."""

import csv
import io
from threading import Lock

import polars as pl

from calculators.kit.columns import Column
from calculators.kit.fields import FieldKind
from calculators.kit.units import PERCENT
from sellerdesk.desk.columns import reading
from sellerdesk.desk.columns.exact import block_results, line_of
from sellerdesk.desk.columns.plans import DOUBT, LOCAL, OUTCOME, ROW, written
from sellerdesk.desk.columns.reading import LINE, PlainAmount
from sellerdesk.desk.columns.shapes import PLAN, Shapes, TooMany
from sellerdesk.desk.columns.vectors import Inapplicable

_PERCENT_PLACES = 2


class Blocks:
    """Writes blocks of rows followed by their results; Inapplicable when it never could."""

    def __init__(self, column: Column) -> None:
        self.column, self.outputs = column, output_places(column)
        self.amounts = plain_amounts(column)
        self.plain = reading.plain(column, self.amounts)
        self.shapes = Shapes(column, self.amounts, tuple(self.outputs))
        self.rows = self.exact_rows = 0
        self._lock = Lock()

    def all_results(self, block: bytes) -> bytes:
        """The rows of a block, each followed by its results, by one way or the other."""
        done = self.results(block)
        if done is None:
            count = block.count(b"\n")
            self._count(count, count)
            with self._lock:
                return block_results(self.column, block)
        return done

    def results(self, block: bytes) -> bytes | None:
        """The same; None when the block is not for polars."""
        rows = reading.frame(block, self.column, self.amounts)
        if rows is None or not self._lines_stand_alone(rows):
            return None
        rows = rows.with_row_index(ROW)
        try:
            done = self._sure(self._computed(rows.filter(self.plain)))
            missing = pl.repeat(True, rows.height, dtype=pl.Boolean, eager=True)
            left = rows.select(ROW, LINE).filter(missing.scatter(done[ROW], False))
            if left.height:
                rows, exact = self._exact(rows, left)
                done = pl.concat([done, exact])
        except (TooMany, csv.Error):  # an open quote, a blank line
            return None
        self._count(rows.height, left.height)
        return self._written(rows[LINE], done.sort(ROW).drop(ROW))

    def _count(self, rows: int, exact: int) -> None:
        with self._lock:
            self.rows, self.exact_rows = self.rows + rows, self.exact_rows + exact

    @staticmethod
    def _lines_stand_alone(rows: pl.DataFrame) -> bool:
        """No quoted cell spans two lines."""
        quoted = rows.filter(pl.col(LINE).str.contains('"', literal=True))[LINE]
        return not (quoted.str.count_matches('"', literal=True) % 2 == 1).any()

    def _computed(self, rows: pl.DataFrame) -> pl.DataFrame:
        """The results of rows in whole steps, and which are delicate."""
        if not rows.height:
            return self._nothing()
        with self._lock:  # another block may meet a shape of the same plan
            frames = (
                self.shapes.place(rows)
                .select(ROW, PLAN, LOCAL, *(amount.number for amount in self.amounts))
                .partition_by(PLAN, as_dict=True, include_key=False)
            )
            plans = [
                self.shapes.plans[number].results(frame)
                for (number,), frame in frames.items()
                if number >= 0 and self.shapes.plans[number].ready()
            ]
        # Written without detours: nothing to optimise, and that costs as much as computing.
        done = pl.collect_all(plans, optimizations=pl.QueryOptFlags.none())
        return pl.concat([self._nothing(), *done])

    def _nothing(self) -> pl.DataFrame:
        kinds = dict.fromkeys(self.outputs, pl.Int64)
        return pl.DataFrame(schema={ROW: pl.UInt32, **kinds, OUTCOME: pl.String, DOUBT: pl.Boolean})

    def _sure(self, computed: pl.DataFrame) -> pl.DataFrame:
        amounts = (written(code, places) for code, places in self.outputs.items())
        return computed.filter(~pl.col(DOUBT)).select(ROW, *amounts, OUTCOME)

    def _exact(self, rows: pl.DataFrame, left: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
        """The results of some rows by the exact way, as columns."""
        lines: list[str] = left[LINE].to_list()
        cells = [_cells(line, self.column.separator) for line in lines]
        with self._lock:
            texts = [text.split(self.column.separator, len(self.outputs))
                     for text in self.column.results(cells)]  # fmt: skip
        names = (*self.outputs, OUTCOME)
        exact = left.select(ROW).hstack(
            pl.DataFrame(
                {name: [text[i] for text in texts] for i, name in enumerate(names)},
                schema=dict.fromkeys(names, pl.String),
            ).with_columns(_number(code, places) for code, places in self.outputs.items())
        )
        if any('"' in line for line in lines):
            pairs = zip(lines, cells, strict=True)
            again = [line_of(row) if '"' in line else line for line, row in pairs]
            rows = rows.update(pl.DataFrame({ROW: left[ROW], LINE: again}), on=ROW)
        return rows, exact

    def _written(self, lines: pl.Series, results: pl.DataFrame) -> bytes:
        target = io.BytesIO()
        pl.DataFrame([lines]).hstack(results).write_csv(
            target, include_header=False, separator=self.column.separator,
            decimal_comma=True, quote_style="never",
        )  # fmt: skip
        return target.getvalue()


def _cells(line: str, separator: str) -> list[str]:
    if not line.strip():
        raise csv.Error("a blank line is no row")
    if '"' in line:
        return next(csv.reader([line], delimiter=separator, strict=True))
    return line.split(separator)


def _number(code: str, places: int) -> pl.Expr:
    text = pl.col(code).str.replace(",", ".", literal=True)
    return pl.when(text != "").then(text).cast(pl.Decimal(38, places)).alias(code)


def output_places(column: Column) -> dict[str, int]:
    """The decimals of each column of results."""
    known = {d.code: d for d in column.calculator.declarations}
    places = {}
    for code in column.outputs:
        declared = known.get(code)
        if declared is None or not declared.rounding.padded:
            raise Inapplicable("a column of no fixed number of decimals")
        percent = declared.unit == PERCENT
        places[code] = max(declared.rounding.places - (_PERCENT_PLACES if percent else 0), 0)
    return places


def plain_amounts(column: Column) -> list[PlainAmount]:
    """How each amount of the header is read."""
    found = [reading.plain_amount(column, name) for name in column.amounts]
    if any(column.specs[n].kind is FieldKind.TEXT for n in column.header if n in column.specs):
        raise Inapplicable("free text")
    plain = [amount for amount in found if amount is not None]
    if len(plain) < len(found):
        raise Inapplicable("an amount with rules of its own")
    return plain
