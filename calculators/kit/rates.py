"""Dated rates: the facts, the immutable book that answers for a date, its stamp.

A fact holds from its start until the next start of the same code; a fact without
value ends the series. A fact without start was in force before it was read: it is
valid backwards without limit, and the result says that its start is unknown.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Any


class Confidence(StrEnum):
    """How sure a value is; only the first two may be shown without a mark."""

    OFFICIAL = "official"
    CONCORDANT = "concordant"
    SINGLE = "single"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class RateCode:
    """A rate that a calculator asks for: its code in the tables and its unit there."""

    code: str
    unit: str = "%"


@dataclass(frozen=True, slots=True)
class RateFact:
    """One published value with its period and its proof.

    `value` is in `unit` as published (12.3 for 12,3 %); None ends the series, or
    marks a rate that exists but whose value nobody published.
    `key` names the version in files and documents (tiktok-fr-commission-2025).
    """

    code: str
    label: str
    unit: str
    value: Decimal | None
    valid_from: date | None
    key: str = ""
    table: str = ""
    source_title: str = ""
    source_url: str = ""
    reference: str = ""
    journal_date: date | None = None
    checked_on: date | None = None
    seen_on: date | None = None
    confidence: Confidence = Confidence.UNSURE
    base: str = ""
    note: str = ""
    valid_to: date | None = None  # first day not covered; filled in by the book

    @property
    def read_on(self) -> date | None:
        """The day it was read, which bounds what is known of an unknown start."""
        return self.seen_on or self.checked_on


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which state of which book made a result."""

    known_on: datetime | None
    digest: str
    variant: str = ""

    def __str__(self) -> str:
        known = self.known_on.isoformat(timespec="seconds") if self.known_on else "-"
        return "/".join(filter(None, (known, self.digest, self.variant)))


class MissingRate(LookupError):  # noqa: N818 - an outcome more than an error
    """No published value for this code on this date."""

    def __init__(self, code: str, on: date, label: str = "", first: date | None = None) -> None:
        super().__init__(f"{code} on {on}")
        self.code, self.on, self.label, self.first = code, on, label or code, first


@dataclass(frozen=True)
class RateBook:
    """An immutable snapshot of published facts, looked up by code and date.

    Two facts of one code never share a start: `build` refuses them.
    """

    stamp: Stamp
    _series: Mapping[str, tuple[RateFact, ...]] = field(repr=False)
    _starts: Mapping[str, tuple[date, ...]] = field(repr=False)
    horizon: date | None = None  # the last day on which any rate was checked
    memo: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)  # see Sheet.rate

    def __getstate__(self) -> dict[str, Any]:
        """Leave the memory behind: what another process needs, it looks up."""
        return self.__dict__ | {"memo": {}}

    @classmethod
    def build(
        cls, facts: Iterable[RateFact], *, known_on: datetime | None = None, variant: str = ""
    ) -> "RateBook":
        """Order the facts by code and start, close each period, stamp the whole."""
        grouped: dict[str, list[RateFact]] = {}
        for fact in facts:
            grouped.setdefault(fact.code, []).append(fact)
        series = {code: _close(code, group) for code, group in sorted(grouped.items())}
        starts = {c: tuple(f.valid_from or date.min for f in s) for c, s in series.items()}
        checked = [f.checked_on for s in series.values() for f in s if f.checked_on]
        stamp = Stamp(known_on, _digest(series), variant)
        return cls(stamp, series, starts, max(checked, default=None))

    def at(self, code: str, on: date) -> RateFact:
        """Return the fact in force on a day, or raise MissingRate."""
        found = self.latest(code, on)
        if found is None or found.value is None:
            facts = self.series(code)
            label = facts[0].label if facts else ""
            first = next((f.valid_from for f in facts if f.value is not None), None)
            raise MissingRate(code, on, label, first if found is None else None)
        return found

    def latest(self, code: str, on: date) -> RateFact | None:
        """The last fact started by a day, an end of series included; None before the first."""
        index = bisect_right(self._starts.get(code, ()), on) - 1
        return self._series[code][index] if index >= 0 else None

    def by_key(self, key: str) -> tuple[RateFact, ...]:
        """All values of the version with this key."""
        return tuple(f for s in self._series.values() for f in s if f.key == key)

    def series(self, code: str) -> tuple[RateFact, ...]:
        """All facts of a code in order of start; empty when unknown."""
        return self._series.get(code, ())

    def codes(self) -> tuple[str, ...]:
        """Every code of the book, sorted."""
        return tuple(self._series)

    def facts(self) -> tuple[RateFact, ...]:
        """Every fact, by code and start."""
        return tuple(f for s in self._series.values() for f in s)

    def variant(
        self,
        name: str,
        values: Mapping[str, Decimal],
        *,
        on: date | None = None,
        source: str = "",
        reference: str = "",
    ) -> "RateBook":
        """A named book with other values for some codes: every period, or the one holding `on`.

        The proof of the value replaced is not that of the new one, which has its own.
        """
        unknown = sorted(set(values) - set(self._series))
        if unknown:
            raise KeyError(", ".join(unknown))

        def swap(fact: RateFact) -> RateFact:
            if fact.code not in values or fact.value is None:  # what has ended stays so
                return fact
            if on is not None and self.latest(fact.code, on) is not fact:
                return fact
            return replace(
                fact, value=values[fact.code], source_title=source or f"Variante {name}",
                source_url="", reference=reference, journal_date=None, note="",
                confidence=Confidence.SINGLE,
            )  # fmt: skip

        facts = [swap(f) for f in self.facts()]
        return RateBook.build(facts, known_on=self.stamp.known_on, variant=name)


def _close(code: str, group: list[RateFact]) -> tuple[RateFact, ...]:
    group.sort(key=lambda fact: fact.valid_from or date.min)
    for before, after in pairwise(group):
        if before.valid_from == after.valid_from:
            raise ValueError(f"{code}: two values start on {after.valid_from}")
    ends = [fact.valid_from for fact in group[1:]] + [None]
    return tuple(replace(fact, valid_to=end) for fact, end in zip(group, ends, strict=True))


def _digest(series: Mapping[str, tuple[RateFact, ...]]) -> str:
    content = hashlib.sha256()
    for facts in series.values():
        for f in facts:
            value = "-" if f.value is None else f"{f.value.normalize():f}"
            row = (
                f.code,
                str(f.valid_from),
                str(f.checked_on),  # it decides how far ahead the book answers
                value,
                f.unit,
                f.confidence,
                f.source_title,
                f.reference,
            )
            content.update(("\x1f".join(row) + "\x1e").encode())
    return content.hexdigest()[:16]
