"""A table copied from a spreadsheet (tabs) or from a CSV (semicolons), as the texts of rows."""

import csv
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from io import StringIO

from calculators.kit import french, messages
from calculators.kit.fields import FieldKind, FieldSpec
from sellerdesk.desk.cells import folded, quoted, typed

_YES, _NO = ("oui", "vrai", "true", "x", "on", "1"), ("non", "faux", "false", "off", "0")
_FIGURE = re.compile(r"[-+(\N{MINUS SIGN}]?\s*\d")

type Texts = dict[str, str]


class PasteError(ValueError):
    """The table cannot be read as rows; the message is for the user."""


def pasted(spec: FieldSpec, text: str) -> list[Texts]:
    """The rows of a pasted table, by the names of the columns; blank lines are left out."""
    if _has_only_commas(spec.columns, text):
        raise PasteError(
            "Séparez les colonnes du tableau collé par des points-virgules ou des tabulations : "
            "les virgules y sont celles des nombres."
        )
    lines = _lines(text)
    columns = _headings(spec.columns, lines[0][1]) if lines else None
    if columns is not None:
        lines = lines[1:]
        if not lines:
            raise PasteError("Le tableau collé n’a aucune ligne sous ses titres.")
    if len(lines) > spec.most:
        found = french.number(Decimal(len(lines)))
        raise PasteError(f"{messages.too_many(spec.most)} Le tableau collé en a {found}.")
    return [_row(columns or spec.columns, number, cells) for number, cells in lines]


def _has_only_commas(columns: Sequence[FieldSpec], text: str) -> bool:
    """Whether commas stand between the cells: the first line names columns, or must hold several.

    A single column of texts or of amounts may hold commas of its own.
    """
    cells = text.strip().split("\n")[0].split(",")
    if "\t" in text or ";" in text or len(cells) < 2:
        return False
    known = {folded(name) for c in columns for name in (c.name, c.label)}
    needed = sum(column.required for column in columns)
    return all(folded(_bare(cell)) in known for cell in cells) or needed > 1


def placed(rows: list[Texts], first_rows: Sequence[Mapping[str, str]]) -> list[Texts]:
    """The rows at the places of the default rows that they fill: March in the row of March.

    As they came when one fills none: a row too many, or one that does not say what it is of.
    """
    telling = [name for name in (first_rows[0] if first_rows else ())
               if len({row[name] for row in first_rows}) == len(first_rows) > 1]  # fmt: skip
    if not telling:
        return rows
    known = {tuple(row[name] for name in telling): n for n, row in enumerate(first_rows)}
    places = [known.get(tuple(row.get(name, "") for name in telling)) for row in rows]
    found = {place: row for place, row in zip(places, rows, strict=True) if place is not None}
    if len(found) < len(rows):
        return rows
    return [found.get(place, {}) for place in range(len(first_rows))]


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """The lines that hold something, numbered from one."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Spreadsheets quote a cell of several lines; a lone quote is an inch, or a slip.
    lone = text.count('"') % 2
    separator = "\t" if "\t" in text else ";"
    reader = csv.reader(
        StringIO(text), delimiter=separator, quoting=csv.QUOTE_NONE if lone else csv.QUOTE_MINIMAL
    )
    try:
        lines = [[cell.strip() for cell in line] for line in reader]
    except csv.Error:
        raise PasteError("Le tableau collé est illisible.") from None
    return [(number, line) for number, line in enumerate(lines, start=1) if any(line)]


def _headings(
    columns: Sequence[FieldSpec], cells: Sequence[str]
) -> tuple[FieldSpec | None, ...] | None:
    """The columns that a first line names, None for one without title; no tuple if it names none.

    A line of data may hold the name of a column by chance; it holds figures too.
    """
    known = {folded(name): c for c in columns for name in (c.name, c.label)}
    found = [known.get(folded(_bare(cell))) for cell in cells]
    if not any(found) or any(map(_FIGURE.match, cells)):
        return None
    unknown = [c for c, column in zip(cells, found, strict=True) if c and column is None]
    if unknown:
        expected = ", ".join(column.label for column in columns)
        raise PasteError(
            f"Colonne inconnue dans le tableau collé : {quoted(unknown)}. "
            f"Colonnes attendues : {expected}."
        )
    named = [column for column in found if column is not None]
    twice = [column.label for column in columns if named.count(column) > 1]
    if twice:
        raise PasteError(f"Le tableau collé donne deux fois la colonne {quoted(twice[:1])}.")
    return tuple(found)


def _row(columns: Sequence[FieldSpec | None], number: int, cells: Sequence[str]) -> Texts:
    if any(cells[len(columns) :]):
        raise PasteError(
            f"Ligne {number} du tableau collé : {len(cells)} cellules pour "
            f"{len(columns)} colonne{'s' if len(columns) > 1 else ''}."
        )
    row = {}
    for column, cell in zip(columns, cells, strict=False):
        if column is None and cell:
            raise PasteError(f"Ligne {number} du tableau collé : {quoted([cell])} est sans titre.")
        if column is not None and cell:
            row[column.name] = _typed(column, number, cell)
    return row


def _typed(column: FieldSpec, number: int, cell: str) -> str:
    """A cell as a person would have typed it in the form."""
    if column.kind is FieldKind.BOOL:
        if folded(cell) not in _YES + _NO:
            raise PasteError(
                f"Ligne {number} du tableau collé, {column.label} : répondez par oui ou par non."
            )
        return "on" if folded(cell) in _YES else "off"
    return typed(column, cell)


def _bare(title: str) -> str:
    """« Ventes (€) » is « Ventes »."""
    return re.sub(r"\s*\([^()]*\)\s*$", "", title)
