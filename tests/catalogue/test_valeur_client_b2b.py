"""A client's value and his business case: each figure is worked out by hand beside it."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import calculators
from calculators.catalogue.valeur_client_b2b.inputs import Horizon, ValeurClientB2bInputs
from calculators.kit.calculator import Result
from calculators.kit.charts.periods import bars
from calculators.kit.presenter import present
from sellerdesk.desk.reading import validated
from tests.books import committed_book
from tests.catalogue.runs import euros, remarks, run
from tests.strategies import inputs_of

CALCULATOR = calculators()["valeur-client-b2b"]
CLIENT = {
    "annee": 2026, "ca_annuel": "12000", "part_marge": "60", "part_perdue": "15", "extension": "10",
    "nombre_annees": "5",
}  # fmt: skip
CHANGE = [{"poste": "formation", "cout": "2000"}, {"poste": "migration", "cout": "4000"}]


def client(**terms: Any) -> Result:
    return run("valeur-client-b2b", **(CLIENT | terms))


def column(result: Result, name: str) -> list[str]:
    years = range(1, result.inputs.annees + 1)  # type: ignore[attr-defined]
    return euros(result, *(f"par_annee_{year}_{name}" for year in years))


def test_a_client_year_by_year() -> None:
    """12 000 × 60 % = 7 200; 85 % × 110 % = 93,5 % of it each year, the first one full."""
    result = client()

    # 7 200 × 0,935 = 6 732; × 0,874225 = 6 294,42; × 0,817400 = 5 885,28; × 0,764269 = 5 502,74
    assert column(result, "marge_attendue") == [
        "7200.00", "6732.00", "6294.42", "5885.28", "5502.74",
    ]  # fmt: skip
    assert euros(result, "facteur", "valeur") == ["93.5", "31614.44"]
    # 7 200 × 0,85ⁿ: 6 120, 5 202, 4 421,70, 3 758,445
    assert column(result, "marge_sans_extension")[-2:] == ["4421.70", "3758.45"]
    assert euros(result, "valeur_sans_extension", "apport_extension") == ["26702.15", "4912.29"]
    assert column(result, "part_restante") == ["100.00", "85.00", "72.25", "61.41", "52.20"]
    # 12 000 × (1 + 0,935 + 0,874225 + 0,817400 + 0,764269) = 52 690,73
    assert euros(result, "recettes_attendues", "couts_attendus") == ["52690.73", "21076.29"]
    # 7 200 ÷ 31 614,44
    assert euros(result, "part_premiere_annee") == ["22.77"]
    assert not remarks(result)


def test_the_flat_formulas_are_ceilings() -> None:
    """7 200 ÷ 15 % = 48 000; 7 200 ÷ (1 − 93,5 %) = 110 769,23."""
    result = client()

    assert euros(result, "plafond_sans_extension", "plafond_avec_extension") == [
        "48000.00", "110769.23",
    ]  # fmt: skip
    # a published case: 2 000 × 75 % ÷ 2 %
    published = client(ca_annuel="2000", part_marge="75", part_perdue="2", extension="0")
    assert euros(published, "plafond_sans_extension") == ["75000.00"]


@pytest.mark.parametrize(
    ("perte", "extension", "alone", "extended"),
    [
        ("15", "17.64", "48000.00", "-"),  # 99,994 %: 120 000 000 for ever
        ("10", "10", "72000.00", "720000.00"),  # exactly 99 %: 7 200 ÷ 1 %
        ("10", "10.0002", "72000.00", "-"),  # 99,00018 %
        ("1", "0", "720000.00", "720000.00"),
        ("0.9999", "0", "-", "-"),
        ("15", "0", "48000.00", "48000.00"),
    ],
)
def test_a_sum_beyond_a_hundred_years_of_margin_is_not_shown(
    perte: str, extension: str, alone: str, extended: str
) -> None:
    result = client(part_perdue=perte, extension=extension)

    found = euros(result, "plafond_sans_extension", "plafond_avec_extension")
    assert found == [alone, extended]
    assert ("presque_sans_limite" in remarks(result)) is (extended == "-")
    shown = {line.code: line.amount for s in present(result).sections for line in s.lines}
    if extended == "-":
        assert shown["plafond_avec_extension"] == "sans limite, ou presque"


def test_the_value_has_a_low_and_a_high() -> None:
    """20 % lost: 88 % a year, 7 200 + 6 336 + 5 575,68 + 4 906,60 + 4 317,81.

    10 % lost: 99 % a year, 7 200 + 7 128 + 7 056,72 + 6 986,15 + 6 916,29.
    """
    result = client()

    assert euros(result, "perte_haute", "facteur_bas", "valeur_basse") == ["20", "88", "28336.09"]
    assert euros(result, "perte_basse", "facteur_haut", "valeur_haute") == ["10", "99", "35287.16"]
    assert euros(result, "fourchette_5_marge_basse", "fourchette_5_marge_haute") == [
        "4317.81", "6916.29",
    ]  # fmt: skip
    headline = present(result).headline.replace("\N{NO-BREAK SPACE}", " ")
    assert "31 614,44 € de marge, entre 28 336,09 € et 35 287,16 € selon les départs" in headline


def test_the_range_stops_at_nobody_and_at_everybody() -> None:
    assert euros(client(part_perdue="2"), "perte_basse", "perte_haute") == ["0", "7"]
    assert euros(client(part_perdue="98"), "perte_basse", "perte_haute") == ["93", "100"]
    alone = client(ecart_perte="0")
    assert euros(alone, "valeur_basse", "valeur_haute") == ["31614.44", "31614.44"]
    for one in (alone, client(nombre_annees="1")):
        assert "selon les départs" not in present(one).headline
    endless = present(client(extension="18")).headline
    assert "selon les départs" in endless
    assert "pas de limite" in endless


def test_a_high_end_that_grows_for_ever_is_said() -> None:
    """15 − 10 = 5 % lost: 95 % × 110 % = 104,5 % a year; 7 200 × (1,045¹⁰ − 1) ÷ 0,045."""
    result = client(ecart_perte="10", nombre_annees="10")

    assert euros(result, "facteur", "facteur_haut", "valeur_haute") == [
        "93.5", "104.5", "88475.11",
    ]  # fmt: skip
    assert remarks(result) == {"divergence_haute"}
    (note,) = present(result).notes
    assert note.field == "ecart_perte"
    assert "Avec 5 % de départs par an" in note.text.replace("\N{NO-BREAK SPACE}", " ")
    assert "dans ce dernier cas" in present(result).headline
    # 95 % × 105,26 % = 99,997 %, then 100,007 %; one year alone goes nowhere
    for upsell, said in (("5.26", set()), ("5.27", {"divergence_haute"})):
        found = remarks(client(ecart_perte="10", extension=upsell)) - {"presque_sans_limite"}
        assert found == said
    assert not remarks(client(ecart_perte="10", nombre_annees="1"))
    # when the middle itself grows for ever, it is said once
    assert remarks(client(ecart_perte="10", extension="18")) == {"divergence"}


def test_without_extension_both_values_are_one() -> None:
    result = client(extension="0")

    assert euros(result, "valeur", "valeur_sans_extension") == ["26702.15", "26702.15"]


@pytest.mark.parametrize(
    ("perte", "extension", "diverges"),
    [
        ("15", "17.64", False),  # 85 % × 117,64 % = 99,994 %
        ("15", "17.647", False),  # 99,99995 %
        ("15", "17.65", True),  # 100,0025 %
        ("20", "25", True),  # 80 % × 125 %, exactly 1
        ("20", "24.9999", False),
        ("0.0001", "0", False),
        ("100", "100", False),
    ],
)
def test_an_endless_sum_without_limit_is_hidden_and_the_years_asked_are_kept(
    perte: str, extension: str, diverges: bool
) -> None:
    result = client(part_perdue=perte, extension=extension, nombre_annees="10")

    assert ("divergence" in remarks(result)) is diverges
    assert diverges <= (result["plafond_avec_extension"] is None)
    shown = present(result).headline.replace("\N{NO-BREAK SPACE}", " ")
    assert shown.startswith("Sur 10 ans,")
    endless = "à ce rythme, la somme n’a pas de limite" in shown
    assert endless is diverges
    assert ("0.00" in column(result, "marge_attendue")) is (perte == "100")


def test_a_hundredth_of_a_point_changes_little() -> None:
    """7 200 × (1 − f¹⁰) ÷ (1 − f), at f = 85 % × 1,1764 = 99,994 % and 100,0025 %."""
    before, after = (client(extension=e, nombre_annees="10") for e in ("17.64", "17.65"))

    assert euros(before, "valeur") == ["71980.56"]
    assert euros(after, "valeur") == ["72008.10"]
    assert euros(after, "par_annee_10_part_restante", "par_annee_10_marge_attendue") == [
        "23.16", "7201.62",
    ]  # fmt: skip
    for code in ("ca", "marge_attendue", "marge_sans_extension"):
        assert "0.00" not in column(after, code)


def test_the_usage_that_stops_at_five_years_is_shown_beside() -> None:
    """7 200 × (1 + 0,935 + … + 0,764269) = 31 614,44: the first five of ten years."""
    ten = client(nombre_annees="10")

    assert euros(ten, "annees_usage", "valeur_usage") == ["5", "31614.44"]
    assert "valeur_usage" not in client().amounts


def test_the_limit_of_the_upsell_is_said() -> None:
    """15 ÷ 85 = 17,647 %."""
    result = client(extension="18", nombre_annees="7")

    assert euros(result, "extension_limite") == ["17.65"]
    # 7 200 × (1,003⁷ − 1) ÷ 0,003; the usage stops at 5: 7 200 × (1,003⁵ − 1) ÷ 0,003
    assert euros(result, "valeur", "valeur_usage") == ["50855.87", "36216.64"]
    (note,) = present(result).notes
    assert "17,65" in note.text
    assert note.field == "extension"
    shown = {line.code: line.amount for s in present(result).sections for line in s.lines}
    assert shown["plafond_avec_extension"] == "sans limite, ou presque"


def test_clients_who_all_stay_or_all_leave() -> None:
    kept, lost = client(part_perdue="0", extension="0"), client(part_perdue="100")

    assert euros(kept, "valeur", "plafond_sans_extension", "extension_limite") == [
        "36000.00", "-", "0.00",
    ]  # fmt: skip
    assert euros(lost, "valeur", "plafond_sans_extension", "extension_limite") == [
        "7200.00", "7200.00", "-",
    ]  # fmt: skip
    assert "divergence" not in remarks(lost)
    for growth in ("0", "10"):
        stays = client(part_perdue="0", extension=growth, nombre_annees="10")
        (note,) = present(stays).notes
        assert (note.code, note.field) == ("personne_ne_part", "part_perdue")
        assert "0.00" not in column(stays, "marge_attendue")
    assert "aucune marge" in present(client(part_marge="0")).headline


def test_what_the_client_gains() -> None:
    """20 h × 35 = 700; with 1 500 saved, 2 200 a month against 6 000: 2,73 months."""
    result = client(economies="1500", heures_gagnees="20", cout_horaire="35", postes=CHANGE)

    assert euros(result, "gain_temps", "gain_mensuel", "cout_changement", "retour_mois") == [
        "700.00", "2200.00", "6000.00", "2.73",
    ]  # fmt: skip
    # 26 400 − 6 000, then 132 000 − 6 000
    assert euros(result, "gain_premiere_annee", "gain_client") == ["20400.00", "126000.00"]
    assert not remarks(result)
    assert "gain_client" not in client().amounts


@pytest.mark.parametrize("economies", ["0", "-700"])
def test_a_gain_that_never_pays_the_change(economies: str) -> None:
    result = client(economies=economies, postes=CHANGE)

    assert euros(result, "retour_mois") == ["-"]
    assert remarks(result) == {"jamais_rembourse"}
    shown = {line.code: line.amount for s in present(result).sections for line in s.lines}
    assert shown["retour_mois"] == "jamais"


def test_a_change_that_pays_too_late() -> None:
    """6 000 ÷ 500 = 12 months."""
    late, just = (client(economies=e, postes=CHANGE, nombre_annees="1") for e in ("499", "500"))

    assert remarks(late) == {"retour_trop_long"}
    assert euros(just, "retour_mois", "gain_client") == ["12.00", "0.00"]
    assert not remarks(just)


def test_every_year_has_its_bar() -> None:
    drawn = bars(CALCULATOR.charts[0], client())

    assert drawn is not None
    assert [row[0] for row in drawn.table.rows] == ["2026", "2027", "2028", "2029", "2030"]


@pytest.mark.parametrize(
    ("terms", "field", "words"),
    [
        ({"part_perdue": "100.01"}, "part_perdue", "au plus 100"),
        ({"part_perdue": "-1"}, "part_perdue", "au moins 0"),
        ({"part_marge": "101"}, "part_marge", "au plus 100"),
        ({"extension": "100.5"}, "extension", "au plus 100"),
        ({"ecart_perte": "-1"}, "ecart_perte", "au moins 0"),
        ({"ecart_perte": "101"}, "ecart_perte", "au plus 100"),
        ({"ecart_perte": "cinq"}, "ecart_perte", "Écrivez un nombre"),
        ({"nombre_annees": "0"}, "nombre_annees", "Choisissez une valeur"),
        ({"nombre_annees": "11"}, "nombre_annees", "Choisissez une valeur"),
        ({"ca_annuel": "-5"}, "ca_annuel", "au moins 0"),
        ({"heures_gagnees": "10"}, "cout_horaire", "coût d’une heure"),
        ({"postes": [{"poste": "formation"}]}, "postes_1_cout", "obligatoire"),
        ({"postes": [{"poste": "voyage", "cout": "1"}]}, "postes_1_poste", "Choisissez"),
    ],
)
def test_bad_input_is_told_at_its_field(terms: dict[str, Any], field: str, words: str) -> None:
    inputs, wrong = validated(CALCULATOR.inputs, CLIENT | terms)

    assert inputs is None
    assert [name for name, _ in wrong] == [field]
    assert words in wrong[0][1].replace("\N{NO-BREAK SPACE}", " ")


def test_a_year_before_the_scale_is_an_outcome() -> None:
    assert client(annee=2019).outcome.code == "taux_manquant"


def computed(inputs: ValeurClientB2bInputs) -> Result:
    return CALCULATOR.calculate(inputs=inputs, rates=committed_book())


def clients(**fixed: Any) -> st.SearchStrategy[ValeurClientB2bInputs]:
    return inputs_of(ValeurClientB2bInputs, annee=2026, **fixed)


@given(inputs=clients())
def test_a_value_is_never_negative_and_adds_up(inputs: ValeurClientB2bInputs) -> None:
    result = computed(inputs)
    value, costs = result["valeur"], result["couts_attendus"]
    assert value is not None
    assert costs is not None
    assert value >= 0
    assert costs >= 0
    assert sum(Decimal(x) for x in column(result, "marge_attendue")) == value
    assert result[f"par_annee_{inputs.annees}_cumul"] == value
    extra = result["apport_extension"]
    assert extra is not None
    assert extra >= 0


@given(
    inputs=clients(),
    perte=st.sampled_from(["0", "100"]),
    marge=st.sampled_from(["0", "100"]),
    years=st.sampled_from(Horizon),
)
def test_rates_at_their_ends_never_break(
    inputs: ValeurClientB2bInputs, perte: str, marge: str, years: Horizon
) -> None:
    ends = {"part_perdue": Decimal(perte), "part_marge": Decimal(marge), "nombre_annees": years}
    result = computed(inputs.model_copy(update=ends))

    assert result["valeur"] is not None
    assert len(column(result, "cumul")) == int(years)


@given(inputs=clients(), upsells=st.tuples(st.integers(0, 100), st.integers(0, 100)).map(sorted))
def test_more_upsell_never_lowers_a_value(
    inputs: ValeurClientB2bInputs, upsells: list[int]
) -> None:
    low, high = (
        computed(inputs.model_copy(update={"extension": Decimal(u)}))["valeur"] for u in upsells
    )
    assert low is not None
    assert high is not None
    assert low <= high


@given(inputs=clients())
def test_no_limit_is_said_when_and_only_when_the_rate_says_so(
    inputs: ValeurClientB2bInputs,
) -> None:
    result = computed(inputs)
    factor = result["facteur"]
    assert factor is not None
    said = remarks(result) & {"divergence", "personne_ne_part"}
    assert inputs.est_sans_limite is (factor >= 100) is bool(said)
    assert ("personne_ne_part" in said) is (inputs.part_perdue == 0)
    assert len(said) <= 1


@given(inputs=clients())
def test_the_middle_is_between_its_low_and_its_high(inputs: ValeurClientB2bInputs) -> None:
    result = computed(inputs)
    low, middle, high = (result[code] for code in ("valeur_basse", "valeur", "valeur_haute"))
    assert low is not None
    assert middle is not None
    assert high is not None
    assert low <= middle <= high
