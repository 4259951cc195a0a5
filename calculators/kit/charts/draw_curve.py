"""Curves: each line has a mark at its end and by its name, a dash of its own, then its colour."""

from calculators.kit.charts.frame import Frame, aside, words
from calculators.kit.charts.labels import leader, placed
from calculators.kit.charts.shapes import CrossingView, CurveShape, TickView, TraceView
from calculators.kit.drawing import COLOURS, INK, RULE, SOFT, THIN, clamp, number, safe, tag
from calculators.kit.french import NBSP

KEY_ROW, HEAD, BAND, PLOT, FOOT, CROSSING_ROW = 32, 18, 24, 200, 48, 24
LEFT, RIGHT = 64, 28
LABEL_MAX = 40
MARK, MARK_GAP = 8, 18  # radius of a mark, least distance of two
DASHES = ("", "9 5", "1.5 5", "11 4 2 4")
INKS = (INK, "#0d614a", "#7d4e00", SOFT)


def curve(shape: CurveShape, prefix: str, width: int) -> tuple[Frame, str, int]:
    """The frame, its content and its height."""
    del prefix  # nothing here has an id
    frame = Frame("curve", width, LEFT, RIGHT)
    head = HEAD if shape.here and any(trace.amount for trace in shape.traces) else 0
    plot = head + KEY_ROW * len(shape.traces) + BAND
    foot = plot + PLOT + FOOT
    colours = [_colour(shape.traces, rank) for rank in range(len(shape.traces))]
    content = [
        _head(frame, shape.here) if head else "",
        *(
            _key(frame, trace, rank, colours[rank], head + KEY_ROW * rank)
            for rank, trace in enumerate(shape.traces)
        ),
        *(_level(frame, tick, plot) for tick in shape.y_ticks),
        *(_step(frame, tick, rank, plot + PLOT) for rank, tick in enumerate(shape.x_ticks)),
        _zero(frame, plot + PLOT * (1 - shape.zero)),
        _here(frame, shape.here, plot) if shape.here else "",
        frame.stretched(plot, PLOT, _paths(frame, shape.traces, colours)),
        *_marks(frame, shape.traces, colours, plot),
        *_rings(frame, shape, plot),
        frame.beside(1, plot + PLOT + 35, aside(shape.x_label, x=RIGHT, y=0, end="end")),
        *(
            _crossing(frame, crossing, foot + CROSSING_ROW * rank)
            for rank, crossing in enumerate(shape.crossings)
        ),
    ]
    return frame, "".join(content), foot + CROSSING_ROW * len(shape.crossings)


type Colour = tuple[str, str]  # the class on the page, the value on paper


def _colour(traces: tuple[TraceView, ...], rank: int) -> Colour:
    """A nature's own colour when it tells the lines apart, a colour by rank otherwise."""
    natures = [trace.nature for trace in traces]
    nature = natures[rank]
    if all(n in COLOURS for n in natures) and len(set(natures)) == len(natures):
        return f"nature--{nature}", COLOURS[nature]
    return f"chart__trace--{rank}", INKS[rank]


def _pen(rank: int, colour: Colour) -> dict[str, object]:
    css, ink = colour
    dash = {"stroke_dasharray": DASHES[rank]} if DASHES[rank] else {}
    # Round ends make dots of the shortest dashes.
    line = {"fill": "none", "stroke": ink, "stroke_width": 2.25, "stroke_linecap": "round"}
    return {"class_": f"{css} chart__trace", **line, **dash}


def _head(frame: Frame, here: TickView | None) -> str:
    text = f"à {here.text}" if here else ""
    return frame.beside(1, 0, aside(text, x=RIGHT, y=12, end="end"))


def _key(frame: Frame, trace: TraceView, rank: int, colour: Colour, top: int) -> str:
    """The mark, the name, the amount at the current value; a sample of the line under them."""

    def name(text: str) -> str:
        return words(text, x=24 - LEFT, y=14)

    left = (
        _mark(trace.mark, colour, MARK - LEFT, 9)
        + frame.fitted(trace.label, LABEL_MAX, name)
        + tag("line", x1=1 - LEFT, x2=60 - LEFT, y1=24, y2=24, **_pen(rank, colour))
    )
    amount = words(trace.amount, x=RIGHT, y=14, end="end", css="chart__amount")
    return tag("g", frame.beside(0, top, left) + frame.beside(1, top, amount))


def _mark(letter: str, colour: Colour, x: float, y: float) -> str:
    css, ink = colour
    disc = tag("circle", cx=number(x), cy=number(y), r=MARK, class_=css, fill=ink)
    place = {"x": number(x), "y": number(y + 4), "text_anchor": "middle"}
    white = {"class_": "chart__letter", "fill": "#ffffff", "font_size": 11, "font_weight": 600}
    return disc + tag("text", safe(letter), **place, **white)


def _level(frame: Frame, tick: TickView, plot: int) -> str:
    y = plot + PLOT * (1 - tick.at)
    ends = {"x1": 0, "x2": frame.x(1), "y1": number(y), "y2": number(y)}
    rule = tag("line", **ends, class_="chart__rule", stroke=THIN, stroke_width=0.5)
    text = aside(tick.text, x=-8, y=4, end="end")
    return rule + frame.beside(0, y, text)


def _step(frame: Frame, tick: TickView, rank: int, y: int) -> str:
    """A tick of the varied amount; on a narrow page every second has its number."""
    mark = tag("line", x1=0, x2=0, y1=0, y2=4, class_="euro__axis", stroke=RULE)
    text = aside(tick.text, y=17, end="middle")
    if rank % 2 and not frame.width:
        text = frame.either(text, "")
    return frame.beside(tick.at, y, mark + text)


def _zero(frame: Frame, y: float) -> str:
    ends = {"x1": 0, "x2": frame.x(1), "y1": number(y), "y2": number(y)}
    return tag("line", **ends, class_="chart__limit", stroke=INK)


def _here(frame: Frame, here: TickView, plot: int) -> str:
    """The current value: an upright with its name over it."""
    ends = {"x1": frame.x(here.at), "x2": frame.x(here.at), "y1": plot - 6, "y2": plot + PLOT}
    end, shift = ("start", -3) if here.at < 0.5 else ("end", 3)
    said = f"Votre cas{NBSP}: {here.text}"
    text = words(said, x=shift, y=0, end=end, font_size=12, font_weight=600)
    upright = tag("line", **ends, class_="chart__limit", stroke=INK, stroke_width=1.5)
    return upright + frame.beside(here.at, plot - 10, text)


def _paths(frame: Frame, traces: tuple[TraceView, ...], colours: list[Colour]) -> str:
    stiff = {} if frame.width else {"vector_effect": "non-scaling-stroke"}
    return "".join(
        tag("path", d=_path(frame.inner, run), **_pen(rank, colours[rank]), **stiff)
        for rank, trace in enumerate(traces)
        for run in trace.runs
    )


def _path(inner: int, run: tuple[tuple[float, float], ...]) -> str:
    points = (f"{number(clamp(x) * inner)} {number((1 - clamp(y)) * PLOT)}" for x, y in run)
    return "M" + "L".join(points)


def _marks(
    frame: Frame, traces: tuple[TraceView, ...], colours: list[Colour], plot: int
) -> list[str]:
    """Marks at the ends of the lines, kept apart from one another."""
    ends = [(1 - clamp(trace.runs[-1][-1][1]), rank) for rank, trace in enumerate(traces)]
    levels, drawn = _apart(sorted(ends)), []
    for (_, rank), y in zip(sorted(ends), levels, strict=True):
        drawn.append(frame.beside(1, plot + y, _mark(traces[rank].mark, colours[rank], 14, 0)))
    return drawn


def _apart(ends: list[tuple[float, int]]) -> list[float]:
    """Heights at least a gap apart, in the same order and within the plot."""
    levels: list[float] = []
    for end, _ in ends:
        levels.append(max(end * PLOT, levels[-1] + MARK_GAP if levels else 0.0))
    bound = float(PLOT)
    for rank in reversed(range(len(levels))):
        levels[rank] = min(levels[rank], bound)
        bound = levels[rank] - MARK_GAP
    return levels


def _rings(frame: Frame, shape: CurveShape, plot: int) -> list[str]:
    """A ring where two lines cross, with the amount beside it where nothing else stands."""
    tags = placed(shape, frame.room, PLOT, RIGHT // 2)
    drawn = []
    for crossing, tagged in zip(shape.crossings, tags, strict=True):
        pen = {"class_": "chart__ring", "fill": "#ffffff", "stroke": INK, "stroke_width": 2}
        ring = tag("circle", cx=0, cy=0, r=5, **pen)
        if tagged is not None:
            x, y, end = tagged
            if (ends := leader(tagged)) is not None:
                thin = {"class_": "euro__axis", "stroke": RULE}
                ring = tag("line", x1=0, x2=0, y1=ends[0], y2=ends[1], **thin) + ring
            ring += words(crossing.text, x=x, y=y, end=end, font_size=12, font_weight=600)
        drawn.append(frame.beside(crossing.x, plot + (1 - clamp(crossing.y)) * PLOT, ring))
    return drawn


def _crossing(frame: Frame, crossing: CrossingView, top: int) -> str:
    ring = {"class_": "chart__ring", "fill": "#ffffff", "stroke": INK, "stroke_width": 2}
    left = tag("circle", cx=MARK - LEFT, cy=10, r=5, **ring)
    left += words(crossing.names, x=24 - LEFT, y=14)
    amount = words(crossing.text, x=RIGHT, y=14, end="end", font_weight=600)
    return tag("g", frame.beside(0, top, left) + frame.beside(1, top, amount))
