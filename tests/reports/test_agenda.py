"""The calendar file, read back: a day for each declaration, with what is to be paid."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar, Event

from calculators.catalogue import calculators
from calculators.kit.calculator import Result
from sellerdesk.reports import agenda
from tests.books import committed_book


def result(**given: object) -> Result:
    calculator = calculators()["micro-entrepreneur"]
    inputs = calculator.inputs.model_validate({"annee": 2026, "ca_ventes": "120000", **given})
    return calculator.calculate(inputs=inputs, rates=committed_book())


def events(made: Result) -> list[Any]:
    """The events of the file; their properties are of a dozen kinds, so they are not typed."""
    calendar = Calendar.from_ical(agenda.render(made))
    return [part for part in calendar.walk("VEVENT") if isinstance(part, Event)]


def test_each_declaration_is_a_day_with_its_amount() -> None:
    found = {str(e["summary"]): e for e in events(result())}

    # 120 000 € in 12 months, 12,3 % + 0,1 % + 0,015 %: 1 230 + 10 + 1,50 → 2 = 1 242 € a month.
    march = found[
        "Déclaration\N{NO-BREAK SPACE}: mars (1\N{NO-BREAK SPACE}242,00\N{NO-BREAK SPACE}€)"
    ]
    assert march["dtstart"].dt == date(2026, 4, 30)
    assert march["dtend"].dt == date(2026, 5, 1)
    assert "Opter pour le versement libératoire de 2027, ou y renoncer" in found
    assert len(found) == 12 + 2


def test_a_reminder_comes_a_week_before() -> None:
    alarms = [part for event in events(result()) for part in event.walk("VALARM")]
    assert {alarm["trigger"].dt for alarm in alarms} == {-timedelta(days=7)}


def test_equal_results_give_the_same_bytes_without_a_clock() -> None:
    assert agenda.render(result()) == agenda.render(result())
    (stamp,) = {event["dtstamp"].dt for event in events(result())}
    assert stamp == datetime(2026, 1, 1, tzinfo=UTC)


def test_identifiers_are_unique_and_stay_when_the_amount_changes() -> None:
    first, second = events(result()), events(result(ca_ventes="60000"))
    assert [e["uid"] for e in first] == [e["uid"] for e in second]
    assert len({e["uid"] for e in first}) == len(first)


@pytest.mark.parametrize("periodicite", ["mensuelle", "trimestrielle"])
def test_the_days_add_up_to_the_year(periodicite: str) -> None:
    made = result(periodicite=periodicite)
    assert sum(due.amount or 0 for due in made.dues) == made["prelevements"]
