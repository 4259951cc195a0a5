"""The pages answer alike with and without HTMX, in French, with one query."""

import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from calculators.kit.fields import FieldKind
from sellerdesk.desk.plan import plan_of
from tests.desk.pages import (
    MARGE,
    SLUGS,
    body,
    data,
    example,
    message,
    post,
    result,
    text,
    typed,
)

pytestmark = pytest.mark.django_db
ABOUT = ["/ecarts/", "/reperes/fidelite/", "/a-propos/", "/mentions-legales/", "/accessibilite/"]
PAGES = ["/", *(f"/calculs/{slug}/" for slug in SLUGS), *ABOUT]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize("address", PAGES)
def test_every_page_opens_under_the_content_policy(client: Client, address: str) -> None:
    response = client.get(address)

    assert response.status_code == 200
    assert "default-src 'self'" in response.headers["Content-Security-Policy"]
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    page = body(response)
    assert page.count("<h1") == 1
    assert not re.search(r"\sstyle=|<style|<script(?! src)|\son\w+=", page)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_empty_form_asks_without_reproach(client: Client, slug: str) -> None:
    page = body(client.get(f"/calculs/{slug}/"))

    assert "Le résultat s’écrira ici" in page
    assert "aria-invalid" not in page
    main = plan_of(slug).fields[plan_of(slug).main_date]
    if main.spec.kind is FieldKind.YEAR:
        assert re.search(rf'<input [^>]*id="{main.id}"[^>]* value="\d{{4}}"', page)
    else:
        assert re.search(r'<input [^>]*type="date"[^>]* value="\d{4}-\d\d-\d\d"', page)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_example_gives_one_result_by_every_way(
    client: Client, htmx_client: Client, slug: str
) -> None:
    linked = body(client.get(f"/calculs/{slug}/?exemple=1"))
    whole, part = post(client, slug), post(htmx_client, slug)

    assert whole.status_code == part.status_code == 200
    assert result(body(part)) == result(body(whole)) == result(linked)
    assert "result__amount" in body(part)
    assert "<form" not in body(part)
    assert "HX-Request" in whole.headers["Vary"]
    assert "HX-Request" in part.headers["Vary"]


def test_the_known_sale_leaves_3_96(client: Client) -> None:
    page = text(body(client.get(f"{MARGE}?exemple=1")))

    assert "Il vous reste 3,96 € sur cette vente, soit 2,93 % du chiffre d’affaires." in page


def test_a_link_fills_the_form_and_shows_the_result(client: Client) -> None:
    link = "?date_vente=01/06/2026&prix_achat=100&prix_vente=125&port_facture=10&port_paye=10"
    page = body(client.get(f"{MARGE}{link}&moyen_paiement=paypal&utm_source=x"))

    assert typed(page, "date_vente") == "2026-06-01"
    assert typed(page, "prix_achat") == "100"
    assert "3,96" in text(result(page))


def test_a_link_without_a_date_means_today(client: Client) -> None:
    page = body(client.get(f"{MARGE}?prix_achat=100&prix_vente=125"))

    assert message(page, "date_vente") == ""
    assert "result__amount" in page


@pytest.mark.parametrize(
    "amount",
    [
        "1 234,56",
        "1234.56",
        "1 234,56 €",
        "1\N{NO-BREAK SPACE}234,56",
        "1\N{NARROW NO-BREAK SPACE}234,56",
    ],
)
def test_french_numbers_are_read_and_come_back_as_typed(client: Client, amount: str) -> None:
    page = body(post(client, "marge-vente", prix_vente=amount))

    assert typed(page, "prix_vente") == amount
    assert "1 244,56 €" in text(result(page))  # with 10 € of shipping


@pytest.mark.parametrize("day", ["2026-06-01", "01/06/2026", "1/6/2026", "01.06.2026"])
def test_dates_are_read_in_french_and_from_the_date_control(client: Client, day: str) -> None:
    page = body(post(client, "marge-vente", date_vente=day))

    assert typed(page, "date_vente") == "2026-06-01"
    assert "3,96" in text(result(page))


def test_a_box_left_out_of_a_sent_form_is_unticked(client: Client) -> None:
    ticked = body(post(client, "marge-vente", exonere_taxe_chambre="on"))
    unticked = body(post(client, "marge-vente"))

    assert re.search(r'name="exonere_taxe_chambre" value="on" checked', ticked)
    assert not re.search(r'name="exonere_taxe_chambre" value="on" checked', unticked)
    assert "ligne-taxe_chambre" not in ticked
    assert "ligne-taxe_chambre" in unticked


def test_a_folded_group_says_what_it_holds(client: Client, htmx_client: Client) -> None:
    for answer in (post(client, "marge-vente"), post(htmx_client, "marge-vente")):
        said = re.search(r'id="resume-livraison"[^>]*>([^<]*)<', body(answer))
        assert said
        assert text(said[1]) == "Port facturé au client : 10,00 €, Port payé : 10,00 €"


def test_a_folded_group_names_the_choices_left_as_they_were(
    client: Client, htmx_client: Client
) -> None:
    blank = body(client.get(MARGE))
    for page in (blank, body(post(client, "marge-vente")), body(post(htmx_client, "marge-vente"))):
        said = _summary(page, "statut")
        assert 'class="group__usual"' in said
        assert "Franchise en base" in said
        assert "Micro-entrepreneur" in said
        assert "CCI" in said
    changed = _summary(body(post(client, "marge-vente", regime="autre")), "statut")
    given, usual = changed.split('class="group__usual"')
    assert "Régime" in given
    assert "Franchise en base" in usual
    assert "CCI" not in changed  # the choice made does not ask for it


def test_what_a_choice_no_longer_asks_is_not_named(client: Client) -> None:
    page = body(post(client, "marge-vente", taux_marge="25"))

    assert "Taux de marge voulu" not in _summary(page, "prix")


def _summary(page: str, group: str) -> str:
    found = re.search(rf'<span [^>]*id="resume-{group}".*?</span>\s*(?:</span>)?', page)
    assert found
    return found[0]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_result_names_its_date_and_its_rates(client: Client, slug: str) -> None:
    plan = plan_of(slug)
    page = body(post(client, slug))
    label = plan.fields[plan.main_date].spec.label

    assert text(page).count(f"{label} : ") == 2
    assert re.search(r"barèmes du \d\d/\d\d/\d{4}, empreinte \w{16}", text(page))
    assert "T00:00" not in text(page)


def test_what_to_look_at_comes_before_what_to_know(client: Client) -> None:
    page = body(post(client, "tiktok-shop", remboursements="5000"))

    assert page.index("note--warning") < page.index("note--info")
    folded = re.search(r'<details id="note-lecture_article">.*?</details>', body(
        post(client, "marge-vente")), re.DOTALL)  # fmt: skip
    assert folded
    assert "Attention" not in folded[0]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_start_says_what_to_type(client: Client, slug: str) -> None:
    page = body(client.get(plan_of(slug).action))
    first = re.search(r"<ol>\s*<li>(.*?)</li>", page)

    assert first
    labels = [text(field.spec.label) for field in plan_of(slug).fields.values()]
    assert any(label in text(first[1]) for label in labels)


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("htmx", [False, True], ids=["page", "htmx"])
def test_a_calculation_asks_the_database_for_the_stamp_alone(
    htmx: bool, slug: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = Client(headers={"HX-Request": "true"} if htmx else {})
    post(client, slug)

    with django_assert_num_queries(1):
        post(client, slug)


def test_reading_a_form_asks_nothing(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        client.get(MARGE)
        post(client, "marge-vente", prix_achat="abc")


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize(
    ("name", "kind", "start"),
    [
        ("rapport.pdf", "application/pdf", b"%PDF-"),
        ("classeur.xlsx", XLSX, b"PK"),
        ("simulation.json", "application/json; charset=utf-8", b"{"),
    ],
    ids=["pdf", "xlsx", "json"],
)
@pytest.mark.usefixtures("quick_paper")
def test_documents_come_from_the_same_form(
    client: Client, slug: str, name: str, kind: str, start: bytes
) -> None:
    sent = client.post(f"/calculs/{slug}/{name}", example(slug))
    linked = client.get(f"/calculs/{slug}/{name}?exemple=1")

    for response in (sent, linked):
        assert response.status_code == 200
        assert response.headers["Content-Type"] == kind
        assert response.content.startswith(start)
        saved_as = rf'attachment; filename="{slug}-\d{{4}}-\d\d-\d\d\.{name.rpartition(".")[2]}"'
        assert re.fullmatch(saved_as, response.headers["Content-Disposition"])
    assert sent.content == linked.content


@pytest.mark.parametrize("name", ["rapport.pdf", "classeur.xlsx", "simulation.json"])
def test_a_document_of_a_wrong_form_is_the_form_again(client: Client, name: str) -> None:
    wrong = client.post(f"{MARGE}{name}", example("marge-vente", prix_achat="abc"))

    assert wrong.status_code == 422
    assert typed(body(wrong), "prix_achat") == "abc"
    assert "Écrivez un nombre" in message(body(wrong), "prix_achat")


@pytest.mark.parametrize("name", ["rapport.pdf", "classeur.xlsx"])
def test_a_document_of_what_does_not_apply_is_the_form_again(client: Client, name: str) -> None:
    refused = client.post(f"{MARGE}{name}", example("marge-vente", date_vente="1990-01-01"))

    assert refused.status_code == 422
    assert "Aucun taux publié" in message(body(refused), "date_vente")


def test_the_data_of_what_does_not_apply_hold_its_outcome(client: Client) -> None:
    refused = client.post(
        f"{MARGE}simulation.json", example("marge-vente", date_vente="1990-01-01")
    )

    assert refused.status_code == 422
    assert refused.headers["Content-Type"].startswith("application/json")
    document = data(refused.content)
    assert document["outcome"]["code"] == "taux_manquant"
    assert document["lines"] == []


def test_the_legal_page_names_the_publisher(client: Client, settings: Settings) -> None:
    settings.PUBLISHER = {**settings.PUBLISHER, "name": "Atelier Dupont"}

    assert "Atelier Dupont" in body(client.get("/mentions-legales/"))


def test_each_rate_leads_to_its_row_in_the_tables(client: Client) -> None:
    page, tables = body(client.get(f"{MARGE}?exemple=1")), body(client.get("/baremes/"))
    anchors = set(re.findall(r'href="/baremes/#([^"]+)"', page))

    assert anchors
    assert all(f'id="{anchor}"' in tables for anchor in anchors)


def test_home_leads_to_every_calculator(client: Client) -> None:
    page = body(client.get("/"))

    assert all(f'href="/calculs/{slug}/"' in page for slug in SLUGS)
    assert "result__amount" in page


@pytest.mark.parametrize(
    ("method", "address"),
    [("put", MARGE), ("delete", "/"), ("post", "/a-propos/"), ("patch", f"{MARGE}rapport.pdf")],
)
def test_a_wrong_method_is_said(client: Client, method: str, address: str) -> None:
    response: Any = getattr(client, method)(address)

    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
    assert "Cette adresse ne répond pas ainsi" in body(response)


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_a_wrong_method_is_said_before_the_token_is_asked(method: str) -> None:
    response: Any = getattr(Client(enforce_csrf_checks=True), method)(MARGE)

    assert response.status_code == 405


@pytest.mark.parametrize("address", ["/calculs/inconnu/", "/calculs/inconnu/rapport.pdf", "/rien"])
def test_an_unknown_address_is_said(client: Client, address: str) -> None:
    response = client.get(address)

    assert response.status_code == 404
    assert "Cette page n’existe pas" in body(response)


def test_a_form_from_elsewhere_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    client.get(MARGE)
    response = client.post(MARGE, {**example("marge-vente"), "csrfmiddlewaretoken": "faux"})

    assert response.status_code == 403
    assert "Le formulaire a expiré" in body(response)


def test_the_folder_of_the_calculators_leads_home(client: Client) -> None:
    """Somebody shortens the address of a calculator."""
    assert client.get("/calculs/").headers["Location"] == "/"
