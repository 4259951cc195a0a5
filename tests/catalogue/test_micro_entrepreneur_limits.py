"""Ceilings, quarters, the franchise and the years known of a micro-entrepreneur's year, by hand."""

from datetime import date
from typing import Any

import pytest

from calculators.kit.calculator import Result
from tests.catalogue.runs import euros, remarks, run


def year(annee: int = 2026, /, **given: Any) -> Result:
    return run("micro-entrepreneur", annee=annee, **given)


def day(result: Result, ceiling: str) -> str:
    found = result[f"plafonds_{ceiling}_jour"]
    return "-" if found is None else date.fromordinal(int(found)).isoformat()


@pytest.mark.parametrize(
    ("annee", "sales", "services"),
    [
        (2009, "80000.00", "32000.00"),
        (2010, "80300.00", "32100.00"),
        (2016, "82200.00", "32900.00"),
        (2017, "170000.00", "70000.00"),
        (2025, "188700.00", "77700.00"),
        (2026, "203100.00", "83600.00"),
    ],
)
def test_the_ceiling_of_the_year(annee: int, sales: str, services: str) -> None:
    assert euros(year(annee, ca_ventes="1000"), "plafonds_micro_plafond") == [sales]
    assert euros(year(annee, ca_services="1000"), "plafonds_micro_plafond") == [services]
    mixed = year(annee, ca_ventes="1000", ca_services="1000")
    codes = ("plafonds_micro_plafond", "plafonds_micro_services_plafond")
    assert euros(mixed, *codes) == [sales, services]


@pytest.mark.parametrize(
    ("annee", "created", "ceiling"),
    [
        (2026, "2026-08-01", "85135.07"),  # 203 100 × 153 ÷ 365
        (2026, "2026-01-01", "203100.00"),
        (2026, "2025-08-01", "203100.00"),
        (2026, "2026-12-31", "556.44"),  # one day
        (2024, "2024-01-01", "188700.00"),  # 366 days never give more than the whole
        (2024, "2024-08-01", "79098.90"),  # × 153 ÷ 365
    ],
)
def test_the_first_year_in_proportion_to_its_days(annee: int, created: str, ceiling: str) -> None:
    result = year(annee, ca_ventes="1000", date_creation=created)
    assert euros(result, "plafonds_micro_plafond") == [ceiling]


def test_what_is_left_before_each_ceiling() -> None:
    """203 100 − 60 000; 85 000 − 60 000; 93 500 − 60 000."""
    result = year(ca_ventes="60000")
    codes = (f"plafonds_{row}_reste_avant" for row in ("micro", "tva_base", "tva_majore"))
    assert euros(result, *codes) == ["143100.00", "25000.00", "33500.00"]
    assert [day(result, row) for row in ("micro", "tva_base", "tva_majore")] == ["-"] * 3


@pytest.mark.parametrize(
    ("given", "ceiling", "crossed"),
    [
        # Twice the ceiling: 182,5 days are needed, the 183rd passes it.
        ({"ca_ventes": "406200"}, "micro", "2026-07-02"),
        # 85 000 ÷ 406 200 × 365 = 76,4: the 77th day.
        ({"ca_ventes": "406200"}, "tva_base", "2026-03-18"),
        # 365 times 600: 85 000 ÷ 600 = 141,7; five times the ceiling: 73 days to be at it.
        ({"ca_ventes": "219000"}, "tva_base", "2026-05-22"),
        ({"ca_ventes": "1015500"}, "micro", "2026-03-15"),
        ({"ca_ventes": "203100"}, "micro", "-"),
        # 153 days from 1 August: half of them, and one.
        ({"ca_ventes": "170270.14", "date_creation": "2026-08-01"}, "micro", "2026-10-16"),
    ],
)
def test_the_day_a_ceiling_is_crossed(given: dict[str, str], ceiling: str, crossed: str) -> None:
    assert day(year(**given), ceiling) == crossed


def test_classified_lets_counted_with_sales_until_2024() -> None:
    """188 700 and 91 900 in 2024; 83 600 and 85 000, the franchise's lodging, in 2026."""
    codes = ("plafonds_micro_plafond", "plafonds_tva_base_plafond", "abattement")
    assert euros(year(2024, ca_meubles="90000"), *codes) == ["188700.00", "91900.00", "63900.00"]
    assert euros(year(2026, ca_meubles="90000"), *codes) == ["83600.00", "85000.00", "45000.00"]
    mixed = year(2026, ca_ventes="1000", ca_meubles="9000")
    both = ("plafonds_micro_services_plafond", "plafonds_micro_meubles_plafond")
    assert euros(mixed, *both) == ["83600.00", "83600.00"]
    assert (
        "plafonds_micro_services_plafond" not in year(2024, ca_ventes="1", ca_meubles="1").amounts
    )


@pytest.mark.parametrize(
    ("given", "quarters"),
    [
        ({"ca_ventes": "6028.69"}, "0"),
        ({"ca_ventes": "6028.70"}, "1"),
        ({"ca_ventes": "24114.80"}, "4"),
        ({"ca_ventes": "100000"}, "4"),
        ({"ca_services": "3497.80"}, "1"),
        ({"ca_liberal": "10850"}, "4"),
        ({"ca_liberal": "11168", "caisse": "cipav"}, "4"),  # the table published
        ({"ca_liberal": "11167.99", "caisse": "cipav"}, "3"),
        ({"ca_ventes": "3014.35", "ca_services": "1748.90"}, "1"),  # two halves
    ],
)
def test_quarters_by_the_contribution_paid(given: dict[str, str], quarters: str) -> None:
    assert euros(year(**given), "trimestres") == [quarters]


def test_what_leaving_the_franchise_costs() -> None:
    """60 000 − 60 000 ÷ 1,2 = 10 000, − 4 800; at 5,5 %, 60 000 − 60 000 ÷ 1,055 = 3 127,96."""
    codes = ("tva_sur_ventes", "cout_sortie_franchise")
    given = {"ca_ventes": "60000", "tva_achats": "4800"}
    assert euros(year(**given), *codes) == ["10000.00", "5200.00"]
    assert euros(year(**given, taux_tva="reduit"), *codes) == ["3127.96", "-1672.04"]
    assert "tva_sur_ventes" not in year(**given, statut_tva="assujetti").amounts


@pytest.mark.parametrize(("annee", "penalty"), [(2024, "-"), (2025, "58.88"), (2026, "60.08")])
def test_a_missing_declaration(annee: int, penalty: str) -> None:
    found = year(annee, ca_ventes="1000").amounts.get("penalite")
    assert ("-" if found is None else f"{found}") == penalty


@pytest.mark.parametrize("field", ["ca_ventes", "ca_services", "ca_liberal"])
@pytest.mark.parametrize("annee", range(2009, 2028))
def test_every_year_has_a_result(annee: int, field: str) -> None:
    result = year(annee, **{field: "30000"})
    assert result.outcome.applies, result.outcome.sentence
    assert ("apres_dernier_controle" in remarks(result)) == (annee == 2027)


@pytest.mark.parametrize(
    ("annee", "code"), [(2008, "taux_manquant"), (2028, "date_trop_lointaine")]
)
def test_beyond_the_years_known(annee: int, code: str) -> None:
    outcome = year(annee, ca_ventes="30000").outcome
    assert (outcome.code, outcome.field) == (code, "annee")


def test_years_that_the_tables_lack_are_said() -> None:
    assert year(2018, ca_meubles="9000").outcome.code == "taux_manquant"
    assert year(2022, ca_ventes="9000", territoire="drom").outcome.code == "taux_manquant"
    refused = year(ca_meubles="9000", option_impot="versement").outcome
    assert (refused.code, refused.field) == ("versement_meubles", "option_impot")
