"""The compiled reading: the formulas of one shape turned once into a plain function.

Choices, which optionals are given and the rate versions in force fix a shape. A traced run
tells over which spans of dates its shape holds, so the cache keys itself: no calculator
declares anything. Constants are bound as names; no text from a user enters the source.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, getcontext, setcontext
from functools import cached_property
from operator import itemgetter
from typing import Any

from calculators.kit import units
from calculators.kit.amounts import Amount, Input
from calculators.kit.calculator import Calculator
from calculators.kit.fields import (
    FieldKind,
    Inputs,
    Row,
    field_kinds,
    field_specs,
    value_of,
    values_of,
)
from calculators.kit.lines import Line, Sheet, Span
from calculators.kit.outcomes import COMPUTED
from calculators.kit.rates import RateBook
from calculators.kit.readings import is_searched, leaves
from calculators.kit.writing import PLAIN, Options, Writer, arguments, made

_TRACED = (FieldKind.DECIMAL, FieldKind.INTEGER, FieldKind.DATE)
_MOST_SHAPES = 1024
_LAST_DAY = date.max


@dataclass(frozen=True)
class Shape:
    """The formulas of one shape, from inputs by position to the lines of `codes`."""

    args: tuple[str, ...]
    codes: tuple[str, ...]
    refusals: tuple[str, ...]
    refused: str  # code of the refusal that the shape itself decides, or ""
    spans: dict[str, Span]
    outputs: str
    writer: Writer

    @cached_property
    def function(self) -> Callable[..., tuple[Any, ...]]:
        """The values of `codes`, then one value per refusal that an amount decides."""
        return self.writer.function(self.args, self.outputs)

    @cached_property
    def mapping(self) -> Callable[..., dict[str, Any]]:
        """The values by their codes."""
        pairs = ", ".join(f"{code!r}: l_{code}" for code in self.codes)
        return self.writer.function(self.args, f"{{{pairs}}}")

    def holds(self, inputs: Inputs) -> bool:
        """Whether the dates of other inputs fall in the same shape."""
        given = inputs.__dict__
        for name, (low, high) in self.spans.items():
            day = given[name] if name in given else value_of(inputs, name)
            if day < low or (day >= high and high != _LAST_DAY):
                return False
        return True


@dataclass(frozen=True, slots=True)
class OpenShape:
    """One shape's formulas, written but bound to no kind of number.

    Two shapes that differ only by their rates have the same `source`.
    """

    source: str
    codes: tuple[str, ...]  # what the function returns: these lines, then one test per refusal
    constants: dict[str, Decimal]

    def function(self, names: Mapping[str, Any]) -> Callable[..., tuple[Any, ...]]:
        """The function over the caller's numbers: constants and operations by their names."""
        return made(self.source, dict(names))


class Unwritable(Exception):  # noqa: N818 - these formulas go the exact way
    """Formulas that numbers of another kind cannot follow."""


class Compiled:
    """A calculator compiled shape by shape, as they are met, for one rate book."""

    def __init__(
        self,
        calculator: Calculator,
        rates: RateBook,
        options: Options = PLAIN,
    ) -> None:
        self.calculator, self.rates, self.options = calculator, rates, options
        kinds = field_kinds(calculator.inputs)
        self.lists = tuple(name for name, kind in kinds.items() if kind is FieldKind.ROWS)
        self._choices = _getter(n for n, k in kinds.items() if k not in (*_TRACED, FieldKind.ROWS))
        self._optionals = _getter(
            spec.name
            for spec in field_specs(calculator.inputs)
            if spec.kind in _TRACED and not spec.required and spec.default is None
        )
        self._shapes: dict[tuple[Any, ...], list[Shape]] = {}

    def shape(self, inputs: Inputs) -> Shape:
        """Return the shape of these inputs, compiling it at the first meeting."""
        key: tuple[Any, ...] = (
            self._choices(inputs.__dict__),
            tuple([value is None for value in self._optionals(inputs.__dict__)]),
        )
        if self.lists:
            key += tuple([_form(getattr(inputs, name)) for name in self.lists])
        known = self._shapes.setdefault(key, [])
        for shape in known:
            if shape.holds(inputs):
                return shape
        if len(self._shapes) > _MOST_SHAPES:  # kept with a book, it lives with the process
            self._shapes = {key: known}
        sheet = self.calculator.trace(inputs=inputs, rates=self.rates)
        known.append(compile_sheet(sheet, self.options))
        return known[-1]

    def values(self, inputs: Inputs) -> dict[str, Any]:
        """Every line's value by its code, as `calculate` would give it."""
        shape = self.shape(inputs)
        given = values_of(inputs, shape.args)
        before = getcontext()
        setcontext(units.CONTEXT)  # localcontext would copy it, which costs as much as ten lines
        try:
            return shape.mapping(*given)
        finally:
            setcontext(before)


def _getter(names: Iterable[str]) -> Callable[[dict[str, Any]], tuple[Any, ...]]:
    """The values of some fields at once, as a tuple."""
    wanted = tuple(names)
    if len(wanted) < 2:
        return lambda values: tuple(values[name] for name in wanted)
    getter: Callable[[dict[str, Any]], tuple[Any, ...]] = itemgetter(*wanted)
    return getter


def _form(rows: tuple[Row, ...]) -> tuple[Any, ...]:
    """What of a list of rows fixes a shape: how many, their choices, which cells are given."""
    if not rows:
        return ()
    kinds = field_kinds(type(rows[0]))
    return tuple(
        tuple(
            value is None if kind in _TRACED else value
            for value, kind in zip(values_of(row, kinds), kinds.values(), strict=True)
        )
        for row in rows
    )


def compile_sheet(sheet: Sheet, options: Options = PLAIN) -> Shape:
    """Compile the lines of one traced run."""
    writer = Writer(options)
    wanted = sheet.present(options.only or sheet.lines)
    tests = [(r.code, r.test) for r in sheet.refusals if r.test is not None]
    units_of = _inputs(sheet)
    whole = [name for name in units_of if isinstance(value_of(sheet.inputs, name), int)]
    writer.typed(units_of, whole)
    writer.converted(units_of)
    writer.assign(_made_of(sheet, wanted))
    return Shape(
        args=tuple(units_of),
        codes=tuple(line.code for line in wanted),
        refusals=tuple(code for code, _ in tests),
        refused=next((r.code for r in sheet.refusals if r.test is None), ""),
        spans=dict(sheet.spans),
        outputs=_outputs(writer, sheet, wanted),
        writer=writer,
    )


def compile_text(
    sheet: Sheet, args: Iterable[str], codes: Iterable[str], *, separator: str = ";"
) -> Callable[..., str]:
    """Compile a function that writes some lines of a run as one text in French notation.

    It takes the named inputs in the order of `args`; a line that the shape does not compute
    or that is not computable is written empty; the last cell is the outcome's code.
    """
    writer, args = Writer(PLAIN), tuple(args)
    wanted = [sheet.lines.get(code) for code in codes]
    refused = next((r.code for r in sheet.refusals if r.test is None), "")
    blank = separator * len(wanted)
    if refused:
        return writer.function(args, repr(blank + refused))
    _assign(writer, sheet, args, [line for line in wanted if line is not None])
    for test in (r for r in sheet.refusals if r.test is not None):
        name = writer.name(test.test)  # type: ignore[arg-type]
        writer.body.append(f"if {name} == 1: return {blank + test.code!r}")
    cells = separator.join("" if line is None else f"{{{_cell(line)}}}" for line in wanted)
    writer.body.append(f"text = f{cells!r}.replace('.', ',')")
    written = "(text.replace('NaN', '') if 'NaN' in text else text)"
    return writer.function(args, f"{written} + {separator + COMPUTED!r}")


def compile_open(sheet: Sheet, args: Iterable[str], codes: Iterable[str]) -> OpenShape:
    """Write some lines of a run for numbers of another kind, named inputs as its arguments.

    A search tries one number after another: a calculation that holds one raises Unwritable.
    """
    writer, args = Writer(Options(calls=True)), tuple(args)
    wanted = [sheet.lines[code] for code in codes if code in sheet.lines]
    if any(is_searched(line) for line in _made_of(sheet, wanted)):
        raise Unwritable
    _assign(writer, sheet, args, wanted)
    text = writer.written(arguments(args), _outputs(writer, sheet, wanted))
    return OpenShape(text, tuple(line.code for line in wanted), writer.bound)


def _assign(writer: Writer, sheet: Sheet, args: tuple[str, ...], wanted: list[Line]) -> None:
    """Assign the lines that the wanted ones are made of; other inputs keep the run's values."""
    units_of = _inputs(sheet)
    writer.bind((name for name in units_of if name not in args), sheet)
    writer.converted({name: unit for name, unit in units_of.items() if name in args})
    writer.assign(_made_of(sheet, wanted))


def _outputs(writer: Writer, sheet: Sheet, wanted: Iterable[Line]) -> str:
    """The tuple of these lines, then one test per refusal that an amount decides."""
    names = [f"l_{line.code}" for line in wanted]
    names += [writer.name(r.test) for r in sheet.refusals if r.test is not None]
    return f"({''.join(f'{name}, ' for name in names)})"


def _made_of(sheet: Sheet, wanted: Iterable[Line]) -> list[Line]:
    """These lines and those they are made of, with what the refusals need, in order."""
    tests = (leaf for r in sheet.refusals if r.test is not None for leaf in leaves(r.test))
    lines = [*wanted, *(leaf for leaf in tests if isinstance(leaf, Line))]
    needed: set[str] = set()
    while lines:
        line = lines.pop()
        if line.code not in needed:
            needed.add(line.code)
            lines += [leaf for leaf in leaves(line.raw) if isinstance(leaf, Line)]
    return [line for line in sheet.lines.values() if line.code in needed]


def _cell(line: Line) -> str:
    # A percentage leaves in points; scaleb keeps the grid: 0.0293 gives 2.93.
    value = f"l_{line.code}.scaleb(2)" if line.unit == units.PERCENT else f"l_{line.code}"
    # Off a padded grid, Decimal would write 0E-10.
    return value if line.declaration.rounding.padded else f"{value}:f"


def _inputs(sheet: Sheet) -> dict[str, str]:
    roots: Iterable[Amount] = [
        *(line.raw for line in sheet.lines.values()),
        *(r.test for r in sheet.refusals if r.test is not None),
    ]
    return {
        leaf.name: leaf.unit for root in roots for leaf in leaves(root) if isinstance(leaf, Input)
    }
