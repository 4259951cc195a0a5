"""How a form or an address names the cells of a list of rows: `recettes-0-ventes`."""

import re
from collections.abc import Mapping

from calculators.kit.fields import FieldKind
from sellerdesk.desk.pasting import Texts
from sellerdesk.desk.plan import FieldPlan, input_name

PASTE, MORE = "coller", "plus"  # recettes-coller holds a table, recettes-plus asks for more rows
_CELL = re.compile(r"([^\W\d]\w*)-(\d{1,5})-(\w+)", re.ASCII)

type Sent = dict[str, dict[int, Texts]]


def sent(fields: Mapping[str, FieldPlan], texts: Mapping[str, str]) -> Sent:
    """The cells that a form or an address carries, by list and by place."""
    found: Sent = {}
    for name, text in texts.items():
        match = _CELL.fullmatch(name)
        if match and match[1] in fields and fields[match[1]].columns:
            found.setdefault(match[1], {}).setdefault(int(match[2]), {})[match[3]] = text
    return found


def carried(fields: Mapping[str, FieldPlan], data: Mapping[str, str]) -> dict[str, str]:
    """What a form or an address says of its lists of rows: cells, pasted tables, buttons."""
    lists = [name for name, field in fields.items() if field.columns]
    if not lists:
        return {}
    starts = tuple(f"{name}-" for name in lists)
    return {name: data[name] for name in data if name.startswith(starts)}


def boxes_off(fields: Mapping[str, FieldPlan], texts: dict[str, str]) -> None:
    """A box of a row that a form did not send was left empty."""
    for name, rows in sent(fields, texts).items():
        boxes = [c.spec.name for c in fields[name].columns if c.spec.kind is FieldKind.BOOL]
        for place in rows if boxes else ():
            for box in boxes:
                texts.setdefault(input_name(name, place, box), "off")
