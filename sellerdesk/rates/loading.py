"""Bring the database to what the rate files say, without ever editing what was published.

The files are compared whole with the published versions. What is new is published as of
the day it was checked, so that a fresh database has the same stamps everywhere; what
changed supersedes; what an administrator wrote by hand is left alone, and said.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from calculators.kit.rates import Confidence
from sellerdesk.rates.fixture_schema import Source, Value, Version
from sellerdesk.rates.fixtures import Loaded
from sellerdesk.rates.models import Origin, RateSlot, RateTable, RateValue, RateVersion, State
from sellerdesk.rates.selectors import PARIS
from sellerdesk.rates.services import bump, supersede
from sellerdesk.rates.tables import sync_tables

type Row = dict[str, object]


@dataclass(frozen=True)
class Wanted:
    """A version as its file gives it."""

    table: RateTable
    fields: Row
    values: dict[str, Row]

    @property
    def key(self) -> str:
        """Its name in the files."""
        return str(self.fields["key"])

    @property
    def published_at(self) -> datetime:
        """Midnight in Paris of the day it was checked: no clock, so the same everywhere."""
        checked = self.fields["checked_on"]
        assert isinstance(checked, date)  # noqa: S101  narrows the type
        return datetime.combine(checked, time(), PARIS)


@dataclass
class Plan:
    """What a load does; each list holds keys or versions to name in the summary."""

    created: list[Wanted] = field(default_factory=list)
    replaced: list[tuple[RateVersion, Wanted]] = field(default_factory=list)
    withdrawn: list[RateVersion] = field(default_factory=list)
    by_hand: list[str] = field(default_factory=list)
    unchanged: int = 0
    tables_changed: int = 0

    @property
    def changes(self) -> bool:
        """Whether a version is published or closed."""
        return bool(self.created or self.replaced or self.withdrawn)


@transaction.atomic
def load(files: list[Loaded], *, dry_run: bool = False) -> Plan:
    """Load validated files; a dry run rolls everything back."""
    tables, tables_changed = sync_tables(files)
    plan = _plan(files, tables)
    plan.tables_changed = tables_changed
    if dry_run:
        transaction.set_rollback(True)
    elif plan.changes:
        _apply(plan)
    elif tables_changed:
        bump()  # labels are part of the book
    return plan


def _plan(files: list[Loaded], tables: dict[str, RateTable]) -> Plan:
    published = RateVersion.objects.filter(state=State.PUBLISHED, table__in=tables.values())
    by_table: dict[int, list[RateVersion]] = {}
    for version in published.prefetch_related("values__slot"):
        by_table.setdefault(version.table_id, []).append(version)
    plan = Plan()
    for file in files:
        table = tables[file.content.table]
        units = {slot.code: slot.unite for slot in file.content.valeurs}
        checked = file.content.last_check
        wanted = [_wanted(table, v, units, checked) for v in file.content.versions]
        _plan_table(plan, wanted, by_table.get(table.pk, []))
    return plan


def _plan_table(plan: Plan, wanted: list[Wanted], published: list[RateVersion]) -> None:
    hand = [v for v in published if v.origin == Origin.HAND]
    ours = {v.key: v for v in published if v.origin == Origin.FILE}
    keys = {item.key for item in wanted}
    renamed = {v.valid_from: v for v in ours.values() if v.key not in keys}
    handled = {v.key for v in ours.values() if v.key in keys}
    for item in wanted:
        start = item.fields["valid_from"]
        holder = next((v for v in hand if v.key == item.key or v.valid_from == start), None)
        old = ours.get(item.key) or renamed.get(start)  # type: ignore[call-overload]
        if holder is not None and _stored(holder) != _content(item):
            plan.by_hand.append(item.key)
        elif holder is not None or (old is not None and _stored(old) == _content(item)):
            plan.unchanged += 1
        elif old is None:
            plan.created.append(item)
        else:
            plan.replaced.append((old, item))
        if old is not None:
            handled.add(old.key)
    plan.withdrawn += [v for v in ours.values() if v.key not in handled]


_NO_SOURCE = Source.model_construct(titre="")  # an end may be known from the next rate only


def _wanted(
    table: RateTable, version: Version, units: dict[str, str], checked: date | None
) -> Wanted:
    source = version.source or _NO_SOURCE
    fields: Row = {
        "key": version.cle,
        "valid_from": version.debut,
        "ends": version.fin,
        "source_title": source.titre,
        "source_url": source.adresse,
        "reference": source.reference,
        "journal_date": source.journal,
        "checked_on": version.verifie_le or checked,
        "seen_on": version.lu_le,
        "confidence": (version.confiance or Confidence.UNSURE).value,
        "base": version.base,
        "note": version.note,
    }
    values = {code: _wanted_value(v, units[code]) for code, v in version.valeurs.items()}
    return Wanted(table, fields, values)


def _wanted_value(value: Value, unit: str) -> Row:
    return {
        "value": value.valeur,
        "unit": unit,
        "confidence": value.confiance.value if value.confiance else "",
        "source_title": value.source.titre if value.source else "",
        "source_url": value.source.adresse if value.source else "",
        "reference": value.source.reference if value.source else "",
        "note": value.note,
    }


_VERSION_FIELDS = (
    "key", "valid_from", "ends", "source_title", "source_url", "reference", "journal_date",
    "checked_on", "seen_on", "confidence", "base", "note",
)  # fmt: skip
_VALUE_FIELDS = (
    "value", "unit", "confidence", "source_title", "source_url", "reference", "note",
)  # fmt: skip


def _content(item: Wanted) -> tuple[Row, dict[str, Row]]:
    return item.fields, item.values


def _stored(version: RateVersion) -> tuple[Row, dict[str, Row]]:
    fields = {name: getattr(version, name) for name in _VERSION_FIELDS}
    values = {
        value.slot.code: {name: getattr(value, name) for name in _VALUE_FIELDS}
        for value in version.values.all()
    }
    return fields, values


def _apply(plan: Plan) -> None:
    """Close first, publish next: two versions may have swapped their starts."""
    revision = bump().revision
    replaces: dict[str, RateVersion] = {}
    closing: dict[datetime, list[int]] = {}
    for old, item in plan.replaced:
        replaces[item.key] = old
        closing.setdefault(_instant(item, old), []).append(old.pk)
    if plan.withdrawn:
        now = timezone.now().replace(microsecond=0)
        closing.setdefault(now, []).extend(version.pk for version in plan.withdrawn)
    for at, versions in closing.items():
        supersede(versions, at=at, revision=revision)
    _publish(plan.created + [item for _, item in plan.replaced], replaces, revision)


def _publish(items: list[Wanted], replaces: dict[str, RateVersion], revision: int) -> None:
    versions = [
        RateVersion(
            **item.fields,
            table=item.table,
            state=State.PUBLISHED,
            origin=Origin.FILE,
            replaces=replaces.get(item.key),
            published_at=_instant(item, replaces.get(item.key)),
            published_revision=revision,
        )
        for item in items
    ]
    RateVersion._base_manager.bulk_create(versions)
    slots = {slot.code: slot for slot in RateSlot.objects.all()}
    RateValue._base_manager.bulk_create(
        RateValue(version=version, slot=slots[code], **row)
        for version, item in zip(versions, items, strict=True)
        for code, row in item.values.items()
    )


def _instant(item: Wanted, old: RateVersion | None) -> datetime:
    """Never before the publication of what it replaces."""
    return (
        max(item.published_at, old.published_at) if old and old.published_at else item.published_at
    )
