"""A list of rows by every other way: pasted, linked, in JSON, in files and documents."""

import io
import json
import re
from dataclasses import replace
from html import escape
from pathlib import Path
from time import process_time
from typing import Any, Self

import pytest
from django.core.management import call_command
from django.test import Client
from pydantic import model_validator

from calculators.catalogue import calculators
from calculators.kit import columns as kit_columns
from calculators.kit import messages
from calculators.kit.columns import Column, ColumnError
from calculators.kit.fields import field_specs
from calculators.kit.messages import InputError
from sellerdesk.desk import columns, generated
from sellerdesk.desk.plan import plan_of
from tests.books import committed_book
from tests.desk.pages import body, message, result, text, typed
from tests.desk.test_rows import TROC, added, opening, sent, shown
from tests.ledger import MOST, PAGE, SLUG, ReleveInputs

pytestmark = pytest.mark.django_db
__all__ = ["added"]  # the fixture
HEADINGS = "Ventes\tJour\tNature\tColis\tOffert\tAchats\tRemarque"


def paste(client: Client, table: str, **cells: str) -> str:
    response = client.post(PAGE, sent(**cells) | {"recettes-coller": table})
    assert response.status_code == 200
    return body(response)


# --- Pasted -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "table",
    [
        f"{HEADINGS}\n1 234,50 €\t01/02/2026\tprestation\t3\t\t\t\n100\t\tvente\t\tX\t40\tSalon",
        "ventes ; note ; ACHATS ; Offert\n1234,5\n100;Salon;40;oui\n\n",
        "Remarque;Ventes (€);achâts\r\n;1234.5;\r\nSalon;100;40\r\n",
        '1234,50\t2026-02-01\n100\t\t\t\tVRAI\t40\t"Salon,\nde Lyon"\t\t',
        '1234,50;;;;;;5" de haut\n100;;;;;;',
    ],
    ids=["spreadsheet", "names", "other order", "no heading", "lone quote"],
)
def test_a_pasted_table_fills_the_rows(client: Client, htmx_client: Client, table: str) -> None:
    for one in (client, htmx_client):
        page = paste(one, table, r0_ventes="9", r5_ventes="9")

        assert "Vous avez vendu pour 1 334,50 €." in text(result(page))
        assert "2 lignes lues dans le tableau collé" in text(page)
        assert typed(page, "recettes-1-ventes") == "100"
        assert typed(page, "recettes-2-ventes") == ""
        assert shown(page) == 3
        box = re.search(r"<textarea[^>]*>\s*([^<]*)</textarea>", page)
        assert box
        assert box[1] == ""


def test_what_is_pasted_is_read_as_it_was_meant(client: Client) -> None:
    page = paste(client, f"{HEADINGS}\n- €\t1/2/2026\tPRESTATION\t2\tx\t4\tSalon")

    assert 'value="2026-02-01"' in opening(page, "recettes-0-jour")
    assert re.search(r'<option value="service" selected>', page)
    assert "checked" in opening(page, "recettes-0-offert")
    assert typed(page, "recettes-0-ventes") == "0"


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("Ventes\tTruc\n1\t2", "Colonne inconnue dans le tableau collé : « Truc »."),
        ("Ventes;ventes\n1;2", "donne deux fois la colonne « Ventes »"),
        ("Ventes;Jour", "n’a aucune ligne sous ses titres"),
        ("1;;;;;;;8", "Ligne 1 du tableau collé : 8 cellules pour 7 colonnes."),
        ("Ventes;\n1;2", "Ligne 2 du tableau collé : « 2 » est sans titre."),
        ("Ventes;Offert\n1;peut-être", "Ligne 2 du tableau collé, Offert : répondez par oui"),
        ("1\n" * 10_000, "Au plus 500 lignes. Le tableau collé en a 10 000."),
        ("1\n" * 501, "Au plus 500 lignes. Le tableau collé en a 501."),
        ("x" * 200_000, "Le tableau collé est illisible."),
        ('<script>alert(1)</script>;"Ventes"\n1;2', "Colonne inconnue dans le tableau collé"),
    ],
    ids=[
        "unknown",
        "twice",
        "titles only",
        "ragged",
        "no title",
        "yes or no",
        "10 000",
        "501",
        "too long",
        "markup",
    ],
)
def test_a_table_that_cannot_be_read_stays_in_its_box(
    client: Client, htmx_client: Client, table: str, sentence: str
) -> None:
    start = process_time()
    page = paste(client, table, r0_ventes="9")
    assert process_time() - start < 1

    assert sentence in message(page, "recettes")
    assert typed(page, "recettes-0-ventes") == "9"
    assert "À corriger" in page
    assert "<script>alert" not in page
    assert escape(table[:10].strip()) in page
    assert '<details class="rows__paste" open>' in page
    part = paste(htmx_client, table, r0_ventes="9")
    assert sentence in message(part, "recettes")
    assert "coller-recettes" not in part


def test_cells_pasted_wrong_are_shown_and_said(client: Client) -> None:
    page = paste(client, "Ventes;Jour;Nature\nabc;hier;troc\n\n-5;;\n;31/02/2026;")

    assert typed(page, "recettes-0-ventes") == "abc"
    assert 'type="text"' in opening(page, "recettes-0-jour")
    assert '<option value="troc" selected>' in page
    said = message(page, "recettes_1")
    for words in (
        "Ligne 1, Ventes : Écrivez un nombre",
        "Ligne 1, Jour : Écrivez une date",
        f"Ligne 1, Nature : {TROC}",
    ):
        assert words in said
    assert message(page, "recettes_2") == "Ligne 2, Ventes : Ce nombre doit être d’au moins 0."
    assert "Ligne 3, Ventes : Ce champ est obligatoire." in message(page, "recettes_3")


# --- Links, JSON, documents -------------------------------------------------------


def run(monkeypatch: pytest.MonkeyPatch, given: Any, status: int = 0) -> dict[str, Any]:
    """What the command answers to an input."""
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(given)))
    out, ended = io.StringIO(), 0
    try:
        call_command("calculate", SLUG, stdout=out)
    except SystemExit as end:
        ended = int(str(end.code))
    assert ended == status
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


def asked(option: str) -> dict[str, Any]:
    """What the command says of the calculator."""
    out = io.StringIO()
    call_command("calculate", option, SLUG, stdout=out)
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


def test_the_example_fills_the_rows(client: Client) -> None:
    page = body(client.get(f"{PAGE}?exemple=1"))

    assert "1 334,50 €" in text(result(page))
    assert typed(page, "recettes-0-ventes") == "1 234,50".replace(" ", "\xa0")
    assert "checked" in opening(page, "recettes-1-offert")
    sent_back = client.post(PAGE, plan_of(SLUG).example)
    assert result(body(sent_back)) == result(page)


def test_a_link_may_give_rows(client: Client) -> None:
    page = body(client.get(f"{PAGE}?annee=2026&recettes-1-ventes=5&recettes-1-nature=service"))

    assert "5,00 €" in text(result(page))
    assert typed(page, "recettes-1-ventes") == "5"


def test_json_takes_a_list_of_objects_and_gives_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {"annee": 2026, "recettes": [
        {"ventes": "1 234,50", "jour": "01/02/2026", "colis": None}, {"ventes": 100},
    ]}  # fmt: skip
    found = run(monkeypatch, given)
    assert found["amounts"]["total_ventes"] == "1334.50"

    again = run(monkeypatch, found["inputs"])
    assert again["amounts"] == found["amounts"]
    assert again["inputs"] == found["inputs"]


def test_the_example_and_the_schema_are_right(monkeypatch: pytest.MonkeyPatch) -> None:
    found = run(monkeypatch, asked("--example"))
    assert found["amounts"]["total_ventes"] == "1334.50"

    schema = asked("--schema")
    assert schema["properties"]["recettes"]["maxItems"] == MOST
    assert schema["$defs"]["Recette"]["required"] == ["ventes"]


@pytest.mark.parametrize(
    ("rows", "field", "sentence"),
    [
        (5, "recettes", "Donnez une liste de lignes."),
        ({"ventes": 1}, "recettes", "Donnez une liste de lignes."),
        ([1], "recettes_1", "Donnez la ligne comme un objet"),
        ([{"ventes": 1}, {}], "recettes_2_ventes", messages.REQUIRED),
        ([{"ventes": "abc"}], "recettes_1_ventes", messages.NOT_A_NUMBER),
        ([{"ventes": True}], "recettes_1_ventes", messages.NOT_A_NUMBER),
        ([{"ventes": 1, "jour": 5}], "recettes_1_jour", messages.NOT_A_DATE),
        ([{"ventes": 1, "truc": 5}], "recettes_1_truc", "Ce champ n’existe pas"),
        ([{"ventes": 1}] * 501, "recettes", "Au plus 500 lignes."),
    ],
)
def test_wrong_rows_in_json_are_named(
    monkeypatch: pytest.MonkeyPatch, rows: Any, field: str, sentence: str
) -> None:
    (error,) = run(monkeypatch, {"annee": 2026, "recettes": rows}, status=2)["errors"]

    assert error["field"] == field
    assert sentence in error["message"]


@pytest.mark.parametrize("document", ["rapport.pdf", "classeur.xlsx", "simulation.json"])
def test_every_document_is_made(client: Client, document: str) -> None:
    made = client.post(f"{PAGE}{document}", plan_of(SLUG).example)

    assert made.status_code == 200


# --- Files of rows, the user's page -------------------------------------------------


def test_a_list_of_rows_is_no_column() -> None:
    calculator = calculators()[SLUG]
    with pytest.raises(ColumnError, match="ne tient pas dans une colonne"):
        Column(calculator, committed_book(), ("annee", "recettes"))
    with pytest.raises(ColumnError, match="ne tient pas dans une colonne"):
        Column(calculator, committed_book(), ("annee", "recettes"), keep=("recettes",))

    column = Column(calculator, committed_book(), ("annee",), outputs=("total_ventes",))
    assert list(column.results([("2026",), ("abc",)])) == [
        ";aucune_recette",
        ';"annee : Écrivez un nombre entier, par exemple 12."',
    ]


def test_a_list_that_a_calculator_demands_is_said_in_the_header(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    specs = field_specs(ReleveInputs)
    demanded = tuple(replace(s, required=s.name == "recettes") for s in specs)
    monkeypatch.setattr(kit_columns, "field_specs", lambda model: demanded)
    with pytest.raises(ColumnError, match="il ne se fait pas en colonnes"):
        Column(calculators()[SLUG], committed_book(), ("annee",))


def test_a_list_that_a_rule_demands_is_said_on_each_row() -> None:
    class Demanding(ReleveInputs):
        @model_validator(mode="after")
        def _some_rows(self) -> Self:
            raise InputError("recettes", "Donnez au moins une recette.")

    column = Column(replace(calculators()[SLUG], inputs=Demanding), committed_book(), ("annee",))
    (said,) = column.results([("2026",)])
    assert "« Recettes » (recettes) est une liste de lignes, que ce calcul demande" in said


def test_a_file_with_a_calculator_of_rows_is_computed(tmp_path: Path) -> None:
    target = io.BytesIO()
    columns.write(io.BytesIO(b"annee\n2026\n"), target, SLUG, committed_book(), jobs=1)

    assert target.getvalue().decode().splitlines()[1].endswith("aucune_recette")


def test_the_user_s_page_describes_the_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = {SLUG: calculators()[SLUG]}
    monkeypatch.setattr(generated, "calculators", lambda: alone)
    page = generated.pages(committed_book(), tmp_path)[tmp_path / f"{SLUG}.md"]

    assert "| Recettes<br>`recettes` | Des lignes, au plus 500. Une ligne par" in page
    assert "| Recettes, Ventes<br>`recettes[].ventes` | Un nombre en €. | obligatoire |" in page
    assert (
        "`recettes[].colis` | Un nombre entier en colis, au plus 1\xa0000. | facultatif |" in page
    )
    assert "| Année<br>`annee` | Une année de 1900 à 2100. | obligatoire |" in page
