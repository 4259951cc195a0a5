"""Writing formulas as Python: the source of a compiled reading, and the names it is bound to.

Constants are bound as names; no text from a user enters the source.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calculators.kit import units
from calculators.kit.amounts import Amount, Constant, Input, Rate
from calculators.kit.lines import Line, Sheet
from calculators.kit.operations import OPERATIONS

_PERCENT = "H_"


@dataclass(frozen=True, slots=True)
class Options:
    """`exact` leaves lines unrounded (solving); `floating` computes on floats (root finding);
    `calls` writes a rounding as a call, for numbers that are not Decimal; `only` leaves out
    the lines that these are not made of."""

    exact: bool = False
    floating: bool = False
    calls: bool = False
    only: tuple[str, ...] = ()


PLAIN = Options()


def source(args: Iterable[str], body: list[str]) -> str:
    """A function `shape` of these arguments, whose body is given line by line."""
    return "\n    ".join([f"def shape({', '.join(args)}):", *body])


def arguments(names: Iterable[str]) -> list[str]:
    """The arguments that stand for inputs."""
    return [f"i_{name}" for name in names]


def made(text: str, names: dict[str, Any]) -> Callable[..., Any]:
    """The function of a source, bound to these names."""
    exec(compile(text, "<shape>", "exec"), names)  # noqa: S102 - our own formulas only
    function: Callable[..., Any] = names["shape"]
    return function


class Writer:
    """Writes expressions as Python over one namespace: Decimal, or float."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._number: Callable[[Decimal], Any] = float if options.floating else (lambda d: d)
        self._column = "floating" if options.floating else "decimal"
        self.names: dict[str, Any] = {o.name: getattr(o, self._column) for o in OPERATIONS}
        self.names |= {_PERCENT: self._number(units.HUNDREDTH), "Decimal": Decimal}
        self.constants: dict[str, str] = {}  # by text: 1 and 1.00 are two grids

    def typed(self, units_of: dict[str, str], whole: Iterable[str]) -> list[str]:
        """Make numbers of one kind of the arguments: a model gives Decimal, and int for a count."""
        if self.options.floating:
            amounts = (name for name, unit in units_of.items() if unit != units.DATE)
            return [f"i_{name} = float(i_{name})" for name in amounts]
        return [f"i_{name} = Decimal(i_{name})" for name in whole]

    def conversions(self, units_of: dict[str, str]) -> list[str]:
        """Make ratios of percentages and day numbers of dates, as a traced input does."""
        kind = "float" if self.options.floating else "Decimal"
        forms = {
            units.PERCENT: f"i_{{0}} = i_{{0}}*{_PERCENT}",
            units.DATE: f"i_{{0}} = {kind}(i_{{0}}.toordinal())",
        }
        return [forms[unit].format(name) for name, unit in units_of.items() if unit in forms]

    def bind(self, names: Iterable[str], sheet: Sheet) -> None:
        """Fix the inputs that are no arguments at the run's own values."""
        for name in names:
            self.names[f"i_{name}"] = self._number(sheet.input(name).value)

    def assignments(self, lines: Iterable[Line]) -> list[str]:
        """One statement a line, rounded unless the options say otherwise."""
        exact = self.options.exact
        return [
            f"l_{line.code} = {self.expression(line.raw if exact else line.expression)}"
            for line in lines
        ]

    def function(self, names: Iterable[str], body: list[str]) -> Callable[..., Any]:
        """The function of these statements and inputs over the names gathered."""
        return made(source(arguments(names), body), self.names)

    def expression(self, amount: Amount) -> str:
        """An expression as Python; an operation of no table brings its own name."""
        operation = amount.op
        if operation is None:
            return self._leaf(amount)
        texts = [self.expression(arg) for arg in amount.args]
        called = self.options.floating or self.options.calls
        if operation.name not in self.names:
            self.names[operation.name] = getattr(operation, self._column)
        if operation.code is None or (called and operation.name == "rounded"):
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
        name = self.constants.setdefault(str(value), f"k{len(self.constants)}")
        self.names[name] = self._number(value)
        return name
