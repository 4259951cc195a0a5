"""Recalculation by LibreOffice: one process for many workbooks, cached values made wrong first."""

import io
import re
import subprocess
import zipfile
from itertools import batched
from pathlib import Path

from openpyxl import load_workbook

from sellerdesk.reports.sheet_simulation import NAME, UNIT, VALUE
from tests.tools import machine

WRONG = "987654.321"
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
    """The value and the unit of each named row of « Simulation »."""
    book = load_workbook(path, data_only=True, read_only=True)
    found: dict[str, tuple[object, object]] = {}
    for row in book["Simulation"].iter_rows(min_row=6, values_only=True):
        if len(row) > NAME and row[NAME]:
            found[str(row[NAME])] = (row[VALUE], row[UNIT])
    book.close()
    return found
