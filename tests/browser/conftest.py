"""A visitor's browser on a site with its rates; other hosts and refused content are recorded."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from tests.tools import committed_rates


@pytest.fixture
def site(live_server: LiveServer) -> str:
    """The address of the site, its rates loaded."""
    committed_rates.fill()
    return str(live_server.url)


@pytest.fixture
def plain(new_context: Any) -> Page:
    """A page of a browser without scripts; it is closed even if the test fails."""
    page: Page = new_context(java_script_enabled=False).new_page()
    return page


@pytest.fixture(autouse=True)
def at_home(context: BrowserContext, live_server: LiveServer) -> Iterator[None]:
    """No page asks another host for anything."""
    home, strangers = urlsplit(str(live_server.url)).netloc, []
    context.on(
        "request",
        lambda request: (
            None if urlsplit(request.url).netloc in (home, "") else strangers.append(request.url)
        ),
    )
    yield
    assert strangers == []


@pytest.fixture(autouse=True)
def no_violation(page: Page, csp_violations: list[str]) -> Iterator[None]:
    """The content policy holds, for the page's scripts and for what they make."""
    page.add_init_script(
        "window.violations = [];"
        "addEventListener('securitypolicyviolation',"
        " event => window.violations.push(event.violatedDirective))"
    )
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield
    assert page.evaluate("window.violations ?? []") == []
    assert errors == []
