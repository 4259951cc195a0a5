"""From what was typed, or sent as JSON, to what an inputs model validates.

What cannot be read becomes UNREADABLE, which no field accepts: the model then refuses
it beside its other errors, and calculators.kit.messages stays the only place with words.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from calculators.kit import french, messages
from calculators.kit.fields import FieldKind, FieldSpec, Inputs

UNREADABLE = "?"
_YES_NO = {"on": True, "oui": True, "true": True, "1": True,
           "off": False, "non": False, "false": False, "0": False}  # fmt: skip

type Errors = list[tuple[str, str]]


def _read(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        try:
            return parse(text)
        except ValueError:
            return UNREADABLE

    return read


READERS: Mapping[FieldKind, Callable[[str], Any]] = {
    FieldKind.DECIMAL: _read(french.parse),
    FieldKind.INTEGER: _read(french.parse),
    FieldKind.DATE: _read(french.parse_day),
    FieldKind.YEAR: _read(french.parse),
    FieldKind.BOOL: lambda text: _YES_NO.get(text.strip().lower(), UNREADABLE),
    FieldKind.CHOICE: str.strip,
    FieldKind.TEXT: str,
}


def json_value(spec: FieldSpec, value: Any) -> Any:
    """A JSON value as the model takes it: a date is a text, an amount a number or a text,
    « 1 234,56 » as well as 1234.56."""
    if spec.kind is FieldKind.ROWS:
        return [_json_row(spec, row) for row in value] if isinstance(value, list) else value
    if spec.kind is FieldKind.DATE:
        return READERS[FieldKind.DATE](value) if isinstance(value, str) else UNREADABLE
    if spec.kind in (FieldKind.DECIMAL, FieldKind.INTEGER, FieldKind.YEAR):
        if isinstance(value, bool):
            return UNREADABLE
        return READERS[spec.kind](value) if isinstance(value, str) else value
    return value


def _json_row(spec: FieldSpec, row: Any) -> Any:
    return json_values(spec.columns, row) if isinstance(row, dict) else row


def json_values(specs: Iterable[FieldSpec], data: Mapping[str, Any]) -> dict[str, Any]:
    """Values as a model takes them: null is absent, unknown names stay and are refused."""
    known = {spec.name: spec for spec in specs}
    return {
        name: json_value(known[name], value) if name in known else value
        for name, value in data.items()
        if value is not None
    }


def validated(model: type[Inputs], values: Mapping[str, Any]) -> tuple[Inputs | None, Errors]:
    """The frozen inputs, or what is wrong with them as (field, sentence) pairs."""
    try:
        return model.model_validate(values), []
    except ValidationError as error:
        return None, messages.errors(error, model)
