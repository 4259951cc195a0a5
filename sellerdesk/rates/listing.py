"""What the public rate pages show: the book's facts, chosen, grouped and put into words."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from calculators.kit import french
from calculators.kit.french import typography
from calculators.kit.rates import RateBook, RateFact
from sellerdesk.rates.models import RateTable
from sellerdesk.rates.wording import ABROAD, CONFIDENCE, fact_period, fact_value, family_title


@dataclass(frozen=True, slots=True)
class Choice:
    """What a visitor asked for; `refusal` is a sentence when the date could not be read."""

    text: str = ""
    family: str = ""
    day: str = ""
    on: date | None = None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact with its table."""

    fact: RateFact
    table: RateTable


@dataclass(frozen=True, slots=True)
class Row:
    """One value in words. `anchor` is set on the first row of a rate.

    `employed` says that some calculator may ask for the rate.
    """

    anchor: str
    label: str
    employed: bool
    value: str
    period: str
    source: str
    url: str
    reference: str
    confidence: str
    confidence_label: str
    checked: str
    base: str
    note: str


@dataclass(frozen=True, slots=True)
class Block:
    """A table of rates."""

    code: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """The tables of one subject."""

    title: str
    blocks: tuple[Block, ...]
    folded: bool


def choice_of(query: Mapping[str, str]) -> Choice:
    """Read `q`, `famille` and `le` (22/11/2026 or 2026-11-22) from a query string."""
    text, family = query.get("q", "").strip(), query.get("famille", "").strip()
    day = query.get("le", "").strip()
    if not day:
        return Choice(text, family)
    try:
        return Choice(text, family, day, french.parse_day(day))
    except ValueError:
        refusal = f"La date « {day[:40]} » n’est pas lisible : écrivez-la comme 22/11/2026."
        return Choice(text, family, day, refusal=refusal)


def chosen(book: RateBook, tables: Mapping[str, RateTable], choice: Choice) -> list[Entry]:
    """The facts that answer a choice, by family and table, the newest first in each rate."""
    words = _plain(choice.text).split()
    entries = [Entry(fact, tables[fact.table]) for fact in book.facts()]
    kept = [entry for entry in entries if _answers(entry, choice, words)]
    kept.sort(key=lambda e: e.fact.valid_from or date.min, reverse=True)
    ranks = {code: rank for rank, code in enumerate(tables)}
    kept.sort(key=lambda e: (e.table.family == ABROAD, ranks[e.table.code], e.fact.code))
    return kept


def families(
    entries: list[Entry], codes: frozenset[str], employed: frozenset[str]
) -> tuple[Family, ...]:
    """Chosen facts in words; `codes` are the anchors that tables already hold."""
    grouped = groupby(entries, key=lambda entry: entry.table.family)
    return tuple(
        Family(family_title(family), tuple(_blocks(group, codes, employed)), family == ABROAD)
        for family, group in grouped
    )


def _blocks(
    entries: Iterator[Entry], codes: frozenset[str], employed: frozenset[str]
) -> Iterator[Block]:
    for table, group in groupby(entries, key=lambda entry: entry.table):
        rows = tuple(_rows(group, codes, employed))
        yield Block(table.code, typography(table.title), rows)


def _rows(
    entries: Iterator[Entry], codes: frozenset[str], employed: frozenset[str]
) -> Iterator[Row]:
    before = ""
    for entry in entries:
        fact = entry.fact
        first = fact.code != before and fact.code not in codes
        before = fact.code
        yield Row(
            anchor=fact.code if first else "",
            label=typography(fact.label),
            employed=fact.code in employed,
            value=fact_value(fact),
            period=fact_period(fact),
            source=typography(fact.source_title),
            url=fact.source_url if fact.source_url.startswith(("https://", "http://")) else "",
            reference=typography(fact.reference),
            confidence=fact.confidence.value,
            confidence_label=CONFIDENCE[fact.confidence],
            checked=french.day(fact.checked_on),
            base=typography(fact.base),
            note=typography(fact.note),
        )


def _answers(entry: Entry, choice: Choice, words: list[str]) -> bool:
    if choice.family and entry.table.family != choice.family:
        return False
    if choice.on is not None and not _in_force(entry.fact, choice.on):
        return False
    return not words or all(word in _haystack(entry) for word in words)


def _in_force(fact: RateFact, on: date) -> bool:
    begun = fact.valid_from is None or fact.valid_from <= on
    return fact.value is not None and begun and (fact.valid_to is None or on < fact.valid_to)


def _haystack(entry: Entry) -> str:
    fact, table = entry.fact, entry.table
    names = (fact.code, fact.label, table.code, table.title, family_title(table.family))
    proof = (fact_value(fact), fact.source_title, fact.reference, fact.base, fact.note)
    return _plain(" ".join(names + proof))


def _plain(text: str) -> str:
    """Lower case without accents: « Impôt » finds « impot »."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
