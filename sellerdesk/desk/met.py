"""What the runs of a calculator show: formulas, sentences and rates, for its documentation.

Formulas and sentences are not declared: they are met by running the example, then the example
with one and with two answers changed, then the calculator's further examples with one choice
changed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain, combinations
from re import sub
from typing import Any

from calculators.kit import french
from calculators.kit.amounts import Rate
from calculators.kit.calculator import Calculator
from calculators.kit.fields import FieldKind, FieldSpec, field_kinds, field_specs
from calculators.kit.lines import Refusal, Remark, Sheet
from calculators.kit.rates import MissingRate, RateBook, RateFact
from calculators.kit.readings import formula, leaves, rates_of
from sellerdesk.desk.reading import validated

EVERYWHERE = ("apres_dernier_controle", "date_trop_lointaine")  # told once, in README.md
KINDS = {
    "answer": "Réponse",
    "warning": "Avertissement",
    "info": "Information",
    "article": "Lecture de l’article",
}
REFUSAL = "Le calcul ne s’applique pas"
PUT_OUT = "Une ligne de tableau est écartée"
_MOST_PAIRS = 2_000  # beyond, further examples have to meet what two answers would
_MOST_DAYS = 6  # tried for a date that is not the main one
_WITHOUT_ROOM = (FieldKind.CHOICE, FieldKind.BOOL)  # every answer of such a field can be tried

type Said = tuple[str, str, str]  # kind, code, sentence
type Answer = tuple[str, Any]  # a field, what it is answered


@dataclass
class Met:
    """What the runs of a calculator showed, each thing once, in the order of its meeting."""

    formulas: dict[str, str] = field(default_factory=dict)
    cells: dict[tuple[str, str], str] = field(default_factory=dict)  # by table and column
    labels: dict[str, str] = field(default_factory=dict)  # of lines and of cells
    said: dict[Said, Said] = field(default_factory=dict)  # by what is said, whatever its numbers
    rates: dict[str, RateFact] = field(default_factory=dict)


def met(calculator: Calculator, book: RateBook) -> Met:
    """Run a calculator through what can be answered, and keep what is new."""
    found = Met()
    for sheet in _sheets(calculator, book):
        _lines(found, sheet)
        for kind, one in _told(sheet):
            if one.code not in EVERYWHERE:
                alike = kind, one.code, sub(r"\d+", "0", one.sentence)
                found.said.setdefault(alike, (kind, one.code, one.sentence))
            used = leaves(one.test) if one.test is not None else ()
            found.rates.update((r.fact.code, r.fact) for r in used if isinstance(r, Rate))
    return found


def _told(sheet: Sheet) -> Iterator[tuple[str, Remark | Refusal]]:
    """Each sentence with its kind."""
    yield from ((REFUSAL, refusal) for refusal in sheet.refusals)
    for table in sheet.tables.values():
        yield from ((PUT_OUT, one) for known in table.refusals.values() for one in known)
    yield from ((KINDS[remark.kind], remark) for remark in (*sheet.answers, *sheet.remarks))


def _lines(found: Met, sheet: Sheet) -> None:
    for line in sheet.lines.values():
        found.labels.setdefault(line.code, line.declaration.label)
        found.rates.update((rate.fact.code, rate.fact) for rate in rates_of(line))
        key: Any = line.code
        known: dict[Any, str] = found.formulas
        if (column := line.declaration.column) is not None:
            key, known = (column.table, column.code), found.cells
        if key not in known:  # writing a formula costs more than the line did
            known[key] = formula(line)


def _sheets(calculator: Calculator, book: RateBook) -> Iterator[Sheet]:
    for given in _given(calculator, book):
        inputs, _ = validated(calculator.inputs, given)
        if inputs is None:
            continue
        try:
            yield calculator.trace(inputs=inputs, rates=book)
        except MissingRate:
            continue


def _given(calculator: Calculator, book: RateBook) -> Iterator[Mapping[str, Any]]:
    days, main = _days(calculator, book), calculator.main_date
    few = _spread(days)
    specs = field_specs(calculator.inputs)
    answers = [
        (spec.name, value)
        for spec in specs
        for value in _answers(spec, days if spec.name == main else few)
    ]
    changing = _others(calculator, calculator.example, answers)
    pairs = list(_pairs(calculator, changing))
    pairs = pairs if len(pairs) <= _MOST_PAIRS else []
    for changes in chain([()], ([one] for one in changing), pairs):
        yield {**calculator.example, **dict(changes)}
    names = {spec.name for spec in specs if spec.kind in _WITHOUT_ROOM}
    choices = [one for one in answers if one[0] in names]
    for example in calculator.examples:
        yield example
        for name, value in _others(calculator, example, choices):
            yield {**example, name: value}


def _others(
    calculator: Calculator, example: Mapping[str, Any], answers: list[Answer]
) -> list[Answer]:
    """The answers that an example does not give already."""
    inputs = calculator.inputs.model_validate(example)
    return [(name, value) for name, value in answers if value != getattr(inputs, name)]


def _pairs(calculator: Calculator, answers: list[Answer]) -> Iterator[tuple[Answer, Answer]]:
    """Two answers at once, where that may say something that each alone does not."""
    kinds = field_kinds(calculator.inputs)
    when = {name for name, kind in kinds.items() if kind in (FieldKind.YEAR, FieldKind.DATE)}
    few = {one for name in when for one in _spread([a for a in answers if a[0] == name])}
    kept = [one for one in answers if one[0] not in when or one in few]
    for a, b in combinations(kept, 2):
        # Nor do two amounts left out together.
        if a[0] != b[0] and not kinds[a[0]] is kinds[b[0]] is FieldKind.DECIMAL:
            yield a, b


def _days(calculator: Calculator, book: RateBook) -> list[date]:
    """The example's day, the days on which a rate starts, and the eve of each of these."""
    example = calculator.inputs.model_validate(calculator.example)
    starts = {fact.valid_from for code in calculator.codes for fact in book.series(code.code)}
    days = {day - timedelta(days=eve) for day in starts if day for eve in (0, 1)}
    return sorted({*days, calculator.on(example)}, reverse=True)


def _spread[T](values: list[T]) -> list[T]:
    """A few of many values, the first and the last among them."""
    if len(values) <= _MOST_DAYS:
        return values
    step = (len(values) - 1) / (_MOST_DAYS - 1)
    return [values[round(step * place)] for place in range(_MOST_DAYS)]


def _answers(spec: FieldSpec, days: list[date]) -> list[Any]:
    """What else a field may be answered; an amount only where it may be left out."""
    match spec.kind:
        case FieldKind.CHOICE:
            return [code for code, _ in spec.choices]
        case FieldKind.BOOL:
            return [True]
        case FieldKind.DATE:
            return list(days)
        case FieldKind.YEAR:
            return sorted({day.year for day in days}, reverse=True)
        case FieldKind.DECIMAL if spec.default is None and not spec.required:
            return [french.parse(spec.example)] if spec.example else [1]
    return []
