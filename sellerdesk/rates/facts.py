"""From stored versions to the facts of the kit's rate book."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby

from calculators.kit.rates import Confidence, RateFact
from sellerdesk.rates.models import RateSlot, RateValue, RateVersion


def facts_of(versions: Iterable[RateVersion]) -> Iterator[RateFact]:
    """Yield every fact of some versions, with their table and values already read.

    A version speaks for its whole table: a rate that had a value and that the version
    does not name has none any more, rather than last year's in silence.
    """
    ordered = sorted(versions, key=lambda v: (v.table.code, v.valid_from or date.min))
    for _, group in groupby(ordered, key=lambda v: v.table_id):
        yield from _table_facts(group)


def _table_facts(versions: Iterable[RateVersion]) -> Iterator[RateFact]:
    opened: dict[int, RateValue] = {}
    for version in versions:
        values = {} if version.ends else {v.slot_id: v for v in version.values.all()}
        for slot_id in sorted(opened.keys() - values.keys()):
            closed = opened.pop(slot_id)
            yield _fact(version, closed.slot, closed.unit, None)
        for slot_id, value in values.items():
            yield _fact(version, value.slot, value.unit, value.value, value)
            if value.value is not None:
                opened[slot_id] = value
            else:
                opened.pop(slot_id, None)


def _fact(
    version: RateVersion,
    slot: RateSlot,
    unit: str,
    value: Decimal | None,
    own: RateValue | None = None,
) -> RateFact:
    def proof(name: str) -> str:
        return str((own and getattr(own, name)) or getattr(version, name))

    sourced = own is not None and bool(own.source_title)
    return RateFact(
        code=slot.code,
        label=slot.label,
        unit=unit,
        value=value,
        valid_from=version.valid_from,
        key=version.key,
        table=version.table.code,
        source_title=proof("source_title"),
        # another source's title never wears this source's address
        source_url=own.source_url if own and sourced else proof("source_url"),
        reference=proof("reference"),
        journal_date=version.journal_date,
        checked_on=version.checked_on,
        seen_on=version.seen_on,
        confidence=Confidence(proof("confidence")),
        base=version.base,
        note=proof("note"),
    )
