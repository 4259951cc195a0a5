"""From a Result to its charts: what a calculator declared, filled with the amounts computed."""

from collections.abc import Mapping
from dataclasses import replace

from calculators.kit import french
from calculators.kit.calculator import Result
from calculators.kit.charts.ceilings import gauges
from calculators.kit.charts.curves import curve
from calculators.kit.charts.funnels import funnel
from calculators.kit.charts.periods import bars
from calculators.kit.charts.specs import Bars, Chart, Curve, Funnel, Gauges
from calculators.kit.views import ChartView


def charts(result: Result, texts: Mapping[str, str] | None = None) -> tuple[ChartView, ...]:
    """Every chart that has something to draw; none when nothing was computed.

    `texts` are those of the inputs and lines, for the places of what is said under a title.
    """
    if not result.lines:
        return ()
    views = ((spec, _chart(spec, result)) for spec in result.calculator.charts)
    return tuple(
        replace(view, note=_note(spec, result, texts or {}))
        for spec, view in views
        if view is not None
    )


def _note(spec: Chart, result: Result, texts: Mapping[str, str]) -> str:
    """What is said under the title: the chart's own sentence, then the remark that holds."""
    if not isinstance(spec, Bars | Curve):
        return ""
    held = (remark.sentence for remark in result.remarks if remark.code == spec.remark)
    return french.filled(" ".join(filter(None, (spec.note, *held))), texts)


def _chart(spec: Chart, result: Result) -> ChartView | None:
    match spec:
        case Gauges():
            return gauges(spec, result)
        case Bars():
            return bars(spec, result)
        case Curve():
            return curve(spec, result)
        case Funnel():
            return funnel(spec, result)
