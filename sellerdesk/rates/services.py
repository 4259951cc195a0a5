"""The only ways to change a state: publish a draft, prepare a replacement.

Every change bumps the book's revision in the same transaction.
"""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import transaction
from django.db.models import F, OuterRef, Subquery
from django.utils import timezone

from calculators.kit import french
from calculators.kit.rates import Confidence
from sellerdesk.rates import hooks, sanity
from sellerdesk.rates.errors import (
    ConflictError,
    FrozenError,
    IncompleteError,
    UnconfirmedError,
)
from sellerdesk.rates.models import BookState, RateSlot, RateValue, RateVersion, State
from sellerdesk.rates.selectors import book_at

if TYPE_CHECKING:
    from sellerdesk.accounts.models import User

# No proof is copied: the old source never vouches for the new value.
_COPIED = ("table", "key", "valid_from", "ends", "base", "note")
_COPIED_VALUE = ("slot", "value", "note")


@transaction.atomic
def publish(
    *,
    version: RateVersion,
    by: "User | None",
    at: datetime | None = None,
    confirmed: Collection[str] = (),
) -> RateVersion:
    """Publish a draft, supersede the version that it replaces, and return it fresh.

    `at` is kept to the second, the precision of a printed stamp; `confirmed` holds the
    tokens of the leaps that a person has read. Raises a RatesError, whose text is for the
    user, and then nothing has changed.
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
    _check_book(state.revision)
    _check_confirmed(draft, confirmed)
    return RateVersion.objects.get(pk=draft.pk)


@transaction.atomic
def replace(*, version: RateVersion, by: "User | None") -> RateVersion:
    """Return a draft with the values of a published version, that will supersede it.

    Its proof is blank: source, check and confidence are those of the new values.
    A draft already open for the same version is handed back: two would compete.
    """
    published = RateVersion.objects.get(pk=version.pk)
    if published.state != State.PUBLISHED:
        raise IncompleteError("Seule une version publiée peut être remplacée.")
    opened = published.replaced_by.filter(state=State.DRAFT).first()
    if opened is not None:
        return opened
    fields = {name: getattr(published, name) for name in _COPIED}
    draft = RateVersion.objects.create(
        **fields, confidence=Confidence.UNSURE.value, replaces=published, created_by=by
    )
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
    if draft.checked_on is None:
        raise IncompleteError(
            f"« {draft} » n’a pas de date de vérification : indiquez le jour où les valeurs "
            "ont été relues à la source."
        )
    _check_values(draft)
    if draft.replaces is not None and draft.replaces.state != State.PUBLISHED:
        raise IncompleteError(f"La version que « {draft} » remplace n’est plus en vigueur.")
    conflict = find_conflict(draft)
    if conflict is not None:
        raise ConflictError(conflict_sentence(draft, conflict), conflict)


def _check_values(draft: RateVersion) -> None:
    values = list(draft.values.select_related("slot"))
    if draft.ends:
        if any(value.value is not None for value in values):
            raise IncompleteError(
                f"« {draft} » met fin au barème : elle ne peut pas porter de valeurs."
            )
        return
    if all(value.value is None for value in values):
        raise IncompleteError(f"« {draft} » ne contient aucun taux.")
    for value in values:
        refusal = sanity.out_of_bounds(value.value, value.slot.unit)
        if refusal:
            raise IncompleteError(f"« {value.slot.label} », {refusal}")
    empty = sanity.emptied(draft)
    if empty:
        raise IncompleteError(
            f"« {empty[0].label} » avait une valeur et n’en a plus : indiquez-la, ou cochez "
            "« met fin au barème » pour y mettre fin tout entier."
        )


def _check_book(revision: int) -> None:
    """Refuse what would stop a calculator, on the very book that would be published."""
    if not hooks.book_checks:
        return
    faults = hooks.new_faults(before=book_at(revision - 1), after=book_at(revision))
    if faults:
        raise IncompleteError(faults[0])


def _check_confirmed(draft: RateVersion, confirmed: Collection[str]) -> None:
    leaps = sanity.leaps(draft)
    if any(leap.token not in confirmed for leap in leaps):
        raise UnconfirmedError(
            f"« {draft} » s’écarte beaucoup des valeurs d’avant : ouvrez-la et publiez-la depuis "
            "sa page, pour confirmer chaque écart.",
            leaps,
        )


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
