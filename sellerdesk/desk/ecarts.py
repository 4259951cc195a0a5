"""What the page of departures shows: each one in words, its two amounts computed on a rate book."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from urllib.parse import urlencode

from calculators.kit import french, readings, units
from calculators.kit.calculator import Result, amount_of
from calculators.kit.fields import Inputs
from calculators.kit.given import input_views
from calculators.kit.lines import Line
from calculators.kit.presenter import stamp_text
from calculators.kit.rates import Confidence, RateBook
from calculators.kit.wording import CONFIDENCE
from sellerdesk.desk.books import calculated
from sellerdesk.desk.ecarts_files import Ecart, Exemple, Genre, files
from sellerdesk.desk.plan import plan_of
from sellerdesk.rates.variants import variant

ABSENT = "non calculé"
TITLES = {
    Genre.DROIT: "Le droit dit autre chose",
    Genre.PERIMETRE: "Le simulateur ne le compte pas",
    Genre.INFORMATION: "Pour information",
}
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two amounts, where it may be seen whole."""

    label: str
    amount: str
    url: str


@dataclass(frozen=True, slots=True)
class ExampleView:
    """One example, computed both ways; without `difference` a side computes no such line."""

    given: str
    law: Side
    other: Side
    difference: str
    same: bool


@dataclass(frozen=True, slots=True)
class Departure:
    """One departure, every text ready to print."""

    code: str
    title: str
    who: str
    law: str
    reference: str
    confidence: str
    confidence_label: str
    unsure: bool
    other: str
    example: ExampleView | None


@dataclass(frozen=True, slots=True)
class Section:
    """The departures of one kind."""

    code: str
    title: str
    departures: tuple[Departure, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The departures from one authority, and the two books that made their amounts."""

    other: str
    sections: tuple[Section, ...]
    stamp: str
    other_stamp: str


def pages(book: RateBook) -> tuple[Page, ...]:
    """Every departure on a book, computed once for it."""
    known: tuple[Page, ...] | None = book.memo.get("ecarts")
    if known is None:
        known = book.memo["ecarts"] = tuple(_pages(book))
    return known


def explained(name: str) -> bool:
    """Whether the departures of a variant are listed."""
    return any(file.variante == name for file in files())


def _pages(book: RateBook) -> Iterator[Page]:
    for file in files():
        sections = (
            Section(genre.value, TITLES[genre], tuple(departures))
            for genre in Genre
            if (departures := [_departure(e, book) for e in file.ecarts if e.genre is genre])
        )
        other = variant(book, file.variante)
        yield Page(
            french.typography(file.titre), tuple(sections), stamp_text(book.stamp),
            stamp_text(other.stamp),
        )  # fmt: skip


def _departure(ecart: Ecart, book: RateBook) -> Departure:
    trust = ecart.confiance
    return Departure(
        code=ecart.code,
        title=french.typography(ecart.titre),
        who=french.typography(ecart.qui),
        law=french.typography(ecart.loi),
        reference=french.typography(ecart.reference),
        confidence=trust.value if trust else "",
        confidence_label=CONFIDENCE[trust] if trust else "",
        unsure=trust is Confidence.UNSURE,
        other=french.typography(ecart.moteur),
        example=_example(ecart.exemple, book) if ecart.exemple else None,
    )


def _example(exemple: Exemple, book: RateBook) -> ExampleView:
    law, other = both(exemple, book)
    mine, its = _line(law, exemple.ligne), _line(other, exemple.ligne_moteur or exemple.ligne)
    amount, its_amount = _amount(mine), _amount(its)
    difference = None if amount is None or its_amount is None else its_amount - amount
    return ExampleView(
        given=_given(exemple, law.inputs),
        law=_side(exemple, mine, mine, other=False),
        other=_side(exemple, its, mine, other=True),
        difference=""
        if difference is None or mine is None
        else _signed(difference, mine.unit, exemple.unite),
        same=difference == 0,
    )


def both(exemple: Exemple, book: RateBook) -> tuple[Result, Result]:
    """The results by the law and as the other authority calculates."""
    calculator = exemple.calculator
    return (
        calculated(calculator, exemple.of_the_law, book),
        calculated(calculator, exemple.of_the_other, book, named=exemple.variante),
    )


def _line(result: Result, code: str) -> Line | None:
    return next((line for line in result.lines if line.code == code), None)


def _amount(line: Line | None) -> Decimal | None:
    """The amount as it is printed: cents for euros."""
    value = None if line is None else amount_of(line)
    if value is None or line is None or line.unit != units.EUR:
        return value
    return value.quantize(_CENT, ROUND_HALF_UP)


def _side(exemple: Exemple, line: Line | None, named: Line | None, *, other: bool) -> Side:
    """An amount under the name of its line: that of the law when there is no line of its own."""
    shown = named if line is None else line
    address = plan_of(exemple.calculateur).action
    return Side(
        label="" if shown is None else shown.declaration.label,
        amount=_text(line, exemple.unite),
        url=f"{address}?{urlencode(exemple.texts(other=other))}",
    )


def _text(line: Line | None, word: str) -> str:
    amount = _amount(line)
    if line is None or amount is None:
        return ABSENT
    text = french.with_unit(amount, units.EUR) if line.unit == units.EUR else readings.shown(line)
    return text + _counted(amount, word)


def _signed(difference: Decimal, unit: str, word: str) -> str:
    text = french.with_unit(difference, unit) + _counted(difference, word)
    return f"+{text}" if difference > 0 else text


def _counted(number: Decimal, word: str) -> str:
    """« trimestre », « trimestres » after its number."""
    return word and f"{french.NBSP}{word}{'s' if abs(number) >= 2 else ''}"


def _given(exemple: Exemple, inputs: Inputs) -> str:
    """« Année : 2026 · Ventes de marchandises : 60 000,00 € »: what was given, nothing else."""
    views = {view.code: view for view in input_views(inputs)}
    given = (views[name] for name in exemple.entrees if name in views)
    said = (f"{view.label} : {view.value}" for view in given)
    return french.typography(f"{french.NBSP}· ".join(said))
