"""Income tax of a micro-entrepreneur's year, both options, worked out by hand."""

from typing import Any

import pytest

from calculators.kit.calculator import Result
from tests.catalogue.runs import euros, remarks, run

CODES = ("impot_marginal", "impot_propre", "versement_liberatoire", "effet_versement",
         "cout_versement", "gain_versement")  # fmt: skip


def year(annee: int = 2025, /, **given: Any) -> Result:
    return run("micro-entrepreneur", annee=annee, periodicite="trimestrielle", **given)


@pytest.mark.parametrize(
    ("given", "allowance", "income"),
    [
        ({"ca_ventes": "80000"}, "56800.00", "23200.00"),  # 71 %
        ({"ca_services": "40000"}, "20000.00", "20000.00"),  # 50 %
        ({"ca_liberal": "40000"}, "13600.00", "26400.00"),  # 34 %
        ({"ca_meubles": "40000"}, "20000.00", "20000.00"),
        ({"ca_ventes": "300"}, "300.00", "0.00"),  # 305 at least, never more than the turnover
        ({"ca_ventes": "400"}, "305.00", "95.00"),  # 284 is less
        ({"ca_ventes": "500"}, "355.00", "145.00"),
        ({"ca_ventes": "400", "ca_services": "500"}, "610.00", "290.00"),  # 305 each
        ({"ca_ventes": "0", "ca_services": "500"}, "305.00", "195.00"),
    ],
)
def test_the_allowance_and_its_minimum(given: dict[str, str], allowance: str, income: str) -> None:
    assert euros(year(**given), "abattement", "revenu_abattu") == [allowance, income]


def test_single_with_a_salary() -> None:
    """20 000 of salary − 2 000; 40 000 of sales: 11 600 after allowance, 29 600 in all.

    With: 17 979 × 11 % + 21 × 30 % = 1 983,99 → 1 984; décote 897 − 897,76 < 0.
    Without: 6 400 × 11 % = 704; décote 897 − 318,56 = 578,44 → 578; 126.
    Share: 11 600 × 1 984 ÷ 29 600 = 777,51.
    Versement 400; the others at the rate of the whole: 1 983,99 × 18 000 ÷ 29 600 = 1 206,48 →
    1 206; décote 897 − 545,72 → 351; 855, that is 729 more.
    """
    result = year(ca_ventes="40000", salaires_foyer="20000")
    assert euros(result, *CODES) == ["1858.00", "777.51", "400.00", "729.00", "1129.00", "729.00"]
    assert euros(result, "avec_impot_du", "sans_impot_du", "autres_impot_du") == [
        "1984", "126", "855",
    ]  # fmt: skip
    assert euros(result, "impot_retenu") == ["1858.00"]
    assert {"versement_moins_cher", "taux_effectif"} <= remarks(result)
    chosen = year(ca_ventes="40000", salaires_foyer="20000", option_impot="versement")
    assert euros(chosen, "impot_retenu") == ["1129.00"]
    assert euros(chosen, "reste") == ["33903.00"]  # 40 000 − 4 920 − 40 − 8 − 1 129
    assert "bareme_moins_cher" not in remarks(chosen)


def test_a_couple_with_two_children() -> None:
    """Three parts; 21 600 + 16 200 of salaries after 10 %, 10 000 from 20 000 of services.

    With: 47 800 ÷ 3 = 15 933,33; × 11 % above 11 600 = 476,67; × 3 = 1 430; décote
    1 483 − 647,08 → 836; 594. Without: 12 600 a part, 330, erased by the décote.
    Versement 340; 1 430 × 37 800 ÷ 47 800 = 1 130,84 → 1 131; décote 1 483 − 511,78 → 971; 160.
    """
    result = year(
        ca_services="20000", situation_famille="couple", enfants_a_charge=2,
        salaires_foyer="24000", salaires_conjoint="18000",
    )  # fmt: skip
    assert euros(result, "foyer_parts", "foyer_revenus") == ["3.00", "37800.00"]
    assert euros(result, *CODES) == ["594.00", "124.27", "340.00", "160.00", "500.00", "94.00"]


def test_without_tax_the_scale_is_the_cheaper_one() -> None:
    """11 600 after allowance is the first limit: no tax, against 400."""
    result = year(ca_ventes="40000", option_impot="versement")
    assert euros(result, "impot_marginal", "cout_versement", "gain_versement") == [
        "0.00", "400.00", "-400.00",
    ]  # fmt: skip
    assert "bareme_moins_cher" in remarks(result)
    assert "versement_moins_cher" not in remarks(year(ca_ventes="40000"))


def test_the_scale_of_2026_is_the_last_one_voted() -> None:
    """31 600: 17 979 × 11 % + 2 021 × 30 % = 2 583,99; no décote."""
    result = year(2026, ca_ventes="40000", ca_services="40000")
    assert euros(result, "impot_marginal") == ["2584.00"]
    assert "bareme_non_vote" in remarks(result)
    assert "bareme_non_vote" not in remarks(year(2025, ca_ventes="40000"))


REFERENCE: dict[str, tuple[int, dict[str, Any], str, bool]] = {
    "2010, one part": (2010, {}, "25926", True),
    "2010, one euro more": (2010, {}, "25927", False),
    "2010, two parts": (2010, {"situation_famille": "couple"}, "51852", True),
    "2010, two parts, more": (2010, {"situation_famille": "couple"}, "51853", False),
    "2026, one part": (2026, {}, "29315", True),
    "2026, more": (2026, {}, "29316", False),
    "2026, a child": (2026, {"enfants_a_charge": 1}, "43972.50", True),  # 1,5 part
    "2027": (2027, {}, "29579", True),
}


@pytest.mark.parametrize("case", REFERENCE)
def test_who_may_choose_the_versement(case: str) -> None:
    annee, given, income, allowed = REFERENCE[case]
    shown = remarks(year(annee, **given, ca_ventes="40000", rfr=income))
    assert ("versement_possible" in shown) == allowed
    assert ("versement_refuse" in shown) != allowed


def test_two_parts_double_the_ceiling() -> None:
    """M22: marrying changes both the reference ceiling and the parts."""
    alone, married = (
        year(2010, ca_ventes="1"),
        year(2010, ca_ventes="1", situation_famille="couple"),
    )
    assert euros(alone, "foyer_parts", "plafond_rfr") == ["1.00", "25926.00"]
    assert euros(married, "foyer_parts", "plafond_rfr") == ["2.00", "51852.00"]


def test_an_option_that_is_refused_is_not_advised() -> None:
    given = {"ca_ventes": "40000", "salaires_foyer": "20000"}
    assert "versement_moins_cher" in remarks(year(**given, rfr="28797"))
    refused = remarks(year(**given, rfr="28798"))
    assert "versement_refuse" in refused
    assert "versement_moins_cher" not in refused
