"""The guards that other tests lean on do fire."""

from pathlib import Path
from typing import Any

import pytest
from django.template import Context, Engine, Origin, Template
from django.template.loader import get_template
from playwright.sync_api import Page

from tests.tools.strict_templates import OURS


def rendered(source: str, name: str) -> str:
    """Render a source as if it were the file of that name."""
    engine: Engine = get_template("admin/base.html").backend.engine  # type: ignore[attr-defined]
    return Template(source, origin=Origin(name), engine=engine).render(Context({"known": "x"}))


def test_a_misspelt_variable_of_ours_fails() -> None:
    with pytest.raises(AssertionError, match="unknown variable knwon"):
        rendered("{{ knwon }}", f"{OURS}/page.html")

    assert rendered("{{ known }}{% if absent %}y{% endif %}", f"{OURS}/page.html") == "x"


def test_others_templates_keep_djangos_silence() -> None:
    assert rendered("{{ absent }}", str(Path("/elsewhere/page.html"))) == ""


def test_an_inline_script_is_seen(page: Page, csp_violations: list[str]) -> None:
    def serve(route: Any) -> None:
        policy = {"Content-Security-Policy": "default-src 'self'", "Content-Type": "text/html"}
        route.fulfill(status=200, headers=policy, body="<title>t</title><script>1</script>")

    page.route("**/*", serve)
    page.goto("http://sellerdesk.invalid/")

    assert len(csp_violations) == 1
    csp_violations.clear()
