"""One payslip per quote, side by side: a legal line is a row, a quote is a column."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from calculators.catalogue.comparer_societes_portage.lines import ComparerSocietesPortage
from calculators.kit.declarations import CELL, Column, Declaration, Embedding
from calculators.kit.lines import Line, Sheet
from calculators.kit.parts import Table, declarations
from calculators.law.paie import Paie

_TABLES = {"assiettes": "assiettes", "employeur": "employeur", "salarie": "salarie",
           "net": "salarie"}  # fmt: skip
_ORDER = {known.code: place for place, known in enumerate(declarations(Paie))}


@dataclass(frozen=True, slots=True, eq=False)
class _Colonne(Embedding):
    """Names the lines of a payslip as the cells of one column."""

    numero: int = 0

    def declaration(self, known: Declaration) -> Declaration:
        """The cell of a line: its table by its section, its row by its code."""
        found: Declaration | None = self.made.get(known.code)
        if found is None:
            rows, column = _TABLES[known.section], f"devis_{self.numero}"
            found = self.made[known.code] = replace(
                known, code=f"{rows}_{known.code}_{column}", section="", level=CELL,
                label=f"Devis {self.numero} : {known.label}",
                column=Column(rows, column, known.label),
            )  # fmt: skip
        return found


@cache
def _colonne(numero: int) -> _Colonne:
    return _Colonne("", numero=numero)


class Bulletin(Paie):
    """A payslip whose lines are the cells of a column."""

    def __init__(self, whole: ComparerSocietesPortage, numero: int) -> None:
        super().__init__(whole, _colonne(numero))
        self._labels = {known.code: known.label for known in declarations(Paie)}

    def add(self, line: Line) -> Line:
        """Record a line here, in its table and in the whole sheet."""
        column = line.declaration.column
        assert column is not None  # noqa: S101  of every cell
        code = line.code.removeprefix(f"{column.table}_").removesuffix(f"_{column.code}")
        self.lines[code] = line
        table: Table[Any] = self.tables[column.table]
        if code not in table.rows:
            table.row(code, self._labels[code])
        _, row = table.rows[code]
        row.lines[column.code] = line
        return Sheet.add(self, line)


def ranger(m: ComparerSocietesPortage) -> None:
    """Put the rows in the order of a payslip, whichever company has a line first."""
    for table in (m.assiettes, m.employeur, m.salarie):
        table.rows = {key: table.rows[key] for key in sorted(table.rows, key=_ORDER.__getitem__)}
