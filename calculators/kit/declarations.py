"""What is known of a line before it is computed, and the names that its place gives it."""

from dataclasses import dataclass, field, replace
from typing import Any

from calculators.kit.units import Rounding

CELL = "cell"  # the level of a line that stands in a table


@dataclass(frozen=True, slots=True)
class Column:
    """The column of a table that a cell stands in."""

    table: str  # codes
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Declaration:
    """What is known of a line before it is computed."""

    code: str
    label: str
    rounding: Rounding
    unit: str
    nature: str = ""
    section: str = ""
    # line | total | key | detail (not part of the sum) | article | cell (of a table)
    level: str = "line"
    help: str = ""
    unsure: bool = False  # its formula itself is not sure, whatever its rates
    absent: str = ""  # what is shown when it is not computable, instead of « non calculable »
    column: Column | None = None  # of a cell

    def __hash__(self) -> int:
        """Hash its code alone: this is on the hot path."""
        return hash(self.code)


@dataclass(frozen=True, slots=True, eq=False)
class Embedding:
    """How the lines of a part are named in the sheet that holds it; it keeps their declarations."""

    prefix: str
    label: str = "{}"  # « {}, avec l’activité »
    section: str | None = None
    level: str | None = None
    table: str = ""  # the code of the table whose row it is
    made: dict[Any, Any] = field(default_factory=dict, repr=False)  # by a part's own codes

    def declaration(self, known: Declaration) -> Declaration:
        """The declaration of a part's line under the names of its place."""
        found: Declaration | None = self.made.get(known.code)
        if found is None:
            found = self.made[known.code] = replace(
                known,
                code=f"{self.prefix}_{known.code}" if self.prefix else known.code,
                label=self.label.replace("{}", known.label),
                section=known.section if self.section is None else self.section,
                level=known.level if self.level is None else self.level,
                column=Column(self.table, known.code, known.label) if self.table else known.column,
            )
        return found

    def on_grid(self, known: Declaration, rounding: Rounding) -> Declaration:
        """The same on another grid than its own."""
        key = known.code, rounding.label
        found: Declaration | None = self.made.get(key)
        if found is None:
            found = self.made[key] = replace(self.declaration(known), rounding=rounding)
        return found
