"""The one table of operations: each row holds every reading of an operation.

decimal   on Decimal, NaN for what cannot be computed
floating  on float, for root finding only
french    how it is written for a person
sheet     how a spreadsheet writes it
code      the Python of the compiled reading (None: a call of the row's function by name)
known_by  which numbers that Python is for; others call the function

A reading takes the texts of the arguments; `rank` says how tightly the text binds, so
that parentheses stand only where they must.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from functools import lru_cache
from typing import Any

from calculators.kit import inline
from calculators.kit.units import CONTEXT, NAN

type Text = Callable[..., str]

DECIMALS, SCALARS, NUMBERS = range(3)  # Decimal alone, float too, numbers of any kind

ATOM, POWER_RANK, TIMES_RANK, PLUS_RANK, COMPARE_RANK = 9, 7, 6, 5, 3
ZERO, ONE = Decimal(0), Decimal(1)
_ARGUMENTS = 255


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """One row of the table."""

    name: str
    decimal: Callable[..., Decimal]
    floating: Callable[..., float]
    french: Text
    sheet: Text
    code: Text | None = None
    rank: int = ATOM
    known_by: int = SCALARS
    tight_right: bool = False  # a − (b + c): the right side needs parentheses at equal rank
    keeps_places: bool = False  # makes no decimals that its arguments have not
    cancels: bool = False  # near equals leave a double with noise
    taken: Callable[..., int] | None = None  # which argument an explanation with numbers shows
    searched: bool = False  # found by trying: a spreadsheet holds its value, columns go one by one
    gathers: str = ""  # what it is of a whole column, which a spreadsheet gives it as a range
    results: slice = slice(None)  # the arguments of which one is its value, or makes it
    written_out: Callable[[inline.Known], bool] = lambda _: True  # whether `code` fits these


def _infix(symbol: str) -> Text:
    return lambda left, right: f"{left} {symbol} {right}"


def _call(name: str, separator: str = ", ") -> Text:
    return lambda *args: f"{name}({separator.join(args)})"


def _divide(left: Decimal, right: Decimal) -> Decimal:
    return CONTEXT.divide(left, right) if right else NAN


def _divide_float(left: float, right: float) -> float:
    return left / right if right else math.nan


def _spread(best: Callable[..., Any], nan: Any) -> Callable[..., Any]:
    # The built-in min and max lose a NaN; a spreadsheet spreads its error.
    def spread(*args: Any) -> Any:
        for arg in args:  # a plain loop: a generator costs more than the comparison
            if arg != arg:
                return nan
        return best(args)

    return spread


def _total(*args: Decimal) -> Decimal:
    result = ZERO
    for arg in args:
        result = CONTEXT.add(result, arg)
    return result


def _choose(test: Any, yes: Any, no: Any) -> Any:
    return test if test != test else (yes if test else no)


def _round(value: Decimal, quantum: Decimal) -> Decimal:
    # Unary plus turns -0 into 0; an amount too large for the grid becomes NaN.
    result = CONTEXT.quantize(value, quantum)
    return result or CONTEXT.plus(result)


def _round_float(value: float, quantum: float) -> float:
    return (
        value
        if value != value
        else math.copysign(math.floor(abs(value) / quantum + 0.5), value) * quantum
    )


def _ceiling(value: Decimal) -> Decimal:
    return value if value != value else CONTEXT.plus(value.to_integral_value("ROUND_CEILING"))


def _floor(value: Decimal) -> Decimal:
    return value if value != value else CONTEXT.plus(value.to_integral_value(ROUND_FLOOR))


def _ceiling_float(value: float) -> float:
    return value if value != value else float(math.ceil(value))


def _floor_float(value: float) -> float:
    return value if value != value else float(math.floor(value))


def _power(base: Decimal, exponent: Decimal) -> Decimal:
    power = _any_power(base, exponent)
    return power if power.is_finite() else NAN


def _any_power(base: Decimal, exponent: Decimal) -> Decimal:
    # Decimal ** 1.75 alone costs 42 µs: quarters go through square roots.
    whole, quarters = _in_quarters(exponent)
    if not quarters or not base > 0:
        return CONTEXT.power(base, exponent)
    half = base.sqrt(CONTEXT)
    root = half if quarters == 2 else half.sqrt(CONTEXT)
    root = CONTEXT.multiply(half, root) if quarters == 3 else root
    return CONTEXT.multiply(CONTEXT.power(base, whole), root)


@lru_cache(64)
def _in_quarters(exponent: Decimal) -> tuple[Decimal, int]:
    """The whole part and the quarters above it; none of a number that is not made of quarters."""
    if not exponent.is_finite():
        return exponent, 0
    whole = exponent.to_integral_value(ROUND_FLOOR)
    quarters = (exponent - whole) * 4
    return whole, int(quarters) if quarters == quarters.to_integral_value() else 0


def _power_float(base: float, exponent: float) -> float:
    try:
        return math.pow(base, exponent)
    except (ValueError, OverflowError):
        return math.nan


def _scale(base: Any, *steps: Any) -> Any:
    """Progressive scale: rate 1, limit 1, rate 2, limit 2 … last rate."""
    for given in (base, *steps):
        if given != given:
            return given
    result = low = abs(base) * 0  # of the numbers' own type, and never -0
    for rate, limit in zip(steps[::2], (*steps[1::2], None), strict=True):
        if limit is None or base < limit:
            return result + (base - low) * rate if base > low else result
        if limit > low:
            result, low = result + (limit - low) * rate, limit
    return result


def _taken_step(base: Any, *steps: Any) -> int:
    """Which argument a bracket takes: the first value whose limit is above the base."""
    for place, limit in enumerate(steps[1::2]):
        if base == base and limit == limit and base < limit:
            return 2 * place + 1
    return len(steps)


def _bracket(base: Any, *steps: Any) -> Any:
    """Value 1, limit 1, value 2, limit 2 … last value; as for a choice, only those met count."""
    for value, limit in zip(steps[::2], steps[1::2], strict=False):
        if base != base or limit != limit:
            return base if base != base else limit
        if base < limit:
            return value
    return base if base != base else steps[-1]


def _total_sheet(*args: str) -> str:
    # SUM() is no formula, and a spreadsheet's function takes 255 arguments at most.
    while len(args) > _ARGUMENTS:
        runs = range(0, len(args), _ARGUMENTS)
        args = tuple(f"SUM({','.join(args[run : run + _ARGUMENTS])})" for run in runs)
    return f"SUM({','.join(args) or '0'})"


def _scale_french(base: str, *steps: str) -> str:
    parts = [
        f"{rate} jusqu’à {limit}" for rate, limit in zip(steps[::2], steps[1::2], strict=False)
    ]
    return f"barème({base} ; {' ; '.join([*parts, f'{steps[-1]} au-delà'])})"


def _scale_sheet(base: str, *steps: str) -> str:
    lows, terms = "0", []
    for rate, limit in zip(steps[::2], (*steps[1::2], None), strict=True):
        top = base if limit is None else f"MIN({base},{limit})"
        terms.append(f"MAX(0,{top}-({lows}))*({rate})")
        lows = limit or ""
    return f"({'+'.join(terms)})"


def _bracket_french(base: str, *steps: str) -> str:
    pairs = zip(steps[::2], steps[1::2], strict=False)
    parts = [f"{value} sous {limit}" for value, limit in pairs]
    return f"tranche de ({base} ; {' ; '.join([*parts, f'{steps[-1]} au-delà'])})"


def _bracket_sheet(base: str, *steps: str) -> str:
    written = steps[-1]
    for value, limit in reversed(list(zip(steps[::2], steps[1::2], strict=False))):
        written = f"IF({base}<{limit},{value},{written})"
    return written


def _compare(symbol: str, sheet: str, test: Callable[[Any, Any], bool]) -> Operation:
    def decimal(left: Decimal, right: Decimal) -> Decimal:
        return NAN if left.is_nan() or right.is_nan() else (ONE if test(left, right) else ZERO)

    def floating(left: float, right: float) -> float:
        return math.nan if left != left or right != right else float(test(left, right))

    name = {"<": "lt", "≤": "le", ">": "gt", "≥": "ge"}[symbol]
    return Operation(
        name, decimal, floating, _infix(symbol), lambda a, b: f"{a}{sheet}{b}",
        inline.compare(sheet).format, COMPARE_RANK,
    )  # fmt: skip


ADD = Operation(
    "add", CONTEXT.add, lambda a, b: a + b, _infix("+"), lambda a, b: f"{a}+{b}",
    lambda a, b: f"({a}+{b})", PLUS_RANK, NUMBERS, keeps_places=True,
)  # fmt: skip
SUB = Operation(
    "sub", CONTEXT.subtract, lambda a, b: a - b, _infix("−"), lambda a, b: f"{a}-{b}",
    lambda a, b: f"({a}-{b})", PLUS_RANK, NUMBERS, tight_right=True, keeps_places=True,
    cancels=True,
)  # fmt: skip
MUL = Operation(
    "mul", CONTEXT.multiply, lambda a, b: a * b, _infix("×"), lambda a, b: f"{a}*{b}",
    lambda a, b: f"({a}*{b})", TIMES_RANK, NUMBERS,
)  # fmt: skip
DIV = Operation(
    "div", _divide, _divide_float, _infix("÷"), lambda a, b: f"{a}/{b}",
    inline.divide, TIMES_RANK, tight_right=True,
)  # fmt: skip
POW = Operation(
    "power", _power, _power_float, lambda a, b: f"{a} puissance {b}", _call("POWER", ","),
    rank=POWER_RANK,
)  # fmt: skip
MIN = Operation(
    "minimum", _spread(min, NAN), _spread(min, math.nan),
    _call("le plus petit de ", " ; "), _call("MIN", ","), inline.smallest, keeps_places=True,
    gathers="plus petite valeur",
)  # fmt: skip
MAX = Operation(
    "maximum", _spread(max, NAN), _spread(max, math.nan),
    _call("le plus grand de ", " ; "), _call("MAX", ","), inline.largest, keeps_places=True,
    gathers="plus grande valeur",
)  # fmt: skip
SUM = Operation(
    "total", _total, lambda *a: math.fsum(a), lambda *a: " + ".join(a) or "0",
    _total_sheet, inline.total, PLUS_RANK, NUMBERS, keeps_places=True,
    gathers="total",
)  # fmt: skip
WHEN = Operation(
    "when", _choose, _choose,
    lambda test, yes, no: f"si {test} alors {yes} sinon {no}", _call("IF", ","), inline.choose, 1,
    taken=lambda test, yes, no: 1 if test == 1 else 2, keeps_places=True, results=slice(1, None),
)  # fmt: skip
ROUND = Operation(
    "rounded", _round, _round_float,
    lambda value, quantum: f"arrondi({value} ; {_decimals(_places(_dotted(quantum)))})",
    lambda value, quantum: f"ROUND({value},{_places(quantum)})",
    lambda value, quantum: f"+{value}.quantize({quantum})", known_by=DECIMALS,
    keeps_places=True, results=slice(1),
)  # fmt: skip
CEIL = Operation(
    "ceiling", _ceiling, _ceiling_float, _call("entier au-dessus de "),
    lambda value: f"CEILING({value},1)",
)  # fmt: skip
FLOOR = Operation(
    "floor", _floor, _floor_float, _call("entier au-dessous de "),
    lambda value: f"FLOOR({value},1)",
)  # fmt: skip
SCALE = Operation(
    "scale", _scale, _scale, _scale_french, _scale_sheet, inline.scale,
    written_out=inline.scale_in_order,
)  # fmt: skip
BRACKET = Operation(
    "bracket", _bracket, _bracket, _bracket_french, _bracket_sheet, inline.bracket,
    taken=_taken_step, keeps_places=True, results=slice(1, None, 2),
    written_out=inline.bracket_in_order,
)  # fmt: skip
LT = _compare("<", "<", lambda a, b: a < b)
LE = _compare("≤", "<=", lambda a, b: a <= b)
GT = _compare(">", ">", lambda a, b: a > b)
GE = _compare("≥", ">=", lambda a, b: a >= b)

OPERATIONS = (
    ADD, SUB, MUL, DIV, POW, MIN, MAX, SUM, WHEN, ROUND, CEIL, FLOOR, SCALE, BRACKET,
    LT, LE, GT, GE,
)  # fmt: skip


def _dotted(written: str) -> str:
    return written.replace(",", ".").replace("\N{NO-BREAK SPACE}", "")


def _decimals(places: int) -> str:
    return f"{places} décimale{'s' if places > 1 else ''}"


def _places(quantum: str) -> int:
    exponent = Decimal(quantum).normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
