"""From a Result to its charts: what a calculator declared, filled with the amounts computed."""

from calculators.kit.calculator import Result
from calculators.kit.charts.ceilings import gauges
from calculators.kit.charts.curves import curve
from calculators.kit.charts.funnels import funnel
from calculators.kit.charts.periods import bars
from calculators.kit.charts.specs import Bars, Chart, Curve, Funnel, Gauges
from calculators.kit.views import ChartView


def charts(result: Result) -> tuple[ChartView, ...]:
    """Every chart that has something to draw; none when nothing was computed."""
    if not result.lines:
        return ()
    views = (_chart(spec, result) for spec in result.calculator.charts)
    return tuple(view for view in views if view is not None)


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
