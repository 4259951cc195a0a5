"""The rate book: what is in force on a day, and the stamp of the whole."""

from dataclasses import FrozenInstanceError, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit.rates import Confidence, MissingRate, RateBook, RateFact
from tests.books import committed_book
from tests.kit.toy import BOOK, CHANGE, CHECKED, END, FACTS, fact

DAY = timedelta(days=1)
FIRST = date(2012, 1, 1)

IN_FORCE: dict[str, tuple[str, date, str]] = {
    "an unknown start holds backwards": ("commission", date.min, "10"),
    "the eve of a change": ("commission", CHANGE - DAY, "10"),
    "the day of a change": ("commission", CHANGE, "12.5"),
    "the last version has no end": ("commission", date.max, "12.5"),
    "the first day": ("frais", FIRST, "0.30"),
    "the eve of the end": ("frais", END - DAY, "0.30"),
}


@pytest.mark.parametrize("case", IN_FORCE)
def test_the_fact_in_force_on_a_day(case: str) -> None:
    code, on, value = IN_FORCE[case]
    assert BOOK.at(code, on).value == Decimal(value)


MISSING: dict[str, tuple[str, date, str, date | None]] = {
    "before the first day": ("frais", FIRST - DAY, "Frais", FIRST),
    "the day of the end": ("frais", END, "Frais", None),
    "after the end": ("frais", date(2099, 1, 1), "Frais", None),
    "an unknown code": ("inconnu", FIRST, "inconnu", None),
}


@pytest.mark.parametrize("case", MISSING)
def test_a_day_without_value_is_said_and_never_replaced(case: str) -> None:
    code, on, label, first = MISSING[case]
    with pytest.raises(MissingRate) as caught:
        BOOK.at(code, on)
    missing = caught.value
    assert (missing.code, missing.on, missing.label, missing.first) == (code, on, label, first)


def test_a_period_ends_where_the_next_one_starts() -> None:
    periods = [(f.valid_from, f.valid_to) for f in BOOK.series("commission")]
    assert periods == [(None, CHANGE), (CHANGE, None)]
    assert [f.valid_to for f in BOOK.series("frais")] == [END, None]


@given(st.permutations(FACTS))
def test_the_order_of_the_facts_does_not_matter(facts: list[RateFact]) -> None:
    assert RateBook.build(facts) == BOOK


@pytest.mark.parametrize("start", [None, CHANGE])
def test_two_values_with_one_start_are_refused(start: date | None) -> None:
    with pytest.raises(ValueError, match="commission: two values start on"):
        RateBook.build([*FACTS, fact("commission", "1", start)])


def test_the_lists_of_a_book() -> None:
    assert BOOK.codes() == ("commission", "frais")
    assert [f.key for f in BOOK.facts()] == ["com-0", "com-1", "frais-0", "frais-1"]
    assert BOOK.series("inconnu") == ()
    assert [f.code for f in BOOK.by_key("com-1")] == ["commission"]
    assert BOOK.by_key("inconnu") == ()
    assert BOOK.horizon == CHECKED


def test_an_empty_book_knows_nothing() -> None:
    empty = RateBook.build([])
    assert (empty.codes(), empty.facts(), empty.horizon) == ((), (), None)


def test_a_book_cannot_be_changed() -> None:
    book: Any = BOOK
    with pytest.raises(FrozenInstanceError):
        book.stamp = None


@pytest.mark.parametrize("place", range(len(FACTS)))
@pytest.mark.parametrize(
    "change",
    [{"value": Decimal(99)}, {"valid_from": date(2015, 5, 5)}, {"unit": "$"}, {"code": "autre"},
     {"confidence": Confidence.UNSURE}, {"source_title": "Autre"}, {"reference": "Art. 3"}],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
def test_the_stamp_changes_with_any_fact(place: int, change: dict[str, Any]) -> None:
    facts = [replace(f, **change) if i == place else f for i, f in enumerate(FACTS)]
    assert RateBook.build(facts).stamp.digest != BOOK.stamp.digest


def test_the_stamp_does_not_change_with_trailing_zeros() -> None:
    zeros = [replace(f, value=f.value and f.value + Decimal("0.000")) for f in FACTS]
    assert RateBook.build(zeros).stamp == BOOK.stamp


def test_the_stamp_tells_the_instant_known() -> None:
    known = datetime(2026, 11, 22, 8, 30, 15, 999, UTC)
    stamp = RateBook.build(FACTS, known_on=known).stamp
    assert str(stamp) == f"2026-11-22T08:30:15+00:00/{stamp.digest}"
    assert str(BOOK.stamp) == f"-/{stamp.digest}"


def test_a_variant_has_its_own_stamp_and_leaves_the_book_untouched() -> None:
    before = BOOK.facts()
    variant = BOOK.variant("projet", {"commission": Decimal(20)})
    assert [f.value for f in variant.series("commission")] == [20, 20]
    assert variant.stamp.digest != BOOK.stamp.digest
    assert str(variant.stamp).endswith("/projet")
    assert BOOK.facts() == before
    assert BOOK.at("commission", CHANGE).value == Decimal("12.5")
    assert variant.series("frais") == BOOK.series("frais")


def test_a_variant_may_change_one_period() -> None:
    variant = BOOK.variant("projet", {"commission": Decimal(20)}, on=CHANGE)
    assert [f.value for f in variant.series("commission")] == [10, 20]


def test_a_variant_does_not_bring_back_what_has_ended() -> None:
    variant = BOOK.variant("projet", {"frais": Decimal(1)})
    assert [f.value for f in variant.series("frais")] == [1, None]


def test_a_variant_of_an_unknown_rate_is_refused() -> None:
    with pytest.raises(KeyError, match="inconnu"):
        BOOK.variant("projet", {"inconnu": Decimal(1)})


def test_the_same_variant_twice_is_the_same_book() -> None:
    values = {"commission": Decimal(20)}
    assert BOOK.variant("projet", values) == BOOK.variant("projet", values)


def test_the_committed_rates_make_a_book() -> None:
    book = committed_book()
    assert len(book.codes()) > 100
    assert book.at("cotisations_vente_bic", date(2026, 6, 1)).value == Decimal("12.3")
    assert book.at("cotisations_vente_bic", date(2010, 6, 1)).value == Decimal("12")


@pytest.mark.parametrize("code", committed_book().codes())
def test_at_each_start_of_a_committed_rate_its_own_fact_is_in_force(code: str) -> None:
    book = committed_book()
    for known in book.series(code):
        if known.value is None:
            continue
        assert book.at(code, known.valid_from or date.min) is known
        if known.valid_to:
            assert book.at(code, known.valid_to - DAY) is known
