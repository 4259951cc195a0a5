"""Numbers as the French write and type them."""

import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit import french

WRITTEN = {
    "zero": ("0", None, "0"),
    "no trailing zero": ("12.300", None, "12,3"),
    "thousands": ("1234567.5", None, "1\u00a0234\u00a0567,5"),
    "three digits": ("999", None, "999"),
    "four digits": ("1000", None, "1\u00a0000"),
    "places are kept": ("12", 2, "12,00"),
    "half a cent goes up": ("0.125", 2, "0,13"),
    "half a cent goes up from an even cent": ("0.005", 2, "0,01"),
    "half a cent goes away from zero": ("-0.125", 2, "−0,13"),
    "negative": ("-1234.5", 2, "−1\u00a0234,50"),
    "no minus zero": ("-0", None, "0"),
    "no minus zero with places": ("-0.00", 2, "0,00"),
    "no minus on what is shown as zero": ("-0.004", 2, "0,00"),
    "a power of ten": ("1E+6", None, "1\u00a0000\u00a0000"),
    "a tiny number": ("1E-9", None, "0,000000001"),
    "no number": ("NaN", None, "non\u00a0calculable"),
}


@pytest.mark.parametrize("case", WRITTEN)
def test_a_number_is_written_in_french(case: str) -> None:
    value, places, text = WRITTEN[case]
    assert french.number(Decimal(value), places) == text


UNITS = {
    "euros have cents": ("1234", "€", "1\u00a0234,00\u00a0€"),
    "a tenth of a cent is not hidden": ("0.125", "€", "0,125\u00a0€"),
    "an exact rate in euros": ("0.3", "€", "0,30\u00a0€"),
    "a unit per part": ("5875", "€/part", "5\u00a0875,00\u00a0€/part"),
    "a percentage": ("12.30", "%", "12,3\u00a0%"),
    "one day": ("1", "jours", "1\u00a0jour"),
    "minus one day": ("-1", "jours", "−1\u00a0jour"),
    "two days": ("2", "jours", "2\u00a0jours"),
    "less than two is singular": ("1.5", "ventes", "1,5\u00a0vente"),
    "one part and a half": ("1.5", "part", "1,5\u00a0part"),
    "two parts": ("2", "part", "2\u00a0parts"),
    "no part": ("0", "parts", "0\u00a0part"),
    "one bracket": ("1", "tranches", "1\u00a0tranche"),
    "five brackets": ("5", "tranche", "5\u00a0tranches"),
    "half a day a month": ("0.5", "jours par mois", "0,5\u00a0jour par mois"),
    "days a month": ("18", "jours par mois", "18\u00a0jours par mois"),
    "one hour a month": ("1", "heures par mois", "1\u00a0heure par mois"),
    "a day late": ("1", "jours de retard", "1\u00a0jour de retard"),
    "a day of a period": ("1", "jours de la période", "1\u00a0jour de la période"),
    "a year": ("1", "ans", "1\u00a0an"),
    "a month never changes": ("1", "mois", "1\u00a0mois"),
    "no unit": ("3.5", "", "3,5"),
    "not computable": ("NaN", "€", "non\u00a0calculable"),
}


@pytest.mark.parametrize("case", UNITS)
def test_a_value_wears_its_unit(case: str) -> None:
    value, unit, text = UNITS[case]
    assert french.with_unit(Decimal(value), unit) == text


def test_no_value_is_not_computable() -> None:
    assert french.with_unit(None, "€") == french.NOT_COMPUTABLE


def test_a_ratio_is_written_as_a_percentage() -> None:
    assert french.percent(Decimal("0.123")) == "12,3\u00a0%"


TYPED = {
    "12": "12",
    "12,5": "12.5",
    "12.5": "12.5",
    "12,": "12",
    ",5": "0.5",
    ".5": "0.5",
    "1 234,56": "1234.56",
    "1\u00a0234,56": "1234.56",
    "1\u202f234,56": "1234.56",
    " 1 234.56\t": "1234.56",
    "-3,5": "-3.5",
    "−3,5": "-3.5",
    "+3,5": "3.5",
    "007": "7",
    "1.234": "1.234",
    "12 €": "12",
    "12,3\u00a0%": "12.3",
}


@pytest.mark.parametrize("text", TYPED)
def test_what_is_typed_is_read(text: str) -> None:
    assert french.parse(text) == Decimal(TYPED[text])


REFUSED = ["", " ", "douze", "1.234,56", "1,234.56", "1,2,3", "1.2.3", "1e5", "NaN", "Infinity",
           "--1", "-", "+", ",", "€", "€12", "12 $", "1_000", "0x1F", "１２", "١٢", "²", "1\n2",
           "1/2"]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        french.parse(text)


@pytest.mark.parametrize("text", ["9" * 2000, "x" * 2000, "0," + "1" * 1998], ids=["9", "x", "0,"])
def test_two_thousand_characters_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        french.parse(text)


def test_forty_decimals_are_read_whole_for_the_field_to_refuse() -> None:
    assert french.parse("0," + "1" * 40) == Decimal("0." + "1" * 40)


AMOUNTS = st.decimals(-(10**12), 10**12, allow_nan=False, places=6)


@given(AMOUNTS)
def test_what_is_written_is_read_back(value: Decimal) -> None:
    assert french.parse(french.number(value)) == value


@given(AMOUNTS, st.integers(0, 6))
def test_what_is_written_with_places_is_at_most_half_a_step_away(value: Decimal, at: int) -> None:
    written = french.number(value, at)
    assert abs(french.parse(written) - value) <= Decimal("0.5").scaleb(-at)
    assert len(written.partition(",")[2]) == at
    assert " " not in written


@given(st.text(max_size=70))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert french.parse(text).is_finite()


DAYS = {
    "22/11/2026": date(2026, 11, 22),
    "1/6/2026": date(2026, 6, 1),
    "01.06.2026": date(2026, 6, 1),
    "2026-06-01": date(2026, 6, 1),
    " 2026-06-01 ": date(2026, 6, 1),
    "29/02/2024": date(2024, 2, 29),
}


@pytest.mark.parametrize("text", DAYS)
def test_a_day_is_read(text: str) -> None:
    assert french.parse_day(text) == DAYS[text]


@pytest.mark.parametrize(
    "text",
    ["", "demain", "31/02/2026", "29/02/2025", "2026-13-01", "1/6/26", "2026/06/01", "20260601",
     "00/01/2026", "2026-06-01T00:00", "22-11-2026", "01/01/0000", "١/٦/٢٠٢٦"],
)  # fmt: skip
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        french.parse_day(text)


@given(st.dates())
def test_a_day_is_written_and_read_back(day: date) -> None:
    assert french.parse_day(french.day(day)) == day


def test_no_day_is_written_as_nothing() -> None:
    assert french.day(None) == ""
