"""Whatever is typed: a sentence in French at the field, what was typed stays, never a 500."""

import re

import pytest
from django.test import Client

from calculators.catalogue import calculators
from calculators.kit import messages, presenter
from calculators.kit.fields import FieldKind, field_specs
from sellerdesk.desk.plan import plan_of
from tests.desk.pages import MARGE, SLUGS, body, message, post, text, typed

pytestmark = pytest.mark.django_db

NUMBER, LONG = "Écrivez un nombre, par exemple 1 234,56.", "Ce nombre est trop long"
DAY = messages.NOT_A_DATE
BAD = [
    ("prix_achat", "abc", NUMBER),
    ("prix_achat", "", messages.REQUIRED),
    ("prix_achat", "   ", messages.REQUIRED),
    ("prix_achat", "-1", "Ce nombre doit être d’au moins 0."),
    ("prix_achat", "1000000000000", LONG),
    ("prix_achat", "0," + "1" * 40, LONG),
    ("prix_achat", "1" * 41, LONG),
    ("prix_achat", "1,1234567", "Au plus 6 chiffres après la virgule."),
    ("prix_achat", "x" * 2000, NUMBER),
    ("prix_achat", "1.234,56", NUMBER),
    ("prix_achat", "1,234.56", NUMBER),
    ("prix_achat", "1e5", NUMBER),
    ("prix_achat", "NaN", NUMBER),
    ("prix_achat", "Infinity", NUMBER),
    ("prix_achat", "٣", NUMBER),
    ("prix_achat", '"><script>alert(1)</script>', NUMBER),
    ("prix_achat", "12 $", NUMBER),
    ("date_vente", "", messages.REQUIRED),
    ("date_vente", "hier", DAY),
    ("date_vente", "31/02/2026", DAY),
    ("date_vente", "2026-13-01", DAY),
    ("date_vente", "5", DAY),
    ("date_vente", "x" * 2000, DAY),
    ("date_vente", "2000-01-01", "Aucun taux publié pour"),
    ("date_vente", "0001-01-01", "Aucun taux publié pour"),
    ("date_vente", "2099-01-01", "Choisissez une date au plus tard le 31/12/2027."),
    ("date_vente", "9999-12-31", "Choisissez une date au plus tard le 31/12/2027."),
    ("mode_prix", "nimporte", messages.NOT_A_CHOICE),
    ("plateforme", "x" * 2000, messages.NOT_A_CHOICE),
    ("exonere_taxe_chambre", "peut-être", "Répondez par oui ou par non."),
    ("marge_nette_visee", "100", "Ce nombre doit être inférieur à 100."),
]


@pytest.mark.parametrize(("field", "value", "sentence"), BAD, ids=lambda v: str(v)[:24])
def test_it_is_said_at_the_field(
    client: Client, htmx_client: Client, field: str, value: str, sentence: str
) -> None:
    whole, part = (post(c, "marge-vente", **{field: value}) for c in (client, htmx_client))

    assert whole.status_code == part.status_code == 200
    assert sentence in message(body(whole), field)
    assert message(body(part), field) == message(body(whole), field)
    assert f"id_{field}" in body(whole)
    kinds = {spec.name: spec.kind for spec in field_specs(calculators()["marge-vente"].inputs)}
    if kinds[field] in (FieldKind.DECIMAL, FieldKind.DATE):
        assert typed(body(whole), field) == value


@pytest.mark.parametrize(
    ("mode", "rate"), [("taux_marque", "100"), ("taux_marque", "120"), ("coefficient_ht", "")]
)
def test_an_impossible_price_is_said(client: Client, mode: str, rate: str) -> None:
    field = "coefficient" if mode.startswith("coefficient") else mode
    page = body(post(client, "marge-vente", mode_prix=mode, **{field: rate}))

    assert message(page, field)
    assert "À corriger" in page


def test_zero_is_a_number(client: Client) -> None:
    response = post(client, "marge-vente", prix_achat="0", prix_vente="0", port_facture="0")

    assert response.status_code == 200
    assert message(body(response), "prix_achat") == ""


def test_a_wrong_field_in_a_folded_group_opens_it(client: Client) -> None:
    page = body(post(client, "marge-vente", port_paye="abc"))

    assert 'id="groupe-livraison" open' in page
    assert 'id="groupe-achat" open' not in page
    assert "à corriger" in page


def test_a_refund_above_the_payment_is_a_warning_at_its_field(client: Client) -> None:
    page = body(post(client, "tiktok-shop", remboursements="5000"))

    assert "result__amount" in page
    assert message(page, "remboursements")
    said = re.search(r'<p [^>]*id="erreur-remboursements"[^>]*>', page)
    assert said
    assert 'data-says="warning"' in said[0]
    assert "aria-invalid" not in page


@pytest.mark.parametrize("day", ["1990-01-01", "2099-01-01"])
def test_a_day_without_rates_is_called_so(client: Client, day: str) -> None:
    page = text(body(post(client, "marge-vente", date_vente=day)))

    assert "Taux inconnu" in page
    assert "Ne s’applique pas" not in page


def test_every_error_is_said_at_once_and_nothing_typed_is_lost(client: Client) -> None:
    page = body(post(client, "marge-vente", prix_achat="abc", port_paye="-3", prix_vente="deux"))

    assert [typed(page, name) for name in ("prix_achat", "port_paye", "prix_vente")] == [
        "abc",
        "-3",
        "deux",
    ]
    assert all(message(page, name) for name in ("prix_achat", "port_paye", "prix_vente"))
    assert "Traceback" not in page


NONSENSE = [
    "abc",
    "",
    "-1",
    "0",
    "1000000000000",
    "0," + "1" * 40,
    "x" * 2000,
    "2099-01-01",
    "1900-01-01",
    "\x00",
    "\N{NARROW NO-BREAK SPACE}",
    "100",
    "99,9999",
]


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_typed_in_any_field_breaks_a_page(
    htmx_client: Client, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In all the fields at once; then by itself, in each field that takes it."""
    monkeypatch.setattr(presenter, "charts", lambda *given: ())  # tests/kit draws any result's
    fields = plan_of(slug).fields
    for value in NONSENSE:
        page = _unbroken(htmx_client, slug, dict.fromkeys(fields, value))
        for name in fields:
            if fields[name].spec.kind is FieldKind.ROWS or not message(page, name):
                _unbroken(htmx_client, slug, {name: value})


def _unbroken(client: Client, slug: str, sent: dict[str, str]) -> str:
    response = post(client, slug, **sent)
    assert response.status_code == 200, sent
    said = text(body(response))
    assert "Value error" not in said, sent
    assert "Cette valeur n’est pas valable" not in said, sent
    return body(response)


@pytest.mark.parametrize("slug", SLUGS)
def test_an_empty_form_sent_asks_for_what_is_needed(client: Client, slug: str) -> None:
    response = client.post(plan_of(slug).action, {})

    assert response.status_code == 200
    for field in plan_of(slug).fields.values():
        if field.spec.required:
            assert message(body(response), field.spec.name) == messages.REQUIRED


def test_too_much_is_refused_cleanly(client: Client) -> None:
    heavy = "prix_achat=" + "9" * 1_100_000
    response = client.post(MARGE, heavy, content_type="application/x-www-form-urlencoded")

    assert response.status_code == 400
    assert "La demande est illisible" in body(response)
