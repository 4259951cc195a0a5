"""Ceilings of a year as it goes, the day each is passed, its end at this pace: by hand."""

from typing import Any

import pytest

from calculators.kit.presenter import present
from tests.catalogue.ledgers import day, ledger
from tests.catalogue.runs import euros, remarks

CEILINGS = ("micro", "tva_base", "tva_majore")
PASSED = {"plafond_micro", "plafond_tva_base", "plafond_tva_majore"}
EXPECTED = {"rythme_micro", "rythme_tva_base", "rythme_tva_majore"}


def test_the_day_each_ceiling_would_be_passed() -> None:
    """60 000 in the 90 days to 31 March, prolonged day by day from 1 January.

    85 000 ÷ 60 000 × 90 = 127,5: 8 May; 93 500: 140,25: 21 May; 203 100: 304,65: 1 November.
    """
    result = ledger(ventes="20000 20000 20000")
    assert [day(result, ceiling) for ceiling in CEILINGS] == [
        "2026-11-01", "2026-05-08", "2026-05-21",
    ]  # fmt: skip
    # 60 000 × 365 ÷ 90
    assert euros(result, "plafonds_micro_projection", "recettes_projetees") == ["243333.33"] * 2
    assert euros(result, "plafonds_micro_reste_avant") == ["143100.00"]
    assert remarks(result) & (PASSED | EXPECTED) == {"rythme_micro", "rythme_tva_majore"}


def test_the_end_of_the_year_at_this_pace() -> None:
    """2 460 + 20 + 3 = 2 483 a month; 7 449 × 365 ÷ 90 = 30 209,83."""
    result = ledger(ventes="20000 20000 20000")
    assert euros(result, "prelevements", "prelevements_projetes") == ["7449.00", "30209.83"]


def test_a_day_inside_a_month_decides_the_pace() -> None:
    """69 000 in 69 days to 10 March, 1 000 a day: 85 days after 1 January is 27 March."""
    result = ledger(ventes="31000 28000 10000", options={"arrete_au": "2026-03-10"})
    assert day(result, "tva_base") == "2026-03-27"
    assert euros(result, "recettes_projetees") == ["365000.00"]


def test_the_pace_counts_from_the_creation() -> None:
    """1 000 a day from 1 August: 203 100 × 153 ÷ 365 = 85 135,07 on the 86th, 25 October."""
    result = ledger(ventes="- - - - - - - 31000", options={"date_creation": "2026-08-01"})
    assert euros(result, "plafonds_micro_plafond") == ["85135.07"]
    assert day(result, "micro") == "2026-10-25"
    assert euros(result, "recettes_projetees") == ["153000.00"]


def test_a_creation_inside_a_month_and_a_last_day_in_the_same() -> None:
    """10 to 20 August, 11 days, 1 000 a day; 85 000 × 144 ÷ 365 = 33 534,25: the 34th day."""
    options = {"date_creation": "2026-08-10", "arrete_au": "2026-08-20"}
    result = ledger(ventes="- - - - - - - 11000", options=options)
    assert euros(result, "plafonds_tva_base_plafond") == ["33534.25"]
    assert day(result, "tva_base") == "2026-09-12"
    # The higher threshold is not in proportion: 93 500 ÷ 1 000 = 93,5, the 94th day.
    assert day(result, "tva_majore") == "2026-11-11"
    # 144 days from 10 August
    assert euros(result, "recettes_projetees") == ["144000.00"]


@pytest.mark.parametrize(
    ("receipts", "passed"),
    [
        # 85 ÷ 100 of January's 31 days: 26,35; 93,5 ÷ 100: 28,985.
        ("100000 - - - - - - - -", ["2026-01-27", "2026-01-29"]),
        # (85 000 − 60 000) ÷ 56 000 × 28 = 12,5; (93 500 − 60 000) ÷ 56 000 × 28 = 16,75.
        ("60000 56000 0", ["2026-02-13", "2026-02-17"]),
        # Exactly at it on 31 January: the first euro of February passes it.
        ("85000 28000", ["2026-02-01", "2026-02-09"]),
    ],
)
def test_the_day_already_passed_comes_from_the_month(receipts: str, passed: list[str]) -> None:
    result = ledger(ventes=receipts)
    assert [day(result, "tva_base"), day(result, "tva_majore")] == passed
    assert remarks(result) & {"plafond_tva_majore", "rythme_tva_majore"} == {"plafond_tva_majore"}


def test_the_first_month_of_an_activity_counts_from_its_first_day() -> None:
    """From 17 January: 85 000 × 349 ÷ 365 = 81 273,97; ÷ 90 000 × 15 = 13,55: the 30th."""
    result = ledger(ventes="90000 0", options={"date_creation": "2026-01-17"})
    assert day(result, "tva_base") == "2026-01-30"


def test_refunds_bring_a_year_back_below_a_ceiling() -> None:
    """90 000 − 10 000 = 80 000 in 59 days: 85 000 ÷ 80 000 × 59 = 62,69: 4 March."""
    result = ledger(ventes="90000 -10000")
    assert day(result, "tva_base") == "2026-03-04"
    assert euros(result, "plafonds_tva_base_ca") == ["80000.00"]
    assert "plafond_tva_base" not in remarks(result)


def test_a_finished_year_has_no_pace() -> None:
    months = " ".join(["7500"] * 12)
    for options in ({}, {"arrete_au": "2026-12-31"}):
        result = ledger(ventes=months, options=options)
        assert "plafonds_micro_projection" not in result.amounts
        assert "recettes_projetees" not in result.amounts
        # 90 000: (85 000 − 82 500) ÷ 7 500 × 31 = 10,33: 11 December.
        assert [day(result, ceiling) for ceiling in CEILINGS] == ["-", "2026-12-11", "-"]
        assert remarks(result) & (PASSED | EXPECTED) == {"plafond_tva_base"}


def test_a_year_that_is_almost_over_still_has_one() -> None:
    result = ledger(ventes="1000", options={"arrete_au": "2026-12-30"})
    # 1 000 × 365 ÷ 364
    assert euros(result, "recettes_projetees") == ["1002.75"]


def test_mixed_activities_have_ceilings_of_their_own() -> None:
    """Services: 40 000 in the 31 days of January; (37 500 ÷ 40 000) × 31 = 29,06: 30 January.

    With the sales, 60 000: 85 000 ÷ 60 000 × 31 = 43,92: 13 February; 93 500: 48,31: 18 February.
    Services, 41 250 ÷ 40 000 × 31 = 31,97: 1 February. Micro regime: 203 100 ÷ 60 000 × 31 = 104,9
    and 83 600 ÷ 40 000 × 31 = 64,8.
    """
    result = ledger(ventes="20000", services="40000")
    codes = [*CEILINGS, "micro_services", "tva_base_services", "tva_majore_services"]
    assert [day(result, code) for code in codes] == [
        "2026-04-15", "2026-02-13", "2026-02-18", "2026-03-06", "2026-01-30", "2026-02-01",
    ]  # fmt: skip
    assert euros(result, "plafonds_micro_services_ca") == ["40000.00"]
    said = remarks(result)
    assert {"plafond_tva_base_services", "rythme_tva_majore_services"} <= said
    assert {"rythme_micro", "rythme_micro_services"} <= said


def test_who_charges_vat_has_no_franchise() -> None:
    result = ledger(ventes="100000", options={"statut_tva": "assujetti"})
    assert [key for key in result.amounts if key.startswith("plafonds_tva")] == []
    assert euros(result, "plafonds_micro_ca") == ["100000.00"]


SENTENCES: list[tuple[int, dict[str, Any], str, str]] = [
    (2026, {"ventes": "100000"}, "plafond_tva_majore",
     "Le seuil majoré de TVA (93 500,00 €) est dépassé vers le 29/01/2026 : la TVA se facture dès "
     "le jour du dépassement."),
    (2024, {"ventes": "110000"}, "plafond_tva_majore",
     "Le seuil majoré de TVA (101 000,00 €) est dépassé vers le 29/01/2024 : la TVA se facturait "
     "dès le premier jour de ce mois"),
    (2026, {"ventes": "20000 20000 20000"}, "rythme_tva_majore",
     "À ce rythme, le seuil majoré de TVA (93 500,00 €) serait dépassé le 21/05/2026"),
    (2026, {"ventes": "87000 - - - - - - - - - - 0"}, "plafond_tva_base",
     "vers le 31/01/2026 : la TVA se facture à partir du 1er janvier 2027."),
    (2026, {"ventes": "204000"}, "plafond_micro",
     "Le plafond du régime micro (203 100,00 €) est dépassé vers le 31/01/2026."),
    (2026, {"ventes": "1", "services": "84000"}, "plafond_micro_services",
     "Les services dépassent leur plafond du régime micro (83 600,00 €) vers le 31/01/2026."),
]  # fmt: skip


@pytest.mark.parametrize(("annee", "given", "code", "words"), SENTENCES)
def test_a_sentence_says_the_day(annee: int, given: dict[str, Any], code: str, words: str) -> None:
    result = ledger(annee, **given)
    said = next(note.text for note in present(result).notes if note.code == code)
    assert words in said.replace("\xa0", " ")
