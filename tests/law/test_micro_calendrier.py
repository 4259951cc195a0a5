"""The calendar of declarations: what each one covers, the last day to send it."""

from datetime import date

import pytest

from calculators.law.micro.calendrier import Periodicite, declarations, libelle
from calculators.law.micro.echeances import limite_option

MOIS, TRIMESTRE = Periodicite.MENSUELLE, Periodicite.TRIMESTRIELLE


def due(annee: int, periodicite: Periodicite, created: str = "") -> list[str]:
    """« months: last day » of each declaration; a star marks the first one of a business."""
    start = date.fromisoformat(f"{created}-01") if created else None
    return [
        f"{d.libelle}: {d.echeance.isoformat()}{' *' if d.premiere else ''}"
        for d in declarations(annee, periodicite, start)
    ]


def test_every_month_is_declared_at_the_end_of_the_next_one() -> None:
    found = [d.echeance.isoformat() for d in declarations(2026, MOIS)]
    assert found == [
        "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31",
        "2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30", "2026-12-31", "2027-01-31",
    ]  # fmt: skip
    assert [d.mois for d in declarations(2026, MOIS)] == [
        (date(2026, month, 1),) for month in range(1, 13)
    ]


def test_every_quarter_is_declared_at_the_end_of_the_month_that_follows() -> None:
    assert due(2026, TRIMESTRE) == [
        "janvier à mars: 2026-04-30", "avril à juin: 2026-07-31",
        "juillet à septembre: 2026-10-31", "octobre à décembre: 2027-01-31",
    ]  # fmt: skip


@pytest.mark.parametrize(("annee", "last"), [(2024, "2024-02-29"), (2026, "2026-02-28")])
def test_january_is_due_on_the_last_day_of_february(annee: int, last: str) -> None:
    assert declarations(annee, MOIS)[0].echeance.isoformat() == last


# Begun on 6 March 2025: 31 July either way, the example of the facts.
FIRST = {
    ("2025-01", MOIS): "janvier à avril: 2025-05-31 *",
    ("2025-02", MOIS): "février à mai: 2025-06-30 *",
    ("2025-03", MOIS): "mars à juin: 2025-07-31 *",
    ("2025-04", MOIS): "avril à juillet: 2025-08-31 *",
    ("2025-05", MOIS): "mai à août: 2025-09-30 *",
    ("2025-06", MOIS): "juin à septembre: 2025-10-31 *",
    ("2025-07", MOIS): "juillet à octobre: 2025-11-30 *",
    ("2025-08", MOIS): "août à novembre: 2025-12-31 *",
    ("2025-09", MOIS): "septembre à décembre: 2026-01-31 *",
    # What falls in the next year is declared with it, and counted in that year.
    ("2025-10", MOIS): "octobre à décembre: 2026-02-28 *",
    ("2025-11", MOIS): "novembre à décembre: 2026-03-31 *",
    ("2025-12", MOIS): "décembre: 2026-04-30 *",
    ("2025-01", TRIMESTRE): "janvier à juin: 2025-07-31 *",
    ("2025-02", TRIMESTRE): "février à juin: 2025-07-31 *",
    ("2025-03", TRIMESTRE): "mars à juin: 2025-07-31 *",
    ("2025-04", TRIMESTRE): "avril à septembre: 2025-10-31 *",
    ("2025-05", TRIMESTRE): "mai à septembre: 2025-10-31 *",
    ("2025-06", TRIMESTRE): "juin à septembre: 2025-10-31 *",
    ("2025-07", TRIMESTRE): "juillet à décembre: 2026-01-31 *",
    ("2025-09", TRIMESTRE): "septembre à décembre: 2026-01-31 *",
    ("2025-10", TRIMESTRE): "octobre à décembre: 2026-04-30 *",
    ("2025-12", TRIMESTRE): "décembre: 2026-04-30 *",
}


@pytest.mark.parametrize(("created", "periodicite"), FIRST)
def test_the_first_declaration_waits(created: str, periodicite: Periodicite) -> None:
    """The month of creation and the three that follow; or the quarter and the next one."""
    assert due(2025, periodicite, created)[0] == FIRST[created, periodicite]


def test_after_the_first_declaration_the_year_goes_on_as_usual() -> None:
    assert due(2025, MOIS, "2025-08") == [
        "août à novembre: 2025-12-31 *", "décembre: 2026-01-31",
    ]  # fmt: skip
    assert due(2025, TRIMESTRE, "2025-02") == [
        "février à juin: 2025-07-31 *", "juillet à septembre: 2025-10-31",
        "octobre à décembre: 2026-01-31",
    ]  # fmt: skip


@pytest.mark.parametrize("periodicite", Periodicite)
@pytest.mark.parametrize("month", range(1, 13))
def test_two_years_cover_every_month_from_the_creation_once(
    month: int, periodicite: Periodicite
) -> None:
    created = date(2025, month, 1)
    covered = [
        m for annee in (2025, 2026) for d in declarations(annee, periodicite, created)
        for m in d.mois
    ]  # fmt: skip
    first_year = [date(2025, n, 1) for n in range(month, 13)]
    assert covered == first_year + [date(2026, n, 1) for n in range(1, 13)]


def test_a_december_creation_ends_its_first_declaration_in_the_next_year() -> None:
    assert due(2026, MOIS, "2025-12")[:2] == [
        "janvier à mars: 2026-04-30 *", "avril: 2026-05-31",
    ]  # fmt: skip
    assert due(2026, TRIMESTRE, "2025-12")[:2] == [
        "janvier à mars: 2026-04-30 *", "avril à juin: 2026-07-31",
    ]  # fmt: skip
    assert due(2026, MOIS, "2025-10")[:2] == ["janvier: 2026-02-28 *", "février: 2026-03-31"]


@pytest.mark.parametrize("created", ["2025-09", "2025-03", "2020-12", "2009-01"])
def test_once_the_first_declaration_is_past_a_year_is_a_plain_one(created: str) -> None:
    for periodicite in Periodicite:
        assert due(2026, periodicite, created) == due(2026, periodicite)


def test_a_run_of_months_is_said_as_a_person_does() -> None:
    assert libelle((date(2026, 3, 1),)) == "mars"
    assert libelle((date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1))) == "février à avril"


@pytest.mark.parametrize(
    ("annee", "last"), [(2010, "2010-12-31"), (2017, "2017-12-31"), (2026, "2026-09-30")]
)
def test_the_option_for_the_next_year_had_another_last_day(annee: int, last: str) -> None:
    assert limite_option(annee).isoformat() == last
