"""The defined names of a workbook: the codes themselves, so that a formula reads like the page.

A name that a spreadsheet would take for a cell (TVA20, or R1C1 and its French L1C1) or for a
truth value, and a name already given, get a trailing underscore: here and nowhere else.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from calculators.kit import readings, units
from calculators.kit.amounts import Amount, Input, Rate
from calculators.kit.calculator import Result
from calculators.kit.fields import (
    FieldKind,
    FieldSpec,
    Inputs,
    cells,
    field_specs,
    rows_fields,
    value_of,
)
from calculators.kit.lines import Line
from calculators.kit.names import cell_name
from calculators.kit.operations import ATOM
from sellerdesk.reports import searches
from sellerdesk.reports.leaves import RateKey, code_of, rate_key

_CELL = re.compile(r"[a-z]{1,3}\d+")  # A1 to XFD1048576, and a little more
_ROW_COLUMN = re.compile(r"[rl]\d*(c\d*)?|c\d*")
_WORDS = frozenset({"true", "false", "vrai", "faux"})
DAY_ZERO = date(1899, 12, 30).toordinal()  # a spreadsheet counts days from there
FIRST_DAY = date(1900, 3, 1)  # before it, spreadsheets disagree on the calendar
_GAPS = 100  # a formula that named so many cells could pass what a cell holds
_OUR_TITLES = ("Simulation", "Recherches", "Taux", "Lisez-moi")
_LONGEST_TITLE = 31
_NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\\s]+")
_LEFT_HANGING = re.compile(
    r"[ ',;.(–«-]+(à|après|au|aux|avant|avec|ce|ces|chaque|d’un|d’une|dans|de|des|du|en|est|et|la|"
    r"le|les|leur|lui|ou|où|par|pour|qu’ils?|qu’elles?|que|qui|sans|se|selon|son|sur|un|une|votre|vos)?"
    r"$",
    re.IGNORECASE,
)
_NUMERIC = (FieldKind.DECIMAL, FieldKind.INTEGER, FieldKind.DATE)

type Run = tuple[str, ...]  # the codes of the cells of a column, or the names of given ones


def valid(name: str) -> str:
    """The name as a spreadsheet accepts it."""
    plain = name.lower()
    taken = _CELL.fullmatch(plain) or _ROW_COLUMN.fullmatch(plain) or plain in _WORDS
    return f"{name}_" if taken else name


def rates(result: Result) -> dict[RateKey, Rate]:
    """Every rate that a result uses, once, in the order of its marks."""
    found: dict[RateKey, Rate] = {}
    for line in result.lines:
        for rate in readings.rates_of(line):
            found.setdefault(rate_key(rate), rate)
    return found


def is_live(spec: FieldSpec, value: object) -> bool:
    """Whether a formula may refer to an input: choices fix the shape and have no name."""
    if spec.kind is FieldKind.DATE:
        return isinstance(value, date) and value >= FIRST_DAY
    return spec.kind in _NUMERIC


def _live_inputs(inputs: Inputs) -> Iterator[str]:
    specs = {spec.name: spec for spec in field_specs(type(inputs))} | dict(cells(inputs))
    for name, spec in specs.items():
        value = value_of(inputs, name)
        if value is not None and is_live(spec, value):
            yield name


def _columns(result: Result) -> Iterator[tuple[str, Run, int]]:
    """Every column of a table: its name, its cells, how many rows there are."""
    for table in result.tables:
        for known in table.columns:
            run = tuple(line.code for line in table.column(known.code))
            yield f"{table.code}_{known.code}", run, len(table.rows)


def _given_columns(inputs: Inputs, live: Iterable[str]) -> Iterator[tuple[str, Run, int]]:
    """Every column of a list of rows that has cells a formula may refer to."""
    known = frozenset(live)
    for spec in rows_fields(type(inputs)):
        count = len(getattr(inputs, spec.name))
        for column in spec.columns:
            names = (cell_name(spec.name, index, column.name) for index in range(count))
            if run := tuple(name for name in names if name in known):
                yield f"{spec.name}_{column.name}", run, count


class Names:
    """The name of every line, input, rate and column of one result; lines are served first."""

    def __init__(self, result: Result) -> None:
        self._taken: set[str] = set()
        self.lines = {line.code: self._claim(line.code) for line in result.lines}
        self.inputs = {name: self._claim(name) for name in _live_inputs(result.inputs)}
        used = rates(result)
        codes = [code for code, _ in used]
        self.rates = {
            (code, start): self._claim(code if codes.count(code) == 1 else _dated(code, start))
            for code, start in used
        }
        self.searches = {
            searches.key(amount): searches.Search(line, amount, self._claim(f"{line.code}_trouve"))
            for line, amount in searches.found(result, self.lines)
        }
        self.columns: dict[str, str] = {}
        self._runs: dict[Run, str] = {}
        for found in (_columns(result), _given_columns(result.inputs, self.inputs)):
            self._name_columns(found)
        self._titles = {title.lower() for title in _OUR_TITLES}

    def _name_columns(self, columns: Iterable[tuple[str, Run, int]]) -> None:
        for wanted, run, rows in columns:
            if len(run) == rows or len(run) > _GAPS:  # what is blank adds nothing
                self._runs[run] = self.columns[wanted] = self._claim(wanted)

    def _claim(self, wanted: str) -> str:
        name = valid(wanted)
        while name.lower() in self._taken:
            name += "_"
        self._taken.add(name.lower())
        return name

    def of(self, amount: Amount) -> str:
        """How a formula writes a leaf: a defined name, or the number of a constant."""
        match amount:
            case Line():
                return self.lines[amount.code]
            case Input():
                return self.inputs[amount.name]
            case Rate():
                return self.rates[rate_key(amount)]
        value = amount.value - DAY_ZERO if amount.unit == units.DATE else amount.value
        return f"{value:f}"

    def whole(self, amount: Amount) -> tuple[str, int] | None:
        """A function of all the cells of a column: it names the column, not each cell; what is
        found by trials has a name too."""
        if amount.op is None:
            return None
        if amount.op.searched:
            known = self.searches.get(searches.key(amount))
            return (known.name, ATOM) if known else None
        if not amount.op.gathers:
            return None
        name = self._runs.get(tuple(code_of(arg) for arg in amount.args))
        return (amount.op.sheet(name), ATOM) if name else None

    def finds(self, line: Line) -> bool:
        """Whether the workbook finds by itself all that this line looks for."""
        return all(searches.key(amount) in self.searches for amount in searches.searched(line.raw))

    def sheet(self, wanted: str) -> str:
        """The title of a table's sheet as a spreadsheet accepts it, and given once."""
        plain = _NOT_IN_A_TITLE.sub(" ", wanted).strip(" '") or "Tableau"
        title, count = _at_a_word(plain, _LONGEST_TITLE), 2
        while title.lower() in self._titles:
            rank = f" ({count})"
            title, count = _at_a_word(plain, _LONGEST_TITLE - len(rank)) + rank, count + 1
        self._titles.add(title.lower())
        return title


def _at_a_word(text: str, most: int) -> str:
    """The text, or its longest run of whole words that fits and does not end on a small one."""
    if len(text) <= most:
        return text
    kept = text[: most + 1].rsplit(" ", 1)[0] if " " in text[: most + 1] else text[:most]
    head, comma, tail = kept.rpartition(",")
    if comma and " " not in tail.strip():  # « Le bulletin de paie, paie »
        kept = head
    while _LEFT_HANGING.search(kept):
        kept = _LEFT_HANGING.sub("", kept)
    return kept


def _dated(code: str, start: date | None) -> str:
    return f"{code}_{start:%Y%m%d}" if start else f"{code}_origine"
