"""What a person does with the form: types, tabs, folds, downloads, with or without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from calculators.kit.french import NBSP

MARGE = "/calculs/marge-vente/"
LEFT = "#result .result__amount"


def test_the_result_follows_the_typing_and_the_focus_stays(site: str, page: Page) -> None:
    page.goto(site + MARGE)
    page.fill("#id_date_vente", "2026-06-01")
    page.fill("#id_prix_achat", "100")
    page.locator("#id_prix_vente").press_sequentially("125", delay=30)

    expect(page.locator(LEFT)).to_have_text(re.compile("€"))
    first = page.inner_text(LEFT)
    expect(page.locator("#id_prix_vente")).to_be_focused()
    page.keyboard.type("0")
    expect(page.locator(LEFT)).not_to_have_text(first)
    expect(page.locator("#id_prix_vente")).to_be_focused()
    assert page.input_value("#id_prix_vente") == "1250"
    expect(page.locator("#annonce")).to_have_text(re.compile("Il vous reste"))


def test_a_choice_changes_the_result_and_shows_its_fields(site: str, page: Page) -> None:
    page.goto(f"{site}{MARGE}?exemple=1")
    before = page.inner_text(LEFT)
    assert page.locator("#id_paiement_taux").is_hidden()

    page.locator("[name=moyen_paiement][value=saisi]").check()
    expect(page.locator("#id_paiement_taux")).to_be_visible()
    expect(page.locator("#erreur-paiement_taux")).not_to_be_empty()
    page.fill("#id_paiement_taux", "1,5")
    expect(page.locator(LEFT)).not_to_have_text(before)


def test_a_group_that_no_choice_asks_for_is_out_of_sight(
    site: str, page: Page, plain: Page
) -> None:
    page.goto(f"{site}{MARGE}?exemple=1")
    expect(page.locator("#groupe-plateforme")).to_be_hidden()
    page.locator("[name=plateforme][value=tiktok_shop]").check()
    expect(page.locator("#groupe-plateforme")).to_be_visible()

    plain.goto(f"{site}{MARGE}?exemple=1")
    expect(plain.locator("#groupe-plateforme")).to_be_visible()


def test_a_warning_is_not_an_error(site: str, page: Page) -> None:
    page.goto(f"{site}/calculs/tiktok-shop/?exemple=1")
    page.fill("#id_remboursements", "5000")

    said = page.locator("#erreur-remboursements")
    expect(said).to_have_attribute("data-says", "warning")
    expect(page.locator("#id_remboursements")).not_to_have_attribute("aria-invalid", "true")
    page.fill("#id_remboursements", "abc")
    expect(said).to_have_attribute("data-says", "error")
    expect(page.locator("#id_remboursements")).to_have_attribute("aria-invalid", "true")


def test_the_page_scrolls_and_the_headline_stays(site: str, page: Page) -> None:
    for size in ({"width": 1280, "height": 720}, {"width": 390, "height": 700}):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.goto(f"{site}{MARGE}?exemple=1")
        assert page.evaluate(
            "() => [...document.querySelectorAll('.desk *')].every(one =>"
            " !['auto', 'scroll'].includes(getComputedStyle(one).overflowY)"
            " || one.matches('.scroll'))"
        )
        if size["width"] > 1000:
            expect(page.locator("button[formaction$='rapport.pdf']")).to_be_in_viewport()
            page.evaluate("scrollTo(0, 900)")
        expect(page.locator(LEFT)).to_be_in_viewport()


def test_a_message_comes_and_goes_at_its_field(site: str, page: Page) -> None:
    page.goto(f"{site}{MARGE}?exemple=1")
    page.click("#groupe-livraison > summary")
    page.fill("#id_port_paye", "abc")

    expect(page.locator("#erreur-port_paye")).to_contain_text("Écrivez un nombre")
    expect(page.locator("#id_port_paye")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#id_port_paye")).to_be_focused()
    assert page.input_value("#id_port_paye") == "abc"

    page.fill("#id_port_paye", "12,50")
    expect(page.locator("#erreur-port_paye")).to_be_empty()
    expect(page.locator("#id_port_paye")).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("#resume-livraison")).to_contain_text(f"12,50{NBSP}€")
    expect(page.locator(LEFT)).to_be_visible()


def test_an_unfolded_line_stays_so(site: str, page: Page) -> None:
    page.goto(f"{site}{MARGE}?exemple=1")
    page.click("#ligne-cotisations > summary")
    before = page.inner_text(LEFT)
    page.fill("#id_prix_vente", "150")

    expect(page.locator(LEFT)).not_to_have_text(before)
    expect(page.locator("#ligne-cotisations")).to_have_attribute("open", "")
    expect(page.locator("#ligne-cotisations .line__sum")).to_contain_text("12,3")


def test_the_keyboard_alone_leads_from_the_form_to_the_report(site: str, page: Page) -> None:
    page.goto(site + MARGE)
    _tab_to(page, "#id_prix_achat")
    page.keyboard.type("100")
    _tab_to(page, "#id_prix_vente")
    page.keyboard.type("125")
    expect(page.locator(LEFT)).to_be_visible()
    _tab_to(page, "button[formaction$='rapport.pdf']")

    with page.expect_download() as waiting:
        page.keyboard.press("Enter")

    assert re.fullmatch(r"marge-vente-\d{4}-\d\d-\d\d\.pdf", waiting.value.suggested_filename)
    expect(page.locator(LEFT)).to_be_visible()


def test_a_lost_server_is_said_and_the_typing_kept(site: str, page: Page) -> None:
    page.goto(f"{site}{MARGE}?exemple=1")
    page.route("**/calculs/**", lambda route: route.abort())
    page.fill("#id_prix_achat", "90")

    expect(page.locator("#panne")).to_be_visible()
    assert page.input_value("#id_prix_achat") == "90"
    page.unroute("**/calculs/**")
    page.click("#panne-encore")
    expect(page.locator("#panne")).to_be_hidden()


@pytest.mark.parametrize("address", [MARGE, f"{MARGE}?exemple=1"], ids=["empty", "example"])
def test_without_scripts_the_same_result(site: str, page: Page, plain: Page, address: str) -> None:
    typed = {"date_vente": "2026-06-01", "prix_achat": "80", "prix_vente": "125"}
    for visited in (plain, page):
        visited.goto(site + address)
        for name, value in typed.items():
            visited.fill(f"#id_{name}", value)
    expect(page.locator("#ligne-cout_revient .line__amount")).to_have_text(f"80,00{NBSP}€")
    with plain.expect_navigation():  # until all of the page is there
        plain.get_by_role("button", name="Calculer").click()

    assert plain.inner_text("#result") == page.inner_text("#result")
    assert plain.input_value("#id_prix_achat") == "80"


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement?.matches(s) ?? false", selector):
            return
    raise AssertionError(f"the keyboard never reaches {selector}")
