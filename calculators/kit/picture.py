"""« Où va chaque euro »: the waterfall, drawn once for the page, the PDF and the dossier.

Widths are percentages and type is in pixels, so the same drawing stays readable from 320 px to A4.
"""

from calculators.kit.drawing import (
    COLOURS,
    INK,
    RULE,
    SOFT,
    clamp,
    framed,
    identifier,
    percent,
    safe,
    short,
    tag,
    weaves,
    woven,
)
from calculators.kit.views import PictureView, SliceView

ROW = 40
BAR = 10
BAR_TOP = 19
BASELINE = 13
SHARE_WIDTH = 58
LABEL_MAX = 30
SLIVER = 0.002  # below this share of the width a bar is only its edge, which is 2 px wide


def waterfall(view: PictureView, *, idprefix: str = "", width: int = 0) -> str:
    """The picture as SVG text, safe to place in a page.

    `idprefix` keeps two of them apart. With a `width` in pixels the drawing scales as a whole,
    type included, as on paper; without one it takes the width it is given and type keeps its size.
    """
    prefix = identifier(idprefix) + "euro"
    natures = [_nature(piece, view.zero) for piece in view.slices]
    rows = [_total(view)]
    for number, (piece, nature) in enumerate(zip(view.slices, natures, strict=True), start=1):
        rows.append(_row(piece, nature, zero=view.zero, top=ROW * number, prefix=prefix))
    height = ROW * len(rows) - (ROW - BAR_TOP - BAR) + 1
    content = [
        weaves(natures, prefix),
        _axis(view, height),
        *rows,
    ]
    size = {"viewBox": f"0 0 {width} {height}"} if width else {"width": "100%", "height": height}
    words = view.title, view.description
    return framed(prefix, words, "".join(content), css="euro", **size, font_size=14)


def _nature(piece: SliceView, zero: float) -> str:
    """The colour's name: what is left turns into a loss when its bar lies before zero."""
    if piece.nature == "reste" and min(piece.start, piece.end) < zero:
        return "perte"
    return piece.nature if piece.nature in COLOURS else "frais_fixes"


def _total(view: PictureView) -> str:
    words = _words(view.total_label, view.total, "", top=0, css="", fill=INK, bold=True)
    outline = {"class_": "euro__total", "fill": "none", "stroke": INK, "stroke_width": 1.5}
    return tag("g", words + _bar(view.zero, 1, BAR_TOP, **outline))


def _row(piece: SliceView, nature: str, *, zero: float, top: int, prefix: str) -> str:
    left, right = sorted((clamp(piece.start), clamp(piece.end)))
    last, y = piece.nature == "reste", top + BAR_TOP
    colour = {"class_": f"nature--{nature}", "fill": COLOURS[nature], "stroke": COLOURS[nature]}
    edge = right if nature == "reste" else left
    drawn = "" if last else _left_over(left, right, zero, y)
    drawn += _upright(edge, y, y + BAR, **colour, stroke_width=2)
    if right - left > SLIVER:
        drawn += _bar(left, right, y, **colour)
        if woven(nature):
            drawn += _bar(left, right, y, fill=f"url(#{prefix}-{nature})")
    css = {"perte": " euro__loss", "reste": " euro__left"}.get(nature, "")
    fill = COLOURS[nature] if last else INK
    words = _words(piece.label, piece.amount, piece.share, top=top, css=css, fill=fill, bold=last)
    return tag("g", words + drawn)


def _words(
    label: str, amount: str, share: str, *, top: int, css: str, fill: str, bold: bool
) -> str:
    cut = short(label, LABEL_MAX)
    whole = tag("title", safe(label)) if cut != label else ""
    common = {"y": top + BASELINE, "fill": fill} | ({"font_weight": 600} if bold else {})
    at_right = {"x": "100%", "text_anchor": "end"}
    moved = f"translate(-{SHARE_WIDTH} 0)"
    quiet = common | {"fill": SOFT, "font_size": 13, "font_weight": 400}
    return (
        whole
        + tag("text", safe(cut), class_=f"euro__label{css}", x=0, **common)
        + tag(
            "text",
            safe(amount),
            class_=f"euro__amount{css}",
            **at_right,
            **common,
            transform=moved,
        )
        + tag("text", safe(share), class_="euro__share", **at_right, **quiet)
    )


def _axis(view: PictureView, height: int) -> str:
    """A mark at zero beside every bar, only when some bar lies before it."""
    if view.zero <= 0:
        return ""
    return "".join(
        _upright(view.zero, y - 2, y + BAR + 2, class_="euro__axis", stroke=RULE)
        for y in range(BAR_TOP, height, ROW)
    )


def _left_over(left: float, right: float, zero: float, y: int) -> str:
    """A thin rule between the bar and zero: what is left once it is taken, or already owed."""
    near = left if left > zero else min(right, zero)
    ends = {"x1": percent(zero), "x2": percent(near), "y1": y + BAR / 2, "y2": y + BAR / 2}
    return tag("line", **ends, class_="euro__axis", stroke=RULE) if near != zero else ""


def _bar(left: float, right: float, y: int, **attributes: object) -> str:
    return tag("rect", x=percent(left), y=y, width=percent(right - left), height=BAR, **attributes)


def _upright(x: float, top: int, bottom: int, **attributes: object) -> str:
    return tag("line", x1=percent(x), x2=percent(x), y1=top, y2=bottom, **attributes)
