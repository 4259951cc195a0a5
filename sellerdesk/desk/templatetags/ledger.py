"""The inputs of lists of rows: thousands in a page, so each kind is drawn once and filled."""

import html
from functools import lru_cache
from typing import Any

from django import template
from django.template import loader
from django.utils.safestring import SafeString

from calculators.kit.fields import FieldKind
from sellerdesk.desk.rows import CellView, RowView

register = template.Library()
_FIRST_GAP = 0xE000  # private characters stand where texts go
_GAPS = ("id", "name", "row", "label", "value")


@register.simple_tag
def cells(row: RowView, focused: str) -> SafeString:
    """The inputs of a row; `focused` is the id of the one that takes the cursor."""
    return SafeString("".join(_cell(row, cell, focused) for cell in row.cells))


def _cell(row: RowView, cell: CellView, focused: str) -> str:
    # What is chosen or checked is drawn; what is typed fills a gap.
    chosen = cell.value if cell.kind in (FieldKind.CHOICE, FieldKind.BOOL) else ""
    mould = _mould(
        cell.kind, chosen, cell.options, cell.input_type, cell.input_mode, cell.wrong,
        cell.id == focused,
    )  # fmt: skip
    return mould % {
        "id": cell.id, "name": cell.name, "row": row.name,
        "label": html.escape(cell.label), "value": html.escape(cell.value),
    }  # fmt: skip


@lru_cache(maxsize=256)
def _mould(*known: Any) -> str:
    """The markup of a cell, as a pattern."""
    names = ("kind", "chosen", "options", "input_type", "input_mode", "wrong", "focused")
    gaps = {name: chr(_FIRST_GAP + n) for n, name in enumerate(_GAPS)}
    values = dict(zip(names, known, strict=True)) | gaps
    drawn = loader.render_to_string("components/rows_cell.html", values).replace("%", "%%")
    for name, gap in gaps.items():
        drawn = drawn.replace(gap, f"%({name})s")
    return "\n".join(line.strip() for line in drawn.splitlines() if line.strip())
