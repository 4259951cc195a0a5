"""What is told of the tax base, of a short contract, of an answer that misses its other half."""

from typing import Any

import pytest

from calculators.kit.presenter import present
from calculators.kit.views import ResultView
from tests.catalogue.runs import euros, run

SLUG = "portage-salarial"
MOIS = {"periode": "2026-11-20", "tjm": "450", "jours": "18", "taux_frais": "7"}


def view(**given: Any) -> ResultView:
    return present(run(SLUG, **(MOIS | given)))


def fields(code: str, **given: Any) -> list[str]:
    return [note.field for note in view(**given).notes if note.code == code]


def test_the_taxable_net_says_where_it_leaves_the_official_simulator() -> None:
    """1,5 % of the ceiling, 4 005 €: 60,075, once the gross is above it."""
    result = run(SLUG, **(MOIS | {"tjm": "500"}))

    ours, theirs = euros(result, "net_imposable", "net_imposable_simulateur")
    assert (ours, theirs) == ("4411.58", "4471.66")
    (said,) = [n.text for n in present(result).notes if n.code == "net_imposable_corrige"]
    assert "4 411,58 €" in said.replace("\N{NO-BREAK SPACE}", " ")
    assert "4 471,66 €" in said.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    "given", [{"statut": "non_cadre"}, {"statut": "non_cadre", "taux_prevoyance": "0"}]
)
def test_without_a_provident_cover_there_is_nothing_to_say(given: dict[str, Any]) -> None:
    assert fields("net_imposable_corrige", **given) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [({"duree_contrat": 2}, 1), ({"duree_contrat": 3}, 0), ({}, 0),
     ({"duree_contrat": 2, "cdd": False}, 0),
     ({"duree_contrat": 2, "mode_prelevement": "aucun"}, 0)],
)  # fmt: skip
def test_the_allowance_of_a_short_contract_is_not_counted(given: dict[str, Any], said: int) -> None:
    """CGI 204 H, III: two months at most, at the neutral rate."""
    assert fields("cdd_court", **({"cdd": True} | given)) == ["duree_contrat"] * said


@pytest.mark.parametrize(
    ("given", "missing"),
    [("creances", "facture_periode"), ("facture_periode", "creances"),
     ("indice_depart", "indice_actuel"), ("indice_actuel", "indice_depart")],
)  # fmt: skip
def test_half_an_answer_asks_for_the_other_at_its_field(given: str, missing: str) -> None:
    assert fields(f"{missing}_manque", **{given: "100"}) == [missing]
    assert fields(f"{missing}_manque", **{given: "100", missing: "100"}) == []


def test_labels_stand_alone() -> None:
    shown = view(fonctionnement="200")
    labels = {line.label for section in shown.sections for line in section.lines}
    assert not {label for label in labels if label.startswith("De même")}
    table = next(t for t in shown.tables if t.code == "facons")
    assert table.title == "Le même chiffre d’affaires, de trois façons"
