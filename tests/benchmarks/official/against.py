"""Ours against the engine, by rounds in one run: the machine's speed drifts, a ratio does not."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from tests.benchmarks.measure import Ratio
from tests.benchmarks.official.packages import NAME
from tests.benchmarks.official.process import Engine, Situation

_ROUNDS = 5


@dataclass(frozen=True)
class Way:
    """One way of ours to compute the case of a number, and the ratio aimed at."""

    name: str
    run: Callable[[int], object]
    aim: str


def against(
    engine: Engine, label: str, situations: Sequence[Situation], names: Sequence[str],
    ways: Sequence[Way], *, asked: int = 1,
) -> Iterator[Ratio]:  # fmt: skip
    """A round: every case on theirs, then every case on each of ours.

    `asked` situations of theirs in a row make one case of ours.
    """
    count = len(situations) // asked

    def theirs() -> float:
        times = [engine.case(situation, names).seconds for situation in situations]
        return median(sum(times[i * asked : (i + 1) * asked]) for i in range(count))

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
