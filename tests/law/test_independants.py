"""The self-employed at the real regime: each figure is worked out by hand beside it."""

from decimal import Decimal

import pytest

from calculators.kit.rates import MissingRate
from calculators.kit.readings import rates_of
from calculators.law.independants import Independant, Regime, deduire
from calculators.law.micro.categories import Caisse, Registre
from tests.law.statuts import annee

COMMERCANT = Regime(2026)
CIPAV = Regime(2026, Registre.AUCUN, Caisse.CIPAV)


def amounts(lines: Independant, *codes: str) -> list[str]:
    return [f"{lines.lines[code].value.normalize():f}" for code in codes]


def test_a_year_after_the_reform() -> None:
    """50 000 €: 26 % off leaves 37 000 €, between 60 % and 110 % of the ceiling of 48 060 €."""
    ti = annee(COMMERCANT, 50000)

    expected = {
        "abattement": 13000,
        "assiette": 37000,
        "taux_maladie": Decimal("0.0485"),  # 4 + 2,5 × (0,769871 − 0,6) ÷ 0,5 = 4,849 %
        "maladie": 1795,  # 37 000 × 4,85 % = 1 794,50
        "indemnites_journalieres": 185,
        "taux_allocations_familiales": 0,
        "allocations_familiales": 0,
        "retraite_base": 6612,  # 37 000 × 17,87 % = 6 611,90
        "retraite_complementaire": 2997,
        "invalidite_deces": 481,
        "csg_deductible": 2516,
        "csg_non_deductible": 1073,
        "cfp": 120,  # 48 060 × 0,25 % = 120,15
        "cotisations": 15779,
        "net": 34221,
        "imposable": 35294,  # 34 221 + 1 073
    }
    assert {code: ti.lines[code].value for code in expected} == expected


def test_a_small_income_pays_minimum_contributions() -> None:
    """3 000 €: the allowance is 1,76 % of the ceiling, 845,86 €."""
    ti = annee(COMMERCANT, 3000)

    assert amounts(ti, "abattement", "assiette") == ["846", "2154"]
    assert amounts(ti, "retraite_base") == ["967"]  # 450 × 12,02 = 5 409 × 17,87 % = 966,59
    assert amounts(ti, "indemnites_journalieres") == ["96"]  # 19 224 × 0,5 % = 96,12
    assert amounts(ti, "invalidite_deces") == ["72"]  # 5 527 × 1,3 % = 71,85
    assert amounts(ti, "retraite_complementaire") == ["174"]  # no minimum: 2 154 × 8,1 %
    assert amounts(ti, "maladie", "cfp") == ["0", "120"]


def test_those_on_the_rsa_have_no_minimum() -> None:
    ti = annee(Regime(2026, minimums=False), 3000)

    # 2 154 × 17,87 % = 384,92; × 0,5 % = 10,77; × 1,3 % = 28,00
    assert amounts(ti, "retraite_base", "indemnites_journalieres", "invalidite_deces") == [
        "385", "11", "28",
    ]  # fmt: skip


def test_a_large_income_passes_every_ceiling() -> None:
    """300 000 €: the allowance stops at 130 % of the ceiling, 62 478 €."""
    ti = annee(COMMERCANT, 300000)

    assert amounts(ti, "abattement", "assiette") == ["62478", "237522"]
    # 144 180 × 8,5 % + 93 342 × 6,5 % = 12 255,30 + 6 067,23
    assert amounts(ti, "taux_maladie", "maladie") == ["0.085", "18323"]
    # 48 060 × 17,87 % + 189 462 × 0,72 % = 8 588,32 + 1 364,13
    assert amounts(ti, "retraite_base") == ["9952"]
    # 48 060 × 8,1 % + 144 180 × 9,1 % = 3 892,86 + 13 120,38
    assert amounts(ti, "retraite_complementaire") == ["17013"]
    assert amounts(ti, "invalidite_deces") == ["625"]  # 48 060 × 1,3 % = 624,78
    assert amounts(ti, "allocations_familiales") == ["7363"]  # 3,1 % of the whole base


def test_a_loss_pays_the_minimum_and_is_not_taxed() -> None:
    ti = annee(COMMERCANT, 0)

    assert amounts(ti, "assiette", "csg_deductible", "imposable") == ["0", "0", "0"]
    assert amounts(ti, "cotisations") == ["1255"]  # 967 + 96 + 72 + 120


@pytest.mark.parametrize(
    ("revenu", "maladie", "famille"),
    [
        ("12989.19", "0", "0"),  # 20 % of the ceiling, 9 612 €
        ("19483.78", "0.0075", "0"),  # 30 %: half way to 1,5 %
        ("25978.38", "0.015", "0"),  # 40 %
        ("38967.57", "0.04", "0"),  # 60 %
        ("71440.54", "0.065", "0"),  # 110 %
        ("81182.43", "0.067", "0.0155"),  # 125 %: half way to 3,1 %; 6,5 + 1,2 × 15 ÷ 90
        ("90924.32", "0.069", "0.031"),  # 140 %
        ("129891.89", "0.077", "0.031"),  # 200 %
    ],
)
def test_progressive_rates_at_their_points(revenu: str, maladie: str, famille: str) -> None:
    ti = annee(COMMERCANT, revenu)

    found = ti.taux_maladie.value, ti.taux_allocations_familiales.value
    assert found == (Decimal(maladie), Decimal(famille))


@pytest.mark.parametrize(
    ("year", "registre", "levy"),
    [(2025, Registre.COMMERCANT, "118"), (2025, Registre.ARTISAN, "137"),
     (2026, Registre.AUCUN, "120"), (2026, Registre.ARTISAN, "139")],
)  # fmt: skip
def test_training_levy(year: int, registre: Registre, levy: str) -> None:
    assert amounts(annee(Regime(year, registre), 40000), "cfp") == [levy]


def test_a_profession_of_the_cipav() -> None:
    """30 000 €: the base is 22 200 €."""
    ti = annee(CIPAV, 30000)

    # 22 200 × 8,73 % = 1 938,06 and × 1,87 % = 415,14, each rounded
    assert amounts(ti, "retraite_base") == ["2353"]
    assert amounts(ti, "retraite_complementaire", "invalidite_deces") == ["2442", "111"]
    assert amounts(ti, "indemnites_journalieres") == ["67"]  # 22 200 × 0,3 % = 66,60


def test_the_cipav_keeps_its_minimums() -> None:
    ti = annee(Regime(2026, Registre.AUCUN, Caisse.CIPAV, minimums=False), 3000)

    assert amounts(ti, "invalidite_deces") == ["89"]  # 37 % of the ceiling, 17 782 × 0,5 %
    assert amounts(ti, "retraite_base") == ["573"]  # 5 409: 472,21 → 472 and 101,15 → 101


def test_dividends_that_bear_contributions_join_the_base() -> None:
    pay, both = annee(COMMERCANT, 50000), annee(COMMERCANT, 30000, dividendes=20000)

    assert amounts(both, "cotisations") == amounts(pay, "cotisations") == ["15779"]
    assert amounts(both, "net") == ["14221"]  # 30 000 − 15 779: the dividends are paid beside it


@pytest.mark.parametrize(
    ("revenu", "expected"),
    [
        (50000, ["35294", "3529", "31765"]),
        (3000, ["1425", "509", "916"]),  # 3 000 − 1 637 + 62, then the minimum of 509 €
        (0, ["0", "0", "0"]),
    ],
)
def test_a_manager_deducts_ten_percent(revenu: int, expected: list[str]) -> None:
    ti = annee(COMMERCANT, revenu)
    deduire(ti, annee=2025)

    assert amounts(ti, "imposable", "deduction", "imposable_apres_deduction") == expected


@pytest.mark.parametrize("revenu", [1000, 4000, 25000, 38519, 45000, 61000, 90000, 180000, 400000])
def test_before_the_reform_the_base_is_what_its_contributions_leave(revenu: int) -> None:
    """A rate rises by 0,01 point of the base at a step: at most 6 € then come between the two."""
    ti = annee(Regime(2024), revenu)

    left = ti.revenu.value - ti.cotisations.value + ti.csg_non_deductible.value
    assert abs(left - ti.assiette_exacte.value) <= 3


def test_a_year_before_the_reform() -> None:
    """25 000 €: 18 411 € are left, on which 93 + 3 268 + 1 289 + 239 € of contributions."""
    ti = annee(Regime(2024), 25000)

    assert abs(ti.assiette.value - 18411) < 1
    # 40 % of 46 368 is above the base: 18 547 × 0,5 %; then 17,75 %, 7 % and 1,3 % of 18 411
    codes = (
        "indemnites_journalieres",
        "retraite_base",
        "retraite_complementaire",
        "invalidite_deces",
    )
    assert amounts(ti, *codes) == ["93", "3268", "1289", "239"]
    # 18 411 + 4 889 = 23 300 × 6,8 % and 2,9 %
    assert amounts(ti, "maladie", "csg_deductible", "csg_non_deductible") == ["0", "1584", "676"]
    assert amounts(ti, "cfp", "cotisations") == ["116", "7265"]


@pytest.mark.parametrize(
    ("revenu", "registre", "health", "pension", "total"),
    [
        (20000, Registre.COMMERCANT, 0, 2608, 5849),
        (50000, Registre.COMMERCANT, 1524, 6337, 15653),
        (50000, Registre.ARTISAN, 1524, 6335, 15667),
        (60000, Registre.AUCUN, 2152, 7562, 19022),
        (75000, Registre.COMMERCANT, 3314, 8563, 23592),
        (100000, Registre.COMMERCANT, 4456, 8674, 30844),
        (150000, Registre.COMMERCANT, 6907, 8911, 42661),
    ],
)
def test_the_old_rules_are_those_of_the_official_comparator(
    revenu: int, registre: Registre, health: int, pension: int, total: int
) -> None:
    """Figures of modele-social 11.1.0 on 1 November 2026, approached to two euros by both.

    Under the reform, 50 000 € owe 15 779.
    """
    ti = annee(Regime(2026, registre, anciennes=True), revenu)

    found = ti.maladie.value, ti.retraite_base.value, ti.cotisations.value
    pairs = zip(found, (health, pension, total), strict=True)
    assert all(abs(a - b) <= 2 for a, b in pairs), found


def test_no_rate_is_known_before_2024() -> None:
    with pytest.raises(MissingRate):
        annee(Regime(2023), 25000)


def test_acre_takes_a_quarter_off_since_2026() -> None:
    """20 000 €: 14 800 € are below 75 % of the ceiling."""
    ti = annee(COMMERCANT, 20000, creation="2026-01-01", acre=True)

    # rate 1,5 × (0,307948 − 0,2) ÷ 0,2 = 0,81 %: 119,88 − 30 (a quarter, 29,97) = 89,88
    assert amounts(ti, "maladie") == ["90"]
    assert amounts(ti, "retraite_base") == ["1984"]  # 2 644,76 × 75 %
    assert amounts(ti, "indemnites_journalieres") == ["72"]  # 96,12 × 75 %
    assert amounts(ti, "invalidite_deces") == ["144"]  # 192 × 75 %
    assert amounts(ti, "retraite_complementaire", "csg_deductible") == ["1199", "1006"]  # whole


def test_acre_decreases_from_three_quarters_of_the_ceiling() -> None:
    """2025: 40 000 € of base for a ceiling of 47 100 €."""
    ti = annee(Regime(2025), "54054", creation="2025-01-01", acre=True)

    assert amounts(ti, "assiette") == ["40000"]
    # (47 100 − 40 000) ÷ 40 000 × 3 = 53,25 % off 7 148
    assert amounts(ti, "retraite_base") == ["3342"]
    # at 75 %, 35 325 €: 4,75 %, 1 677,94 €; 7 100 × 1 677,94 × 4 ÷ 47 100 = 1 011,75 → 1 012
    # 40 000: 4 + 2,5 × (0,849257 − 0,6) ÷ 0,5 = 5,25 %, 2 100 €
    assert amounts(ti, "maladie") == ["1088"]


def test_acre_is_nothing_above_the_ceiling() -> None:
    with_it = annee(COMMERCANT, 70000, creation="2026-01-01", acre=True)
    assert amounts(with_it, "cotisations") == amounts(annee(COMMERCANT, 70000), "cotisations")


def test_acre_runs_twelve_months_at_the_scheme_of_the_creation() -> None:
    """Created on 1 July 2025: 181 of the 365 days of 2026 are left, wholly exempt."""
    ti = annee(COMMERCANT, 20000, creation="2025-07-01", acre=True)
    assert amounts(ti, "retraite_base") == ["1333"]  # 2 644,76 × (1 − 181 ÷ 365) = 1 333,25

    over = annee(COMMERCANT, 20000, creation="2024-12-31", acre=True)
    assert amounts(over, "retraite_base") == ["2645"]


def test_the_year_of_creation_has_its_ceilings_in_proportion() -> None:
    """From 1 July, 184 days: 48 060 × 184 ÷ 365 = 24 228 €."""
    ti = annee(COMMERCANT, 50000, creation="2026-07-01")

    # 24 228 × 17,87 % + 12 772 × 0,72 % = 4 329,54 + 91,96
    assert amounts(ti, "retraite_base") == ["4422"]
    assert amounts(ti, "invalidite_deces") == ["315"]  # 24 228 × 1,3 % = 314,96
    assert amounts(ti, "cfp") == ["120"]  # never in proportion


def test_under_ninety_days_the_pension_has_no_minimum() -> None:
    ti = annee(COMMERCANT, 3000, creation="2026-10-15")  # 78 days
    assert amounts(ti, "retraite_base") == ["385"]

    assert amounts(annee(COMMERCANT, 3000, creation="2026-10-01"), "retraite_base") == ["967"]


def test_the_trace_names_the_rates_of_the_year() -> None:
    known = {rate.fact.key for rate in rates_of(annee(Regime(2025), 50000).retraite_base)}

    assert known == {
        "ti-retraite-base-taux-1-2025", "ti-retraite-base-taux-2-2025",
        "ti-retraite-base-minimum-2023", "smic-horaire-2024-11", "pass-2025",
    }  # fmt: skip
