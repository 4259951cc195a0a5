"""Parts of a sheet: a lower room's lines under a name of their own, and tables made of rows.

class Micro(Sheet):
    avec = part(Impot, "{}, avec l’activité", section="impot_avec")
    mois = table(Mois, "Mois par mois", head="Mois")

m.avec.quotient = …              # the line avec_quotient
row = m.mois.row("03", "Mars")
row.cotisations = …              # the line mois_03_cotisations
m.cotisations = total(m.mois.column("cotisations"))
m.mois.refuse("03", row.cotisations > …, "trop", "…")   # this row alone does not apply
"""

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import Any, Self, cast, overload
from weakref import ref

from calculators.kit import french
from calculators.kit.amounts import Amount
from calculators.kit.declarations import CELL, Declaration, Embedding
from calculators.kit.lines import Line, Refusal, Sheet, declared
from calculators.kit.outcomes import Outcome, outcome

_PLACE = re.compile(r"\{(\w+)\}")


class Part(Sheet):
    """A run of lines embedded in a sheet; it looks up rates and inputs as the sheet does.

    It does not keep its sheet alive: a calculation is forgotten as soon as its result is.
    """

    _root: ref[Sheet]

    def __init__(self, whole: Sheet, embedding: Embedding) -> None:
        self.inputs, self.rates = whole.inputs, whole.rates
        self.refusals, self.spans, self._leaves = whole.refusals, whole.spans, whole._leaves
        self.remarks, self.dues, self._dated = whole.remarks, whole.dues, whole._dated
        self.embedding = embedding
        self.lines = {}  # its own, by their bare codes
        self.all_lines = whole.all_lines
        self._root = whole._root if isinstance(whole, Part) else ref(whole)
        self._bare = len(embedding.prefix) + 1 if embedding.prefix else 0

    def add(self, line: Line) -> Line:
        """Record a line here and in the whole sheet."""
        self.lines[line.code[self._bare :]] = line
        return super().add(line)

    @property
    def tables(self) -> dict[str, Any]:  # type: ignore[override]
        """The tables of the whole sheet."""
        root = self._root()
        if root is None:
            raise ReferenceError("the sheet of this part is gone")
        return root.tables

    def remark(
        self, kind: str, code: str, sentence: str, field: str = "", test: Amount | None = None
    ) -> None:
        """Add a sentence whose places are codes of this part or of the whole."""
        super().remark(kind, code, self.named(sentence), field, test)

    def warn(self, test: Amount, code: str, sentence: str, field: str = "") -> None:
        """Add a sentence shown when the amounts make the test true."""
        super().warn(test, code, self.named(sentence), field)

    def named(self, sentence: str) -> str:
        """The same sentence, its places that are codes of this part renamed to the whole's."""
        return _PLACE.sub(
            lambda m: f"{{{self.lines[m[1]].code}}}" if m[1] in self.lines else m[0], sentence
        )


class part[P: Part]:  # noqa: N801 - reads as a word of the sheet's language
    """Declare that a sheet holds a room's lines; the attribute's name is their prefix.

    `bare` leaves them their own codes: the room is the sheet's main one. `without` are the lines
    that no choice of the sheet makes the room compute.
    """

    def __init__(
        self, kind: type[P], label: str = "{}", *, section: str | None = None,
        level: str | None = None, bare: bool = False, without: Container[str] = (),
    ) -> None:  # fmt: skip
        self.kind, self._is_bare, self._without = kind, bare, without
        self._words = french.typography(label), section, level

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.embedding = Embedding("" if self._is_bare else name, *self._words)

    @property
    def kept(self) -> tuple[Declaration, ...]:
        """The lines of the room that the sheet may have, as the room names them."""
        return tuple(d for d in declarations(self.kind) if d.code not in self._without)

    @property
    def declarations(self) -> tuple[Declaration, ...]:
        """The same, as the sheet names them."""
        return tuple(self.embedding.declaration(d) for d in self.kept)

    @overload
    def __get__(self, sheet: None, owner: type) -> Self: ...
    @overload
    def __get__(self, sheet: Sheet, owner: type) -> P: ...
    def __get__(self, sheet: Sheet | None, owner: type) -> P | Self:
        if sheet is None:
            return self
        made: dict[str, Any] = sheet.__dict__.setdefault("_parts", {})
        if self.name not in made:
            made[self.name] = self.kind(sheet, _inside(sheet, self.embedding))
        return cast("P", made[self.name])


def _inside(sheet: Sheet, own: Embedding) -> Embedding:
    if sheet.embedding is None:
        return own
    outer = sheet.embedding
    place: Embedding | None = outer.made.get(own)
    if place is None:
        place = outer.made[own] = Embedding(
            "_".join(filter(None, (outer.prefix, own.prefix))),
            outer.label.replace("{}", own.label),
            own.section if outer.section is None else outer.section,
            own.level if outer.level is None else outer.level,
        )
    return place


@lru_cache(maxsize=4096)  # a row's label may come from the user
def _row_place(kind: Any, table: str, key: str, label: str) -> Embedding:
    if not key.isidentifier() and not key.isalnum():
        raise ValueError(f"« {key} » is no key of a row")
    return Embedding(f"{table}_{key}", f"{label}{french.NBSP}: {{}}", "", CELL, table=table)


class Table[P: Part]:
    """Rows of lines of one kind, in order; a cell is a line like any other."""

    def __init__(self, sheet: Sheet, code: str, known: "table[P]") -> None:
        self.code, self.title, self.head, self.kind = code, known.title, known.head, known.kind
        self.folded, self.by_row, self.restated = known.folded, known.by_row, known.restated
        self._sheet = ref(sheet)
        self.rows: dict[str, tuple[str, P]] = {}  # by key: the row's label, its cells
        self.totals: dict[str, Line] = {}  # under a column: a line of the sheet
        self.refusals: dict[str, list[Refusal]] = {}  # by the key of the row they put out
        self.levels: dict[str, str] = {}  # by key: "group" (heads those below) or "total"

    def row(self, key: str, label: str, level: str = "") -> P:
        """Start a row; the key is part of the codes of its cells.

        A "group" heads the rows below it and may have no cell, a "total" adds up those above.
        """
        if key in self.rows:
            raise ValueError(f"row « {key} » of {self.code} is given twice")
        sheet = self._sheet()
        if sheet is None:
            raise ReferenceError(f"the sheet of {self.code} is gone")
        made = self.kind(sheet, _row_place(cast("Any", self.kind), self.code, key, label))
        self.rows[key] = label, made
        if level:
            self.levels[key] = level
        return made

    def refuse(self, key: str, test: Amount, code: str, sentence: str) -> None:
        """Say when an amount makes one row alone not apply; its cells stay computed.

        The sentence stands beside its label and says so by itself; its places are codes of the
        row or of the whole sheet. Without any, a workbook shows it when its own amounts say so.
        """
        _, row = self.rows[key]
        refusal = Refusal(code, row.named(sentence), "", test)
        self.refusals.setdefault(key, []).append(refusal)

    def tests(self, key: str) -> tuple[Amount, ...]:
        """What each refusal of a row asks, in order: where one holds, the row does not apply."""
        return tuple(r.test for r in self.refusals.get(key, ()) if r.test is not None)

    def outcome(self, key: str) -> Outcome:
        """Whether a row applies, or the first refusal that puts it out."""
        return outcome(self.refusals.get(key, ()))

    def column(self, code: str) -> tuple[Line, ...]:
        """The cells of a column, where the rows have one."""
        return tuple(row.lines[code] for _, row in self.rows.values() if code in row.lines)

    @property
    def columns(self) -> tuple[Declaration, ...]:
        """The columns that some row computes, in the order of their declaration."""
        found = {code for _, row in self.rows.values() for code in row.lines}
        return tuple(known for known in declarations(self.kind) if known.code in found)

    def __iter__(self) -> Iterator[tuple[str, str, P]]:
        """Key, label and cells of each row."""
        return ((key, label, row) for key, (label, row) in self.rows.items())


class table[P: Part]:  # noqa: N801 - reads as a word of the sheet's language
    """Declare a table on a sheet; the attribute's name is its code.

    A `folded` one only supports others: the page shows its title, to unfold. `by_row`, the cells
    that are computed alike stand in a row, not in a column. A `restated` one lays out lines that
    are explained elsewhere: one example a column is enough.
    """

    def __init__(
        self, kind: type[P], title: str, *, head: str, folded: bool = False, by_row: bool = False,
        restated: bool = False,
    ) -> None:  # fmt: skip
        self.kind, self.title, self.head = kind, french.typography(title), head
        self.folded, self.by_row, self.restated = folded, by_row, restated

    def __set_name__(self, owner: type, name: str) -> None:
        self.code = name

    @overload
    def __get__(self, sheet: None, owner: type) -> Self: ...
    @overload
    def __get__(self, sheet: Sheet, owner: type) -> Table[P]: ...
    def __get__(self, sheet: Sheet | None, owner: type) -> "Table[P] | Self":
        if sheet is None:
            return self
        prefix = "" if sheet.embedding is None else sheet.embedding.prefix
        code = f"{prefix}_{self.code}" if prefix else self.code
        if code not in sheet.tables:
            sheet.tables[code] = Table(sheet, code, self)
        return cast("Table[P]", sheet.tables[code])


def declarations(kind: type[Sheet]) -> tuple[Declaration, ...]:
    """Every line that a sheet or a part declares, those of its parts included, in order."""
    found: list[Declaration] = []
    for member in _members(kind):
        if isinstance(member, declared):
            found.append(member.declaration)
        elif isinstance(member, part):
            found += member.declarations
    return tuple(found)


def tables(kind: type[Sheet]) -> "dict[str, table[Any]]":
    """The tables that a sheet and its parts declare, by their codes."""
    found: dict[str, table[Any]] = {}
    for member in _members(kind):
        if isinstance(member, table):
            found[member.code] = member
        elif isinstance(member, part):
            place = member.embedding.prefix
            inner = tables(member.kind).items()
            found |= {f"{place}_{code}" if place else code: t for code, t in inner}
    return found


def _members(kind: type) -> list[Any]:
    """The attributes of a sheet, inherited ones first."""
    return [member for base in reversed(kind.__mro__) for member in vars(base).values()]
