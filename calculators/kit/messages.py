"""What is wrong with an input, in one clear French sentence."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from calculators.kit import french
from calculators.kit.names import cell_name, row_name

REQUIRED = "Ce champ est obligatoire."
NOT_A_NUMBER = "Écrivez un nombre, par exemple 1 234,56."
NOT_A_DATE = "Écrivez une date comme 22/11/2026."
NOT_A_CHOICE = "Choisissez une valeur de la liste."
TOO_LONG = "Ce nombre est trop long : 12 chiffres avant la virgule et 6 après, au plus."

_BY_TYPE = {
    "missing": REQUIRED,
    "decimal_parsing": NOT_A_NUMBER,
    "decimal_type": NOT_A_NUMBER,
    "finite_number": NOT_A_NUMBER,
    "int_parsing": "Écrivez un nombre entier, par exemple 12.",
    "int_from_float": "Écrivez un nombre entier, par exemple 12.",
    "int_type": "Écrivez un nombre entier, par exemple 12.",
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


def errors(error: ValidationError) -> list[tuple[str, str]]:
    """Return (field, sentence) pairs; the field is "" when the whole input is concerned.

    In a list of rows it is the name of the cell (`recettes_3_ventes`) or of the row.
    """
    return [(_field(dict(e)), _sentence(dict(e))) for e in error.errors()]


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


def _sentence(error: dict[str, Any]) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind in _BY_TYPE:
        return _BY_TYPE[kind]
    if kind == "value_error":
        return str(context["error"])
    if kind == "too_long":
        return too_many(context["max_length"])
    if kind == "decimal_max_places":
        return f"Au plus {context['decimal_places']} chiffres après la virgule."
    bounds = {
        "greater_than_equal": ("ge", "d’au moins"),
        "greater_than": ("gt", "supérieur à"),
        "less_than_equal": ("le", "d’au plus"),
        "less_than": ("lt", "inférieur à"),
    }
    if kind in bounds:
        key, words = bounds[kind]
        return f"Ce nombre doit être {words} {_shown(context[key])}."
    return "Cette valeur n’est pas valable."


def _shown(bound: Any) -> str:
    return french.day(bound) if isinstance(bound, date) else french.number(Decimal(str(bound)))


class InputError(ValueError):
    """A rule of a calculator about several fields, reported at one of them."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
