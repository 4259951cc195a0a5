"""Writing formulas as Python: the source of a compiled reading, and the names it is bound to.

Every operation has a name of its own and is computed once; of constants, when it is written.
Constants are bound as names; no text from a user enters the source.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Any

from calculators.kit import inline, units
from calculators.kit.amounts import Amount, Constant, Input, Rate
from calculators.kit.lines import Line, Sheet
from calculators.kit.operations import (
    DECIMALS,
    NUMBERS,
    OPERATIONS,
    ROUND,
    SCALARS,
    Operation,
)

_PERCENT = "H_"
_FIXED = {
    _PERCENT: units.HUNDREDTH,
    inline.YES: Decimal(1),
    inline.NO: Decimal(0),
    inline.NOT_A_NUMBER: units.NAN,
}


@dataclass(frozen=True, slots=True)
class Options:
    """`exact` leaves lines unrounded (solving); `floating` computes on floats (root finding);
    `calls` writes all but plain arithmetic as calls, for numbers of another kind; `only` leaves
    out the lines that these are not made of."""

    exact: bool = False
    floating: bool = False
    calls: bool = False
    only: tuple[str, ...] = ()

    @property
    def numbers(self) -> int:
        """Of which kind the numbers are."""
        return NUMBERS if self.calls else SCALARS if self.floating else DECIMALS


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
    """Writes statements as Python over one namespace: Decimal, float, or what one binds."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.body: list[str] = []
        self._number: Callable[[Decimal], Any] = float if options.floating else (lambda d: d)
        self._column = "floating" if options.floating else "decimal"
        self.names: dict[str, Any] = {o.name: getattr(o, self._column) for o in OPERATIONS}
        self.names |= {name: self._number(value) for name, value in _FIXED.items()}
        self.names |= {"Decimal": Decimal}
        self._offered = frozenset(self.names)
        self.constants: dict[str, str] = {}  # by text: 1 and 1.00 are two grids
        self._named: dict[str, str] = {}  # what was computed, by its text
        self._known: dict[str, Decimal] = {}  # the constants, whatever number stands for them

    @property
    def bound(self) -> dict[str, Any]:
        """The numbers that this source needs by name, besides what every source may use."""
        return {n: v for n, v in self.names.items() if n not in self._offered or n == _PERCENT}

    def typed(self, units_of: dict[str, str], whole: Iterable[str]) -> None:
        """Make numbers of one kind of the arguments: a model gives Decimal, and int for a count."""
        if self.options.floating:
            amounts = (name for name, unit in units_of.items() if unit != units.DATE)
            self.body += [f"i_{name} = float(i_{name})" for name in amounts]
        else:
            self.body += [f"i_{name} = Decimal(i_{name})" for name in whole]

    def converted(self, units_of: dict[str, str]) -> None:
        """Make ratios of percentages and day numbers of dates, as a traced input does."""
        kind = "float" if self.options.floating else "Decimal"
        forms = {
            units.PERCENT: f"i_{{0}} = i_{{0}}*{_PERCENT}",
            units.DATE: f"i_{{0}} = {kind}(i_{{0}}.toordinal())",
        }
        known = [(name, unit) for name, unit in units_of.items() if unit in forms]
        self.body += [forms[unit].format(name) for name, unit in known]

    def bind(self, names: Iterable[str], sheet: Sheet) -> None:
        """Fix the inputs that are no arguments at the run's own values."""
        for name in names:
            self._fix(f"i_{name}", sheet.input(name).value)

    def assign(self, lines: Iterable[Line]) -> None:
        """One statement a line, rounded unless the options say otherwise."""
        exact = self.options.exact
        for line in lines:
            text = self._text(line.raw if exact else line.expression)
            self.body.append(f"l_{line.code} = {self._named.get(text, text)}")
            if not text.isidentifier():
                self._named.setdefault(text, f"l_{line.code}")

    def written(self, args: Iterable[str], result: str) -> str:
        """The source of a function of these arguments that computes what was written so far."""
        return source(args, [*self.body, f"return {result}"])

    def function(self, names: Iterable[str], result: str) -> Callable[..., Any]:
        """The function of the statements written, of these inputs, over the names gathered."""
        return made(self.written(arguments(names), result), self.names)

    def name(self, amount: Amount) -> str:
        """The name of an expression's value, computed by a statement if it has none yet."""
        return self._stored(self._text(amount))

    def _stored(self, text: str) -> str:
        if text.isidentifier():
            return text
        if text not in self._named:
            self._named[text] = f"t{len(self._named)}"
            self.body.append(f"{self._named[text]} = {text}")
        return self._named[text]

    def _text(self, amount: Amount) -> str:
        """A name, or one operation on names; an operation of no table brings its own name."""
        operation = amount.op
        if operation is None:
            return self._leaf(amount)
        if operation is ROUND and (placed := self._placed(amount)):
            return placed
        return self._operation(operation, [self.name(arg) for arg in amount.args])

    def _operation(self, operation: Operation, args: list[str]) -> str:
        if operation.name not in self.names:
            self.names[operation.name] = getattr(operation, self._column)
        known = [self._known.get(arg) for arg in args]
        if not (self.options.calls or operation.searched or None in known):
            with localcontext(units.CONTEXT):
                return self._constant(operation.decimal(*known))
        fits = operation.known_by >= self.options.numbers and operation.written_out(known)
        if operation.code is None or not fits:
            return f"{operation.name}({','.join(args)})"
        return operation.code(*args)

    def _placed(self, amount: Amount) -> str:
        """What is rounded, as it is, if all that it is made of lies on the grid already."""
        value, quantum = amount.args
        return (
            "" if self.options.exact or self.options.calls else self._on_grid(value, quantum.value)
        )

    def _on_grid(self, amount: Amount, quantum: Decimal) -> str:
        """The name of a value that no rounding to this quantum would change; or nothing."""
        operation = amount.op
        if isinstance(amount, Line):
            grid = amount.declaration.rounding.quantum
            return self._leaf(amount) if grid is not None and grid.same_quantum(quantum) else ""
        if isinstance(amount, Input):
            return ""
        if operation is None or not operation.keeps_places or not amount.args:
            return self._padded(self.name(amount), quantum)
        if operation is ROUND:
            return self.name(amount) if amount.args[1].value.same_quantum(quantum) else ""
        places = range(len(amount.args))
        kept = {at: self._on_grid(amount.args[at], quantum) for at in places[operation.results]}
        if not all(kept.values()):
            return ""
        names = [kept.get(at) or self.name(arg) for at, arg in enumerate(amount.args)]
        return self._stored(self._operation(operation, names))

    def _padded(self, name: str, quantum: Decimal) -> str:
        """The constant of this name with all the places of the grid, if it lies there."""
        if name not in self._known:
            return ""
        value = units.CONTEXT.quantize(self._known[name], quantum)
        return self._constant(value) if value == self._known[name] else ""

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
        self._fix(name, value)
        return name

    def _fix(self, name: str, value: Decimal) -> None:
        self.names[name], self._known[name] = self._number(value), value
