"""Axes of charts: round ticks, short amounts, and where lines cross."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit.charts import scale
from calculators.kit.charts.crossings import Crossing, Values, crossed, settled


def line(*factors: tuple[Any, Any]) -> Any:
    def at(x: Decimal) -> Values:
        return tuple(round(Decimal(str(a)) * x + Decimal(str(b)), 2) for a, b in factors)

    return at


GRID = [Decimal(x) for x in range(0, 100_001, 1_000)]


@given(slope=st.decimals("0.001", 2, places=3), x=st.decimals(10, 99_990, places=2))
def test_two_known_lines_cross_at_the_exact_place(slope: Decimal, x: Decimal) -> None:
    (found,) = crossed(line((slope, -slope * x), (0, 0)), GRID, 2)
    assert abs(found.x - x) <= max(Decimal("0.02"), Decimal("0.006") / slope)


def test_lines_that_touch_or_stay_together_do_not_cross() -> None:
    assert not list(crossed(line((0, 0), (0, 0)), GRID, 2))
    touching: Any = lambda x: (abs(x - 50_000), Decimal(0))  # noqa: E731
    assert not list(crossed(touching, GRID, 2))
    apart: Any = lambda x: (x - 50_000 if abs(x - 50_000) > 5_000 else None, Decimal(0))  # noqa: E731
    assert not list(crossed(apart, GRID, 2))


def test_a_long_tie_is_left_where_it_starts() -> None:
    tied: Any = lambda x: (min(x - 20_000, Decimal(0)) + max(x - 60_000, Decimal(0)), Decimal(0))  # noqa: E731
    (found,) = crossed(tied, GRID, 2)
    assert abs(found.x - 20_000) < 1


def test_a_jump_from_one_side_to_the_other_is_found() -> None:
    jump: Any = lambda x: (Decimal(-1) if x < 33_333 else Decimal(1), Decimal(0))  # noqa: E731
    (found,) = crossed(jump, GRID, 2)
    assert abs(found.x - 33_333) < 1


def test_lines_that_meet_are_printed_at_one_value() -> None:
    at: Any = lambda x: (Decimal("10.02"), Decimal("10.00"), Decimal("10.01"), Decimal(90))  # noqa: E731
    first, second, jump = (
        Crossing(pair, Decimal(1), Decimal("10.02")) for pair in ((0, 1), (0, 2), (1, 3))
    )

    assert settled([first], at, Decimal("0.5")) == {0: Decimal("10.00"), 1: Decimal("10.00")}
    assert set(settled([first, second], at, Decimal("0.5")).values()) == {Decimal("10.00")}
    assert settled([jump], at, Decimal("0.5")) == {}
    assert settled([first], lambda x: (None, Decimal(1)), Decimal(5)) == {}


@given(st.lists(st.decimals(-(10**15), 10**15, places=2), max_size=5), st.integers(2, 10))
def test_axes_hold_their_values_and_have_round_ticks(values: list[Decimal], most: int) -> None:
    axis = scale.around(values, most=most)
    assert axis.low < axis.high
    assert all(-1e-9 <= axis.at(value) <= 1 + 1e-9 for value in [*values, Decimal(0)])
    assert 1 <= len(axis.ticks) <= most + 3
    assert {str(axis.step.normalize().as_tuple().digits[0])} <= {"1", "2", "5"}


@pytest.mark.parametrize(
    ("value", "tick", "brief"),
    [
        ("20000", "20 000 €", "20 000 €"),
        ("0.5", "0,5 €", "0,50 €"),
        ("1500000", "1,5 M€", "1 500 000 €"),
        ("-2000000000", "−2 Md€", "−2 Md€"),
        ("1000000000000", "1 000 Md€", "1 000 Md€"),
        ("0", "0 €", "0 €"),
        ("100000000", "100 M€", "100 000 000 €"),
    ],
)
def test_amounts_are_written_short(value: str, tick: str, brief: str) -> None:
    assert scale.tick(Decimal(value), "€").replace("\xa0", " ") == tick
    assert scale.brief(Decimal(value), "€").replace("\xa0", " ") == brief
