"""The SASU among the statuses: each figure is worked out by hand beside it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalogue.runs import euros
from tests.catalogue.statuts import COLUMNS, compared, row
from tests.law.bulletins import bulletin


def test_a_president_is_paid_the_gross_that_a_twelfth_of_the_profit_costs() -> None:
    """31 500 ÷ 12 = 2 625; on 1 873,26 the company adds 751,74, on a cent more a cent too much.

    13 + 8,55 + 2,11 + 5,25 + 2,08 + 4,72 + 1,29 + 1,5 + 0,1 + 0,3 + 0,55 + 0,68 = 40,13 %.
    """
    result = compared(frais_reel="1500")

    assert euros(result, "budget_mensuel", "bulletin_brut", "bulletin_cout") == [
        "2625.00", "1873.26", "2625.00",
    ]  # fmt: skip
    # 11,31 % of 1 873,26 is 211,87; CSG and CRDS 9,7 % of 1 840,48 + 28,10 are 181,25
    assert euros(result, "bulletin_cotisations_salarie", "bulletin_net_avant_impot") == [
        "393.12", "1480.14",
    ]  # fmt: skip
    # 12 × (1 480,14 + 2,9 % × 1 868,58) = 12 × 1 534,33, less 10 %
    assert euros(result, "sasu_imposable", "sasu_deduction") == ["18411.96", "1841"]
    # 16 571 − 11 600 = 4 971 × 11 % = 547, less than the décote; 12 × (751,74 + 393,12)
    assert row(result, "sasu", *COLUMNS) == [
        "60000.00", "28500.00", "13738.32", "0.00", "17761.68",
    ]  # fmt: skip
    absent = {"bulletin_chomage", "bulletin_ags", "bulletin_apec", "bulletin_dialogue_social",
              "bulletin_reduction_generale"}  # fmt: skip
    assert not absent & set(result.amounts)


def test_what_no_gross_consumes_stays_in_the_company() -> None:
    """From 4 005,01 the whole salary bears 0,21 % more: 5 616 pays 4 005, which costs 5 612,21."""
    # the year's profit is 12 × 5 616 = 67 392
    result = compared(ca="67392", part_charges="0", frais_fixes="0")

    assert euros(result, "budget_mensuel", "bulletin_brut", "bulletin_cout") == [
        "5616.00", "4005.00", "5612.21",
    ]  # fmt: skip
    # 12 × 3,79 = 45,48, of which corporate tax takes 15 % (7)
    assert euros(result, "reliquat_resultat", "reliquat_impot_societes", "reserve_sasu") == [
        "45.48", "7", "38.48",
    ]  # fmt: skip


def test_a_budget_is_never_rounded_above_the_profit() -> None:
    # 95 500 ÷ 12 = 7 958,3333: twelve times 7 958,34 would be 8 cents too much
    result = compared(ca="100000", part_charges="0", frais_reel="1500")

    assert euros(result, "budget_mensuel", "sasu_cout", "reliquat_resultat") == [
        "7958.33", "95499.96", "0.04",
    ]  # fmt: skip


def test_the_accident_rate_of_the_company_counts() -> None:
    # 40,13 − 2,08 + 0,7 = 38,75 %: 2 625 ÷ 1,3875 = 1 891,89
    assert euros(compared(frais_reel="1500", taux_atmp="0.7"), "bulletin_brut") == ["1891.89"]


def test_one_deduction_for_all_the_salaries_of_a_person() -> None:
    """10 % up to 14 555: after 14 000 on 140 000 € of other salaries, 555 are left."""
    result = compared(frais_reel="1500", salaires_foyer="140000")

    assert euros(result, "foyer_deduction_salaires", "sasu_deduction") == ["14000", "555"]


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_rates_of_an_officer_hold_all_year(year: int) -> None:
    costs = {
        bulletin(
            5000, f"{year}-{month:02}-01", statut="assimile", effectif="moins_de_11"
        ).paie.cout.value
        for month in range(1, 13)
    }

    assert len(costs) == 1


@given(ca=st.decimals(0, 300_000, places=2), year=st.sampled_from((2024, 2025, 2026, 2027)))
def test_a_president_never_costs_more_than_the_profit(ca: Decimal, year: int) -> None:
    result = compared(ca=str(ca), annee=year)
    profit, cost = result["resultat_reel"], result["sasu_cout"]
    kept, tax = result["reserve_sasu"], result["reliquat_impot_societes"]
    assert profit is not None
    assert cost is not None
    assert kept is not None
    assert tax is not None

    # a cent more of gross costs two at most; 0,21 % of the ceiling at its notch
    assert 0 <= max(profit, Decimal(0)) - cost < 12 * Decimal("8.60")
    assert kept + tax == max(profit, Decimal(0)) - cost


def test_a_company_without_pay_has_corporate_tax_and_dividends_alone() -> None:
    """31 500 less 15 % is 26 775: 18,6 % of social levies, 12,8 % of flat tax."""
    result = compared(frais_reel="1500")

    assert euros(result, "benefice_impot_societes", "distribue_dividendes") == [
        "4725", "26775.00",
    ]  # fmt: skip
    # 26 775 × 18,6 %; 4 725 + 26 775 × 12,8 %; 60 000 − 28 500 − 4 980,15 − 8 152,20
    assert row(result, "dividendes", *COLUMNS) == [
        "60000.00", "28500.00", "4980.15", "8152.20", "18367.65",
    ]  # fmt: skip
    # 31 500 ÷ 18 367,65 = 1,715
    assert row(result, "dividendes", "reserve", "cout_un_euro") == ["0.00", "1.71"]


def test_the_dividends_of_a_company_without_pay_under_the_scale() -> None:
    """26 775 × (60 % − 6,8 %) = 14 244,30: 2 644 × 11 % = 291, less than the décote."""
    result = compared(frais_reel="1500", imposition_dividendes="bareme")
    wealthy = compared(
        frais_reel="1500", imposition_dividendes="bareme", autres_revenus_imposables="30000"
    )

    assert euros(result, "distribue_imposables", "impot_distribue") == ["14244.30", "0.00"]
    # 60 000 − 28 500 − 4 980,15 − 4 725
    assert row(result, "dividendes", "reste") == ["21794.85"]
    # from 30 000 to 44 244: 14 244 × 30 %
    assert euros(wealthy, "impot_distribue") == ["4273.00"]


def test_above_a_first_slice_corporate_tax_is_the_normal_rate() -> None:
    # 100 000 × 15 % to 42 500 and 25 % above: 6 375 + 14 375
    result = compared(ca="100000", part_charges="0", frais_fixes="0")

    assert euros(result, "benefice_impot_societes") == ["20750"]
    # 79 250 × (1 − 31,4 %)
    assert row(result, "dividendes", "reste") == ["54365.50"]


def test_half_of_the_profit_may_stay_in_the_company() -> None:
    result = compared(frais_reel="1500", part_distribuee="50")

    # 26 775 ÷ 2 = 13 387,50, of which 31,4 % (2 490,08 + 1 713,60)
    assert row(result, "dividendes", "reserve", "reste") == ["13387.50", "9183.82"]
