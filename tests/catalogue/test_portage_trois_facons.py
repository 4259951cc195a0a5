"""The same turnover in portage, as a micro-entrepreneur and as an employee: by hand, on 8 100."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit.presenter import present
from tests.catalogue.portes import D, month
from tests.catalogue.runs import euros, remarks
from tests.law.bulletins import ATMP, bulletin
from tests.strategies import decimals

FACONS = ("portage", "micro", "salarie")
CENT = D("0.01")


def cell(result: Any, row: str, column: str) -> Decimal:
    return result.amounts.get(f"facons_{row}_{column}") or D(0)


def test_three_nets_of_the_same_turnover() -> None:
    """Micro: 8 100 × (25,6 % + 0,2 %) = 2 089,80. Employee: a gross above 5 469,10 costs
    1,43072 of it and 86,0805; 8 013,9195 ÷ 1,43072 = 5 601,3192, whose net is 4 416,03: it
    pays 436,9455 on the first slice, 9,72 % of 1 596,32, 0,564 % of the gross, 9,7 % of 5 583,3719
    and 20 of health cover."""
    result = month()

    assert euros(result, *(f"facons_{row}_ca" for row in FACONS)) == ["8100.00"] * 3
    assert euros(result, "facons_micro_cotisations", "facons_micro_net") == ["2089.80", "6010.20"]
    assert euros(result, "salariat_brut_montant", "facons_salarie_net") == ["5601.32", "4416.03"]
    assert cell(result, "portage", "net") == result["net_avant_impot"]
    assert euros(result, "facons_portage_frais") == ["567.00"]


def test_the_same_expenses_in_each() -> None:
    with_costs, without = month(fonctionnement="200", refactures="150"), month()
    # 150 are billed again: 8 250, of which 350 are repaid
    assert euros(with_costs, *(f"facons_{row}_ca" for row in FACONS)) == ["8250.00"] * 3
    assert euros(with_costs, *(f"facons_{row}_depenses" for row in FACONS)) == ["350.00"] * 3
    assert euros(without, *(f"facons_{row}_depenses" for row in FACONS)) == ["0.00"] * 3
    # 8 250 × 25,8 % = 2 128,50
    assert euros(with_costs, "facons_micro_net") == ["5771.50"]


def test_no_gross_costs_what_is_left_at_the_end_of_the_reduction() -> None:
    """7 900 is between 7 801,44 and 7 910,83: 98,56 stay unspent."""
    result = month(fonctionnement="200")
    assert euros(result, "salariat_cout_montant", "facons_salarie_garde") == ["7801.44", "98.56"]
    assert "salarie_sans_brut" in remarks(result)
    assert "salarie_sans_brut" not in remarks(month())


@pytest.mark.parametrize("lecture", ["guide", "forfait"])
def test_a_quick_reading_changes_none_of_them(lecture: str) -> None:
    quick, exact = month(lecture=lecture), month()
    for row in FACONS:
        assert cell(quick, row, "net") == cell(exact, row, "net") > 0


@pytest.mark.parametrize(
    ("billed", "said"),
    [("6966.66", False),  # × 12 is 83 599,92; the ceiling of 2026 is 83 600
     ("6966.67", True)],  # 83 600,04
)  # fmt: skip
def test_twelve_such_months_may_pass_the_ceiling(billed: str, said: bool) -> None:
    result = month(mode="mensuel", montant_mensuel=billed)
    assert euros(result, "plafond_micro") == ["83600"]
    assert ("plafond_micro" in remarks(result)) is said


def test_the_rates_are_those_of_the_month() -> None:
    """24,6 % and 0,2 % in 2025, when the ceiling was 77 700."""
    result = month(periode="2025-11-20")
    # 8 100 × 24,8 %
    assert euros(result, "facons_micro_cotisations", "plafond_micro") == ["2008.80", "77700"]


def test_the_branch_s_training_is_portage_s_alone() -> None:
    """The employee's payslip is that of any company: 0,60 % less than the other."""
    result = month()
    assert "formation_conventionnelle" in result.amounts
    assert "salariat_formation_conventionnelle_montant" not in result.amounts
    view = next(t for t in present(result).tables if t.code == "salariat")
    assert view.folded
    assert view.levels[0] == "total"  # the gross


@given(
    billed=decimals(D(700), D(30_000), 2), expenses=st.sampled_from([None, "33.33", "200"]),
    savings=st.sampled_from([None, "100"]), statut=st.sampled_from(["cadre", "non_cadre"]),
    cdd=st.booleans(), other=decimals(D(0), D(5), 2),
)  # fmt: skip
def test_each_row_adds_up_to_the_turnover(
    billed: Decimal, expenses: str | None, savings: str | None, statut: str, cdd: bool,
    other: Decimal,
) -> None:  # fmt: skip
    result = month(
        mode="mensuel", montant_mensuel=billed, fonctionnement=expenses,
        montant_abondement=savings, statut=statut, cdd=cdd, taux_autres_charges=other,
    )  # fmt: skip
    if not result.outcome.applies:
        return
    for row in FACONS:
        spent = ("frais", "depenses", "cotisations", "garde", "net")
        assert sum(cell(result, row, column) for column in spent) == cell(result, row, "ca"), row
    budget = cell(result, "salarie", "ca") - cell(result, "salarie", "depenses")
    gross = result["salariat_brut_montant"] or D(0)
    known = ATMP | {"statut": statut, "cdd": cdd}
    assert bulletin(gross, **known).paie.cout.value <= budget
    assert bulletin(gross + CENT, **known).paie.cout.value > budget
