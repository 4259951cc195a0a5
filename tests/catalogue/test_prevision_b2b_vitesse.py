"""Conversion, channels, speed and meetings of a pipeline: each figure by hand beside it."""

from typing import Any

import pytest

from calculators.catalogue import calculators
from calculators.kit.calculator import Result
from calculators.kit.charts.shapes import FunnelShape
from calculators.kit.presenter import present
from sellerdesk.desk.reading import validated
from tests.catalogue.pipelines import DAY, SLUG, deal, forecast, note, plain, table
from tests.catalogue.runs import euros, remarks, run


def conversion(**given: Any) -> dict[str, Any]:
    return {"leads": 100, "rendez_vous": 40, "propositions": 20, "gagnees": 5} | given


def test_a_hundred_leads_become_five_sales() -> None:
    """40 ÷ 100, 20 ÷ 40, 5 ÷ 20, 5 ÷ 100; on what is decided, 5 ÷ (5 + 11)."""
    result = forecast(deal(), conversions=[conversion(perdues=11)])

    codes = "en_rendez_vous", "en_proposition", "en_vente", "totale", "gain_decidees"
    assert euros(result, *codes) == ["40.00", "50.00", "25.00", "5.00", "31.25"]
    chart = next(c for c in present(result).charts if c.kind == "funnel")
    assert isinstance(chart.shape, FunnelShape)
    assert [step.part for step in chart.shape.steps] == [1.0, 0.4, 0.2, 0.05]
    assert [plain(row[2]) for row in chart.table.rows] == ["", "40 %", "50 %", "25 %"]
    assert [plain(row[3]) for row in chart.table.rows] == ["", "40 %", "20 %", "5 %"]


def test_each_kind_of_lead_has_its_own_conversion() -> None:
    rows = [conversion(typologie="Salons"), conversion(typologie="Appels", leads=300, gagnees=0)]
    result = forecast(deal(), conversions=rows)

    # 80 ÷ 400; 5 ÷ 400
    assert euros(result, "en_rendez_vous", "totale") == ["20.00", "1.25"]
    assert [row[0] for row in table(result, "matrice").rows] == ["Salons", "Appels"]
    assert euros(result, "matrice_2_en_rendez_vous") == ["13.33"]
    assert "gain_decidees" not in result.amounts


def test_nothing_yet_divides_by_nothing() -> None:
    result = forecast(deal(), conversions=[dict.fromkeys(conversion(), 0)])

    assert euros(result, "en_rendez_vous", "totale", "en_vente") == ["-", "-", "-"]
    assert table(result, "matrice").rows[0][1] == "–"
    assert not [c for c in present(result).charts if c.kind == "funnel"]


def test_what_a_channel_costs_and_brings() -> None:
    """5 000 ÷ 20 = 250; 5 000 ÷ 10 = 500; 5 000 ÷ 4 = 1 250; (4 × 3 000 − 5 000) ÷ 5 000."""
    spent = {"canal": "salon", "depense": "5000", "leads": 20, "rendez_vous": 10, "gagnees": 4,
             "marge": "3000"}  # fmt: skip
    poor = {"canal": "email", "depense": "100"}
    result = forecast(deal(), depenses=[spent, poor])

    codes = (f"couts_salon_{c}" for c in ("cout_lead", "cout_rendez_vous", "cout_vente", "roi"))
    assert euros(result, *codes) == ["250.00", "500.00", "1250.00", "140.00"]
    assert euros(result, "couts_email_cout_vente", "couts_email_roi") == ["-", "-100.00"]
    # (12 000 − 5 100) ÷ 5 100
    assert euros(result, "roi_total") == ["135.29"]
    assert {c for c in remarks(result) if c.startswith("perte_")} == {"perte_canal_email"}


@pytest.mark.parametrize(
    ("count", "amount", "wins", "days", "speed"),
    [
        (40, "12000", "25", 270, "444.44"),
        (50, "10000", "20", 30, "3333.33"),
        (100, "50000", "25", 60, "20833.33"),
    ],
)
def test_the_speed_of_sales(count: int, amount: str, wins: str, days: int, speed: str) -> None:
    """40 × 12 000 × 25 % ÷ 270; 50 × 10 000 × 20 % ÷ 30; 100 × 50 000 × 25 % ÷ 60."""
    asked = {"vitesse_affaires": count, "vitesse_montant": amount, "taux_gain": wins}
    result = forecast(deal(), **asked, cycle_jours=days)

    assert euros(result, "vitesse") == [speed]


def quick(**given: Any) -> Result:
    asked = {"vitesse_affaires": 40, "vitesse_montant": "12000", "taux_gain": "25"}
    return forecast(deal(), **{**asked, "cycle_jours": 270} | given)


def test_a_tenth_less_of_the_cycle_gains_more_than_a_tenth_more_of_anything_else() -> None:
    """1 ÷ 0,9 − 1 = 11,11 %; 40 × 12 000 × 25 % ÷ 243 = 493,83."""
    result = quick()

    gains = (f"leviers_{key}_gain" for key in ("affaires", "montant", "taux", "cycle"))
    assert euros(result, *gains) == ["10.00", "10.00", "10.00", "11.11"]
    assert euros(result, "leviers_cycle_vitesse") == ["493.83"]
    assert {c for c in remarks(result) if c.startswith("levier_")} == {"levier_cycle"}
    assert "11,11 % de vitesse en plus" in note(result, "levier_cycle")


def test_the_levers_are_those_one_can_move_and_a_win_rate_stops_at_a_hundred() -> None:
    # 80 % × 1,5 is 120 %: 100 ÷ 80 − 1
    result = quick(taux_gain="80", levier_taux="50", levier_affaires="30", levier_cycle="0")

    assert euros(result, "leviers_taux_gain", "meilleur_gain") == ["25.00", "30.00"]
    assert {c for c in remarks(result) if c.startswith("levier_")} == {"levier_affaires"}


def test_a_win_rate_of_zero_is_a_sentence() -> None:
    result = quick(taux_gain="0")

    assert euros(result, "vitesse", "meilleur_gain", "leviers_taux_gain") == ["0.00"] * 3
    assert "la vitesse de vente est nulle" in note(result, "taux_nul")
    assert not {c for c in remarks(result) if c.startswith("levier_")}
    assert "taux_nul" not in remarks(quick())


def test_the_example_sells_at_the_rate_of_its_own_conversions() -> None:
    """(2 + 3) ÷ (2 + 3 + 6 + 9) = 25 %."""
    result = run(SLUG, **calculators()[SLUG].example)

    assert euros(result, "gain_decidees") == ["25.00"]
    assert calculators()[SLUG].example["taux_gain"] == "25"


def test_the_speed_takes_the_list_where_nothing_is_typed() -> None:
    """(1 000 + 2 000) ÷ 2 = 1 500; 2 × 1 500 × 50 % ÷ 10 = 150."""
    deals = deal(), deal(montant="2000")
    result = forecast(*deals, taux_gain="50", cycle_jours=10)

    assert euros(result, "nombre_vitesse", "montant_moyen", "vitesse") == ["2", "1500.00", "150.00"]


def test_what_sleeps_does_not_make_sales_faster() -> None:
    """Two of three are awake: 2 × 1 500 × 50 % ÷ 10 = 150; with all, 3 × 4 000 × 50 % ÷ 10."""
    deals = deal(), deal(montant="2000"), deal(montant="9000", dernier_contact="2026-01-01")
    asked = {"taux_gain": "50", "cycle_jours": 10}
    out, within = forecast(*deals, exclure_sommeil=True, **asked), forecast(*deals, **asked)

    codes = "nombre_vitesse", "montant_moyen", "vitesse"
    assert euros(out, *codes) == ["2", "1500.00", "150.00"]
    assert "sommeil_gonfle" not in remarks(out)
    assert euros(within, *codes) == ["3", "4000.00", "600.00"]
    assert "La vitesse compte 1 affaire en sommeil" in note(within, "sommeil_gonfle")
    # a number of one's own is not judged, and nothing awake sells nothing
    assert "sommeil_gonfle" not in remarks(forecast(*deals, vitesse_affaires=3, **asked))
    nothing = forecast(deals[2], exclure_sommeil=True, **asked)
    assert euros(nothing, *codes) == ["0", "0.00", "0.00"]


@pytest.mark.parametrize(
    ("wins", "said"), [("0", False), ("0.25", True), ("1", True), ("2", False)]
)
def test_a_win_rate_typed_as_a_fraction_is_asked_again(wins: str, said: bool) -> None:
    result = quick(taux_gain=wins)

    assert ("taux_infime" in remarks(result)) is said
    if wins == "0.25":
        assert note(result, "taux_infime").startswith("0,25 % de ventes gagnées ?")


def test_four_meetings_a_day_instead_of_two() -> None:
    """400 ÷ 2 and ÷ 4; 220 days make 440 and 880."""
    result = forecast(deal(), cout_journee="400")

    codes = "cout_rdv", "cout_rdv_vise", "rdv_an", "rdv_an_vise"
    assert euros(result, *codes) == ["200.00", "100.00", "440", "880"]


# --- Bad input ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "column", "said"),
    [
        ({"rendez_vous": 101}, "rendez_vous", "Plus de rendez-vous que de leads"),
        ({"propositions": 41}, "propositions", "Plus de propositions que de rendez-vous"),
        ({"gagnees": 21}, "gagnees", "Plus de ventes gagnées que de propositions"),
        ({"perdues": 16}, "perdues", "Gagnées et perdues font plus que les propositions"),
    ],
)
def test_no_step_holds_more_than_the_one_before(
    given: dict[str, Any], column: str, said: str
) -> None:
    """100 leads, 40 meetings, 20 proposals, 5 won: one more than the step before is refused."""
    rows = [conversion(), conversion(**given)]
    raw = {"date_prevision": DAY, "affaires": [deal()], "conversions": rows}
    inputs, wrong = validated(calculators()[SLUG].inputs, raw)

    assert inputs is None
    assert [name for name, _ in wrong] == [f"conversions_2_{column}"]
    assert said in plain(wrong[0][1])
    # as many as the step before is a whole step
    full = {"rendez_vous": 100, "propositions": 100, "gagnees": 60, "perdues": 40}
    assert euros(forecast(deal(), conversions=[conversion(**full)]), "totale") == ["60.00"]


def test_a_channel_does_not_sell_to_more_than_its_leads() -> None:
    spent = {"canal": "salon", "depense": "5000", "leads": 20, "gagnees": 40, "marge": "3000"}
    raw = {"date_prevision": DAY, "affaires": [deal()], "depenses": [spent]}
    inputs, wrong = validated(calculators()[SLUG].inputs, raw)

    assert inputs is None
    assert [name for name, _ in wrong] == ["depenses_1_gagnees"]
    assert "Plus de ventes que de leads" in plain(wrong[0][1])
    # leads that nobody counted are not judged: (40 × 3 000 − 5 000) ÷ 5 000
    uncounted = forecast(deal(), depenses=[spent | {"leads": 0}])
    assert euros(uncounted, "couts_salon_roi") == ["2300.00"]
