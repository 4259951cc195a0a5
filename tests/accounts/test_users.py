"""A user is an e-mail address; the groups are there from the start."""

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from sellerdesk.accounts.groups import GROUPS
from sellerdesk.accounts.models import User

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse battery"


def test_the_address_is_one_whatever_its_case() -> None:
    user = User.objects.create_user(" Jeanne@Exemple.FR ", PASSWORD)

    assert user.email == "jeanne@exemple.fr"
    assert User.objects.get(email="JEANNE@exemple.fr") == user
    assert authenticate(username="Jeanne@exemple.fr", password=PASSWORD) == user
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("JEANNE@EXEMPLE.FR")


def test_a_second_account_for_an_address_is_refused_in_french() -> None:
    User.objects.create_user("jeanne@exemple.fr", PASSWORD)

    with pytest.raises(ValidationError, match="Un compte existe déjà"):
        User(email="Jeanne@exemple.fr", password="x").full_clean()


def test_an_account_needs_an_address() -> None:
    with pytest.raises(ValueError, match="adresse électronique"):
        User.objects.create_user(" ", PASSWORD)


def test_an_account_without_password_cannot_log_in() -> None:
    assert not User.objects.create_user("jeanne@exemple.fr").has_usable_password()


def test_a_superuser_may_enter_the_admin() -> None:
    user = User.objects.create_superuser("admin@exemple.fr", PASSWORD)

    assert user.is_staff
    assert user.is_superuser
    assert not User.objects.create_user("jeanne@exemple.fr").is_staff


def test_the_three_groups_exist() -> None:
    assert set(GROUPS) <= set(Group.objects.values_list("name", flat=True))


def test_the_admin_makes_and_changes_a_user(client: Client) -> None:
    client.force_login(User.objects.create_superuser("admin@exemple.fr", PASSWORD))

    page = client.get("/admin/accounts/user/add/")
    assert page.status_code == 200
    made = client.post(
        "/admin/accounts/user/add/",
        {
            "email": "Jeanne@exemple.fr",
            "usable_password": "true",
            "password1": PASSWORD,
            "password2": PASSWORD,
        },
    )
    jeanne = User.objects.get(email="jeanne@exemple.fr")
    assert made.status_code == 302
    assert client.get(f"/admin/accounts/user/{jeanne.pk}/change/").status_code == 200
    assert "jeanne@exemple.fr" in client.get("/admin/accounts/user/?q=jeanne").text


def test_the_admin_asks_for_the_address_in_french(client: Client) -> None:
    page = client.get("/admin/login/").text

    assert "Adresse électronique" in page
    assert '<html lang="fr"' in page
