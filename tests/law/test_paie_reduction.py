"""The general reduction and the lower rates: by hand, on both sides of their thresholds."""

from decimal import Decimal
from typing import Any

import pytest

from tests.law.bulletins import ATMP, bulletin

D = Decimal


def test_at_three_minimum_wages_the_reduction_falls() -> None:
    below, at = bulletin("5469.09", **ATMP).paie, bulletin("5469.10", **ATMP).paie
    assert below.seuil_reduction.value == D("5469.10")  # 3 × 12,02 × 1 820 ÷ 12
    assert below.reduction_generale.value == D("109.3818")  # 5 469,09 × 2 %
    assert at.reduction_generale.value == 0
    assert (below.cout.value, at.cout.value) == (D("7801.44"), D("7910.83"))


@pytest.mark.parametrize(
    ("salaire", "coefficient"), [(0, "0.4021"), (500, "0.4021"), ("1823.03", "0.4021"),
                                 (2500, "0.1735"), (3000, "0.1008"), (5000, "0.0218")],
)  # fmt: skip
def test_the_reduction_of_2026(salaire: Any, coefficient: str) -> None:
    assert bulletin(salaire, **ATMP).paie.coefficient_reduction.value == D(coefficient)


@pytest.mark.parametrize(
    ("periode", "effectif", "coefficient"),
    [("2023-03-01", "de_11_a_49", "0.3191"), ("2023-03-01", "de_50_a_249", "0.3231"),
     ("2024-03-01", "moins_de_11", "0.3194"), ("2025-12-01", "depuis_2000", "0.3233"),
     ("2026-01-01", "de_11_a_49", "0.3981"), ("2026-01-01", "de_50_a_249", "0.4021")],
)  # fmt: skip
def test_the_largest_reduction_by_year_and_size(
    periode: str, effectif: str, coefficient: str
) -> None:
    found = bulletin(1500, periode, effectif=effectif).paie.coefficient_reduction
    assert found.value == D(coefficient)


def test_the_reduction_of_2025_vanishes_at_one_minimum_wage_and_six_tenths() -> None:
    # 0,3233 ÷ 0,6 × (2 882,88 ÷ 2 500 − 1) = 0,08252 ; 1,6 × 11,88 × 1 820 ÷ 12 = 2 882,88
    m = bulletin(2500, "2025-12-01", **ATMP).paie
    assert (m.coefficient_reduction.value, m.reduction_generale.value) == (D("0.0825"), D("206.25"))
    assert bulletin("2882.88", "2025-12-01").paie.reduction_generale.value == 0


def test_lower_rates_stood_beside_it_until_2025() -> None:
    # 2,25 and 3,3 × 11,88 × 1 820 ÷ 12 = 4 054,05 and 5 945,94, both included
    def rates(salaire: str, periode: str = "2025-12-01", **given: Any) -> list[Decimal]:
        m = bulletin(salaire, periode, **given).paie
        return [(m.maladie / m.assiette).value * 100, (m.famille / m.assiette).value * 100]

    assert rates("4054.05") == [7, D("3.45")]
    assert rates("4054.06") == [13, D("3.45")]
    assert rates("5945.94") == [13, D("3.45")]
    assert rates("5945.95") == [13, D("5.25")]
    assert rates("4054.05", "2026-01-01") == [13, D("5.25")]
    assert rates("4054.05", statut="assimile") == [13, D("5.25")]


def test_an_accident_rate_below_the_share_that_counts_lowers_the_reduction() -> None:
    # Tdelta 38,21 % − (0,49 % − 0,40 %)
    assert bulletin(1500, taux_atmp=D("0.4")).paie.coefficient_reduction.value == D("0.4012")
