"""Income tax: by hand for each income year, as the official engine for its cases, and its laws."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit.parts import Part
from calculators.kit.rates import RateBook
from calculators.kit.readings import rates_of
from calculators.law.impot_regles import CODES, MOTEUR, Methode
from calculators.law.impot_revenu import taux_moyen
from tests.books import committed_book
from tests.law.impots import Menage, menage
from tests.law.test_foyer import COUPLE, ISOLE, SEUL, VEUF, children
from tests.strategies import decimals

VECTORS = Path(__file__).parents[1] / "vectors" / "data" / "micro_entrepreneur.json"

# Income year, income, household; tax before décote, décote, relief of 2016–2019, tax due.
BY_HAND: list[tuple[int, int, dict[str, Any], int, int, int, int]] = [
    # (11 720 − 5 875) × 5,5 % + (26 030 − 11 720) × 14 % + (30 000 − 26 030) × 30 % = 3 515,875
    (2009, 30000, SEUL, 3516, 0, 0, 3516),
    # 15 000 a part: (11 896 − 5 963) × 5,5 % + (15 000 − 11 896) × 14 % = 760,875; × 3 = 2 282,625
    # 2 parts: 3 621,75 − 2 × 2 336 < 0: not capped. Décote 439 − 50 % × 2 283 < 0
    (2010, 45000, COUPLE | children(2), 2283, 0, 0, 2283),
    # 2 parts: 6 867,35. 1 part: 326,315 + 14 524 × 14 % + 33 580 × 30 % = 12 433,675;
    # − 4 040 (lone parent) = 8 393,675: capped
    (2011, 60000, SEUL | ISOLE | children(1), 8394, 0, 0, 8394),
    # 2,5 parts: 2 020,875 × 2,5 = 5 052,1875. 1 part: 12 433,675 − (3 × 2 000 + 672) = 5 761,675
    (2012, 60000, VEUF | children(1), 5762, 0, 0, 5762),
    # 4 parts: 13 556,80. 2 parts: 12 389,20 × 2 = 24 778,40 − 4 × 1 500 = 18 778,40
    (2013, 120000, COUPLE | children(3), 18778, 0, 0, 18778),
    # (15 000 − 9 690) × 14 % = 743,40; décote 1 135 − 743
    (2014, 15000, SEUL, 743, 392, 0, 351),
    # (17 000 − 9 700) × 14 % × 2 = 2 044; décote 1 920 − 75 % × 2 044 = 387
    (2015, 34000, COUPLE, 2044, 387, 0, 1657),
    # (18 000 − 9 710) × 14 % = 1 160,60; décote 1 165 − 870,75 = 294,25; 867 × 20 % = 173,40
    (2016, 18000, SEUL, 1161, 294, 173, 694),
    # 1 427,02; décote 1 177 − 1 070,25 = 106,75; 1 320 × 20 % × (20 705 − 20 000) ÷ 2 020 = 92,14
    (2017, 20000, SEUL, 1427, 107, 92, 1228),
    # (16 800 − 9 964) × 14 % × 2,5 = 2 392,60; décote 1 970 − 1 794,75 = 175,25
    # limits 37 970 + 3 797 and 42 074 + 3 797: 2 218 × 20 % × (45 871 − 42 000) ÷ 4 104 = 418,42
    (2018, 42000, COUPLE | children(1), 2393, 175, 418, 1800),
    # (16 000 − 10 064) × 14 % × 2,5 = 2 077,60; income above 21 249 + 3 × 3 836: no relief
    (2019, 40000, SEUL | ISOLE | children(2), 2078, 0, 0, 2078),
    # (15 000 − 10 084) × 11 % = 540,76; décote 779 − 244,80 = 534,20; 7 € are not collected
    (2020, 15000, SEUL, 541, 534, 0, 0),
    # 3 parts of 33 333,33: (1 742,95 + 7 263,33 × 30 %) × 3 = 11 765,85.
    # 2 parts: (1 742,95 + 23 930 × 30 %) × 2 = 17 843,90 − 2 × 1 592 = 14 659,90
    (2021, 100000, COUPLE | children(2), 14660, 0, 0, 14660),
    # 1 part: 1 837,11 + 15 327,60 + 11 430 × 41 % = 21 851,01 − (4 × 1 678 + 1 868) = 13 271,01
    (2022, 90000, VEUF | children(2), 13271, 0, 0, 13271),
    # 2,75 parts: (22 545,4545 − 11 294) × 11 % × 2,75 = 3 403,565. 2 parts: 5 172,46 − 2 638,50
    (2023, 62000, COUPLE | children(1, 1), 3404, 0, 0, 3404),
    # 1,5 parts: 2 502,995. 1 part: 1 959,98 + 3 205,50 = 5 165,48 − 4 224 ÷ 2 = 3 053,48
    (2024, 40000, SEUL | ISOLE | children(0, 1), 3053, 0, 0, 3053),
    # (23 200 − 11 600) × 11 % = 1 276; décote 897 − 577,39 = 319,61
    (2025, 23200, SEUL, 1276, 320, 0, 956),
    # 1,5 parts: 3 155,985. 1 part: 1 977,69 + 15 421 × 30 % = 6 603,99 − 1 807 = 4 796,99
    (2025, 45000, SEUL | children(1), 4797, 0, 0, 4797),
    # 2,5 parts: (11 880 − 11 600) × 11 % × 2,5 = 77, the décote takes it whole
    (2025, 29700, VEUF | children(1), 77, 77, 0, 0),
    # 1 part: 1 977,69 + 50 421 × 30 % = 17 103,99 − (3 × 1 807 + 2 011) = 9 671,99
    (2025, 80000, VEUF | children(1), 9672, 0, 0, 9672),
    # (1 977,69 + 16 499,40 + 65 423 × 41 %) × 2 = 90 601,04
    (2025, 300000, COUPLE, 90601, 0, 0, 90601),
]


@pytest.mark.parametrize("case", BY_HAND, ids=lambda case: f"{case[0]}-{case[1]}")
def test_by_hand(case: tuple[int, int, dict[str, Any], int, int, int, int]) -> None:
    annee, income, household, brut, decote, relief, due = case
    found = menage(annee, income, **household).avec
    assert found.impot_brut.value == brut
    assert found.decote.value == decote
    assert ("reduction_20" in found.lines) is (2016 <= annee <= 2019)
    assert relief == (found.reduction_20.value if "reduction_20" in found.lines else 0)
    assert found.impot_du.value == due


def test_high_incomes_bear_their_contribution_since_2011() -> None:
    # 250 000 × 3 % + 100 000 × 4 % = 11 500 alone; 100 000 × 3 % = 3 000 for a couple
    assert menage(2025, 600000).avec.cehr.value == 11500
    found = menage(2025, 600000, **COUPLE).avec
    assert found.cehr.value == 3000
    assert found.impot_du.value == found.impot_brut.value + 3000
    assert "cehr" not in menage(2010, 600000).avec.lines
    assert menage(2025, 250000).avec.cehr.value == 0


@pytest.mark.parametrize(
    ("income", "due"),
    # Tax and décote of 2025 (897 − 45,25 % of the tax): 617 − 617 = 0, 638 − 608 = 30,
    # 659 − 599 = 60, 660 − 598 = 62.
    [(17209, 0), (17400, 0), (17594, 0), (17600, 62)],
)
def test_less_than_61_euros_is_not_collected(income: int, due: int) -> None:
    assert menage(2025, income).avec.impot_du.value == due


def test_61_euros_are_collected() -> None:
    # (15 343 − 10 084) × 11 % = 578,49 → 578; 779 − 261,545 = 517,455 → 517; 578 − 517 = 61
    assert menage(2020, 15343).avec.impot_du.value == 61


@pytest.mark.parametrize(
    ("given_income", "base"), [("1000.49", 1000), ("1000.50", 1001), ("0", 0), ("0.49", 0)]
)
def test_the_base_is_rounded_to_the_nearest_euro(given_income: str, base: int) -> None:
    assert menage(2025, Decimal(given_income)).avec.revenu.value == base


def _moteur(case: dict[str, Any]) -> Menage:
    said = {
        name.removeprefix("impôt . foyer fiscal . "): value
        for name, value in case["situation"].items()
    }
    situation = said.get("situation de famille", "'célibataire'").strip("'").replace("é", "e")
    return menage(
        int(case["situation"]["date"][-4:]) - 1,
        Decimal(repr(case["expected"]["revenu_imposable_foyer"])),
        methode=MOTEUR, situation_famille=situation,
        enfants_a_charge=int(said.get("enfants à charge", "0").split()[0]),
        parent_isole=said.get("parent isolé") == "oui",
    )  # fmt: skip


def _cases() -> list[Any]:
    cases = json.loads(VECTORS.read_text())["cases"]
    kept = [c for c in cases if c["expected"]["revenu_imposable_foyer"] is not None]
    return [pytest.param(case, id=case["id"]) for case in kept]


@pytest.mark.parametrize("case", _cases())
def test_the_official_engine_s_cases(case: dict[str, Any]) -> None:
    m = _moteur(case)
    found = {
        "parts": m.foyer.parts,
        "impot_brut_foyer": m.avec.impot_brut,
        "decote": m.avec.decote,
        "impot_foyer": m.avec.impot_du,
        "taux_effectif": taux_moyen(m.avec) * 100,
    }
    for name, amount in found.items():
        assert abs(amount.value - Decimal(repr(case["expected"][name]))) <= Decimal("0.000001")


def test_all_the_engine_s_cases_with_a_scale_are_read() -> None:
    assert len(_cases()) == 158


def test_the_activity_s_marginal_tax_is_the_difference_of_two_taxes() -> None:
    m = menage(2025, 23200, **COUPLE, salaires_foyer=Decimal(40000))
    # 36 000 net: (18 000 − 11 600) × 11 % × 2 = 1 408; décote 1 483 − 637,12 = 845,88 → 562
    assert m.sans.impot_du.value == 562
    # 59 200: (29 579 − 11 600) × 11 % + 21 × 30 % = 1 983,99; × 2 = 3 967,98; no décote
    assert m.avec.impot_du.value == 3968
    assert (m.avec.impot_du - m.sans.impot_du).value == 3406


def test_income_under_versement_liberatoire_raises_the_rate_of_the_rest() -> None:
    m = menage(2025, 20000, libere=True, autres_revenus_imposables=Decimal(30000))
    # 50 000: 1 977,69 + 20 421 × 30 % = 8 103,99, due for 30 000 ÷ 50 000: 4 862,394
    assert m.avec.revenu_total.value == 50000
    assert m.avec.impot_brut.value == 4862
    assert m.avec.impot_du.value == 4862
    # Alone, 30 000 would bear 1 977,69 + 421 × 30 % = 2 103,99
    assert m.sans.impot_du.value == 2104


@pytest.mark.parametrize("libere", [0, 20000])
def test_nothing_but_income_under_versement_liberatoire_is_no_tax(libere: int) -> None:
    found = menage(2025, libere, libere=True).avec
    assert found.impot_brut.value == 0
    assert found.impot_du.value == 0


def test_under_versement_liberatoire_the_reference_income_counts_everything() -> None:
    # 2016: 15 000 alone has the whole relief; with 10 000 freed, 25 000 is above 20 500.
    assert menage(2016, 0, autres_revenus_imposables=Decimal(17000)).avec.reduction_20.value > 0
    freed = menage(2016, 10000, libere=True, autres_revenus_imposables=Decimal(17000)).avec
    assert freed.reduction_20.value == 0


@pytest.mark.parametrize("annee", [2025, 2026, 2027])
def test_a_year_without_a_voted_scale_is_said_once_with_the_bill(annee: int) -> None:
    m = menage(annee, 23200)
    said = [r.sentence for r in m.remarks if r.code == "bareme_non_vote"]
    assert m.avec.impot_du.value == 956  # the scale of 2025 in any case
    if annee == 2025:
        assert said == []
        return
    (sentence,) = said
    start = f"Le barème des revenus {annee} n’est pas voté : celui des revenus 2025 est employé"
    assert sentence.startswith(start)
    figures = ("11 844", "30 200", "86 353", "185 737", "915", "1 513", "1 845", "4 352")
    plain = sentence.replace("\N{NO-BREAK SPACE}", " ")
    assert all(figure in plain for figure in figures) is (annee == 2026)


def test_a_bill_withdrawn_from_the_book_is_not_quoted() -> None:
    facts = [f for f in committed_book().facts() if "projet" not in f.code]
    (sentence,) = [r.sentence for r in menage(2026, book=RateBook.build(facts)).remarks]
    assert sentence.endswith("celui des revenus 2025 est employé.")


def test_every_rate_of_the_room_is_published_in_its_unit() -> None:
    for code in CODES:
        assert {fact.unit for fact in committed_book().series(code.code)} == {code.unit}


def test_every_rate_of_every_line_is_announced() -> None:
    announced = {code.code for code in CODES}
    for annee in range(2009, 2027):
        for household in (SEUL | ISOLE | children(2, 1), VEUF | children(1), COUPLE):
            m = menage(annee, 50000, **household, salaires_foyer=Decimal(9000))
            assert _rates(m.lines) <= announced


def _rates(lines: Any) -> set[str]:
    return {rate.fact.code for line in lines.values() for rate in rates_of(line)}


YEARS = st.integers(2009, 2026)
INCOMES = decimals(Decimal(0), Decimal(2_000_000), 2)
METHODS = st.sampled_from([Methode(), MOTEUR])
HOUSEHOLDS = st.one_of(
    st.builds(children, st.integers(0, 6), st.integers(0, 4)).flatmap(
        lambda kids: st.sampled_from([SEUL | kids, COUPLE | kids, VEUF | kids])
    ),
    st.builds(children, st.integers(1, 6), st.integers(0, 4)).map(lambda kids: SEUL | ISOLE | kids),
)


@given(annee=YEARS, low=INCOMES, high=INCOMES, household=HOUSEHOLDS, methode=METHODS)
def test_more_income_never_means_less_tax(
    annee: int, low: Decimal, high: Decimal, household: dict[str, Any], methode: Methode
) -> None:
    low, high = sorted((low, high))
    less, more = (menage(annee, r, methode=methode, **household).avec for r in (low, high))
    # To the euro, a relief may round up where the tax does not move.
    slack = 1 if methode.arrondi else 0
    assert more.impot_brut.value >= less.impot_brut.value
    assert more.impot_du.value >= less.impot_du.value - slack


@given(annee=YEARS, income=INCOMES, household=HOUSEHOLDS, methode=METHODS)
def test_one_more_child_never_means_more_tax(
    annee: int, income: Decimal, household: dict[str, Any], methode: Methode
) -> None:
    before = menage(annee, income, methode=methode, **household).avec.impot_du.value
    more = household | {"enfants_a_charge": household.get("enfants_a_charge", 0) + 1}
    after = menage(annee, income, methode=methode, **more).avec.impot_du.value
    assert after <= before + (1 if methode.arrondi else 0)


@given(annee=YEARS, income=INCOMES, other=INCOMES, household=HOUSEHOLDS, libere=st.booleans())
def test_lines_add_up_and_none_is_negative_or_unknown(
    annee: int, income: Decimal, other: Decimal, household: dict[str, Any], libere: bool
) -> None:
    m = menage(annee, income, libere=libere, autres_revenus_imposables=other, **household)
    for line in m.lines.values():
        assert not line.value.is_nan()
        assert not line.value.is_signed()
    for tax in (m.avec, m.sans):
        net = tax.impot_brut.value - tax.decote.value + _value(tax, "cehr")
        net -= _value(tax, "reduction_20")
        assert tax.impot_du.value == (0 if net < 61 else net)
        assert tax.decote.value <= tax.impot_brut.value


def _value(tax: Part, code: str) -> Decimal:
    return tax.lines[code].value if code in tax.lines else Decimal(0)


@given(annee=YEARS, income=INCOMES, other=INCOMES, household=HOUSEHOLDS)
def test_freed_income_never_lowers_the_tax_of_the_rest_before_decote(
    annee: int, income: Decimal, other: Decimal, household: dict[str, Any]
) -> None:
    freed = menage(annee, income, libere=True, autres_revenus_imposables=other, **household)
    assert freed.avec.impot_brut.value >= freed.sans.impot_brut.value - 1


def test_no_income_has_no_rate() -> None:
    assert taux_moyen(menage(2025).avec).value == 0
