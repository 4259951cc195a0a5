"""A column of results over a whole file: blocks of lines shared between processes.

The arithmetic and the reading of cells are calculators.kit.columns; here are only the
bytes, the blocks and the processes.
"""

import csv
import io
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import BinaryIO

from calculators.catalogue import calculators
from calculators.kit.columns import Column, ColumnError
from calculators.kit.rates import RateBook

SEPARATOR = ";"
_BLOCK = 1 << 20
_AHEAD = 4  # blocks read before the first result is written, per process
_ENCODINGS = ("utf-8-sig", "cp1252")


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
        return Column(calculator, self.book, self.header, keep=self.keep, separator=SEPARATOR)


def write(
    source: BinaryIO, target: BinaryIO, slug: str, book: RateBook, *,
    keep: Sequence[str] = (), jobs: int | None = None,
) -> None:  # fmt: skip
    """Copy a CSV in French notation to the target, each row followed by its results.

    Raises ColumnError, for the user, when the header or the encoding cannot be used.
    """
    blocks = _blocks(source)
    first = next(blocks, "")
    title, _, rest = first.partition("\n")
    header = tuple(next(csv.reader([title.rstrip("\r")], delimiter=SEPARATOR), ()))
    task = Task(slug, book, header, tuple(keep))
    column = task.column()
    target.write(f"{title.rstrip('\r')}{SEPARATOR}{column.result_header}\n".encode())
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(rest) < _BLOCK // 4:
        for block in (rest, *blocks):
            target.write(block_results(column, block))
        return
    for done in _shared(task, jobs, _chain(rest, blocks)):
        target.write(done)


def block_results(column: Column, block: str) -> bytes:
    """The rows of a block, each followed by its results."""
    rows: list[list[str]]
    if '"' in block:
        rows = [
            row for row in csv.reader(io.StringIO(block, newline=""), delimiter=SEPARATOR) if row
        ]
        lines = [_line(row) for row in rows]
    else:
        lines = [line.rstrip("\r") for line in block.split("\n") if line.strip()]
        rows = [line.split(SEPARATOR) for line in lines]
    done = map(SEPARATOR.join, zip(lines, column.results(rows), strict=True))
    return "".join(f"{line}\n" for line in done).encode()


def _line(row: list[str]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=SEPARATOR, lineterminator="").writerow(row)
    return text.getvalue()


def _blocks(source: BinaryIO) -> Iterator[str]:
    """Texts of whole lines; a quoted cell that spans lines is never cut."""
    rest, encoding = b"", ""
    while chunk := source.read(_BLOCK):
        head, newline, tail = chunk.rpartition(b"\n")
        block = rest + head + newline
        if not newline or block.count(b'"') % 2:
            rest += chunk
            continue
        rest = tail
        text, encoding = _decoded(block, encoding)
        yield text
    if rest:
        yield _decoded(rest, encoding)[0]


def _decoded(block: bytes, encoding: str) -> tuple[str, str]:
    for known in (encoding,) if encoding else _ENCODINGS:
        try:
            # Only the first block may start with a byte order mark.
            return block.decode(known), "utf-8" if known == "utf-8-sig" else known
        except UnicodeDecodeError:
            continue
    raise ColumnError("Le fichier n’est ni en UTF-8 ni en Windows-1252.")


def _chain(rest: str, blocks: Iterator[str]) -> Iterator[str]:
    yield rest
    yield from blocks


def _shared(task: Task, jobs: int, blocks: Iterator[str]) -> Iterator[bytes]:
    # A fresh process knows nothing of our database connections.
    with ProcessPoolExecutor(jobs, get_context("spawn"), _prepare, (task,)) as pool:
        waiting = [pool.submit(_in_process, block) for block in islice(blocks, jobs * _AHEAD)]
        while waiting:
            yield waiting.pop(0).result()
            waiting += [pool.submit(_in_process, block) for block in islice(blocks, 1)]


_column: Column | None = None


def _prepare(task: Task) -> None:
    global _column
    _column = task.column()


def _in_process(block: str) -> bytes:
    if _column is None:
        raise RuntimeError("the process was not prepared")
    return block_results(_column, block)
