"""A list of rows in a form: what was typed or pasted, row by row, and what is said of it.

Rows are counted as the page shows them. Those left empty are no input, so that the model
may count otherwise: what it says of its second row is said here of the third one shown.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from calculators.kit import french
from calculators.kit.fields import FieldKind
from calculators.kit.names import cell_name, row_name
from sellerdesk.desk.cells import explained
from sellerdesk.desk.pasting import PasteError, Texts, pasted, placed
from sellerdesk.desk.plan import ColumnPlan, FieldPlan, input_name
from sellerdesk.desk.row_names import MORE, PASTE

ROOM = 5  # rows that the button adds
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_KEYBOARDS: Mapping[str, str] = {
    FieldKind.DECIMAL: "decimal", FieldKind.INTEGER: "numeric", FieldKind.YEAR: "numeric",
}  # fmt: skip


@dataclass(slots=True)
class CellView:
    """One cell as the templates show it."""

    name: str
    id: str
    label: str  # « Ventes, ligne 3 »
    kind: str
    value: str
    wrong: bool
    options: tuple[tuple[str, str], ...]

    @property
    def input_type(self) -> str:
        """A date control drops what it cannot read: such a text gets a plain one back."""
        is_day = self.kind == FieldKind.DATE and (not self.value or _ISO.fullmatch(self.value))
        return "date" if is_day else "text"

    @property
    def input_mode(self) -> str:
        """The keyboard of a telephone."""
        return _KEYBOARDS.get(self.kind, "")


@dataclass(slots=True)
class RowView:
    """One row; as a message, its name is where it is said and its id the cells that are wrong."""

    name: str
    number: int
    cells: list[CellView]
    errors: list[str]
    warnings: list[str]
    id: str


@dataclass(slots=True)
class Fault:
    """Something to correct: the id of the cell, its words, the sentence."""

    id: str
    label: str
    sentence: str


@dataclass(slots=True)
class Said:
    """What is said of one row: (column, sentence) pairs, the column "" for the whole row."""

    errors: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)


class Rows:
    """One list of rows. `rows` are its texts as shown, `given` the places of those not empty."""

    def __init__(
        self, plan: FieldPlan, texts: Mapping[str, str], cells: Mapping[int, Texts]
    ) -> None:
        self.name, self.columns, self._plan = plan.spec.name, plan.columns, plan
        self.paste = texts.get(f"{self.name}-{PASTE}", "")
        self.refusal = ""
        self.read = 0  # rows read in a pasted table: they replaced those of the form
        self.rows = _dense(cells, plan.spec.most)
        self._sent = len(self.rows)
        self._more = f"{self.name}-{MORE}" in texts
        if self.paste.strip():
            self._paste()
        self.is_given = bool(self.rows)  # else the model keeps its default rows
        if not self.is_given:
            self.rows = [{} for _ in plan.first_rows]
        places = range(len(self.rows))
        self.given = [p for p in places if not (self.is_given and self._is_empty(p))]
        self.said: dict[int, Said] = {}

    def _paste(self) -> None:
        try:
            rows = pasted(self._plan.spec, self.paste)
        except PasteError as error:
            self.refusal = french.typography(str(error))
        else:
            self.rows = placed(rows, self._plan.first_rows)
            self.paste, self.read = "", len(rows)

    def _is_empty(self, place: int) -> bool:
        """Whether a row holds nothing but what an empty one shows."""
        return all(self._value(c, place) == self._blank(c, place) for c in self.columns)

    def _blank(self, column: ColumnPlan, place: int) -> str:
        """What a cell shows when nobody touched it: its default at that place, or its own."""
        first_rows = self._plan.first_rows
        return first_rows[place][column.spec.name] if place < len(first_rows) else column.blank

    def _text(self, column: ColumnPlan, place: int) -> str:
        """A cell as it is read; one that was emptied takes the default of its column."""
        row = self.rows[place] if place < len(self.rows) else {}
        if (text := row.get(column.spec.name)) is None:
            return self._blank(column, place)
        return text if text.strip() else column.blank

    def _value(self, column: ColumnPlan, place: int) -> str:
        return _shown(column, self._text(column, place)).strip()

    @property
    def values(self) -> tuple[dict[str, Any], ...]:
        """The rows as the model takes them."""
        return tuple(
            {
                column.spec.name: column.read(text)
                for column in self.columns
                if (text := self._text(column, place))
            }
            for place in self.given
        )

    def shown_name(self, name: str) -> str:
        """The name on the page of a cell, or of a row, that the model counts; "" if it is none."""
        match = re.fullmatch(rf"{self.name}_(\d+)(?:_(\w+))?", name, re.ASCII)
        if not match or not 0 < int(match[1]) <= len(self.given):
            return ""
        place = self.given[int(match[1]) - 1]
        return cell_name(self.name, place, match[2]) if match[2] else row_name(self.name, place)

    def owns(self, shown: str) -> bool:
        """Whether a name of the page is that of one of its cells or rows."""
        return re.match(rf"{self.name}_\d", shown) is not None

    def say(self, shown: str, sentence: str, *, error: bool) -> None:
        """Say something at a cell, or at a row, by its name on the page."""
        _, place, *column = shown.removeprefix(self.name).split("_", 2)
        row = int(place) - 1
        if found := next((c for c in self.columns if c.spec.name == "".join(column)), None):
            sentence = explained(found.spec, self._text(found, row), sentence)
        said = self.said.setdefault(row, Said())
        (said.errors if error else said.warnings).append(("".join(column), sentence))

    @property
    def has_errors(self) -> bool:
        """Whether a cell is to be corrected."""
        return any(said.errors for said in self.said.values())

    @property
    def faults(self) -> list[Fault]:
        """What is to be corrected, cell by cell."""
        return [
            Fault(self._id(place, column), self._where(place, column), sentence)
            for place, said in sorted(self.said.items())
            for column, sentence in said.errors
        ]

    @property
    def is_redrawn(self) -> bool:
        """Whether the answer replaces the table: what was typed in it is no longer its content."""
        return bool(self.read) or self._more

    @property
    def grown(self) -> list[RowView]:
        """The empty rows that the page has not yet, when its last one was filled."""
        start = self._sent if self._sent and not self.is_redrawn else self.count
        return [self._row(place) for place in range(start, self.count)]

    @property
    def messages(self) -> list[RowView]:
        """The rows that something is said of."""
        return [self._row(place, cells=False) for place in sorted(self.said)]

    @cached_property
    def count(self) -> int:
        """How many rows are shown: as many as before, and one empty row after the last given."""
        return min(self._wanted + (ROOM if self._more else 0), self._plan.spec.most)

    @property
    def _wanted(self) -> int:
        typed = self.given[-1] + 2 if self.given else 1
        least = max(self._plan.spec.least, len(self._plan.first_rows))
        return max(least, typed, 0 if self.read else self._sent)

    @property
    def span(self) -> int:
        """How many columns the table has, the numbers of rows included."""
        return len(self.columns) + 1

    @property
    def has_room(self) -> bool:
        """Whether more rows may be asked for."""
        return self.count < self._plan.spec.most

    @property
    def first_new(self) -> str:
        """The id of the first cell that the button added, where the cursor goes."""
        if not self._more or self._wanted >= self.count:
            return ""
        return self._id(self._wanted, self.columns[0].spec.name)

    @property
    def views(self) -> Iterator[RowView]:
        """Every row that is shown."""
        return (self._row(place) for place in range(self.count))

    def _row(self, place: int, *, cells: bool = True) -> RowView:
        said = self.said.get(place, Said())
        wrong = {column for column, _ in said.errors}
        return RowView(
            row_name(self.name, place), place + 1,
            [self._cell(c, place, wrong) for c in self.columns] if cells else [],
            [self._told(place, *one) for one in said.errors],
            [self._told(place, *one) for one in said.warnings],
            " ".join(self._id(place, column) for column in sorted(wrong) if column),
        )  # fmt: skip

    def _cell(self, column: ColumnPlan, place: int, wrong: set[str]) -> CellView:
        spec = column.spec
        text = self._text(column, place)
        return CellView(
            input_name(self.name, place, spec.name), self._id(place, spec.name),
            f"{spec.label}, ligne {place + 1}", spec.kind.value, _shown(column, text),
            spec.name in wrong, _options(column, text),
        )  # fmt: skip

    def _id(self, place: int, column: str) -> str:
        name = cell_name(self.name, place, column) if column else row_name(self.name, place)
        return f"id_{name}"

    def _where(self, place: int, column: str) -> str:
        label = next((c.spec.label for c in self.columns if c.spec.name == column), "")
        return f"Ligne {place + 1}, {label}" if label else f"Ligne {place + 1}"

    def _told(self, place: int, column: str, sentence: str) -> str:
        return f"{self._where(place, column)}{french.NBSP}: {sentence}"


def _dense(sent: Mapping[int, Texts], most: int) -> list[Texts]:
    """Rows by their place; places beyond the most are closed up, for none is invented."""
    places = sorted(sent)
    if places and places[-1] < most:
        places = list(range(places[-1] + 1))
    return [sent.get(place, {}) for place in places]


def _shown(column: ColumnPlan, text: str) -> str:
    """A cell as its control wants it."""
    if column.spec.kind is FieldKind.BOOL:
        return "on" if column.read(text) is True else ""
    if column.spec.kind is FieldKind.DATE:
        found = column.read(text)
        return text if isinstance(found, str) else str(found)
    return text


def _options(column: ColumnPlan, text: str) -> tuple[tuple[str, str], ...]:
    """The list of a choice; one that is required and has no default starts with nothing, and
    what is not on the list is shown at its end, since it must be corrected."""
    choices = column.spec.choices
    if column.spec.kind is not FieldKind.CHOICE:
        return ()
    stray = text.strip()
    if stray and stray not in dict(choices):
        choices = (*choices, (stray, stray))
    return choices if column.blank else (("", "—"), *choices)
