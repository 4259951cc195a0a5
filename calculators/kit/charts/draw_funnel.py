"""Funnels: one bar a step, centred, as wide as what is left of the widest."""

from calculators.kit.charts.frame import Frame, words
from calculators.kit.charts.shapes import FunnelShape, StepView
from calculators.kit.drawing import COLOURS, RULE, SOFT, tag

ROW, BAR, BAR_TOP = 44, 12, 19
LABEL_MAX = 18  # what a share and a number leave of the narrowest page
NATURE = "reste"


def funnel(shape: FunnelShape, prefix: str, width: int) -> tuple[Frame, str, int]:
    """The frame, its content and its height."""
    frame = Frame("funnel", width)
    rows = "".join(tag("g", _row(frame, s, ROW * rank)) for rank, s in enumerate(shape.steps))
    return frame, rows, ROW * len(shape.steps) - (ROW - BAR_TOP - BAR) + 1


def _row(frame: Frame, step: StepView, top: int) -> str:
    y = top + 13

    def name(text: str) -> str:
        return words(text, y=y, font_size=14)

    middle = frame.beside(
        0.62, 0, words(step.share, y=y, css="euro__share", end="middle", fill=SOFT)
    )
    amount = words(step.amount, x=frame.x(1), y=y, end="end", font_size=14, font_weight=600)
    return frame.fitted(step.label, LABEL_MAX, name) + middle + amount + _bar(frame, step, top)


def _bar(frame: Frame, step: StepView, top: int) -> str:
    box = {"y": top + BAR_TOP, "height": BAR}
    track = {"class_": "chart__track", "fill": "none", "stroke": RULE}
    drawn = tag("rect", x=0, **box, width=frame.x(1), **track)
    if step.part <= 0:
        return drawn
    place = {"x": frame.x((1 - step.part) / 2), "width": frame.x(step.part)}
    return drawn + tag("rect", **place, **box, class_=f"nature--{NATURE}", fill=COLOURS[NATURE])
