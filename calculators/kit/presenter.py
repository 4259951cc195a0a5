"""From a Result to plain French strings: the one presenter of page, PDF and workbook."""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from calculators.kit import french, readings, units
from calculators.kit.amounts import Rate
from calculators.kit.calculator import Headline, Picture, Result, pick
from calculators.kit.charts.present import charts
from calculators.kit.declarations import CELL
from calculators.kit.fields import FieldKind, field_kinds, field_specs
from calculators.kit.given import given_tables, input_views
from calculators.kit.lines import Line
from calculators.kit.rates import Confidence, RateFact, Stamp
from calculators.kit.tabling import put_out, table_views
from calculators.kit.views import (
    LineView,
    NoteView,
    PictureView,
    RateView,
    ResultView,
    SectionView,
    SliceView,
)
from calculators.kit.wording import CONFIDENCE, TO_FIND, fact_period

NATURES = {
    "marchandises": "Marchandise",
    "transport": "Livraison",
    "plateforme": "Plateforme",
    "paiement": "Paiement",
    "frais_fixes": "Frais fixes",
    "cotisations": "Cotisations",
    "impot": "Impôt",
    "tva": "TVA",
    "reste": "Ce qui reste",
}


@lru_cache(maxsize=1024)
def rate_view(fact: RateFact, mark: int = 0) -> RateView:
    """A rate with its proof."""
    return RateView(
        mark=mark,
        code=fact.code,
        label=fact.label,
        value=french.with_unit(fact.value, fact.unit) if fact.value is not None else "à saisir",
        period=fact_period(fact),
        source=french.typography(fact.source_title) or TO_FIND,
        url=fact.source_url,
        reference=french.typography(fact.reference) or TO_FIND,
        confidence=fact.confidence.value,
        confidence_label=CONFIDENCE[fact.confidence],
        checked=f"vérifié le {french.day(fact.checked_on)}"
        if fact.checked_on
        else "jamais vérifié",
        note=french.typography(fact.note),
    )


def present(result: Result) -> ResultView:
    """Make every string that a surface shows of a result."""
    calculator = result.calculator
    headline = calculator.headline_for(result.inputs)
    named = {line.code: readings.sources(line) for line in result.lines}
    marks = _marks(rates for rates, _ in named.values())
    doubts = _doubts(result.lines, named)
    lines = {
        line.code: _line_view(line, named[line.code][0], marks, line.code in doubts)
        for line in result.lines
    }
    inputs = input_views(result.inputs)
    texts = {view.code: view.value for view in inputs}
    texts |= {line.code: readings.brief(line) for line in result.outcome.lines}
    texts |= {code: view.amount for code, view in lines.items()}
    key = next((line for line in result.lines if line.code == headline.line), None)
    return ResultView(
        slug=calculator.slug,
        title=calculator.title,
        headline=french.filled(result.answer, texts) or _headline(headline, key, texts),
        headline_amount="" if key is None else lines[key.code].amount,
        tone=_tone(key) if headline.signed else "none",
        outcome=french.filled(result.outcome.sentence, texts),
        outcome_field=result.outcome.field,
        on=on_text(result),
        on_label=next(
            s.label for s in field_specs(calculator.inputs) if s.name == calculator.main_date
        ),
        stamp=str(result.stamp),
        stamp_text=stamp_text(result.stamp),
        unsure=headline.line in doubts,
        inputs=inputs,
        sections=_sections(result, lines),
        picture=_picture(result, calculator.picture, lines),
        tables=table_views(result, lines, texts),
        notes=_notes(result, texts),
        rates=tuple(rate_view(fact, mark) for fact, mark in marks.values()),
        given_tables=given_tables(result.inputs),
        charts=charts(result, texts),
    )


class Sentences(NamedTuple):
    """What a result says in words."""

    outcome: str
    notes: tuple[NoteView, ...]
    rows: tuple[tuple[str, ...], ...]  # of each table: why a row does not apply, "" where it does


def sentences(result: Result) -> Sentences:
    """The sentences alone: a tenth of the whole view's time, or less."""
    texts = {view.code: view.value for view in input_views(result.inputs)}
    texts |= {line.code: readings.brief(line) for line in (*result.outcome.lines, *result.lines)}
    said = tuple(put_out(table, texts) for table in result.tables)
    return Sentences(french.filled(result.outcome.sentence, texts), _notes(result, texts), said)


def _notes(result: Result, texts: dict[str, str]) -> tuple[NoteView, ...]:
    filled = ((r, french.filled(r.sentence, texts)) for r in result.remarks)
    return tuple(NoteView(r.kind, r.code, text, r.field) for r, text in filled)


def on_text(result: Result) -> str:
    """The main date as a person reads it: 01/06/2026, or 2026."""
    kind = field_kinds(type(result.inputs))[result.calculator.main_date]
    return str(result.on.year) if kind is FieldKind.YEAR else french.day(result.on)


def stamp_text(stamp: Stamp) -> str:
    """« barèmes du 22/11/2026, empreinte cf5b2760216715a6 »."""
    known = f" du {french.day(stamp.known_on.date())}" if stamp.known_on else ""
    variant = f", variante {stamp.variant}" if stamp.variant else ""
    return f"barèmes{known}, empreinte {stamp.digest}{variant}"


type Named = dict[str, tuple[list[Rate], list[Line]]]


def _doubts(lines: Iterable[Line], named: Named) -> set[str]:
    """The lines that rest on an unsure value, their own or that of a line they are made of."""
    unsure: set[str] = set()
    for line in lines:
        rates, made_of = named[line.code]
        own = any(rate.fact.confidence is Confidence.UNSURE for rate in rates)
        if own or line.declaration.unsure or any(part.code in unsure for part in made_of):
            unsure.add(line.code)
    return unsure


type Marks = dict[tuple[str, Any, Confidence], tuple[RateFact, int]]


def _marks(used: Iterable[list[Rate]]) -> Marks:
    marks: Marks = {}
    for rates in used:
        for rate in rates:
            key = (rate.fact.code, rate.fact.valid_from, rate.fact.confidence)
            marks.setdefault(key, (rate.fact, len(marks) + 1))
    return marks


def _line_view(line: Line, used: list[Rate], marks: Marks, unsure: bool) -> LineView:
    known = line.declaration
    return LineView(
        code=known.code,
        label=known.label,
        amount=readings.brief(line),
        explanation=readings.explanation(line),
        rounding=known.rounding.label,
        nature=known.nature,
        level=known.level,
        help=known.help,
        rates=tuple(_rate_of(rate, marks) for rate in used),
        negative=not line.value.is_nan() and line.value < 0,
        unsure=unsure,
    )


def _rate_of(rate: Rate, marks: Marks) -> RateView:
    fact, mark = marks[rate.fact.code, rate.fact.valid_from, rate.fact.confidence]
    return rate_view(fact, mark)


def _tone(key: Line | None) -> str:
    if key is None or key.value.is_nan():
        return "none"
    return "positive" if key.value > 0 else "negative" if key.value < 0 else "zero"


def _headline(words: Headline, key: Line | None, texts: dict[str, str]) -> str:
    match _tone(key):
        case "positive":
            return french.filled(words.positive, texts)
        case "negative" if key is not None:
            return french.filled(
                words.negative, texts | {key.code: texts[key.code].lstrip(french.MINUS)}
            )
        case "zero":
            return french.filled(words.zero, texts)
        case _:
            return ""


def _sections(result: Result, lines: dict[str, LineView]) -> tuple[SectionView, ...]:
    titles = result.calculator.sections
    grouped: dict[str, list[LineView]] = {code: [] for code in titles}
    for line in result.lines:
        if line.declaration.level == CELL:
            continue
        grouped.setdefault(line.declaration.section, []).append(lines[line.code])
    return tuple(
        SectionView(code, titles.get(code, ""), tuple(views))
        for code, views in grouped.items()
        if views
    )


def _picture(
    result: Result, picture: Picture | None, lines: dict[str, LineView]
) -> PictureView | None:
    known = {line.code: line for line in result.lines}
    if picture is None:
        return None
    received = pick(known, picture.received)
    if received is None or received.value.is_nan() or received.value <= 0:
        return None
    drawn = (pick(known, wanted) for wanted in picture.spent)
    spent = [line for line in drawn if line is not None and line.value != 0]
    left, whole = known.get(picture.left), received.value
    if left is None or any(line.value.is_nan() for line in (left, *spent)):
        return None
    low, high = min(left.value, Decimal(0)), whole

    def at(value: Decimal) -> float:
        return float((value - low) / (high - low))

    slices, level = [], whole
    named = NATURES | dict(picture.labels)
    for nature, value in _by_nature(spent).items():
        slices.append(_slice(nature, named[nature], value, whole, (at(level), at(level - value))))
        level -= value
    nature, zero = left.declaration.nature, at(Decimal(0))
    slices.append(_slice(nature, named[nature], left.value, whole, (at(left.value), zero)))
    words = ", ".join(f"{s.label} {s.amount}" for s in slices)
    total = lines[received.code].amount
    return PictureView(
        picture.title,
        f"{received.declaration.label}, {total}{french.NBSP}: {words}.",
        received.declaration.label,
        total,
        tuple(slices),
        at(Decimal(0)),
    )


def _by_nature(spent: list[Line]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = {}
    for line in spent:
        sums[line.declaration.nature] = sums.get(line.declaration.nature, Decimal(0)) + line.value
    return sums


def _slice(
    nature: str, label: str, value: Decimal, whole: Decimal, ends: tuple[float, float]
) -> SliceView:
    share = french.number(value / whole * 100, 1) + french.NBSP + "%"
    amount = french.with_unit(value, units.EUR)
    return SliceView(nature, label, amount, share, min(ends), max(ends))
