from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from calculators.kit.rates import RateBook
from sellerdesk.accounts.models import User
from sellerdesk.rates import hooks, services
from sellerdesk.rates.errors import (
    ConflictError,
    FrozenError,
    IncompleteError,
    RatesError,
    UnconfirmedError,
)
from sellerdesk.rates.models import BookState, RateSlot, RateValue, RateVersion, State
from tests.rates import make

pytestmark = pytest.mark.django_db
START = date(2026, 1, 1)


def test_publishing_keeps_who_and_when() -> None:
    user = User.objects.create_user("v@exemple.fr")
    version = services.publish(
        version=make.draft(make.table(), START, "12.3"), by=user, at=make.instant(3)
    )
    assert (version.state, version.published_by, version.published_at) == (
        State.PUBLISHED,
        user,
        make.instant(3),
    )
    assert version.values.get().unit == "%"


def test_every_change_bumps_the_book() -> None:
    table = make.table()
    first = make.published(table, START, "12.3")
    before = BookState.objects.get()
    services.publish(version=make.replacement(first), by=None)
    after = BookState.objects.get()
    assert after.revision == before.revision + 1
    assert after.token != before.token


def test_a_replacement_supersedes_and_keeps_both_dates() -> None:
    first = make.published(make.table(), START, "12.3", at=make.instant(3))
    draft = make.replacement(first)
    assert (draft.key, draft.valid_from, draft.values.get().value) == (
        first.key,
        START,
        first.values.get().value,
    )
    second = services.publish(version=draft, by=None, at=make.instant(5))
    first.refresh_from_db()
    assert first.state == State.SUPERSEDED
    assert (first.published_at, first.superseded_at) == (make.instant(3), make.instant(5))
    assert second.replaces == first


def test_a_replacement_may_correct_the_start() -> None:
    first = make.published(make.table(), START, "12.3")
    draft = make.replacement(first)
    draft.valid_from = date(2026, 2, 1)
    draft.save()
    services.publish(version=draft, by=None)
    assert RateVersion.objects.filter(state=State.PUBLISHED).get() == draft


def test_one_draft_at_a_time_replaces_a_version() -> None:
    first = make.published(make.table(), START, "12.3")
    draft = services.replace(version=first, by=None)
    assert services.replace(version=first, by=None) == draft
    with pytest.raises(IncompleteError, match="Seule une version publiée"):
        services.replace(version=draft, by=None)


def test_a_start_is_published_once() -> None:
    table = make.table()
    first = make.published(table, START, "12.3")
    twin = make.draft(table, START, "12.4", key="autre")
    with pytest.raises(ConflictError, match="commence déjà le 01/01/2026") as refusal:
        services.publish(version=twin, by=None)
    assert refusal.value.conflict == first
    twin.refresh_from_db()
    assert twin.state == State.DRAFT
    assert BookState.objects.get().revision == 1


def test_an_unknown_start_is_published_once() -> None:
    table = make.table()
    make.published(table, None, "12.3")
    with pytest.raises(ConflictError, match="sans date de début"):
        services.publish(version=make.draft(table, None, "1", key="autre"), by=None)


def test_a_key_is_published_once() -> None:
    make.published(make.table(), START, "12.3", key="cle")
    other = make.draft(make.table("autre"), START, "1", key="cle")
    with pytest.raises(ConflictError, match="porte déjà la clé « cle »"):
        services.publish(version=other, by=None)


@pytest.mark.parametrize("start", [START, None])
def test_the_database_too_refuses_a_start_twice(start: date | None) -> None:
    table = make.table()
    make.published(table, start, "12.3")
    twin = make.draft(table, start, "1", key="autre")
    with pytest.raises(IntegrityError), transaction.atomic():
        RateVersion._base_manager.filter(pk=twin.pk).update(
            state=State.PUBLISHED, published_at=make.instant(3)
        )


def test_a_draft_without_source_waits() -> None:
    draft = make.draft(make.table(), START, "12.3", source_title=" ")
    with pytest.raises(IncompleteError, match="pas de source"):
        services.publish(version=draft, by=None)


def test_a_draft_without_value_waits() -> None:
    with pytest.raises(IncompleteError, match="aucun taux"):
        services.publish(version=make.draft(make.table(), START), by=None)


def test_an_end_carries_no_value() -> None:
    table = make.table()
    with pytest.raises(IncompleteError, match="ne peut pas porter de valeurs"):
        services.publish(version=make.draft(table, START, "1", ends=True), by=None)
    services.publish(version=make.draft(table, START, ends=True), by=None)


def test_a_replacement_overtaken_is_refused() -> None:
    first = make.published(make.table(), START, "12.3")
    draft = make.replacement(first)
    services.supersede([first.pk], at=make.instant(28), revision=9)
    with pytest.raises(IncompleteError, match="plus en vigueur"):
        services.publish(version=draft, by=None)


def test_what_is_published_is_never_published_again() -> None:
    with pytest.raises(FrozenError):
        services.publish(version=make.published(make.table(), START, "1"), by=None)


def test_a_published_version_is_never_edited_nor_deleted() -> None:
    version = make.published(make.table(), START, "12.3")
    value = version.values.get()
    version.note = value.note = "après coup"
    gestures = (
        version.save,
        version.delete,
        value.save,
        value.delete,
        lambda: RateVersion.objects.update(note="après coup"),
        lambda: RateVersion.objects.all().delete(),
        lambda: RateValue.objects.update(value="1"),
        lambda: version.values.all().delete(),
        lambda: RateVersion.objects.bulk_update([version], ["note"]),
    )
    for gesture in gestures:
        with pytest.raises(FrozenError, match="ne se modifie pas"), transaction.atomic():
            gesture()
    assert RateVersion.objects.get().note == RateValue.objects.get().note == ""


def test_only_services_publish() -> None:
    draft = make.draft(make.table(), START, "12.3")
    draft.state = State.PUBLISHED
    with pytest.raises(FrozenError):
        draft.save()


def test_a_draft_is_edited_and_deleted() -> None:
    draft = make.draft(make.table(), START, "12.3")
    draft.note = "à relire"
    draft.save()
    RateVersion.objects.update(note="relu")
    draft.delete()
    assert not RateValue.objects.exists()


def test_a_rate_keeps_its_code() -> None:
    make.published(make.table(), START, "12.3")
    slot = RateSlot.objects.get()
    slot.code = "autre"
    with pytest.raises(RatesError, match="ne change pas"):
        slot.save()


def test_a_replacement_copies_no_proof() -> None:
    proof: dict[str, Any] = {
        "source_url": "https://exemple.fr",
        "reference": "D613-4",
        "journal_date": START,
    }
    first = make.published(make.table(), START, "12.3", base="CA", note="Règle", **proof)
    draft = services.replace(version=first, by=None)
    assert (draft.base, draft.note, draft.values.get().value) == ("CA", "Règle", Decimal("12.3"))
    assert (draft.confidence, draft.checked_on, draft.journal_date) == ("unsure", None, None)
    assert draft.source_title == draft.source_url == draft.reference == ""


def test_a_replacement_copies_no_proof_of_a_value() -> None:
    first = make.draft(make.table(), START, "12.3")
    RateValue.objects.update(confidence="official", source_title="Forum", reference="L1")
    value = services.replace(version=services.publish(version=first, by=None), by=None).values.get()
    assert value.confidence == value.source_title == value.reference == ""


def test_a_draft_never_checked_waits() -> None:
    draft = make.draft(make.table(), START, "12.3", checked_on=None)
    with pytest.raises(IncompleteError, match="date de vérification"):
        services.publish(version=draft, by=None)


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        ("%", "-3", "jamais négative"),
        ("€", "-0.01", "jamais négative"),
        ("%", "1234.5", "de 0 à 100"),
        ("% du taux", "100.1", "de 0 à 100"),
    ],
)
def test_a_value_out_of_bounds_waits(unit: str, value: str, said: str) -> None:
    draft = make.draft(make.table(unit=unit), START, value)
    with pytest.raises(IncompleteError, match=said):
        services.publish(version=draft, by=None)


@pytest.mark.parametrize(("unit", "value"), [("%", "0"), ("%", "100"), ("€", "47100")])
def test_a_value_at_the_bounds_is_published(unit: str, value: str) -> None:
    version = make.published(make.table(unit=unit), START, value)
    assert version.state == State.PUBLISHED


def test_a_rate_that_had_a_value_keeps_one() -> None:
    table = make.table("cotisations", "vente", "service", "autre")
    make.published(table, START, "12.3", "21", None)
    for values in (["12.3", None, None], ["12.3"]):
        draft = make.draft(table, date(2027, 1, 1), *values)
        with pytest.raises(IncompleteError, match="« Taux service » avait une valeur"):
            services.publish(version=draft, by=None)
    make.published(table, date(2027, 1, 1), "12.3", "21", None)


def test_a_draft_whose_values_are_all_empty_waits() -> None:
    with pytest.raises(IncompleteError, match="aucun taux"):
        services.publish(version=make.draft(make.table(), START, None), by=None)


@pytest.mark.parametrize(
    ("before", "after", "asked"),
    [
        ("12.3", "24.6", True),
        ("12.3", "24.5", False),
        ("12.3", "6.15", True),
        ("12.3", "6.2", False),
        ("0", "1", True),
        ("1", "0", True),
        ("0", "0", False),
    ],
)
@pytest.mark.parametrize("replaced", [True, False], ids=["replacement", "next period"])
def test_a_leap_is_confirmed(before: str, after: str, asked: bool, replaced: bool) -> None:
    table = make.table()
    first = make.published(table, START, before)
    draft = make.replacement(first) if replaced else make.draft(table, date(2027, 1, 1), after)
    draft.values.all().update(value=after)
    if asked:
        with pytest.raises(UnconfirmedError) as refusal:
            services.publish(version=draft, by=None)
        (leap,) = refusal.value.leaps
        with pytest.raises(UnconfirmedError):  # another change was confirmed, not this one
            services.publish(version=draft, by=None, confirmed=[leap.token + "1"])
        services.publish(version=draft, by=None, confirmed=[leap.token])
    else:
        services.publish(version=draft, by=None)


def test_a_new_fault_of_a_book_is_refused_and_an_old_one_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def dislikes(book: RateBook) -> list[str]:
        return [f"{code} déplaît." for code in book.codes() if code.startswith("mauvais")]

    make.published(make.table("mauvais"), START, "1")
    monkeypatch.setattr(hooks, "book_checks", [dislikes])
    make.published(make.table("bon"), START, "1")
    with pytest.raises(IncompleteError, match="mauvais_2 déplaît"):
        make.published(make.table("mauvais_2"), START, "1")
    assert RateVersion.objects.filter(state=State.PUBLISHED).count() == 2
    assert BookState.objects.get().revision == 2
