"""A list of rows in a browser: typing, pasting, more rows, with and without scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from calculators.kit.french import NBSP
from tests.browser.test_every_page import THEMES, UNFOLD, WIDTHS, axe
from tests.ledger import PAGE, in_the_catalogue

AMOUNT = "#result .result__amount"
TABLE = "Ventes\tRemarque\n1 000,50\tSalon\n200\t\nabc\t"


@pytest.fixture(autouse=True)
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with in_the_catalogue(tmp_path, monkeypatch):
        yield


def test_the_result_follows_a_cell_and_the_focus_stays(site: str, page: Page) -> None:
    _open(page, site)
    cell = page.locator("#id_recettes_3_ventes")
    cell.press_sequentially("12", delay=30)

    expect(page.locator(AMOUNT)).to_have_text(f"12,00{NBSP}€")
    expect(cell).to_be_focused()
    expect(page.locator("#id_recettes_4_ventes")).to_be_visible()  # the last row was filled
    page.keyboard.type("3")
    expect(page.locator(AMOUNT)).to_have_text(f"123,00{NBSP}€")
    expect(cell).to_be_focused()
    assert cell.input_value() == "123"
    page.keyboard.type("0")
    expect(page.locator(AMOUNT)).to_have_text(f"1{NBSP}230,00{NBSP}€")
    expect(page.locator("#corps-recettes tr[id]")).to_have_count(4)


def test_a_message_comes_and_goes_below_its_row(site: str, page: Page) -> None:
    _open(page, site)
    page.fill("#id_recettes_2_ventes", "abc")
    page.fill("#id_recettes_3_jour", "2026-02-01")

    said = page.locator("#erreur-recettes_2")
    expect(said).to_contain_text("Ligne 2, Ventes")
    expect(page.locator("#erreur-recettes_3")).to_contain_text("obligatoire")
    expect(page.locator("#id_recettes_2_ventes")).to_have_attribute("aria-invalid", "true")
    page.get_by_role("link", name="Ligne 2, Ventes").click()
    expect(page.locator("#id_recettes_2_ventes")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("5")
    expect(said).to_be_empty()
    expect(page.locator("#id_recettes_2_ventes")).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("#id_recettes_3_ventes")).to_have_attribute("aria-invalid", "true")
    page.fill("#id_recettes_3_ventes", "6")
    expect(page.locator(AMOUNT)).to_have_text(f"11,00{NBSP}€")
    expect(page.locator("[aria-invalid=true]")).to_have_count(0)


def test_a_pasted_table_fills_the_rows(site: str, page: Page) -> None:
    _open(page, site)
    page.fill("#id_recettes_1_ventes", "7")
    page.get_by_text("Coller un tableau").click()
    _paste(page, "#coller-recettes", TABLE)

    expect(page.locator("#id_recettes_1_ventes")).to_have_value("1 000,50")
    expect(page.locator("#id_recettes_1_note")).to_have_value("Salon")
    expect(page.locator("#erreur-recettes_3")).to_contain_text("Écrivez un nombre")
    expect(page.locator("#lu-recettes")).to_contain_text("3 lignes lues")
    expect(page.locator("#coller-recettes")).to_be_empty()
    expect(page.locator("#coller-recettes")).to_be_focused()
    page.fill("#id_recettes_3_ventes", "1")
    expect(page.locator(AMOUNT)).to_have_text(f"1{NBSP}201,50{NBSP}€")
    expect(page.locator("#erreur-recettes_3")).to_be_empty()


def test_a_table_typed_by_hand_waits_for_its_button(site: str, page: Page) -> None:
    _open(page, site)
    page.fill("#id_recettes_1_ventes", "7")
    expect(page.locator(AMOUNT)).to_have_text(f"7,00{NBSP}€")
    page.get_by_text("Coller un tableau").click()
    page.locator("#coller-recettes").press_sequentially("5;2026-02-01", delay=10)
    page.fill("#id_recettes_2_ventes", "1")

    expect(page.locator(AMOUNT)).to_have_text(f"8,00{NBSP}€")
    expect(page.locator("#coller-recettes")).to_have_value("5;2026-02-01")
    page.get_by_role("button", name="Remplir le tableau").click()
    expect(page.locator(AMOUNT)).to_have_text(f"5,00{NBSP}€")
    expect(page.locator("#id_recettes_1_jour")).to_have_value("2026-02-01")


def test_a_table_refused_stays_until_it_is_corrected(site: str, page: Page) -> None:
    _open(page, site)
    page.get_by_text("Coller un tableau").click()
    _paste(page, "#coller-recettes", "Ventes\tTruc\n1\t2")
    said = page.locator("#erreur-recettes")
    expect(said).to_contain_text("Colonne inconnue")
    expect(page.locator("#coller-recettes")).to_have_value("Ventes\tTruc\n1\t2")

    page.fill("#id_recettes_1_ventes", "7")
    expect(page.locator(AMOUNT)).to_have_text(f"7,00{NBSP}€")
    expect(said).to_be_empty()


def test_the_button_adds_rows_and_the_cursor_goes_there(site: str, page: Page) -> None:
    _open(page, site)
    page.fill("#id_recettes_2_note", "à voir")
    page.get_by_role("button", name="Ajouter des lignes").click()

    expect(page.locator("#corps-recettes tr[id]")).to_have_count(8)
    expect(page.locator("#id_recettes_4_ventes")).to_be_focused()
    expect(page.locator("#id_recettes_2_note")).to_have_value("à voir")


def test_without_scripts_everything_is_there(site: str, plain: Page) -> None:
    plain.goto(site + PAGE)
    plain.click("#groupe-tout > summary")
    plain.fill("#id_recettes_1_ventes", "7")
    plain.get_by_role("button", name="Ajouter des lignes").click()
    expect(plain.locator("#id_recettes_8_ventes")).to_have_count(1)
    assert plain.input_value("#id_recettes_1_ventes") == "7"

    plain.fill("#id_annee", "2026")
    plain.press("#id_annee", "Enter")  # calculates, adds no row
    expect(plain.locator(AMOUNT)).to_have_text(f"7,00{NBSP}€")
    expect(plain.locator("#corps-recettes tr[id]")).to_have_count(8)
    plain.click("#groupe-tout > summary")
    plain.get_by_text("Coller un tableau").click()
    plain.fill("#coller-recettes", "5\n6")
    plain.get_by_role("button", name="Remplir le tableau").click()
    expect(plain.locator(AMOUNT)).to_have_text(f"11,00{NBSP}€")


@pytest.mark.parametrize("query", ["?exemple=1", "?annee=2026&recettes-1-ventes=abc"])
def test_axe_finds_nothing_and_only_the_table_slides(site: str, page: Page, query: str) -> None:
    for theme in THEMES:
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.goto(site + PAGE + query)
        page.evaluate(UNFOLD)
        assert axe(page) == [], theme
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        page.goto(site + PAGE + query)
        page.evaluate(UNFOLD)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(
            "() => { const box = document.querySelector('.rows .scroll');"
            " return box.scrollWidth > box.clientWidth; }"
        )


def _open(page: Page, site: str) -> None:
    page.goto(site + PAGE)
    page.fill("#id_annee", "2026")
    page.click("#groupe-tout > summary")


def _paste(page: Page, selector: str, text: str) -> None:
    """As the browser does after Ctrl+V: the text, then an input event that says so."""
    page.locator(selector).focus()
    page.evaluate(
        "([selector, text]) => { const box = document.querySelector(selector); box.value = text;"
        " box.dispatchEvent(new InputEvent('input',"
        " {bubbles: true, inputType: 'insertFromPaste'})); }",
        [selector, text],
    )
