"""The days of a creation, and columns that add up to their year."""

from datetime import date
from decimal import Decimal

from tests.catalogue.runs import run

CREATION = {"annee": 2026, "ca_ventes": "40000", "date_creation": "2026-08-01", "acre": True}


def days(**given: object) -> dict[str, date]:
    return {due.label: due.day for due in run("micro-entrepreneur", **given).dues}


def test_a_creator_has_days_of_his_own() -> None:
    """ACRE by the 60th day, 30 September; the option before the end of November."""
    found = days(**CREATION)
    assert found["Demander l’Acre à l’Urssaf, au plus tard le 60e jour"] == date(2026, 9, 30)
    option = "Opter pour le versement libératoire dès la création (date à vérifier)"
    assert found[option] == date(2026, 11, 30)


def test_no_day_is_before_the_creation() -> None:
    found = days(**CREATION | {"date_creation": "2026-12-10"})
    assert min(found.values()) >= date(2026, 12, 10)


def test_acre_was_not_asked_for_before_2026() -> None:
    found = days(**CREATION | {"annee": 2024, "date_creation": "2024-08-01"})
    assert not [label for label in found if "Acre" in label]


def test_the_months_add_up_to_the_year() -> None:
    """20 000 ÷ 12 = 1 666,67: twelve of them are 20 000,04; December takes the four cents back."""
    result = run("micro-entrepreneur", annee=2026, ca_ventes="20000", achats="25000")
    (table,) = (t for t in result.tables if t.code == "mois")
    for code, year in table.totals.items():
        assert sum((cell.value for cell in table.column(code)), Decimal(0)) == year.value
    assert result["mois_12_recettes"] == Decimal("1666.63")


def test_a_first_year_has_its_share_of_the_base_threshold_of_vat() -> None:
    """85 000 × 153 ÷ 365 = 35 630,14; the higher threshold is whole."""
    result = run("micro-entrepreneur", **CREATION)
    assert result["plafonds_tva_base_plafond"] == Decimal("35630.14")
    assert result["plafonds_tva_majore_plafond"] == Decimal("93500.00")


def test_what_is_lost_is_not_passed_again() -> None:
    """Last year above the base: no franchise at all, so no day of crossing is told."""
    lost = {"annee": 2026, "ca_liberal": "95000", "ca_precedent": "90000"}
    codes = {remark.code for remark in run("micro-entrepreneur", **lost).remarks}
    assert "franchise_perdue" in codes
    assert not {"tva_majore", "tva_base"} & codes


def test_a_split_year_explains_each_rate() -> None:
    from calculators.kit.presenter import present

    view = present(run("micro-entrepreneur", annee=2024, ca_liberal="36000"))
    (table,) = (t for t in view.tables if t.code == "declarations")
    sums = " ".join(line.explanation for line in table.explained)
    assert "21,1" in sums
    assert "23,1" in sums
