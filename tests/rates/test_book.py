from datetime import date, timedelta
from decimal import Decimal
from threading import Thread
from time import sleep

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from calculators.kit.rates import Confidence, MissingRate, RateBook, RateFact, Stamp
from sellerdesk.rates import selectors, services
from sellerdesk.rates.errors import UnknownStampError
from sellerdesk.rates.models import BookState, RateSlot
from tests.rates import make

pytestmark = pytest.mark.django_db
START = date(2026, 1, 1)


def fact(code: str, value: str | None, start: date | None, **fields: object) -> RateFact:
    given = {
        "label": f"Taux {code}",
        "unit": "%",
        "key": f"cotisations-{start}",
        "table": "cotisations",
        "source_title": "Code de la sécurité sociale",
        "checked_on": make.CHECKED,
        "confidence": Confidence.OFFICIAL,
    } | fields
    return RateFact(code=code, value=Decimal(value) if value else None, valid_from=start, **given)  # type: ignore[arg-type]


def test_without_any_rate_the_book_is_empty() -> None:
    book = selectors.current_book()
    assert book.facts() == ()
    assert book.stamp.known_on is None
    assert selectors.book_known_on(make.instant(1)).facts() == ()


def test_the_book_is_the_one_that_the_kit_would_build() -> None:
    table = make.table("cotisations", "vente", "service")
    make.published(table, None, "12.80", "22", at=make.instant(1))
    make.loaded(table, START, "12.3", None)
    make.draft(table, date(2027, 1, 1), "99", "99")
    expected = RateBook.build(
        [
            fact("vente", "12.8", None),
            fact("service", "22", None),
            fact("vente", "12.3", START),
            fact("service", None, START),
        ],
        known_on=make.instant(2),
    )
    book = selectors.current_book()
    assert book.facts() == expected.facts()
    assert book.stamp == expected.stamp
    assert book.at("vente", START).value == Decimal("12.3")
    assert book.at("vente", date(1999, 1, 1)).value == Decimal("12.8")


def test_a_value_with_its_own_proof_wears_it() -> None:
    draft = make.draft(
        make.table(), START, "1", source_url="https://a.fr", reference="L1", note="n"
    )
    value = draft.values.get()
    value.confidence, value.source_title = "unsure", "Forum"
    value.save()
    services.publish(version=draft, by=None)
    got = selectors.current_book().at("cotisations", START)
    assert (got.confidence, got.source_title, got.source_url) == (Confidence.UNSURE, "Forum", "")
    assert (got.reference, got.note) == ("L1", "n")


def test_an_end_closes_every_rate_of_its_table() -> None:
    table = make.table("cotisations", "vente", "service")
    make.published(table, date(2020, 1, 1), "12.8", "22")
    make.published(table, START, ends=True)
    book = selectors.current_book()
    assert book.at("service", date(2025, 12, 31)).value == 22
    with pytest.raises(MissingRate):
        book.at("service", START)


def test_a_rate_that_a_version_no_longer_names_has_no_value() -> None:
    table = make.table("cotisations", "vente", "service")
    make.published(table, date(2020, 1, 1), "12.8", "22")
    make.loaded(table, START, "12.3")
    book = selectors.current_book()
    with pytest.raises(MissingRate):
        book.at("service", START)
    assert book.at("vente", START).value == Decimal("12.3")


def test_a_rate_born_later_says_when() -> None:
    table = make.table("cotisations", "vente", "service")
    make.published(table, date(2020, 1, 1), "12.8")
    make.published(table, START, "12.3", "21")
    with pytest.raises(MissingRate) as missing:
        selectors.current_book().at("service", date(2021, 1, 1))
    assert missing.value.first == START


def test_a_warm_process_asks_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    make.published(make.table(), START, "12.3")
    book = selectors.current_book()
    with django_assert_num_queries(1):
        assert selectors.current_book() is book


def test_a_publication_is_seen_by_the_next_request() -> None:
    first = make.published(make.table(), START, "12.3")
    old = selectors.current_book()
    draft = make.replacement(first)
    draft.values.all().update(value="12.4")
    services.publish(version=draft, by=None)
    assert selectors.current_book().at("cotisations", START).value == Decimal("12.4")
    assert old.at("cotisations", START).value == Decimal("12.3")


def test_a_revision_that_came_back_is_another_state() -> None:
    table = make.table()
    with transaction.atomic():
        make.published(table, START, "12.3")
        assert selectors.current_book().at("cotisations", START).value == Decimal("12.3")
        transaction.set_rollback(True)
    make.published(make.table("autre"), START, "5")
    assert BookState.objects.get().revision == 1
    assert selectors.current_book().codes() == ("autre",)


def test_a_past_state_is_rebuilt_from_its_stamp() -> None:
    table = make.table()
    first = make.published(table, START, "12.3", at=make.instant(3))
    before = selectors.current_book()
    services.publish(version=make.replacement(first), by=None, at=make.instant(5))
    make.published(table, date(2027, 1, 1), "11", at=make.instant(8))
    assert before.stamp.known_on == make.instant(3)
    for hours in (0, 1, 47):
        known = selectors.book_known_on(make.instant(3) + timedelta(hours=hours))
        assert known.stamp == before.stamp
        assert known.facts() == before.facts()
    assert selectors.book_known_on(make.instant(2)).facts() == ()
    assert selectors.book_known_on(make.instant(30)).stamp == selectors.current_book().stamp
    assert selectors.book_stamped(before.stamp).facts() == before.facts()


def test_a_state_is_found_even_if_an_older_check_came_later() -> None:
    make.published(make.table(), START, "12.3", at=make.instant(20))
    before = selectors.current_book()
    make.published(make.table("autre"), START, "5", at=make.instant(10))
    assert selectors.current_book().stamp.known_on == before.stamp.known_on
    assert selectors.book_stamped(before.stamp).facts() == before.facts()


def test_a_stamp_of_nowhere_is_refused() -> None:
    with pytest.raises(UnknownStampError, match="0000"):
        selectors.book_stamped(Stamp(make.instant(1), "0000"))


def test_a_printed_stamp_has_the_time_of_paris_and_whole_seconds() -> None:
    make.published(make.table(), START, "1", at=make.instant(3).replace(microsecond=7))
    assert str(selectors.current_book().stamp).startswith("2026-11-03T13:00:00+01:00/")


def test_a_corrected_unit_changes_no_published_value() -> None:
    make.published(make.table(), START, "12.3")
    RateSlot.objects.update(unit="€")
    services.bump()
    assert selectors.current_book().at("cotisations", START).unit == "%"


def test_the_cache_stays_small() -> None:
    for minute in range(20):
        selectors.book_known_on(make.instant(1) + timedelta(minutes=minute))
    assert len(selectors._cache._books) <= 8


def test_threads_share_one_book() -> None:
    built: list[int] = []

    def build() -> RateBook:
        built.append(1)
        sleep(0.02)
        return RateBook.build([])

    cache = selectors._BookCache(2)
    threads = [Thread(target=lambda: cache.get("state", build)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert built == [1]
