"""The only ways to change a state: publish a draft, prepare a replacement.

Every change bumps the book's revision in the same transaction.
"""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import transaction
from django.db.models import F, OuterRef, Subquery
from django.utils import timezone

from calculators.kit import french
from sellerdesk.rates.errors import ConflictError, FrozenError, IncompleteError
from sellerdesk.rates.models import BookState, RateSlot, RateValue, RateVersion, State

if TYPE_CHECKING:
    from sellerdesk.accounts.models import User

_COPIED = (
    "table", "key", "valid_from", "ends", "source_title", "source_url", "reference",
    "journal_date", "checked_on", "seen_on", "confidence", "base", "note",
)  # fmt: skip
_COPIED_VALUE = ("slot", "value", "confidence", "source_title", "source_url", "reference", "note")


@transaction.atomic
def publish(*, version: RateVersion, by: "User | None", at: datetime | None = None) -> RateVersion:
    """Publish a draft, supersede the version that it replaces, and return it fresh.

    `at` is kept to the second, the precision of a printed stamp. Raises IncompleteError,
    FrozenError or ConflictError, whose text is for the user.
    """
    state = bump()
    draft = RateVersion.objects.select_related("table", "replaces").get(pk=version.pk)
    check_publishable(draft)
    instant = (at or timezone.now()).replace(microsecond=0)
    if draft.replaces is not None:
        instant = max(instant, draft.replaces.published_at or instant)
        supersede([draft.replaces.pk], at=instant, revision=state.revision)
    units = RateSlot.objects.filter(pk=OuterRef("slot")).values("unit")[:1]
    RateValue._base_manager.filter(version=draft).update(unit=Subquery(units))
    RateVersion._base_manager.filter(pk=draft.pk).update(
        state=State.PUBLISHED,
        published_by=by,
        published_at=instant,
        published_revision=state.revision,
    )
    return RateVersion.objects.get(pk=draft.pk)


@transaction.atomic
def replace(*, version: RateVersion, by: "User | None") -> RateVersion:
    """Return a draft copy that will supersede a published version.

    A draft already open for the same version is handed back: two would compete.
    """
    published = RateVersion.objects.get(pk=version.pk)
    if published.state != State.PUBLISHED:
        raise IncompleteError("Seule une version publiée peut être remplacée.")
    opened = published.replaced_by.filter(state=State.DRAFT).first()
    if opened is not None:
        return opened
    fields = {name: getattr(published, name) for name in _COPIED}
    draft = RateVersion.objects.create(**fields, replaces=published, created_by=by)
    RateValue.objects.bulk_create(
        RateValue(version=draft, **{name: getattr(value, name) for name in _COPIED_VALUE})
        for value in published.values.select_related("slot")
    )
    return draft


def check_publishable(draft: RateVersion) -> None:
    """Raise the first reason why a draft cannot be published, as a French sentence."""
    if draft.state != State.DRAFT:
        raise FrozenError
    if not draft.source_title.strip():
        raise IncompleteError(
            f"« {draft} » n’a pas de source : indiquez d’où viennent les valeurs."
        )
    values = list(draft.values.all())
    if draft.ends and any(value.value is not None for value in values):
        raise IncompleteError(
            f"« {draft} » met fin au barème : elle ne peut pas porter de valeurs."
        )
    if not draft.ends and not values:
        raise IncompleteError(f"« {draft} » ne contient aucun taux.")
    if draft.replaces is not None and draft.replaces.state != State.PUBLISHED:
        raise IncompleteError(f"La version que « {draft} » remplace n’est plus en vigueur.")
    conflict = find_conflict(draft)
    if conflict is not None:
        raise ConflictError(conflict_sentence(draft, conflict), conflict)


def find_conflict(draft: RateVersion) -> RateVersion | None:
    """Return the published version that has the same start (or key) as a draft."""
    others = RateVersion.objects.filter(state=State.PUBLISHED)
    if draft.replaces_id is not None:
        others = others.exclude(pk=draft.replaces_id)
    same_start = others.filter(table_id=draft.table_id, valid_from=draft.valid_from)
    return same_start.first() or others.filter(key=draft.key).first()


def conflict_sentence(draft: RateVersion, conflict: RateVersion) -> str:
    """Say what stands in the way of a draft."""
    if conflict.table_id != draft.table_id or conflict.valid_from != draft.valid_from:
        return f"Une version publiée porte déjà la clé « {draft.key} »."
    if draft.valid_from is None:
        return f"Une version publiée sans date de début existe déjà pour « {draft.table} »."
    start = french.day(draft.valid_from)
    return f"Une version publiée de « {draft.table} » commence déjà le {start}."


def supersede(versions: list[int], *, at: datetime, revision: int) -> None:
    """Close published versions, keeping the day they were published."""
    RateVersion._base_manager.filter(pk__in=versions, state=State.PUBLISHED).update(
        state=State.SUPERSEDED, superseded_at=at, superseded_revision=revision
    )


def bump() -> BookState:
    """Give the book a new revision; inside a transaction, holds other publications back."""
    BookState.objects.get_or_create(pk=1, defaults={"token": uuid4().hex})
    BookState.objects.filter(pk=1).update(
        revision=F("revision") + 1, token=uuid4().hex, changed_at=timezone.now()
    )
    return BookState.objects.get(pk=1)
