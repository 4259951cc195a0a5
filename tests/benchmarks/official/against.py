"""Ours against the engine, case by case in turn: the machine's speed drifts, a ratio does not.

The engine takes so long that its first call is as warm as the next. Ours is called once before a
few calls are timed: a single one would measure what the engine left in the processor's caches.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from tests.benchmarks.measure import Ratio
from tests.benchmarks.official.packages import NAME
from tests.benchmarks.official.process import Engine, Situation

_ROUNDS = 5
_CALLS = 5

type Question = tuple[Situation, Sequence[str]]


@dataclass(frozen=True)
class Way:
    """One way of ours to compute the case of a number, and the ratio aimed at."""

    name: str
    run: Callable[[int], object]
    aim: str


def against(
    engine: Engine, label: str, asked: Sequence[Sequence[Question]], ways: Sequence[Way]
) -> Iterator[Ratio]:  # fmt: skip
    """Medians of both, and of the ratios case by case.

    A case is what the engine has to be asked, one situation after another, for one answer of ours.
    """
    found: dict[str, list[tuple[float, float]]] = {way.name: [] for way in ways}
    for turn in range(_ROUNDS + 1):
        for index, case in enumerate(asked):
            reference = sum(engine.case(*question).seconds for question in case)
            for way in ways:
                pair = _ours(way, index), reference
                if turn > 0:  # the first warms both
                    found[way.name].append(pair)
    for way in ways:
        pairs = found[way.name]
        yield Ratio(
            f"{NAME} / {label}, {way.name}", median(a for a, _ in pairs),
            median(b for _, b in pairs), median(b / a for a, b in pairs), way.aim,
        )  # fmt: skip


def _ours(way: Way, index: int) -> float:
    way.run(index)
    start = perf_counter()
    for _ in range(_CALLS):
        way.run(index)
    return (perf_counter() - start) / _CALLS
