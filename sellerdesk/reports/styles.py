"""The looks of a workbook: formats made once each, number formats in French order."""

import re
from typing import Any

from calculators.kit import french, units

INK, SOFT, RULE, WELL = "#18222D", "#53606C", "#DDD8CC", "#F1EEE6"
ACCENT, ACCENT_WASH, DOUBT_WASH = "#0D614A", "#E3EFE8", "#FAEFD6"
DATE_FORMAT = "dd/mm/yyyy"
_FRENCH = "[$-40C]"  # separators are the French ones where the spreadsheet follows the format
_SHOWN = re.compile(rf"{french.MINUS}?[\d{french.NBSP}]*\d(?:,(\d+))?(?:{french.NBSP}(\D.*))?")
_BASE = {"font_name": "Arial", "font_size": 10, "font_color": INK, "valign": "top"}
_STYLES: dict[str, dict[str, object]] = {
    "text": {"text_wrap": True},
    "remark": {"text_wrap": True, "indent": 1},
    "plain": {},
    "unit": {"font_color": SOFT, "font_size": 9, "indent": 1},
    "soft": {"text_wrap": True, "font_color": SOFT, "font_size": 9},
    "title": {"bold": True, "font_size": 16},
    "headline": {"bold": True, "font_size": 12, "font_color": ACCENT},
    "meta": {"font_color": SOFT},
    "head": {
        "bold": True, "text_wrap": True, "bg_color": WELL, "bottom": 1, "bottom_color": INK,
        "valign": "vcenter",
    },
    "head_number": {
        "bold": True, "text_wrap": True, "bg_color": WELL, "bottom": 1, "bottom_color": INK,
        "valign": "vcenter", "align": "right",
    },
    "head_remark": {
        "bold": True, "text_wrap": True, "bg_color": WELL, "bottom": 1, "bottom_color": INK,
        "valign": "vcenter", "indent": 1,
    },
    "group": {"bold": True, "font_color": ACCENT, "bottom": 1, "bottom_color": RULE},
    "total": {"bold": True, "text_wrap": True, "top": 1},
    "row_group": {"bold": True, "text_wrap": True},
    "value": {"align": "right"},
    "value_group": {"align": "right", "bold": True},
    "value_total": {"align": "right", "bold": True, "top": 1},
    "input": {"align": "right", "bg_color": ACCENT_WASH, "border": 4, "border_color": ACCENT},
    "choice": {"align": "right", "text_wrap": True},
    "mark": {"align": "center", "font_color": SOFT},
    "doubt": {"text_wrap": True, "bold": True, "italic": True, "bg_color": DOUBT_WASH},
    "error": {"italic": True, "font_color": SOFT},
}  # fmt: skip


class Styles:
    """The formats of one workbook; equal wishes share one format."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[str, str], Any] = {}

    def __call__(self, name: str, number: str = "") -> Any:
        """A style, with a number format if one is given."""
        key = name, number
        if key not in self._made:
            wish = _BASE | _STYLES[name] | ({"num_format": number} if number else {})
            self._made[key] = self._workbook.add_format(wish)
        return self._made[key]


def number_format(shown: str, unit: str, places: int = 2) -> str:
    """The format under which a spreadsheet writes what the page writes.

    Decimals and unit are those of the page's text; `places` and `unit` serve where the page
    has no number (« non calculable »).
    """
    if match := _SHOWN.fullmatch(shown):
        places, unit = len(match[1] or ""), match[2] or ""
    whole = f"{_FRENCH}#,##0" + ("." + "0" * places if places else "")
    if unit.startswith(units.PERCENT):
        rest = unit.removeprefix(units.PERCENT)
        return f'{whole}"{french.NBSP}"%' + (f'"{rest}"' if rest else "")
    return whole + (f'"{french.NBSP}{unit}"' if unit else "")
