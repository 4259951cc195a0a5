"""The forecast of a pipeline: each figure has its calculation by hand beside it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import calculators
from calculators.catalogue.prevision_b2b.periodes import plus_mois
from calculators.kit.calculator import Result
from calculators.kit.presenter import present
from sellerdesk.desk.reading import validated
from tests.books import committed_book
from tests.catalogue.pipelines import DAY, FOUR, SLUG, deal, forecast, note, plain, table
from tests.catalogue.runs import euros, remarks
from tests.strategies import inputs_of


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
    shown = plain(present(result).headline)
    assert shown.startswith("8 000,00 € à attendre de 10 000,00 €")
    assert "dans le scénario bas comme dans le pondéré" in shown
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
        ["Septembre 2026", "0,00 €", "6 500,00 €", "35 000,00 €", "28 500,00 €"],
        ["Octobre 2026", "0,00 €", "20 000,00 €", "40 000,00 €", "20 000,00 €"],
        ["Novembre 2026", *["0,00 €"] * 4],
        ["Décembre 2026", *["0,00 €"] * 4],
        ["Janvier 2027", "10 000,00 €", "8 000,00 €", "10 000,00 €", "2 000,00 €"],
    ]
    quarters = [row[0] for row in table(result, "trimestres").rows]
    assert quarters == ["3e trimestre 2026", "4e trimestre 2026", "1er trimestre 2027"]
    assert euros(result, "trimestres_2026T3_pondere") == ["6500.00"]
    # spread over months, the low scenario is the same
    assert euros(result, "bas", "pondere", "haut") == ["10000.00", "34500.00", "85000.00"]


def test_the_low_is_ten_thousand_everywhere_on_the_page() -> None:
    """Alone in July, 10 000 at 80 %: the surest count in full, there as in the total."""
    deals = [*FOUR[:3], FOUR[3] | {"cloture": "2026-07-10"}]
    result = forecast(*deals)

    assert euros(result, "bas", "engage", "pondere", "haut") == [
        "10000.00", "10000.00", "34500.00", "85000.00",
    ]  # fmt: skip
    codes = (f"mois_202607_{c}" for c in ("engage", "pondere", "haut"))
    assert euros(result, *codes) == ["10000.00", "8000.00", "10000.00"]
    for code in ("mois", "trimestres"):
        found = table(result, code)
        assert found.headers[1:4] == ("Les plus sûres", "Pondéré", "Haut")
        foot = [plain(cell) for cell in found.foot]
        assert foot[:4] == ["Total", "10 000,00 €", "34 500,00 €", "85 000,00 €"]
    assert plain(present(result).headline).endswith(
        "; 10 000,00 € dans le scénario bas, les plus sûres seules."
    )
    # the picture stacks what adds up to the high, and names no other low
    chart = next(c for c in present(result).charts if c.code == "mois")
    assert chart.table.headers == ("Mois", "Pondéré", "Du pondéré au haut")
    shown = " ".join((chart.title, *chart.table.headers, *found.headers))
    assert "bas" not in shown.lower().split()


def test_the_months_between_are_shown_within_two_years() -> None:
    near = forecast(deal(cloture="2026-06-15"), deal(cloture="2028-05-15"))
    far = forecast(deal(cloture="2026-06-15"), deal(cloture="2028-06-15"))

    assert len(table(near, "mois").rows) == 24
    assert len(table(far, "mois").rows) == 2


def test_a_closing_more_than_ten_years_away_is_asked_again() -> None:
    ten = forecast(deal(nom="Dix", cloture="2036-06-01"))
    more = forecast(deal(nom="Loin", cloture="2036-06-02"))

    assert "cloture_lointaine" not in remarks(ten)
    assert "1 affaire dont la clôture prévue est à plus de dix ans : Loin." in note(
        more, "cloture_lointaine"
    )


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

    assert table(result, "prevision").rows[0][5] == "15/10/2026"
    assert [row[0] for row in table(result, "mois").rows] == ["Octobre 2026"]
    # without a creation either, from the day of the forecast: 01/06/2026 + 4 months
    other = forecast({"etape": "closing", "montant": "1"})
    assert table(other, "prevision").rows[0][5] == "01/10/2026"


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


def test_what_sleeps_leaves_every_scenario_when_asked() -> None:
    """1 000 × 50 % twice; the one that sleeps is out of the low, the weighted and the high."""
    deals = deal(dernier_contact="2026-05-01"), deal()
    result = forecast(*deals, exclure_sommeil=True)

    assert euros(result, "pondere", "haut", "sorties") == ["500.00", "1000.00", "1000.00"]
    assert euros(result, "mois_202609_haut", "etapes_negociation_haut") == ["1000.00"] * 2
    assert "500,00 € à attendre de 1 000,00 €" in plain(present(result).headline)
    assert "1 000,00 € en sortent" in note(result, "sommeil_exclu")
    # the deal stays on its row, without what it would weigh
    assert euros(result, "prevision_1_montant", "prevision_1_sans_contact") == ["1000.00", "31"]
    assert "prevision_1_pondere" not in result.amounts
    alone = forecast(deals[0], exclure_sommeil=True)
    assert euros(alone, "bas", "pondere", "haut", "sorties") == ["0.00"] * 3 + ["1000.00"]
    assert "Rien à attendre" in present(alone).headline
    assert "sorties" not in forecast(*deals).amounts


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


def test_an_empty_pipeline_is_a_sentence() -> None:
    inputs, wrong = validated(calculators()[SLUG].inputs, {"date_prevision": DAY, "affaires": []})

    assert inputs is None
    assert [name for name, _ in wrong] == ["affaires"]
    assert "au moins une affaire" in wrong[0][1]


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
        for column in ("pondere", "haut"):
            cells = found.column(column)
            if cells:
                assert sum(cell.value for cell in cells) == result[column]
    for found in (t for t in result.tables if t.code in ("mois", "trimestres")):
        for _, _, row in found:
            surest, pondere, haut = (row.lines[c].value for c in ("engage", "pondere", "haut"))
            assert 0 <= pondere <= haut
            assert 0 <= surest <= haut
        assert sum(cell.value for cell in found.column("engage")) == (result["engage"] or 0)


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
