"""What the page of reference cards shows: each claim with its figures and how sure they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from calculators.kit import french
from calculators.kit.rates import Confidence, MissingRate, RateBook, RateFact
from sellerdesk.desk.plan import plan_of
from sellerdesk.desk.reperes_files import RANKS, Dit, Fiche, Niveau, ReperesFile, fidelite

# What a filter may ask: its code, its words, whether a range of levels answers it.
_TOUTES = "toutes"
_AU_PLUS = "moyenne"
_DES_FAIBLE = "faible"
FILTERS = (
    (_TOUTES, "Toutes"),
    (_AU_PLUS, "Moyenne au plus"),
    (_DES_FAIBLE, "Faible à moyenne"),
)
WORDS = {Niveau.FAIBLE: "faible", Niveau.MOYENNE: "moyenne", Niveau.ELEVEE: "élevée"}


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim, ready to print; `proof` is the table of rates that holds its figures."""

    text: str
    caveat: str
    unsure: bool
    proof: str


@dataclass(frozen=True, slots=True)
class CardView:
    """One card, every text ready to print."""

    code: str
    title: str
    complexity: str
    asks: str
    resources: str
    means: str
    results: tuple[ClaimView, ...]
    uses: str
    gain: str


@dataclass(frozen=True, slots=True)
class FilterView:
    """One choice of the filter: its name, its words, its options (code, words, chosen)."""

    name: str
    label: str
    options: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The cards that the filters leave, and what else the article claims."""

    title: str
    source: str
    cards: tuple[CardView, ...]
    total: int
    others: tuple[ClaimView, ...]
    filters: tuple[FilterView, ...]
    is_filtered: bool
    calculator_url: str


def page(book: RateBook, on: date, query: Mapping[str, str]) -> Page:
    """The cards on loyalty; an unknown word in the address filters nothing."""
    file = fidelite()
    wanted = {name: _wanted(query.get(name, "")) for name in ("complexite", "ressources")}
    kept = [
        one
        for one in file.fiches
        if answers(one.complexite, wanted["complexite"])
        and answers(one.ressources, wanted["ressources"])
    ]
    return Page(
        title=french.typography(file.titre),
        source=french.typography(file.source),
        cards=tuple(_card(one, book, on) for one in kept),
        total=len(file.fiches),
        others=_claims(file.autres, book, on),
        filters=(
            _filter("complexite", "Complexité", wanted["complexite"]),
            _filter("ressources", "Ressources", wanted["ressources"]),
        ),
        is_filtered=any(word != _TOUTES for word in wanted.values()),
        calculator_url=plan_of(file.calculateur).action,
    )


def file_of(slug: str) -> ReperesFile | None:
    """The cards that a calculator leads to."""
    file = fidelite()
    return file if file.calculateur == slug else None


def answers(levels: list[Niveau], wanted: str) -> bool:
    """Whether a range of levels answers a filter."""
    if wanted == _TOUTES:
        return True
    if wanted == _DES_FAIBLE and levels[0] is not Niveau.FAIBLE:
        return False
    return RANKS[levels[-1]] <= RANKS[Niveau.MOYENNE]


def _wanted(word: str) -> str:
    return word if word in dict(FILTERS) else _TOUTES


def _filter(name: str, label: str, chosen: str) -> FilterView:
    options = tuple((code, french.typography(words), code == chosen) for code, words in FILTERS)
    return FilterView(name, label, options)


def _card(one: Fiche, book: RateBook, on: date) -> CardView:
    return CardView(
        code=one.code,
        title=french.typography(one.titre),
        complexity=_levels(one.complexite),
        asks=french.typography(one.demande),
        resources=_levels(one.ressources),
        means=french.typography(one.moyens),
        results=_claims(one.resultats, book, on),
        uses=french.typography(one.usages),
        gain=french.typography(one.avantage),
    )


def _levels(levels: list[Niveau]) -> str:
    return " à ".join(WORDS[niveau] for niveau in levels).capitalize()


def _claims(said: list[Dit], book: RateBook, on: date) -> tuple[ClaimView, ...]:
    """The claims whose figures are published that day."""
    found = (_claim(one, book, on) for one in said)
    return tuple(view for view in found if view is not None)


def _claim(one: Dit, book: RateBook, on: date) -> ClaimView | None:
    if one.bareme is None:
        has_figure = any(letter.isdigit() for letter in one.dit)
        return ClaimView(french.typography(one.dit), "", has_figure, "")
    try:
        low, high = (book.at(f"{one.bareme}_{end}", on) for end in ("bas", "haut"))
    except MissingRate:
        return None
    text = one.dit.replace("{bas}", _bare(low, high)).replace("{haut}", _shown(high))
    unsure = Confidence.UNSURE in (low.confidence, high.confidence)
    return ClaimView(
        french.typography(text), french.typography(one.reserve), unsure, low.table or one.bareme
    )


def _bare(low: RateFact, high: RateFact) -> str:
    """« 18 » before « 36 mois », but « 20 % » before « 30 % »."""
    if low.unit == "%" or low.unit != high.unit or low.value is None:
        return _shown(low)
    return french.number(low.value)


def _shown(fact: RateFact) -> str:
    return "" if fact.value is None else french.with_unit(fact.value, fact.unit)
