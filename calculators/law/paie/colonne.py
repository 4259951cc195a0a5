"""A payslip whose lines are the cells of a column of a table: a line is a row, a page may fold it.

class Calcul(Sheet):
    detail = table(UneLigne, "Ligne à ligne", head="Ligne", folded=True, by_row=True)

colonne = Colonne("", code="montant", nom="Salarié", tables=dict.fromkeys(SECTIONS, "detail"))
paie(PaieEnColonne(m, colonne), brut=brut, on=on, profil=profil)
ranger(m.detail)
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from calculators.kit.declarations import CELL, Column, Declaration, Embedding
from calculators.kit.lines import Line, Sheet
from calculators.kit.parts import Table, declarations
from calculators.law.paie.lignes import Paie

SECTIONS = ("assiettes", "employeur", "salarie", "net")
_KNOWN = {known.code: known for known in declarations(Paie)}
_ORDER = {code: place for place, code in enumerate(_KNOWN)}


@dataclass(frozen=True, slots=True, eq=False)
class Colonne(Embedding):
    """Names the lines of a payslip as the cells of one column."""

    code: str = ""
    nom: str = ""
    tables: Mapping[str, str] = field(default_factory=dict)  # by section of the payslip

    def declaration(self, known: Declaration) -> Declaration:
        """The cell of a line: its table by its section, its row by its code."""
        found: Declaration | None = self.made.get(known.code)
        if found is None:
            rows = self.tables[known.section]
            found = self.made[known.code] = replace(
                known, code=f"{rows}_{known.code}_{self.code}", section="", level=CELL,
                label=f"{self.nom}\N{NO-BREAK SPACE}: {known.label}",
                column=Column(rows, self.code, known.label),
            )  # fmt: skip
        return found


class PaieEnColonne(Paie):
    """A payslip whose lines are the cells of a column."""

    def __init__(self, whole: Sheet, colonne: Colonne) -> None:
        super().__init__(whole, colonne)

    def add(self, line: Line) -> Line:
        """Record a line here, in its table and in the whole sheet."""
        column = line.declaration.column
        assert column is not None  # noqa: S101  of every cell
        code = line.code.removeprefix(f"{column.table}_").removesuffix(f"_{column.code}")
        self.lines[code] = line
        table: Table[Any] = self.tables[column.table]
        if code not in table.rows:
            known = _KNOWN[code]
            table.row(code, known.label, "total" if known.level in ("total", "key") else "")
        _, row = table.rows[code]
        row.lines[column.code] = line
        return Sheet.add(self, line)


def ranger(*tables: Table[Any]) -> None:
    """Put the rows in the order of a payslip, whichever column has a line first."""
    for table in tables:
        table.rows = {key: table.rows[key] for key in sorted(table.rows, key=_ORDER.__getitem__)}
