"""The browser itself: the content policy holds in it, and axe reads the pages."""

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

from sellerdesk.accounts.models import User

PASSWORD = "correct horse battery"


@pytest.mark.django_db(transaction=True)
def test_the_admin_works_under_the_content_policy(
    live_server: Any, page: Page, csp_violations: list[str]
) -> None:
    user = User.objects.create_superuser("admin@exemple.fr", PASSWORD)

    page.goto(f"{live_server.url}/admin/")
    page.fill("#id_username", "admin@exemple.fr")
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    page.wait_for_selector("#user-tools")
    page.goto(f"{live_server.url}/admin/accounts/user/add/")

    assert page.locator("#id_email").is_visible()
    page.goto(f"{live_server.url}/admin/accounts/user/{user.pk}/change/")
    page.wait_for_selector("#id_groups_from")  # made by the admin's scripts


def test_axe_is_there_to_read_pages(page: Page) -> None:
    page.set_content("<html lang=fr><title>t</title><main><h1>Un</h1><img></main></html>")
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))

    found = page.evaluate("axe.run(document, {runOnly: ['wcag2a']})")

    assert [violation["id"] for violation in found["violations"]] == ["image-alt"]
