"""A month in portage: each figure is worked out by hand beside it."""

from decimal import Decimal
from typing import Any

import pytest

from calculators.kit.calculator import Result
from tests.catalogue.runs import euros, remarks, run

D = Decimal
MOIS = {"periode": "2026-11-20", "tjm": "450", "jours": "18", "taux_frais": "7"}
# 450 × 18 = 8 100; 7 % is 567; 200 of expenses: 7 333 pay the salary
RAPIDE = MOIS | {"fonctionnement": "200", "lecture": "forfait", "reserve_cdi": "aucune"}
# What the published figures of the exact payroll suppose
EXACTE = {
    "periode": "2026-11-20", "mode": "mensuel", "montant_mensuel": "10000",
    "reserve_cdi": "aucune", "sans_formation_branche": True,
}  # fmt: skip


def month(**given: Any) -> Result:
    return run("portage-salarial", **(MOIS | given))


def exact(**given: Any) -> Result:
    return run("portage-salarial", **(EXACTE | given))


def test_the_fee_is_a_share_of_what_is_billed() -> None:
    assert euros(month(), "chiffre_affaires", "frais_gestion", "enveloppe") == [
        "8100.00", "567.00", "7533.00",
    ]  # fmt: skip


def test_the_reading_of_the_guide() -> None:
    """7 533 × 78 % and × 75 %: the employee's share alone."""
    result = month(lecture="guide")

    assert euros(result, "guide_bas_net", "guide_haut_net") == ["5875.74", "5649.75"]
    assert euros(result, "reste") == ["5649.75"]
    assert "lecture_guide" in remarks(result)


def test_the_flat_reading() -> None:
    """7 333 ÷ 1,45; 45 % of it, 22 % of it; 3 944,65 ÷ 8 100, then with the 200 repaid."""
    result = run("portage-salarial", **RAPIDE)

    assert euros(result, "enveloppe", "rapide_brut", "rapide_part_employeur") == [
        "7333.00", "5057.24", "2275.76",
    ]  # fmt: skip
    assert euros(result, "rapide_part_salarie", "reste", "virement") == [
        "1112.59", "3944.65", "4144.65",
    ]  # fmt: skip
    assert euros(result, "part_net", "part_avec_frais") == ["48.70", "51.17"]


@pytest.mark.parametrize(
    ("reserve", "brut", "reserved", "net"),
    [("chargee", "4597.49", "459.75", "3586.04"),  # 7 333 ÷ (1,45 × 1,10)
     ("simple", "4730.97", "473.10", "3690.15")],  # 7 333 ÷ (1,45 + 0,10)
)  # fmt: skip
def test_the_reserve_of_the_flat_reading(reserve: str, brut: str, reserved: str, net: str) -> None:
    result = run("portage-salarial", **(RAPIDE | {"reserve_cdi": reserve}))

    assert euros(result, "rapide_brut", "rapide_reserve", "reste") == [brut, reserved, net]


@pytest.mark.parametrize(("fee", "net"), [("5", "4139.38"), ("7", "4052.23"), ("10", "3921.52")])
def test_the_fee_decides_the_net(fee: str, net: str) -> None:
    """8 100 × (1 − fee) ÷ 1,45 × 78 %."""
    result = month(taux_frais=fee, lecture="forfait", reserve_cdi="aucune")
    assert euros(result, "reste") == [net]


@pytest.mark.parametrize(
    ("fee", "branch", "net"),
    [("5", False, "5201"), ("10", False, "4920"), ("5", True, "5179"), ("10", True, "4900")],
)
def test_the_exact_payroll_of_ten_thousand(fee: str, branch: bool, net: str) -> None:
    """As published to the euro, with and without the branch's 0,60 % for training."""
    result = exact(taux_frais=fee, sans_formation_branche=not branch)
    found = result["net_avant_impot"]
    assert found is not None
    assert found.quantize(D(1)) == D(net)


SPENT = (
    "frais_gestion", "autres_charges", "frais_rembourses", "cout_epargne", "retenu_employeur",
    "retenu_salarie", "retenu_compte", "retenu_impot", "reste",
)  # fmt: skip


@pytest.mark.parametrize("lecture", ["exacte", "forfait", "guide"])
@pytest.mark.parametrize("mode", [{}, {"mode": "net", "net_vise": "3000"}], ids=["down", "up"])
def test_the_lines_sum_to_the_turnover(lecture: str, mode: dict[str, str]) -> None:
    result = month(
        lecture=lecture, fonctionnement="200", refactures="123.45", montant_abondement="100",
        taux_autres_charges="1.37", **mode,
    )  # fmt: skip
    assert sum(result.amounts.get(code) or D(0) for code in SPENT) == result["chiffre_affaires"]


def test_an_envelope_without_an_exact_gross() -> None:
    """At 5 469,10 the reduction ends: costs from 7 801,44 to 7 910,83 have no gross."""
    result = exact(montant_mensuel="7850", taux_frais="0")

    # 7 850 − 7 801,44
    assert euros(result, "brut", "cout", "solde") == ["5469.09", "7801.44", "48.56"]
    assert "pas_de_brut_exact" in remarks(result)
    above = exact(montant_mensuel="7910.83", taux_frais="0")
    assert euros(above, "brut", "solde") == ["5469.10", "0.00"]
    assert "pas_de_brut_exact" not in remarks(above)


def test_the_vat_is_shown_and_changes_nothing() -> None:
    # 8 100 × 20 %
    assert euros(month(), "tva", "facture_ttc") == ["1620.00", "9720.00"]


def test_a_flat_month_is_the_same_waterfall() -> None:
    flat = month(mode="mensuel", montant_mensuel="8100")
    assert flat["reste"] == month()["reste"]


def test_the_daily_rate_of_a_wanted_net() -> None:
    """3 000 ÷ 78 % × 1,45 ÷ 93 % = 5 996,69; ÷ 18 = 333,149."""
    result = month(mode="net", net_vise="3000", lecture="forfait", reserve_cdi="aucune")

    assert euros(result, "chiffre_affaires", "tjm_necessaire", "tjm_arrondi") == [
        "5996.69", "333.15", "334",
    ]  # fmt: skip
    assert euros(result, "reste") == ["3000.00"]
