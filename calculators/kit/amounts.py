"""Traced amounts: ordinary arithmetic that remembers itself.

`a + b`, `a * 3`, `when(a < b, x, y)` give an Amount that holds its value and the formula
it came from. An amount or a comparison has no truth value and no equality, and a float
never touches one: each of these raises at once.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, NoReturn

from calculators.kit import operations as op
from calculators.kit import units
from calculators.kit.operations import Operation
from calculators.kit.rates import RateFact
from calculators.kit.units import CONTEXT, Rounding

type Operand = Amount | int | Decimal

_add, _subtract, _multiply = CONTEXT.add, CONTEXT.subtract, CONTEXT.multiply  # on the hot path


class Amount:
    """A value, its unit and the operation and arguments that made it."""

    __slots__ = ("args", "op", "unit", "value")

    def __init__(
        self, operation: Operation | None, args: tuple[Any, ...], value: Decimal, unit: str
    ) -> None:
        self.op, self.args, self.value, self.unit = operation, args, value, unit

    def __add__(self, other: Operand) -> "Amount":
        right = other if isinstance(other, Amount) else constant(other, self.unit)
        unit = units.EUR
        if self.unit is not units.EUR or right.unit is not units.EUR:
            unit = units.added(self.unit, right.unit)
        return Amount(op.ADD, (self, right), _add(self.value, right.value), unit)

    def __radd__(self, other: int | Decimal) -> "Amount":
        return constant(other, self.unit) + self

    def __sub__(self, other: Operand) -> "Amount":
        right = other if isinstance(other, Amount) else constant(other, self.unit)
        unit = units.EUR
        if self.unit is not units.EUR or right.unit is not units.EUR:
            unit = units.difference(self.unit, right.unit)
        return Amount(op.SUB, (self, right), _subtract(self.value, right.value), unit)

    def __rsub__(self, other: int | Decimal) -> "Amount":
        return constant(other, self.unit) - self

    def __mul__(self, other: Operand) -> "Amount":
        right = other if isinstance(other, Amount) else constant(other)
        unit = units.EUR
        if self.unit is not units.EUR or right.unit is not units.PERCENT:
            unit = units.product(self.unit, right.unit)
        return Amount(op.MUL, (self, right), _multiply(self.value, right.value), unit)

    def __rmul__(self, other: int | Decimal) -> "Amount":
        return constant(other) * self

    def __truediv__(self, other: Operand) -> "Amount":
        right = other if isinstance(other, Amount) else constant(other)
        unit = units.quotient(self.unit, right.unit)
        return Amount(op.DIV, (self, right), op.DIV.decimal(self.value, right.value), unit)

    def __rtruediv__(self, other: int | Decimal) -> "Amount":
        return constant(other) / self

    def __pow__(self, exponent: Operand) -> "Amount":
        right = exponent if isinstance(exponent, Amount) else constant(exponent)
        units.product(self.unit, self.unit)  # a power of euros means nothing
        return Amount(op.POW, (self, right), op.POW.decimal(self.value, right.value), self.unit)

    def __lt__(self, other: Operand) -> "Amount":
        return _compared(op.LT, self, other)

    def __le__(self, other: Operand) -> "Amount":
        return _compared(op.LE, self, other)

    def __gt__(self, other: Operand) -> "Amount":
        return _compared(op.GT, self, other)

    def __ge__(self, other: Operand) -> "Amount":
        return _compared(op.GE, self, other)

    def __eq__(self, other: object) -> NoReturn:
        raise TypeError("an amount has no equality: compare its value, or use when()")

    __hash__ = object.__hash__

    def __bool__(self) -> NoReturn:
        raise TypeError("an amount has no truth value: use when(test, yes, no)")

    def __float__(self) -> NoReturn:
        raise TypeError("a float never touches an amount")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.value} {self.unit}>"


class Constant(Amount):
    """A number written in the formula itself."""

    __slots__ = ()


class Input(Amount):
    """What the user gave; `name` is the field, `shown` the unit it was typed in."""

    __slots__ = ("name",)

    def __init__(self, name: str, value: Decimal, unit: str) -> None:
        super().__init__(None, (), value, unit)
        self.name = name


class Rate(Amount):
    """A dated rate of the book."""

    __slots__ = ("fact",)

    def __init__(self, fact: RateFact) -> None:
        unit = units.reduced(fact.unit)
        value = fact.value if fact.value is not None else units.NAN
        if unit is units.PERCENT:
            value = CONTEXT.multiply(value, units.HUNDREDTH)
        super().__init__(None, (), value, unit)
        self.fact = fact


def constant(value: int | Decimal, unit: str = units.NUMBER) -> Constant:
    """Wrap a literal; a float or anything else raises."""
    if type(value) is int:  # those of the formulas themselves: made once
        known = _WHOLE.get((value, unit))
        if known is not None:
            return known
    made = _constant(value, unit)
    if type(value) is int and -_MOST_WHOLE <= value <= _MOST_WHOLE:
        _WHOLE[value, unit] = made
    return made


_MOST_WHOLE = 1000
_WHOLE: dict[tuple[int, str], Constant] = {}


def _constant(value: int | Decimal, unit: str) -> Constant:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError(f"{type(value).__name__} never touches an amount")
    if unit is units.PERCENT:  # « 1 − 12 % », not « 100 % − 12 % »
        unit = units.NUMBER
    return Constant(None, (), Decimal(value), unit)


def when(test: Amount, yes: Operand, no: Operand) -> Amount:
    """Choose by a comparison; both branches are computed."""
    if test.unit != units.TEST:
        raise units.UnitError("when() takes a comparison first")
    if not isinstance(yes, Amount):
        yes = constant(yes, no.unit if isinstance(no, Amount) else units.NUMBER)
    if not isinstance(no, Amount):
        no = constant(no, yes.unit)
    value = op.WHEN.decimal(test.value, yes.value, no.value)
    return Amount(op.WHEN, (test, yes, no), value, units.same(yes.unit, no.unit))


def minimum(*amounts: Operand) -> Amount:
    """The smallest of several amounts."""
    return _gathered(op.MIN, amounts)


def maximum(*amounts: Operand) -> Amount:
    """The largest of several amounts."""
    return _gathered(op.MAX, amounts)


def total(amounts: Iterable[Amount], unit: str = units.EUR) -> Amount:
    """The sum of any number of amounts, as one node; of one, itself; of none, zero in `unit`."""
    terms = tuple(amounts)
    if len(terms) == 1:
        return terms[0]
    return _gathered(op.SUM, terms, unit)


def rounded(amount: Amount, rounding: Rounding) -> Amount:
    """Put an amount on a grid, half up; a line does this by itself."""
    quantum = rounding.quantum
    if quantum is None:
        return amount
    node = _QUANTA.get(id(quantum))
    if node is None:  # the leaf holds the quantum, so its id is never another's
        node = _QUANTA[id(quantum)] = Constant(None, (), quantum, units.NUMBER)
    return Amount(op.ROUND, (amount, node), op.ROUND.decimal(amount.value, quantum), amount.unit)


_QUANTA: dict[int, Constant] = {}  # one leaf per grid: this is on the hot path


def ceiling(amount: Amount) -> Amount:
    """The next whole number at or above; the quotient of two amounts is put on a grid first."""
    return Amount(op.CEIL, (amount,), op.CEIL.decimal(amount.value), amount.unit)


def floor(amount: Amount) -> Amount:
    """The whole number at or below."""
    return Amount(op.FLOOR, (amount,), op.FLOOR.decimal(amount.value), amount.unit)


def bareme(base: Amount, rates: Iterable[Amount], limits: Iterable[Amount]) -> Amount:
    """Progressive scale: each slice of `base` at its rate; one rate more than limits."""
    steps = list(rates)
    between = tuple(limits)
    if len(steps) != len(between) + 1:
        raise ValueError("a scale has one rate more than limits")
    for index, limit in enumerate(between):
        steps.insert(2 * index + 1, limit)
    value = op.SCALE.decimal(base.value, *[step.value for step in steps])
    return Amount(op.SCALE, (base, *steps), value, base.unit)


def tranche(base: Amount, values: Iterable[Amount], limits: Iterable[Amount]) -> Amount:
    """The value of the first bracket whose limit is strictly above `base`, whole base included;
    one value more than limits."""
    found, between = tuple(values), tuple(limits)
    if len(found) != len(between) + 1:
        raise ValueError("brackets have one value more than limits")
    steps: list[Amount] = [step for pair in zip(found, between, strict=False) for step in pair]
    steps.append(found[-1])
    value = op.BRACKET.decimal(base.value, *[step.value for step in steps])
    return Amount(op.BRACKET, (base, *steps), value, found[-1].unit)


def walk(amount: Amount, visit: Callable[[Amount], None]) -> None:
    """Visit an expression's nodes, arguments first; stop at the lines it is made of."""
    stack = [amount]
    while stack:
        node = stack.pop()
        visit(node)
        if node.op is not None:
            stack.extend(reversed(node.args))


def _compared(operation: Operation, left: Amount, other: Operand) -> Amount:
    right = other if isinstance(other, Amount) else constant(other, left.unit)
    units.same(left.unit, right.unit)
    value = operation.decimal(left.value, right.value)
    return Amount(operation, (left, right), value, units.TEST)


def _gathered(operation: Operation, operands: tuple[Operand, ...], unit: str = "") -> Amount:
    """One operation on any number of operands; those of one unit take the short way."""
    first = operands[0] if operands else None
    shared = first.unit if isinstance(first, Amount) else unit
    values = []
    for operand in operands:
        if not isinstance(operand, Amount) or operand.unit is not shared:
            return _mixed(operation, operands, unit)
        values.append(operand.value)
    return Amount(operation, operands, operation.decimal(*values), shared)


def _mixed(operation: Operation, operands: tuple[Operand, ...], unit: str) -> Amount:
    unit = next((operand.unit for operand in operands if isinstance(operand, Amount)), unit)
    args = tuple([o if isinstance(o, Amount) else constant(o, unit) for o in operands])
    for arg in args:
        unit = units.same(unit, arg.unit)
    return Amount(operation, args, operation.decimal(*[arg.value for arg in args]), unit)
