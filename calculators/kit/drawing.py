"""Strokes shared by every picture: colours and weaves by nature, elements, safe text.

Presentation attributes are the paper version: WeasyPrint ignores the page's stylesheet inside an
inline SVG, and a strict CSP forbids `style`. The classes let static/css/desk.css recolour it.
"""

import re
from collections.abc import Iterable
from functools import cache
from html import escape

FAMILY = "Grand Livre, sans-serif"
INK = "#18222d"
SOFT = "#53606c"
RULE = "#8b8a80"
THIN = "#ccc8bd"
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


def framed(
    prefix: str, words: tuple[str, str], content: str, *, css: str, **attributes: object
) -> str:
    """The picture's own element, named by its title and description for who does not see it."""
    title = tag("title", safe(words[0]), id=f"{prefix}-titre")
    said = tag("desc", safe(words[1]), id=f"{prefix}-texte")
    role = {"xmlns": "http://www.w3.org/2000/svg", "role": "img"}
    labelled = {"aria_labelledby": f"{prefix}-titre {prefix}-texte", "font_family": FAMILY}
    return tag("svg", title + said + content, class_=css, **role, **attributes, **labelled)


def identifier(text: str) -> str:
    """The text with nothing that an id or a link to it could not hold."""
    return re.sub(r"[^A-Za-z0-9_-]", "-", text)


def woven(nature: str) -> bool:
    """Whether a nature has a weave over its colour."""
    return nature in WEAVES or nature == DOTTED


def weaves(natures: Iterable[str], prefix: str) -> str:
    """Define the weaves that these natures use."""
    used = sorted({nature for nature in natures if woven(nature)})
    return tag("defs", "".join(_weave(nature, prefix) for nature in used))


def _weave(nature: str, prefix: str) -> str:
    if nature == DOTTED:
        mark = tag("circle", class_="euro__dot", cx=3, cy=3, r=1.4, fill="#ffffff")
    else:
        line = {"d": WEAVES[nature], "fill": "none", "stroke": "#ffffff", "stroke_width": 1.1}
        mark = tag("path", class_="euro__hatch", **line)
    grid = {"width": 6, "height": 6, "patternUnits": "userSpaceOnUse"}
    return tag("pattern", mark, id=f"{prefix}-{nature}", **grid)


def tag(name: str, content: str = "", /, **attributes: object) -> str:
    """An element; `content` is already safe, attribute values are the drawing's own."""
    written = "".join(f' {_attribute(key)}="{value}"' for key, value in attributes.items())
    return f"<{name}{written}>{content}</{name}>"


@cache
def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def clamp(fraction: float) -> float:
    """The fraction, kept within the picture."""
    return min(max(fraction, 0.0), 1.0)


def number(value: float) -> str:
    """A coordinate, short and never « -0 »."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def percent(fraction: float) -> str:
    """A fraction of the width as a percentage."""
    return number(clamp(fraction) * 100) + "%"


def short(label: str, most: int) -> str:
    """The label, cut at a word when it would run into its amount on a phone."""
    if len(label) <= most:
        return label
    head, _, _ = label[: most - 1].rpartition(" ")
    return (head or label[: most - 2]).rstrip(" ,;:") + "…"


def safe(value: str) -> str:
    """A text as an element may hold it."""
    return escape(UNPRINTABLE.sub("", value))
