"""Every page for everyone: axe, narrow screens, zoom, both themes."""

import gzip
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any, Literal

import pikepdf
import pytest
from playwright.sync_api import Page, Response, expect

from calculators.catalogue import calculators

ADDRESSES = {
    "home": "/",
    **{slug: f"/calculs/{slug}/?exemple=1" for slug in calculators()},
    "empty": "/calculs/marge-vente/",
    "wrong": "/calculs/marge-vente/?prix_achat=abc&port_paye=-3",
    "refused": "/calculs/marge-vente/?exemple=1&date_vente=1990-01-01",
    "typed_fee": "/calculs/marge-vente/?exemple=1&moyen_paiement=saisi",
    "warned": "/calculs/tiktok-shop/?exemple=1&remboursements=5000",
    "loss": "/calculs/marge-vente/?exemple=1&prix_vente=90",
    "rates": "/baremes/?q=paypal",
    "departures": "/ecarts/",
    "loyalty_cards": "/reperes/fidelite/",
    "about": "/a-propos/",
    "legal": "/mentions-legales/",
    "accessibility": "/accessibilite/",
    "unknown": "/nulle-part/",
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The rules that a theme changes; the others read the same page twice.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
WIDTHS = {320: 640, 640: 450}  # a small telephone; 1280 × 900 enlarged twice
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
UNFOLD = "document.querySelectorAll('details').forEach(one => one.open = true)"


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES.keys())
def test_axe_finds_nothing_and_nothing_overflows(site: str, page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(site + address)
    page.evaluate(UNFOLD)
    assert axe(page) == [], "light"
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert axe(page, only=COLOURS) == [], "dark"

    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        page.goto(site + address)
        page.evaluate(UNFOLD)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_axe_finds_nothing_in_all_the_tables(site: str, page: Page) -> None:
    """Seven hundred rows: their colours are those of the few read above."""
    page.goto(f"{site}/baremes/")

    assert axe(page, {"color-contrast": {"enabled": False}}) == []


@pytest.mark.parametrize("address", ["/", "/calculs/marge-vente/"])
def test_a_first_page_is_light(site: str, page: Page, address: str) -> None:
    """Less than 100 KB over the wire, styles and scripts compressed as WhiteNoise does."""
    weights: dict[str, int] = {}

    def weigh(response: Response) -> None:
        content = response.body()
        packed = response.url.endswith((".css", ".js", ".svg"))
        weights[response.url] = len(gzip.compress(content) if packed else content)

    page.on("response", weigh)
    page.goto(site + address, wait_until="networkidle")

    assert sum(weights.values()) < 100_000, weights


@pytest.mark.parametrize("slug", list(calculators()))
def test_a_printed_result_comes_first_and_is_short(site: str, page: Page, slug: str) -> None:
    """On two pages; a year with tables, on five; a payslip, on six; seven statuses, on eleven."""
    page.goto(f"{site}/calculs/{slug}/?exemple=1")
    printed = pikepdf.open(BytesIO(page.pdf(prefer_css_page_size=True)))
    most = {"comparateur-statuts": 11, "portage-salarial": 6}.get(slug, 5)
    assert len(printed.pages) <= (most if page.locator(".result__tables").count() else 2)

    page.emulate_media(media="print")
    headline, form = page.locator(".result__head"), page.locator("#calcul")
    above, below = headline.bounding_box(), form.bounding_box()
    assert above and below and above["y"] < below["y"]  # noqa: PT018
    expect(page.locator(".nav")).to_be_hidden()
    expect(form.locator(".field__help").first).to_be_hidden()


def axe(page: Page, rules: dict[str, Any] | None = None, only: Any = RULES) -> list[str]:
    """What axe finds wrong in the page."""
    page.evaluate(_script())
    options = {"runOnly": only, "rules": rules or {}, "resultTypes": ["violations"]}
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in found["violations"]
        for node in violation["nodes"][:3]
    ]


@cache
def _script() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
