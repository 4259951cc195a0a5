"""Portage among the statuses: each figure is worked out by hand beside it."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit.calculator import Result
from calculators.kit.charts.present import charts
from tests.catalogue.runs import euros, remarks, run
from tests.catalogue.statuts import row

YEAR = {"annee": 2026, "activite": "liberal", "ca": "97200"}  # 8 100 a month


def compared(**given: Any) -> Result:
    return run("comparateur-statuts", **(YEAR | given))


COLUMNS = ("couts", "cotisations", "impot", "reserve", "reste")


def test_the_fee_comes_first_then_the_salary_that_the_rest_pays() -> None:
    """97 200 × 7 % = 6 804; 90 396 ÷ 12 = 7 533, which 5 222,67 cost to the cent.

    T1 4 005 at 8,55 + 4,72 + 1,29 + 1,5 %: 643,20; T2 1 217,67 at 12,95 + 1,62 %: 177,41;
    the whole at 13 + 2,11 + 5,25 + 4 + 0,25 + 2,08 + 0,21 + 0,036 + 0,5 + 0,45 + 0,3 + 0,016 + 1
    + 0,6 + 0,68 = 30,482 %: 1 591,97; forfait social 8 % × 60,075 = 4,81;
    reduction (0,02 + 0,3821 × 0,0236^1,75) = 0,0205: 107,06. 643,20 + 177,41 + 1 591,97 + 4,81
    − 107,06 = 2 310,33.
    """
    result = compared()

    assert euros(result, "frais_portage", "budget_portage") == ["6804.00", "7533.00"]
    assert euros(result, "bulletin_portage_brut", "bulletin_portage_cotisations_employeur") == [
        "5222.67", "2310.33",
    ]  # fmt: skip
    # T1 at 6,9 + 3,15 + 0,86 %: 436,95; T2 at 8,64 + 1,08 %: 118,36; 0,4 + 0,14 + 0,024 %: 29,46;
    # CSG and CRDS 9,7 % × (98,25 % × 5 222,67 + 60,08): 503,56; in all 1 088,32
    assert euros(result, "bulletin_portage_net_avant_impot", "portage_net") == [
        "4134.35", "49612.20",
    ]  # fmt: skip
    # 12 × (4 134,35 + 2,9 % × 5 191,35) = 51 418,80; less 10 %, 5 142
    assert euros(result, "portage_imposable", "portage_deduction") == ["51418.80", "5142"]
    # (29 579 − 11 600) × 11 % + (46 277 − 29 579) × 30 % = 1 977,69 + 5 009,40
    assert row(result, "portage", *COLUMNS) == [
        "6804.00", "40783.80", "6987.00", "0.00", "42625.20",
    ]  # fmt: skip


def test_the_costs_are_repaid_before_the_salary() -> None:
    # 10 % of 60 000 and 1 200: 7 200; 60 000 − 4 200 − 7 200 = 48 600; a month 4 050
    result = compared(ca="60000", part_charges="10", frais_fixes="1200")

    assert euros(result, "frais_portage", "budget_portage") == ["4200.00", "4050.00"]
    assert row(result, "portage", "couts") == ["11400.00"]


def test_the_fee_and_the_accident_rate_are_the_company_s() -> None:
    # 97 200 × 5 % = 4 860; (97 200 − 4 860) ÷ 12 = 7 695
    assert euros(compared(taux_frais_portage="5"), "frais_portage", "budget_portage") == [
        "4860.00", "7695.00",
    ]  # fmt: skip
    # at 0,7 % the same budget pays more: 1,38 % of 5 222,67 is 72 € of cost a month
    gross = compared(taux_atmp="0.7")["bulletin_portage_brut"]
    assert gross is not None
    assert Decimal("5269") < gross < Decimal("5275")


@pytest.mark.parametrize(
    ("fee", "said"),
    [("0", "frais_portage_bas"), ("4.99", "frais_portage_bas"), ("5", ""), ("10", ""),
     ("12", "frais_portage_hauts"), ("100", "frais_portage_hauts")],
)  # fmt: skip
def test_a_fee_out_of_use_is_told(fee: str, said: str) -> None:
    found = {code for code in remarks(compared(taux_frais_portage=fee)) if "frais_portage" in code}

    assert found == ({said} if said else set())


def test_what_no_gross_consumes_stays_on_the_account() -> None:
    """In the gap at three minimum wages the highest gross stands a cent below 5 469,10."""
    result = compared(ca="102000")  # 94 860 ÷ 12 = 7 905: between the two costs

    assert euros(result, "budget_portage", "bulletin_portage_brut") == ["7905.00", "5469.09"]
    left = Decimal("94860") - 12 * Decimal(euros(result, "bulletin_portage_cout")[0])
    assert row(result, "portage", "reserve") == [str(left)]
    assert 0 < left < 12 * Decimal("109.38")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"activite": "ventes"}, "portage_ventes"),
        ({"annee": 2027}, "portage_inconnu"),
    ],
)
def test_portage_is_not_listed_where_it_cannot_be(given: dict[str, Any], said: str) -> None:
    result = compared(**given)

    assert "statuts_portage_reste" not in result.amounts
    assert said in remarks(result)
    assert charts(result)  # the curves go without it


def test_portage_is_drawn_with_the_others() -> None:
    drawn = {c.title: str(c) for c in charts(compared()) if "les autres formules" in c.title}
    assert len(drawn) == 2
    assert all("Portage" in said for said in drawn.values())
    sold = [str(c) for c in charts(compared(activite="ventes")) if "autres formules" in c.title]
    assert not any("Portage" in said for said in sold)


@given(ca=st.decimals(0, 500_000, places=2), costs=st.decimals(0, 100, places=2))
def test_the_row_adds_up_and_never_spends_more_than_there_is(ca: Decimal, costs: Decimal) -> None:
    result = compared(ca=str(ca), part_charges=str(costs))
    spent = [Decimal(cell) for cell in row(result, "portage", *COLUMNS)]

    assert sum(spent) == ca
    assert spent[3] >= 0
    assert spent[1] >= 0
