"""A list of rows in a form: typed, wrong, measured; nothing typed is lost."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import process_time
from urllib.parse import urlencode

import pytest
from django.test import Client

from calculators.kit import messages
from sellerdesk.desk.plan import plan_of
from sellerdesk.desk.rows import Rows
from tests.desk.pages import body, message, result, text, typed
from tests.ledger import MOST, PAGE, SLUG, in_the_catalogue

pytestmark = pytest.mark.django_db


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


def shown(markup: str) -> int:
    return len(re.findall(r'<tr id="id_recettes_\d+">', markup))


def opening(markup: str, field: str) -> str:
    found = re.search(rf'<(?:input|select) [^>]*name="{field}"[^>]*>', markup)
    assert found, field
    return found[0]


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


TROC = (
    "« troc » n’est pas un choix : écrivez par exemple « Vente de marchandises » ou ses trois "
    "premières lettres."
)
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
    ("nature", "troc", TROC),
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
