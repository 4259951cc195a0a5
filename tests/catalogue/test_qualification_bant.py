"""Qualification of a prospect: each score has its calculation by hand beside it."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import calculators
from calculators.catalogue.qualification_bant import words
from calculators.kit.calculator import Result
from calculators.kit.presenter import present
from sellerdesk.desk.reading import validated
from tests.books import committed_book
from tests.catalogue.runs import euros, remarks, run
from tests.strategies import inputs_of

SLUG = "qualification-bant"
PROSPECT = {"date_evaluation": "2026-06-01", "besoin": 3, "budget": 4, "autorite": 4,
            "calendrier": 2}  # fmt: skip
FAIBLE = {"besoin": 2, "budget": 2, "autorite": 2, "calendrier": 2}


def rated(**given: Any) -> Result:
    return run(SLUG, **(PROSPECT | given))


def headline(result: Result) -> str:
    return present(result).headline.replace("\N{NO-BREAK SPACE}", " ")


def test_thirteen_out_of_sixteen_is_highly_qualified() -> None:
    """3 + 4 + 4 + 2 = 13; 4 criteria × 4 = 16; the last band starts at 13."""
    result = rated()

    assert euros(result, "score", "score_maximum", "niveau", "manque") == ["13", "16", "4", "0"]
    assert headline(result) == "Prospect hautement qualifié : 13 sur 16."


def test_eight_is_weak() -> None:
    """2 + 2 + 2 + 2 = 8, within 5 to 8; 13 − 8 = 5 are missing."""
    result = rated(**FAIBLE)

    assert euros(result, "score", "niveau", "manque") == ["8", "2", "5"]
    assert headline(result) == "Prospect faiblement qualifié : 8 sur 16."


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        ((0, 0, 0, 0), "non qualifié : 0 sur 16"),
        ((4, 0, 0, 0), "non qualifié : 4 sur 16"),
        ((4, 1, 0, 0), "faiblement qualifié : 5 sur 16"),
        ((4, 4, 0, 0), "faiblement qualifié : 8 sur 16"),
        ((4, 4, 1, 0), "Prospect qualifié : 9 sur 16"),
        ((4, 4, 4, 0), "Prospect qualifié : 12 sur 16"),
        ((4, 4, 4, 4), "hautement qualifié : 16 sur 16"),
    ],
)
def test_the_ends_of_the_bands(notes: tuple[int, ...], said: str) -> None:
    criteria = zip(("besoin", "budget", "autorite", "calendrier"), notes, strict=True)

    assert said in headline(rated(**dict(criteria)))


def test_without_timing_the_bands_scale_with_the_maximum() -> None:
    """3 + 4 + 4 = 11 of 3 × 4 = 12; 5, 9 and 13 × 3 ÷ 4 are 3,75, 6,75 and 9,75."""
    result = rated(methode="ban")

    assert euros(result, "score", "score_maximum", "niveau") == ["11", "12", "4"]
    codes = (f"niveaux_{key}_seuil" for key in words.NIVEAUX)
    assert euros(result, *codes) == ["0", "3.75", "6.75", "9.75"]
    assert headline(result) == "Prospect hautement qualifié : 11 sur 12."
    # 9 of 12 is below 9,75
    assert "Prospect qualifié : 9 sur 12" in headline(rated(methode="ban", besoin=1))


def test_a_timing_left_empty_is_not_a_timing_of_zero() -> None:
    """4 + 4 + 4 of 3 × 4, said; with a 0 typed, 12 of 16."""
    full = {"besoin": 4, "budget": 4, "autorite": 4}
    empty, zero = rated(**full, calendrier=None), rated(**full, calendrier=0)

    assert headline(empty) == "Prospect hautement qualifié : 12 sur 12."
    (note,) = (n for n in present(empty).notes if n.code == "calendrier_vide")
    assert note.field == "calendrier"
    assert "le score est sur 12," in note.text.replace("\N{NO-BREAK SPACE}", " ")
    assert headline(zero) == "Prospect qualifié : 12 sur 16."
    assert "calendrier_vide" not in remarks(zero) | remarks(rated(methode="ban", calendrier=None))


def test_what_is_missing_is_a_whole_number_of_points() -> None:
    """9,75 − 9 = 0,75: one point more; 13 − 12 = 1; 9,75 − 6 = 3,75: four."""
    notes = ((1, 4, 4), 1), ((2, 2, 2), 4), ((4, 4, 4), 0)

    for (besoin, budget, autorite), missing in notes:
        one = rated(methode="ban", besoin=besoin, budget=budget, autorite=autorite)
        assert euros(one, "manque") == [str(missing)]


def test_a_weak_prospect_goes_to_nurturing_and_a_strong_one_to_the_experts() -> None:
    weak, strong, none = rated(**FAIBLE), rated(), rated(besoin=0, budget=0, autorite=0)
    codes = [f"suite_{suite}" for suite in words.SUITES]

    assert euros(weak, *codes) == ["1", "0", "0", "0"]
    assert remarks(weak) == {"suite_nurturing"}
    assert euros(strong, *codes) == ["0", "1", "1", "1"]
    assert remarks(strong) == {"suite_demonstration", "suite_expert", "suite_business_case"}
    assert euros(none, *codes) == ["0", "0", "0", "0"]
    assert remarks(none) == {"suite_aucune"}


def test_what_a_band_gets_and_its_limits_are_rates() -> None:
    calculator = calculators()[SLUG]
    values = {"bant_seuil_hautement": Decimal(14), "bant_suite_qualifie_expert": Decimal(2)}
    result = calculator.calculate(
        inputs=calculator.inputs(**PROSPECT), rates=committed_book().variant("essai", values)
    )

    assert headline(result) == "Prospect qualifié : 13 sur 16."
    assert euros(result, "niveau", "manque", "suite_expert") == ["3", "1", "2"]


def test_maturity_is_a_weighted_share_of_a_hundred() -> None:
    """3, 2, 4 and 2 of 4 at 25 % each: 18,75 + 12,5 + 25 + 12,5 = 68,75."""
    notes = {"processus": 3, "technologie": 2, "contraintes": 4, "changement": 2}
    weights = {"poids_processus": "40", "poids_technologie": "30", "poids_contraintes": "20",
               "poids_changement": "10"}  # fmt: skip

    assert euros(rated(**notes), "maturite", "score") == ["68.75", "13"]
    # 30 + 15 + 20 + 5
    assert euros(rated(**notes, **weights), "maturite") == ["70.00"]
    # nothing on change: 30 + 15 + 20, and the weights make 90 %
    light = rated(**notes, **weights | {"poids_changement": "0"})
    assert euros(light, "maturite", "poids_total") == ["65.00", "90.00"]
    assert "poids_incomplets" in remarks(light)
    full = rated(**dict.fromkeys(notes, 4))
    assert euros(full, "maturite") == ["100.00"]
    assert "maturite" not in rated().amounts


def test_three_signals_of_the_same_kind_are_said() -> None:
    names = ("partage", "decideurs", "evocation_budget")
    good, bad = (rated(**dict.fromkeys(names, kind)) for kind in ("positif", "evasif"))
    mixed = rated(partage="positif", decideurs="positif", evocation_budget="evasif")

    assert euros(good, "signaux_solde", "score") == ["3", "13"]
    assert "signaux_favorables" in remarks(good)
    assert euros(bad, "signaux_solde", "score") == ["-3", "13"]
    assert "signaux_evasifs" in remarks(bad)
    assert "Faible probabilité" in next(
        n.text for n in present(bad).notes if n.code == "signaux_evasifs"
    )
    # 2 − 1
    assert euros(mixed, "signaux_solde") == ["1"]
    assert not {"signaux_favorables", "signaux_evasifs"} & remarks(mixed)
    assert "signaux_solde" not in rated().amounts


def test_two_signs_of_a_dead_project_out_of_four_are_an_alert_that_names_them() -> None:
    one = rated(budget_fantome=True)
    two = rated(budget_fantome=True, sans_sponsor=True)

    assert euros(one, "signes_projet_mort", "signes_alerte") == ["1", "2"]
    assert "projet_mort" not in remarks(one)
    said = next(n.text for n in present(two).notes if n.code == "projet_mort")
    assert "aucun sponsor interne, budget fantôme." in said
    assert "pressant" not in said


DEAD = {"sans_sponsor": True, "budget_fantome": True}
EVASIVE = dict.fromkeys(("partage", "decideurs", "evocation_budget"), "evasif")


@pytest.mark.parametrize("signs", [DEAD, EVASIVE, DEAD | EVASIVE])
def test_an_alert_holds_back_what_the_band_would_get(signs: dict[str, Any]) -> None:
    """The score stays 13 of 16; no expert, no demonstration, no business case."""
    result = rated(**signs)

    assert euros(result, "score", "niveau") == ["13", "4"]
    assert headline(result) == (
        "À vérifier d’abord : le score, 13 sur 16, dit « hautement qualifié », "
        "une alerte dit le contraire."
    )
    codes = [f"suite_{suite}" for suite in words.SUITES]
    assert euros(result, *codes) == ["0", "0", "0", "0"]
    assert "suite_retenue" in remarks(result)
    assert not {*codes, "suite_aucune"} & remarks(result)


def test_an_alert_leaves_a_weak_prospect_its_nurturing() -> None:
    weak = rated(**FAIBLE, **DEAD)
    none = rated(besoin=0, budget=0, autorite=0, **DEAD)

    assert euros(weak, "suite_nurturing", "alertes") == ["1", "1"]
    assert {"suite_nurturing", "projet_mort"} == remarks(weak)
    assert headline(weak) == "Prospect faiblement qualifié, et une alerte : 8 sur 16."
    assert "suite_aucune" in remarks(none)
    # one sign is no alert
    one = rated(sans_sponsor=True)
    assert euros(one, "alertes", "suite_expert") == ["0", "1"]
    assert headline(one) == "Prospect hautement qualifié : 13 sur 16."


def test_another_scale_takes_higher_notes() -> None:
    """5 + 4 + 4 + 2 = 15 of 4 × 5; at 4, a 5 is refused at its field."""
    calculator = calculators()[SLUG]
    book = committed_book().variant("essai", {"bant_note_maximum": Decimal(5)})
    inputs = calculator.inputs(**(PROSPECT | {"besoin": 5}))
    result = calculator.calculate(inputs=inputs, rates=book)

    assert euros(result, "score", "score_maximum") == ["15", "20"]
    assert rated(besoin=5).outcome.field == "besoin"
    assert present(rated(besoin=5)).outcome == "Une note va de 0 à 4."


def test_a_note_above_the_scale_is_refused_at_its_field() -> None:
    for note in (5, 6, 40):
        result = rated(autorite=note)
        assert (result.outcome.code, result.outcome.field) == ("note_trop_haute", "autorite")
        assert present(result).outcome == "Une note va de 0 à 4."
    # what is not counted is not judged
    assert rated(methode="ban", calendrier=5).outcome.applies
    notes = {"processus": 3, "technologie": 2, "contraintes": 5, "changement": 2}
    assert rated(**notes).outcome.field == "contraintes"


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"besoin": -1}, "besoin", "d’au moins 0"),
        ({"besoin": "beaucoup"}, "besoin", "nombre entier"),
        ({"partage": "peut-être"}, "partage", "valeur de la liste"),
        ({"processus": 3}, "technologie", "quatre points"),
        ({"poids_processus": "25.01"}, "poids_changement", "dépassent 100"),
        ({"poids_processus": "101"}, "poids_processus", "d’au plus 100"),
    ],
)
def test_bad_input_is_told_at_its_field(given: dict[str, Any], field: str, said: str) -> None:
    inputs, wrong = validated(calculators()[SLUG].inputs, PROSPECT | given)

    assert inputs is None
    assert [name for name, _ in wrong] == [field]
    assert said in wrong[0][1].replace("\N{NO-BREAK SPACE}", " ")


@given(data=st.data())
def test_the_score_stays_within_its_scale_and_the_maturity_within_a_hundred(
    data: st.DataObject,
) -> None:
    calculator = calculators()[SLUG]
    notes = {name: data.draw(st.integers(0, 5)) for name in ("besoin", "budget", "autorite")}
    inputs = data.draw(inputs_of(calculator.inputs, **notes))
    result = calculator.calculate(inputs=inputs, rates=committed_book())
    if not result.outcome.applies:
        return
    score, top, level = (
        result[code] or Decimal(0) for code in ("score", "score_maximum", "niveau")
    )
    assert 0 <= score <= top
    assert 1 <= level <= len(words.NIVEAUX)
    assert 0 <= (result.amounts.get("maturite") or Decimal(0)) <= 100
    points = [
        a or 0 for code, a in result.amounts.items() if re.fullmatch(r"criteres_.*_obtenus", code)
    ]
    assert sum(points) == score


def test_every_criterion_more_never_lowers_the_level() -> None:
    levels = [rated(besoin=n)["niveau"] or Decimal(0) for n in range(5)]

    assert levels == sorted(levels)


def test_every_rate_says_where_it_comes_from() -> None:
    used = {rate.code: rate for rate in present(rated()).rates}

    assert used["bant_seuil_hautement"].confidence == "single"
    assert used["bant_suite_hautement_expert"].unsure
    folder = Path(__file__).parents[2] / "fixtures" / "rates" / "bant"
    assert all("vente_b2b" in path.read_text() for path in folder.iterdir())
