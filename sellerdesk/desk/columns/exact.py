"""The exact way over blocks of lines, in this process or shared between several."""

import csv
import io
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context

from calculators.catalogue import calculators
from calculators.kit.columns import Column
from calculators.kit.rates import RateBook
from sellerdesk.rates.variants import variant

SEPARATOR = ";"
_AHEAD = 4  # blocks read before the first result is written, per process


@dataclass(frozen=True)
class Task:
    """What each process needs to make its column."""

    slug: str
    book: RateBook
    header: tuple[str, ...]
    keep: tuple[str, ...]

    def column(self) -> Column:
        """The column of this task, or ColumnError when the header does not fit."""
        calculator = calculators()[self.slug]
        return Column(
            calculator, self.book, self.header, keep=self.keep, separator=SEPARATOR,
            variants=partial(variant, self.book),
        )  # fmt: skip


def block_results(column: Column, block: bytes) -> bytes:
    """The rows of a block, each followed by its results."""
    text = block.decode()
    rows: list[list[str]]
    if '"' in text:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=SEPARATOR)
        rows = [row for row in reader if row]
        lines = [line_of(row) for row in rows]
    else:
        lines = [line.rstrip("\r") for line in text.split("\n") if line.strip()]
        rows = [line.split(SEPARATOR) for line in lines]
    done = map(SEPARATOR.join, zip(lines, column.results(rows), strict=True))
    return "".join(f"{line}\n" for line in done).encode()


def line_of(row: list[str]) -> str:
    """A row as a line, quoted where it must be."""
    text = io.StringIO()
    csv.writer(text, delimiter=SEPARATOR, lineterminator="").writerow(row)
    return text.getvalue()


def shared(task: Task, jobs: int, blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The results of blocks, in order, by several processes."""
    # A fresh process knows nothing of our database connections.
    with ProcessPoolExecutor(jobs, get_context("spawn"), _prepare, (task,)) as pool:
        yield from in_order(pool, _in_process, blocks, jobs * _AHEAD)


def in_order(
    pool: Executor, work: Callable[[bytes], bytes], blocks: Iterator[bytes], ahead: int
) -> Iterator[bytes]:
    """What comes of each block, in order, with so many given ahead."""
    waiting = [pool.submit(work, block) for block in islice(blocks, ahead)]
    while waiting:
        done = waiting.pop(0).result()
        waiting += [pool.submit(work, block) for block in islice(blocks, 1)]
        yield done


_column: Column | None = None


def _prepare(task: Task) -> None:
    global _column
    _column = task.column()


def _in_process(block: bytes) -> bytes:
    if _column is None:
        raise RuntimeError("the process was not prepared")
    return block_results(_column, block)
