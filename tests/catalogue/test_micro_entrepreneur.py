"""A micro-entrepreneur's year, what is due and left: each figure with its calculation by hand."""

from typing import Any

import pytest

from calculators.kit.calculator import Result
from calculators.kit.presenter import present
from tests.catalogue.runs import euros, remarks, run

EXACT = {"periodicite": "trimestrielle"}  # four round declarations: nothing is lost to a grid
ARTICLE: dict[str, Any] = {
    "annee": 2010, "ca_ventes": "80000", "taux_marque": "20", "taux_frais": "3.4",
    "option_impot": "versement", "reste_vise": "12000",
}  # fmt: skip


def year(annee: int = 2026, /, **given: Any) -> Result:
    return run("micro-entrepreneur", annee=annee, **given)


@pytest.mark.parametrize(
    ("reading", "contributions"),
    [
        # 10 000 × 21,1 % + 10 000 × 23,1 % = 2 110 + 2 310
        (EXACT, ["4420.00"]),
        # 1 666,67 a month: 351,67 → 352 six times, 385 six times
        ({}, ["4422.00"]),
        ({"lecture": "centime"}, ["4420.02"]),
    ],
)
def test_a_year_split_by_a_change_of_rate(
    reading: dict[str, str], contributions: list[str]
) -> None:
    result = year(2024, ca_liberal="20000", **reading)
    assert euros(result, "cotisations") == contributions
    assert [label for _, label, _ in result.tables[0]] == [
        "janvier à juin, chaque " + ("trimestre" if reading == EXACT else "mois"),
        "juillet à décembre, chaque " + ("trimestre" if reading == EXACT else "mois"),
    ]


def test_sales_of_10000_a_month_since_2024() -> None:
    """1 230 + 10 + 2 (1,50 up) = 1 242 a month, as the simulator's own issue says."""
    result = year(2024, ca_ventes="120000")
    codes = ("cotisations_ventes", "cfp", "taxe_chambre", "a_payer")
    assert euros(result, *(f"declarations_1_{code}" for code in codes)) == [
        "1230", "10", "2", "1242.00",
    ]  # fmt: skip
    assert euros(result, "prelevements") == ["14904.00"]  # × 12


def test_12_and_1_percent_in_2010() -> None:
    """12 000 × 12 % = 1 440; × 1 % = 120; neither training nor chamber: 13 % in all."""
    result = year(2010, ca_ventes="12000", option_impot="versement")
    codes = ("cotisations", "versement_liberatoire", "cfp", "taxe_chambre")
    assert euros(result, *codes) == ["1440.00", "120.00", "0.00", "0.00"]


def test_one_sale_of_135_in_one_declaration() -> None:
    """135 × 12 % = 16,20; × 1 % = 1,35; 17,55 in all."""
    given = {"ca_ventes": "135", "option_impot": "versement", "lecture": "centime"}
    result = year(2010, date_creation="2010-12-01", **given)
    codes = ("cotisations", "versement_liberatoire", "declarations_1_a_payer")
    assert euros(result, *codes) == ["16.20", "1.35", "17.55"]


def test_the_simulator_rounds_neither_training_nor_versement() -> None:
    """203 100 × 0,1 % = 203,10; to the euro each month, 16,925 → 17 twelve times."""
    given = {"ca_ventes": "203100", "registre": "cci"}
    engine = year(**given, lecture="moteur_officiel", option_impot="versement")
    assert euros(engine, "cfp", "versement_liberatoire") == ["203.1", "2031"]
    assert euros(year(**given), "cfp") == ["204.00"]


def test_three_activities() -> None:
    """4 000 of sales, 1 000 of services and 500 liberal a month.

    492 + 212 + 128 = 832; training 4 + 2 + 1 = 7; chamber 0,60 → 1 and 0,44 → 0;
    versement 40 + 17 + 11 = 68; allowance 34 080 + 6 000 + 2 040 = 42 120.
    """
    result = year(ca_ventes="48000", ca_services="12000", ca_liberal="6000")
    codes = ("chiffre_affaires", "cotisations_ventes", "cotisations_services",
             "cotisations_liberal", "cotisations", "cfp", "taxe_chambre", "prelevements",
             "versement_liberatoire", "abattement", "revenu_abattu")  # fmt: skip
    assert euros(result, *codes) == [
        "66000.00", "5904.00", "2544.00", "1536.00", "9984.00", "84.00", "12.00", "10080.00",
        "816.00", "42120.00", "23880.00",
    ]  # fmt: skip


def test_the_branches_follow_the_day_of_each_declaration() -> None:
    """2 110 at the shares of before July 2024, 2 310 at the next ones.

    Health 2 110 × 3,9 % + 2 310 × 3,6 % = 82,29 + 83,16; basic pension 1 171,05 + 1 172,325;
    supplementary pension 0 + 181,335.
    """
    result = year(2024, ca_liberal="20000", **EXACT)
    codes = ("part_maladie_maternite", "part_retraite_base", "part_retraite_complementaire")
    assert euros(result, *codes) == ["165.45", "2343.38", "181.34"]


def test_branches_of_2026() -> None:
    """7 380 of contributions: 10,05 / 3,15 / 43,45 / 19,75 %, the rest is what is left."""
    result = year(ca_ventes="60000", **EXACT)
    codes = ("maladie_maternite", "invalidite_deces", "retraite_base", "retraite_complementaire",
             "csg_crds_autres")  # fmt: skip
    assert euros(result, *(f"part_{code}" for code in codes)) == [
        "741.69", "232.47", "3206.61", "1457.55", "1741.68",
    ]  # fmt: skip


def test_goods_and_costs_never_change_what_is_due() -> None:
    """615 + 5 + 1 (0,75 up) a month, 7 452; 17 400 after allowance: 638 − 608, not collected."""
    without = year(ca_ventes="60000")
    with_costs = year(ca_ventes="60000", achats="5000", transport="300", frais_fixes="200")
    codes = ("prelevements", "impot_retenu", "reste")
    assert euros(without, *codes) == ["7452.00", "0.00", "52548.00"]
    assert euros(with_costs, *codes) == ["7452.00", "0.00", "47048.00"]


def test_nothing_in_nothing_out_but_declare_0() -> None:
    result = year(ca_ventes="0")
    assert euros(result, "prelevements", "impot_retenu", "reste") == ["0.00"] * 3
    assert "declarez_zero" in remarks(result)
    assert "déclarez 0" in " ".join(note.text for note in present(result).notes)
    assert len(result.dues) == 14  # twelve declarations at 0, two options
    assert "declarez_zero" not in remarks(year(ca_ventes="0.01"))


def test_a_loss_still_bears_contributions() -> None:
    """100 received, 120 bought: 8,33 × 12,3 % = 1,02 → 1 a month; 100 − 120 − 12 = −32."""
    result = year(ca_ventes="100", achats="120")
    assert euros(result, "prelevements", "reste") == ["12.00", "-32.00"]
    assert "perte" in remarks(result)
    assert "perd 32,00\xa0€" in present(result).headline


@pytest.mark.parametrize(
    ("reading", "left", "needed"),
    [
        # 80 000 − 64 000 − 9 600 − 800 − 2 720
        (EXACT, "2880.00", "31.40"),
        (EXACT | {"lecture": "centime"}, "2880.00", "31.40"),
        # 66,67 of versement a month: 67 to the euro, 804 a year; 800,04 to the cent
        ({}, "2876.00", "31.41"),
        ({"lecture": "centime"}, "2879.96", "31.40"),
    ],
)
def test_a_year_at_the_ceiling_of_2010(reading: dict[str, str], left: str, needed: str) -> None:
    result = run("micro-entrepreneur", **ARTICLE, **reading)
    assert euros(result, "reste", "marque_necessaire") == [left, needed]


def test_at_50_percent_and_at_the_rate_that_leaves_12000() -> None:
    """80 000 − 40 000 − 13 120 = 26 880; 1 − (80 000 − 13 120 − 12 000) ÷ 80 000 = 31,4 %."""
    for marque, left in (("50", "26880.00"), ("31.4", "12000.00")):
        result = run("micro-entrepreneur", **ARTICLE | EXACT | {"taux_marque": marque})
        assert euros(result, "reste", "marque_necessaire") == [left, "31.40"]
    bought = ARTICLE | EXACT | {"taux_marque": None, "achats": "64000"}
    assert euros(run("micro-entrepreneur", **bought), "reste", "marque_necessaire") == [
        "2880.00", "31.40",
    ]  # fmt: skip


def test_a_taux_de_marque_is_a_share_of_the_price() -> None:
    """40 % of 60 000 stays: 36 000 of goods; fees 3,4 % = 2 040."""
    result = year(ca_ventes="60000", taux_marque="40", taux_frais="3.4", frais_fixes="100")
    codes = ("cout_achats", "frais_proportionnels", "charges_fixes", "depenses")
    assert euros(result, *codes) == ["36000.00", "2040.00", "100.00", "38140.00"]


@pytest.mark.parametrize(
    ("created", "fixed"), [("2026-03-01", "1000.00"), ("2025-03-01", "1250.00"), (None, "1250.00")]
)
def test_no_cfe_in_the_year_of_creation(created: str | None, fixed: str) -> None:
    result = year(ca_ventes="60000", frais_fixes="1000", cfe="250", date_creation=created)
    assert euros(result, "charges_fixes") == [fixed]
    assert ("cfe_creation" in remarks(result)) == (fixed == "1000.00")


def test_the_months_of_activity_are_those_since_the_creation() -> None:
    """Five months: 12 000 each; August to November in one declaration, then December.

    48 000 × 9,3 % = 4 464; 12 000 × 9,3 % = 1 116.
    """
    result = year(ca_ventes="60000", date_creation="2026-08-01", acre=True)
    codes = ("declarations_1_cotisations_ventes", "declarations_2_cotisations_ventes")
    assert euros(result, *codes) == ["4464", "1116"]
    assert [d.day.isoformat() for d in result.dues if d.lines] == ["2026-12-31", "2027-01-31"]
    left = result["reste"]
    assert left is not None
    assert result["reste_mensuel"] == left / 5
