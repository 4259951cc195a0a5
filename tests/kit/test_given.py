"""Rows as given: a table of strings for the documents, names for what is wrong in them."""

from typing import Any

import pytest
from pydantic import ValidationError

from calculators.catalogue import calculators
from calculators.kit import messages
from calculators.kit.document import to_json
from calculators.kit.french import NBSP
from calculators.kit.given import given_tables, input_views
from calculators.kit.presenter import present
from tests.kit.test_parts import AnneeInputs, run
from tests.ledger import Recette, ReleveInputs


def test_the_rows_given_are_a_table_without_its_empty_columns() -> None:
    inputs = ReleveInputs.model_validate(
        {"annee": 2026, "recettes": [{"ventes": 0}, {"ventes": "5", "jour": "2026-02-01"}]}
    )
    (table,) = given_tables(inputs)

    assert (table.code, table.title) == ("recettes", "Recettes")
    assert table.headers == ("Ligne", "Ventes", "Jour", "Nature")  # one of them has no day
    vente = "Vente de marchandises"
    assert table.rows == (
        ("1", f"0,00{NBSP}€", "", vente), ("2", f"5,00{NBSP}€", "01/02/2026", vente)
    )  # fmt: skip
    assert table.aligned == (False, True, False, False)


def test_rows_that_something_names_have_no_number() -> None:
    inputs = ReleveInputs.model_validate(
        {"annee": 2026, "recettes": [{"ventes": 1, "jour": "2026-01-01"},
                                     {"ventes": "5", "jour": "2026-02-01"}]}
    )  # fmt: skip
    (table,) = given_tables(inputs)
    assert table.headers == ("Ventes", "Jour", "Nature")


def test_a_column_of_zeros_by_default_is_empty() -> None:
    (table,) = present(run(mois=[{"achats": "0"}])).given_tables
    assert table.headers == ("Achats",)
    assert given_tables(AnneeInputs(annee=2020)) == ()


def test_rows_of_the_form_that_nobody_filled_are_not_shown() -> None:
    calculator = calculators()["fidelite"]
    empty: Any = calculator.inputs.model_validate(calculator.example)
    rows = [row.model_dump() for row in empty.segments]
    filled = calculator.inputs.model_validate(
        {**calculator.example, "segments": [rows[0] | {"clients": 3}, *rows[1:]]}
    )

    assert given_tables(empty) == ()
    # nor a list without a row: « 0 ligne » is nothing given
    assert not {"segments", "actions"} & {view.code for view in input_views(empty)}
    (table,) = given_tables(filled)
    assert table.headers == ("Segment", "Clients")
    assert len(table.rows) == 3
    assert "segments" in {view.code for view in input_views(filled)}


def test_what_was_given_can_be_given_again() -> None:
    document = to_json(run())
    again = AnneeInputs.model_validate(document["inputs"])
    assert to_json(run(mois=again.mois))["amounts"] == document["amounts"]


@pytest.mark.parametrize(
    ("rows", "name", "sentence"),
    [
        ([{"ventes": "5"}, {"ventes": "abc"}], "recettes_2_ventes", messages.NOT_A_NUMBER),
        ([{}], "recettes_1_ventes", messages.REQUIRED),
        ([{"ventes": 1, "jour": 5}], "recettes_1_jour", messages.NOT_A_DATE),
        ([{"ventes": 1, "jour": "2025-01-01"}], "recettes_1_jour", "Ce jour n’est pas en 2026."),
        (["abc"], "recettes_1", "Donnez la ligne comme un objet, une valeur par colonne."),
        ("abc", "recettes", "Donnez une liste de lignes."),
        ([{"ventes": 1}] * 501, "recettes", "Au plus 500 lignes."),
    ],
)
def test_what_is_wrong_is_named_by_its_cell(rows: Any, name: str, sentence: str) -> None:
    with pytest.raises(ValidationError) as caught:
        ReleveInputs.model_validate({"annee": 2026, "recettes": rows})

    assert messages.errors(caught.value) == [(name, sentence)]


def test_a_rule_of_a_row_names_one_of_its_columns() -> None:
    with pytest.raises(ValidationError) as caught:
        ReleveInputs.model_validate({"annee": 2026, "recettes": [{"ventes": 1, "offert": True}]})
    assert messages.errors(caught.value)[0][0] == "recettes_1_achats"

    with pytest.raises(ValidationError) as caught:
        Recette.model_validate({"ventes": 1, "offert": True})
    assert messages.errors(caught.value)[0][0] == "achats"
