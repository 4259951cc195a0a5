"""Bars by period: stacked from zero by nature, losses below it; natures named above with sums."""

import re

from calculators.kit.charts.frame import NARROW, WIDE, Frame, aside, words
from calculators.kit.charts.shapes import BarsShape, BarView, KeyView, PieceView, TickView
from calculators.kit.drawing import (
    COLOURS,
    INK,
    THIN,
    number,
    safe,
    short,
    tag,
    weaves,
    woven,
)

KEY_ROW, PLOT, FOOT = 24, 180, 20
STEP, STEPS = 15, 3  # between two rows of names, how many rows at most
KEYS_GAP = 16
LEFT, RIGHT = 64, 4
KEY_MAX = 32
LETTER = 6.3  # pixels of a letter under the bars, on average
FILLED, FATTEST = 0.68, 0.12  # of a bar's place, of the width
MONTHS = (
    "janv.", "févr.", "mars", "avr.", "mai", "juin",
    "juil.", "août", "sept.", "oct.", "nov.", "déc.",
)  # fmt: skip
_MONTH = re.compile(r"(janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)", re.IGNORECASE)
_YEAR = re.compile(r"\b\d{4}\b")
ROUND = (1, 2, 3, 4, 6, 12, 24, 60, 120)


def bars(shape: BarsShape, prefix: str, width: int) -> tuple[Frame, str, int]:
    """The frame, its content and its height."""
    frame = Frame("bars", width, LEFT, RIGHT)
    top = KEY_ROW * len(shape.keys) + KEYS_GAP
    keys = (_key(frame, key, KEY_ROW * rank, prefix) for rank, key in enumerate(shape.keys))
    natures = [key.nature for key in shape.keys]
    natures += [piece.nature for bar in shape.bars for piece in bar.pieces]
    slot, names = 1 / len(shape.bars), [bar.label for bar in shape.bars]
    drawn = (
        tag("g", _bar(frame, bar, slot * rank, slot, top, prefix))
        for rank, bar in enumerate(shape.bars)
    )
    content = [
        weaves(natures, prefix),
        *keys,
        *(_tick(frame, tick, top) for tick in shape.ticks),
        *drawn,
        _zero(frame, top + PLOT * (1 - shape.zero)),
        _names(frame, names, top + PLOT + FOOT - 5),
    ]
    below = STEP * (_steps(names, frame.room / LETTER) - 1)
    return frame, "".join(content), top + PLOT + FOOT + below


def _key(frame: Frame, key: KeyView, top: int, prefix: str) -> str:
    box = {"x": -LEFT, "y": top + 3, "width": 18, "height": 12}

    def name(text: str) -> str:
        return words(text, x=26 - LEFT, y=top + 14)

    left = _filled(key.nature, prefix, **box) + frame.fitted(key.label, KEY_MAX, name)
    amount = words(key.amount, x=RIGHT, y=top + 14, end="end")
    return tag("g", frame.beside(0, 0, left) + frame.beside(1, 0, amount))


def _filled(nature: str, prefix: str, **box: object) -> str:
    """A rectangle in a nature's colour and weave, an edge between two that touch."""
    edge = {"stroke": "#ffffff", "stroke_width": 1}
    colour = {"class_": f"nature--{nature} chart__piece", "fill": COLOURS[nature]}
    drawn = tag("rect", **box, **colour, **edge)
    return drawn + (tag("rect", **box, fill=f"url(#{prefix}-{nature})") if woven(nature) else "")


def _tick(frame: Frame, tick: TickView, top: int) -> str:
    y = number(top + PLOT * (1 - tick.at))
    rule = {"class_": "chart__rule", "stroke": THIN, "stroke_width": 0.5}
    line = tag("line", x1=0, x2=frame.x(1), y1=y, y2=y, **rule)
    text = aside(tick.text, x=-8, y=4, end="end")
    return line + frame.beside(0, float(y), text)


def _zero(frame: Frame, y: float) -> str:
    ends = {"x1": 0, "x2": frame.x(1), "y1": number(y), "y2": number(y)}
    return tag("line", **ends, class_="chart__limit", stroke=INK)


def _bar(frame: Frame, bar: BarView, start: float, slot: float, top: int, prefix: str) -> str:
    wide = min(slot * FILLED, FATTEST)
    place = {"x": frame.x(start + (slot - wide) / 2), "width": frame.x(wide)}
    said = "\n".join([bar.label, *(piece.text for piece in bar.pieces)])
    pieces = (_piece(piece, top, prefix, place) for piece in bar.pieces)
    return tag("title", safe(said)) + "".join(pieces)


def _piece(piece: PieceView, top: int, prefix: str, place: dict[str, str]) -> str:
    low, high = sorted((piece.start, piece.end))
    if high == low:
        return ""
    height = max(PLOT * (high - low), 1.0)
    box = {"y": number(top + PLOT * (1 - high)), "height": number(height)}
    return _filled(piece.nature, prefix, **place, **box)


def _names(frame: Frame, labels: list[str], y: int) -> str:
    """The names of the periods, shorter where there is less room."""
    if frame.width:
        return _named(frame, labels, frame.inner, y)
    return frame.either(_named(frame, labels, WIDE, y), _named(frame, labels, NARROW, y))


def _named(frame: Frame, labels: list[str], room: int, y: int) -> str:
    steps = _steps(labels, room / LETTER)
    kept, every = (labels, 1) if steps > 1 else _fitting(labels, room / LETTER)
    drawn, last = [], len(labels) - 1 if steps > 1 else None
    for rank, text in enumerate(kept):
        if rank % every:
            continue
        x, end = (1.0, "end") if rank == last else ((rank + 0.5) / len(labels), "middle")
        drawn.append(aside(text, x=frame.x(x), y=y + STEP * (rank % steps), end=end))
    return "".join(drawn)


def _steps(labels: list[str], letters: float) -> int:
    """On how many rows the names go in turn: one for periods, which may do without some names."""
    if any(_month(text) or _YEAR.search(text) for text in labels):
        return 1
    longest, room = max(map(len, labels)) + 1, letters / len(labels)
    return next((n for n in range(1, STEPS + 1) if longest <= n * room), 1)


def _fitting(labels: list[str], letters: float) -> tuple[list[str], int]:
    """The longest form of the names that fits, and of how many names one is written."""
    room, forms = letters / len(labels), _forms(labels)
    for texts in forms:
        if max(map(len, texts)) + 1 <= room:
            return texts, 1
    texts = forms[1]
    longest = min(max(map(len, texts)) + 1, 12)
    every = next((n for n in ROUND if n * room >= longest), ROUND[-1])
    return [short(text, max(int(every * room) - 1, 3)) for text in texts], every


def _forms(labels: list[str]) -> list[list[str]]:
    """« janvier 2026 », « janv. », « J »; « janv. 26 » when they are of several years."""
    years = [found[0] if (found := _YEAR.search(text)) else "" for text in labels]
    months = [_month(text) for text in labels]
    if len(set(years)) > 1:
        parts = zip(months, years, labels, strict=True)
        return [labels, [f"{month} {year[-2:]}" if month else text for month, year, text in parts]]
    brief = [month or text for month, text in zip(months, labels, strict=True)]
    return [labels, brief, [m[:1].upper() or t for m, t in zip(months, labels, strict=True)]]


def _month(label: str) -> str:
    found = _MONTH.match(label)
    return next(m for m in MONTHS if m.startswith(found[1].lower())) if found else ""
