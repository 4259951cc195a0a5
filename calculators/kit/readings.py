"""Readings of a formula as text: in French with its numbers, by its codes, for a spreadsheet."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from calculators.kit import french, units
from calculators.kit.amounts import Amount, Constant, Input, Rate, rounded
from calculators.kit.lines import Line
from calculators.kit.operations import ATOM, BRACKET, ROUND, SUM, WHEN

type Leaf = Callable[[Amount], str]
type Text = tuple[str, int]  # and its rank
type Whole = Callable[[Amount], Text | None]  # an operation written with all that it is made of
_MANY = 14  # terms that are still shown one by one


def _nothing(amount: Amount) -> None:
    return None


def write(
    amount: Amount, column: str, leaf: Leaf, *, numbers: bool = False, whole: Whole = _nothing
) -> str:
    """Write an expression by one column of the table of operations ("french" or "sheet").

    With `numbers`, a choice shows only the branch that was taken.
    """
    return _write(amount, column, leaf, numbers, whole)[0]


def _write(amount: Amount, column: str, leaf: Leaf, numbers: bool, whole: Whole) -> Text:
    operation = amount.op
    if operation is None:
        return leaf(amount), ATOM
    if known := whole(amount):
        return known
    if numbers and operation.taken is not None:
        taken = amount.args[operation.taken(*(arg.value for arg in amount.args))]
        return _write(taken, column, leaf, numbers, whole)
    texts = []
    for index, arg in enumerate(amount.args):
        text, rank = _write(arg, column, leaf, numbers, whole)
        loose = rank < operation.rank or (
            rank == operation.rank and index > 0 and operation.tight_right
        )
        texts.append(f"({text})" if loose and operation.rank != ATOM else text)
    return getattr(operation, column)(*texts), operation.rank


def shown(amount: Amount) -> str:
    """Return an amount as a person reads it; a line stands on its own grid (« 20,00 % »)."""
    if isinstance(amount, Line) and amount.value.is_nan() and amount.declaration.absent:
        return amount.declaration.absent
    if amount.unit == units.DATE and not amount.value.is_nan():
        return french.day(date.fromordinal(int(amount.value)))
    if isinstance(amount, Line) and not amount.value.is_nan():
        rounding = amount.declaration.rounding
        if rounding.padded and amount.unit == units.PERCENT:
            places = max(rounding.places - 2, 0)
            return french.number(amount.value * 100, places) + french.NBSP + "%"
        if rounding.padded and amount.unit == units.NUMBER:
            return french.number(amount.value, rounding.places)
        if not rounding.padded:
            return _shown(french.legible(amount.value), amount.unit)
    if isinstance(amount, Rate):
        return french.with_unit(amount.fact.value, amount.fact.unit)
    return _shown(amount.value, amount.unit)


def brief(line: Line) -> str:
    """Return a line as it stands in a column: euros that no grid holds show their cents alone.

    Its explanation gives every decimal. Less than a cent is left as it is.
    """
    value, exact = line.value, line.declaration.rounding.quantum is None
    if not exact or line.unit != units.EUR or value.is_nan() or abs(value) < units.HUNDREDTH:
        return shown(line)
    return _shown(ROUND.decimal(value, units.HUNDREDTH), line.unit)


def _shown(value: Decimal, unit: str) -> str:
    return french.percent(value) if unit == units.PERCENT else french.with_unit(value, unit)


def _code(amount: Amount) -> str:
    match amount:
        case Line():
            return amount.code
        case Input():
            return amount.name
        case Rate():
            return amount.fact.code
        case _ if amount.unit == units.DATE:
            return french.day(date.fromordinal(int(amount.value)))
        case _:
            return french.number(amount.value)


def explanation(line: Line) -> str:
    """« 135,00 € × 12 % = 16,20 € »; what is taken as it is says where it comes from."""
    raw = line.raw
    if raw.op is SUM and len(raw.args) == 1:
        raw = raw.args[0]
    if raw.op is WHEN:
        return _chosen(raw, line)
    if raw.op is BRACKET:
        return _in_bracket(raw)
    source = _source(raw)
    if not source:
        return f"{_with_numbers(raw)} = {shown(line)}"
    taken = "" if raw.value == line.value else f"{shown(raw)} = "
    return f"{source}{french.NBSP}: {taken}{shown(line)}"


def _chosen(raw: Amount, line: Line) -> str:
    """« 23 jours ≤ 60 jours : oui, donc 4 % »."""
    test, yes, no = raw.args
    answer, taken = ("oui", yes) if test.value == 1 else ("non", no)
    question, text = _with_numbers(test), _with_numbers(taken)
    result = "" if taken.op is None else f" = {shown(line)}"
    return f"{question}{french.NBSP}: {answer}, donc {text}{result}"


def _in_bracket(raw: Amount) -> str:
    """« 3 135,00 € ≤ 3 273,96 € < 3 571,00 € : 9,9 % »."""
    steps = raw.args
    taken = BRACKET.taken(*(step.value for step in steps)) if BRACKET.taken else 0
    low = f"{_with_numbers(steps[taken - 1])} ≤ " if taken > 1 else ""
    high = f" < {_with_numbers(steps[taken + 1])}" if taken + 1 < len(steps) else ""
    base = _with_numbers(steps[0])
    return f"{low}{base}{high}{french.NBSP}: {_with_numbers(steps[taken])}"


def _with_numbers(amount: Amount) -> str:
    return write(amount, "french", shown, numbers=True, whole=_briefly)


def _briefly(amount: Amount) -> Text | None:
    """« 1 242,00 € (total de la colonne « Cotisations », 36 lignes) »."""
    gathered = _gathered(amount)
    return (f"{shown(amount)} ({', '.join(gathered)})", ATOM) if gathered else None


def _gathered(amount: Amount) -> tuple[str, str] | None:
    """What an operation on many terms is, and how many there are."""
    operation, count = amount.op, len(amount.args)
    if operation is None or not operation.gathers or count <= _MANY:
        return None
    if all(isinstance(arg, Input) for arg in amount.args):
        return operation.gathers, f"{count} valeurs saisies"
    columns = {arg.declaration.column if isinstance(arg, Line) else None for arg in amount.args}
    column = columns.pop()
    if columns or column is None:
        return operation.gathers, f"{count} montants"
    what = f"{operation.gathers} de la colonne « {column.label} »"
    return french.typography(what), f"{count} lignes"


def _source(raw: Amount) -> str:
    if gathered := _gathered(raw):
        what, count = gathered
        return f"{what} ({count})"
    match raw:
        case Input():
            return "valeur saisie"
        case Line():
            return f"repris de « {raw.declaration.label} »"
        case Rate():
            return f"barème « {raw.fact.label} »"
        case Constant():
            return "valeur fixe"
        case _:
            return ""


def formula(line: Line) -> str:
    """The formula without values: « chiffre_affaires × cotisations_vente_bic »."""
    return write(line.raw, "french", _code, whole=_ends)


def _ends(amount: Amount) -> Text | None:
    """« mois_01_ventes + … + mois_36_ventes »."""
    if amount.op is None or _gathered(amount) is None:
        return None
    first, last = (write(amount.args[end], "french", _code) for end in (0, -1))
    return amount.op.french(first, "…", last), amount.op.rank


def sheet_formula(line: Line, name: Leaf, whole: Whole = _nothing) -> str:
    """The spreadsheet's formula, every leaf written by `name` (a defined name or a number).

    `whole` names a whole column, for the functions that take one.
    """
    return "=" + write(steady(line.expression), "sheet", name, whole=whole)


def is_searched(line: Line) -> bool:
    """Whether a line's value was found by trying: it has no formula for a spreadsheet."""
    return _searches(line.raw)


def _searches(amount: Amount) -> bool:
    operation = amount.op
    return operation is not None and (
        operation.searched or any(_searches(arg) for arg in amount.args)
    )


def steady(amount: Amount, *, inside: bool = False) -> Amount:
    """The expression with each difference of typed amounts put back on their six decimals.

    0,005 + 276,62 − 276,62 is a half cent that a double misses by a hair. In decimal this changes
    no value. A difference of lines on the cent needs it only `inside` a product or a quotient.
    """
    if amount.op is None:
        return amount
    if amount.op.cancels and amount.unit == units.EUR and _is_short(amount):
        typed = any(isinstance(leaf, Input) for leaf in leaves(amount))
        return rounded(amount, units.MILLIONTH) if typed or inside else amount
    inside = inside or not amount.op.keeps_places
    args = tuple(steady(arg, inside=inside) for arg in amount.args)
    return Amount(amount.op, args, amount.value, amount.unit)


def _is_short(amount: Amount) -> bool:
    """Whether its value has at most six decimals, whatever its amounts."""
    if amount.op is not None:
        return amount.op.keeps_places and all(_is_short(arg) for arg in amount.args)
    if isinstance(amount, Line):
        return amount.declaration.rounding in (units.CENT, units.EURO)
    if isinstance(amount, Input):
        return amount.unit == units.EUR
    exponent = amount.value.normalize().as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -units.MILLIONTH.places


def leaves(amount: Amount) -> list[Amount]:
    """The inputs, rates, lines and constants of an expression, each once, in order."""
    found: dict[int, Amount] = {}

    def gather(node: Amount) -> None:
        if node.op is not None:
            for arg in node.args:
                gather(arg)
        elif id(node) not in found:
            found[id(node)] = node

    gather(amount)
    return list(found.values())


def sources(line: Line) -> tuple[list[Rate], list[Line]]:
    """The dated rates and the lines that a formula names, each once, in order."""
    rates: dict[int, Rate] = {}
    lines: dict[int, Line] = {}
    _gather(line.raw, rates, lines)
    return list(rates.values()), list(lines.values())


def rates_of(line: Line) -> list[Rate]:
    """The dated rates a line uses directly."""
    return sources(line)[0]


def _gather(node: Amount, rates: dict[int, Rate], lines: dict[int, Line]) -> None:
    # Asked of every line on the hot path.
    if isinstance(node, Rate):
        rates[id(node)] = node
    elif isinstance(node, Line):
        lines[id(node)] = node
    for arg in node.args:
        _gather(arg, rates, lines)
