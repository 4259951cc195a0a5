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
from decimal import Decimal
from typing import Any

from calculators.kit import arithmetic, inline
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
    tried: Any = None  # of a search: its formulas (kit.seeking.Tried)
    gathers: str = ""  # what it is of a whole column, which a spreadsheet gives it as a range
    results: slice = slice(None)  # the arguments of which one is its value, or makes it
    written_out: Callable[[inline.Known], bool] = lambda _: True  # whether `code` fits these


def _infix(symbol: str) -> Text:
    return lambda left, right: f"{left} {symbol} {right}"


def _call(name: str, separator: str = ", ") -> Text:
    return lambda *args: f"{name}({separator.join(args)})"


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
    "div", arithmetic.divide, arithmetic.divide_float, _infix("÷"), lambda a, b: f"{a}/{b}",
    inline.divide, TIMES_RANK, tight_right=True,
)  # fmt: skip
POW = Operation(
    "power", arithmetic.power, arithmetic.power_float, lambda a, b: f"{a} puissance {b}",
    _call("POWER", ","), rank=POWER_RANK,
)  # fmt: skip
MIN = Operation(
    "minimum", arithmetic.minimum, arithmetic.minimum_float,
    _call("le plus petit de ", " ; "), _call("MIN", ","), inline.smallest, keeps_places=True,
    gathers="plus petite valeur",
)  # fmt: skip
MAX = Operation(
    "maximum", arithmetic.maximum, arithmetic.maximum_float,
    _call("le plus grand de ", " ; "), _call("MAX", ","), inline.largest, keeps_places=True,
    gathers="plus grande valeur",
)  # fmt: skip
SUM = Operation(
    "total", arithmetic.total, lambda *a: math.fsum(a), lambda *a: " + ".join(a) or "0",
    _total_sheet, inline.total, PLUS_RANK, NUMBERS, keeps_places=True,
    gathers="total",
)  # fmt: skip
WHEN = Operation(
    "when", arithmetic.choose, arithmetic.choose,
    lambda test, yes, no: f"si {test} alors {yes} sinon {no}", _call("IF", ","), inline.choose, 1,
    taken=lambda test, yes, no: 1 if test == 1 else 2, keeps_places=True, results=slice(1, None),
)  # fmt: skip
ROUND = Operation(
    "rounded", arithmetic.put_on_grid, arithmetic.put_on_grid_float,
    lambda value, quantum: f"arrondi({value} ; {_decimals(_places(_dotted(quantum)))})",
    lambda value, quantum: f"ROUND({value},{_places(quantum)})",
    lambda value, quantum: f"+{value}.quantize({quantum})", known_by=DECIMALS,
    keeps_places=True, results=slice(1),
)  # fmt: skip
CEIL = Operation(
    "ceiling", arithmetic.ceiling, arithmetic.ceiling_float, _call("entier au-dessus de "),
    lambda value: f"CEILING({value},1)",
)  # fmt: skip
FLOOR = Operation(
    "floor", arithmetic.floor, arithmetic.floor_float, _call("entier au-dessous de "),
    lambda value: f"FLOOR({value},1)",
)  # fmt: skip
SCALE = Operation(
    "scale", arithmetic.scale, arithmetic.scale, _scale_french, _scale_sheet, inline.scale,
    written_out=inline.scale_in_order,
)  # fmt: skip
BRACKET = Operation(
    "bracket", arithmetic.bracket, arithmetic.bracket, _bracket_french, _bracket_sheet,
    inline.bracket, taken=arithmetic.taken_step, keeps_places=True, results=slice(1, None, 2),
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
