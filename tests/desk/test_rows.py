"""A list of rows in a form: typed, pasted, linked, wrong; nothing typed is lost."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from pathlib import Path
from time import process_time
from typing import Any, Self
from urllib.parse import urlencode

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
from sellerdesk.desk import columns
from sellerdesk.desk.generated import pages
from sellerdesk.desk.plan import plan_of
from sellerdesk.desk.rows import Rows
from tests.books import committed_book
from tests.desk.pages import body, message, result, text, typed
from tests.ledger import MOST, PAGE, SLUG, ReleveInputs, in_the_catalogue

pytestmark = pytest.mark.django_db
HEADINGS = "Ventes\tJour\tNature\tColis\tOffert\tAchats\tRemarque"


@pytest.fixture(autouse=True)
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with in_the_catalogue(tmp_path, monkeypatch):
        yield


def sent(**cells: str) -> dict[str, str]:
    """A form: `r0_ventes` is a cell, anything else a field."""
    form = {"annee": "2026"}
    for name, value in cells.items():
        form[re.sub(r"^r(\d+)_", r"recettes-\1-", name)] = value
    return form


def post(client: Client, **cells: str) -> str:
    response = client.post(PAGE, sent(**cells))
    assert response.status_code == 200
    return body(response)


def paste(client: Client, table: str, **cells: str) -> str:
    response = client.post(PAGE, sent(**cells) | {"recettes-coller": table})
    assert response.status_code == 200
    return body(response)


def shown(markup: str) -> int:
    return len(re.findall(r'<tr id="id_recettes_\d+">', markup))


def opening(markup: str, field: str) -> str:
    found = re.search(rf'<(?:input|select) [^>]*name="{field}"[^>]*>', markup)
    assert found, field
    return found[0]


# --- Typed ------------------------------------------------------------------------


def test_an_empty_page_has_a_table_of_named_cells(client: Client) -> None:
    page = body(client.get(PAGE))

    assert shown(page) == 3
    cell = opening(page, "recettes-0-ventes")
    assert 'aria-label="Ventes, ligne 1"' in cell
    assert 'inputmode="decimal"' in cell
    assert 'type="date"' in opening(page, "recettes-2-jour")
    assert 'type="checkbox"' in opening(page, "recettes-2-offert")
    assert "<select" in opening(page, "recettes-2-nature")
    assert "placeholder" not in cell


def test_rows_are_computed_and_shown_again_with_an_empty_one_after(client: Client) -> None:
    page = post(client, r0_ventes="1 234,50", r1_ventes="10", r2_ventes="5 €", r2_note="Salon")

    assert "Vous avez vendu pour 1 249,50 €." in text(result(page))
    assert typed(page, "recettes-0-ventes") == "1 234,50"
    assert typed(page, "recettes-2-note") == "Salon"
    assert shown(page) == 4
    assert typed(page, "recettes-3-ventes") == ""


def test_the_button_gives_more_rows_and_loses_nothing(client: Client, htmx_client: Client) -> None:
    cells = {"r0_ventes": "abc", "r1_note": "à voir", "recettes-plus": "1"}
    whole, part = (body(c.post(PAGE, sent(**cells))) for c in (client, htmx_client))

    for markup in (whole, part):
        assert shown(markup) == 8
        assert typed(markup, "recettes-0-ventes") == "abc"
        assert typed(markup, "recettes-1-note") == "à voir"
        assert "autofocus" in opening(markup, "recettes-3-ventes")
    assert 'id="lignes-recettes" hx-swap-oob="true"' in part
    assert 'id="coller-recettes"' not in part


def test_there_are_never_more_rows_than_are_accepted(client: Client) -> None:
    last = f"recettes-{MOST - 1}-ventes"
    page = body(client.post(PAGE, {"annee": "2026", last: "5", "recettes-plus": "1"}))

    assert shown(page) == MOST
    assert "Ajouter des lignes" not in page
    assert "5,00 €" in text(result(page))


def test_typing_changes_no_row_but_adds_one_after_the_last(htmx_client: Client) -> None:
    part = post(htmx_client, r0_ventes="1", r1_ventes="", r2_ventes="")
    assert "<tbody" not in part.replace("<tbody>", "")
    assert shown(part) == 0

    part = post(htmx_client, r0_ventes="1", r1_ventes="", r2_ventes="3")
    assert 'hx-swap-oob="beforeend:#corps-recettes"' in part
    assert shown(part) == 1
    assert "recettes-3-ventes" in part


def test_empty_rows_count_for_nothing_but_their_place(client: Client) -> None:
    page = post(client, r0_ventes=" ", r0_nature="vente", r1_ventes="7", r3_ventes="abc")

    assert "Ligne 4, Ventes : Écrivez un nombre" in message(page, "recettes_4")
    assert 'aria-invalid="true"' in opening(page, "recettes-3-ventes")
    assert 'href="#id_recettes_4_ventes"' in page
    assert 'id="id_recettes_4_ventes"' in page
    assert not message(page, "recettes_2")


def test_what_a_result_says_of_a_cell_is_said_at_the_row_shown(client: Client) -> None:
    page = post(client, r1_ventes="7", r1_achats="9")
    assert message(page, "recettes_2") == "Ligne 2, Achats : Les achats dépassent les ventes."
    assert 'href="#id_recettes_2_achats"' in page
    assert "aria-invalid" not in page

    page = post(client, r2_ventes="2000000")
    assert message(page, "recettes_3") == "Ligne 3, Ventes : C’est trop pour une recette."
    assert 'href="#id_recettes_3_ventes"' in page
    assert "Ne s’applique pas" in page


def test_no_row_at_all_is_said_at_the_list(client: Client) -> None:
    assert message(post(client), "recettes") == "Donnez au moins une recette."


def test_default_rows_are_shown_kept_when_none_is_sent_and_empty_when_left_so() -> None:
    field = plan_of(SLUG).fields["recettes"]
    default = {c.spec.name: c.blank for c in field.columns}
    first_rows = tuple(default | {"nature": n} for n in ("service", "vente", "service"))
    field = replace(field, first_rows=first_rows)

    untouched = Rows(field, {}, {})
    assert not untouched.is_given
    assert [row.cells[2].value for row in untouched.views] == [
        "service",
        "vente",
        "service",
        "vente",
    ]
    assert untouched.shown_name("recettes_2_ventes") == "recettes_2_ventes"

    sent_rows = {0: {"nature": "service", "ventes": ""}, 1: {"nature": "vente"}, 2: {"ventes": "5"}}
    rows = Rows(field, {}, sent_rows)
    assert rows.values == ({"nature": "service", "ventes": 5},)
    assert rows.shown_name("recettes_1_ventes") == "recettes_3_ventes"
    assert Rows(field, {}, {0: {"nature": "vente"}}).values == ({"nature": "vente"},)


def test_a_pasted_row_goes_where_its_default_row_is() -> None:
    field = plan_of(SLUG).fields["recettes"]
    default = {c.spec.name: c.blank for c in field.columns}
    field = replace(
        field, first_rows=tuple(default | {"note": n} for n in ("mai", "juin", "juillet"))
    )

    def read(table: str) -> list[str]:
        rows = Rows(field, {"recettes-coller": table}, {})
        return [f"{row.cells[6].value} {row.cells[0].value}" for row in rows.views]

    assert read("Remarque;Ventes\njuillet;7\njuin;6") == ["mai ", "juin 6", "juillet 7", " "]
    assert read("Ventes\n5\n6") == ["mai 5", "juin 6", "juillet "]
    assert read("Remarque;Ventes\njuin;6\njuin;7") == ["juin 6", "juin 7", "juillet "]


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
        "Ligne 1, Nature : Choisissez une valeur de la liste.",
    ):
        assert words in said
    assert message(page, "recettes_2") == "Ligne 2, Ventes : Ce nombre doit être d’au moins 0."
    assert "Ligne 3, Ventes : Ce champ est obligatoire." in message(page, "recettes_3")


# --- Wrong ------------------------------------------------------------------------

BAD = [
    ("ventes", "abc", messages.NOT_A_NUMBER),
    ("ventes", "1e5", messages.NOT_A_NUMBER),
    ("ventes", "-1", "Ce nombre doit être d’au moins 0."),
    ("ventes", "1" * 41, messages.TOO_LONG),
    ("ventes", "x" * 2000, messages.NOT_A_NUMBER),
    ("ventes", '"><script>alert(1)</script>', messages.NOT_A_NUMBER),
    ("jour", "hier", messages.NOT_A_DATE),
    ("jour", "31/02/2026", messages.NOT_A_DATE),
    ("jour", "5", messages.NOT_A_DATE),
    ("jour", "01/06/2025", "Ce jour n’est pas en 2026."),
    ("nature", "troc", messages.NOT_A_CHOICE),
    ("colis", "1,5", "Écrivez un nombre entier, par exemple 12."),
    ("colis", "1001", "Ce nombre doit être d’au plus 1 000."),
    ("offert", "peut-être", "Répondez par oui ou par non."),
]


@pytest.mark.parametrize(("column", "value", "sentence"), BAD, ids=lambda v: str(v)[:24])
def test_it_is_said_at_the_cell(
    client: Client, htmx_client: Client, column: str, value: str, sentence: str
) -> None:
    cells = {"r0_ventes": "1", "r1_ventes": "2", f"r1_{column}": value}
    whole, part = (post(c, **cells) for c in (client, htmx_client))

    label = {"ventes": "Ventes", "jour": "Jour", "nature": "Nature", "colis": "Colis",
             "offert": "Offert"}[column]  # fmt: skip
    said = message(whole, "recettes_2")
    assert said == text(f"Ligne 2, {label} : {sentence}")
    assert message(part, "recettes_2") == said
    assert f'data-field="id_recettes_2_{column}"' in part
    assert 'aria-invalid="true"' in opening(whole, f"recettes-1-{column}")
    assert whole.count('aria-invalid="true"') == 1
    assert f'href="#id_recettes_2_{column}"' in part
    assert 'id="groupe-tout" open' in whole
    assert "à corriger" in whole
    if column in ("ventes", "colis"):
        assert typed(whole, f"recettes-1-{column}") == value


def test_a_rule_of_the_row_itself_is_said_at_its_cell(client: Client) -> None:
    page = post(client, r2_ventes="1", r2_offert="on")

    assert message(page, "recettes_3") == "Ligne 3, Achats : Donnez l’achat de ce qui est offert."


def test_too_many_rows_are_said_at_the_list(client: Client) -> None:
    rows = {f"recettes-{n}-ventes": "1" for n in range(MOST + 2)}
    page = body(client.post(PAGE, {"annee": "2026", **rows}))

    assert message(page, "recettes") == "Au plus 500 lignes."
    assert shown(page) == MOST


def test_hundreds_of_wrong_cells_are_said_and_the_list_of_them_is_short(client: Client) -> None:
    page = post(client, **{f"r{n}_ventes": "abc" for n in range(100)})

    assert "Ligne 100, Ventes" in message(page, "recettes_100")
    assert len(re.findall(r'<li><a href="#id_recettes_', page)) == 20
    assert "Et d’autres lignes" in page


@pytest.mark.parametrize(
    "name",
    [
        "recettes-99999-ventes", "recettes-999999999999-ventes", "recettes--1-ventes",
        "recettes-0-truc", "recettes-0-", "recettes-x-ventes", "recettes", "recettes-0-ventes-0",
    ],
)  # fmt: skip
def test_strange_names_break_nothing(client: Client, name: str) -> None:
    page = body(client.post(PAGE, {"annee": "2026", "recettes-0-ventes": "1", name: "2"}))

    assert shown(page) in (3, 4)
    assert "Vous avez vendu pour" in page


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


# --- Links, JSON, documents -------------------------------------------------------


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


# --- Measured ---------------------------------------------------------------------


def test_five_hundred_rows_of_six_columns_are_answered_within_a_second(client: Client) -> None:
    cells = {"ventes": "10,50", "jour": "2026-02-01", "nature": "vente", "colis": "2",
             "achats": "3", "note": "x"}  # fmt: skip
    form = {f"recettes-{n}-{name}": value for n in range(MOST) for name, value in cells.items()}
    data, kind = urlencode({"annee": "2026", **form}), "application/x-www-form-urlencoded"
    client.post(PAGE, data, content_type=kind)  # templates are compiled

    start = process_time()
    page = body(client.post(PAGE, data, content_type=kind))

    assert process_time() - start < 1
    assert "5 250,00 €" in text(result(page))


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


def test_the_user_s_page_describes_the_columns(tmp_path: Path) -> None:
    page = pages(committed_book(), tmp_path)[tmp_path / f"{SLUG}.md"]

    assert "| Recettes<br>`recettes` | Des lignes, au plus 500. Une ligne par" in page
    assert "| Recettes, Ventes<br>`recettes[].ventes` | Un nombre en €. | obligatoire |" in page
    assert (
        "`recettes[].colis` | Un nombre entier en colis, au plus 1\xa0000. | facultatif |" in page
    )
    assert "| Année<br>`annee` | Une année de 1900 à 2100. | obligatoire |" in page
