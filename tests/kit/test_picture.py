"""The waterfall: one drawing for the screen and for paper."""

import re
from dataclasses import replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from calculators.kit.drawing import COLOURS
from calculators.kit.picture import LABEL_MAX, waterfall
from calculators.kit.views import PictureView, SliceView

SVG = "{http://www.w3.org/2000/svg}"
SALE = PictureView(
    title="Où va chaque euro",
    description="Sur 135,00 € encaissés, il vous reste 3,96 €.",
    total_label="Encaissé",
    total="135,00 €",
    slices=(
        SliceView("marchandises", "Marchandises", "100,00 €", "74,1 %", 1.0, 0.2593),
        SliceView("transport", "Transport", "10,00 €", "7,4 %", 0.2593, 0.1852),
        SliceView("cotisations", "Cotisations", "16,77 €", "12,4 %", 0.1852, 0.061),
        SliceView("paiement", "Paiement", "4,27 €", "3,2 %", 0.061, 0.0293),
        SliceView("reste", "Il vous reste", "3,96 €", "2,9 %", 0.0293, 0.0),
    ),
)
LOSS = replace(
    SALE,
    zero=0.2,
    slices=(
        SliceView("marchandises", "Marchandises", "160,00 €", "118,5 %", 1.0, 0.0),
        SliceView("reste", "Il vous manque", "−25,00 €", "−18,5 %", 0.0, 0.2),
    ),
)


def drawn(view: PictureView, idprefix: str = "") -> Element:
    return ElementTree.fromstring(waterfall(view, idprefix=idprefix))  # noqa: S314 our own drawing


def bars(root: Element, name: str) -> list[Element]:
    return [rect for rect in root.iter(f"{SVG}rect") if rect.get("class") == name]


def words(root: Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def test_says_what_it_shows_without_being_seen() -> None:
    root = drawn(SALE, idprefix="vente-")
    named = {node.get("id"): node.text for node in root if node.get("id")}
    assert root.get("role") == "img"
    assert [named[key] for key in root.attrib["aria-labelledby"].split()] == [
        SALE.title,
        SALE.description,
    ]


def test_every_slice_wears_its_label_amount_and_share() -> None:
    shown = words(drawn(SALE))
    for piece in SALE.slices:
        assert {piece.label, piece.amount, piece.share} <= set(shown)
    assert SALE.total in shown


def test_obeys_a_strict_content_security_policy() -> None:
    text = waterfall(SALE) + waterfall(LOSS)
    assert "style" not in text
    assert "script" not in text
    assert not re.search(r"\bon\w+=", text)


def test_keeps_its_type_size_on_screen_and_scales_as_a_whole_on_paper() -> None:
    screen, paper = drawn(SALE), ElementTree.fromstring(waterfall(SALE, width=450))  # noqa: S314
    assert (screen.get("width"), screen.get("viewBox")) == ("100%", None)
    assert (paper.get("width"), paper.get("viewBox")) == (None, f"0 0 450 {screen.get('height')}")


def test_same_view_same_text() -> None:
    assert waterfall(SALE) == waterfall(replace(SALE))


def test_two_pictures_in_one_page_share_no_id() -> None:
    first, second = (
        {node.get("id") for node in drawn(SALE, idprefix=prefix).iter() if node.get("id")}
        for prefix in ("a", "b")
    )
    assert first
    assert not first & second


@pytest.mark.parametrize("view", [SALE, LOSS])
def test_every_weave_used_is_defined(view: PictureView) -> None:
    text = waterfall(view, idprefix='x"y ')
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(re.findall(r'id="([^"]+)"', text))


def test_labels_are_escaped() -> None:
    piece = replace(SALE.slices[0], label='<b>Vis & "co"</b>\x00', amount="<i>1 €")
    root = drawn(replace(SALE, slices=(piece,), title="</title><script>"))
    assert '<b>Vis & "co"</b>' in words(root)
    assert not list(root.iter(f"{SVG}script"))


def test_a_long_label_is_cut_at_a_word_and_kept_whole_as_a_title() -> None:
    label = "Commission de la place de marché, affiliation comprise"
    root = drawn(replace(SALE, slices=(replace(SALE.slices[0], label=label),)))
    short = next(text for text in words(root) if text.endswith("…"))
    assert len(short) <= LABEL_MAX
    assert label.startswith(short[:-1])
    assert label in [node.text for node in root.iter(f"{SVG}title")]


def test_a_label_of_one_endless_word_is_cut_too() -> None:
    root = drawn(replace(SALE, slices=(replace(SALE.slices[0], label="m" * 2000),)))
    assert max(len(text) for text in words(root)) <= LABEL_MAX


def test_a_loss_lies_before_zero_in_its_own_colour() -> None:
    root = drawn(LOSS)
    (bar,) = bars(root, "nature--perte")
    assert (bar.get("x"), bar.get("width")) == ("0%", "20%")
    assert bar.get("fill") == COLOURS["perte"]
    assert not bars(root, "nature--reste")


def test_a_sliver_still_shows_an_edge() -> None:
    piece = SliceView("cotisations", "Taxe", "0,02 €", "0,0 %", 0.50015, 0.5)
    root = drawn(replace(SALE, slices=(piece,)))
    assert not bars(root, "nature--cotisations")
    (edge,) = [
        line for line in root.iter(f"{SVG}line") if line.get("class") == "nature--cotisations"
    ]
    assert edge.get("stroke-width") == "2"


def test_nothing_leaves_the_picture() -> None:
    piece = SliceView("tva", "TVA", "1 €", "1 %", -3.0, 7.0)
    for node in drawn(replace(SALE, slices=(piece,))).iter(f"{SVG}rect"):
        if "x" in node.attrib:
            left, width = (float(node.attrib[key].rstrip("%")) for key in ("x", "width"))
            assert 0 <= left <= left + width <= 100


def test_an_unknown_nature_and_no_slice_at_all_still_draw() -> None:
    drawn(replace(SALE, slices=()))
    drawn(replace(SALE, slices=(replace(SALE.slices[0], nature=""),)))
