"""Seeking an amount inside a calculation: the highest whose cost fits, the lowest that reaches.

    def cout(brut: Amount) -> Line:
        essai = Essai(m.inputs, m.rates)          # a sheet of its own, thrown away
        paie(essai.paie, brut=brut, on=on, profil=profil)
        return essai.paie.cout

    m.brut = highest(m, m.enveloppe, cout, "le plus haut brut dont le coût tient dans {}")

The trial runs to record its formulas; what it is made of, besides the unknown, becomes an argument
of the answer, so an answer is an operation as another and every reading follows. A spreadsheet
cannot search by a formula: its cell holds the value. Answers are whole cents.

Where a caller can say all that fixes its trial's formulas (`same`), they are recorded once.
"""

import hashlib
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Any

from calculators.kit import units
from calculators.kit.amounts import Amount, Constant, Input, Rate
from calculators.kit.lines import Line, Sheet
from calculators.kit.operations import Operation
from calculators.kit.units import NAN
from calculators.kit.writing import PLAIN, Options, Writer, made

UNKNOWN = "inconnue"  # the name of the unknown among the leaves of a trial

type Trial = Callable[[Amount], Line]
type Function = Callable[..., Any]
type Search = Callable[[Callable[[int], Decimal], Callable[[int], float], Decimal], int | None]

_CENT = Decimal("0.01")
_MOST = 10**13  # cents: the largest amount of a form
_STEPS = 5_000
_NOISE = 9  # decimals of a float that mean something
_SLACK = 1e-6  # euros by which the floats of two equal amounts may differ
_PATIENCE = 3  # secants in a row that may leave more than half of the bracket
_FLOATING = Options(floating=True)


def highest(
    sheet: Sheet, target: Amount, trial: Trial, words: str, *, same: Hashable = None
) -> Amount:
    """The highest amount in cents whose trial does not exceed `target`.

    The trial never falls as the unknown rises; it may jump, and then what is left of the target is
    the caller's to show. Not a number when even nothing costs more.
    """
    return _sought(sheet, target, _Asked(trial, words, "plus_haut", _highest, same))


def lowest(
    sheet: Sheet, target: Amount, trial: Trial, words: str, *, same: Hashable = None
) -> Amount:
    """The lowest amount in cents whose trial is `target` or more.

    The trial never rises by more than the unknown does, and may fall. Not a number when nothing
    reaches the target.
    """
    return _sought(sheet, target, _Asked(trial, words, "plus_bas", _lowest, same))


def signature(*parts: Any) -> Hashable:
    """What these choices and amounts are in any calculation: names, codes, versions of rates.

    None where an amount is an expression, which only tracing the trial tells from another.
    """
    known = tuple(_named(part) if isinstance(part, Amount) else part for part in parts)
    return known if all(part is not Amount for part in known) else None


def _named(amount: Amount) -> Any:
    match amount:
        case Line():
            return "line", amount.code
        case Input():
            return "input", amount.name
        case Rate():
            return "rate", amount.fact.code, amount.fact.valid_from
        case Constant():
            return "constant", str(amount.value)
        case _:
            return Amount


@dataclass(frozen=True, slots=True)
class _Asked:
    """A search, and the trial that it makes."""

    trial: Trial
    words: str
    name: str
    search: Search
    same: Hashable


def _sought(sheet: Sheet, target: Amount, asked: _Asked) -> Amount:
    key = "sought", asked.name, asked.words, asked.same
    known = None if asked.same is None else sheet.rates.memo.get(key)
    if known is None:
        formulas = _Formulas(sheet, asked.trial(Input(UNKNOWN, target.value, units.EUR)))
        operation, leaves = _operation(sheet, formulas, asked), formulas.leaves
        if asked.same is not None:
            sheet.rates.memo[key] = operation, tuple(map(_place, leaves))
    else:
        operation, leaves = known[0], tuple(_placed(sheet, place) for place in known[1])
    with localcontext(units.CONTEXT):
        value = operation.decimal(target.value, *[leaf.value for leaf in leaves])
    return Amount(operation, (target, *leaves), value, units.EUR)


def _place(leaf: Amount) -> tuple[bool, str]:
    return (True, leaf.code) if isinstance(leaf, Line) else (False, leaf.name)  # type: ignore[attr-defined]


def _placed(sheet: Sheet, place: tuple[bool, str]) -> Amount:
    is_line, name = place
    return sheet.all_lines[name] if is_line else sheet.input(name)


@dataclass(frozen=True, slots=True)
class Tried:
    """The formulas of a search, for the readings that write trials out."""

    lines: tuple[Line, ...]  # in order; the last is what the target is compared with
    highest: bool
    values: Callable[..., tuple[Decimal, ...]]  # of the lines, at an unknown and what is given


class _Formulas:
    """The lines that an answer of the trial is made of, in order, and what they take from outside:
    inputs, and the lines that the caller's own sheet has."""

    def __init__(self, sheet: Sheet, result: Line) -> None:
        self._outside = sheet.all_lines
        self.lines: dict[str, Line] = {}
        self._leaves: dict[str, Amount] = {}
        self.result = result
        self._follow(result)

    @property
    def leaves(self) -> tuple[Amount, ...]:
        """What is taken from outside, the unknown apart."""
        return tuple(self._leaves.values())

    @property
    def arguments(self) -> tuple[str, ...]:
        """Their names in the source."""
        return (f"i_{UNKNOWN}", *self._leaves)

    def _follow(self, amount: Amount) -> None:
        if isinstance(amount, Line):
            if self._outside.get(amount.code) is amount:
                self._leaves[f"l_{amount.code}"] = amount
            elif amount.code not in self.lines:
                self._follow(amount.raw)
                self.lines[amount.code] = amount
        elif isinstance(amount, Input):
            if amount.name != UNKNOWN:
                self._leaves[f"i_{amount.name}"] = amount
        else:
            for arg in amount.args:
                self._follow(arg)

    def written(self, options: Options) -> tuple[str, Writer]:
        """The source of the trial, and the writer that holds its names."""
        writer = Writer(options)
        writer.assign(self.lines.values())
        return writer.written(self.arguments, f"l_{self.result.code}"), writer

    def tried(self, writer: Writer, *, highest: bool) -> Tried:
        """Its lines, and their values."""
        names = "".join(f"l_{code}, " for code in self.lines)
        values = made(writer.written(self.arguments, f"({names})"), writer.names)
        return Tried(tuple(self.lines.values()), highest, values)


def _operation(sheet: Sheet, formulas: _Formulas, asked: _Asked) -> Operation:
    """The operation of these formulas, made once a rate book."""
    text, writer = formulas.written(PLAIN)
    bound, words = repr(writer.constants), asked.words  # the book must not keep the trial alive
    key = "seeking", asked.name, words, text, bound
    found: Operation | None = sheet.rates.memo.get(key)
    if found is None:
        rough_text, rough = formulas.written(_FLOATING)
        seek = _Seek(asked.search, made(text, writer.names), made(rough_text, rough.names))
        mark = hashlib.sha256("\n".join((text, bound)).encode()).hexdigest()[:12]
        found = sheet.rates.memo[key] = Operation(
            f"{asked.name}_{mark}", seek.decimal, seek.floating,
            lambda target, *_: words.format(target), lambda *_: "",
            searched=True, tried=formulas.tried(writer, highest=asked.search is _highest),
        )  # fmt: skip
    return found


@dataclass(frozen=True, slots=True)
class _Seek:
    """A search over one trial, on Decimal and roughly on floats."""

    search: Search
    exact: Function
    rough: Function

    def decimal(self, target: Decimal, *given: Decimal) -> Decimal:
        """The amount sought; not a number when there is none."""
        for value in (target, *given):
            if value.is_nan():
                return NAN
        floats = [float(value) for value in given]
        exact, rough = self.exact, self.rough
        cents = self.search(
            lambda cents: exact(cents * _CENT, *given),
            lambda cents: rough(cents / 100, *floats),
            target,
        )
        return NAN if cents is None else cents * _CENT

    def floating(self, target: float, *given: float) -> float:
        """The same for root finding: still on the cent, whatever noise a float has."""
        return float(self.decimal(*(Decimal(repr(round(v, _NOISE))) for v in (target, *given))))


def _highest(
    exact: Callable[[int], Decimal], rough: Callable[[int], float], target: Decimal
) -> int | None:
    """The floats' answer, moved by cents as long as the exact function disagrees."""
    low, step = _near(rough, float(target) + _SLACK, max(int(target * 100), 1)), 1
    while not exact(low) <= target:  # a trial that is not a number fits nothing
        if low == 0:
            return None
        low, step = max(low - step, 0), 2 * step
    high, step = low + 1, 1
    while exact(high) <= target:
        low, high, step = high, high + 2 * step, 2 * step
        if high > _MOST:
            return None
    while high - low > 1:
        middle = (low + high) // 2
        if exact(middle) <= target:
            low = middle
        else:
            high = middle
    return low


def _near(rough: Callable[[int], float], target: float, guess: int) -> int:
    """Where a function that never falls passes the target, to the cent as far as floats know.

    Secants through the last two points, kept inside a bracket and replaced by its middle when a
    jump or a bend stops them. Nothing is supposed to cost nothing: the caller checks.
    """
    low, high, before, gap_before = 0, guess, 0, -target
    while (gap := rough(high) - target) <= 0:
        if high > _MOST:
            return _MOST
        low, high, before, gap_before = high, 2 * high, high, gap
    last, slow = high, 0
    while (width := high - low) > 1:
        if slow < _PATIENCE and abs(gap - gap_before) > 0:  # and both are numbers
            there = round(last - gap * (last - before) / (gap - gap_before))
            there = min(max(there, low + 1), high - 1)
        else:
            there = (low + high) // 2
        before, gap_before, last, gap = last, gap, there, rough(there) - target
        low, high = (there, high) if gap <= 0 else (low, there)
        slow = slow + 1 if 2 * (high - low) > width else 0
    return low


def _lowest(
    exact: Callable[[int], Decimal], rough: Callable[[int], float], target: Decimal
) -> int | None:
    """Steps as long as what is missing: what rises slower than its unknown is never overshot."""
    cents = 0
    for _ in range(_STEPS):
        missing = target - exact(cents)
        if missing <= 0:
            return cents
        if missing.is_nan() or cents > _MOST:
            return None
        cents += max(int(missing * 100) - 1, 1)  # its own rounding may be worth a cent
    return None
