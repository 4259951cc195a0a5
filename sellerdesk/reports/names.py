"""The defined names of a workbook: the codes themselves, so that a formula reads like the page.

A name that a spreadsheet would take for a cell (TVA20, or R1C1 and its French L1C1) or for a
truth value, and a name already given, get a trailing underscore: here and nowhere else.
"""

import re
from datetime import date

from calculators.kit import readings, units
from calculators.kit.amounts import Amount, Input, Rate
from calculators.kit.calculator import Result
from calculators.kit.fields import FieldKind, FieldSpec, field_specs
from calculators.kit.lines import Line

_CELL = re.compile(r"[a-z]{1,3}\d+")  # A1 to XFD1048576, and a little more
_ROW_COLUMN = re.compile(r"[rl]\d*(c\d*)?|c\d*")
_WORDS = frozenset({"true", "false", "vrai", "faux"})
_DAY_ZERO = date(1899, 12, 30).toordinal()  # a spreadsheet counts days from there
FIRST_DAY = date(1900, 3, 1)  # before it, spreadsheets disagree on the calendar
_NUMERIC = (FieldKind.DECIMAL, FieldKind.INTEGER, FieldKind.DATE)

type RateKey = tuple[str, date | None]


def rate_key(rate: Rate) -> RateKey:
    """What tells two uses of a rate apart: its code and the start of its version."""
    return rate.fact.code, rate.fact.valid_from


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


class Names:
    """The name of every line, input and rate of one result; lines are served first."""

    def __init__(self, result: Result) -> None:
        self._taken: set[str] = set()
        self.lines = {line.code: self._claim(line.code) for line in result.lines}
        self.inputs = {
            spec.name: self._claim(spec.name)
            for spec in field_specs(type(result.inputs))
            if is_live(spec, getattr(result.inputs, spec.name))
            and getattr(result.inputs, spec.name) is not None
        }
        used = rates(result)
        codes = [code for code, _ in used]
        self.rates = {
            (code, start): self._claim(code if codes.count(code) == 1 else _dated(code, start))
            for code, start in used
        }

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
        value = amount.value - _DAY_ZERO if amount.unit == units.DATE else amount.value
        return f"{value:f}"


def _dated(code: str, start: date | None) -> str:
    return f"{code}_{start:%Y%m%d}" if start else f"{code}_origine"
