"""Gauges from a result: what is left before each ceiling, or by how much it is passed."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

from calculators.kit import french, units
from calculators.kit.calculator import Result
from calculators.kit.charts import scale
from calculators.kit.charts.shapes import GaugesShape, GaugeView
from calculators.kit.charts.specs import Gauge, Gauges
from calculators.kit.lines import Line
from calculators.kit.readings import shown
from calculators.kit.views import ChartView, TableView

HEADERS = "Plafond", "Montant", "Limite", "Ce qui reste", "Part"
_FINE = Decimal(100)  # less than this before or past a ceiling is said with its cents
_MOST, _WHOLE = Decimal(999), Decimal(100)  # per cent
_HUNDREDTH, _TENTH = Decimal("0.01"), Decimal("0.1")
_FAR = 2.0  # a part that leaves the drawing


def gauges(spec: Gauges, result: Result) -> ChartView | None:
    """The ceilings whose two lines were computed."""
    lines = {line.code: line for line in result.lines}
    known = [
        (french.typography(gauge.label), lines[gauge.value], lines[gauge.limit])
        for gauge in spec.gauges
        if _is_known(gauge, lines)
    ]
    if not known:
        return None
    views = tuple(_gauge(*one) for one in known)
    rows = tuple(
        (label, shown(value), shown(limit), _left(value, limit), view.share)
        for view, (label, value, limit) in zip(views, known, strict=True)
    )
    title = french.typography(spec.title)
    table = TableView(spec.code, title, HEADERS, rows, (False, True, True, True, True))
    said = scale.sentence(
        f"{view.label}{french.NBSP}: " + ", ".join(filter(None, (view.sum, view.left)))
        for view in views
    )
    return ChartView(spec.code, "gauges", title, said, table, GaugesShape(views))


def _is_known(gauge: Gauge, lines: dict[str, Line]) -> bool:
    return gauge.value in lines and gauge.limit in lines


def _gauge(label: str, value: Line, limit: Line) -> GaugeView:
    unit = units.same(value.unit, limit.unit)
    if value.value.is_nan() or limit.value.is_nan():
        return GaugeView(label, "", "", french.NOT_COMPUTABLE, "unknown", 0.0)
    amount, bound = scale.read(value.value, unit), scale.read(limit.value, unit)
    with localcontext(units.CONTEXT):
        left = bound - amount
    fine = abs(left) < _FINE
    state = "below" if left > 0 else "passed" if left < 0 else "reached"
    rest = _amount(abs(left), unit, fine)
    words = {"below": f"reste {rest}", "passed": f"dépassé de {rest}", "reached": "atteint"}
    share, part = _share(amount, bound, state)
    both = f"{_amount(amount, unit, fine)} sur {_amount(bound, unit, fine)}"
    return GaugeView(label, share, _once(both, unit), words[state], state, part)


def _share(amount: Decimal, bound: Decimal, state: str) -> tuple[str, float]:
    """The part of the ceiling: only what has reached it is written 100 %."""
    if bound <= 0:
        return "", _FAR if state == "passed" else 0.0
    with localcontext(units.CONTEXT):
        part = amount / bound
        text = french.number(_percent(min(part * 100, _MOST), state))
        more = f">{french.NBSP}" if part * 100 > _MOST else ""
    return f"{more}{text}{french.NBSP}%", float(part)


def _percent(exact: Decimal, state: str) -> Decimal:
    """The whole percentage nearest to what a line says, or the tenth that is not yet 100."""
    said = exact.quantize(_HUNDREDTH, ROUND_HALF_UP)
    whole = said.quantize(Decimal(1), ROUND_HALF_UP)
    if whole != _WHOLE or state == "reached":
        return whole
    tenth = said.quantize(_TENTH, ROUND_HALF_UP)
    return min(tenth, _WHOLE - _TENTH) if state == "below" else max(tenth, _WHOLE + _TENTH)


def _amount(value: Decimal, unit: str, fine: bool) -> str:
    whole = unit == units.EUR and not fine
    return scale.brief(Decimal(round(value)) if whole else value, unit)


def _once(both: str, unit: str) -> str:
    """« 152 300 sur 203 100 € »: a unit that both wear is written once."""
    worn = french.NBSP + unit
    return both.replace(worn, "", 1) if unit and both.count(worn) > 1 else both


def _left(value: Line, limit: Line) -> str:
    with localcontext(units.CONTEXT):
        left = scale.read(limit.value - value.value, limit.unit)
    return french.with_unit(left, limit.unit)
