"""Where an amount may stand beside a crossing: off the lines, the rings and the other amounts."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from calculators.kit.charts.shapes import CurveShape

LETTER, LINE = 6.5, 16  # pixels of a letter, on average, and of a line of text
ASCENT = 4  # from the middle of a line of text to its baseline
AWAY = 10
# Left or right, above or below; then further, at the end of a leader.
NEAR = ((-1, -1), (1, 1), (1, -1), (-1, 1), (1, 0), (-1, 0))
FAR = (-30, -52, -74, -96, 30, 52)

type Place = tuple[int, int, str]  # from the ring: x, baseline, and which end of the text is there


@dataclass(frozen=True, slots=True)
class Box:
    """A text's own rectangle, in pixels of the plot."""

    left: float
    right: float
    top: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + LINE

    def holds(self, x: float, y: float, around: float) -> bool:
        """Whether a point is in it or near it."""
        inside = self.left - around < x < self.right + around
        return inside and self.top - around < y < self.bottom + around

    def meets(self, other: "Box") -> bool:
        """Whether two texts overlap."""
        beside = self.left < other.right and other.left < self.right
        return beside and self.top < other.bottom and other.top < self.bottom


def placed(shape: CurveShape, room: int, height: int, margin: int) -> list[Place | None]:
    """A place for the amount of each crossing, None where there is none free."""
    rings = [(crossing.x * room, (1 - crossing.y) * height) for crossing in shape.crossings]
    lines = [
        ((x0 * room, (1 - y0) * height), (x1 * room, (1 - y1) * height))
        for trace in shape.traces
        for run in trace.runs
        for (x0, y0), (x1, y1) in pairwise(run)
    ]
    upright = None if shape.here is None else shape.here.at * room
    taken: list[Box] = []
    places: list[Place | None] = []
    for crossing, ring in zip(shape.crossings, rings, strict=True):
        found: Place | None = None
        for box, place in _tried(ring, len(crossing.text) * LETTER):
            inside = box.left > 0 and box.right < room + margin
            inside = inside and box.top > 0 and box.bottom < height
            struck = upright is not None and box.left < upright < box.right
            rung = any(box.holds(x, y, 5) for x, y in rings)
            crossed = any(_strikes(box, *line) for line in lines)
            if inside and not (struck or rung or crossed or any(map(box.meets, taken))):
                taken.append(box)
                found = place
                break
        places.append(found)
    return places


def _tried(ring: tuple[float, float], wide: float) -> Iterator[tuple[Box, Place]]:
    x, y = ring
    tries = [(side * AWAY, level * AWAY) for side, level in NEAR]
    tries += [(side * 4, level) for level in FAR for side in (1, -1)]
    for beside, level in tries:
        left = x + beside if beside > 0 else x + beside - wide
        end = "start" if beside > 0 else "end"
        yield Box(left, left + wide, y + level - LINE / 2), (beside, level + ASCENT, end)


def leader(place: Place) -> tuple[int, int] | None:
    """Where a line from the ring to its amount starts and ends, when they are far apart."""
    level = place[1] - ASCENT
    if abs(level) <= AWAY:
        return None
    return (-5, level - LINE // 2) if level < 0 else (5, level + LINE // 2)


def _strikes(box: Box, start: tuple[float, float], end: tuple[float, float]) -> bool:
    """Whether a piece of a line goes through a text."""
    (x0, y0), (x1, y1) = start, end
    left, right = max(x0, box.left), min(x1, box.right)
    if left > right:
        return False
    slope = (y1 - y0) / (x1 - x0) if x1 > x0 else 0.0
    levels = (y0 + slope * (left - x0), y0 + slope * (right - x0))
    return min(levels) < box.bottom and max(levels) > box.top
