"""Funnels: what is left at each step, of the step before and of the first."""

from datetime import date
from typing import Any, ClassVar
from xml.etree import ElementTree

import pytest

from calculators.kit.calculator import Calculator, Headline
from calculators.kit.charts.draw import svg
from calculators.kit.charts.present import charts
from calculators.kit.charts.shapes import FunnelShape
from calculators.kit.charts.specs import Funnel
from calculators.kit.fields import Group, Inputs, asked, quantity
from calculators.kit.lines import Sheet, declared
from calculators.kit.rates import RateBook
from calculators.kit.units import NUMBER, UNIT
from calculators.kit.views import ChartView

RECT = "{http://www.w3.org/2000/svg}rect"


class StepsInputs(Inputs):
    """Three numbers, the last of which may be missing."""

    GROUPS: ClassVar[tuple[Group, ...]] = (Group("tout", "Tout"),)

    jour: date = asked("Jour", group="tout", default=date(2026, 1, 1))
    visites: int = quantity("Visites", group="tout")
    paniers: int = quantity("Paniers", group="tout")
    ventes: int | None = quantity("Ventes", group="tout", default=None)


class Steps(Sheet):
    """Their lines."""

    inputs: StepsInputs

    a = declared("Visites", UNIT, unit=NUMBER)
    b = declared("Paniers", UNIT, unit=NUMBER)
    c = declared("Ventes", UNIT, unit=NUMBER)


def formulas(*, inputs: StepsInputs, rates: RateBook) -> Steps:
    m = Steps(inputs, rates)
    m.a, m.b = m["visites"], m["paniers"]
    if inputs.ventes is not None:
        m.c = m["ventes"]
    return m


CALCULATOR = Calculator(
    slug="etapes", title="Étapes", summary="", intro="", inputs=StepsInputs, sheet=Steps,
    formulas=formulas, main_date="jour", example={"visites": 1, "paniers": 1},
    headline=Headline("a", "", "", ""), charts=(Funnel("etapes", "Étapes", ("a", "b", "c")),),
)  # fmt: skip


def drawn(**given: Any) -> tuple[ChartView, ...]:
    inputs = StepsInputs.model_validate(given)
    return charts(CALCULATOR.calculate(inputs=inputs, rates=RateBook.build(())))


def test_a_funnel_says_each_share_and_has_its_table() -> None:
    """50 ÷ 200 = 25 %; 15 ÷ 50 = 30 %; 15 ÷ 200 = 7,5 %."""
    (chart,) = drawn(visites=200, paniers=50, ventes=15)

    assert isinstance(chart.shape, FunnelShape)
    assert [step.part for step in chart.shape.steps] == [1.0, 0.25, 0.075]
    rows = [tuple(cell.replace("\N{NO-BREAK SPACE}", " ") for cell in r) for r in chart.table.rows]
    assert rows == [
        ("Visites", "200", "", ""), ("Paniers", "50", "25 %", "25 %"),
        ("Ventes", "15", "30 %", "7,5 %"),
    ]  # fmt: skip
    assert "Ventes 15, 30\N{NO-BREAK SPACE}% de l’étape d’avant." in chart.description


@pytest.mark.parametrize("width", [0, 480])
def test_a_bar_is_as_wide_as_what_is_left_and_centred(width: int) -> None:
    (chart,) = drawn(visites=200, paniers=50)
    drawing = ElementTree.fromstring(svg(chart, width=width))  # noqa: S314 our own drawing
    bars = [r for r in drawing.iter(RECT)
            if "nature--reste" in r.get("class", "")]  # fmt: skip

    unit = "%" if width == 0 else ""
    whole = 100.0 if width == 0 else float(width)
    places = [(float((b.get("x") or "").rstrip("%")), float((b.get("width") or "").rstrip("%")))
              for b in bars]  # fmt: skip
    assert places == [(0.0, whole), (whole * 0.375, whole * 0.25)]
    assert (bars[0].get("width") or "").endswith(unit)


def test_more_than_at_the_start_stays_within_the_picture() -> None:
    (chart,) = drawn(visites=10, paniers=40, ventes=0)

    assert isinstance(chart.shape, FunnelShape)
    assert [step.part for step in chart.shape.steps] == [0.25, 1.0, 0.0]
    assert chart.shape.steps[2].share == "0\N{NO-BREAK SPACE}%"
    assert svg(chart)


def test_nothing_at_the_start_draws_nothing() -> None:
    assert not drawn(visites=0, paniers=3)
