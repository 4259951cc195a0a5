"""Which input gives a line the value one wants: checked forwards, on the unrounded function."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import calculators
from calculators.kit.solving import Problem, solve
from tests.books import committed_book

SALE = calculators()["marge-vente"]
BOOK = committed_book()


def problem(line: str, target: str, **given_values: str) -> Problem:
    fields = {
        "date_vente": date(2026, 6, 1),
        "prix_achat": "100",
        "prix_vente": "1",
        **given_values,
    }
    inputs = SALE.inputs.model_validate(fields)
    return Problem(SALE, BOOK, inputs, "prix_vente", line, Decimal(target), high=Decimal("1e7"))


def forwards(asked: Problem, value: Decimal) -> Decimal:
    inputs = asked.inputs.model_copy(update={asked.unknown: value})
    found = SALE.calculate(inputs=inputs, rates=BOOK)[asked.line]
    assert found is not None
    return found


def test_a_price_by_hand() -> None:
    # Contributions 12,3 % + 0,1 % + 0,015 % = 12,415 %: (100 + 10) ÷ (1 − 0,12415) = 125,592… €.
    (found,) = solve(problem("reste", "10"))
    assert found.value == Decimal("125.59")
    assert abs(found.reached - 10) < Decimal("0.005")


def test_a_target_in_points_is_reached_in_points() -> None:
    # Left over price = 10 %: 1 − 0,12415 − 0,10 of the price pays 100 €: 128,890… €.
    (found,) = solve(problem("taux_marge_nette", "10"))
    assert found.value == Decimal("128.89")


def test_what_no_value_reaches_has_no_solution() -> None:
    assert solve(problem("taux_marge_nette", "95")) == ()


@given(target=st.decimals(Decimal("-90"), Decimal("100000"), places=2))
def test_the_answer_reaches_the_target_forwards(target: Decimal) -> None:
    asked = problem("reste", str(target))
    for found in solve(asked):
        # Each of five lines may round half a cent away, and the price itself by half a cent.
        assert abs(forwards(asked, found.value) - target) <= Decimal("0.03")


def test_an_unknown_that_no_line_uses_is_refused() -> None:
    asked = problem("reste", "10")
    other = Problem(SALE, BOOK, asked.inputs, "marque_minimale", "reste", Decimal(10))
    with pytest.raises(ValueError, match="not in tuple"):
        solve(other)
