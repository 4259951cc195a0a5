"""Minimum pay, refusals, warnings and bad input of a month in portage."""

from typing import Any

import pytest

from calculators.catalogue import calculators
from sellerdesk.desk.reading import validated
from tests.catalogue.portes import MOIS, D, month
from tests.catalogue.runs import euros, remarks

MINIMA = [
    ("2024-07-16", "premier_niveau", "2288.30"),  # 3 269 × 70 %
    ("2024-07-16", "junior", "2288.30"),
    ("2024-07-16", "senior", "2451.75"),  # × 75 %
    ("2024-07-16", "expert", "2778.65"),  # × 85 %
    ("2024-07-17", "premier_niveau", "2255.61"),  # × 69 %
    ("2024-07-17", "junior", "2517.13"),  # × 77 %
    ("2024-07-17", "senior", "2713.27"),  # × 83 %
    ("2024-07-17", "expert", "3072.86"),  # × 94 %
]


@pytest.mark.parametrize(("day", "echelon", "minimum"), MINIMA)
def test_minimum_pay_by_level(day: str, echelon: str, minimum: str) -> None:
    result = month(periode=day, echelon=echelon)
    assert euros(result, "salaire_minimum") == [minimum]
    compared = (result["brut"] or D(0)) + (result["reserve"] or D(0) if day > "2024-07-16" else 0)
    assert result["brut_compare"] == compared
    assert "sous_le_minimum" not in remarks(result)
    poor = month(periode=day, echelon=echelon, jours="5")
    assert "sous_le_minimum" in remarks(poor)
    part_time = month(periode=day, echelon=echelon, jours="5", temps_travail="40")
    assert "sous_le_minimum" not in remarks(part_time)


@pytest.mark.parametrize(
    ("given", "outcome"),
    [({"cdd": True, "duree_contrat": 18}, "calcule"),
     ({"cdd": True, "duree_contrat": 19}, "cdd_trop_long"),
     ({"duree_contrat": 19}, "calcule"),
     ({"duree_prestation": 36}, "calcule"),
     ({"duree_prestation": 37}, "prestation_trop_longue"),
     ({"activite": "marchandises"}, "pas_de_marchandises"),
     ({"activite": "personnes"}, "pas_a_la_personne"),
     ({"diplome": "moins", "experience": 2}, "pas_eligible"),
     ({"diplome": "moins", "experience": 3}, "calcule"),
     ({"experience": 0}, "calcule")],
)  # fmt: skip
def test_when_portage_is_closed(given: dict[str, Any], outcome: str) -> None:
    assert month(**given).outcome.code == outcome


@pytest.mark.parametrize(
    ("given", "field"),
    [({"tjm": "0"}, "tjm"), ({"tjm": "0", "mode_frais": "fixe"}, "tjm"),
     ({"tjm": "1"}, "tjm"),  # 16,74 pay no health cover of 20
     ({"mode": "mensuel", "montant_mensuel": "10"}, "montant_mensuel"),
     ({"fonctionnement": "9000"}, "fonctionnement"), ({"fonctionnement": "7533"}, "fonctionnement"),
     ({"fonctionnement": "7532.99"}, "tjm"),
     ({"mode_frais": "fixe", "frais_fixes": "9000"}, "frais_fixes"),
     ({"montant_abondement": "9000"}, "montant_abondement"),
     ({"fonctionnement": "9000", "mode_frais": "fixe", "frais_fixes": "9000", "jours": "0.5"},
      "frais_fixes")],
)  # fmt: skip
def test_no_salary_is_told_at_the_answer_that_leaves_none(
    given: dict[str, Any], field: str
) -> None:
    outcome = month(**given).outcome
    assert (outcome.code, outcome.field) == ("enveloppe_insuffisante", field)


@pytest.mark.parametrize(
    "given",
    [{"net_vise": "1000000", "net_voulu": "apres_impot", "jours": "0.5",
      "mode_prelevement": "personnel", "taux_personnel": "60"},
     {"net_vise": "3000", "taux_frais": "99.99"}],
)  # fmt: skip
def test_a_net_beyond_any_rate_is_refused(given: dict[str, str]) -> None:
    outcome = month(mode="net", **given).outcome
    assert (outcome.code, outcome.field) == ("tjm_trop_haut", "net_vise")


def test_the_highest_rate_is_the_one_that_the_field_takes() -> None:
    """697 500 ÷ 75 % ÷ 93 % is 1 000 000 for one day; two cents more of net are over."""
    given = {"mode": "net", "lecture": "guide", "jours": "1"}
    assert euros(month(net_vise="697500", **given), "tjm_necessaire") == ["1000000.00"]
    assert month(net_vise="697500.02", **given).outcome.code == "tjm_trop_haut"
    assert month(tjm="1000000", jours="1", lecture="guide").outcome.code == "calcule"


@pytest.mark.parametrize(
    ("given", "said"),
    [({"diplome": "moins", "experience": 3}, set()),
     ({"taux_frais": "4"}, {"frais_bas"}), ({"taux_frais": "5"}, set()),
     ({"taux_frais": "10"}, set()), ({"taux_frais": "12"}, {"frais_hauts"}),
     ({"taux_frais": "0"}, {"frais_bas"}), ({"jours": "23"}, set()),
     ({"jours": "31"}, {"trop_de_jours"}),
     ({"fonctionnement": "2000"}, {"frais_au_dela_de_l_usage"}),
     ({"versement_epargne": "3000"}, {"versement_trop_haut"})],
)  # fmt: skip
def test_what_is_unusual_is_said(given: dict[str, Any], said: set[str]) -> None:
    always = {"lecture_guide", "cadre_et_chomage", "trois_facons", "plafond_micro",
              "net_imposable_corrige"}  # fmt: skip
    assert remarks(month(**given)) - always == said


@pytest.mark.parametrize(
    ("given", "field"),
    [({"tjm": None}, "tjm"), ({"mode": "mensuel"}, "montant_mensuel"),
     ({"mode": "net"}, "net_vise"), ({"mode": "net", "net_vise": "1000000.01"}, "net_vise"),
     ({"mode": "net", "net_vise": "3000", "lecture": "forfait", "net_voulu": "apres_impot"},
      "net_voulu"),
     ({"jours": "0"}, "jours"), ({"jours": "32"}, "jours"), ({"taux_frais": "100"}, "taux_frais"),
     ({"taux_frais": "60", "taux_autres_charges": "40"}, "taux_frais"),
     ({"fonctionnement": "-1"}, "fonctionnement"), ({"refactures": "-1"}, "refactures"),
     ({"statut": "assimile"}, "statut"), ({"mode_prelevement": "personnel"}, "taux_personnel"),
     ({"heures_gagnees": "20", "heures_gagnees_au_plus": "15"}, "heures_gagnees_au_plus"),
     ({"mode_frais": "degressif", "taux_frais_au_dela": "8"}, "taux_frais_au_dela")],
)  # fmt: skip
def test_bad_input_is_told_at_its_field(given: dict[str, Any], field: str) -> None:
    inputs, wrong = validated(calculators()["portage-salarial"].inputs, MOIS | given)

    assert inputs is None
    assert [name for name, _ in wrong] == [field]
    assert all(sentence.endswith(".") for _, sentence in wrong)


def test_a_tax_with_the_household() -> None:
    """Twelve months of 3 864,62: 46 375 less 10 %, 41 737: 17 979 × 11 % and 12 158 × 30 %."""
    result = month(mode_prelevement="bareme", fonctionnement="200")

    assert euros(result, "net_imposable", "salaire_annuel", "deduction_annuelle") == [
        "3864.62", "46375.44", "4638",
    ]  # fmt: skip
    # 1 977,69 + 3 647,40 = 5 625 a year
    assert euros(result, "avec_impot_du", "prelevement") == ["5625", "468.75"]


def test_the_last_year_with_rates() -> None:
    assert month(periode="2022-06-30").outcome.code == "taux_manquant"
    assert month(periode="2027-01-01").outcome.code == "taux_manquant"
