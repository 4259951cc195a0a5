"""Traced amounts: arithmetic that remembers itself, and refuses what it could not trace."""

import math
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given

from calculators.kit import operations as op
from calculators.kit import readings
from calculators.kit.amounts import (
    Amount,
    Input,
    bareme,
    ceiling,
    constant,
    floor,
    maximum,
    minimum,
    rounded,
    total,
    tranche,
    walk,
    when,
)  # fmt: skip
from calculators.kit.units import CENT, DATE, DAYS, EUR, EXACT, NAN, NUMBER, PERCENT, UnitError
from tests.kit import formulas as f


def euros(value: str) -> Input:
    return Input("prix", Decimal(value), EUR)


def ratio(value: str) -> Input:
    return Input("taux", Decimal(value), PERCENT)


TEN, THREE, HALF = euros("10"), euros("3"), ratio("0.5")

RESULTS: dict[str, tuple[Callable[[], Amount], str, str]] = {
    "a sum": (lambda: TEN + THREE, "13", EUR),
    "a sum with a number": (lambda: TEN + 1, "11", EUR),
    "a number first": (lambda: 1 + TEN, "11", EUR),
    "a difference": (lambda: THREE - TEN, "-7", EUR),
    "a difference, a number first": (lambda: 1 - TEN, "-9", EUR),
    "a rate": (lambda: TEN * HALF, "5.0", EUR),
    "a product with a number": (lambda: 3 * TEN, "30", EUR),
    "a quotient": (lambda: TEN / 4, "2.5", EUR),
    "like over like": (lambda: TEN / euros("4"), "2.5", NUMBER),
    "one over a ratio": (lambda: 1 / HALF, "2", NUMBER),
    "one minus a ratio": (lambda: 1 - HALF, "0.5", NUMBER),
    "a ratio and a ratio": (lambda: HALF + HALF, "1.0", PERCENT),
    "a power": (lambda: constant(3) ** 2, "9", NUMBER),
    "the smallest": (lambda: minimum(TEN, THREE, 5), "3", EUR),
    "the largest": (lambda: maximum(TEN, THREE, 50), "50", EUR),
    "the largest of a number and an amount": (lambda: maximum(0, THREE), "3", EUR),
    "the whole number above": (lambda: ceiling(TEN / euros("4")), "3", NUMBER),
    "the whole number below": (lambda: floor(TEN / euros("4")), "2", NUMBER),
    "on the cent": (lambda: rounded(euros("17.615"), CENT), "17.62", EUR),
    "left exact": (lambda: rounded(euros("17.615"), EXACT), "17.615", EUR),
    "the branch that holds": (lambda: when(THREE < TEN, THREE, TEN), "3", EUR),
    "the other branch": (lambda: when(THREE > TEN, THREE, TEN), "10", EUR),
    "a branch that is a number": (lambda: when(THREE >= 3, 0, TEN), "0", EUR),
    "two branches that are numbers": (lambda: when(THREE <= 2, 1, 2), "2", NUMBER),
    "a division by zero": (lambda: TEN / 0, "NaN", EUR),
    "what follows a division by zero": (lambda: maximum(TEN / 0, 0) + 1, "NaN", EUR),
}


@pytest.mark.parametrize("case", RESULTS)
def test_arithmetic_gives_a_value_and_a_unit(case: str) -> None:
    compute, value, unit = RESULTS[case]
    amount = compute()
    assert str(amount.value) == value
    assert amount.unit == unit


REFUSED: dict[str, Callable[[], object]] = {
    "a truth value": lambda: bool(TEN),
    "the truth of a comparison": lambda: bool(THREE < TEN),
    "an if": lambda: 1 if THREE < TEN else 2,
    "a chained comparison": lambda: 1 < TEN < 20,
    "all": lambda: all([TEN, THREE]),
    "not": lambda: not TEN,
    "equality": lambda: TEN == THREE,
    "equality with a number": lambda: TEN == 10,
    "inequality": lambda: TEN != THREE,
    "equality of comparisons": lambda: (THREE < TEN) == (TEN < THREE),
    "membership": lambda: TEN in [THREE],
    "float()": lambda: float(TEN),
    "int()": lambda: int(TEN),  # type: ignore[call-overload]
    "round()": lambda: round(TEN),  # type: ignore[call-overload]
    "math.sqrt": lambda: math.sqrt(TEN),
    "plus a float": lambda: TEN + 0.1,  # type: ignore[operator]
    "a float times": lambda: 0.1 * TEN,  # type: ignore[operator]
    "less than a float": lambda: TEN < 0.1,  # type: ignore[operator]
    "divided by a float": lambda: TEN / 0.5,  # type: ignore[operator]
    "to a float power": lambda: TEN**0.5,  # type: ignore[operator]
    "a float constant": lambda: constant(0.1),  # type: ignore[arg-type]
    "a boolean constant": lambda: constant(True),
    "a text": lambda: TEN + "1",  # type: ignore[operator]
    "nothing": lambda: TEN + None,  # type: ignore[operator]
    "a float branch": lambda: when(THREE < TEN, TEN, 0.5),  # type: ignore[arg-type]
    "the largest with a float": lambda: maximum(TEN, 0.5),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_could_not_be_traced_raises(case: str) -> None:
    with pytest.raises(TypeError):
        REFUSED[case]()


MIXED: dict[str, Callable[[], object]] = {
    "euros + a ratio": lambda: TEN + HALF,
    "euros × euros": lambda: TEN * THREE,
    "a number ÷ euros": lambda: 1 / TEN,
    "euros < a ratio": lambda: TEN < HALF,
    "the smallest of euros and a ratio": lambda: minimum(TEN, HALF),
    "a total of euros and days": lambda: total([TEN, Input("jours", Decimal(3), DAYS)]),
    "branches of two natures": lambda: when(THREE < TEN, TEN, HALF),
    "when() without a comparison": lambda: when(TEN, TEN, THREE),
    "a date + euros": lambda: Input("jour", Decimal(1), DATE) + Input("prix", Decimal(1), EUR),
}


@pytest.mark.parametrize("case", MIXED)
def test_natures_do_not_mix(case: str) -> None:
    with pytest.raises(UnitError):
        MIXED[case]()


def test_two_dates_give_days() -> None:
    days = Input("fin", Decimal(740_000), DATE) - Input("debut", Decimal(739_990), DATE)
    assert (days.value, days.unit) == (Decimal(10), DAYS)


def test_both_branches_are_computed_and_only_the_one_taken_counts() -> None:
    guarded = when(THREE > 0, TEN, TEN / 0)
    assert guarded.value == 10
    assert guarded.args[2].value.is_nan()


def test_a_test_that_cannot_be_computed_spreads() -> None:
    assert when(TEN / 0 > 1, TEN, THREE).value.is_nan()


def test_three_hundred_amounts_make_one_node() -> None:
    amounts = [euros(f"{index}.01") for index in range(300)]
    sum_of_all = total(amounts)
    assert sum_of_all.value == sum(range(300)) + 3
    assert sum_of_all.op is op.SUM
    assert sum_of_all.args == tuple(amounts)


def test_a_total_of_nothing_is_zero_in_its_unit() -> None:
    assert (total([]).value, total([]).unit) == (Decimal(0), EUR)
    assert total([], PERCENT).unit == PERCENT


def test_an_amount_has_a_readable_repr() -> None:
    assert repr(TEN) == "<Input 10 €>"


def test_an_amount_may_stand_in_a_set_by_identity() -> None:
    assert len({id(a) for a in {TEN, THREE, TEN}}) == 2


def test_a_walk_meets_every_node_arguments_in_order() -> None:
    met: list[Amount] = []
    walk((TEN + THREE) * HALF, met.append)
    assert [node.op.name if node.op else str(node.value) for node in met] == [
        "mul", "add", "10", "3", "0.5",
    ]  # fmt: skip


# Income of 2025, one part: CGI 197 I.1, slices of 11 600, 29 579, 84 577 and 181 917 €.
LIMITS, RATES = ("11600", "29579", "84577", "181917"), ("0", "0.11", "0.30", "0.41", "0.45")
TAXES = {
    "-5": "0",
    "0": "0",
    "11600": "0",
    "11601": "0.11",
    "29579": "1977.69",
    "30000": "2103.99",  # 17 979 × 11 % + 421 × 30 %
    "84577": "18477.09",
    "100000": "24800.52",  # 1 977,69 + 54 998 × 30 % + 15 423 × 41 %
    "181917": "58386.49",
    "200000": "66523.84",
    "NaN": "NaN",
}


@pytest.mark.parametrize("income", TAXES)
def test_a_scale_taxes_each_slice_at_its_rate(income: str) -> None:
    tax = bareme(euros(income), [ratio(r) for r in RATES], [euros(limit) for limit in LIMITS])
    assert tax.unit == EUR
    assert not tax.value.is_signed() or tax.value.is_nan()
    assert tax.value.is_nan() if income == "NaN" else tax.value == Decimal(TAXES[income])


def test_a_scale_spreads_a_limit_that_cannot_be_computed() -> None:
    assert bareme(TEN, [HALF, HALF], [TEN / 0]).value.is_nan()


def test_a_bracket_gives_the_value_of_the_whole_base() -> None:
    found = tranche(TEN, [HALF, ratio("0.2"), ratio("0.3")], [euros("10"), euros("11")])
    assert (found.value, found.unit) == (Decimal("0.2"), ratio("0.2").unit)
    with pytest.raises(ValueError, match="one value more"):
        tranche(TEN, [HALF], [THREE])


def test_a_scale_has_one_rate_more_than_limits() -> None:
    with pytest.raises(ValueError, match="one rate more"):
        bareme(TEN, [HALF], [THREE])


@given(tree=f.trees(*f.ALL), given_values=f.GIVEN)
def test_any_formula_has_a_finite_value_or_none(
    tree: f.Tree, given_values: dict[str, Decimal]
) -> None:
    value = f.build(tree, f.inputs(given_values)).value
    assert value.is_finite() or value.is_nan()


def test_nan_is_what_a_missing_value_is() -> None:
    assert readings.shown(euros("NaN") + 1) == "non\u00a0calculable"
    assert NAN.is_nan()
