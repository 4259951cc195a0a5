from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from sellerdesk.rates.models import RateVersion, State
from tests.rates import make
from tests.rates.test_admin import LIST, add, change, form

pytestmark = pytest.mark.django_db
START = date(2026, 1, 1)
GROUPS = ["éditeur", "vérificateur", "lecteur"]


@pytest.fixture(params=GROUPS)
def group(request: pytest.FixtureRequest, client: Client) -> str:
    name: str = request.param
    client.force_login(make.member(name))
    return name


def test_everybody_reads(client: Client, group: str) -> None:
    draft = make.draft(make.table(), START, "12.3")
    assert client.get(LIST).status_code == 200
    assert client.get(change(draft)).status_code == 200
    assert client.get("/admin/rates/ratetable/").status_code == 200


def test_editors_alone_write_drafts(client: Client, group: str) -> None:
    table = make.table()
    allowed = group == "éditeur"
    response = client.post(add(table), form(table, "12,3"))
    assert response.status_code == (302 if allowed else 403)
    assert RateVersion.objects.exists() == allowed


def test_editors_alone_edit_drafts(client: Client, group: str) -> None:
    draft = make.draft(make.table(), START, "12.3")
    html = client.get(change(draft)).content.decode()
    assert ('name="_save"' in html) == (group == "éditeur")
    assert ('name="values-0-value"' in html) == (group == "éditeur")


def test_editors_alone_delete_drafts(client: Client, group: str) -> None:
    draft = make.draft(make.table(), START, "12.3")
    client.post(f"{LIST}{draft.pk}/delete/", {"post": "yes"})
    assert RateVersion.objects.exists() == (group != "éditeur")


def test_reviewers_alone_publish(client: Client, group: str) -> None:
    draft = make.draft(make.table(), START, "12.3")
    allowed = group == "vérificateur"
    html = client.get(change(draft)).content.decode()
    assert ("/publier/" in html) == allowed
    response = client.post(f"{LIST}{draft.pk}/publier/")
    assert response.status_code == (302 if allowed else 403)
    draft.refresh_from_db()
    assert (draft.state == State.PUBLISHED) == allowed


def test_reviewers_alone_publish_from_the_list(client: Client, group: str) -> None:
    draft = make.draft(make.table(), START, "12.3")
    client.post(LIST, {"action": "publish_selected", "_selected_action": [draft.pk]})
    draft.refresh_from_db()
    assert (draft.state == State.PUBLISHED) == (group == "vérificateur")


def test_editors_alone_open_a_replacement(client: Client, group: str) -> None:
    version = make.published(make.table(), START, "12.3")
    allowed = group == "éditeur"
    html = client.get(change(version)).content.decode()
    assert ("/remplacer/" in html) == allowed
    response = client.post(f"{LIST}{version.pk}/remplacer/")
    assert response.status_code == (302 if allowed else 403)
    assert RateVersion.objects.filter(replaces=version).exists() == allowed


def test_strangers_are_sent_to_the_login(client: Client) -> None:
    draft = make.draft(make.table(), START, "12.3")
    response = client.post(f"{LIST}{draft.pk}/publier/")
    assert response.status_code == 302
    assert "/admin/login/" in response.headers["Location"]


def test_each_group_holds_its_permissions() -> None:
    held = {
        name: set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))
        for name in GROUPS
    }
    assert held["lecteur"] < held["éditeur"]
    assert held["vérificateur"] - held["lecteur"] == {"publish_rateversion"}
    assert "publish_rateversion" not in held["éditeur"]
