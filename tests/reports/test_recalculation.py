"""A spreadsheet finds again, from the formulas alone, every amount of the page.

Known limit, of doubles and of the format (LibreOffice writes 15 digits): an amount of more than
15 digits on its grid, 10 000 milliards to the cent, keeps its first 15. It is compared so, and
counted; nothing else may differ. See docs/adr/0003-workbook.md.
"""

import os
from decimal import Decimal
from pathlib import Path

import pytest

from calculators.catalogue import calculators
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
    wrong, compared, too_long = [], 0, 0
    for name, result in results.items():
        cells, names = office.named_cells(saved[name]), Names(result).lines
        for line in result.lines:
            value, unit = cells[names[line.code]]
            compared += 1
            too_long += _beyond_doubles(line)
            if _differs(line, value, _slack(result)) or unit != _unit(line):
                wrong.append((name, line.code, line.value, value, unit))
    assert wrong == []
    assert sum(count for _, count in files.values()) >= 2 * compared > 20 * len(results) / 3
    assert too_long <= compared / 50


def _beyond_doubles(line: Line) -> bool:
    quantum = line.declaration.rounding.quantum
    return quantum is not None and line.value.is_finite() and abs(line.value) / quantum >= FIFTEEN


def _slack(result: Result) -> Decimal:
    """What fifteen digits lose on the longest amount, which its sums and differences share."""
    lost = (abs(line.value) / FIFTEEN for line in result.lines if _beyond_doubles(line))
    return 10 * max(lost, default=Decimal(0))


def _differs(line: Line, value: object, slack: Decimal) -> bool:
    """Whether a cell is not the line's amount, on the line's own grid."""
    if line.value.is_nan():
        return value != "#DIV/0!"
    if not isinstance(value, int | float):
        return True
    found, quantum = Decimal(repr(value)), line.declaration.rounding.quantum
    margin = abs(line.value) * EXACT + EXACT if quantum is None else quantum / 2
    return abs(found - line.value) >= margin + slack


def _unit(line: Line) -> str | None:
    return "non calculable" if line.value.is_nan() else line.unit or None
