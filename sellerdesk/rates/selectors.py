"""The rate books: today's, the one known on an instant, the one a stamp names.

A call costs one query, the revision, once the process has built the book; a publication
changes the revision, so that every process sees it on its next request.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import datetime
from threading import Lock
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Max, Prefetch, Q

from calculators.kit.rates import RateBook, Stamp
from sellerdesk.rates.errors import UnknownStampError
from sellerdesk.rates.facts import facts_of
from sellerdesk.rates.models import BookState, RateValue, RateVersion
from sellerdesk.rates.variants import variant

PARIS = ZoneInfo("Europe/Paris")  # a stamp reads the same whatever the server's time zone
_KEPT = 8


class _BookCache:
    """The last books used, built one at a time."""

    def __init__(self, size: int) -> None:
        self._size, self._lock = size, Lock()
        self._books: OrderedDict[Hashable, RateBook] = OrderedDict()

    def get(self, key: Hashable, build: Callable[[], RateBook]) -> RateBook:
        """Return the book under a key, building it if no thread has."""
        with self._lock:
            if key not in self._books:
                self._books[key] = build()
            self._books.move_to_end(key)
            while len(self._books) > self._size:
                self._books.popitem(last=False)
            return self._books[key]


_cache = _BookCache(_KEPT)


def current_book() -> RateBook:
    """Everything published now."""
    revision, token = _revision()
    return _cache.get((token, revision), lambda: _at_revision(revision))


def book_at(revision: int) -> RateBook:
    """The state of a revision, built anew: it may belong to a transaction that never commits."""
    return _at_revision(revision)


def book_known_on(instant: datetime) -> RateBook:
    """What was published at an instant, rebuilt: the same stamp for the same state."""
    _, token = _revision()
    return _cache.get((token, instant), lambda: _at_instant(instant))


def book_stamped(stamp: Stamp) -> RateBook:
    """The very state that a printed stamp names, or UnknownStampError.

    The instant is enough as a rule; past it, revisions are searched by digest, for a
    file verified long ago may have been loaded after the report was printed.
    """
    revision, _ = _revision()
    candidates = [current_book]
    if stamp.known_on is not None:
        known_on = stamp.known_on
        candidates.append(lambda: book_known_on(known_on))
    candidates += [lambda r=r: _at_revision(r) for r in range(revision - 1, -1, -1)]  # type: ignore[misc]
    for candidate in candidates:
        book = variant(candidate(), stamp.variant) if stamp.variant else candidate()
        if book.stamp.digest == stamp.digest:
            return book
    raise UnknownStampError(f"Aucun état des barèmes ne porte l’empreinte {stamp.digest}.")


_REVISION = f"SELECT revision, token FROM {BookState._meta.db_table} WHERE id = 1"  # noqa: S608


def _revision() -> tuple[int, str]:
    # Asked before every calculation: the plain statement costs half of a queryset.
    with connection.cursor() as cursor:
        cursor.execute(_REVISION)
        row: tuple[int, str] | None = cursor.fetchone()
    return row or (0, "")


def _at_revision(revision: int) -> RateBook:
    published = Q(published_revision__lte=revision)
    superseded = Q(superseded_revision__lte=revision)
    return _build(published, superseded)


def _at_instant(instant: datetime) -> RateBook:
    return _build(Q(published_at__lte=instant), Q(superseded_at__lte=instant))


def _build(published: Q, superseded: Q) -> RateBook:
    values = Prefetch("values", RateValue.objects.select_related("slot"))
    versions = RateVersion.objects.filter(published).exclude(superseded)
    rows = versions.select_related("table").prefetch_related(values)
    return RateBook.build(facts_of(rows), known_on=_last_change(published, superseded))


def _last_change(published: Q, superseded: Q) -> datetime | None:
    instants = RateVersion.objects.aggregate(
        published=Max("published_at", filter=published),
        superseded=Max("superseded_at", filter=superseded),
    ).values()
    last = max((instant for instant in instants if instant is not None), default=None)
    return last.astimezone(PARIS) if last else None
