"""What is wrong with an input, in one clear French sentence."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ValidationError

from calculators.kit import french
from calculators.kit.names import cell_name, row_name

REQUIRED = "Ce champ est obligatoire."
NOT_A_NUMBER = "Écrivez un nombre, par exemple 1 234,56."
NOT_A_DATE = "Écrivez une date comme 22/11/2026."
NOT_A_CHOICE = "Choisissez une valeur de la liste."
TOO_LONG = "Ce nombre est trop long : 12 chiffres avant la virgule et 6 après, au plus."

WHOLE = "Écrivez un nombre entier, par exemple 12."

_BY_TYPE = {
    "missing": REQUIRED,
    "decimal_parsing": NOT_A_NUMBER,
    "decimal_type": NOT_A_NUMBER,
    "finite_number": NOT_A_NUMBER,
    "int_parsing": WHOLE,
    "int_from_float": WHOLE,
    "int_type": WHOLE,
    "int_parsing_size": TOO_LONG,
    "decimal_whole_digits": TOO_LONG,
    "decimal_max_digits": TOO_LONG,
    "enum": NOT_A_CHOICE,
    "date_type": NOT_A_DATE,
    "date_parsing": NOT_A_DATE,
    "date_from_datetime_parsing": NOT_A_DATE,
    "date_from_datetime_inexact": NOT_A_DATE,
    "bool_parsing": "Répondez par oui ou par non.",
    "bool_type": "Répondez par oui ou par non.",
    "extra_forbidden": "Ce champ n’existe pas dans ce calcul.",
    "tuple_type": "Donnez une liste de lignes.",
    "model_type": "Donnez la ligne comme un objet, une valeur par colonne.",
}


def errors(error: ValidationError, model: type[BaseModel] | None = None) -> list[tuple[str, str]]:
    """Return (field, sentence) pairs; the field is "" when the whole input is concerned.

    In a list of rows it is the name of the cell (`recettes_3_ventes`) or of the row. The model
    tells a year, which has no thousands, from other numbers.
    """
    found = [(_field(dict(e)), dict(e)) for e in error.errors()]
    return [(field, _sentence(e, is_year=_is_year(model, field))) for field, e in found]


def _is_year(model: type[BaseModel] | None, field: str) -> bool:
    known = model.model_fields.get(field) if model else None
    extra = known.json_schema_extra if known else None
    return isinstance(extra, dict) and extra.get("kind") == "year"


def _field(error: dict[str, Any]) -> str:
    cause = error.get("ctx", {}).get("error")
    path: tuple[Any, ...] = error["loc"]
    if isinstance(cause, InputError):
        path = (*path, cause.field) if cause.field else path
    match path:
        case (str(name), int(index), str(column), *_):
            return cell_name(name, index, column)
        case (str(name), int(index)):
            return row_name(name, index)
    return str(path[0]) if path else ""


def too_many(most: int) -> str:
    """What is said of a list with too many rows."""
    return f"Au plus {french.number(Decimal(most))} lignes."


def _sentence(error: dict[str, Any], *, is_year: bool) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind in _BY_TYPE:
        return _BY_TYPE[kind]
    if kind == "value_error":
        return str(context["error"])
    if kind == "too_long":
        return too_many(context["max_length"])
    if kind == "decimal_max_places":
        return _places(context["decimal_places"])
    bounds = {
        "greater_than_equal": ("ge", "d’au moins"),
        "greater_than": ("gt", "supérieur à"),
        "less_than_equal": ("le", "d’au plus"),
        "less_than": ("lt", "inférieur à"),
    }
    if kind in bounds:
        key, words = bounds[kind]
        return f"Ce nombre doit être {words} {_shown(context[key], is_year=is_year)}."
    return "Cette valeur n’est pas valable."


def _places(most: int) -> str:
    """How many decimals there may be."""
    if most == 0:
        return WHOLE
    return f"Au plus {most} {'chiffres' if most > 1 else 'chiffre'} après la virgule."


def _shown(bound: Any, *, is_year: bool) -> str:
    if is_year:
        return str(bound)
    return french.day(bound) if isinstance(bound, date) else french.number(Decimal(str(bound)))


class InputError(ValueError):
    """A rule of a calculator about several fields, reported at one of them."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
