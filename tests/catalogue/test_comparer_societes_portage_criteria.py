"""Fees out of use, minimum pay, services and scores, a company's own rates, by hand."""

from decimal import Decimal

import pytest

from tests.catalogue.quotes import (
    BRUT_6000,
    at,
    cells,
    column,
    compared,
    notes,
    said,
    warned,
)
from tests.catalogue.runs import euros

# Fees, other charges, minimum


@pytest.mark.parametrize(
    ("fee", "said_of_it"),
    [("0", "frais_bas_1"), ("4", "frais_bas_1"), ("4.99", "frais_bas_1"), ("5", ""), ("10", ""),
     ("10.01", "frais_hauts_1"), ("12", "frais_hauts_1"), ("100", "frais_hauts_1")],
)  # fmt: skip
def test_a_fee_out_of_use_is_warned_of(fee: str, said_of_it: str) -> None:
    found = warned(at(fee, "7"), "frais_")

    assert found == ({said_of_it} if said_of_it else set())


def test_a_company_that_takes_everything_leaves_no_pay() -> None:
    result = at("100", "0")

    taken = cells(result, 1)
    assert taken.pop("frais") == taken.pop("ca") == Decimal(10_000)
    assert set(taken.values()) == {Decimal(0)}
    assert "rien_a_payer_1" in notes(result)
    assert said(result).startswith("Le devis 2 laisse le plus")
    assert said(at("100", "100")) == "Aucun de ces devis ne laisse de quoi payer un salaire."


def test_charges_above_the_turnover_are_owed() -> None:
    result = compared({"taux_frais": "7", "autres_charges": "9500"}, {"taux_frais": "7"})

    assert cells(result, 1)["solde"] == Decimal(-200)  # 10 000 − 700 − 9 500
    assert cells(result, 1)["net"] == Decimal(0)
    assert "rien_a_payer_1" in notes(result)


def test_other_charges_are_nothing_or_explained() -> None:
    result = compared(
        {"taux_frais": "7"},
        {"taux_frais": "7", "autres_charges": "0"},
        {"taux_frais": "7", "autres_charges": "80", "motif": "CVAE et C3S"},
        {"taux_frais": "7", "autres_charges": "80"},
    )

    asked = {r for r in notes(result) if r.startswith("charges")}
    assert asked == {"charges_a_expliquer_4"}


@pytest.mark.parametrize(
    ("level", "least"),
    [("premier_niveau", "2255.61"), ("junior", "2517.13"), ("senior", "2713.27"),
     ("expert", "3072.86")],
)  # fmt: skip
def test_a_pay_under_the_minimum_of_the_branch(level: str, least: str) -> None:
    """69, 77, 83 and 94 % of 3 269."""
    below = f"{Decimal(least) - Decimal('0.01'):f}"
    quote = {"taux_frais": "7"}
    result = compared(
        quote | {"brut_annonce": below}, quote | {"brut_annonce": least},
        quote | {"brut_annonce": below, "reserve": "1"}, echelon=level,
    )  # fmt: skip

    assert euros(result, "salaire_minimum") == [least]
    found = {r for r in notes(result) if r.startswith("sous_le_minimum")}
    assert found == {"sous_le_minimum_1"}  # the reserve counts, since rider 12


def test_before_the_rider_the_reserve_does_not_count_and_part_time_does() -> None:
    """75 % of 3 269 is 2 451,75; 80 % of a full time, 1 961,40."""
    quote = {"taux_frais": "7", "brut_annonce": "1961.39", "reserve": "500"}
    result = compared(
        quote, quote | {"brut_annonce": "1961.40"}, periode="2024-06-15", echelon="senior",
        temps_travail="80",
    )  # fmt: skip

    assert euros(result, "salaire_minimum") == ["1961.40"]
    assert {r for r in notes(result) if r.startswith("sous_le_minimum")} == {"sous_le_minimum_1"}


def test_an_envelope_below_the_minimum() -> None:
    """3 000 × 93 % = 2 790 where the junior minimum costs 3 199,78."""
    assert {"sous_le_minimum_1", "sous_le_minimum_2"} <= set(notes(at("7", "7", ca="3000")))


# What is had for the fee


def test_companies_are_ranked_by_weighted_scores() -> None:
    weights = {"poids_reputation": 2, "poids_garantie": 3, "poids_conseil": 1, "poids_outils": 1}
    result = at(
        "7", "7",
        societes=[
            {"reputation": 5, "garantie": 3, "conseil": 5, "outils": 3},
            {"reputation": 4, "garantie": 5, "conseil": 3, "outils": 4},
        ],
        **weights,
    )  # fmt: skip

    # (10 + 9 + 5 + 3) ÷ 7 = 3,857; (8 + 15 + 3 + 4) ÷ 7 = 4,286
    assert column(result, "grille", "note") == ["3.86", "4.29"]
    assert column(result, "grille", "rang") == ["2", "1"]


def test_a_score_left_out_weighs_nothing_and_equal_scores_share_a_rank() -> None:
    companies = [{"reputation": 4}, {"reputation": 4, "outils": 4}, {"outils": 0}]
    result = at("7", "7", "7", societes=companies)

    assert column(result, "grille", "note") == ["4.00", "4.00", "0.00"]
    assert column(result, "grille", "rang") == ["1", "1", "3"]


def test_the_fee_less_the_services_it_includes() -> None:
    result = at("7", "5", ca="8100", societes=[{"services": "300"}, {"services": "500"}])

    assert column(result, "grille", "cout_net") == ["267.00", "-95.00"]  # 567 − 300; 405 − 500


def test_a_company_has_its_own_rates() -> None:
    """6 000 of gross: 2,08 − 0,7 = 1,38 points of accidents are 82,80; 20 of health are 21,60."""
    result = compared(
        *[BRUT_6000] * 4, sans_formation_branche=True,
        societes=[{}, {"taux_atmp": "2.08"}, {"sante": "80"}, {"taille": "moins_de_11"}],
    )  # fmt: skip

    # Under 11: FNAL 0,1 % of T1 for 0,5 % of all (−25,995), no PEEC (−27), training 0,55 for 1
    # (−27), no forfait social (−6,406): 2 670,4005 − 86,401
    assert column(result, "comparaison", "employeur") == [
        "2670.40", "2753.20", "2692.00", "2584.00",
    ]  # fmt: skip


def test_the_branch_trains_small_companies_at_another_rate() -> None:
    """1,05 % of 6 000 under 11 employees, 0,60 % above."""
    result = compared(BRUT_6000, BRUT_6000, societes=[{"taille": "moins_de_11"}, {}])

    assert euros(
        result, "employeur_formation_conventionnelle_devis_1",
        "employeur_formation_conventionnelle_devis_2",
    ) == ["63", "36"]  # fmt: skip


def test_the_legal_lines_stand_side_by_side() -> None:
    """A row has a cell for each quote, in the order of a payslip; they add up to the total."""
    small = {"taille": "moins_de_11"}
    result = at("5", "10", societes=[small])

    table = next(t for t in result.tables if t.code == "employeur")
    keys = list(table.rows)
    assert keys.index("fnal") < keys.index("peec") < keys.index("formation")
    assert set(table.rows["peec"][1].lines) == {"devis_2"}
    exact = sum(
        line.value for key in keys for code, line in table.rows[key][1].lines.items()
        if code == "devis_2" and line.declaration.nature and key != "cotisations_employeur"
    )  # fmt: skip
    assert exact.quantize(Decimal("0.01")) == cells(result, 2)["employeur"]
