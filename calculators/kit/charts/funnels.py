"""Funnels from a result: how many are left at each step, of the step before and of the first."""

from decimal import Decimal, localcontext

from calculators.kit import french, units
from calculators.kit.calculator import Result
from calculators.kit.charts import scale
from calculators.kit.charts.shapes import FunnelShape, StepView
from calculators.kit.charts.specs import Funnel
from calculators.kit.lines import Line
from calculators.kit.readings import shown
from calculators.kit.views import ChartView, TableView

HEADERS = "Étape", "Nombre", "De l’étape d’avant", "Du départ"


def funnel(spec: Funnel, result: Result) -> ChartView | None:
    """The steps that were computed, when the first holds something."""
    lines = {line.code: line for line in result.lines}
    steps = [lines[code] for code in spec.lines if code in lines]
    if not steps or any(step.value.is_nan() for step in steps) or steps[0].value <= 0:
        return None
    widest = max(step.value for step in steps)
    views = tuple(
        _step(step, before, steps[0], widest)
        for before, step in zip([None, *steps], steps, strict=False)
    )
    title = french.typography(spec.title)
    rows = tuple((v.label, v.amount, v.share, v.whole) for v in views)
    table = TableView(spec.code, title, HEADERS, rows, (False, True, True, True))
    said = scale.sentence(
        f"{v.label} {v.amount}" + (f", {v.share} de l’étape d’avant" if v.share else "")
        for v in views
    )
    return ChartView(spec.code, "funnel", title, said, table, FunnelShape(views))


def _step(step: Line, before: Line | None, first: Line, widest: Decimal) -> StepView:
    with localcontext(units.CONTEXT):
        part = float(step.value / widest)
    share = "" if before is None else _share(step, before)
    whole = "" if before is None else _share(step, first)
    return StepView(step.declaration.label, shown(step), share, whole, part)


def _share(step: Line, of: Line) -> str:
    if of.value <= 0:
        return ""
    with localcontext(units.CONTEXT):
        share = french.number(step.value / of.value * 100, 1)
    return share.removesuffix(",0") + french.NBSP + "%"
