"""Lines and sheets: a calculation is a Sheet subclass that declares its lines.

    class Marge(Sheet):
        cotisations = declared("Cotisations sociales", CENT, nature="cotisations")

    m.cotisations = m.chiffre_affaires * m.rate(COTISATIONS, m.day("date_vente"))

The attribute is the line's code; assigning rounds once and records the formula.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Self, overload

from pydantic import BaseModel

from calculators.kit import french, units
from calculators.kit.amounts import Amount, Input, Rate, rounded
from calculators.kit.arithmetic import put_on_grid
from calculators.kit.days import Day, GivenRow
from calculators.kit.declarations import Declaration, Embedding
from calculators.kit.fields import input_unit, value_of
from calculators.kit.rates import Confidence, MissingRate, RateBook, RateCode
from calculators.kit.units import Rounding

type Span = tuple[date, date]


class Line(Amount):
    """A computed line: an Amount that other formulas refer to by its code."""

    __slots__ = ("code", "declaration", "raw")

    def __init__(self, declaration: Declaration, raw: Amount) -> None:
        if raw.unit is not declaration.unit and not units.fits(raw.unit, declaration.unit):
            raise units.UnitError(f"{declaration.code}: « {raw.unit} » for « {declaration.unit} »")
        quantum = declaration.rounding.quantum
        self.op, self.args, self.unit = None, (), declaration.unit
        self.value = raw.value if quantum is None else put_on_grid(raw.value, quantum)
        self.declaration, self.raw = declaration, raw
        self.code = declaration.code  # the same on every surface

    @property
    def expression(self) -> Amount:
        """Its formula, put on its grid: made when a reading asks for it."""
        return rounded(self.raw, self.declaration.rounding)


class declared:  # noqa: N801 - reads as a word of the sheet's language
    """Declare a line on a Sheet; its attribute name is its code."""

    def __init__(
        self,
        label: str,
        rounding: Rounding,
        *,
        unit: str = units.EUR,
        nature: str = "",
        section: str = "",
        level: str = "line",
        help: str = "",
        unsure: bool = False,
        absent: str = "",
    ) -> None:
        words = french.typography(label), french.typography(help)
        self._known = (words[0], rounding, unit, nature, section, level, words[1], unsure, absent)

    def __set_name__(self, owner: type, name: str) -> None:
        self.code, self.declaration = name, Declaration(name, *self._known)

    @overload
    def __get__(self, sheet: None, owner: type) -> Self: ...
    @overload
    def __get__(self, sheet: "Sheet", owner: type) -> Line: ...
    def __get__(self, sheet: "Sheet | None", owner: type) -> "Line | Self":
        if sheet is None:
            return self
        try:
            return sheet.lines[self.code]
        except KeyError:
            raise AttributeError(f"line « {self.code} » is not computed yet") from None

    def __set__(self, sheet: "Sheet", value: Amount) -> None:
        known, place = self.declaration, sheet.embedding
        if place is not None:
            known = place.made.get(self.code) or place.declaration(known)
        sheet.add(Line(known, value))


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence with `{code}` places for amounts. With a test, shown only when it holds."""

    kind: str  # warning | info | article
    code: str
    sentence: str
    field: str = ""
    test: Amount | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """« Ne s'applique pas »: the sentence, the field it is about, the test if an amount decides."""

    code: str
    sentence: str
    field: str = ""
    test: Amount | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Due:
    """A day by which something is to be done, and what is to be paid then: the sum of lines."""

    day: date
    label: str
    lines: tuple[Line, ...] = ()

    @property
    def amount(self) -> Decimal | None:
        """What is to be paid; None when nothing is."""
        return sum((line.value for line in self.lines), Decimal(0)) if self.lines else None


@dataclass(eq=False)
class Sheet:
    """One run of a calculation: its inputs, its rates, its lines in order."""

    own_place: ClassVar[Embedding] = Embedding("")  # of each class: where its own lines stand

    inputs: BaseModel
    rates: RateBook
    lines: dict[str, Line] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    spans: dict[str, Span] = field(default_factory=dict)
    tables: dict[str, Any] = field(default_factory=dict)  # kit.parts.Table, by code
    dues: list[Due] = field(default_factory=list)
    answers: list[Remark] = field(default_factory=list)
    embedding: Embedding | None = None  # of a part: see kit.parts
    _leaves: dict[Any, Any] = field(default_factory=dict)
    _dated: list[str] = field(default_factory=list)

    def __init_subclass__(cls) -> None:
        cls.own_place = Embedding("")

    def __post_init__(self) -> None:
        self.all_lines = self.lines  # those of the whole sheet, where it is one of its parts

    @property
    def dates_used(self) -> bool:
        """Whether a date entered the arithmetic."""
        return bool(self._dated)

    def add(self, line: Line) -> Line:
        """Record a computed line; a code is computed once."""
        code = line.code
        if code in self.all_lines:
            raise ValueError(f"line « {code} » is computed twice")
        self.all_lines[code] = line
        return line

    def assign(self, code: str, amount: Amount, rounding: Rounding) -> Line:
        """Record a declared line on another grid than its own, which a reading decides."""
        known: Declaration = getattr(type(self), code).declaration
        place = self.embedding or self.own_place
        if known.rounding is rounding:
            return self.add(Line(place.declaration(known), amount))
        return self.add(Line(place.on_grid(known, rounding), amount))

    def line(self, code: str, label: str, amount: Amount, rounding: Rounding, **kw: Any) -> Line:
        """Record a line known only at run time."""
        if not code.isidentifier():
            raise ValueError(f"« {code} » is no code of a line")
        return self.add(
            Line(Declaration(code, label, rounding, kw.pop("unit", amount.unit), **kw), amount)
        )

    def __getitem__(self, name: str) -> Input:
        """The traced amount of an input field; an absent optional raises KeyError."""
        return self.input(name)

    def input(self, name: str) -> Input:
        """The traced leaf of a field: an amount, or a date as a number of days."""
        leaf: Input | None = self._leaves.get(name)
        if leaf is None:
            try:
                value = getattr(self.inputs, name)
            except AttributeError:
                value = value_of(self.inputs, name)
            if value is None:
                raise KeyError(name)
            leaf = self._leaves[name] = self._leaf(name, value)
        return leaf

    def _leaf(self, name: str, value: Any) -> Input:
        if isinstance(value, date):
            return Input(name, Decimal(value.toordinal()), units.DATE)
        unit = input_unit(type(self.inputs), name)
        number = Decimal(value)
        if unit is units.PERCENT:
            number = units.CONTEXT.multiply(number, units.HUNDREDTH)
        return Input(name, number, unit)

    def dated(self, name: str) -> Input:
        """The traced leaf of a date that enters the arithmetic."""
        self._dated.append(name)
        return self.input(name)

    def day(self, name: str) -> Day:
        """A date of the inputs, to look rates up by and to compare."""
        return Day(self, name, value_of(self.inputs, name))

    def moment(self, value: date) -> Day:
        """A date that the choices fix: looking a rate up by it narrows nothing."""
        return Day(self, "", value)

    def rows(self, name: str) -> list[GivenRow]:
        """The rows of a list that the user gave."""
        given = getattr(self.inputs, name)
        return [GivenRow(self, name, index, row) for index, row in enumerate(given)]

    def rate(self, code: RateCode, on: Day) -> Rate:
        """The dated rate in force; MissingRate when none is published for that day.

        A rate whose start nobody knows is at best unsure before the day it was read.
        """
        memo, moment = self.rates.memo, (code.code, on.value)
        if not on.name and moment in memo:  # nothing to narrow: the look-up itself is remembered
            remembered: Rate = memo[moment]
            return remembered
        fact = self.rates.at(code.code, on.value)
        on.narrow(fact.valid_from or date.min, fact.valid_to or date.max)
        read = fact.read_on
        early = fact.valid_from is None and read is not None and on.before(read)
        key = (fact.code, fact.valid_from, early)
        known: Rate | None = memo.get(key)
        if known is None:
            shown = replace(fact, confidence=Confidence.UNSURE) if early else fact
            known = memo[key] = Rate(shown)
        if not on.name:
            memo[moment] = known
        return known

    def knows(self, code: RateCode, on: Day) -> bool:
        """Whether a value is published for that day."""
        fact = self.rates.latest(code.code, on.value)
        if fact is not None:
            on.narrow(fact.valid_from or date.min, fact.valid_to or date.max)
            return fact.value is not None
        starts = [f.valid_from for f in self.rates.series(code.code)]
        on.narrow(date.min, (starts[0] if starts else None) or date.max)
        return False

    def ended(self, code: RateCode, on: Day) -> bool:
        """Whether a series was published and has ended by that day."""
        fact = self.rates.latest(code.code, on.value)
        if fact is not None:
            on.narrow(fact.valid_from or date.min, fact.valid_to or date.max)
        return fact is not None and fact.value is None

    def first_day(self, code: RateCode) -> date:
        """The day from which a rate is known; MissingRate when it never is."""
        starts = [f.valid_from for f in self.rates.series(code.code) if f.value is not None]
        if not starts:
            raise MissingRate(code.code, date.min)
        return starts[0] or date.min

    def remark(
        self, kind: str, code: str, sentence: str, field: str = "", test: Amount | None = None
    ) -> None:
        """Add a sentence, for every amount or for those that make the test true."""
        self.remarks.append(Remark(kind, code, sentence, field, test))

    def warn(self, test: Amount, code: str, sentence: str, field: str = "") -> None:
        """Add a sentence shown when the amounts make the test true."""
        self.remarks.append(Remark("warning", code, sentence, field, test))

    def answer(self, test: Amount, code: str, sentence: str) -> None:
        """Open the result with this sentence instead of the headline's when amounts say so."""
        self.answers.append(Remark("answer", code, sentence, "", test))

    def refuse(self, test: Amount, code: str, sentence: str, field: str = "") -> None:
        """Say when an amount makes the whole calculation not apply."""
        self.refusals.append(Refusal(code, sentence, field, test))

    def not_applicable(self, code: str, sentence: str, field: str = "") -> Self:
        """Say that a choice or a date makes the calculation not apply: `return` this."""
        self.refusals.append(Refusal(code, sentence, field))
        return self

    def due(self, day: date, label: str, *lines: Line) -> None:
        """Add a day to the calendar of the result."""
        self.dues.append(Due(day, label, lines))

    def present(self, codes: Iterable[str]) -> tuple[Line, ...]:
        """The lines of these codes that this shape computes, in order."""
        return tuple(self.lines[c] for c in codes if c in self.lines)
