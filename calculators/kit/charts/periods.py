"""Bars from a result: the rows of one of its tables, each stacked by nature."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext

from calculators.kit import french, units
from calculators.kit.calculator import Result
from calculators.kit.charts import scale
from calculators.kit.charts.shapes import BarsShape, BarView, KeyView, PieceView, TickView
from calculators.kit.charts.specs import Bars
from calculators.kit.drawing import COLOURS
from calculators.kit.lines import Line
from calculators.kit.readings import shown
from calculators.kit.views import ChartView, TableView

_LOSS = "perte"


@dataclass(frozen=True, slots=True)
class _Cell:
    """An amount of a row as it is read, with what names and colours it."""

    value: Decimal
    text: str
    label: str
    nature: str
    rank: int  # of its column

    @classmethod
    def of(cls, line: Line, label: str, rank: int) -> "_Cell":
        value, nature = scale.read(line.value, line.unit), line.declaration.nature
        if nature == "reste" and value < 0:  # what is left turns into a loss below zero
            return cls(value, shown(line), f"{label}, en moins", _LOSS, rank)
        known = nature if nature in COLOURS else "frais_fixes"
        return cls(value, shown(line), label, known, rank)


type _Rows = list[tuple[str, list[_Cell]]]


def bars(spec: Bars, result: Result) -> ChartView | None:
    """One bar per row of a table that was computed and is not all zeros."""
    table = next((table for table in result.tables if table.code == spec.table), None)
    known = {c.code: c for c in table.columns if c.code in spec.columns} if table else {}
    if table is None or not known:
        return None
    columns = [known[code] for code in spec.columns if code in known]
    unit = units.EUR
    for column in columns:
        unit = column.unit if column is columns[0] else units.same(unit, column.unit)
    lines = [(label, [row.lines.get(column.code) for column in columns]) for _, label, row in table]
    rows = [
        (label, [_Cell.of(x, columns[i].label, i) for i, x in enumerate(cells) if _drawn(x)])
        for label, cells in lines
    ]
    if not any(cells for _, cells in rows):
        return None
    totals = [table.totals.get(column.code) for column in columns]
    view = TableView(
        code=spec.code,
        title=french.typography(spec.title),
        headers=(table.head, *(column.label for column in columns)),
        rows=tuple((label, *map(_written, cells)) for label, cells in lines),
        aligned=(False, *(True for _ in columns)),
        foot=("Total", *map(_written, totals)) if any(t is not None for t in totals) else (),
    )
    shape = _shape(rows, unit, spec)
    return ChartView(spec.code, "bars", view.title, _said(rows, shape, unit), view, shape)


def _drawn(line: Line | None) -> bool:
    return line is not None and not line.value.is_nan() and not line.value.is_zero()


def _written(line: Line | None) -> str:
    return "" if line is None else shown(line)


def _shape(rows: _Rows, unit: str, spec: Bars) -> BarsShape:
    axis = scale.around((end for _, cells in rows for end in _ends(cells)), most=4)
    ticks = tuple(TickView(scale.tick(value, unit), axis.at(value)) for value in axis.ticks)
    drawn = tuple(BarView(label, _pieces(cells, axis)) for label, cells in rows)
    return BarsShape(drawn, _keys(rows, unit, spec), ticks, axis.at(Decimal(0)))


def _ends(cells: Iterable[_Cell]) -> tuple[Decimal, Decimal]:
    """How far a bar goes above zero, and below."""
    high = low = Decimal(0)
    with localcontext(units.CONTEXT):
        for cell in cells:
            high, low = high + max(cell.value, Decimal(0)), low + min(cell.value, Decimal(0))
    return high, low


def _net(cells: Iterable[_Cell]) -> Decimal:
    high, low = _ends(cells)
    return units.CONTEXT.add(high, low)


def _pieces(cells: list[_Cell], axis: scale.Scale) -> tuple[PieceView, ...]:
    """Stacked from zero: what is above it upwards, what is below it downwards."""
    pieces = []
    for rank, cell in enumerate(cells):
        side = [c for c in cells[:rank] if (c.value > 0) == (cell.value > 0)]
        start, end = _net(side), _net([*side, cell])
        text = f"{cell.label} {cell.text}"
        pieces.append(PieceView(cell.nature, text, axis.at(start), axis.at(end)))
    return tuple(pieces)


def _keys(rows: _Rows, unit: str, spec: Bars) -> tuple[KeyView, ...]:
    """Each nature drawn, from zero up: its columns named together, its sum over the rows."""
    cells = sorted((cell for _, row in rows for cell in row), key=lambda cell: cell.rank)
    natures = dict.fromkeys(cell.nature for cell in cells)
    named, keys = dict(spec.labels), []
    for nature in natures:
        own = [cell for cell in cells if cell.nature == nature]
        label = named.get(nature) or " + ".join(dict.fromkeys(cell.label for cell in own))
        amount = scale.brief(_net(own), unit) if spec.summed else ""
        keys.append(KeyView(nature, label, amount))
    return tuple(keys)


def _said(rows: _Rows, shape: BarsShape, unit: str) -> str:
    label, cells = max(rows, key=lambda row: _ends(row[1])[0])
    high = scale.brief(_ends(cells)[0], unit)
    said = [f"{key.label} {key.amount}".strip() for key in shape.keys]
    if len(rows) > 1:
        said.append(f"la plus haute barre, {label}, monte à {high}")
    first, last = rows[0][0], rows[-1][0]
    span = f"De {first} à {last}{french.NBSP}: " if len(rows) > 1 else f"{first}{french.NBSP}: "
    return span + scale.sentence(said)
