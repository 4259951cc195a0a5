"""Discounts, counterparts and the floor: each figure is worked out by hand beside it."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import calculators
from calculators.catalogue.remise_ou_volume.inputs import RemiseOuVolumeInputs
from calculators.kit.calculator import Result
from calculators.kit.charts.curves import curve
from calculators.kit.presenter import present
from sellerdesk.desk.reading import validated
from tests.books import committed_book
from tests.catalogue.runs import euros, remarks, run
from tests.strategies import decimals, inputs_of

CALCULATOR = calculators()["remise-ou-volume"]
DEAL = {
    "date_offre": "2026-06-01", "prix_mensuel": "1000", "cout_mensuel": "550", "duree": 12,
    "remise": "0",
}  # fmt: skip


def deal(*concessions: dict[str, Any], **terms: Any) -> Result:
    return run("remise-ou-volume", **(DEAL | terms), concessions=list(concessions))


def row(result: Result, rang: int, *columns: str) -> list[str]:
    return euros(result, *(f"journal_{rang}_{column}" for column in columns))


@pytest.mark.parametrize(
    ("remise", "cout", "volume"),
    [
        ("10", "600", "33.33"),  # 10 ÷ (40 − 10)
        ("10", "700", "50.00"),  # 10 ÷ (30 − 10)
        ("20", "600", "100.00"),  # 20 ÷ (40 − 20)
        ("8", "550", "21.62"),  # 8 ÷ (45 − 8)
        ("0", "600", "0.00"),
        ("39.9", "600", "39900.00"),  # 39,9 ÷ 0,1
        ("40", "600", "-"),  # d = m
        ("60", "600", "-"),  # d > m
        ("100", "0", "-"),
        ("50", "0", "100.00"),  # a margin of 100 %
    ],
)
def test_the_volume_that_a_discount_asks_for(remise: str, cout: str, volume: str) -> None:
    assert euros(deal(remise=remise, cout_mensuel=cout), "volume_necessaire") == [volume]


def test_what_no_volume_can_make_up_for_is_a_sentence() -> None:
    loss, nothing = (present(deal(remise=d, cout_mensuel="600")) for d in ("60", "40"))

    # (400 − 600) × 12
    assert loss.headline.startswith("Impossible\N{NO-BREAK SPACE}: à 60\N{NO-BREAK SPACE}% de rem")
    assert "perdez 2\N{NO-BREAK SPACE}400,00" in loss.headline
    assert nothing.headline.startswith("Impossible\N{NO-BREAK SPACE}: à 40")
    assert loss.outcome == nothing.outcome == ""
    shown = {line.code: line.amount for s in loss.sections for line in s.lines}
    assert shown["volume_necessaire"] == "impossible"


def test_the_same_said_beside_an_offer() -> None:
    given = deal({"remise": "1", "duree": 13}, remise="45")
    assert "remise_impossible" in remarks(given)
    assert "remise_impossible" not in remarks(deal({"remise": "1", "duree": 13}, remise="44.99"))
    assert "perte" in remarks(deal(cout_mensuel="1000.01"))
    assert "perte" not in remarks(deal(cout_mensuel="1000"))


@pytest.mark.parametrize("remise", ["45", "50", "100"])
def test_a_discount_that_eats_the_margin_is_said_at_its_field(remise: str) -> None:
    """450 of margin for 1 000 is 45 %: no volume makes up for that much, offer or not."""
    for result in (deal(remise=remise), deal({"remise": "1", "duree": 13}, remise=remise)):
        (note,) = (n for n in present(result).notes if n.code == "remise_impossible")
        assert note.field == "remise"
        assert "impossible de la compenser" in note.text
    assert not remarks(deal(remise="44.99"))
    # no margin to begin with: any discount eats it, and no discount eats nothing
    assert "remise_impossible" in remarks(deal(remise="1", cout_mensuel="1000"))
    assert "remise_impossible" not in remarks(deal(remise="0", cout_mensuel="1000"))


def test_a_price_of_nothing_has_no_margin_to_eat() -> None:
    result = deal(prix_mensuel="0", cout_mensuel="0", remise="8")

    assert "remise_impossible" not in remarks(result)
    assert not any("non calculable" in note.text.replace("\u00a0", " ")
                   for note in present(result).notes)  # fmt: skip


def test_a_longer_term_against_a_price() -> None:
    """450 × 12 = 5 400; at 920, 370 × 24 = 8 880; 5 400 ÷ 370 = 14,59 months would do."""
    result = deal({"remise": "8", "duree": 24})

    assert euros(result, "marge_depart") == ["5400.00"]
    assert row(result, 1, "marge_avant", "marge_apres", "effet", "duree_necessaire") == [
        "5400.00", "8880.00", "3480.00", "14.59",
    ]  # fmt: skip
    assert "journal_1_volume_necessaire" not in result.amounts
    assert remarks(result) == {"moins_par_mois"}
    # 14 months: 5 180; 15 months: 5 550
    assert "contrepartie_insuffisante_1" in remarks(deal({"remise": "8", "duree": 14}))
    assert remarks(deal({"remise": "8", "duree": 15})) == {"moins_par_mois"}


def test_two_lengths_are_compared_by_month() -> None:
    """30 % off: 150 × 36 = 5 400, as much as 450 × 12, for a third of the margin of a month."""
    result = deal({"remise": "30", "duree": 36})

    assert euros(result, "marge_offre", "marge_depart") == ["5400.00", "5400.00"]
    codes = "marge_mois", "marge_mois_depart", "baisse_mois", "duree_offre"
    assert euros(result, *codes) == ["150.00", "450.00", "300.00", "36"]
    view = present(result)
    shown = view.headline.replace("\N{NO-BREAK SPACE}", " ")
    assert shown == (
        "Après vos concessions, il reste 5 400,00 € de marge sur 36 mois, soit 150,00 € par mois ; "
        "au départ, 5 400,00 € sur 12 mois, soit 450,00 € par mois."
    )
    assert view.tone == "none"
    (note,) = view.notes
    assert "Un mois laisse 300,00 € de moins" in note.text.replace("\N{NO-BREAK SPACE}", " ")
    # 150 ÷ 700 = 21,43 %: the floor opens the answer
    below = present(deal({"remise": "30", "duree": 36}, marge_plancher="40")).headline
    assert below.startswith("Sous votre plancher, à faire approuver")
    assert "21,43" in below
    # without a longer term there is nothing to set right; at a loss the loss is said first
    assert "moins_par_mois" not in remarks(deal({"remise": "8", "volume": "30"}))
    lost = present(deal({"remise": "50", "duree": 24}, marge_plancher="40")).headline
    assert "l’affaire perd 1\N{NO-BREAK SPACE}200,00" in lost


@pytest.mark.parametrize(
    ("duree", "said"), [(6, {"pas_plus_long_1"}), (12, {"pas_plus_long_1"}), (15, set())]
)
def test_an_engagement_no_longer_than_before_is_no_counterpart(duree: int, said: set[str]) -> None:
    result = deal({"remise": "8", "duree": duree})

    assert remarks(result) - {"moins_par_mois"} == said
    if said:
        (note,) = present(result).notes
        assert note.field == "concessions_1_duree"
        assert f"{duree} mois, n’est pas plus long que celui d’avant, 12 mois" in (
            note.text.replace("\N{NO-BREAK SPACE}", " ")
        )


def test_each_engagement_is_held_against_the_one_before_it() -> None:
    """24 months, then 18: a step back; a volume that is real is still judged by what it brings."""
    two = deal({"remise": "2", "duree": 24}, {"remise": "2", "duree": 18, "volume": "1"})

    assert {"pas_plus_long_2", "contrepartie_insuffisante_2"} <= remarks(two)
    assert "pas_plus_long_1" not in remarks(two)


def test_a_volume_against_a_discount() -> None:
    """370 × 12 × 1,3 = 5 772; 450 ÷ 370 = 1,216216: 21,62 % would do, to a rounding."""
    result = deal({"remise": "8", "volume": "30"})

    assert row(result, 1, "marge_apres", "volume_necessaire") == ["5772.00", "21.62"]
    assert "journal_1_duree_necessaire" not in result.amounts
    # 370 × 12 × 1,2162 = 5 399,93; × 1,2163 = 5 400,37
    short, enough = (deal({"remise": "8", "volume": v}) for v in ("21.62", "21.63"))
    assert row(short, 1, "marge_apres", "effet") == ["5399.93", "-0.07"]
    assert remarks(short) == {"contrepartie_insuffisante_1"}
    assert row(enough, 1, "marge_apres") == ["5400.37"]
    assert not remarks(enough)


def test_payment_terms_against_a_reference() -> None:
    """10 000 × 8 % × 60 ÷ 365 = 131,5068."""
    terms = {"prix_mensuel": "10000", "cout_mensuel": "6000", "duree": 1, "taux_financement": "8"}
    result = deal({"delai": 60, "reference": "131.51"}, **terms)

    assert row(result, 1, "cout_delai", "marge_apres", "effet", "bilan") == [
        "131.51", "3868.49", "-131.51", "0.00",
    ]  # fmt: skip
    assert remarks(result) == {"reference_estimee"}
    short = deal({"delai": 60, "reference": "131.50"}, **terms)
    assert "contrepartie_insuffisante_1" in remarks(short)


def test_a_concession_for_nothing_is_flagged() -> None:
    """370 × 12 = 4 440: 960 lost, which 14,59 months or 21,62 % more would make up for."""
    result = deal({"remise": "8"})

    assert remarks(result) == {"sans_contrepartie_1"}
    assert row(result, 1, "effet", "duree_necessaire", "volume_necessaire") == [
        "-960.00", "14.59", "21.62",
    ]  # fmt: skip
    (note,) = present(result).notes
    assert "Concession 1 sans contrepartie" in note.text
    assert "−960,00" in note.text
    assert not remarks(deal({"remise": "0"}))
    assert remarks(deal({"delai": 30}, taux_financement="8")) == {"sans_contrepartie_1"}


def test_concessions_follow_one_another() -> None:
    """920 for 24 months; then 874, 10 % more: 324 × 1,1 × 24 = 8 553,60.

    Then 60 days on 874 × 1,1 × 24 = 23 073,60 cost 303,43; then 30 days more of a turnover of
    856,52 × 1,1 × 24 = 22 612,13: 90 days cost 446,05 in all, 148,68 of them the last 30.
    """
    result = deal(
        {"remise": "8", "duree": 24}, {"remise": "5", "volume": "10"}, {"delai": 60},
        {"remise": "2", "delai": 30}, taux_financement="8",
    )  # fmt: skip

    assert row(result, 2, "marge_avant", "marge_apres") == ["8880.00", "8553.60"]
    # 8 880 × 1,1 ÷ 8 553,60 = 1,141975
    assert row(result, 2, "volume_necessaire") == ["14.20"]
    assert row(result, 3, "marge_apres", "cout_delai") == ["8250.17", "303.43"]
    # 22 612,13 − 14 520 − 446,05
    assert row(result, 4, "marge_apres", "cout_delai") == ["7646.08", "148.68"]
    last = (f"etapes_4_{column}" for column in ("prix", "volume", "duree", "delai"))
    assert euros(result, *last) == ["856.52", "1.1", "24", "90"]
    assert euros(result, "recettes_offre", "couts_offre", "financement_offre", "marge_offre") == [
        "22612.13", "14520.00", "446.05", "7646.08",
    ]  # fmt: skip
    assert euros(result, "ecart_marge", "taux_offre") == ["2246.08", "33.81"]


def test_below_the_floor_the_offer_says_so() -> None:
    """550 ÷ 60 % = 916,67, that is 8,33 % off; at 910 the margin is 39,56 %."""
    above, below = (deal(remise=d, marge_plancher="40") for d in ("8", "9"))

    assert euros(above, "taux_offre", "prix_plancher", "remise_plafond") == [
        "40.22", "916.67", "8.33",
    ]  # fmt: skip
    assert not remarks(above)
    assert euros(below, "taux_offre") == ["39.56"]
    assert remarks(below) == {"sous_plancher"}
    assert "39,56" in present(below).notes[0].text
    # exactly at the floor: (1000 − 550) ÷ 1000
    assert not remarks(deal(marge_plancher="45"))
    assert remarks(deal(marge_plancher="45.01")) == {"sous_plancher"}
    # a delay takes from the margin too: 45 % − 8 % × 60 ÷ 365 = 43,68 %
    late = {"marge_plancher": "44", "taux_financement": "8"}
    assert "sous_plancher" in remarks(deal({"delai": 60, "reference": "500"}, **late))


def test_a_delay_that_the_law_forbids() -> None:
    """60 days between professionals, since 1 January 2009."""
    allowed, late = (deal({"delai": d, "reference": "900"}, taux_financement="8") for d in (60, 61))

    assert euros(late, "delai_maximal", "delai_accorde") == ["60", "61"]
    assert "delai_trop_long" in remarks(late)
    assert "delai_trop_long" not in remarks(allowed)
    two = deal({"delai": 31, "duree": 24}, {"delai": 30, "duree": 30}, taux_financement="0")
    assert "delai_trop_long" in remarks(two)
    before = {"date_offre": "2008-12-31", "taux_financement": "8"}
    assert deal({"delai": 60}, **before).outcome.code == "taux_manquant"


def test_the_curve_goes_up_to_the_discount_that_triples_the_sales() -> None:
    """45 % of margin: 30 ÷ (45 − 30) is 200 % more; 15 ÷ 30 is half more."""
    drawn = curve(CALCULATOR.charts[0], deal(remise="8"))

    assert drawn is not None
    assert drawn.table.headers[0] == "Remise demandée"
    said = {r[0].replace("\N{NO-BREAK SPACE}", " "): r[1] for r in drawn.table.rows}
    assert said["15 %"].startswith("50")
    assert said["30 %"].startswith("200")
    assert said["8 % (votre cas)"].startswith("21,62")
    assert curve(CALCULATOR.charts[0], deal(cout_mensuel="1200")) is None


@pytest.mark.parametrize(
    ("terms", "field", "words"),
    [
        ({"prix_mensuel": "mille"}, "prix_mensuel", "Écrivez un nombre"),
        ({"cout_mensuel": "-1"}, "cout_mensuel", "au moins 0"),
        ({"remise": "100.01"}, "remise", "au plus 100"),
        ({"remise": "-1"}, "remise", "au moins 0"),
        ({"duree": "0"}, "duree", "au moins 1"),
        ({"duree": "121"}, "duree", "au plus 120"),
        ({"duree": "1.5"}, "duree", "entier"),
        ({"marge_plancher": "100"}, "marge_plancher", "inférieur à 100"),
        ({"concessions": [{"delai": 30}]}, "taux_financement", "Donnez ce taux"),
        ({"concessions": [{"remise": "1"}, {"remise": "101"}]}, "concessions_2_remise", "plus 100"),
        ({"concessions": [{"duree": "0"}]}, "concessions_1_duree", "au moins 1"),
        (
            {"concessions": [{"delai": "366"}], "taux_financement": "8"},
            "concessions_1_delai",
            "365",
        ),
        ({"concessions": [{"remise": "1"}] * 11}, "concessions", "Au plus 10 lignes"),
    ],
)
def test_bad_input_is_told_at_its_field(terms: dict[str, Any], field: str, words: str) -> None:
    inputs, wrong = validated(CALCULATOR.inputs, DEAL | terms)

    assert inputs is None
    assert [name for name, _ in wrong] == [field]
    assert words in wrong[0][1].replace("\N{NO-BREAK SPACE}", " ")


PERCENTS = decimals(Decimal(0), Decimal(100), 4)


@given(data=st.data(), discounts=st.tuples(PERCENTS, PERCENTS).map(sorted))
def test_more_discount_never_asks_for_less_volume(
    data: st.DataObject, discounts: list[Decimal]
) -> None:
    inputs = data.draw(inputs_of(RemiseOuVolumeInputs, concessions=()))
    volumes = [needed(inputs.model_copy(update={"remise": d})) for d in discounts]

    assert volumes == sorted(volumes)
    assert volumes[0] >= 0


def needed(inputs: RemiseOuVolumeInputs) -> Decimal:
    """The volume needed, infinite when none will do."""
    found = computed(inputs)["volume_necessaire"]
    return Decimal("Infinity") if found is None else found


def computed(inputs: RemiseOuVolumeInputs) -> Result:
    return CALCULATOR.calculate(inputs=inputs, rates=committed_book())


@given(data=st.data())
def test_the_effects_add_up_and_nothing_is_given_for_a_gain(data: st.DataObject) -> None:
    inputs = data.draw(inputs_of(RemiseOuVolumeInputs))
    result = computed(inputs)
    if not result.outcome.applies or not inputs.concessions:
        return
    effects = [result[f"journal_{n}_effet"] for n in range(1, len(inputs.concessions) + 1)]

    assert result["ecart_marge"] == sum(e for e in effects if e is not None)
    for effect, known in zip(effects, inputs.concessions, strict=True):
        assert known.a_une_contrepartie or (effect is not None and effect <= 0)


@given(data=st.data(), edge=st.sampled_from(["0", "100"]))
def test_rates_at_their_ends_never_break(data: st.DataObject, edge: str) -> None:
    inputs = data.draw(inputs_of(RemiseOuVolumeInputs, remise=edge, taux_financement=edge))
    result = computed(inputs)

    assert not result.outcome.applies or result["marge_offre"] is not None
