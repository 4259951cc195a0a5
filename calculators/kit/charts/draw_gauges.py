"""Gauges: every ceiling at the same upright, so that what passes it is seen past it."""

from calculators.kit.charts.frame import Frame, words
from calculators.kit.charts.shapes import GaugesShape, GaugeView
from calculators.kit.drawing import COLOURS, INK, RULE, SOFT, tag, weaves

ROW = 64
BAR, BAR_TOP = 10, 21
CEILING = 0.8  # of the width: what is left of it is for what passes
LABEL_MAX = 32
SIGN_WIDTH = 22
SIGNS = {
    "below": "M3 8.5L6.5 12L13 4.5",
    "reached": "M3 6H13M3 10H13",
    "passed": "M8 2.2L14.5 13.5H1.5ZM8 6.5V9.7M8 11.6V11.7",
    "unknown": "M3 8H13",
}


def gauges(shape: GaugesShape, prefix: str, width: int) -> tuple[Frame, str, int]:
    """The frame, its content and its height."""
    frame = Frame("gauges", width)
    rows = "".join(
        tag("g", _row(frame, gauge, ROW * rank, prefix)) for rank, gauge in enumerate(shape.gauges)
    )
    used = ["perte"] if any(gauge.state == "passed" for gauge in shape.gauges) else []
    return frame, weaves(used, prefix) + rows, ROW * len(shape.gauges) - 8


def _row(frame: Frame, gauge: GaugeView, top: int, prefix: str) -> str:
    alarm = gauge.state == "passed"
    colour, css = (COLOURS["perte"], "euro__loss") if alarm else (INK, "")

    def name(text: str) -> str:
        return words(text, x=SIGN_WIDTH, y=top + 13, font_size=14)

    return (
        _sign(gauge.state, top)
        + frame.fitted(gauge.label, LABEL_MAX, name)
        + words(gauge.share, x=frame.x(1), y=top + 13, end="end", font_size=14)
        + _bar(frame, gauge, top + BAR_TOP, prefix)
        + words(gauge.sum, y=top + 48, css="euro__share", fill=SOFT)
        + words(
            gauge.left, x=frame.x(1), y=top + 48, end="end", css=css, fill=colour, font_weight=600
        )
    )


def _sign(state: str, top: int) -> str:
    alarm = state == "passed"
    ink = {"class_": f"chart__sign{' chart__sign--passed' if alarm else ''}"}
    pen = {"fill": "none", "stroke": COLOURS["perte"] if alarm else INK, "stroke_width": 1.6}
    joints = {"stroke_linecap": "round", "stroke_linejoin": "round"}
    return tag("path", d=SIGNS[state], **ink, **pen, **joints, transform=f"translate(0 {top})")


def _bar(frame: Frame, gauge: GaugeView, y: int, prefix: str) -> str:
    """What counts within the ceiling, then what passes it: woven, beyond the upright."""
    box = {"y": y, "height": BAR}
    within = min(max(gauge.part, 0.0), 1.0) * CEILING
    past = min(max(gauge.part, 0.0) * CEILING, 1.0) - CEILING if gauge.state == "passed" else 0.0
    track = {"class_": "chart__track", "fill": "none", "stroke": RULE}
    drawn = tag("rect", x=0, **box, width=frame.x(CEILING), **track)
    if within > 0:
        drawn += tag("rect", x=0, **box, width=frame.x(within), class_="chart__used", fill=SOFT)
    if past > 0:
        place = {"x": frame.x(CEILING), **box, "width": frame.x(past)}
        drawn += tag("rect", **place, class_="nature--perte", fill=COLOURS["perte"])
        drawn += tag("rect", **place, fill=f"url(#{prefix}-perte)")
    ends = {"x1": frame.x(CEILING), "x2": frame.x(CEILING), "y1": y - 4, "y2": y + BAR + 4}
    return drawn + tag("line", **ends, class_="chart__limit", stroke=INK, stroke_width=2)
