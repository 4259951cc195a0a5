"""Ours against the engine, by rounds in one run: the machine's speed drifts, a ratio does not."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from tests.benchmarks.measure import Ratio
from tests.benchmarks.official.packages import NAME
from tests.benchmarks.official.process import Engine, Situation

_ROUNDS = 5

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
    """A round: every case on theirs, then every case on each of ours.

    A case is what the engine has to be asked, one situation after another, for one answer of ours.
    """
    count = len(asked)

    def theirs() -> float:
        return median(sum(engine.case(*question).seconds for question in case) for case in asked)

    theirs()  # warm both
    for way in ways:
        _ours(way, count)
    rounds: dict[str, list[tuple[float, float]]] = {way.name: [] for way in ways}
    for _ in range(_ROUNDS):
        reference = theirs()
        for way in ways:
            rounds[way.name].append((_ours(way, count), reference))
    for way in ways:
        pairs = rounds[way.name]
        yield Ratio(
            f"{NAME} / {label}, {way.name}", median(b for _, b in pairs),
            median(a for a, _ in pairs), median(b / a for a, b in pairs), way.aim,
        )  # fmt: skip


def _ours(way: Way, count: int) -> float:
    return median(_once(way.run, index) for index in range(count))


def _once(run: Callable[[int], object], index: int) -> float:
    start = perf_counter()
    run(index)
    return perf_counter() - start
