"""Inputs: a frozen pydantic model whose fields carry what a form, a schema and a page need."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, ClassVar, Self, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.fields import FieldInfo

from calculators.kit import french, units
from calculators.kit.messages import NOT_A_DATE, InputError
from calculators.kit.names import cell_name

MAX_AMOUNT = Decimal("999999999999.99")


class FieldKind(StrEnum):
    """How a field is typed."""

    DECIMAL = "decimal"
    INTEGER = "integer"
    DATE = "date"
    YEAR = "year"
    CHOICE = "choice"
    BOOL = "bool"
    TEXT = "text"
    ROWS = "rows"


class Choice(StrEnum):
    """A closed list: `MEMBER = "code", "Libellé"`."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Keep the label beside the code."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = french.typography(label)
        return member


@dataclass(frozen=True, slots=True)
class Group:
    """A short group of fields; the first of a form is open."""

    code: str
    title: str


def _dates_checked(model: type[BaseModel], given: Any) -> Any:
    # pydantic would read a number as seconds since 1970.
    for name in _date_fields(model) if isinstance(given, dict) else ():
        if isinstance(given.get(name), int | float | Decimal):
            raise InputError(name, NOT_A_DATE)
    return given


class Inputs(BaseModel):
    """Base of every calculator's inputs."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)
    GROUPS: ClassVar[tuple[Group, ...]] = ()

    @model_validator(mode="before")
    @classmethod
    def _a_date_is_no_number(cls, given: Any) -> Any:
        return _dates_checked(cls, given)


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One input, as every surface needs it."""

    name: str
    kind: FieldKind
    label: str
    help: str
    unit: str
    group: str
    example: str
    shown_when: str
    required: bool
    default: Any
    choices: tuple[tuple[str, str], ...]
    low: Decimal | None
    high: Decimal | None
    places: int | None
    columns: "tuple[FieldSpec, ...]" = ()  # of a list of rows
    least: int = 0  # rows that a form shows at least
    most: int = 0  # rows that are accepted at most

    def is_shown(self, inputs: BaseModel) -> bool:
        """Whether the choices made ask for this field: « mode_prix=taux_marge taux_marque »."""
        return all(str(getattr(inputs, name)) in codes for name, codes in self.rules)

    @property
    def rules(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The choices that show the field: (name, codes), all of which must hold (« & »)."""
        parts = (rule.partition("=") for rule in self.shown_when.split("&") if rule)
        return tuple((name.strip(), tuple(codes.split())) for name, _, codes in parts)


def _extra(label: str, unit: str, words: Mapping[str, str]) -> dict[str, Any]:
    return {"label": label, "unit": unit, **words}


def money(
    label: str, *, default: Any = ..., ge: Any = 0, le: Any = MAX_AMOUNT, **words: str
) -> Any:
    """An amount in euros, at most 12 integer and 6 decimal digits."""
    return Field(
        default, ge=ge, le=le, max_digits=18, decimal_places=6,
        json_schema_extra=_extra(label, units.EUR, words),
    )  # fmt: skip


def rate(
    label: str, *, default: Any = ..., ge: Any = 0, le: Any = 100, lt: Any = None, **words: str
) -> Any:
    """A percentage in points (12.3 for 12,3 %), at most four decimals."""
    return Field(
        default, ge=ge, le=None if lt is not None else le, lt=lt, max_digits=10, decimal_places=4,
        json_schema_extra=_extra(label, units.PERCENT, words),
    )  # fmt: skip


def quantity(
    label: str, *, default: Any = ..., ge: Any = 0, le: Any = 1_000_000,
    places: int | None = None, unit: str = units.NUMBER, **words: str,
) -> Any:  # fmt: skip
    """A plain number: a count (int), or a coefficient (Decimal) when `places` is given."""
    extra = _extra(label, unit, words)
    if places is None:
        return Field(default, ge=ge, le=le, json_schema_extra=extra)
    digits = places + 12
    return Field(
        default, ge=ge, le=le, max_digits=digits, decimal_places=places, json_schema_extra=extra
    )


def year(label: str, *, default: Any = ..., ge: int = 1900, le: int = 2100, **words: str) -> Any:
    """A civil year. It fixes the shape of a calculation, as a choice does."""
    return Field(
        default, ge=ge, le=le, json_schema_extra=_extra(label, "", words) | {"kind": "year"}
    )


def rows(
    label: str, *, default: tuple[Any, ...] = (), least: int = 1, most: int = 500, **words: str
) -> Any:
    """A list of rows, each a frozen model of its own: typed in a table, or pasted.

    A form shows `least` rows at least. How many rows there are fixes the shape.
    """
    extra = _extra(label, "", words) | {"least": least}
    return Field(default=default, max_length=most, json_schema_extra=extra)


def asked(label: str, *, default: Any = ..., **words: str) -> Any:
    """A choice, a date, a yes or no, a short text."""
    return Field(default, json_schema_extra=_extra(label, "", words))


class Row(BaseModel):
    """Base of the model of a row: its fields are declared as those of a form."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    @model_validator(mode="before")
    @classmethod
    def _a_date_is_no_number(cls, given: Any) -> Any:
        return _dates_checked(cls, given)


def _plain_type(info: FieldInfo) -> Any:
    annotation = info.annotation
    if get_origin(annotation) is tuple:
        return get_args(annotation)[0]
    if get_origin(annotation) in (Union, UnionType):
        return next(a for a in get_args(annotation) if a is not NoneType)
    return annotation


def _kind(plain: Any) -> FieldKind:
    table = ((bool, FieldKind.BOOL), (Choice, FieldKind.CHOICE), (Decimal, FieldKind.DECIMAL),
             (int, FieldKind.INTEGER), (date, FieldKind.DATE), (Row, FieldKind.ROWS))  # fmt: skip
    return next((kind for base, kind in table if issubclass(plain, base)), FieldKind.TEXT)


def _bound(info: FieldInfo, name: str) -> Decimal | None:
    for meta in info.metadata:
        value = getattr(meta, name, None)
        if value is not None:
            return Decimal(value)
    return None


def _spec(name: str, info: FieldInfo) -> FieldSpec:
    words = info.json_schema_extra
    if not isinstance(words, dict):
        raise TypeError(f"{name}: declare inputs with money, rate, quantity or asked")
    plain = _plain_type(info)
    kind = FieldKind(str(words["kind"])) if "kind" in words else _kind(plain)
    text = {
        key: french.typography(str(words.get(key, "")))
        for key in ("label", "help", "unit", "group", "example", "shown_when")
    }
    choices = tuple((m.value, m.label) for m in plain) if kind is FieldKind.CHOICE else ()
    places = next((m.decimal_places for m in info.metadata if hasattr(m, "decimal_places")), None)
    return FieldSpec(
        name=name, kind=kind, required=info.is_required(),
        default=None if info.is_required() else info.default,
        choices=choices, low=_bound(info, "ge"), high=_bound(info, "le"), places=places,
        columns=field_specs(plain) if kind is FieldKind.ROWS else (),
        least=int(str(words.get("least", 0))), most=int(_bound(info, "max_length") or 0), **text,
    )  # fmt: skip


@cache
def field_specs(model: type[BaseModel]) -> tuple[FieldSpec, ...]:
    """Describe every field of an inputs model, in order."""
    return tuple(_spec(name, info) for name, info in model.model_fields.items())


@cache
def field_kinds(model: type[BaseModel]) -> Mapping[str, FieldKind]:
    """The kind of each field."""
    return {spec.name: spec.kind for spec in field_specs(model)}


@cache
def _date_fields(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name, kind in field_kinds(model).items() if kind is FieldKind.DATE)


@cache
def _units(model: type[BaseModel]) -> Mapping[str, str]:
    return {spec.name: units.reduced(spec.unit) for spec in field_specs(model)}


def input_unit(model: type[BaseModel], name: str) -> str:
    """The unit arithmetic uses for a field, or for a cell of a list of rows."""
    known = _units(model)
    return known[name] if name in known else units.reduced(cell_spec(model, name).unit)


def row_model(model: type[BaseModel], name: str) -> type[Row]:
    """The model of the rows of a list."""
    found: type[Row] = _plain_type(model.model_fields[name])
    return found


def rows_fields(model: type[BaseModel]) -> tuple[FieldSpec, ...]:
    """The lists of rows of a model."""
    return tuple(spec for spec in field_specs(model) if spec.kind is FieldKind.ROWS)


def value_of(inputs: BaseModel, name: str) -> Any:
    """The value of a field, or of a cell of a list of rows by its name."""
    if name in type(inputs).model_fields:
        return getattr(inputs, name)
    for spec in rows_fields(type(inputs)):
        if match := re.fullmatch(rf"{spec.name}_(\d+)_(\w+)", name):
            return getattr(getattr(inputs, spec.name)[int(match[1]) - 1], match[2])
    raise KeyError(name)


def values_of(inputs: BaseModel, names: Iterable[str]) -> list[Any]:
    """The values of fields and cells, in order."""
    try:
        return [getattr(inputs, name) for name in names]
    except AttributeError:
        return [value_of(inputs, name) for name in names]


def cell_spec(model: type[BaseModel], name: str) -> FieldSpec:
    """What is known of a cell by its name; KeyError when it is none."""
    for spec in rows_fields(model):
        if match := re.fullmatch(rf"{spec.name}_\d+_(\w+)", name):
            return next(column for column in spec.columns if column.name == match[1])
    raise KeyError(name)


def cells(inputs: BaseModel) -> Mapping[str, FieldSpec]:
    """Every cell of the lists of rows that these inputs give, by its name."""
    return {
        cell_name(spec.name, index, column.name): column
        for spec in rows_fields(type(inputs))
        for index in range(len(getattr(inputs, spec.name)))
        for column in spec.columns
    }
