"""The site starts with what it needs or says in one sentence what is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

ROOT = Path(__file__).resolve().parent.parent
PRODUCTION = {
    "SELLERDESK_ENV": "prod",
    "SECRET_KEY": "".join(map(chr, range(40, 120))),
    "ALLOWED_HOSTS": "sellerdesk.invalid",
    "DATABASE_URL": "sqlite://:memory:",
}


def manage(*arguments: str, **values: str) -> subprocess.CompletedProcess[str]:
    """Run manage.py with only these values in the environment."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **values},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_needs_its_secrets(name: str) -> None:
    ended = manage("check", **{k: v for k, v in PRODUCTION.items() if k != name})

    assert ended.returncode == 1
    assert ended.stderr.startswith(f"{name} manque : en production")
    assert ended.stderr.count("\n") == 1


def test_an_unknown_environment_is_named() -> None:
    ended = manage("check", SELLERDESK_ENV="staging")

    assert ended.stderr == "SELLERDESK_ENV vaut « staging » : écrire dev ou prod.\n"


def test_production_passes_djangos_deployment_checks() -> None:
    ended = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert ended.returncode == 0, ended.stderr


def test_production_is_never_in_debug() -> None:
    shown = manage("diffsettings", DEBUG="1", **PRODUCTION).stdout

    assert "DEBUG = True" not in shown
    assert "SECURE_SSL_REDIRECT = True" in shown


def test_what_was_decided_before_the_first_migration() -> None:
    assert settings.AUTH_USER_MODEL == "accounts.User"
    assert settings.USE_TZ
    assert settings.TIME_ZONE == "Europe/Paris"
    assert settings.LANGUAGE_CODE == "fr"


@pytest.mark.django_db
def test_health_answers_after_a_query(client: Client) -> None:
    with connection.execute_wrapper(_count := _Counter()):
        answer = client.get("/sante/")

    assert (answer.status_code, answer.text) == (200, "ok\n")
    assert _count.queries == 1


def test_health_says_when_the_database_is_away(client: Client) -> None:
    from django.db import DatabaseError

    def away(*_: object) -> None:
        raise DatabaseError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection, "cursor", away)
        answer = client.get("/sante/")

    assert answer.status_code == 503


@pytest.mark.django_db
def test_the_content_policy_allows_nothing_inline(client: Client) -> None:
    policy = client.get("/admin/login/").headers["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    for directive in ("object-src", "base-uri", "frame-ancestors"):
        assert f"{directive} 'none'" in policy


class _Counter:
    def __init__(self) -> None:
        self.queries = 0

    def __call__(self, execute: object, *arguments: object) -> object:
        self.queries += 1
        assert callable(execute)
        return execute(*arguments)
