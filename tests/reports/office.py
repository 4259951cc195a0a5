"""Recalculation by LibreOffice: one process for many workbooks, cached values made wrong first."""

import io
import re
import subprocess
import zipfile
from datetime import date
from decimal import Decimal
from itertools import batched
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from calculators.kit import readings
from calculators.kit.calculator import Result
from calculators.kit.declarations import CELL
from calculators.kit.lines import Line
from sellerdesk.reports.names import Names
from sellerdesk.reports.sheet_simulation import NAME, UNIT, VALUE
from tests.tools import machine

WRONG = "987654.321"
FIFTEEN = Decimal("1E15")
# Half of an odd number of cents is a tie; from here on the doubles of its terms add noise to it.
TEN_BILLION = Decimal("1E10")
EXACT = Decimal("1E-12")  # of the value, for a line without rounding
AT_ONCE = 240  # LibreOffice reads 255 arguments and drops the rest without a word
_FORMULA = re.compile(r'(<c r="\w+"(?: s="\d+")?)(?: t="\w+")?>(<f>.*?</f>)<v>.*?</v>')
# 0 is « always »: by default LibreOffice keeps what an .xlsx says, and nothing would be proved.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
  </item>
</oor:items>
"""


def spoiled(workbook: bytes) -> tuple[bytes, int]:
    """The workbook with every cached value wrong, and how many there were."""
    target, count = io.BytesIO(), 0
    with zipfile.ZipFile(io.BytesIO(workbook)) as source, zipfile.ZipFile(target, "w") as written:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text, changed = _FORMULA.subn(rf"\1>\2<v>{WRONG}</v>", content.decode())
                assert changed == text.count("<f>"), name
                content, count = text.encode(), count + changed
            written.writestr(name, content)
    return target.getvalue(), count


def recalculate(workbooks: dict[str, bytes], folder: Path) -> dict[str, Path]:
    """Open every workbook in one LibreOffice and save what it computes."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_SETTINGS)
    given, saved = folder / "given", folder / "saved"
    given.mkdir()
    for name, content in workbooks.items():
        (given / f"{name}.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "xlsx", "--outdir", str(saved)]
    program = machine.which(machine.OFFICE) or "soffice"
    for files in batched(
        [str(given / f"{name}.xlsx") for name in workbooks], AT_ONCE, strict=False
    ):
        command = [program, profile, *convert, *files]
        subprocess.run(command, check=True, capture_output=True, timeout=900)
    return {name: saved / f"{name}.xlsx" for name in workbooks}


def named_cells(path: Path | io.BytesIO) -> dict[str, tuple[object, object]]:
    """The value and the unit of each named row of « Simulation », the value of each other cell
    that has a name."""
    book = load_workbook(path, data_only=True, read_only=True)
    found: dict[str, tuple[object, object]] = {}
    for row in book["Simulation"].iter_rows(min_row=6, values_only=True):
        if len(row) > NAME and row[NAME]:
            found[str(row[NAME])] = (row[VALUE], row[UNIT])
    values: dict[str, dict[str, object]] = {}
    for name, defined in book.defined_names.items():
        for sheet, place in defined.destinations:
            if name not in found and ":" not in place:
                if sheet not in values:
                    values[sheet] = _values(book[sheet])
                found[name] = (values[sheet].get(place.replace("$", "")), None)
    book.close()
    return found


def _values(sheet: Any) -> dict[str, object]:
    filled = (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)
    return {cell.coordinate: cell.value for cell in filled}


def differences(
    result: Result, cells: dict[str, tuple[object, object]]
) -> tuple[list[tuple[object, ...]], int]:
    """The lines whose recalculated cell is not their amount, and how many were excused."""
    names, beyond = Names(result).lines, excused(result)
    wrong: list[tuple[object, ...]] = []
    for line in result.lines:
        value, unit = cells[names[line.code]]
        said = value == line.declaration.absent or line.declaration.level == CELL
        known = said or unit == _unit(line)
        if line.code not in beyond and (_differs(line, value) or not known):
            wrong.append((line.code, line.value, value, unit))
    return wrong, len(beyond)


def excused(result: Result) -> set[str]:
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
    near = from_tie <= fifteenth and (from_tie > 0 or raw >= TEN_BILLION)
    return raw / quantum >= FIFTEEN or near


def _differs(line: Line, value: object) -> bool:
    """Whether a cell is not the line's amount, on the line's own grid."""
    if line.value.is_nan():
        return value not in ("#DIV/0!", line.declaration.absent)
    if isinstance(value, date):
        return value.toordinal() != line.value
    if not isinstance(value, int | float):
        return True
    found, quantum = Decimal(repr(value)), line.declaration.rounding.quantum
    margin = abs(line.value) * EXACT + EXACT if quantum is None else quantum / 2
    return abs(found - line.value) >= margin


def _unit(line: Line) -> str | None:
    return "non calculable" if line.value.is_nan() else line.unit or None
