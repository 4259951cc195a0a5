"""The tables of a result as strings: rows, totals, which rows do not apply, cells explained."""

from collections.abc import Iterable, Mapping
from typing import Any

from calculators.kit import french, units
from calculators.kit.agenda import agenda
from calculators.kit.calculator import Result
from calculators.kit.lines import Line
from calculators.kit.parts import Table
from calculators.kit.views import LineView, TableView


def table_views(
    result: Result, lines: Mapping[str, LineView], texts: Mapping[str, str]
) -> tuple[TableView, ...]:
    """The tables that have rows, then the days to come; those that only support others last."""
    computed = (table_view(table, lines, texts) for table in result.tables if table.rows)
    return tuple(sorted((*computed, *agenda(result.dues)), key=lambda table: table.folded))


def table_view(
    table: Table[Any], lines: Mapping[str, LineView], texts: Mapping[str, str]
) -> TableView:
    """A table of lines as strings: a cell that a row has not is empty."""
    columns = table.columns
    codes = tuple(known.code for known in columns)
    cells = [[row.lines.get(code) for code in codes] for _, _, row in table]
    rows = [
        (label, *("" if cell is None else lines[cell.code].amount for cell in line))
        for (_, label, _), line in zip(table, cells, strict=True)
    ]
    foot = tuple(lines[table.totals[c].code].amount if c in table.totals else "" for c in codes)
    return TableView(
        code=table.code,
        title=table.title,
        headers=(table.head, *(known.label for known in columns)),
        rows=tuple(rows),
        aligned=(False, *(known.unit != units.DATE for known in columns)),
        foot=("Total", *foot) if any(foot) else (),
        explained=tuple(
            lines[cell.code]
            for alike in (cells if table.by_row else zip(*cells, strict=True))
            for cell in _told_apart(alike, lines)[: 1 if table.restated else None]
        ),
        folded=table.folded,
        levels=tuple(table.levels.get(key, "") for key in table.rows),
        put_out=put_out(table, texts),
    )


def put_out(table: Table[Any], texts: Mapping[str, str]) -> tuple[str, ...]:
    """For each row, why it does not apply, "" where it does; nothing where all always do."""
    if not table.refusals:
        return ()
    found = (table.outcome(key) for key, _, _ in table)
    return tuple("" if one.applies else french.filled(one.sentence, texts) for one in found)


def _told_apart(alike: Iterable[Line | None], lines: Mapping[str, LineView]) -> list[Line]:
    """The first cell of a column, and the first of each other set of rates it was made at."""
    found: dict[tuple[int, ...], Line] = {}
    for cell in alike:
        if cell is not None:
            found.setdefault(tuple(rate.mark for rate in lines[cell.code].rates), cell)
    return list(found.values())
