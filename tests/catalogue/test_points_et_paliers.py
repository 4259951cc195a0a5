"""What a programme gives back: each figure is worked out by hand beside it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import calculators
from calculators.catalogue.points_et_paliers.inputs import GenreProgramme
from calculators.kit.calculator import Result
from calculators.kit.charts.curves import curve
from calculators.kit.charts.shapes import CurveShape
from calculators.kit.charts.specs import Curve
from calculators.kit.presenter import present
from sellerdesk.desk.reading import validated
from tests.books import committed_book
from tests.catalogue.runs import euros, remarks, run
from tests.strategies import inputs_of

CALCULATOR = calculators()["points-et-paliers"]
ORDER: dict[str, Any] = {"date_commande": "2026-06-01", "panier": "45"}
DOUBLE = {"debut": "2026-05-25", "fin": "2026-06-07", "multiplicateur": "2"}
TRIPLE = {"debut": "2026-06-01", "fin": "2026-06-01", "multiplicateur": "3"}


def programme(**given: Any) -> Result:
    return run("points-et-paliers", **(ORDER | given))


@pytest.mark.parametrize(
    ("panier", "points"),
    [
        ("38", "190"),  # 38 × 5
        ("45", "225"),  # 45 × 5
        ("50", "250"),  # 50 × 5
        ("60", "350"),  # 250 + 10 × 10
        ("80", "550"),  # 250 + 30 × 10
        ("45.50", "227"),  # 227,5, rounded down
        ("0.01", "0"),  # 0,05
    ],
)
def test_points_by_slice(panier: str, points: str) -> None:
    assert euros(programme(panier=panier), "points_gagnes") == [points]


def test_each_slice_has_its_row() -> None:
    result = programme(panier="60")

    assert euros(result, "tranches_panier_1_assiette", "tranches_panier_2_assiette") == ["50", "10"]
    points = (f"tranches_panier_{n}_points_tranche" for n in (1, 2))
    assert euros(result, *points) == ["250", "100"]


def test_a_last_slice_with_a_limit_gives_nothing_above() -> None:
    slices = [{"limite": "50", "points_par_euro": "5"}, {"limite": "70", "points_par_euro": "10"}]

    # 250 + 20 × 10
    assert euros(programme(panier="80", tranches=slices), "points_gagnes") == ["450"]
    assert "panier_au_dela" in remarks(programme(panier="80", tranches=slices))
    assert "panier_au_dela" not in remarks(programme(panier="70", tranches=slices))


@pytest.mark.parametrize(
    ("day", "boosts", "points"),
    [
        ("2026-06-01", [DOUBLE], "450"),  # 225 × 2
        ("2026-06-01", [TRIPLE], "675"),  # 225 × 3
        ("2026-05-25", [DOUBLE], "450"),  # its first day
        ("2026-06-07", [DOUBLE], "450"),  # its last day
        ("2026-05-24", [DOUBLE], "225"),
        ("2026-06-08", [DOUBLE], "225"),
    ],
)
def test_a_dated_boost(day: str, boosts: list[dict[str, str]], points: str) -> None:
    assert euros(programme(date_commande=day, boosts=boosts), "points_gagnes") == [points]


@pytest.mark.parametrize(
    ("rule", "factor", "points"),
    [
        ("plus_haut", "3", "675"),
        ("ajoutes", "4", "900"),  # 1 + (2 − 1) + (3 − 1)
        ("multiplies", "6", "1350"),
    ],
)
def test_boosts_of_the_same_day_follow_the_rule_chosen(rule: str, factor: str, points: str) -> None:
    result = programme(boosts=[DOUBLE, TRIPLE], cumul_bonus=rule)

    assert euros(result, "boosts_actifs", "facteur_jour", "points_gagnes") == ["2", factor, points]
    assert "bonus_recouverts" in remarks(result)
    apart = programme(boosts=[DOUBLE, TRIPLE], cumul_bonus=rule, date_commande="2026-06-02")
    assert euros(apart, "points_gagnes") == ["450"]
    assert "bonus_recouverts" not in remarks(apart)


def test_a_boost_multiplies_before_the_rounding() -> None:
    # 227,5 × 2 = 455, not 227 × 2
    assert euros(programme(panier="45.50", boosts=[DOUBLE]), "points_gagnes") == ["455"]


def test_five_points_a_euro_at_a_cent_each_are_five_per_cent() -> None:
    result = programme(taux_marge="40")

    # 225 × 0,01 = 2,25; 2,25 ÷ 45; 2,25 ÷ 47,25
    assert euros(result, "avantage", "remise", "remise_recue") == ["2.25", "5.00", "4.76"]
    # 45 × 40 % = 18; 2,25 ÷ 18; 18 − 2,25
    assert euros(result, "marge_achats", "part_marge", "garde") == ["18.00", "12.50", "15.75"]
    # 80: 550 points, 5,50 ÷ 80
    assert euros(programme(panier="80"), "remise") == ["6.88"]


def test_orders_before_the_first_reward() -> None:
    near = programme(panier="38")

    # 500 ÷ 190 = 2,63; 500 × 0,01
    assert euros(near, "commandes_recompense", "valeur_recompense") == ["3", "5.00"]
    assert "recompense_proche" in remarks(near)
    assert euros(programme(panier="38", recompense=570), "commandes_recompense") == ["3"]
    far = programme(panier="38", recompense=571)  # 3,005
    assert euros(far, "commandes_recompense") == ["4"]
    assert "recompense_lointaine" in remarks(far)


def test_a_boost_of_the_day_does_not_bring_the_reward_nearer() -> None:
    assert euros(programme(panier="38", boosts=[TRIPLE]), "commandes_recompense") == ["3"]


def test_the_way_of_a_member_to_the_reward() -> None:
    result = programme(panier="38", points_acquis=190)

    # 190 ÷ 500; (500 − 190) ÷ 190 = 1,63
    assert euros(result, "progression", "commandes_restantes") == ["38.00", "2"]
    done = programme(panier="38", points_acquis=1200)
    assert euros(done, "progression", "commandes_restantes") == ["100.00", "0"]
    gauges = [chart.code for chart in present(result).charts]
    assert "progression" in gauges


def test_what_a_member_would_lose() -> None:
    # 1 200 × 0,01
    assert euros(programme(points_acquis=1200), "valeur_acquise", "cout_depart") == [
        "12.00", "12.00",
    ]  # fmt: skip
    assert euros(programme(points_acquis=1200, valeur_statut="20"), "cout_depart") == ["32.00"]
    assert euros(programme(valeur_statut="20"), "cout_depart") == ["20.00"]
    assert "cout_depart" not in programme().amounts


def test_rewarded_actions_have_their_own_points() -> None:
    result = programme(
        actions=[
            {"action": "Parrainage", "points": 200, "par_an": "0.5"},
            {"action": "Avis", "points": 50, "par_an": "2"},
        ]
    )

    assert euros(result, "actions_valeur_1_valeur", "actions_valeur_1_cout_annuel") == [
        "2.00", "1.00",
    ]  # fmt: skip
    # 1,00 + 50 × 2 × 0,01; (12 × 2,25 + 2) ÷ (12 × 45) = 29 ÷ 540
    assert euros(result, "cout_actions", "remise_annuelle") == ["2.00", "5.37"]


def test_a_stamp_card() -> None:
    result = programme(genre_programme="tampons")

    # 1 ÷ 11 of what is received, 1 ÷ 10 of what is paid
    assert euros(result, "remise", "remise_payee", "avantage") == ["9.09", "10.00", "45.00"]
    assert euros(programme(genre_programme="tampons", offerts=0), "remise") == ["0.00"]


def test_a_stamp_card_says_one_share_only() -> None:
    """11 × 45 = 495 received for 450 paid: 45 ÷ 495 in the sentence as in the picture."""
    result = programme(genre_programme="tampons", taux_marge="40")
    view = present(result)

    assert view.headline.replace("\N{NO-BREAK SPACE}", " ") == (
        "Le programme rend 9,09 % : 45,00 € sur 495,00 € reçus."
    )
    assert view.picture is not None
    given = next(s for s in view.picture.slices if s.label == "Rendu au client")
    assert "9,1" in given.share
    # the goods of 11 purchases, 60 % of 495; 198 of margin less 45; 45 ÷ 198
    assert euros(result, "marchandises", "garde", "part_marge") == ["297.00", "153.00", "22.73"]


@pytest.mark.parametrize("kind", list(GenreProgramme))
def test_a_rate_of_discount_is_no_balance(kind: GenreProgramme) -> None:
    assert present(programme(genre_programme=kind)).tone == "none"


def test_cashback() -> None:
    # 45 × 5 % = 2,25
    assert euros(programme(genre_programme="cashback"), "avantage", "remise") == ["2.25", "5.00"]
    capped = programme(genre_programme="cashback", plafond_cashback="2")
    # 2 ÷ 45
    assert euros(capped, "cashback", "avantage", "remise") == ["2.25", "2.00", "4.44"]
    assert "cashback_plafonne" in remarks(capped)


def test_a_paid_membership() -> None:
    result = programme(genre_programme="adhesion", taux_marge="40")

    # 12 × 45 = 540; 10 % of it is 54; less 40 of fee; 14 ÷ 540
    assert euros(result, "achats_membre", "remises", "avantage", "remise") == [
        "540.00", "54.00", "14.00", "2.59",
    ]  # fmt: skip
    # 40 ÷ 10 % = 400; 40 ÷ 4,50 = 8,89
    assert euros(result, "depense_rentable", "commandes_rentables") == ["400.00", "9"]
    # 216 of margin less 14
    assert euros(result, "garde") == ["202.00"]
    lost = programme(genre_programme="adhesion", commandes_an=8)  # 36 − 40
    assert euros(lost, "avantage", "remise") == ["-4.00", "-1.11"]
    assert "adhesion_perdante" in remarks(lost)
    assert "1,11" in present(lost).headline


def test_the_curve_of_a_membership_crosses_where_its_fee_is_paid_back() -> None:
    spec = next(c for c in CALCULATOR.charts if c.code == "cotisation_remboursee")
    assert isinstance(spec, Curve)
    view = curve(spec, programme(genre_programme="adhesion"))

    assert view is not None
    assert isinstance(view.shape, CurveShape)
    assert [crossing.text for crossing in view.shape.crossings] == ["8,89"]
    # 8,89 × 4,50 is 40,01: where the lines meet, both are the fee
    (row,) = (row for row in view.table.rows if row[0].startswith("8,89"))
    assert row[1] == row[2] == "40,00\N{NO-BREAK SPACE}€"
    # one's own case is never bent to it
    own = curve(spec, programme(genre_programme="adhesion", commandes_an=9))
    assert own is not None
    (mine,) = (row for row in own.table.rows if "votre cas" in row[0])
    assert mine[1:] == ("40,50\N{NO-BREAK SPACE}€", "40,00\N{NO-BREAK SPACE}€")


def test_levels() -> None:
    result = programme(genre_programme="niveaux")

    # 540 a year is above 300 and below 600; 540 × 4 %
    assert euros(result, "taux_atteint", "avantage", "remise") == ["4.00", "21.60", "4.00"]
    columns = ("commandes_niveau", "manque", "cout_seuil")
    # 600 ÷ 45 = 13,3; 600 − 540; 600 × 6 %
    assert euros(result, *(f"niveaux_membre_3_{c}" for c in columns)) == ["14", "60.00", "36.00"]
    assert euros(programme(genre_programme="niveaux", panier="50"), "remise") == ["6.00"]  # 600
    high = [{"depense": "1000", "taux": "5"}]
    assert euros(programme(genre_programme="niveaux", niveaux=high), "remise") == ["0.00"]


@pytest.mark.parametrize(
    ("cashback", "said"),
    [("0.99", "sous_usage"), ("1", "dans_usage"), ("3", "dans_usage"), ("3.01", "au_dela_usage"),
     ("5", "au_dela_usage"), ("5.01", "marge_entamee")],
)  # fmt: skip
def test_the_discount_beside_the_advice_of_vendors(cashback: str, said: str) -> None:
    result = programme(genre_programme="cashback", taux_cashback=cashback, panier="100")

    known = {"sous_usage", "dans_usage", "au_dela_usage", "marge_entamee"}
    assert remarks(result) & known == {said}
    assert euros(result, "usage_min", "usage_max", "erosion_max", "smile_min", "smile_max") == [
        "1.00", "3.00", "5.00", "3.00", "10.00",
    ]  # fmt: skip


def test_a_programme_that_gives_the_whole_margin_back() -> None:
    result = programme(genre_programme="cashback", taux_cashback="40", taux_marge="40")

    assert "marge_rendue" in remarks(result)
    assert euros(result, "part_marge", "garde") == ["100.00", "0.00"]


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"taux_marge": "0"}, "taux_marge", "au-dessus de 0 %"),
        ({"taux_marge": "-1"}, "taux_marge", "d’au moins 0"),
        ({"taux_marge": "101"}, "taux_marge", "d’au plus 100"),
        ({"panier": "0"}, "panier", "d’au moins 0,01"),
        ({"taux_cashback": "120"}, "taux_cashback", "d’au plus 100"),
        ({"boosts": [DOUBLE, TRIPLE | {"fin": "2026-05-31"}]}, "boosts_2_fin", "inversez-les"),
        ({"boosts": [DOUBLE | {"multiplicateur": "0"}]}, "boosts_1_multiplicateur", "au moins 1"),
        ({"boosts": [DOUBLE | {"debut": "31/02/2026"}]}, "boosts_1_debut", "date"),
        ({"tranches": []}, "tranches", "au moins une tranche"),
        (
            {"tranches": [{"limite": "50", "points_par_euro": "5"},
                          {"limite": "50", "points_par_euro": "10"}]},
            "tranches_2_limite", "dépasser celle de la tranche précédente",
        ),
        (
            {"tranches": [{"points_par_euro": "5"}, {"points_par_euro": "10"}]},
            "tranches_1_limite", "Donnez une limite",
        ),
        ({"genre_programme": "niveaux", "niveaux": []}, "niveaux", "au moins un niveau"),
        (
            {"genre_programme": "niveaux", "niveaux": [{"depense": "100", "taux": "5"}] * 2},
            "niveaux_2_depense", "commence déjà à ce montant",
        ),
        ({"recompense": "0"}, "recompense", "d’au moins 1"),
        ({"points_acquis": "1,5"}, "points_acquis", "nombre entier"),
    ],
)  # fmt: skip
def test_bad_input_has_a_sentence_at_its_field(
    changed: dict[str, Any], field: str, sentence: str
) -> None:
    inputs, wrong = validated(CALCULATOR.inputs, ORDER | changed)

    assert inputs is None
    assert [name for name, _ in wrong] == [field]
    assert sentence in wrong[0][1].replace("\N{NO-BREAK SPACE}", " ")


def test_rules_of_another_kind_are_not_asked() -> None:
    assert programme(genre_programme="tampons", tranches=[]).outcome.applies
    assert programme(niveaux=[]).outcome.applies


def test_no_point_at_all_is_said() -> None:
    result = programme(panier="0.01")

    assert euros(result, "remise", "commandes_recompense") == ["0.00", "-"]
    assert "aucun_point" in remarks(result)
    assert "ne rend rien" in present(result).headline


def programmes(**fixed: Any) -> st.SearchStrategy[Any]:
    return inputs_of(CALCULATOR.inputs, date_commande=date(2026, 6, 1), **fixed)


def discount(inputs: Any) -> Decimal:
    found = CALCULATOR.calculate(inputs=inputs, rates=committed_book())["remise"]
    assert found is not None
    return found


@given(inputs=programmes(genre_programme="points"), more=st.decimals(1, 100, places=2))
def test_more_points_never_lower_the_discount(inputs: Any, more: Decimal) -> None:
    richer = tuple(
        row.model_copy(update={"points_par_euro": row.points_par_euro + more})
        for row in inputs.tranches
    )
    assert discount(inputs.model_copy(update={"tranches": richer})) >= discount(inputs)
    dearer = inputs.model_copy(update={"valeur_point": inputs.valeur_point + more})
    assert discount(dearer) >= discount(inputs)


@given(inputs=programmes(genre_programme="points"))
def test_the_highest_bonus_alone_is_never_above_their_sum_nor_that_above_their_product(
    inputs: Any,
) -> None:
    found = [
        discount(inputs.model_copy(update={"cumul_bonus": type(inputs.cumul_bonus)(rule)}))
        for rule in ("plus_haut", "ajoutes", "multiplies")
    ]
    assert found == sorted(found)


@pytest.mark.parametrize("kind", list(GenreProgramme))
@pytest.mark.parametrize("rate", ["0", "100"])
def test_no_rate_at_its_limit_breaks(kind: GenreProgramme, rate: str) -> None:
    result = programme(
        genre_programme=kind, taux_cashback=rate, taux_adhesion=rate, taux_marge="100",
        niveaux=[{"depense": "0", "taux": rate}],
    )  # fmt: skip
    assert result.outcome.applies
    assert result["remise"] is not None
    assert present(result).headline
    if kind is GenreProgramme.ADHESION and rate == "0":
        assert "adhesion_sans_remise" in remarks(result)
