"""What a form needs to know of a calculator, worked out once."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django.urls import reverse

from calculators.catalogue import calculators
from calculators.kit import french, units
from calculators.kit.calculator import Calculator
from calculators.kit.fields import FieldKind, FieldSpec, Group, Inputs, field_specs
from calculators.kit.given import input_text
from sellerdesk.desk.reading import READERS, UNREADABLE, validated

EXAMPLE = "exemple"
_NOTHING = re.compile(r"(Non|Aucune?|Sans)\b|$")  # a summary does not name what is not there


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """One column of a list of rows: how a cell is read, what an empty row shows in it."""

    spec: FieldSpec
    read: Callable[[str], Any]
    blank: str


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """One field: how it is read, what it shows before anything is typed."""

    spec: FieldSpec
    id: str
    required: bool
    shown_when: str
    read: Callable[[str], Any]
    blank: str
    rules: tuple[tuple[str, tuple[str, ...]], ...]  # the choices that ask for it
    usual: str  # the default of a choice, as a summary names it: it decides the result too
    columns: tuple[ColumnPlan, ...] = ()  # of a list of rows
    first_rows: tuple[Mapping[str, str], ...] = ()  # the rows that the list has by default

    def said(self, value: Any) -> str:
        """The value in a summary; empty when it is the default or is not readable."""
        spec = self.spec
        if value in (spec.default, UNREADABLE, None):
            return ""
        if spec.kind is FieldKind.BOOL:
            return spec.label
        if spec.kind is FieldKind.CHOICE:
            text = dict(spec.choices).get(value, "")
        else:
            text = input_text(spec, value)
        return f"{spec.label}{french.NBSP}: {text}" if text else ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole form."""

    model: type[Inputs]
    main_date: str
    today: Callable[[date], str]  # a day as the main field shows it
    action: str
    example_url: str
    fields: Mapping[str, FieldPlan]
    groups: tuple[tuple[Group, tuple[FieldPlan, ...]], ...]
    example: Mapping[str, str]


@cache
def plan_of(slug: str) -> Plan:
    """The plan of a calculator of the catalogue."""
    calculator = calculators()[slug]
    needed = _needed(calculator)
    fields = {
        spec.name: FieldPlan(
            spec=spec, id=f"id_{spec.name}", required=spec.name in needed,
            shown_when=spec.shown_when.replace(" ", "|"), read=READERS.get(spec.kind, str),
            blank=_blank(spec), rules=spec.rules, usual=_usual(spec),
            columns=tuple(ColumnPlan(c, READERS[c.kind], _blank(c)) for c in spec.columns),
            first_rows=_first_rows(spec),
        )
        for spec in field_specs(calculator.inputs)
    }  # fmt: skip
    action = reverse("desk:calculator", args=[slug])
    return Plan(
        model=calculator.inputs, main_date=calculator.main_date,
        today=lambda day: str(calculator.main_value(day)),
        action=action, example_url=f"{action}?{EXAMPLE}=1",
        fields=fields, groups=tuple(_groups(calculator, fields)), example=_example(calculator),
    )  # fmt: skip


def typed(spec: FieldSpec, value: Any) -> str:
    """A value as a person would type it; a date as the date control wants it."""
    if value is None or value is False:
        return ""
    if isinstance(value, Decimal):
        cents = spec.unit == units.EUR and value == value.quantize(Decimal("0.01"))
        return french.number(value, 2 if cents else None)
    return "on" if value is True else str(value)


def _blank(spec: FieldSpec) -> str:
    is_list = spec.kind is FieldKind.ROWS
    return typed(spec, spec.default) if spec.default and not is_list else ""


def _first_rows(spec: FieldSpec) -> tuple[dict[str, str], ...]:
    rows = spec.default or () if spec.kind is FieldKind.ROWS else ()
    return tuple({c.name: typed(c, getattr(row, c.name)) for c in spec.columns} for row in rows)


def _needed(calculator: Calculator) -> set[str]:
    """Fields without which the example is refused at that very field.

    A rule over several fields may need one that the model calls optional: asking the
    model keeps « (facultatif) » true without declaring the rule twice. A field that a
    choice brings is needed when each choice that brings it refuses the form without it.
    """
    specs = field_specs(calculator.inputs)
    return {spec.name for spec in specs if spec.required or _is_missed(calculator, spec)}


def _is_missed(calculator: Calculator, spec: FieldSpec) -> bool:
    rest = {key: value for key, value in calculator.example.items() if key != spec.name}
    chosen = [{asker: code} for asker, codes in spec.rules for code in codes]
    if not chosen and spec.name not in calculator.example:
        return False
    return all(
        spec.name in dict(validated(calculator.inputs, rest | choice)[1])
        for choice in chosen or [{}]
    )


def _usual(spec: FieldSpec) -> str:
    text = dict(spec.choices).get(spec.default, "")
    return "" if _NOTHING.match(text) else text


def _groups(
    calculator: Calculator, fields: Mapping[str, FieldPlan]
) -> list[tuple[Group, tuple[FieldPlan, ...]]]:
    known = {group.code for group in calculator.inputs.GROUPS}
    strays = [field.spec.name for field in fields.values() if field.spec.group not in known]
    if strays:
        raise ValueError(f"{calculator.slug}: fields without group: {', '.join(strays)}")
    return [
        (group, _after_its_choice([f for f in fields.values() if f.spec.group == group.code]))
        for group in calculator.inputs.GROUPS
    ]


def _after_its_choice(fields: list[FieldPlan]) -> tuple[FieldPlan, ...]:
    """A field that a choice of its group brings stands right below that choice."""
    names = {field.spec.name for field in fields}
    brought: dict[str, list[FieldPlan]] = {}
    for field in fields:
        asker = next((name for name, _ in field.rules if name in names), "")
        brought.setdefault(asker, []).append(field)

    def below(asker: str) -> list[FieldPlan]:
        own = brought.get(asker, [])
        return [found for field in own for found in (field, *below(field.spec.name))]

    return tuple(below(""))


def _example(calculator: Calculator) -> Mapping[str, str]:
    inputs = calculator.inputs.model_validate(calculator.example)
    return {
        name: text
        for spec in field_specs(calculator.inputs)
        if spec.name in calculator.example
        for name, text in _texts(spec, getattr(inputs, spec.name)).items()
    }


def _texts(spec: FieldSpec, value: Any) -> dict[str, str]:
    """What a form sends of a value: one text, or one for each cell."""
    if spec.kind is not FieldKind.ROWS:
        return {spec.name: typed(spec, value)}
    return {
        input_name(spec.name, index, column.name): typed(column, getattr(row, column.name))
        for index, row in enumerate(value)
        for column in spec.columns
    }


def input_name(name: str, index: int, column: str) -> str:
    """The name of the input of a cell: `recettes-0-ventes`."""
    return f"{name}-{index}-{column}"
