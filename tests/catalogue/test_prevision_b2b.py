"""The forecast of a pipeline: each figure has its calculation by hand beside it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import calculators
from calculators.catalogue.prevision_b2b.calculation import plus_mois
from calculators.kit.calculator import Result
from calculators.kit.charts.shapes import FunnelShape
from calculators.kit.presenter import present
from calculators.kit.views import TableView
from sellerdesk.desk.reading import validated
from tests.books import committed_book
from tests.catalogue.runs import euros, remarks, run
from tests.strategies import inputs_of

SLUG = "prevision-b2b"
DAY = "2026-06-01"
FOUR = [
    {"nom": nom, "etape": etape, "montant": montant, "cloture": "2026-09-10"}
    for nom, etape, montant in (
        ("A", "prospection", "20000"), ("B", "qualification", "15000"),
        ("C", "negociation", "40000"), ("D", "closing", "10000"),
    )
]  # fmt: skip


def forecast(*deals: dict[str, Any], **given: Any) -> Result:
    return run(SLUG, **{"date_prevision": DAY, "affaires": list(deals)} | given)


def deal(**given: Any) -> dict[str, Any]:
    return {"etape": "negociation", "montant": "1000", "cloture": "2026-09-10"} | given


def table(result: Result, code: str) -> TableView:
    return next(t for t in present(result).tables if t.code == code)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def note(result: Result, code: str) -> str:
    return plain(next(n.text for n in present(result).notes if n.code == code))


# --- Weighting ---------------------------------------------------------------------


def test_low_weighted_and_high_of_four_deals() -> None:
    """20 000 × 10 % + 15 000 × 30 % + 40 000 × 50 % + 10 000 × 80 %
    = 2 000 + 4 500 + 20 000 + 8 000 = 34 500 of 85 000; at 80 % or more, 10 000."""
    result = forecast(*FOUR)

    assert euros(result, "bas", "pondere", "haut") == ["10000.00", "34500.00", "85000.00"]
    cells = (f"prevision_{number}_pondere" for number in range(1, 5))
    assert euros(result, *cells) == ["2000.00", "4500.00", "20000.00", "8000.00"]
    assert plain(present(result).headline).startswith("34 500,00 € à attendre de 85 000,00 €")


@pytest.mark.parametrize(
    ("montant", "probabilite", "pondere"),
    [
        ("4245.74", "50", "2122.87"),  # Pipedrive
        ("12285", "70", "8599.50"),  # Freshsales, six deals
        ("1000", "0", "0.00"),
        ("1000", "100", "1000.00"),
        ("0", "100", "0.00"),
    ],
)
def test_the_probability_of_a_deal_beats_that_of_its_stage(
    montant: str, probabilite: str, pondere: str
) -> None:
    result = forecast(deal(montant=montant, probabilite=probabilite))

    assert euros(result, "pondere", "haut") == [pondere, f"{Decimal(montant):.2f}"]


def test_no_stage_is_certain_by_default() -> None:
    book = committed_book()
    codes = [code for code in book.codes() if code.startswith("b2b_probabilite_")]

    assert len(codes) == 4
    for code in codes:
        assert all(fact.value is not None and fact.value < 100 for fact in book.series(code))


def test_the_low_scenario_is_never_above_the_weighted_one() -> None:
    """One deal at 80 %: 10 000 at full amount, 8 000 weighted."""
    result = forecast(deal(etape="closing", montant="10000"))

    assert euros(result, "engage", "bas", "pondere") == ["10000.00", "8000.00", "8000.00"]
    assert "bas_ramene" in remarks(result)
    assert "bas_ramene" not in remarks(forecast(*FOUR))
    # 79,99 % is below the limit
    below = forecast(deal(probabilite="79.99"))
    assert euros(below, "engage") == ["0.00"]


# --- Months ------------------------------------------------------------------------


def test_by_month_and_by_quarter() -> None:
    """September 2 000 + 4 500, October 20 000; the third quarter ends in September."""
    closings = ("2026-09-10", "2026-09-30", "2026-10-01", "2027-01-31")
    deals = [one | {"cloture": day} for one, day in zip(FOUR, closings, strict=True)]
    result = forecast(*deals)

    months = [[plain(cell) for cell in row] for row in table(result, "mois").rows]
    assert months == [
        ["Septembre 2026", "0,00 €", "6 500,00 €", "28 500,00 €", "35 000,00 €"],
        ["Octobre 2026", "0,00 €", "20 000,00 €", "20 000,00 €", "40 000,00 €"],
        ["Janvier 2027", "10 000,00 €", "8 000,00 €", "2 000,00 €", "10 000,00 €"],
    ]
    quarters = [row[0] for row in table(result, "trimestres").rows]
    assert quarters == ["3e trimestre 2026", "4e trimestre 2026", "1er trimestre 2027"]
    assert euros(result, "trimestres_2026T3_pondere") == ["6500.00"]
    # spread over months, the low scenario is the same
    assert euros(result, "bas", "pondere", "haut") == ["10000.00", "34500.00", "85000.00"]


def test_a_deal_whose_closing_has_passed_stands_apart() -> None:
    result = forecast(deal(nom="Tard", cloture="2026-05-31"), deal(cloture=DAY))

    assert [row[0] for row in table(result, "mois").rows] == ["En retard", "Juin 2026"]
    assert "1 affaire dont la clôture prévue est passée : Tard." in note(
        result, "affaires_en_retard"
    )


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 15), 9, date(2026, 10, 15)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2026, 12, 5), 20, date(2028, 8, 5)),
        (date(9999, 11, 15), 9, date(9999, 12, 30)),  # the calendar ends
    ],
)
def test_months_are_added_to_a_day(start: date, months: int, end: date) -> None:
    assert plus_mois(start, months) == end


def strategic(**given: Any) -> Result:
    one = {"etape": "negociation", "montant": "1", "creation": "2026-01-15"}
    return forecast(one | {"type_affaire": "strategique"}, **given)


def test_without_a_closing_day_it_is_the_creation_plus_the_cycle_of_its_type() -> None:
    """15/01/2026 + 9 months."""
    result = strategic()

    assert table(result, "prevision").rows[0][3] == "15/10/2026"
    assert [row[0] for row in table(result, "mois").rows] == ["Octobre 2026"]
    # without a creation either, from the day of the forecast: 01/06/2026 + 4 months
    other = forecast({"etape": "closing", "montant": "1"})
    assert table(other, "prevision").rows[0][3] == "01/10/2026"


@pytest.mark.parametrize(
    ("months", "code"),
    [("4", "cycle_strategique_court"), ("20", "cycle_strategique_long"), ("6", ""), ("18", "")],
)
def test_a_cycle_out_of_its_bounds_is_told(months: str, code: str) -> None:
    found = {c for c in remarks(strategic(cycle_strategique=months)) if c.startswith("cycle_")}

    assert found == ({code} if code else set())
    if code:
        said = note(strategic(cycle_strategique=months), code)
        assert "de 6 à 18 mois" in said


# --- Sleep -------------------------------------------------------------------------


def test_thirty_one_days_without_contact_is_asleep_where_the_limit_is_thirty() -> None:
    """From 01/05 to 01/06 there are 31 days; from 02/05, 30."""
    asleep = forecast(deal(nom="Dort", dernier_contact="2026-05-01"), deal())
    awake = forecast(deal(dernier_contact="2026-05-02"))
    prospect = forecast(deal(etape="prospection", dernier_contact="2026-05-01"))

    assert "1 affaire en sommeil" in note(asleep, "affaires_en_sommeil")
    assert "Dort (31 jours)" in note(asleep, "affaires_en_sommeil")
    assert euros(asleep, "prevision_1_sans_contact", "pondere") == ["31", "1000.00"]
    assert "affaires_en_sommeil" not in remarks(awake) | remarks(prospect)  # its limit is 60


def test_what_sleeps_leaves_the_weighted_total_when_asked() -> None:
    """1 000 × 50 % twice; the one that sleeps is out, not of the high scenario."""
    deals = deal(dernier_contact="2026-05-01"), deal()
    result = forecast(*deals, exclure_sommeil=True)

    assert euros(result, "pondere", "haut") == ["500.00", "2000.00"]
    assert "sommeil_exclu" in remarks(result)
    alone = forecast(deals[0], exclure_sommeil=True)
    assert euros(alone, "bas", "pondere", "haut") == ["0.00", "0.00", "1000.00"]
    assert "Rien à attendre" in present(alone).headline


def test_a_sentence_names_a_few_deals() -> None:
    deals = [deal(nom=f"N{n}", dernier_contact="2026-01-01") for n in range(7)]
    said = note(forecast(*deals), "affaires_en_sommeil")

    assert said.startswith("7 affaires en sommeil")
    assert "N4 (151 jours) et 2 de plus." in said


# --- Kinds -------------------------------------------------------------------------


def test_the_split_by_customer_adds_up() -> None:
    deals = [
        deal(clientele=c, montant=m)
        for c, m in (("nouveau", "100"), ("existant", "30"), ("grand_compte", "7"))
    ]
    result = forecast(*deals)

    codes = (f"clienteles_{key}_haut" for key in ("nouveau", "existant", "grandcompte"))
    assert euros(result, *codes, "haut") == ["100.00", "30.00", "7.00", "137.00"]


# --- Conversion, channels, speed, meetings ------------------------------------------


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
    result = forecast(deal(), conversions=[conversion(leads=0, rendez_vous=0, gagnees=0)])

    assert euros(result, "en_rendez_vous", "totale", "en_vente") == ["-", "-", "0.00"]
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


def test_the_speed_takes_the_list_where_nothing_is_typed() -> None:
    """(1 000 + 2 000) ÷ 2 = 1 500; 2 × 1 500 × 50 % ÷ 10 = 150."""
    deals = deal(), deal(montant="2000")
    result = forecast(*deals, taux_gain="50", cycle_jours=10)

    assert euros(result, "nombre_vitesse", "montant_moyen", "vitesse") == ["2", "1500.00", "150.00"]


def test_four_meetings_a_day_instead_of_two() -> None:
    """400 ÷ 2 and ÷ 4; 220 days make 440 and 880."""
    result = forecast(deal(), cout_journee="400")

    codes = "cout_rdv", "cout_rdv_vise", "rdv_an", "rdv_an_vise"
    assert euros(result, *codes) == ["200.00", "100.00", "440", "880"]


# --- Bad input ---------------------------------------------------------------------


def test_an_empty_pipeline_is_a_sentence() -> None:
    outcome = forecast(taux_gain="25", cycle_jours=10).outcome

    assert (outcome.code, outcome.field) == ("aucune_affaire", "affaires")
    assert "au moins une affaire" in outcome.sentence


def test_a_contact_to_come_is_a_sentence_that_names_the_deal() -> None:
    outcome = forecast(deal(), deal(dernier_contact="2026-06-02")).outcome

    assert (outcome.code, outcome.field) == ("contact_futur", "affaires")
    assert "« Affaire 2 » est après la date" in plain(outcome.sentence)
    assert forecast(deal(dernier_contact=DAY)).outcome.applies


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"affaires": [deal(probabilite="100.01")]}, "affaires_1_probabilite", "d’au plus 100"),
        ({"affaires": [deal(montant="-1")]}, "affaires_1_montant", "d’au moins 0"),
        ({"affaires": [deal(etape="gagné")]}, "affaires_1_etape", "liste"),
        (
            {"affaires": [deal(), deal(creation="2026-09-11")]}, "affaires_2_cloture",
            "précède la création",
        ),
        ({"taux_gain": "25"}, "cycle_jours", "donnez les deux"),
        ({"cycle_jours": 10}, "taux_gain", "donnez les deux"),
        ({"taux_gain": "25", "cycle_jours": 0}, "cycle_jours", "d’au moins 1"),
        ({"depenses": [{"canal": "salon", "depense": "1"}] * 2}, "depenses_2_canal", "déjà"),
        ({"levier_cycle": "100"}, "levier_cycle", "inférieur à 100"),
    ],
)  # fmt: skip
def test_bad_input_is_told_at_its_field(given: dict[str, Any], field: str, said: str) -> None:
    raw = {"date_prevision": DAY, "affaires": [deal()]} | given
    inputs, wrong = validated(calculators()[SLUG].inputs, raw)

    assert inputs is None
    assert [name for name, _ in wrong] == [field]
    assert said in plain(wrong[0][1])


# --- Invariants --------------------------------------------------------------------


@given(data=st.data())
def test_scenarios_are_in_order_and_periods_add_up(data: st.DataObject) -> None:
    calculator = calculators()[SLUG]
    inputs = data.draw(inputs_of(calculator.inputs, date_prevision=date(2027, 12, 31)))
    result = calculator.calculate(inputs=inputs, rates=committed_book())
    if not result.outcome.applies:
        return
    low, weighted, high = (result[code] or Decimal(0) for code in ("bas", "pondere", "haut"))
    assert 0 <= low <= weighted <= high
    for found in (t for t in result.tables if t.code in ("mois", "trimestres", "clienteles")):
        for column in ("engage", "pondere", "haut"):
            cells = found.column(column)
            if cells:
                assert sum(cell.value for cell in cells) == result[column]


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "montant": st.decimals(0, 10**6, places=2).map(str),
                "probabilite": st.sampled_from([None, "0", "0.01", "79.9999", "80", "100"]),
                "etape": st.sampled_from(["prospection", "closing"]),
                "cloture": st.sampled_from(["2026-05-01", "2026-06-30", "2026-07-01"]),
            }
        ),
        min_size=1, max_size=6,
    )
)  # fmt: skip
def test_no_probability_breaks_the_order(deals: list[dict[str, Any]]) -> None:
    result = forecast(*deals)
    low, weighted, high = (result[code] or Decimal(0) for code in ("bas", "pondere", "haut"))

    assert 0 <= low <= weighted <= high
    total = sum(Decimal(one["montant"]) for one in deals)
    assert high == total


def test_long_sums_are_cut_for_the_spreadsheet() -> None:
    """450 deals, 449 of which close in September: three runs of at most 200."""
    deals = [deal(montant="2")] * 449 + [deal(cloture="2026-10-01")]
    result = forecast(*deals)

    assert euros(result, "mois_202609_pondere", "mois_202609_haut") == ["449.00", "898.00"]
    assert euros(result, "sommes_202609r3_pondere") == ["49.00"]
    longest = max(len(term.raw.args) for term in result.lines if term.code.startswith("mois_"))
    assert longest <= 200
