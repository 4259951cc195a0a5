"""A micro-entrepreneur's year as it goes: what is declared and paid, by hand."""

from typing import Any

import pytest

from calculators.kit.presenter import present
from tests.catalogue.ledgers import column, labels, ledger
from tests.catalogue.runs import euros, remarks

TRIMESTRE: dict[str, Any] = {"periodicite": "trimestrielle"}
ACRE: dict[str, Any] = {"acre": True}
DOUZE = " ".join(["1000"] * 12)


def test_a_quarter_adds_its_months() -> None:
    """1 000 + 2 000 + 500 = 3 500; × 12,3 % = 430,50 → 431; × 0,1 % = 3,50 → 4."""
    result = ledger(ventes="1000 2000 500", options=TRIMESTRE)
    assert labels(result) == ["janvier à mars"]
    codes = ("assiettes_1_declare_ventes", "cotisations", "cfp", "taxe_chambre", "a_payer")
    assert euros(result, *codes) == ["3500", "431.00", "4.00", "0.00", "435.00"]


def test_roundings_fall_elsewhere_by_month_and_by_quarter() -> None:
    """104 × 12,3 % = 12,79 → 13, three times 39; 312 × 12,3 % = 38,38 → 38."""
    monthly = ledger(ventes="104 104 104")
    quarterly = ledger(ventes="104 104 104", options=TRIMESTRE)
    codes = ("cotisations", "cotisations_autrement", "ecart_arrondis")
    assert euros(monthly, *codes) == ["39.00", "38.00", "-1.00"]
    assert euros(quarterly, *codes) == ["38.00", "39.00", "1.00"]
    assert column(monthly, "autre_rythme", "declare_ventes") == ["312"]
    assert column(quarterly, "autre_rythme", "cotisations") == ["13.00"] * 3


def test_to_the_cent_both_frequencies_are_the_same() -> None:
    """312,30 × 12,3 % = 38,41; 104,10 × 12,3 % = 12,80 three times: 38,40."""
    options = {"arrondi": "centime"}
    result = ledger(ventes="104.10 104.10 104.10", options=options)
    assert euros(result, "cotisations", "ecart_arrondis") == ["38.40", "0.01"]
    assert column(result, "assiettes", "declare_ventes") == ["104.10"] * 3


def test_sales_of_10000_a_month_since_2024() -> None:
    """1 230 + 10 + 1,50 → 2 = 1 242."""
    result = ledger(2024, ventes="10000 10000")
    assert column(result, "declarations", "a_payer") == ["1242.00"] * 2
    assert euros(result, "a_payer") == ["2484.00"]


@pytest.mark.parametrize("options", [{}, TRIMESTRE])
def test_a_year_split_by_a_change_of_rate(options: dict[str, str]) -> None:
    """10 000 × 21,1 % = 2 110, then 10 000 × 23,1 % = 2 310."""
    result = ledger(2024, liberal="10000 - - - - - 10000", options=options)
    paid = [each for each in column(result, "declarations", "cotisations_liberal") if each != "0"]
    assert paid == ["2110", "2310"]
    assert euros(result, "cotisations") == ["4420.00"]


def test_two_rates_inside_a_first_declaration() -> None:
    """Begun in May 2024, declared in September: May and June at 21,1 %, July and August at 23,1 %.

    1 000 × 21,1 % + 1 000 × 23,1 % = 211 + 231, training 2 + 2.
    """
    options = {"date_creation": "2024-05-10"}
    result = ledger(2024, liberal="- - - - 1000 - 1000 -", options=options)
    assert labels(result) == ["mai à juin (en cours)", "juillet (en cours)"]
    result = ledger(2024, liberal="- - - - 1000 - 1000 0", options=options)
    assert labels(result) == ["mai à juin", "juillet à août"]
    assert column(result, "periodes", "cotisations") == ["213.00", "233.00"]
    first = next(due for due in result.dues if due.label.startswith("Déclaration"))
    assert (first.label, first.day.isoformat()) == ("Déclaration\xa0: mai à août", "2024-09-30")
    assert f"{first.amount}" == "446.00"


def test_2010() -> None:
    """12 000 × 12 % = 1 440, × 1 % = 120; neither training nor chamber."""
    options = {"versement_liberatoire_choisi": True}
    result = ledger(2010, ventes="- - - - - 12000", options=options)
    codes = ("cotisations", "cfp", "taxe_chambre", "versement_liberatoire", "a_payer", "reste")
    assert euros(result, *codes) == ["1440.00", "0.00", "0.00", "120.00", "1560.00", "10440.00"]


# --- Refunds ------------------------------------------------------------------------


def test_a_month_of_refunds_is_declared_0_and_carried() -> None:
    """1 000; −300 → 0; −300 + 200 = −100 → 0; −100 + 500 = 400."""
    result = ledger(ventes="1000 -300 200 500")
    assert column(result, "assiettes", "declare_ventes") == ["1000", "0", "0", "400"]
    assert column(result, "assiettes", "report_ventes") == ["0.00", "-300.00", "-100.00", "0.00"]
    codes = ("recettes", "chiffre_affaires", "reports")
    assert euros(result, *codes) == ["1400.00", "1400.00", "0.00"]
    assert "report" in remarks(result)
    assert "report_final" not in remarks(result)


def test_what_is_still_to_carry_at_the_end_is_said() -> None:
    result = ledger(ventes="1000 -300 200")
    assert euros(result, "chiffre_affaires", "reports", "recettes") == [
        "1000.00", "100.00", "900.00",
    ]  # fmt: skip
    said = next(note.text for note in present(result).notes if note.code == "report_final")
    assert "100,00\xa0€ de remboursements" in said


def test_refunds_of_sales_never_lower_services() -> None:
    """Services: 300 × 21,2 % = 63,60 → 64; what is left of sales waits."""
    result = ledger(ventes="-100 50", services="300 0")
    assert column(result, "assiettes", "declare_ventes") == ["0", "0"]
    assert column(result, "assiettes", "declare_services") == ["300", "0"]
    assert euros(result, "cotisations", "reports") == ["64.00", "50.00"]


def test_a_quarter_takes_its_own_refunds() -> None:
    """1 000 − 300 + 200 = 900: nothing is carried."""
    result = ledger(ventes="1000 -300 200", options=TRIMESTRE)
    assert column(result, "assiettes", "declare_ventes") == ["900"]
    assert "report" not in remarks(result)


# --- Periods --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("columns", "options", "expected"),
    [
        ("1 1 1 1", TRIMESTRE, ["janvier à mars", "avril (en cours)"]),
        ("1 1 1 1 1", TRIMESTRE, ["janvier à mars", "avril à mai (en cours)"]),
        ("1", {"arrete_au": "2026-01-10"}, ["janvier (en cours)"]),
        ("1", {"arrete_au": "2026-01-31"}, ["janvier"]),
        ("1", {"arrete_au": "2026-03-31"} | TRIMESTRE, ["janvier à mars"]),
        ("1", {"arrete_au": "2026-03-30"} | TRIMESTRE, ["janvier à mars (en cours)"]),
        ("- - 1 1 1 1 1", {"date_creation": "2026-03-06"}, ["mars à juin", "juillet"]),
        ("- - 1", {"date_creation": "2026-03-06"} | TRIMESTRE, ["mars (en cours)"]),
    ],
)
def test_the_periods_known(columns: str, options: dict[str, str], expected: list[str]) -> None:
    result = ledger(ventes=columns, options=options)
    assert labels(result) == labels(result, "declarations") == expected
    pending = expected[-1].endswith("(en cours)")
    assert ("periode_en_cours" in remarks(result)) == pending


def test_only_what_is_wholly_known_has_an_amount_in_the_calendar() -> None:
    """100 × 12,3 % = 12,30 → 12 a month, 36,90 → 37 a quarter."""
    result = ledger(ventes="100 100 100 100", options=TRIMESTRE)
    due = [(d.day.isoformat(), d.amount) for d in result.dues if "Déclaration" in d.label]
    assert [day for day, _ in due] == ["2026-04-30", "2026-07-31", "2026-10-31", "2027-01-31"]
    assert [f"{amount}" for _, amount in due] == ["37.00", "None", "None", "None"]


def test_the_first_declaration_after_a_creation() -> None:
    """Begun on 6 March 2026: March to June, by 31 July; 4 × 1 000 × 12,3 % = 492, 4, and 0."""
    result = ledger(ventes="- - 1000 1000 1000 1000", options={"date_creation": "2026-03-06"})
    first = next(due for due in result.dues if due.label.startswith("Déclaration"))
    assert (first.day.isoformat(), f"{first.amount}") == ("2026-07-31", "496.00")
    assert "premiere_declaration" not in remarks(result)


@pytest.mark.parametrize(
    ("annee", "columns", "other"),
    [(2026, "1000", "2025"), (2025, "- - - - - - - - - 1000 0 0", "2026")],
)
def test_a_first_declaration_over_two_years_is_said(annee: int, columns: str, other: str) -> None:
    """Begun on 15 October 2025: October to January, by 28 February 2026."""
    result = ledger(annee, ventes=columns, options={"date_creation": "2025-10-15"})
    said = next(n.text for n in present(result).notes if n.code == "premiere_declaration")
    assert "28/02/2026" in said
    assert f"des mois de {other}" in said
    first = next(d for d in result.dues if d.day.isoformat() == "2026-02-28")
    assert first.amount is None


# --- What is left -----------------------------------------------------------------------


def test_what_is_left_and_the_loss_case() -> None:
    """100 − 120 − 12 = −32: 12,30 → 12 of contributions on a loss, training 0,10 → 0."""
    result = ledger(ventes="100", achats="120")
    assert euros(result, "a_payer", "reste") == ["12.00", "-32.00"]
    assert "perte" in remarks(result)
    assert "cotisations restent dues" in " ".join(n.text for n in present(result).notes)


def test_purchases_before_the_activity_go_with_its_first_period() -> None:
    result = ledger(
        ventes="- - 100 100", achats="200 50 10 5", frais="1 - 2 3",
        options={"date_creation": "2026-03-06"} | TRIMESTRE,
    )  # fmt: skip
    assert column(result, "periodes", "achats") == ["265.00"]
    assert column(result, "periodes", "frais") == ["6.00"]


def test_nothing_received_is_declared_0() -> None:
    result = ledger(ventes="0 0")
    assert euros(result, "a_payer", "reste") == ["0.00", "0.00"]
    assert column(result, "declarations", "ca") == ["0.00", "0.00"]
    assert "déclarez 0" in " ".join(n.text for n in present(result).notes)


def test_months_left_empty_between_others_are_declared_0() -> None:
    result = ledger(ventes="100 - 100")
    assert column(result, "declarations", "ca") == ["100.00", "0.00", "100.00"]


def test_only_purchases_are_typed() -> None:
    """No category is: sales, at 0."""
    result = ledger(achats="80")
    assert euros(result, "recettes", "reste") == ["0.00", "-80.00"]


# --- Rates ------------------------------------------------------------------------------


def test_versement_liberatoire_is_paid_with_the_contributions() -> None:
    """6 000 of services: 21,2 % = 1 272, 0,2 % = 12, 0,044 % = 2,64 → 3, 1,7 % = 102."""
    options = {"versement_liberatoire_choisi": True}
    result = ledger(services="6000", options=options)
    codes = ("cotisations", "cfp", "taxe_chambre", "versement_liberatoire", "a_payer", "reste")
    assert euros(result, *codes) == [
        "1272.00", "12.00", "3.00", "102.00", "1389.00", "4611.00",
    ]  # fmt: skip
    assert column(result, "periodes", "impot") == ["102.00"]
    assert "impot_non_compte" not in remarks(result)
    assert "impot_non_compte" in remarks(ledger(services="6000"))


def test_the_chamber_is_not_counted_up_to_5000_of_receipts() -> None:
    """5 000 × 0,015 % = 0,75; 5 001 × 0,015 % = 0,75 → 1."""
    assert euros(ledger(ventes="5000"), "taxe_chambre") == ["0.00"]
    assert "chambre_exoneree" in remarks(ledger(ventes="5000"))
    assert euros(ledger(ventes="5001"), "taxe_chambre") == ["1.00"]
    assert "chambre_exoneree" not in remarks(ledger(ventes="5001"))
    assert "chambre_exoneree" not in remarks(ledger(liberal="100"))


@pytest.mark.parametrize(
    ("given", "contributions"),
    [
        ({"liberal": "1000"}, "256.00"),  # 25,6 %
        ({"liberal": "1000", "options": {"caisse": "cipav"}}, "232.00"),  # 23,2 %
        ({"ventes": "1000", "options": {"territoire": "drom"}}, "82.00"),  # 8,2 %
        ({"ventes": "1000", "services": "1000"}, "335.00"),  # 123 + 212
    ],
)
def test_the_rate_of_each_activity(given: dict[str, Any], contributions: str) -> None:
    result = ledger(2026, **given)
    assert euros(result, "cotisations") == [contributions]


def test_acre_ends_inside_the_year() -> None:
    """Begun on 1 August 2025, half of 12,3 % rounded up is 6,2 %, to 30 June 2026.

    6 × 62 + 6 × 123 = 372 + 738.
    """
    result = ledger(ventes=DOUZE, options=ACRE | {"date_creation": "2025-08-01"})
    paid = column(result, "declarations", "cotisations_ventes")
    assert paid == ["62"] * 6 + ["123"] * 6
    assert euros(result, "cotisations") == ["1110.00"]
    said = next(n.text for n in present(result).notes if n.code == "fin_acre")
    assert "30/06/2026" in said


def test_acre_since_july_2026() -> None:
    """Begun on 1 August 2026: 9,3 % to 30 June 2027; 558 + 738."""
    options = ACRE | {"date_creation": "2026-08-01"}
    assert euros(ledger(2027, ventes=DOUZE, options=options), "cotisations") == ["1296.00"]
    assert "acre_finie" in remarks(
        ledger(2027, ventes="1000", options=ACRE | {"date_creation": "2026-02-01"})
    )


def test_above_its_ceiling_only_the_excess_loses_acre() -> None:
    """48 060 ÷ 29 % = 165 724,14; 200 000 × 9,3 % = 18 600, 34 275,86 × 3 % = 1 028,28 → 1 028."""
    options = ACRE | {"date_creation": "2026-08-01"}
    result = ledger(ventes="- - - - - - - 200000", options=options)
    codes = ("cotisations_ventes", "complement_ventes", "cotisations")
    assert euros(result, *codes) == ["18600.00", "1028", "19628.00"]
    # training 200, chamber 30
    assert euros(result, "a_payer") == ["19858.00"]
    assert column(result, "declarations", "a_payer") == ["18830.00"]


def test_overseas_says_how_its_rates_are_chosen() -> None:
    drom = {"territoire": "drom"}
    assert {"outre_mer_sans_date"} <= remarks(ledger(ventes="1000", options=drom))
    dated = drom | ACRE | {"date_creation": "2025-08-01"}
    assert {"acre_outre_mer"} <= remarks(ledger(ventes="1000", options=dated))


@pytest.mark.parametrize("category", ["ventes", "services", "liberal"])
@pytest.mark.parametrize("annee", range(2009, 2028))
def test_any_past_year_can_be_made_again(annee: int, category: str) -> None:
    for options in ({}, TRIMESTRE | {"versement_liberatoire_choisi": True}):
        result = ledger(annee, options=options, **{category: DOUZE})
        assert result.outcome.applies, result.outcome.sentence
        assert "recettes_projetees" not in result.amounts


@pytest.mark.parametrize(
    ("annee", "contributions"),
    [
        (2009, "1440.00"),  # 12 × 1 000 × 12 %
        (2013, "1680.00"),  # 14 %
        (2016, "1608.00"),  # 13,4 %
        (2018, "1536.00"),  # 12,8 %
        (2022, "1521.00"),  # nine months at 12,8 %, three at 12,3 %: 1 152 + 369
        (2025, "1476.00"),  # 12,3 %
    ],
)
def test_a_past_year_has_the_rates_of_its_months(annee: int, contributions: str) -> None:
    assert euros(ledger(annee, ventes=DOUZE), "cotisations") == [contributions]


def test_a_rate_that_no_table_holds_is_said_at_the_year() -> None:
    outcome = ledger(2022, ventes="9000", options={"territoire": "drom"}).outcome
    assert (outcome.code, outcome.field) == ("taux_manquant", "annee")
