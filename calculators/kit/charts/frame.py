"""Where things stand in a chart: on the page in per cent, on paper in numbers.

On the page type keeps its size in pixels while the axes take the width they are given; what
stands beside a point of an axis (a label, a mark) is placed in pixels around it. Margins in
pixels are the padding of the element (static/css/desk.css), on paper the origin of its viewBox.
"""

from collections.abc import Callable
from dataclasses import dataclass

from calculators.kit.drawing import INK, SOFT, clamp, framed, number, percent, safe, short, tag

STRETCHED = 1000  # units of a stretched drawing's own width
NARROW = 220  # pixels between the margins on the narrowest page, 320 px wide
WIDE = 460  # and on a page that shows what is drawn for a wide one
LETTER = 7  # pixels of a letter, on average
MORE = (WIDE - NARROW) // LETTER


@dataclass(frozen=True, slots=True)
class Frame:
    """The axes' own rectangle; `width` is the whole drawing's on paper, 0 on the page."""

    css: str
    width: int = 0
    left: int = 0
    right: int = 0

    @property
    def inner(self) -> int:
        """The width between the margins, as paths count it."""
        return self.width - self.left - self.right if self.width else STRETCHED

    @property
    def room(self) -> int:
        """Pixels between the margins, at least."""
        return self.inner if self.width else NARROW

    def x(self, fraction: float) -> str:
        """A place along the width, or a length."""
        return number(clamp(fraction) * self.inner) if self.width else percent(fraction)

    def beside(self, fraction: float, y: float, content: str) -> str:
        """What is drawn in pixels around a point."""
        if self.width:
            return tag("g", content, transform=f"translate({self.x(fraction)} {number(y)})")
        return tag("svg", content, x=self.x(fraction), y=number(y), overflow="visible")

    def stretched(self, y: int, height: int, content: str) -> str:
        """Paths whose abscissas are fractions of `inner`; their strokes keep their width."""
        if self.width:
            return tag("g", content, transform=f"translate(0 {y})")
        box = {"viewBox": f"0 0 {STRETCHED} {height}", "preserveAspectRatio": "none"}
        return tag("svg", content, **box, y=y, width="100%", height=height, overflow="visible")

    def fitted(self, text: str, most: int, drawn: Callable[[str], str]) -> str:
        """A name cut to what a narrow page has room for, and to more where there is more."""
        cut = short(text, most + (self.room - NARROW) // LETTER)
        said = tag("title", safe(text)) if short(text, most) != text else ""
        if self.width or cut == short(text, most + MORE):
            return said + drawn(cut)
        return said + self.either(drawn(short(text, most + MORE)), drawn(cut))

    def either(self, wide: str, narrow: str) -> str:
        """Two drawings of the same, one for a wide page and one for a narrow one."""
        hidden = {"class_": "chart__narrow", "display": "none"}
        return tag("g", wide, class_="chart__wide") + tag("g", narrow, **hidden)

    def whole(self, prefix: str, words: tuple[str, str], content: str, height: int) -> str:
        """The finished drawing."""
        size: dict[str, object] = {"width": "100%", "height": height}
        if self.width:
            size = {"viewBox": f"{-self.left} 0 {self.width} {height}"}
            words = ". ".join(words), words[1]  # a PDF says the title alone of a picture
        css = f"euro chart chart--{self.css}"
        return framed(prefix, words, content, css=css, **size, font_size=13)


def words(
    text: str, *, x: object = 0, y: float, css: str = "", end: str = "start", fill: str = INK,
    **more: object,
) -> str:  # fmt: skip
    """A text; `css` names its colour on the page, `fill` on paper."""
    named = {"class_": css} if css else {}
    place = {"x": x, "y": number(y), "text_anchor": end, "fill": fill}
    return tag("text", safe(text), **named, **place, **more)


def aside(text: str, *, x: object = 0, y: float, end: str = "start") -> str:
    """A text of an axis, smaller and softer."""
    return words(text, x=x, y=y, css="euro__share", end=end, fill=SOFT, font_size=12)
