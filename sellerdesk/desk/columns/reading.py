"""A block of bytes as polars columns: the lines as they are, their cells, the plain amounts.

Only what is proved to mean the same as in the exact way is read here: anything that is not
a plain number, and any row that is not cut alike, is left to it.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import polars as pl

from calculators.kit.columns import Column
from calculators.kit.french import NBSP
from calculators.kit.units import EUR
from sellerdesk.desk.columns.vectors import Vector, amount

LINE = "line"
_NEVER = "\x01"
# A numeric cell as polars reads it: no spaces, a point. The rest of a line is only to be cut alike.
_POINTS = bytes.maketrans(b"," + bytes(range(128, 256)), b"." + b"?" * 128)
_SPACES = f" {NBSP}".encode()
_MOST = 10_000_000
_DIGITS = 7
_CENTS, _FINER = 2, 4
_KNOWN_RULES = {"ge", "le", "gt", "lt", "max_digits", "decimal_places"}


@dataclass(frozen=True)
class PlainAmount:
    """The plain texts of one amount, and the numbers they are."""

    name: str
    cell: str  # the column of its texts
    places: int
    low: Decimal
    high: Decimal

    @property
    def vector(self) -> Vector:
        """The amount as the formulas take it."""
        return amount(self.number, float(self.high), self.places)

    @property
    def number(self) -> str:
        """The column of its numbers."""
        return f"i_{self.name}"

    @property
    def pattern(self) -> str:
        """The texts that the exact way reads as polars does, with or without spaces."""
        groups = f"[0-9]{{1,3}}(?:[ {NBSP}]?[0-9]{{3}}){{0,2}}"
        return f"(?:{groups}(?:,[0-9]{{1,{self.places}}})?)?"

    def within(self) -> pl.Expr:
        """Whether a number is within its bounds, or the cell is empty."""
        number, half = pl.col(self.number), Fraction(1, 2 * 10**self.places)
        low, high = float(Fraction(self.low) - half), float(Fraction(self.high) + half)
        return number.is_null() | ((number > low) & (number < high))


def plain_amount(column: Column, name: str) -> PlainAmount | None:
    """How to read an amount of a column, or None when its rules are not all known here."""
    spec, info = column.specs[name], column.calculator.inputs.model_fields[name]
    rules = {key: value for rule in info.metadata for key, value in _rules(rule).items()}
    if not rules.keys() <= _KNOWN_RULES:
        return None
    places = min(_CENTS if spec.unit == EUR else _FINER, rules.get("decimal_places", _FINER))
    grid = Decimal(1).scaleb(-places)
    highs = [Decimal(_MOST), Decimal(rules.get("le", _MOST)), rules.get("lt", _MOST) - grid]
    lows = [Decimal(0), Decimal(rules.get("ge", 0)), rules.get("gt", -1) + grid]
    if rules.get("max_digits", 99) < len(str(int(min(highs)))) + rules.get("decimal_places", 0):
        return None
    return PlainAmount(name, cell(column.header.index(name)), places, max(lows), min(highs))


def cell(index: int) -> str:
    """The column of a cell: a header may hold any name, ours too."""
    return f"c{index}"


def _rules(rule: object) -> dict[str, int]:
    values = {name: getattr(rule, name) for name in (*_KNOWN_RULES,) if hasattr(rule, name)}
    return values or {type(rule).__name__: 0}


def frame(block: bytes, column: Column, amounts: Sequence[PlainAmount]) -> pl.DataFrame | None:
    """One row per line: the line, its cells, its numbers; None when it is not plainly cut."""
    block = block.replace(b"\r\n", b"\n") if b"\r" in block else block
    if not block or any(mark in block for mark in (b"\r", b"\0", _NEVER.encode())):
        return None
    names = {cell(i): pl.String for i in range(len(column.header))}
    numeric = [amount.cell for amount in amounts]
    texts = [c for c, name in zip(names, column.header, strict=True) if name in column.specs]
    lines = _scan(block, _NEVER, {LINE: pl.String}, [LINE])
    cells = _scan(block, column.separator, names, [c for c in texts if c not in numeric])
    numbers = _scan(
        block.translate(_POINTS, _SPACES), column.separator,
        names | dict.fromkeys(numeric, pl.Float64), numeric,
    )  # fmt: skip
    count = block.count(b"\n") + (not block.endswith(b"\n"))
    if not lines.height == cells.height == numbers.height == count:
        return None
    numbers.columns = [amount.number for amount in amounts]
    return lines.hstack(cells).hstack(numbers)


def _scan(
    block: bytes, separator: str, kinds: Mapping[str, type[pl.DataType]], used: list[str]
) -> pl.DataFrame:
    return pl.scan_csv(
        io.BytesIO(block), has_header=False, separator=separator, quote_char=None,
        schema=kinds, empty_string_is_null=False, ignore_errors=True,
        extra_columns="ignore", missing_columns="insert",
    ).select(used).collect()  # fmt: skip


def plain(column: Column, amounts: Sequence[PlainAmount]) -> list[pl.Expr]:
    """Whether a line has its cells, none quoted, and its amounts are plain numbers or empty."""
    patterns = {amount.name: amount.pattern for amount in amounts}
    other = f'[^{column.separator}"]*'
    line = column.separator.join(patterns.get(name, other) for name in column.header)
    matches = pl.col(LINE).str.contains(f"^{line}$")
    return [matches, *(amount.within() for amount in amounts)]
