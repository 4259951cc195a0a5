"""What every test shares: marks, profiles, clients, the browser."""

import os
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client, TransactionTestCase
from hypothesis import HealthCheck, settings

from tests.tools import machine

# live_server and Playwright's loop share a thread.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# Shared machines are slow by fits: a deadline would only measure the neighbours.
SLOW = [HealthCheck.too_slow]  # of a busy machine, not of what is tested
settings.register_profile("dev", max_examples=50, deadline=None, suppress_health_check=SLOW)
settings.register_profile(
    "ci",
    max_examples=200,
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=SLOW,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

_PATIENCE = 10  # seconds
_BROWSER_FIXTURES = {"page", "context", "browser", "new_context"}
_DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_serialized_rollback"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only", action="store_true", help="only the tests that touch the database"
    )


def pytest_configure(config: pytest.Config) -> None:
    known = {tool.required_as for tool in machine.TOOLS}
    if unknown := machine.required() - known:
        raise pytest.UsageError(f"SELLERDESK_REQUIRE: unknown {', '.join(sorted(unknown))}")
    absent = [t for t in machine.missing().values() if t.required_as in machine.required()]
    if absent:
        pytest.exit("\n".join(tool.missing for tool in absent), returncode=3)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    missing = machine.missing()
    for item in items:
        if _BROWSER_FIXTURES.intersection(_fixtures(item)):
            item.add_marker("browser")
        for name, tool in missing.items():
            if item.get_closest_marker(name):
                item.add_marker(pytest.mark.skip(reason=tool.missing))
        if item.get_closest_marker("postgres") and connection.vendor != "postgresql":
            item.add_marker(pytest.mark.skip(reason="make test-postgres runs it"))
    if config.getoption("--database-only"):
        kept = [item for item in items if _touches_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


def _fixtures(item: pytest.Item) -> list[str]:
    names: list[str] = getattr(item, "fixturenames", [])
    return names


def _touches_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("browser") or item.get_closest_marker("office"):
        return False
    if item.get_closest_marker("django_db") or _DATABASE_FIXTURES.intersection(_fixtures(item)):
        return True
    cls = getattr(item, "cls", None)
    return isinstance(cls, type) and issubclass(cls, TransactionTestCase)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for tool in machine.missing().values():
        terminalreporter.write_line(tool.missing, yellow=True)


@pytest.fixture
def htmx_client() -> Client:
    """A client whose requests come from htmx."""
    return Client(headers={"HX-Request": "true"})


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium, silent on the network."""
    quiet = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    path = machine.which(machine.CHROMIUM)
    return {**browser_type_launch_args, "executable_path": path, "args": quiet}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A French visitor."""
    return {**browser_context_args, "locale": "fr-FR", "timezone_id": "Europe/Paris"}


@pytest.fixture
def all_served(browser: Any, context: Any) -> Iterator[None]:
    """No connection outlives its test: its thread would end in another, and fail there."""
    yield
    for opened in browser.contexts:
        opened.close()
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(_PATIENCE)


@pytest.fixture
def csp_violations(page: Any, all_served: None) -> Iterator[list[str]]:
    """What the browser refused under the content policy while the test ran."""
    refused: list[str] = []
    page.on(
        "console",
        lambda message: (
            refused.append(message.text) if "Content Security Policy" in message.text else None
        ),
    )
    yield refused
    assert refused == []
