"""A chart as SVG text, safe to place in a page: the same drawing on screen and on paper."""

from calculators.kit.charts.draw_bars import bars
from calculators.kit.charts.draw_curve import curve
from calculators.kit.charts.draw_funnel import funnel
from calculators.kit.charts.draw_gauges import gauges
from calculators.kit.charts.shapes import BarsShape, CurveShape, FunnelShape, GaugesShape
from calculators.kit.drawing import identifier
from calculators.kit.views import ChartView


def svg(chart: ChartView, *, idprefix: str = "", width: int = 0) -> str:
    """Draw a chart; `idprefix` keeps two pictures of a page apart.

    With a `width` in pixels the drawing scales as a whole, type included, as on paper; without
    one it takes the width it is given, from 320 px on, and type keeps its size.
    """
    prefix = identifier(f"{idprefix}{chart.code}")
    match chart.shape:
        case GaugesShape():
            frame, content, height = gauges(chart.shape, prefix, width)
        case BarsShape():
            frame, content, height = bars(chart.shape, prefix, width)
        case CurveShape():
            frame, content, height = curve(chart.shape, prefix, width)
        case FunnelShape():
            frame, content, height = funnel(chart.shape, prefix, width)
    return frame.whole(prefix, (chart.title, chart.description), content, height)
