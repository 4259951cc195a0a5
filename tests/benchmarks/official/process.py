"""One Node process that keeps the engine built, and the time it says each case took."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.official.packages import CACHE, UnavailableError, installed

SCRIPT = Path(__file__).with_name("engine.mjs")
_WARM_UP = 20

type Situation = Mapping[str, str]
type Value = float | bool | str | None


@dataclass(frozen=True)
class Case:
    """What the engine answered: amounts in € a year, None where a rule does not apply."""

    seconds: float
    values: dict[str, Value]


@dataclass(frozen=True)
class Timing:
    """All the cases of one list, in its order."""

    cases: tuple[Case, ...]

    @property
    def seconds(self) -> float:
        """Median of a case: setting its situation and evaluating every name."""
        return median(case.seconds for case in self.cases)


class Engine:
    """The engine in its process, which times itself: the pipe between us is not counted."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def case(self, situation: Situation, names: Sequence[str]) -> Case:
        """One new situation, and the value of every name in it."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps({"situation": dict(situation), "names": [*names]}))
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        answer = self.heard()
        if "error" in answer:
            raise ValueError(answer["error"])
        return Case(answer["seconds"], dict(zip(names, answer["values"], strict=True)))

    def heard(self) -> dict[str, Any]:
        """Return the process's next line."""
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise UnavailableError("its process stopped")
        heard: dict[str, Any] = json.loads(line)
        return heard


@contextmanager
def running(cache: Path = CACHE) -> Iterator[Engine]:
    """Install what is missing and build the engine once, for as many cases as wanted."""
    script = shutil.copy(SCRIPT, installed(cache))
    process = subprocess.Popen(
        ["node", script], text=True, encoding="utf-8",
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    # Leaving Popen's own context closes the pipes, which ends the script, and waits for it.
    with process:
        engine = Engine(process)
        engine.heard()
        yield engine


def seconds_per_case(
    situations: Sequence[Situation], names: Sequence[str], *, cache: Path = CACHE
) -> Timing | None:
    """Time the engine on each situation in turn, or say in one line why it is skipped."""
    try:
        with running(cache) as engine:
            for situation in situations[:_WARM_UP]:
                engine.case(situation, names)
            return Timing(tuple(engine.case(situation, names) for situation in situations))
    except UnavailableError as reason:
        sys.stderr.write(f"official engine skipped: {reason}\n")
        return None
