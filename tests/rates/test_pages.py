import csv
import io
import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from calculators.kit.rates import Confidence
from sellerdesk.rates import hooks
from sellerdesk.rates.fixtures import read_all
from sellerdesk.rates.models import RateTable
from sellerdesk.rates.selectors import current_book
from tests.books import FIXTURES
from tests.rates import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def rates() -> None:
    table = make.table("cotisations", "vente", "service")
    proof: dict[str, Any] = {"source_url": "https://exemple.fr/css", "reference": "CSS D613-4"}
    make.published(table, date(2020, 1, 1), "12.8", "22", checked_on=date(2026, 11, 20), **proof)
    make.published(table, date(2022, 10, 1), "12.3", "21.2", confidence="unsure", note="Relire")
    vat = make.table("tva_normale")
    RateTable.objects.filter(pk=vat.pk).update(family="tva", title="Taxe normale, année pleine")
    make.published(vat, None, "20", seen_on=date(2026, 11, 22), source_url="javascript:alert(1)")


def text(page: bytes) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page.decode())))


def shown(client: Client, query: str = "") -> str:
    response = client.get(f"/baremes/{query}")
    assert response.status_code == 200
    return text(response.content)


def test_without_any_rate_the_page_says_so(client: Client) -> None:
    assert "Aucun barème n’est publié" in shown(client)


@pytest.mark.usefixtures("rates")
def test_every_rate_stands_with_its_proof(client: Client) -> None:
    page = shown(client)
    for words in (
        "Micro-entrepreneur",
        "Table cotisations",
        "12,8 %",
        "du 01/01/2020 au 30/09/2022",
        "depuis le 01/10/2022",
        "début inconnu, lu le 22/11/2026",
        "CSS D613-4",
        "officiel",
        "incertain",
        "vérifié le 20/11/2026",
        "Relire",
        "5 valeurs trouvées",
    ):
        assert words in page


@pytest.mark.usefixtures("rates")
def test_results_can_link_to_a_table_and_to_a_rate(client: Client) -> None:
    html = client.get("/baremes/").content.decode()
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert {"cotisations", "vente", "service", "tva_normale"} <= set(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.usefixtures("rates")
def test_only_web_addresses_are_links(client: Client) -> None:
    html = client.get("/baremes/").content.decode()
    assert 'href="https://exemple.fr/css"' in html
    assert "javascript:" not in html


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=annee+PLEINE", 1),
        ("?q=d613-4", 2),
        ("?q=rien+du+tout", 0),
        ("?famille=tva", 1),
        ("?famille=inconnue", 0),
        ("?le=2021-06-01", 3),
        ("?le=01/10/2022&q=vente", 1),
        ("?le=1999-01-01", 1),
        ("?inconnu=1", 5),
    ],
)
@pytest.mark.usefixtures("rates")
def test_a_visitor_filters_without_javascript(client: Client, query: str, found: int) -> None:
    word = "valeur trouvée" if found < 2 else "valeurs trouvées"
    assert f"{found} {word}" in shown(client, query)


@pytest.mark.usefixtures("rates")
def test_a_date_in_force_shows_the_rate_of_that_day(client: Client) -> None:
    page = shown(client, "?le=2021-06-01&q=vente")
    assert "12,8 %" in page
    assert "12,3 %" not in page


@pytest.mark.parametrize("day", ["abc", "2026-02-30", "31/02/2026", "%00", "9" * 500])
@pytest.mark.usefixtures("rates")
def test_a_bad_date_is_said_and_the_page_answers(client: Client, day: str) -> None:
    page = shown(client, f"?le={day}")
    assert "n’est pas lisible : écrivez-la comme 22/11/2026" in page
    assert "5 valeurs trouvées" in page


@pytest.mark.usefixtures("rates")
def test_what_is_typed_is_escaped(client: Client) -> None:
    html = client.get("/baremes/", {"q": "<script>", "le": "<b>"}).content.decode()
    assert "<script>" not in html
    assert "<b>" not in html


@pytest.mark.usefixtures("rates")
def test_more_rates_ask_no_more_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    current_book()
    for address in ("/baremes/", "/baremes/baremes.csv", "/baremes/baremes.json"):
        with django_assert_num_queries(2):
            client.get(address)


@pytest.mark.usefixtures("rates")
def test_json_holds_exact_strings_and_the_stamp(client: Client) -> None:
    data = client.get("/baremes/baremes.json?q=vente").json()
    assert data["stamp"] == str(current_book().stamp)
    newest, oldest = data["rates"]
    assert (newest["value"], newest["valid_from"], newest["valid_to"]) == (
        "12.3",
        "2022-10-01",
        None,
    )
    assert (oldest["value"], oldest["valid_to"]) == ("12.8", "2022-10-01")
    assert newest["confidence"] == Confidence.UNSURE


@pytest.mark.usefixtures("rates")
def test_csv_opens_in_a_french_spreadsheet(client: Client) -> None:
    response = client.get("/baremes/baremes.csv")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    content = response.content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content), delimiter=";"))
    assert len(rows) == 5
    assert (rows[0]["valeur"], rows[0]["confiance"]) == ("21,2", "incertain")
    assert rows[0]["famille"] == "Micro-entrepreneur"


def test_csv_gives_a_spreadsheet_nothing_to_execute(client: Client) -> None:
    make.loaded(make.table(), date(2020, 1, 1), "-5", note="=HYPERLINK(1)")
    content = client.get("/baremes/baremes.csv").content.decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(content), delimiter=";")
    assert (row["valeur"], row["note"]) == ("-5", "'=HYPERLINK(1)")


@pytest.mark.parametrize("name", ["baremes.csv", "baremes.json"])
def test_data_with_a_bad_date_is_refused(client: Client, name: str) -> None:
    response = client.get(f"/baremes/{name}?le=demain")
    assert response.status_code == 400
    assert "« demain »" in response.content.decode()


def test_a_rate_without_figure_says_so(client: Client) -> None:
    make.loaded(make.table(), date(2020, 1, 1), None)
    assert "sans valeur" in shown(client)


@pytest.mark.usefixtures("rates")
def test_the_rates_that_a_calculator_employs_are_marked(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hooks, "employed_codes", [lambda: ["vente"]])
    page = shown(client)
    assert "employés aujourd’hui par un calcul ou tenus prêts" in page
    assert page.count("employé par un calcul") == 2


@pytest.mark.usefixtures("rates")
def test_what_is_not_french_comes_last_and_folded(client: Client) -> None:
    RateTable.objects.filter(code="cotisations").update(family="hors_de_france")
    html = client.get("/baremes/").content.decode()
    title = "Hors de France et relevés d’essai</h2>"
    assert html.index('id="tva_normale"') < html.index(title) < html.index('id="cotisations"')
    assert "<details>" in html
    assert "<details open>" in client.get("/baremes/?q=vente").content.decode()


def test_notes_are_written_for_the_public() -> None:
    words = re.compile(
        r"\b[0-9a-f]{8,40}\b(?<!\d{8})|par défaut|désactivé|à saisir|dépôt|moteur|proposer|"
        r"[Àà] importer|modifiable",
        re.IGNORECASE,
    )
    for file in read_all(FIXTURES):
        for version in file.content.versions:
            notes = [version.note, *(value.note for value in version.valeurs.values())]
            assert not [note for note in notes if words.search(note)], version.cle


def test_foreign_fees_and_records_are_not_among_the_french_ones() -> None:
    foreign = re.compile(r"_(?:us|uk|de|it|es|ie|releve_oca)_")
    for file in read_all(FIXTURES):
        named = file.content.table.startswith(("paypal_", "tiktok_shop_"))
        abroad = named and foreign.search(file.content.table) is not None
        assert (file.content.famille == "hors_de_france") == abroad, file.name


@pytest.mark.usefixtures("rates")
def test_french_keeps_its_spaces_unbroken(client: Client) -> None:
    make.published(make.table("autre"), None, "1", note="Attention : « lu » !")
    html = client.get("/baremes/").content.decode()
    assert "Attention\N{NO-BREAK SPACE}: «\N{NO-BREAK SPACE}lu\N{NO-BREAK SPACE}»" in html
