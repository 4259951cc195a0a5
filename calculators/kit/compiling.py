"""The compiled reading: the formulas of one shape turned once into a plain function.

Choices, which optionals are given and the rate versions in force fix a shape. A traced run
tells over which spans of dates its shape holds, so the cache keys itself: no calculator
declares anything. Constants are bound as names; no text from a user enters the source.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Any

from calculators.kit import units
from calculators.kit.amounts import Amount, Constant, Input, Rate
from calculators.kit.calculator import Calculator
from calculators.kit.fields import FieldKind, Inputs, field_kinds
from calculators.kit.lines import Line, Sheet, Span
from calculators.kit.operations import OPERATIONS
from calculators.kit.rates import RateBook
from calculators.kit.readings import leaves

_TRACED = (FieldKind.DECIMAL, FieldKind.INTEGER, FieldKind.DATE)
_PERCENT = "H_"


@dataclass(frozen=True, slots=True)
class Options:
    """`exact` leaves lines unrounded (solving); `floating` computes on floats (root finding)."""

    exact: bool = False
    floating: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape's function: positional arguments `args` in, the values of `codes` out,
    then one value per refusal that an amount decides."""

    args: tuple[str, ...]
    codes: tuple[str, ...]
    refusals: tuple[str, ...]
    refused: str  # code of the refusal that the shape itself decides, or ""
    function: Callable[..., tuple[Any, ...]]
    spans: dict[str, Span]

    def holds(self, inputs: Inputs) -> bool:
        """Whether the dates of other inputs fall in the same shape."""
        return all(low <= getattr(inputs, name) < high for name, (low, high) in self.spans.items())


class Compiled:
    """A calculator compiled shape by shape, as they are met, for one rate book."""

    def __init__(
        self,
        calculator: Calculator,
        rates: RateBook,
        options: Options = Options(),
    ) -> None:
        self.calculator, self.rates, self.options = calculator, rates, options
        kinds = field_kinds(calculator.inputs)
        self.traced = tuple(name for name, kind in kinds.items() if kind in _TRACED)
        self.choices = tuple(name for name, kind in kinds.items() if kind not in _TRACED)
        self._shapes: dict[tuple[Any, ...], list[Shape]] = {}

    def shape(self, inputs: Inputs) -> Shape:
        """Return the shape of these inputs, compiling it at the first meeting."""
        key = (
            tuple(getattr(inputs, name) for name in self.choices),
            tuple(getattr(inputs, name) is None for name in self.traced),
        )
        known = self._shapes.setdefault(key, [])
        for shape in known:
            if shape.holds(inputs):
                return shape
        sheet = self.calculator.trace(inputs=inputs, rates=self.rates)
        known.append(compile_sheet(sheet, self.options))
        return known[-1]

    def values(self, inputs: Inputs) -> dict[str, Any]:
        """Every line's value by its code, as `calculate` would give it."""
        shape = self.shape(inputs)
        with localcontext(units.CONTEXT):
            values = shape.function(*(getattr(inputs, name) for name in shape.args))
        return dict(zip(shape.codes, values, strict=False))


def compile_sheet(sheet: Sheet, options: Options = Options()) -> Shape:
    """Compile the lines of one traced run."""
    writer = _Writer(options)
    lines = list(sheet.lines.values())
    tests = [r for r in sheet.refusals if r.test is not None]
    body = [f"l_{line.code} = {writer.line(line)}" for line in lines]
    outputs = [f"l_{line.code}" for line in lines]
    outputs += [writer.expression(r.test) for r in tests if r.test is not None]
    args = tuple(_inputs(sheet))
    head = [c for name, unit in _inputs(sheet).items() if (c := writer.conversion(name, unit))]
    source = "\n    ".join(
        [
            f"def shape({', '.join(f'i_{a}' for a in args)}):",
            *head,
            *body,
            f"return ({''.join(f'{o}, ' for o in outputs)})",
        ]
    )
    exec(compile(source, "<shape>", "exec"), writer.names)  # noqa: S102 - our own formulas only
    refused = next((r.code for r in sheet.refusals if r.test is None), "")
    return Shape(
        args, tuple(line.code for line in lines), tuple(r.code for r in tests), refused,
        writer.names["shape"], dict(sheet.spans),
    )  # fmt: skip


def _inputs(sheet: Sheet) -> dict[str, str]:
    roots: Iterable[Amount] = [
        *(line.raw for line in sheet.lines.values()),
        *(r.test for r in sheet.refusals if r.test is not None),
    ]
    return {
        leaf.name: leaf.unit for root in roots for leaf in leaves(root) if isinstance(leaf, Input)
    }


class _Writer:
    """Writes expressions as Python over one namespace: Decimal, or float."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._number: Callable[[Decimal], Any] = float if options.floating else (lambda d: d)
        column = "floating" if options.floating else "decimal"
        self.names: dict[str, Any] = {o.name: getattr(o, column) for o in OPERATIONS}
        self.names |= {_PERCENT: self._number(units.HUNDREDTH), "Decimal": Decimal}
        self._constants: dict[str, str] = {}  # by text: 1 and 1.00 are two grids

    def conversion(self, name: str, unit: str) -> str:
        if unit == units.PERCENT:
            return f"i_{name} = i_{name}*{_PERCENT}"
        if unit == units.DATE:
            kind = "float" if self.options.floating else "Decimal"
            return f"i_{name} = {kind}(i_{name}.toordinal())"
        return ""

    def line(self, line: Line) -> str:
        return self.expression(line.raw if self.options.exact else line.expression)

    def expression(self, amount: Amount) -> str:
        operation = amount.op
        if operation is None:
            return self._leaf(amount)
        texts = [self.expression(arg) for arg in amount.args]
        if operation.code is None or (self.options.floating and operation.name == "rounded"):
            return f"{operation.name}({','.join(texts)})"
        return operation.code(*texts)

    def _leaf(self, amount: Amount) -> str:
        match amount:
            case Line():
                return f"l_{amount.code}"
            case Input():
                return f"i_{amount.name}"
            case Rate() | Constant():
                return self._constant(amount.value)
            case _:
                raise TypeError(f"not a leaf: {amount!r}")

    def _constant(self, value: Decimal) -> str:
        name = self._constants.setdefault(str(value), f"k{len(self._constants)}")
        self.names[name] = self._number(value)
        return name
