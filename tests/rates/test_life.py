from datetime import date

import pytest
from django.db import IntegrityError, transaction

from sellerdesk.accounts.models import User
from sellerdesk.rates import services
from sellerdesk.rates.errors import ConflictError, FrozenError, IncompleteError, RatesError
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
    services.publish(version=services.replace(version=first, by=None), by=None)
    after = BookState.objects.get()
    assert after.revision == before.revision + 1
    assert after.token != before.token


def test_a_replacement_supersedes_and_keeps_both_dates() -> None:
    first = make.published(make.table(), START, "12.3", at=make.instant(3))
    draft = services.replace(version=first, by=None)
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
    draft = services.replace(version=first, by=None)
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
    draft = services.replace(version=first, by=None)
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
