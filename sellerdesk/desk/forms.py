"""A calculator's form: what was typed, what it means, what is wrong with it.

Not a django.forms.Form: the inputs model already says what is valid, and building thirty
Django fields on each keystroke costs more than the calculation. Here texts are read, the
model validates, and what was typed is shown again as it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Self

from calculators.kit import french
from calculators.kit.calculator import Calculator
from calculators.kit.fields import FieldKind, Inputs
from calculators.kit.views import ResultView
from sellerdesk.desk.plan import EXAMPLE, FieldPlan, Plan, plan_of
from sellerdesk.desk.reading import validated
from sellerdesk.desk.row_names import boxes_off, carried, sent
from sellerdesk.desk.rows import Rows

TO_CORRECT = "à corriger"
_FIRST = FieldKind.DECIMAL, FieldKind.INTEGER, FieldKind.ROWS


@dataclass(slots=True)
class ChoiceView:
    """One value of a closed list."""

    value: str
    label: str
    selected: bool


@dataclass(slots=True)
class FieldView:
    """One field as the templates show it."""

    name: str
    id: str
    kind: str
    label: str
    help: str
    unit: str
    example: str
    shown_when: str
    required: bool
    value: str
    errors: list[str]
    warnings: list[str]
    options: tuple[tuple[str, str], ...]
    rows: Rows | None = None

    @property
    def choices(self) -> list[ChoiceView]:
        """The list, with what was chosen; none when it is not on it."""
        known = self.value if any(self.value == code for code, _ in self.options) else None
        return [ChoiceView(code, label, code == known) for code, label in self.options]

    @property
    def input_type(self) -> str:
        """A date control drops what it cannot read: such a text gets a plain one back."""
        if self.kind != FieldKind.DATE or not self.value:
            return "date" if self.kind == FieldKind.DATE else "text"
        return "date" if _iso(self.value) == self.value else "text"


@dataclass(slots=True)
class SummaryView:
    """What a group holds in a few words: what was given, then the choices left as they were."""

    code: str
    said: str
    usual: str


@dataclass(slots=True)
class GroupView:
    """A run of fields, with what it holds in a few words."""

    code: str
    title: str
    fields: list[FieldView]
    open: bool
    summary: SummaryView


class Form:
    """One form of one calculator. Without data it is blank and has no errors."""

    def __init__(self, calculator: Calculator, texts: Mapping[str, str] | None, day: date) -> None:
        self._plan: Plan = plan_of(calculator.slug)
        self.texts = {self._plan.main_date: self._plan.today(day)} if texts is None else texts
        self.bound = texts is not None
        self.inputs: Inputs | None = None
        self.errors: list[str] = []
        self._values: dict[str, Any] = {}
        self._wrong: dict[str, list[str]] = {}
        self._noted: dict[str, list[str]] = {}
        self.lists = self._lists()
        if self.bound:
            self._read()

    @classmethod
    def submitted(cls, calculator: Calculator, data: Mapping[str, str], day: date) -> Self:
        """What a form sent: a box that is not there is a box left empty."""
        plan = plan_of(calculator.slug)
        texts = {name: data[name] for name in plan.fields if name in data}
        for name, field in plan.fields.items():
            if field.spec.kind is FieldKind.BOOL:
                texts.setdefault(name, "off")
        texts |= carried(plan.fields, data)
        boxes_off(plan.fields, texts)
        return cls(calculator, texts, day)

    @classmethod
    def linked(cls, calculator: Calculator, query: Mapping[str, str], day: date) -> Self:
        """What an address carries: the rest keeps its default, the main date is today."""
        plan = plan_of(calculator.slug)
        texts = {name: query[name] for name in plan.fields if name in query}
        texts |= carried(plan.fields, query)
        if query.get(EXAMPLE) == "1":
            texts = {**plan.example, **texts}
        dated = {plan.main_date: plan.today(day), **texts}
        return cls(calculator, dated if texts else None, day)

    def _lists(self) -> dict[str, Rows]:
        fields = self._plan.fields
        rows = sent(fields, self.texts)
        return {
            name: Rows(field, self.texts, rows.get(name, {}))
            for name, field in fields.items()
            if field.columns
        }

    def _read(self) -> None:
        for name, field in self._plan.fields.items():
            text = self.texts.get(name, "")
            if field.columns:
                if self.lists[name].is_given:
                    self._values[name] = self.lists[name].values
            elif text and not text.isspace():
                self._values[name] = field.read(text)
        self.inputs, errors = validated(self._plan.model, self._values)
        for name, rows in self.lists.items():
            if rows.refusal:
                self.inputs = None
                self._say(name, rows.refusal)
        for name, sentence in errors:
            if not (name in self.lists and self.lists[name].refusal):  # it says why already
                self._say(self._shown_name(name), sentence)

    def _shown_name(self, name: str) -> str:
        """A field, or a cell by the number of its row on the page; "" when it is neither."""
        if name in self._plan.fields:
            return name
        return next((s for rows in self.lists.values() if (s := rows.shown_name(name))), "")

    def _say(self, name: str, sentence: str, *, error: bool = True) -> None:
        said = self._wrong if error else self._noted
        if name in self._plan.fields:
            said.setdefault(name, []).append(sentence)
        elif owner := next((rows for rows in self.lists.values() if rows.owns(name)), None):
            owner.say(name, sentence, error=error)
        else:
            self.errors.append(sentence)

    def note(self, result: ResultView) -> ResultView:
        """Say at its field why nothing was computed, or what to look at.

        The result comes back with the fields that it names as the page names them.
        """
        shown = self._shown_name(result.outcome_field)
        if result.outcome and shown:
            self._say(shown, result.outcome)
        notes = tuple(replace(note, field=self._shown_name(note.field)) for note in result.notes)
        for remark in notes:
            if remark.kind == "warning" and remark.field:
                self._say(remark.field, remark.text, error=False)
        return replace(result, outcome_field=shown, notes=notes)

    @property
    def action(self) -> str:
        """Where the form is sent."""
        return self._plan.action

    @property
    def example_url(self) -> str:
        """The page with a complete example."""
        return self._plan.example_url

    @property
    def has_errors(self) -> bool:
        """Whether something must be corrected before anything is computed."""
        return bool(self._wrong or self.errors) or any(r.has_errors for r in self.lists.values())

    @cached_property
    def groups(self) -> list[GroupView]:
        """Every field by its group; a group with an error is open."""
        return [
            GroupView(
                group.code, group.title, [self._field(field) for field in fields],
                any(map(self._is_wrong, fields)),
                self._summary(group.code, fields),
            )
            for group, fields in self._plan.groups
        ]  # fmt: skip

    @property
    def first_steps(self) -> list[str]:
        """The amounts to type first; when none is needed by itself, one of those asked, or what
        the choices ask for as they stand."""
        asked = [
            field
            for field in self._plan.groups[0][1]
            if field.spec.kind in _FIRST and not field.rules
        ]
        needed = [field.spec.label for field in asked if field.required]
        either = " ou ".join(f"« {field.spec.label} »" for field in asked)
        return needed or ([either] if either else self._brought_first)

    @property
    def _brought_first(self) -> list[str]:
        """The amounts without a default that the choices show as they stand."""
        fields = self._plan.fields
        return [
            field.spec.label
            for field in self._plan.groups[0][1]
            if field.spec.kind in _FIRST
            and field.spec.default is None
            and all(fields[name].spec.default in codes for name, codes in field.rules)
        ]

    @property
    def messages(self) -> list[FieldView]:
        """The fields that something is said of."""
        fields = self._plan.fields.items()
        return [self._field(f) for name, f in fields if name in self._wrong or name in self._noted]

    @property
    def silent(self) -> tuple[tuple[str, str], ...]:
        """Name and id of the fields that nothing is said of."""
        fields = self._plan.fields.items()
        said = {**self._wrong, **self._noted}
        return tuple((name, field.id) for name, field in fields if name not in said)

    @property
    def summaries(self) -> list[SummaryView]:
        """What each folded group holds, in a few words."""
        return [self._summary(group.code, fields) for group, fields in self._plan.groups[1:]]

    def _field(self, field: FieldPlan) -> FieldView:
        spec = field.spec
        name = spec.name
        return FieldView(
            name, field.id, spec.kind.value, spec.label, spec.help, spec.unit, spec.example,
            field.shown_when, field.required, self._value(field),
            self._wrong.get(name, []), self._noted.get(name, []), spec.choices,
            self.lists.get(name),
        )  # fmt: skip

    def _is_wrong(self, field: FieldPlan) -> bool:
        name = field.spec.name
        return name in self._wrong or (name in self.lists and self.lists[name].has_errors)

    def _value(self, field: FieldPlan) -> str:
        text = self.texts.get(field.spec.name)
        if text is None:
            return field.blank
        if field.spec.kind is FieldKind.DATE:
            return _iso(text)
        if field.spec.kind is FieldKind.BOOL:
            return "on" if field.read(text) is True else ""
        return text

    def _summary(self, code: str, fields: tuple[FieldPlan, ...]) -> SummaryView:
        if any(map(self._is_wrong, fields)):
            return SummaryView(code, TO_CORRECT, "")
        said: list[str] = []
        usual: list[str] = []
        for field in fields:
            value = self._values.get(field.spec.name)
            given = field.said(value)
            left = "" if given or value not in (None, field.spec.default) else field.usual
            if (given or left) and self._is_shown(field):
                (said if given else usual).append(given or left)
        return SummaryView(code, ", ".join(said), ", ".join(dict.fromkeys(usual)))

    def _is_shown(self, field: FieldPlan) -> bool:
        """Whether the choices made ask for this field."""
        return all(self._chosen(asker) in codes for asker, codes in field.rules)

    def _chosen(self, name: str) -> str:
        value = self._values.get(name, self._plan.fields[name].spec.default)
        return "on" if value is True else str(value)


def _iso(text: str) -> str:
    """A readable date as the date control wants it; anything else as it was typed."""
    try:
        return french.parse_day(text).isoformat()
    except ValueError:
        return text
