"""The days of a result as a calendar file (RFC 5545): one event a day, all day, with a reminder.

Equal results give the same bytes: the stamp of an event is the one of the rates, never a clock.
"""

from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from calculators.kit.agenda import amount_text
from calculators.kit.calculator import Result
from calculators.kit.lines import Due

_PRODUCT = "-//SellerDesk//Echeances//FR"
_NOTICE = timedelta(days=7)


def render(result: Result) -> bytes:
    """Return the calendar of a result that has days."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", result.calculator.title)
    for due in result.dues:
        calendar.add_component(_event(result, due))
    content: bytes = calendar.to_ical()
    return content


def _event(result: Result, due: Due) -> Event:
    amount = amount_text(due)
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'{result.calculator.slug}/{due.day}/{due.label}')}")
    event.add("dtstamp", _stamp(result))
    event.add("dtstart", due.day)
    event.add("dtend", due.day + timedelta(days=1))
    event.add("summary", f"{due.label} ({amount})" if amount else due.label)
    event.add("transp", "TRANSPARENT")
    if amount:
        event.add("description", f"À payer : {amount}, selon la simulation {result.stamp}.")
    event.add_component(_reminder(due))
    return event


def _reminder(due: Due) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", due.label)
    alarm.add("trigger", -_NOTICE)
    return alarm


def _stamp(result: Result) -> datetime:
    known = result.stamp.known_on
    if known is not None:
        return known.astimezone(UTC).replace(microsecond=0)
    return datetime(result.on.year, result.on.month, result.on.day, tzinfo=UTC)
