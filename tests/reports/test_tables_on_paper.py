"""Tables on paper: all is printed, headings on each page, totals once, nothing past the margins."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from calculators.kit.calculator import Result
from calculators.kit.presenter import present
from sellerdesk.reports import pdf
from tests.catalogue.pipelines import deal, forecast
from tests.kit.journal import journal, sales
from tests.reports.cases import tabled
from tests.reports.reading import bare, opened, words

CASES = ("annee", "journal", "journal-gaps", "journal-wide", "journal-empty", "offers")
MILLIMETRE = 72 / 25.4


def boxes(document: bytes) -> list[tuple[float, float]]:
    """Where each word of a PDF begins and ends, across the page."""
    command = ["pdftotext", "-bbox", "-enc", "UTF-8", "-", "-"]
    text = subprocess.run(command, input=document, capture_output=True, check=True).stdout.decode()
    found = re.findall(r'<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)"', text)
    return [(float(left), float(right)) for left, right in found]


def tags(node: Any) -> Iterator[Any]:
    """The elements of a document's structure."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from tags(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from tags(node.get("/K", pikepdf.Array([])))


@pytest.mark.pdf
@pytest.mark.parametrize("name", CASES)
def test_every_table_is_printed_whole(name: str) -> None:
    result = tabled()[name]
    view, text = present(result), words(pdf.render(result))
    for table in view.tables:
        assert bare(table.title + "".join(table.headers)) in text
        for _, row, why in (*table.ranked, ("", table.foot or ("",), "")):
            assert bare("".join((row[0], why, *row[1:]))) in text, row
        for line in table.explained:
            marks = ",".join(f"{r.mark}≈" if r.unsure else f"{r.mark}" for r in line.rates)
            rounding = "" if line.rounding == "arrondi au centime" else line.rounding
            more = "".join(f"·{word}" for word in (rounding, marks) if word)
            assert bare(f"{line.label}={line.explanation}{more}") in text, line.code


@pytest.mark.pdf
def test_the_headings_are_on_each_page_and_the_totals_once() -> None:
    result = journal(sales(120))
    document = pdf.render(result)
    text = words(document)
    table = present(result).tables[0]
    assert text.count(bare("".join(table.headers))) >= 2
    assert text.count(bare("".join(table.foot))) == 1
    assert len(opened(document).pages) >= 4


@pytest.mark.pdf
@pytest.mark.parametrize("amount", ["9.99", "98765432.10", "987654321.10", "99999999999.10"])
def test_nothing_goes_beyond_the_margins(amount: str) -> None:
    result = journal(sales(9, amount=amount))
    for left, right in boxes(pdf.render(result)):
        assert left >= 14 * MILLIMETRE - 0.5
        assert right <= (210 - 14) * MILLIMETRE + 0.5


@pytest.mark.parametrize("name", CASES)
def test_a_table_has_a_caption_and_its_cells_know_their_headings(name: str) -> None:
    result: Result = tabled()[name]
    document = opened(pdf.render(result))
    found = list(tags(document.Root.StructTreeRoot["/K"]))
    kinds = Counter(str(node["/S"]) for node in found)
    view = present(result)
    assert kinds["/Caption"] >= len(view.tables)
    cells = sum(len(table.rows) * (len(table.headers) - 1) for table in view.tables)
    headed = [node for node in found if str(node["/S"]) == "/TD" and _headings(node) >= 2]
    assert len(headed) >= cells


def _headings(cell: Any) -> int:
    kept = cell.get("/A", {})
    one = kept[0] if isinstance(kept, pikepdf.Array) else kept
    return len(one.get("/Headers", [])) if isinstance(one, pikepdf.Dictionary) else 0


@pytest.mark.parametrize("name", CASES)
def test_every_mark_of_a_table_leads_to_its_rate(name: str) -> None:
    html = pdf.html(tabled()[name])
    assert set(re.findall(r'href="#(taux-\d+)"', html)) <= set(re.findall(r'id="(taux-\d+)"', html))


@pytest.mark.parametrize(("deals", "printed"), [(100, True), (101, False)])
def test_a_long_folded_table_is_left_to_the_workbook(deals: int, printed: bool) -> None:
    """What was typed is printed whole; what only supports the totals is, up to a hundred rows."""
    result = forecast(*(deal(nom=f"Client {n}") for n in range(deals)))
    text = pdf.html(result)

    assert ("Trop de lignes pour le papier" not in text) is printed
    assert text.count("Client 7<") == 1  # as typed
    assert text.count("Client 7 (négociation)<") == (1 if printed else 0)
    assert "Affaire par affaire" in text
