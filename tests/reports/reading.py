"""Reading documents back: the words of a PDF, the cells of a workbook as they are shown."""

import io
import re
import subprocess
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

import pikepdf

from calculators.kit.french import MINUS, NBSP, NOT_COMPUTABLE

_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
_FORMAT = re.compile(r"(?:\[\$-40C\])?#,##0(?:\.(0+))?(.*)")


def words(pdf: bytes) -> str:
    """The text of a PDF, cell after cell, without its spaces: a cell may break anywhere."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"]
    return bare(subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode())


def bare(text: str) -> str:
    """A text without any space."""
    return re.sub(r"\s", "", text)


def opened(pdf: bytes) -> Any:
    """The structure of a PDF."""
    return pikepdf.open(io.BytesIO(pdf))


def cells(book: Any, sheet: str, first: int, key: int) -> dict[str, list[Any]]:
    """The cells of a sheet, by the text of a column."""
    rows = book[sheet].iter_rows(min_row=first)
    return {str(row[key].value): list(row) for row in rows if row[key].value is not None}


def opened_sheets(book: Any) -> list[list[list[Any]]]:
    """The cells of each sheet, row by row."""
    return [[list(row) for row in sheet.iter_rows()] for sheet in book.worksheets]


def shown(cell: Any) -> str:
    """What a French spreadsheet shows of a cell: its format is read, not trusted."""
    if cell.value == "#DIV/0!":
        return NOT_COMPUTABLE
    match = _FORMAT.fullmatch(cell.number_format)
    assert match, cell.number_format
    places, rest = len(match[1] or ""), match[2].replace('"', "")
    value = Decimal(repr(cell.value)) * (100 if "%" in rest else 1)
    value = value.quantize(Decimal(1).scaleb(-places), context=_WIDE)
    whole, _, decimals = f"{abs(value):f}".partition(".")
    sign = MINUS if value < 0 else ""
    return f"{sign}{int(whole):,}".replace(",", NBSP) + ("," + decimals if decimals else "") + rest


def digits(text: str) -> int:
    """How many digits a number counts, from its first that is not zero."""
    return len(re.sub(r"\D", "", text).lstrip("0"))
