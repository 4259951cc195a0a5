"""Values that cannot be: out of bounds, gone, or far from the ones before them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F, Q

from calculators.kit import french, units
from sellerdesk.rates.models import RateSlot, RateValue, RateVersion, State

_LEAP = 2  # from half to twice the value before, a change needs no confirmation


@dataclass(frozen=True, slots=True)
class Leap:
    """A value so far from the one before that whoever publishes confirms it."""

    code: str
    label: str
    before: str
    after: str

    @property
    def token(self) -> str:
        """What is confirmed: this very change, not the next one."""
        return f"{self.code}|{self.before}|{self.after}"


def out_of_bounds(value: Decimal | None, unit: str) -> str:
    """Why a value cannot be, as a French sentence; empty when it can.

    A percentage is 0 to 100 whatever it is a share of (« % du taux » too): no published
    rate is above.
    """
    if value is None:
        return ""
    shown = french.with_unit(value, unit)
    if value < 0:
        return f"{shown}{french.NBSP}: une valeur n’est jamais négative."
    if unit.startswith(units.PERCENT) and value > 100:
        return f"{shown}{french.NBSP}: un pourcentage va de 0 à 100."
    return ""


def values_before(draft: RateVersion) -> dict[RateSlot, RateValue]:
    """The values that a draft takes the place of: those it replaces, else the period before."""
    prior = draft.replaces or _period_before(draft)
    if prior is None:
        return {}
    held = prior.values.select_related("slot")
    return {value.slot: value for value in held if value.value is not None}


def emptied(draft: RateVersion) -> list[RateSlot]:
    """Rates that had a value and that a draft leaves without any, named or not."""
    kept = {value.slot_id for value in draft.values.all() if value.value is not None}
    return [slot for slot in values_before(draft) if slot.pk not in kept]


def leaps(draft: RateVersion) -> list[Leap]:
    """Values of a draft that move by a factor of two or more, or whose unit changes."""
    return list(_leaps(draft))


def _leaps(draft: RateVersion) -> Iterator[Leap]:
    before = values_before(draft)
    for new in draft.values.select_related("slot"):
        old = before.get(new.slot)
        if old is None or old.value is None or new.value is None:
            continue
        if old.unit != new.slot.unit or _far(old.value, new.value):
            yield Leap(
                code=new.slot.code,
                label=new.slot.label,
                before=french.with_unit(old.value, old.unit),
                after=french.with_unit(new.value, new.slot.unit),
            )


def _far(old: Decimal, new: Decimal) -> bool:
    low, high = sorted((old, new))
    return low != high and (low <= 0 or high >= _LEAP * low)


def _period_before(draft: RateVersion) -> RateVersion | None:
    if draft.valid_from is None:
        return None
    earlier = Q(valid_from=None) | Q(valid_from__lt=draft.valid_from)
    published = RateVersion.objects.filter(earlier, table=draft.table_id, state=State.PUBLISHED)
    return published.order_by(F("valid_from").desc(nulls_last=True)).first()
