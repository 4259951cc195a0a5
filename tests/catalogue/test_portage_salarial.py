"""A month in portage: each figure is worked out by hand beside it."""

from typing import Any

import pytest

from calculators.kit.presenter import present
from tests.catalogue.portes import RAPIDE, D, exact, month
from tests.catalogue.runs import euros, remarks, run


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


@pytest.mark.parametrize("net", ["1800", "2345.67", "3000", "4321.09", "9000"])
@pytest.mark.parametrize("tax", [{}, {"net_voulu": "apres_impot"}], ids=["before", "after"])
def test_the_exact_rate_leaves_the_wanted_net(net: str, tax: dict[str, str]) -> None:
    """The least gross that reaches it: a euro of rate less, and the month falls short."""
    found = month(mode="net", net_vise=net, **tax)
    line = "net_avant_impot" if not tax else "net_paye"
    reached = found[line]
    assert reached is not None
    assert D(net) <= reached < D(net) + D("0.02")
    asked = found["tjm_arrondi"]
    assert asked is not None
    again = month(tjm=str(asked))["net_avant_impot"]
    before_tax = found["net_avant_impot"]
    assert again is not None
    assert before_tax is not None
    assert again >= before_tax
    short = month(tjm=str(asked - 2))["net_avant_impot"]
    assert short is not None
    assert short < before_tax


def test_the_rate_typed_back_leaves_the_net() -> None:
    """436,28 needs 1 000,15 billed in 18 days: 55,56 a day bills 1 000,08 only."""
    given = {
        "taux_frais": "12", "fonctionnement": "200", "reserve_cdi": "simple",
        "effectif": "de_50_a_249", "mode_prelevement": "aucun",
    }  # fmt: skip
    found = month(mode="net", net_vise="436.28", **given)

    assert euros(found, "chiffre_affaires", "tjm_necessaire") == ["1000.15", "55.57"]
    assert euros(month(tjm="55.57", **given), "net_avant_impot") == ["436.35"]
    assert euros(month(tjm="55.56", **given), "net_avant_impot") == ["436.24"]


@pytest.mark.parametrize("net", ["3141.62", "3140", "3136.10", "3130"])
def test_a_rate_rounded_up_does_not_lose_the_net_at_the_ceiling(net: str) -> None:
    """Above 4 005 of gross the CET takes 0,14 % of the whole: 5,61 of net, on a cent more."""
    found = month(mode="net", net_vise=net)
    for code in ("tjm_necessaire", "tjm_arrondi"):
        left = month(tjm=str(found[code]))["net_avant_impot"]
        assert left is not None
        assert left >= D(net)


@pytest.mark.parametrize(
    ("tarif", "fee"),
    [({"taux_frais": "7"}, "567.00"),
     ({"taux_frais": "7", "plafond_frais": "500"}, "500.00"),
     ({"mode_frais": "fixe", "frais_fixes": "99"}, "99.00"),
     # 5 000 × 7 % + 3 100 × 3 %
     ({"mode_frais": "degressif", "seuil_frais": "5000", "taux_frais_au_dela": "3"}, "443.00"),
     # 8 400 × 7 %, the 300 billed again being in the base
     ({"refactures": "300", "frais_sur_refactures": True}, "588.00"),
     ({"refactures": "300"}, "567.00")],
)  # fmt: skip
def test_how_a_company_charges(tarif: dict[str, Any], fee: str) -> None:
    down = month(**tarif)
    assert euros(down, "frais_gestion") == [fee]
    net = down["net_avant_impot"]
    up = month(mode="net", net_vise=str(net), **tarif)
    # The balance that no gross takes is a few cents a month.
    assert up["tjm_necessaire"] == pytest.approx(D(450), abs=D("0.01"))


def test_the_fee_and_the_reserve_are_written_line_by_line() -> None:
    """The gross splits in 1,155 parts of base: 1 for the days, 0,05, 0,105."""
    result = month()
    parts = ("salaire_base", "apport_affaires", "indemnite_conges")
    base, apport, conges = (result[code] or D(0) for code in parts)
    assert base + apport + conges == result["brut"]
    assert apport == (base * D("0.05")).quantize(D("0.01"))
    assert conges == (base * D("0.105")).quantize(D("0.01"))
    # 10 % of the base, its contributions at the month's average
    reserve = result["reserve"] or D(0)
    assert reserve == (base * D("0.1")).quantize(D("0.01"))
    average = (result["cotisations_employeur"] or D(0)) / (result["brut"] or D(1))
    assert abs((result["charges_reserve"] or D(0)) - reserve * average) < D("0.02")


def test_a_fixed_term_has_its_end_of_contract_pay_instead_of_a_reserve() -> None:
    result = month(cdd=True)
    assert "reserve" not in result.amounts
    brut, precarite = result["brut"] or D(0), result["precarite"] or D(0)
    assert precarite == (brut / 11).quantize(D("0.01"))  # 10 % of the rest
    assert result["cpf_cdd"] == brut / 100


def test_months_that_the_reserve_covers() -> None:
    """459,75 × 6; ÷ 2 000 = 1,379."""
    result = run(
        "portage-salarial",
        **(RAPIDE | {"reserve_cdi": "chargee", "mois_reserve": 6, "besoin_mensuel": "2000"}),
    )
    assert euros(result, "reserve_cumulee", "mois_couverts") == ["2758.50", "1.4"]


def test_an_advance_when_the_client_pays_late() -> None:
    result = run("portage-salarial", **RAPIDE, retard_jours=45)
    assert euros(result, "avance", "jours_avance") == ["3944.65", "45"]
    capped = run("portage-salarial", **RAPIDE, retard_jours=45, plafond_avance="3000")
    assert euros(capped, "avance") == ["3000.00"]
    assert "avance_plafonnee" in remarks(capped)


@pytest.mark.parametrize(
    ("day", "late", "cap", "paid", "client", "amount"),
    [("2026-11-20", 45, None, "30/11/2026", "14/01/2027", "3944.65"),
     ("2026-11-01", 45, "3000", "30/11/2026", "14/01/2027", "3000.00"),
     ("2026-12-31", 1, None, "31/12/2026", "01/01/2027", "3944.65"),
     ("2024-02-10", 0, "9999", "29/02/2024", "29/02/2024", "3944.65")],
)  # fmt: skip
def test_the_advance_day_by_day(
    day: str, late: int, cap: str | None, paid: str, client: str, amount: str
) -> None:
    """45 days after 30 November: 31 of December, and 14."""
    given = RAPIDE | {"periode": day, "retard_jours": late, "plafond_avance": cap}
    result = run("portage-salarial", **given)

    rows = next(t for t in present(result).tables if t.code == "avances").rows
    assert [row[1] for row in rows] == [paid, client]
    assert euros(result, "avances_paie_encours", "avances_client_encours") == [amount, "0.00"]
    assert euros(result, "avances_client_montant") == [amount]


@pytest.mark.parametrize(
    ("tjm", "rate", "interest"),
    [("375", "12", "79.89"),  # 8 100 TTC × 12 % × 30 ÷ 365
     ("450", "12", "95.87"),  # 9 720 TTC
     ("450", None, "99.06")],  # at 12,40 %, the second half of 2026
)  # fmt: skip
def test_interest_of_a_late_invoice(tjm: str, rate: str | None, interest: str) -> None:
    result = month(tjm=tjm, retard_jours=30, taux_penalite=rate)
    assert euros(result, "penalites", "indemnite_recouvrement") == [interest, "40.00"]


def test_what_follows_from_the_daily_rate() -> None:
    result = month(
        indice_depart="115.2", indice_actuel="118.4", prime="5", heures_gagnees="15",
        heures_gagnees_au_plus="20", creances="16200", facture_periode="24300",
    )  # fmt: skip
    # 450 × 118,4 ÷ 115,2; 450 × 1,05
    assert euros(result, "tjm_indexe", "tjm_bonus") == ["462.50", "472.50"]
    # 450 ÷ 8 × 15 and × 20
    assert euros(result, "valeur_temps", "valeur_temps_au_plus") == ["843.75", "1125.00"]
    # 16 200 ÷ 24 300 × 90
    assert euros(result, "delai_paiement") == ["60.0"]


def test_what_a_higher_rate_or_another_fee_would_leave() -> None:
    flat = {"lecture": "forfait", "reserve_cdi": "aucune"}
    result = month(**flat, hausse_tjm="5", autre_taux_frais="5", autre_taux_frais_2="10")
    # 8 505 × 93 % ÷ 1,45 × 78 % = 4 254,846; 4 052,23 without it
    assert euros(result, "variantes_hausse_net", "variantes_hausse_ecart") == [
        "4254.85", "202.62",
    ]  # fmt: skip
    assert euros(result, "variantes_autre_taux_frais_net", "variantes_autre_taux_frais_2_net") == [
        "4139.38", "3921.52",
    ]  # fmt: skip
    exact_one = month(hausse_tjm="5")
    assert exact_one["variantes_hausse_net"] == month(tjm="472.5")["net_avant_impot"]


def test_a_savings_plan_moves_money_out_of_the_month() -> None:
    without = month()
    result = month(montant_abondement="300", versement_epargne="100")

    # 300 and 20 % of it from the account; 9,7 % of 300 to CSG and CRDS
    assert euros(result, "cout_epargne", "epargne_prelevements", "epargne_placee") == [
        "360.00", "29.10", "370.90",
    ]  # fmt: skip
    left, before = result["net_disponible"], without["reste"]
    assert left is not None
    assert before is not None
    assert left < before
    assert result["net_et_epargne"] == left + D("370.90")
    # 3 × 100; 4 005 × 12 × 8 %
    assert euros(result, "epargne_maximum_multiple", "epargne_maximum_annuel") == [
        "300.00", "3844.80",
    ]  # fmt: skip
    assert "abondement_trop_haut" not in remarks(result)
    assert "abondement_trop_haut" in remarks(
        month(montant_abondement="300.01", versement_epargne="100")
    )
    # a twelfth of 3 844,80 is 320,40; of 7 689,60 twice that
    big = {"montant_abondement": "321", "versement_epargne": "500"}
    assert "abondement_trop_haut" in remarks(month(**big))
    assert "abondement_trop_haut" not in remarks(month(**big, plan="pereco"))
    small = month(montant_abondement="300", versement_epargne="100", effectif="de_11_a_49")
    assert euros(small, "cout_epargne") == ["300.00"]
