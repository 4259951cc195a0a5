"""A perk above a threshold: each figure is worked out by hand beside it."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import calculators
from calculators.kit.calculator import Result
from calculators.kit.charts.curves import curve
from calculators.kit.charts.shapes import CurveShape
from calculators.kit.charts.specs import Curve
from calculators.kit.presenter import present
from sellerdesk.desk.reading import validated
from tests.books import committed_book
from tests.catalogue.runs import euros, remarks, run
from tests.strategies import inputs_of

CALCULATOR = calculators()["seuil-panier"]
OFFER: dict[str, Any] = {
    "date_offre": "2026-06-01", "panier_moyen": "38", "seuil": "45", "commandes": 1000,
    "part_montent": "25", "part_deja": "30", "taux_marge": "40", "bonus": "2",
}  # fmt: skip
FREE_SHIPPING = {
    "genre_avantage": "livraison", "bonus": "6", "preparation": "1.20", "taux_marge": "38",
}  # fmt: skip


def offer(**given: Any) -> Result:
    return run("seuil-panier", **(OFFER | given))


def said(result: Result) -> dict[str, str]:
    return {n.code: n.text.replace("\N{NO-BREAK SPACE}", " ") for n in present(result).notes}


def test_the_example_of_the_article_loses_money() -> None:
    result = offer()

    # 45 ÷ 38 − 1 = 0,184210…; 25 % and 30 % of all 1 000 orders
    assert euros(result, "hausse", "montent", "deja") == ["18.42", "250", "300"]
    # 250 × 7 = 1 750 sold more, 40 % of it kept; 2 € given 550 times
    assert euros(result, "ca_en_plus", "marge_gagnee", "cout_total", "net") == [
        "1750.00", "700.00", "1100.00", "-400.00",
    ]  # fmt: skip
    assert euros(result, "cout_montent", "cout_deja") == ["500.00", "600.00"]
    # 700 ÷ 550 = 1,2727
    assert euros(result, "bonus_equilibre") == ["1.27"]
    assert "400,00" in present(result).headline


def test_how_many_orders_must_move_up() -> None:
    """Each one brings 7 × 40 % − 2 = 0,80; the 300 already above cost 600: 750 orders of 1 000."""
    result = offer()

    assert euros(result, "gain_par_commande", "part_requise") == ["2.80", "75.00"]
    assert {"part_inaccessible", "deja_servies"} <= remarks(result)  # 70 % are below the threshold
    # At 50: 12 × 40 % − 2 = 2,80; 600 ÷ 2,80 = 214,29 orders
    reached = offer(seuil="50")
    assert euros(reached, "part_requise") == ["21.43"]
    assert "part_accessible" in remarks(reached)


def test_a_gain_that_does_not_pay_its_own_perk() -> None:
    result = offer(bonus="3")  # 2,80 of margin for 3 € given

    assert result["part_requise"] is None
    assert "gain_insuffisant" in remarks(result)
    rows = next(table.rows for table in present(result).tables if table.code == "seuils")
    space = "\N{NO-BREAK SPACE}"
    assert [cell.replace(space, " ") for cell in rows[0]] == [
        "Proposé", "45,00 €", "aucune ne suffit", "2,80 €", "18,42 %",
    ]  # fmt: skip


def test_the_threshold_of_the_article_is_below_its_own_table() -> None:
    result = offer()

    # 38 × 1,20 and 38 × 1,30
    assert euros(result, "cible_basse", "cible_haute") == ["45.60", "49.40"]
    assert "sous_repere" in remarks(result)
    sentence = said(result)["sous_repere"]
    assert all(part in sentence for part in ("45,00 € font 18,42 %", "45,60 € à 49,40 €"))


@pytest.mark.parametrize(
    ("seuil", "found"),
    [("45.59", "sous_repere"), ("45.60", "dans_repere"), ("49.40", "dans_repere"),
     ("49.41", "au_dela_repere")],
)  # fmt: skip
def test_where_a_threshold_stands(seuil: str, found: str) -> None:
    assert remarks(offer(seuil=seuil)) & {"sous_repere", "dans_repere", "au_dela_repere"} == {found}


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({}, {"sous_repere", "comme_l_article"}),
        ({"panier_moyen": "100", "seuil": "105"}, {"sous_repere"}),
        # 30 ÷ 38 is 21,05 % less: nothing « de plus » to say
        ({"seuil": "30"}, set()), ({"seuil": "38"}, set()), ({"seuil": "45.60"}, set()),
    ],
)  # fmt: skip
def test_what_is_said_of_the_article_is_true_of_the_threshold(
    given: dict[str, str], shown: set[str]
) -> None:
    result = offer(**given)

    assert remarks(result) & {"sous_repere", "comme_l_article"} == shown
    assert not any("font −" in text for text in said(result).values())


def test_free_shipping_has_a_floor_and_a_threshold_to_try() -> None:
    result = offer(**FREE_SHIPPING)

    # 7,20 ÷ 38 % = 18,947; the higher of it and 45,60 is the tenth multiple of 5 once rounded up
    assert euros(result, "cout_par_commande", "plancher") == ["7.20", "18.95"]
    assert euros(result, "a_atteindre", "multiples", "candidat") == ["45.60", "10", "50.00"]


def test_the_floor_decides_when_it_is_higher() -> None:
    # 30 ÷ 50 % = 60, already a multiple of 5
    assert euros(offer(bonus="30", taux_marge="50"), "plancher", "candidat") == ["60.00", "60.00"]
    # 30,01 ÷ 50 % = 60,02
    assert euros(offer(bonus="30.01", taux_marge="50"), "candidat") == ["65.00"]
    assert euros(offer(pas="2.5"), "candidat") == ["47.50"]
    assert euros(offer(pas="0.1"), "candidat") == ["45.60"]


def test_handling_and_returns_are_of_free_shipping_only() -> None:
    extra = {"preparation": "1.20", "retours": "0.50"}

    assert euros(offer(**extra), "cout_par_commande") == ["2.00"]
    assert euros(offer(**extra, genre_avantage="livraison"), "cout_par_commande") == ["3.70"]


def needed(result: Result) -> dict[str, str]:
    """What the table of thresholds says of the orders that must move."""
    table = next(table for table in present(result).tables if table.code == "seuils")
    assert len(set(table.headers)) == len(table.headers)
    return {row[0]: row[2].replace("\N{NO-BREAK SPACE}", " ") for row in table.rows}


def test_a_threshold_to_try_that_cannot_pay_is_marked() -> None:
    """12 × 38 % = 4,56 for 7,20 given; 38 + 7,20 ÷ 38 % = 56,947."""
    result = offer(**FREE_SHIPPING, seuil="50")

    assert euros(result, "plancher", "candidat", "reste_candidat", "panier_rentable") == [
        "18.95", "50.00", "-2.64", "56.95",
    ]  # fmt: skip
    # 550 × 7,20 = 3 960 ÷ (250 × 38 %) = 41,684 more than 38: the sixteenth multiple of 5
    assert euros(result, "panier_equilibre", "multiples_rentables", "seuil_rentable") == [
        "79.68", "16", "80.00",
    ]  # fmt: skip
    sentence = said(result)["candidat_insuffisant"]
    assert "50,00 €, ne suffit pas à vos parts" in sentence
    assert "une commande qui y monte laisse −2,64 €" in sentence
    assert "à partir de 80,00 €, si 25 % des commandes montent encore" in sentence
    cells = needed(result)
    assert cells["À essayer"] == "aucune ne suffit"
    # 30 % × 7,20 ÷ (42 × 38 % − 7,20 = 8,76)
    assert cells["Premier où l’offre rapporte"] == "24,66 %"
    assert "candidat_insuffisant" not in remarks(offer())


@pytest.mark.parametrize(
    ("given", "first"),
    [
        # 1 100 ÷ (250 × 40 %) = 11 more than 38, where nothing is left: 49 leaves 0
        ({}, "50.00"), ({"pas": "0.01"}, "49.01"), ({"seuil": "50"}, "50.00"),
        # 40 % move: 1 400 ÷ 160 = 8,75
        ({"part_montent": "40"}, "50.00"), ({"part_montent": "40", "pas": "0.01"}, "46.76"),
        # 550 × 9 999 ÷ 100 = 54 994,5
        ({"bonus": "9999"}, "55035.00"),
    ],
)  # fmt: skip
def test_the_first_threshold_that_pays_does_so_at_the_shares_given(
    given: dict[str, str], first: str
) -> None:
    result = offer(**given)
    there = offer(**given | {"seuil": first})

    assert euros(result, "seuil_rentable") == [first]
    assert (there["net"] or 0) > 0
    assert (there["part_requise"] or 101) <= Decimal(given.get("part_montent", "25"))


def test_a_threshold_out_of_reach_is_marked_in_its_row() -> None:
    """At 45, 75 % must move and 70 % are below: the example of the article."""
    table = next(table for table in present(offer()).tables if table.code == "seuils")
    why = {row[0]: why.replace("\N{NO-BREAK SPACE}", " ") for _, row, why in table.ranked}

    assert (
        why["Proposé"] == "Hors d’atteinte, même si toutes les commandes sous le seuil montaient."
    )
    assert [row for row, said in why.items() if said] == ["Proposé"]
    paying = next(table for table in present(offer(seuil="50")).tables if table.code == "seuils")
    assert not any(why for _, _, why in paying.ranked)


@pytest.mark.parametrize("bonus", ["7.20", "9999"])
def test_no_share_above_all_orders_is_ever_printed(bonus: str) -> None:
    result = offer(**FREE_SHIPPING | {"bonus": bonus}, seuil="60", part_montent="5")

    for code in ("propose", "bas", "haut", "candidat", "rentable"):
        share = result[f"seuils_{code}_requise"]
        assert share is None or share <= 100
    assert result["part_requise"] is None or result["part_requise"] <= 100
    assert not any("166" in text for text in said(result).values())


def test_nobody_moving_makes_no_threshold_pay() -> None:
    result = offer(part_montent="0")

    assert euros(result, "panier_equilibre", "seuil_rentable") == ["-", "-"]
    assert "personne_ne_monte" in remarks(result)
    assert not {"candidat_insuffisant", "seuil_qui_rapporte"} & remarks(result)
    assert needed(result)["Premier où l’offre rapporte"] == "aucune ne suffit"


def test_five_thresholds_side_by_side() -> None:
    result = offer()

    for key, threshold, rise, gain, needed in (
        ("propose", "45.00", "18.42", "2.80", "75.00"),
        ("bas", "45.60", "20.00", "3.04", "57.69"),  # 60 ÷ 1,04
        ("haut", "49.40", "30.00", "4.56", "23.44"),  # 60 ÷ 2,56 = 23,4375
        ("candidat", "50.00", "31.58", "4.80", "21.43"),  # 60 ÷ 2,80
        ("rentable", "50.00", "31.58", "4.80", "21.43"),  # 38 + 1 100 ÷ (250 × 40 %) = 49
    ):
        columns = (f"seuils_{key}_{name}" for name in ("montant", "montee", "gain", "requise"))
        assert euros(result, *columns) == [threshold, rise, gain, needed]


def test_a_threshold_below_the_average_basket_moves_nobody() -> None:
    result = offer(seuil="30")

    assert euros(result, "ecart_panier", "marge_gagnee", "net") == ["0.00", "0.00", "-1100.00"]
    assert "seuil_sous_panier" in remarks(result)
    assert "seuil_sous_plancher" in remarks(offer(bonus="20"))  # 20 ÷ 40 % = 50


def test_a_date_before_2009_is_too_old() -> None:
    assert offer(date_offre="2008-12-31").outcome.code == "date_trop_ancienne"
    assert offer(date_offre="2009-01-01").outcome.applies


def test_nobody_moves_and_nobody_is_above() -> None:
    result = offer(part_montent="0", part_deja="0")

    assert euros(result, "net", "bonus_equilibre") == ["0.00", "-"]
    assert present(result).headline.endswith("ne rapporte ni ne coûte rien.")
    assert "avantage_equilibre" not in remarks(result)


def test_the_curve_of_orders_that_move_crosses_where_the_offer_breaks_even() -> None:
    spec = next(c for c in CALCULATOR.charts if c.code == "selon_part")
    assert isinstance(spec, Curve)
    view = curve(spec, offer(seuil="50"))

    assert view is not None
    assert isinstance(view.shape, CurveShape)
    assert [crossing.text for crossing in view.shape.crossings] == ["21,43\N{NO-BREAK SPACE}%"]
    (row,) = (row for row in view.table.rows if row[0].startswith("21,43"))
    assert row[1] == row[2]  # 1 028,64 and 1 028,60 at 21,43 % itself


@pytest.mark.parametrize(("seuil", "perk"), [("50", "2,18"), ("45", "1,27")])
def test_the_curve_of_the_perk_is_marked_where_the_offer_breaks_even(seuil: str, perk: str) -> None:
    spec = next(c for c in CALCULATOR.charts if c.code == "selon_bonus")
    assert isinstance(spec, Curve)
    view = curve(spec, offer(seuil=seuil))

    assert view is not None
    assert isinstance(view.shape, CurveShape)
    # 1 200 ÷ 550 and 700 ÷ 550, as the line « Avantage qui s’équilibre »
    assert [crossing.text for crossing in view.shape.crossings] == [f"{perk}\N{NO-BREAK SPACE}€"]
    assert any(row[0].startswith(perk) for row in view.table.rows)


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"taux_marge": "0"}, "taux_marge", "Donnez une marge au-dessus de 0 %"),
        ({"taux_marge": "-5"}, "taux_marge", "d’au moins 0"),
        ({"taux_marge": "101"}, "taux_marge", "d’au plus 100"),
        ({"part_montent": "71"}, "part_montent", "dépassent 100 %"),
        ({"part_deja": "120"}, "part_deja", "d’au plus 100"),
        ({"panier_moyen": "0"}, "panier_moyen", "d’au moins 0,01"),
        ({"pas": "0"}, "pas", "d’au moins 0,01"),
        ({"commandes": "0"}, "commandes", "d’au moins 1"),
        ({"commandes": "12.5"}, "commandes", "nombre entier"),
        ({"bonus": "deux"}, "bonus", "Écrivez un nombre"),
    ],
)
def test_bad_input_has_a_sentence_at_its_field(
    changed: dict[str, str], field: str, sentence: str
) -> None:
    inputs, wrong = validated(CALCULATOR.inputs, OFFER | changed)

    assert inputs is None
    assert [name for name, _ in wrong] == [field]
    assert sentence in wrong[0][1].replace("\N{NO-BREAK SPACE}", " ")


def offers(**fixed: Any) -> st.SearchStrategy[Any]:
    day = CALCULATOR.inputs.model_validate(OFFER).date_offre  # type: ignore[attr-defined]
    return inputs_of(CALCULATOR.inputs, date_offre=day, **fixed)


@given(inputs=offers())
def test_the_perk_that_breaks_even_leaves_nothing_but_a_rounding(inputs: Any) -> None:
    result = CALCULATOR.calculate(inputs=inputs, rates=committed_book())
    perk, takers = result["bonus_equilibre"], result["beneficiaires"]
    if perk is None or perk > 1_000_000:
        return
    alone = {"genre_avantage": "bonus", "bonus": perk}
    again = CALCULATOR.calculate(inputs=inputs.model_copy(update=alone), rates=committed_book())
    assert again["net"] is not None
    assert takers is not None
    # half a cent an order at most, and a cent for each of the two costs
    assert abs(again["net"]) <= takers * Decimal("0.005") + Decimal("0.02")


@given(inputs=offers(), more=st.decimals(0, 1000, places=2))
def test_a_dearer_perk_never_earns_more(inputs: Any, more: Decimal) -> None:
    dearer = inputs.model_copy(update={"bonus": inputs.bonus + more})
    nets = [
        CALCULATOR.calculate(inputs=given, rates=committed_book())["net"]
        for given in (inputs, dearer)
    ]
    assert nets[0] is not None
    assert nets[1] is not None
    assert nets[1] <= nets[0]


@given(inputs=offers())
def test_the_threshold_to_try_pays_its_perk(inputs: Any) -> None:
    result = CALCULATOR.calculate(inputs=inputs, rates=committed_book())
    candidate, floor, low = (result[c] for c in ("candidat", "plancher", "cible_basse"))
    assert candidate is not None
    assert floor is not None
    assert low is not None
    assert max(floor, low) - 1 <= candidate < max(floor, low) + inputs.pas + 1


@given(inputs=offers())
def test_the_first_threshold_that_pays_is_the_first(inputs: Any) -> None:
    result = CALCULATOR.calculate(inputs=inputs, rates=committed_book())
    first = result["seuil_rentable"]
    if first is None or not 0 < first <= 1_000_000:
        return

    def net(threshold: Decimal) -> Decimal:
        moved = inputs.model_copy(update={"seuil": threshold})
        found = CALCULATOR.calculate(inputs=moved, rates=committed_book())["net"]
        assert found is not None
        return found

    assert net(first) > 0
    before = first - inputs.pas
    assert before <= 0 or net(before) <= Decimal("0.02")


@pytest.mark.parametrize("share", ["0", "100"])
@pytest.mark.parametrize("name", ["part_montent", "part_deja", "taux_marge"])
def test_no_rate_at_its_limit_breaks(name: str, share: str) -> None:
    if (name, share) == ("taux_marge", "0"):  # a sentence, above
        return
    result = offer(**({"part_montent": "0", "part_deja": "0"} | {name: share}))
    assert result.outcome.applies
    assert result["net"] is not None
