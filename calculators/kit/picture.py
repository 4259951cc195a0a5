"""« Où va chaque euro »: the waterfall, drawn once for the page, the PDF and the dossier.

Widths are percentages and type is in pixels, so the same drawing stays readable from 320 px to A4.
Presentation attributes are the paper version: WeasyPrint ignores the page's stylesheet inside an
inline SVG, and a strict CSP forbids `style`. The classes let static/css/desk.css recolour it.
"""

import re
from functools import cache
from html import escape

from calculators.kit.views import PictureView, SliceView

ROW = 40
BAR = 10
BAR_TOP = 19
BASELINE = 13
SHARE_WIDTH = 58
LABEL_MAX = 30
SLIVER = 0.002  # below this share of the width a bar is only its edge, which is 2 px wide

INK = "#18222d"
SOFT = "#53606c"
RULE = "#8b8a80"
COLOURS = {
    "marchandises": "#4a5866",
    "transport": "#a5722a",
    "plateforme": "#76508f",
    "paiement": "#2a6da8",
    "cotisations": "#b4512c",
    "impot": "#8a2b45",
    "frais_fixes": "#7b776c",
    "tva": "#2f7f88",
    "reste": "#0d614a",
    "perte": "#9c1c2e",
}
# Goods and what is left are plain; every other nature has a weave of its own, for black and white.
WEAVES = {
    "transport": "M0 6L6 0M-1 1L1 -1M5 7L7 5",
    "paiement": "M1.5 0V6M4.5 0V6",
    "cotisations": "M0 0L6 6M-1 5L1 7M5 -1L7 1",
    "impot": "M0 0L6 6M0 6L6 0",
    "frais_fixes": "M0 1.5H6M0 4.5H6",
    "tva": "M3 0V6M0 3H6",
    "perte": "M0 6L6 0M-1 1L1 -1M5 7L7 5M0 0L6 6",
}
DOTTED = "plateforme"
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def waterfall(view: PictureView, *, idprefix: str = "", width: int = 0) -> str:
    """The picture as SVG text, safe to place in a page.

    `idprefix` keeps two of them apart. With a `width` in pixels the drawing scales as a whole,
    type included, as on paper; without one it takes the width it is given and type keeps its size.
    """
    prefix = re.sub(r"[^A-Za-z0-9_-]", "-", idprefix) + "euro"
    natures = [_nature(piece, view.zero) for piece in view.slices]
    rows = [_total(view)]
    for number, (piece, nature) in enumerate(zip(view.slices, natures, strict=True), start=1):
        rows.append(_row(piece, nature, zero=view.zero, top=ROW * number, prefix=prefix))
    height = ROW * len(rows) - (ROW - BAR_TOP - BAR) + 1
    content = [
        _tag("title", _text(view.title), id=f"{prefix}-titre"),
        _tag("desc", _text(view.description), id=f"{prefix}-texte"),
        _weaves(natures, prefix),
        _axis(view, height),
        *rows,
    ]
    size = {"viewBox": f"0 0 {width} {height}"} if width else {"width": "100%", "height": height}
    frame = {"class_": "euro", "xmlns": "http://www.w3.org/2000/svg", "role": "img"}
    named = {"aria_labelledby": f"{prefix}-titre {prefix}-texte"}
    type_ = {"font_family": "Grand Livre, sans-serif", "font_size": 14}
    return _tag("svg", "".join(content), **frame, **size, **named, **type_)


def _nature(piece: SliceView, zero: float) -> str:
    """The colour's name: what is left turns into a loss when its bar lies before zero."""
    if piece.nature == "reste" and min(piece.start, piece.end) < zero:
        return "perte"
    return piece.nature if piece.nature in COLOURS else "frais_fixes"


def _total(view: PictureView) -> str:
    words = _words(view.total_label, view.total, "", top=0, css="", fill=INK, bold=True)
    outline = {"class_": "euro__total", "fill": "none", "stroke": INK, "stroke_width": 1.5}
    return _tag("g", words + _bar(view.zero, 1, BAR_TOP, **outline))


def _row(piece: SliceView, nature: str, *, zero: float, top: int, prefix: str) -> str:
    left, right = sorted((_clamp(piece.start), _clamp(piece.end)))
    last, y = piece.nature == "reste", top + BAR_TOP
    colour = {"class_": f"nature--{nature}", "fill": COLOURS[nature], "stroke": COLOURS[nature]}
    edge = right if nature == "reste" else left
    drawn = "" if last else _left_over(left, right, zero, y)
    drawn += _upright(edge, y, y + BAR, **colour, stroke_width=2)
    if right - left > SLIVER:
        drawn += _bar(left, right, y, **colour)
        if nature in WEAVES or nature == DOTTED:
            drawn += _bar(left, right, y, fill=f"url(#{prefix}-{nature})")
    css = {"perte": " euro__loss", "reste": " euro__left"}.get(nature, "")
    fill = COLOURS[nature] if last else INK
    words = _words(piece.label, piece.amount, piece.share, top=top, css=css, fill=fill, bold=last)
    return _tag("g", words + drawn)


def _words(
    label: str, amount: str, share: str, *, top: int, css: str, fill: str, bold: bool
) -> str:
    short = _short(label)
    whole = _tag("title", _text(label)) if short != label else ""
    common = {"y": top + BASELINE, "fill": fill} | ({"font_weight": 600} if bold else {})
    at_right = {"x": "100%", "text_anchor": "end"}
    moved = f"translate(-{SHARE_WIDTH} 0)"
    quiet = common | {"fill": SOFT, "font_size": 13, "font_weight": 400}
    return (
        whole
        + _tag("text", _text(short), class_=f"euro__label{css}", x=0, **common)
        + _tag(
            "text",
            _text(amount),
            class_=f"euro__amount{css}",
            **at_right,
            **common,
            transform=moved,
        )
        + _tag("text", _text(share), class_="euro__share", **at_right, **quiet)
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
    ends = {"x1": _at(zero), "x2": _at(near), "y1": y + BAR / 2, "y2": y + BAR / 2}
    return _tag("line", **ends, class_="euro__axis", stroke=RULE) if near != zero else ""


def _weaves(natures: list[str], prefix: str) -> str:
    used = sorted({nature for nature in natures if nature in WEAVES or nature == DOTTED})
    return _tag("defs", "".join(_weave(nature, prefix) for nature in used))


def _weave(nature: str, prefix: str) -> str:
    if nature == DOTTED:
        mark = _tag("circle", class_="euro__dot", cx=3, cy=3, r=1.4, fill="#ffffff")
    else:
        line = {"d": WEAVES[nature], "fill": "none", "stroke": "#ffffff", "stroke_width": 1.1}
        mark = _tag("path", class_="euro__hatch", **line)
    grid = {"width": 6, "height": 6, "patternUnits": "userSpaceOnUse"}
    return _tag("pattern", mark, id=f"{prefix}-{nature}", **grid)


def _bar(left: float, right: float, y: int, **attributes: object) -> str:
    return _tag("rect", x=_at(left), y=y, width=_at(right - left), height=BAR, **attributes)


def _upright(x: float, top: int, bottom: int, **attributes: object) -> str:
    return _tag("line", x1=_at(x), x2=_at(x), y1=top, y2=bottom, **attributes)


def _tag(name: str, content: str = "", /, **attributes: object) -> str:
    """An element; `content` is already safe, attribute values are this module's own."""
    written = "".join(f' {_attribute(key)}="{value}"' for key, value in attributes.items())
    return f"<{name}{written}>{content}</{name}>"


@cache
def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _clamp(fraction: float) -> float:
    return min(max(fraction, 0.0), 1.0)


def _at(fraction: float) -> str:
    """A fraction of the width as a percentage, short and never « -0 »."""
    return f"{_clamp(fraction) * 100:.3f}".rstrip("0").rstrip(".") + "%"


def _short(label: str) -> str:
    """The label, cut at a word when it would run into its amount on a phone."""
    if len(label) <= LABEL_MAX:
        return label
    head, _, _ = label[: LABEL_MAX - 1].rpartition(" ")
    return (head or label[: LABEL_MAX - 2]).rstrip(" ,;:") + "…"


def _text(value: str) -> str:
    return escape(UNPRINTABLE.sub("", value))
