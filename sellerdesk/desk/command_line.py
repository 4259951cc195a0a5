"""What `calculate` and `report` share: inputs on the standard input, errors as JSON."""

import json
import sys
from argparse import ArgumentParser
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from calculators.catalogue import calculators
from calculators.kit import french, messages
from calculators.kit.calculator import Calculator, Result
from calculators.kit.fields import field_specs
from sellerdesk.desk.books import calculated
from sellerdesk.desk.clock import today
from sellerdesk.desk.reading import Errors, json_values, validated
from sellerdesk.rates.errors import UnknownVariantError
from sellerdesk.rates.selectors import PARIS, book_known_on, current_book

BAD_INPUT = 2
NOT_JSON = "L’entrée n’est pas un objet JSON lisible ; --example en montre un."
NOT_AN_INSTANT = "Écrivez un instant comme 2026-11-22T14:30."


class BadInput(Exception):  # noqa: N818 - what the user gave, not a fault
    """What is wrong with the input, as (field, sentence) pairs."""

    def __init__(self, errors: Errors) -> None:
        super().__init__(errors)
        self.errors = errors

    def __str__(self) -> str:
        found = [{"field": field, "message": message} for field, message in self.errors]
        return json.dumps({"errors": found}, ensure_ascii=False, indent=2)


def add_dates_and_rates(parser: ArgumentParser) -> None:
    """`--on` and `--known-on`, the two dates of a calculation, and `--variant`."""
    parser.add_argument(
        "--on", metavar="AAAA-MM-JJ",
        help="date principale, si l’entrée ne la donne pas (à défaut, aujourd’hui)",
    )  # fmt: skip
    parser.add_argument(
        "--known-on", metavar="INSTANT",
        help="calcule avec les barèmes publiés à cet instant (ISO 8601, heure de Paris)",
    )  # fmt: skip
    parser.add_argument(
        "--variant", metavar="NOM", default="",
        help="calcule avec une variante nommée des barèmes, par exemple moteur-officiel",
    )  # fmt: skip


def calculator(slug: str) -> Calculator:
    """The calculator of a slug, or BadInput."""
    try:
        return calculators()[slug]
    except KeyError:
        known = ", ".join(calculators())
        raise BadInput([("", f"Aucun calcul ne s’appelle « {slug} ». Il y a : {known}.")]) from None


def result_of(slug: str, options: dict[str, Any]) -> Result:
    """Read the standard input and calculate."""
    on, known_on = options["on"], options["known_on"]
    found = calculator(slug)
    book = current_book() if known_on is None else book_known_on(_instant(known_on))
    day = today() if on is None else _day(on)
    values = {
        found.main_date: found.main_value(day),
        **json_values(field_specs(found.inputs), _json(_standard_input())),
    }
    inputs, errors = validated(found.inputs, values)
    if inputs is None:
        raise BadInput(errors)
    try:
        return calculated(found, inputs, book, named=options["variant"])
    except UnknownVariantError as unknown:
        raise BadInput([("--variant", str(unknown))]) from None


def _standard_input() -> str:
    try:
        return sys.stdin.read()
    except UnicodeDecodeError:
        raise BadInput([("", NOT_JSON)]) from None


def _json(text: str) -> dict[str, Any]:
    """An object whose numbers are exact."""
    try:
        data = json.loads(text, parse_float=Decimal, parse_constant=_no_constant)
    except (ValueError, ArithmeticError, RecursionError):
        raise BadInput([("", NOT_JSON)]) from None
    if not isinstance(data, dict):
        raise BadInput([("", NOT_JSON)])
    return data


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def _day(text: str) -> date:
    try:
        return french.parse_day(text)
    except ValueError:
        raise BadInput([("--on", messages.NOT_A_DATE)]) from None


def _instant(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise BadInput([("--known-on", NOT_AN_INSTANT)]) from None
    return instant if instant.tzinfo else instant.replace(tzinfo=PARIS)
