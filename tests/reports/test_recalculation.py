"""A spreadsheet finds again, from the formulas alone, every amount of the page.

One known limit, of doubles: a spreadsheet rounds what it holds, 15 significant digits. Past
them an amount keeps its first 15; and an unrounded value that lies nearer to a half cent than
its 15th digit, without being one (or being one, above ten billion), may fall on the other side.
Such lines are recognised by that
property alone, with what follows from them, and counted; nothing else may differ. See
docs/adr/0003-workbook.md.
"""

import os
from pathlib import Path

import pytest

from calculators.catalogue import calculators
from calculators.kit.declarations import CELL
from sellerdesk.reports import workbook
from tests.reports import office
from tests.reports.cases import examples, named, some

# How many lines to draw of each calculator. SELLERDESK_LINES=20000 looks further.
LINES = int(os.environ.get("SELLERDESK_LINES", "400"))


@pytest.mark.office
def test_libreoffice_finds_every_amount(tmp_path: Path) -> None:
    results = named() | examples()
    for slug in calculators():
        drawn_ones = some(slug, LINES, most=max(16, LINES // 20), least=3)
        results |= {f"{slug}-{rank}": result for rank, result in enumerate(drawn_ones)}
    files = {name: office.spoiled(workbook.render(result)) for name, result in results.items()}
    saved = office.recalculate({name: file for name, (file, _) in files.items()}, tmp_path)
    wrong, beyond = {}, 0
    for name, result in results.items():
        found, excused = office.differences(result, office.named_cells(saved[name]))
        beyond += excused
        if found:
            wrong[name] = found
    lines = [line.declaration for result in results.values() for line in result.lines]
    cells = sum(known.level == CELL for known in lines)
    assert wrong == {}
    # A line has an amount and a unit, a cell of a table only its amount.
    assert sum(spoiled for _, spoiled in files.values()) >= 2 * len(lines) - cells
    assert len(lines) > 8 * len(results)
    assert beyond <= len(lines) / 20
