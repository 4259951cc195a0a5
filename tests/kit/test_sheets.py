"""Declared lines, their rounding and units; days and the spans they narrow."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit.amounts import Input, Rate
from calculators.kit.lines import Line, Sheet, declared
from calculators.kit.rates import MissingRate, RateCode
from calculators.kit.units import CENT, DATE, EUR, EXACT, NUMBER, PERCENT, UNIT, UnitError
from tests.kit.toy import BOOK, CHANGE, COMMISSION, END, FRAIS, Genre, ToyInputs


class Two(Sheet):
    """Two lines."""

    brut = declared("Brut", CENT, nature="marchandises", section="haut", level="total", help="Aide")
    part = declared("Part", EXACT, unit=PERCENT)


def sheet(**given: Any) -> Two:
    return Two(ToyInputs(**{"jour": date(2024, 6, 1), "prix": "9.995", **given}), BOOK)


def test_an_attribute_is_a_line_rounded_once() -> None:
    m = sheet()
    m.brut = m["prix"] * 1
    assert m.brut.code == "brut"
    assert m.brut.value == Decimal("10.00")
    assert m.brut.raw.value == Decimal("9.995")
    assert list(m.lines) == ["brut"]


def test_a_declaration_keeps_its_words() -> None:
    known = Two.brut.declaration
    assert (known.label, known.nature, known.section) == ("Brut", "marchandises", "haut")
    assert (known.level, known.help, known.unit) == ("total", "Aide", EUR)


def test_later_lines_refer_to_the_line_and_its_rounded_value() -> None:
    m = sheet()
    m.brut = m["prix"] * 1
    m.part = m.brut / m["prix"]
    assert m.part.raw.args[0] is m.brut
    assert m.part.value == Decimal("10.00") / Decimal("9.995").quantize(Decimal("0.001"))


def test_a_line_is_computed_once() -> None:
    m = sheet()
    m.brut = m["prix"]
    with pytest.raises(ValueError, match="« brut » is computed twice"):
        m.brut = m["prix"]


def test_a_line_is_read_after_it_is_computed() -> None:
    with pytest.raises(AttributeError, match="« brut » is not computed yet"):
        _ = sheet().brut


def test_two_sheets_share_nothing() -> None:
    first, second = sheet(), sheet(prix="1")
    first.brut, second.brut = first["prix"], second["prix"]
    assert (first.brut.value, second.brut.value) == (Decimal(10), Decimal(1))


def test_a_line_refuses_another_unit() -> None:
    m = sheet()
    with pytest.raises(UnitError, match="part"):
        m.part = m["prix"]
    with pytest.raises(UnitError, match="brut"):
        m.brut = m["prix"] / m["prix"]
    assert m.lines == {}


def test_a_quotient_may_stand_on_a_line_of_percentages() -> None:
    m = sheet(ventes=1)
    m.part = m["ventes"] / 8
    assert (m.part.value, m.part.unit) == (Decimal("0.125"), PERCENT)


def test_a_line_known_at_run_time_has_its_own_code_and_unit() -> None:
    m = sheet(ventes=3)
    line = m.line("mois_1", "Janvier", m["prix"], CENT, section="mois")
    other = m.line("nombre", "Nombre", m["ventes"], UNIT, unit=NUMBER)
    assert m.lines == {"mois_1": line, "nombre": other}
    assert (line.declaration.section, line.unit, other.unit) == ("mois", EUR, NUMBER)


def test_present_lines_come_in_the_order_asked() -> None:
    m = sheet()
    m.part = m["prix"] / m["prix"]
    m.brut = m["prix"]
    assert [line.code for line in m.present(("brut", "absent", "part"))] == ["brut", "part"]


def test_an_input_is_one_leaf_in_the_unit_of_its_field() -> None:
    m = sheet(remise="12.5", ventes=3)
    assert m["prix"] is m["prix"]
    assert (m["prix"].value, m["prix"].unit) == (Decimal("9.995"), EUR)
    assert (m["remise"].value, m["remise"].unit) == (Decimal("0.125"), PERCENT)
    assert (m["ventes"].value, m["ventes"].unit) == (Decimal(3), NUMBER)


def test_an_absent_optional_has_no_amount() -> None:
    with pytest.raises(KeyError, match="remise"):
        _ = sheet()["remise"]


def test_a_choice_is_not_an_amount() -> None:
    with pytest.raises((TypeError, ArithmeticError)):
        _ = sheet(genre=Genre.NEUF)["genre"]


def test_a_rate_is_one_leaf_a_day_in_points_of_its_unit() -> None:
    m = sheet()
    on = m.day("jour")
    commission = m.rate(COMMISSION, on)
    assert commission is m.rate(COMMISSION, on)
    assert isinstance(commission, Rate)
    assert (commission.value, commission.unit) == (Decimal("0.125"), PERCENT)
    assert (m.rate(FRAIS, on).value, m.rate(FRAIS, on).unit) == (Decimal("0.30"), EUR)


@pytest.mark.parametrize(
    ("jour", "code", "low", "high"),
    [
        (date(2020, 6, 30), COMMISSION, date.min, CHANGE),
        (CHANGE, COMMISSION, CHANGE, date.max),
        (date(2024, 12, 31), FRAIS, date(2012, 1, 1), END),
    ],
)
def test_a_rate_narrows_the_day_to_its_period(
    jour: date, code: RateCode, low: date, high: date
) -> None:
    m = sheet(jour=jour)
    m.rate(code, m.day("jour"))
    assert m.spans == {"jour": (low, high)}


def test_a_missing_rate_narrows_nothing_and_says_what_is_missing() -> None:
    m = sheet(jour=END)
    with pytest.raises(MissingRate) as caught:
        m.rate(FRAIS, m.day("jour"))
    assert (caught.value.code, caught.value.on, caught.value.label) == ("frais", END, "Frais")


def test_each_day_has_its_own_span() -> None:
    m = sheet(fin=date(2019, 1, 1))
    m.rate(COMMISSION, m.day("jour"))
    m.rate(COMMISSION, m.day("fin"))
    assert m.spans == {"jour": (CHANGE, date.max), "fin": (date.min, CHANGE)}


def test_a_year_narrows_to_the_year() -> None:
    m = sheet()
    assert m.day("jour").year == 2024
    assert m.spans == {"jour": (date(2024, 1, 1), date(2025, 1, 1))}


@pytest.mark.parametrize("jour", [date.min, date(9999, 1, 1), date.max])
def test_any_day_has_a_year(jour: date) -> None:
    assert sheet(jour=jour).day("jour").year == jour.year


@given(
    jour=st.dates(date(2015, 1, 1), date(2026, 1, 1)),
    limits=st.lists(st.dates(date(2015, 1, 1), date(2026, 1, 1)), max_size=5),
    other=st.dates(date(2014, 1, 1), date(2027, 1, 1)),
)
def test_every_day_of_the_span_gives_the_same_answers(
    jour: date, limits: list[date], other: date
) -> None:
    def answers(asked: date) -> tuple[list[object], tuple[date, date]]:
        m = sheet(jour=asked)
        on = m.day("jour")
        said: list[object] = [on.before(limit) for limit in limits]
        said += [m.rate(COMMISSION, on).fact, on.year if limits else 0]
        return said, m.spans["jour"]

    here, (low, high) = answers(jour)
    assert low <= jour < high
    there, span = answers(other)
    assert (low <= other < high) == (span == (low, high))
    if low <= other < high:
        assert here == there


def test_a_day_is_an_amount() -> None:
    m = sheet(fin=date(2024, 6, 11))
    duration = m.day("fin").amount - m.day("jour").amount
    assert (duration.value, m.day("fin").amount.unit) == (Decimal(10), DATE)
    assert isinstance(m.day("fin").amount, Input)


def test_refusals_and_remarks_are_kept_in_order() -> None:
    m = sheet()
    m.brut = m["prix"]
    m.refuse(m.brut > 100, "trop", "Trop.", "prix")
    m.warn(m.brut < 0, "moins", "Moins.")
    m.remark("info", "dit", "Dit.", "jour")
    assert m.not_applicable("non", "Non.") is m
    assert [(r.code, r.test is None) for r in m.refusals] == [("trop", False), ("non", True)]
    assert [(r.kind, r.code, r.test is None) for r in m.remarks] == [
        ("warning", "moins", False),
        ("info", "dit", True),
    ]


def test_a_line_is_a_leaf() -> None:
    m = sheet()
    m.brut = m["prix"]
    assert isinstance(m.brut, Line)
    assert m.brut.op is None
