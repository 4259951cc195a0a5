"""Times taken in turn, A B A B, so that a ratio holds when the machine's speed drifts."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Ratio:
    """One line of the table: ours against what a user would pick instead."""

    name: str
    ours: float
    other: float
    ratio: float
    aim: str

    def __str__(self) -> str:
        return (
            f"| {self.name} | {_time(self.ours)} | {_time(self.other)} | "
            f"× {self.ratio:.2f} | {self.aim} |"
        )


HEADER = "| measure | ours | against | ratio | aim |\n| --- | --- | --- | --- | --- |"


def compare(
    name: str, ours: Callable[[], object], other: Callable[[], object], *,
    aim: str = "", rounds: int = 15, loops: int = 1,
) -> Ratio:  # fmt: skip
    """Medians of both and of the ratios round by round."""
    ours(), other()
    pairs = [(_once(ours, loops), _once(other, loops)) for _ in range(rounds)]
    return Ratio(
        name, median(a for a, _ in pairs), median(b for _, b in pairs),
        median(a / b for a, b in pairs), aim,
    )  # fmt: skip


def _once(function: Callable[[], object], loops: int) -> float:
    start = perf_counter()
    for _ in range(loops):
        function()
    return (perf_counter() - start) / loops


def _time(seconds: float) -> str:
    for unit, scale in (("s", 1.0), ("ms", 1e3), ("µs", 1e6)):
        if seconds * scale >= 1:
            return f"{seconds * scale:.3g} {unit}"
    return f"{seconds * 1e6:.3g} µs"
