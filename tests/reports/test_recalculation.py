"""A spreadsheet finds again, from the formulas alone, every amount of the page.

One known limit, of doubles: a spreadsheet rounds what it holds, 15 significant digits. Past
them an amount keeps its first 15; and an unrounded value that lies nearer to a half cent than
its 15th digit, without being one, may fall on the other side. Such lines are recognised by that
property alone, with what follows from them, and counted; nothing else may differ. See
docs/adr/0003-workbook.md.
"""

import os
from decimal import Decimal
from pathlib import Path

import pytest

from calculators.catalogue import calculators
from calculators.kit import readings
from calculators.kit.calculator import Result
from calculators.kit.lines import Line
from sellerdesk.reports import workbook
from sellerdesk.reports.names import Names
from tests.reports import office
from tests.reports.cases import drawn, named

# Of each calculator; all fit in one process. SELLERDESK_WORKBOOKS=1000 looks further.
COUNT = int(os.environ.get("SELLERDESK_WORKBOOKS", "74"))
FIFTEEN = Decimal("1E15")
EXACT = Decimal("1E-12")  # of the value, for a line without rounding


def test_every_workbook_fits_in_one_process() -> None:
    assert len(named()) + 74 * len(calculators()) <= office.AT_ONCE


@pytest.mark.office
def test_libreoffice_finds_every_amount(tmp_path: Path) -> None:
    results = dict(named())
    for slug in calculators():
        results |= {f"{slug}-{i}": result for i, result in enumerate(drawn(slug, COUNT))}
    files = {name: office.spoiled(workbook.render(result)) for name, result in results.items()}
    saved = office.recalculate({name: file for name, (file, _) in files.items()}, tmp_path)
    wrong, compared, beyond = [], 0, 0
    for name, result in results.items():
        cells, names = office.named_cells(saved[name]), Names(result).lines
        excused = _excused(result)
        compared, beyond = compared + len(result.lines), beyond + len(excused)
        for line in result.lines:
            value, unit = cells[names[line.code]]
            if line.code not in excused and (_differs(line, value) or unit != _unit(line)):
                wrong.append((name, line.code, line.value, value, unit))
    assert wrong == []
    assert sum(spoiled for _, spoiled in files.values()) >= 2 * compared  # amount and unit
    assert compared > 8 * len(results)
    assert beyond <= compared / 20


def _excused(result: Result) -> set[str]:
    """The lines that 15 digits cannot settle, and those computed from them."""
    found: set[str] = set()
    for line in result.lines:
        parents = (leaf.code for leaf in readings.leaves(line.raw) if isinstance(leaf, Line))
        if _unsettled(line) or any(code in found for code in parents):
            found.add(line.code)
    return found


def _unsettled(line: Line) -> bool:
    raw, quantum = abs(line.raw.value), line.declaration.rounding.quantum
    if quantum is None or not raw.is_finite() or not raw:
        return False
    fifteenth = Decimal(1).scaleb(raw.adjusted() - 14)
    from_tie = abs(raw / quantum % 1 - Decimal("0.5")) * quantum
    return raw / quantum >= FIFTEEN or 0 < from_tie <= fifteenth


def _differs(line: Line, value: object) -> bool:
    """Whether a cell is not the line's amount, on the line's own grid."""
    if line.value.is_nan():
        return value != "#DIV/0!"
    if not isinstance(value, int | float):
        return True
    found, quantum = Decimal(repr(value)), line.declaration.rounding.quantum
    margin = abs(line.value) * EXACT + EXACT if quantum is None else quantum / 2
    return abs(found - line.value) >= margin


def _unit(line: Line) -> str | None:
    return "non calculable" if line.value.is_nan() else line.unit or None
