"""A column of results over a whole file: its encoding, its blocks of whole lines, the way taken.

Blocks go through polars (blocks.py); a small file, a calculator whose formulas polars cannot
prove, or a file most of whose rows are not plain, goes the exact way (exact.py).
"""

import csv
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from calculators.kit.columns import Column, ColumnError
from calculators.kit.rates import RateBook
from sellerdesk.desk.columns.exact import SEPARATOR, Task, block_results, in_order, shared

if TYPE_CHECKING:
    from sellerdesk.desk.columns.blocks import Blocks

_SMALL = 1 << 18
_BLOCK = 1 << 20
_WIDE = 12 << 20  # polars works on larger blocks than a process
_THREADS = 2
_ENCODINGS = ("utf-8-sig", "cp1252")


def write(
    source: BinaryIO, target: BinaryIO, slug: str, book: RateBook, *,
    keep: Sequence[str] = (), jobs: int | None = None,
) -> None:  # fmt: skip
    """Copy a CSV in French notation to the target, each row followed by its results.

    `jobs` processes share the file when it goes the exact way. Raises ColumnError, for the
    user, when the header or the encoding cannot be used.
    """
    blocks = _blocks(source)
    first = next(blocks, b"")
    title, _, rest = first.partition(b"\n")
    named = title.decode().rstrip("\r")
    header = tuple(next(csv.reader([named], delimiter=SEPARATOR), ()))
    task = Task(slug, book, header, tuple(keep))
    column = task.column()
    target.write(f"{named}{SEPARATOR}{column.result_header}\n".encode())
    for done in _results(task, column, rest, blocks, jobs or os.cpu_count() or 1):
        target.write(done)


def _results(
    task: Task, column: Column, rest: bytes, blocks: Iterator[bytes], jobs: int
) -> Iterator[bytes]:
    if len(rest) < _SMALL:
        return (block_results(column, block) for block in chain([rest], blocks))
    vectors = _vectors(column)
    done = vectors.results(rest) if vectors else None
    if vectors and done is not None and 2 * vectors.exact_rows <= vectors.rows:
        return chain([done], _overlapped(vectors, blocks))
    pieces = (piece for block in chain([rest], blocks) for piece in _pieces(block))
    if jobs == 1:
        return (block_results(column, piece) for piece in pieces)
    return shared(task, jobs, pieces)


def _overlapped(vectors: "Blocks", blocks: Iterator[bytes]) -> Iterator[bytes]:
    # polars has threads of its own; a second block fills them while the first one waits.
    with ThreadPoolExecutor(_THREADS) as pool:
        yield from in_order(pool, vectors.all_results, blocks, _THREADS)


def _vectors(column: Column) -> "Blocks | None":
    # polars takes a moment to import, and a small file has no use for it.
    from sellerdesk.desk.columns.blocks import Blocks
    from sellerdesk.desk.columns.vectors import Inapplicable

    try:
        return Blocks(column)
    except Inapplicable:
        return None


def _blocks(source: BinaryIO) -> Iterator[bytes]:
    """Whole lines in UTF-8; a quoted cell that spans lines is never cut."""
    rest, encoding = b"", ""
    while chunk := source.read(_WIDE):
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


def _pieces(block: bytes) -> Iterator[bytes]:
    """A wide block as blocks for processes; one with quotes stays whole."""
    if b'"' in block:
        yield block
        return
    start = 0
    while start < len(block):
        end = block.find(b"\n", start + _BLOCK) + 1 or len(block)
        yield block[start:end]
        start = end


def _decoded(block: bytes, encoding: str) -> tuple[bytes, str]:
    for known in (encoding,) if encoding else _ENCODINGS:
        try:
            # Only the first block may start with a byte order mark.
            text = block.decode(known)
        except UnicodeDecodeError:
            continue
        if known.startswith("utf-8"):
            return block.removeprefix(b"\xef\xbb\xbf") if not encoding else block, "utf-8"
        return text.encode(), known
    raise ColumnError("Le fichier n’est ni en UTF-8 ni en Windows-1252.")
