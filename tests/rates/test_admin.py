import re
from datetime import date
from decimal import Decimal
from html import unescape

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from sellerdesk.accounts.models import User
from sellerdesk.rates import services
from sellerdesk.rates.models import RateSlot, RateTable, RateValue, RateVersion, State
from tests.rates import make

pytestmark = pytest.mark.django_db
START = date(2026, 1, 1)
LIST = "/admin/rates/rateversion/"


@pytest.fixture
def boss(client: Client) -> User:
    user = User.objects.create_superuser("chef@exemple.fr", "mot de passe")
    client.force_login(user)
    return user


def form(table: RateTable, *values: str, **fields: str) -> dict[str, str]:
    """What the add page posts."""
    slots = list(table.slots.all())
    data = {
        "table": str(table.pk),
        "valid_from": "01/01/2026",
        "confidence": "official",
        "source_title": "Code de la sécurité sociale",
        "values-TOTAL_FORMS": str(len(slots)),
        "values-INITIAL_FORMS": "0",
    }
    for i, (slot, value) in enumerate(zip(slots, values, strict=True)):
        data |= {f"values-{i}-slot": str(slot.pk), f"values-{i}-value": value}
    return data | fields


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return unescape(response.content.decode())


def change(version: RateVersion) -> str:
    return f"{LIST}{version.pk}/change/"


def add(table: RateTable) -> str:
    return f"{LIST}add/?table={table.pk}"


@pytest.mark.usefixtures("boss")
def test_a_new_version_asks_for_its_table_first(client: Client) -> None:
    table = make.table()
    for address in (f"{LIST}add/", f"{LIST}add/?table=abc", f"{LIST}add/?table=999"):
        html = page(client, address)
        assert f'<option value="{table.pk}">Table cotisations</option>' in html


@pytest.mark.usefixtures("boss")
def test_a_new_version_has_a_row_per_rate_of_its_table(client: Client) -> None:
    table = make.table("cotisations", "vente", "service")
    make.table("autre")
    html = page(client, add(table))
    assert 'name="values-TOTAL_FORMS" value="2"' in html
    assert "Taux vente" in html
    assert "Taux service" in html
    assert "Taux autre" not in html
    for i, slot in enumerate(table.slots.all()):
        assert f'name="values-{i}-slot" value="{slot.pk}"' in html


def test_a_draft_is_written_with_french_decimals(client: Client, boss: User) -> None:
    table = make.table("cotisations", "vente", "service", "autre")
    response = client.post(add(table), form(table, "0,2", "34.56", ""))
    assert response.status_code == 302
    version = RateVersion.objects.get()
    assert (version.state, version.created_by, version.key) == (
        State.DRAFT,
        boss,
        "cotisations-2026-01-01",
    )
    assert [value.value for value in version.values.all()] == [
        Decimal("0.2"),
        Decimal("34.56"),
        None,
    ]
    assert 'value="0,2"' in page(client, change(version))


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("values-0-value", "−3", "une valeur n’est jamais négative"),
        ("values-0-value", "1 234,5", "un pourcentage va de 0 à 100"),
        ("values-0-value", "douze", "Saisissez un nombre d’au plus 12 chiffres"),
        ("values-0-value", "1.234,56", "Saisissez un nombre d’au plus 12 chiffres"),
        ("source_title", "", "Ce champ est obligatoire"),
        ("source_title", "   ", "Ce champ est obligatoire"),
        ("valid_from", "32/01/2026", "Saisissez une date valide"),
        ("confidence", "", "Ce champ est obligatoire"),
    ],
)
@pytest.mark.usefixtures("boss")
def test_a_faulty_draft_is_refused(client: Client, field: str, value: str, sentence: str) -> None:
    table = make.table()
    response = client.post(add(table), form(table, "12,3", **{field: value}))
    assert response.status_code == 200
    assert sentence in unescape(response.content.decode())
    assert not RateVersion.objects.exists()


@pytest.mark.usefixtures("boss")
def test_an_end_needs_a_date(client: Client) -> None:
    table = make.table()
    response = client.post(add(table), form(table, "", valid_from="", ends="on"))
    assert "demande une date" in response.content.decode()


@pytest.mark.usefixtures("boss")
def test_a_row_of_another_table_is_refused(client: Client) -> None:
    table = make.table()
    foreign = make.table("autre").slots.get()
    fields = {"values-0-slot": str(foreign.pk)}
    response = client.post(add(table), form(table, "12,3", **fields))
    assert response.status_code == 200
    assert not RateValue.objects.exists()


@pytest.mark.usefixtures("boss")
def test_a_start_already_published_is_refused_with_a_link(client: Client) -> None:
    table = make.table()
    first = make.published(table, START, "12.3")
    response = client.post(add(table), form(table, "12,4"))
    html = unescape(response.content.decode())
    assert response.status_code == 200
    assert "Une version publiée de « Table cotisations » commence déjà le 01/01/2026." in html
    assert f'<a href="{change(first)}">Voir la version en conflit</a>' in html
    assert RateVersion.objects.count() == 1


@pytest.mark.usefixtures("boss")
def test_publishing_a_start_taken_meanwhile_is_refused_with_a_link(client: Client) -> None:
    table = make.table()
    draft = make.draft(table, START, "12.4", key="autre")
    first = make.published(table, START, "12.3")
    response = client.post(f"{LIST}{draft.pk}/publier/", follow=True)
    html = unescape(response.content.decode())
    assert "commence déjà le 01/01/2026" in html
    assert f'<a href="{change(first)}">Voir la version en conflit</a>' in html
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_the_button_publishes_and_says_who(client: Client, boss: User) -> None:
    draft = make.draft(make.table(), START, "12.3")
    assert "Publier ce brouillon" in page(client, change(draft))
    response = client.post(f"{LIST}{draft.pk}/publier/", follow=True)
    html = unescape(response.content.decode())
    assert "« cotisations-2026-01-01 » est publiée." in html
    assert "chef@exemple.fr" in html
    draft.refresh_from_db()
    assert (draft.state, draft.published_by) == (State.PUBLISHED, boss)
    assert LogEntry.objects.get().get_change_message() == "Publiée."


@pytest.mark.usefixtures("boss")
def test_the_list_publishes_several_drafts_and_says_each_refusal(client: Client) -> None:
    table = make.table()
    drafts = [
        make.draft(table, START, "12.3"),
        make.draft(table, START, "12.4", key="double"),
        make.draft(table, date(2027, 1, 1), "12.5", source_title=""),
    ]
    chosen = {"action": "publish_selected", "_selected_action": [d.pk for d in drafts]}
    html = unescape(client.post(LIST, chosen, follow=True).content.decode())
    assert html.count("est publiée.") == 1
    assert "commence déjà" in html
    assert "n’a pas de source" in html
    assert RateVersion.objects.filter(state=State.PUBLISHED).count() == 1


@pytest.mark.usefixtures("boss")
def test_what_is_published_is_read_only(client: Client) -> None:
    table = make.table()
    version = make.published(table, START, "12.3")
    html = page(client, change(version))
    assert 'name="_save"' not in html
    assert 'name="values-0-value"' not in html
    assert "Remplacer" in html
    assert "12,3" in html
    assert client.post(change(version), form(table, "99")).status_code == 403
    assert client.post(f"{LIST}{version.pk}/delete/", {"post": "yes"}).status_code == 403
    delete = {"action": "delete_selected", "_selected_action": [version.pk], "post": "yes"}
    client.post(LIST, delete)
    assert version.values.get().value == Decimal("12.3")


@pytest.mark.usefixtures("boss")
def test_replacing_opens_a_draft_copy_then_supersedes(client: Client) -> None:
    table = make.table()
    first = make.published(table, START, "12.3")
    response = client.post(f"{LIST}{first.pk}/remplacer/", follow=True)
    draft = RateVersion.objects.get(replaces=first)
    assert response.redirect_chain == [(change(draft), 302)]
    assert "Brouillon ouvert" in response.content.decode()
    value = draft.values.get()
    data = form(table, "12,4", checked_on="21/11/2026") | {
        "values-INITIAL_FORMS": "1",
        "values-0-id": str(value.pk),
        "values-0-version": str(draft.pk),
    }
    assert client.post(change(draft), data).status_code == 302
    client.post(f"{LIST}{draft.pk}/publier/")
    first.refresh_from_db()
    draft.refresh_from_db()
    assert (first.state, draft.state, draft.key) == (State.SUPERSEDED, State.PUBLISHED, first.key)
    assert draft.values.get().value == Decimal("12.4")
    html = page(client, change(first))
    assert change(draft) in html
    assert 'value="Remplacer"' not in html


@pytest.mark.usefixtures("boss")
def test_a_draft_gets_the_rates_added_since(client: Client) -> None:
    table = make.table()
    draft = make.draft(table, START, "12.3")
    RateSlot.objects.create(table=table, code="neuf", label="Taux neuf", position=9)
    html = page(client, change(draft))
    assert 'name="values-TOTAL_FORMS" value="2"' in html
    assert "Taux neuf" in html


@pytest.mark.parametrize("gesture", ["publier", "remplacer"])
@pytest.mark.usefixtures("boss")
def test_gestures_are_posted_to_what_exists(client: Client, gesture: str) -> None:
    draft = make.draft(make.table(), START, "12.3")
    assert client.get(f"{LIST}{draft.pk}/{gesture}/").status_code == 405
    assert client.post(f"{LIST}999/{gesture}/").status_code == 404


@pytest.mark.usefixtures("boss")
def test_replacing_a_draft_is_refused_in_french(client: Client) -> None:
    draft = make.draft(make.table(), START, "12.3")
    html = client.post(f"{LIST}{draft.pk}/remplacer/", follow=True).content.decode()
    assert "Seule une version publiée peut être remplacée." in html


@pytest.mark.usefixtures("boss")
def test_families_wear_their_french_names(client: Client) -> None:
    make.draft(make.table(), START, "12.3")
    assert "Micro-entrepreneur" in page(client, LIST)
    assert 'label="Micro-entrepreneur"' in page(client, f"{LIST}add/")
    tables = "/admin/rates/ratetable/"
    assert "Table cotisations" in page(client, f"{tables}?famille=micro_entrepreneur")
    assert "Table cotisations" not in page(client, f"{tables}?famille=tva")


@pytest.mark.usefixtures("boss")
def test_the_list_shows_what_matters(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    table = make.table("cotisations", "a", "b", "c", "d", "e")
    make.published(table, None, "1", "2", "3", "4", "5", seen_on=date(2026, 11, 22))
    make.loaded(table, date(2020, 1, 1), "12.8", None, checked_on=date(2026, 11, 20))
    make.published(table, START, ends=True)
    with django_assert_max_num_queries(12):
        html = page(client, LIST)
    for words in (
        "début inconnu, lu le 22/11/2026, jusqu’au 31/12/2019",
        "du 01/01/2020 au 31/12/2025",
        "depuis le 01/01/2026 (fin du barème)",
        "4\N{NO-BREAK SPACE}% ; …",
        "12,8\N{NO-BREAK SPACE}% ; sans valeur",
        "officiel",
        "20/11/2026",
    ):
        assert words in html


@pytest.mark.parametrize(
    "query",
    [
        "?o=1", "?o=-2", "?o=3", "?o=5", "?o=6", "?q=cotisations", "?state__exact=draft",
        "?confidence__exact=official", "?famille=micro_entrepreneur",
    ],
)  # fmt: skip
@pytest.mark.usefixtures("boss")
def test_the_list_sorts_filters_and_searches(client: Client, query: str) -> None:
    make.draft(make.table(), START, "12.3")
    assert "1 version de barème" in page(client, LIST + query)


@pytest.mark.usefixtures("boss")
def test_the_admin_pages_need_no_inline_script_nor_style(client: Client) -> None:
    table = make.table()
    version = make.published(table, START, "12.3")
    draft = services.replace(version=version, by=None)
    for address in (LIST, add(table), f"{LIST}add/", change(version), change(draft)):
        html = page(client, address)
        assert not re.search(r"\sstyle=|\son\w+=\"|<style", html)
        assert not re.search(r"<script(?![^>]*\ssrc=)(?![^>]*application/json)[^>]*>\s*\S", html)


@pytest.mark.usefixtures("boss")
def test_tables_lead_to_their_versions_and_keep_their_codes(client: Client) -> None:
    table = make.table()
    html = page(client, "/admin/rates/ratetable/")
    assert f"{reverse('admin:rates_rateversion_add')}?table={table.pk}" in html
    slot = table.slots.get()
    data = {
        "code": "autre",
        "title": "Cotisations",
        "family": "micro",
        "folder": "",
        "slots-TOTAL_FORMS": "1",
        "slots-INITIAL_FORMS": "1",
        "slots-0-id": str(slot.pk),
        "slots-0-table": str(table.pk),
        "slots-0-code": "autre",
        "slots-0-label": "Nouveau libellé",
        "slots-0-unit": "%",
        "slots-0-position": "0",
    }
    assert client.post(f"/admin/rates/ratetable/{table.pk}/change/", data).status_code == 302
    table.refresh_from_db()
    slot.refresh_from_db()
    assert (table.code, table.title) == ("cotisations", "Cotisations")
    assert (slot.code, slot.label) == ("cotisations", "Nouveau libellé")


@pytest.mark.usefixtures("boss")
def test_a_unit_stays_once_a_version_speaks_of_it(client: Client) -> None:
    table = make.table()
    slot = table.slots.get()
    address = f"/admin/rates/ratetable/{table.pk}/change/"
    data = {
        "title": "Cotisations", "family": "micro", "folder": "",
        "slots-TOTAL_FORMS": "1", "slots-INITIAL_FORMS": "1",
        "slots-0-id": str(slot.pk), "slots-0-table": str(table.pk),
        "slots-0-label": "Libellé", "slots-0-unit": "€", "slots-0-position": "0",
    }  # fmt: skip
    for unit, drafted in (("€", False), ("€", True)):
        if drafted:
            make.draft(table, START, "12.3")
        data["slots-0-unit"] = "$" if drafted else unit
        assert client.post(address, data).status_code == 302
        slot.refresh_from_db()
        assert slot.unit == unit


@pytest.mark.usefixtures("boss")
def test_a_leap_is_published_after_a_page_that_asks(client: Client) -> None:
    table = make.table()
    first = make.published(table, START, "12.3")
    draft = make.replacement(first)
    draft.values.all().update(value="24.6")
    address = f"{LIST}{draft.pk}/publier/"
    asked = client.post(address)
    html = unescape(asked.content.decode()).replace("\N{NO-BREAK SPACE}", " ")
    assert asked.status_code == 200
    assert "Je confirme : 12,3 % → 24,6 %" in html
    assert not re.search(r"\sstyle=|\son\w+=\"|<style", html)
    token = re.search(r'name="confirme" [^>]*value="([^"]+)"', unescape(asked.content.decode()))
    assert token
    again = client.post(address, {"confirmation": "1"})
    assert "cochez chaque ligne" in again.content.decode()
    first.refresh_from_db()
    assert first.state == State.PUBLISHED
    client.post(address, {"confirmation": "1", "confirme": [token[1]]})
    draft.refresh_from_db()
    assert draft.state == State.PUBLISHED


@pytest.mark.usefixtures("boss")
def test_the_list_leads_to_a_draft_to_confirm(client: Client) -> None:
    table = make.table()
    make.published(table, START, "12.3")
    draft = make.draft(table, date(2027, 1, 1), "50")
    chosen = {"action": "publish_selected", "_selected_action": [draft.pk]}
    html = unescape(client.post(LIST, chosen, follow=True).content.decode())
    assert "s’écarte beaucoup" in html
    assert f'<a href="{change(draft)}">Voir le brouillon</a>' in html
