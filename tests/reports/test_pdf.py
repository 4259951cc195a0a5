"""What is on paper: everything, twice the same, on two pages, readable by a machine too."""

import io
import re

import pytest
from django.template.loader import render_to_string

from calculators.catalogue import calculators
from calculators.kit.presenter import present
from sellerdesk.reports import pdf
from sellerdesk.reports.cells import run_text
from sellerdesk.reports.pdf import lay_out  # as it is: conftest.py keeps what pdf.lay_out gives
from tests.reports.cases import FULL_SALE, computed, named
from tests.reports.reading import bare, opened, words

NAMES = (*calculators(), "full", "full-franchise", "nothing-sold", "refused", "no-rate")


def test_every_case_is_here() -> None:
    assert set(NAMES) == set(named())


@pytest.mark.parametrize("name", NAMES)
def test_two_pages_but_for_tables_tagged_and_in_french(name: str) -> None:
    result = named()[name]
    document = opened(pdf.render(result))
    assert len(document.pages) <= 2 or result.tables
    assert str(document.Root.Lang) == "fr"
    assert bool(document.Root.MarkInfo.Marked)
    assert "/StructTreeRoot" in document.Root
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
    with document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        title = metadata["dc:title"]
    assert title == f"{result.calculator.title}, {present(result).on}"
    with document.open_outline() as outline:
        (chapter,) = outline.root
        assert chapter.title == result.calculator.title
        assert [child.title for child in chapter.children][-1]


@pytest.mark.parametrize("statut", ["franchise", "assujetti"])
def test_a_sale_with_every_option_fits_on_two_pages(statut: str) -> None:
    """The longest of each way to set a price and of each time: the shorter then fit too."""
    sales = []
    for on in ("2011-06-01", "2018-06-01", "2026-06-01", "2027-06-01"):
        platform = "tiktok_shop" if on > "2025-03-31" else "aucune"
        values = FULL_SALE | {
            "date_vente": on, "statut_tva": statut, "plateforme": platform,
            "prix_achat": "12345.67", "prix_vente": "23456.78",
        }  # fmt: skip
        for mode in ("prix", "taux_marge", "coefficient_ttc"):
            result = computed("marge-vente", **values | {"mode_prix": mode})
            assert len(result.lines) > 20
            sales.append(pdf.html(result))
    for longest in sorted(sales, key=len)[-2:]:
        assert len(opened(pdf.lay_out(longest)).pages) <= 2


@pytest.mark.pdf
@pytest.mark.parametrize("name", NAMES)
def test_everything_is_printed(name: str) -> None:
    view = present(named()[name])
    text = words(pdf.render(named()[name]))
    for line in (line for section in view.sections for line in section.lines):
        marks = ",".join(run_text(run).replace("?", "≈") for run in line.mark_runs)
        marks += "≈" if line.inherits_doubt else ""
        assert bare(f"{line.label}{line.explanation}") in text, line.code
        assert bare(f"{marks}{line.amount}") in text, line.code
    for rate in view.rates:
        proof = f"{rate.mark}{rate.label}{rate.value}{rate.period}{rate.source}{rate.reference}"
        doubt = "≈" if rate.unsure else ""
        trust = f"{doubt}{rate.confidence_label},{rate.checked}"
        assert bare(proof + trust) in text, rate.code
        assert bare(rate.note) in text
    for given in view.inputs:
        assert bare(given.label + given.value) in text, given.code
    for note in view.notes:
        assert bare(note.text) in text
    for said in (view.headline, view.outcome, view.on, view.stamp_text):
        assert bare(said) in text


@pytest.mark.parametrize("name", NAMES)
def test_the_same_result_gives_the_same_text(name: str) -> None:
    result = named()[name]
    again = computed(result.calculator.slug, **result.inputs.model_dump())
    assert pdf.html(again) == pdf.html(result)


@pytest.mark.parametrize("name", ["full", "micro-entrepreneur", "refused"])
def test_the_same_text_gives_the_same_bytes(name: str) -> None:
    text = pdf.html(named()[name])
    first = pdf.lay_out(text)
    pdf._house.cache_clear()  # as another process would
    assert lay_out(text) == first


def test_a_heading_and_its_note_stay_with_the_lines_they_announce() -> None:
    text = pdf.html(named()["seuil-panier"])
    start = text.index('<section class="lines">')
    lines = text[start : text.index("</section>", start)]
    # room for the heading and the note, and for no line under them
    low = lines.replace('class="lines"', 'class="lines" style="margin-top: 253mm"')
    alone = text[: text.index("<body")] + f"<body><p>x</p>{low}</section></body></html>"

    first = opened(lay_out(re.sub(r'<a class="mark"[^>]*>|</a>', "", alone)))
    assert len(first.pages) > 1
    del first.pages[1:]
    page = io.BytesIO()
    first.save(page)
    assert bare("ligne par ligne") not in words(page.getvalue())


def test_no_date_but_the_simulation_s() -> None:
    document = opened(pdf.render(named()["marge-vente"]))
    assert not [key for key in document.docinfo if "Date" in key]


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_leads_to_its_rate(name: str) -> None:
    html = pdf.html(named()[name])
    asked = set(re.findall(r'href="#(taux-\d+)"', html))
    kept = set(re.findall(r'id="(taux-\d+)"', html))
    # Of a table, one cell of each column is explained; the others may use other rates.
    assert asked <= kept if named()[name].tables else asked == kept


def test_what_a_visitor_typed_is_no_markup() -> None:
    view = present(named()["marge-vente"])
    typed = type(view.inputs[0])("x", "<img src='https://example.org/'>", "a&b", "")
    context = {"result": view, "picture_svg": ""}
    given = render_to_string("reports/given.html", context | {"inputs": (typed,)})
    assert "<img" not in given
    assert "a&amp;b" in given
