"""Exact decimals in the database.

SQLite keeps a DecimalField as a double and alters it past 15 digits. Rates range from
0,0004 to hundreds of thousands of euros, so no single scale of integers fits them all:
they are kept as normalised text ("12.3", "-0.05", "47100"), equal when their values are.
Text does not sort nor sum as numbers: never ask the database to do either.
"""

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from calculators.kit import french

_EXACT = re.compile(r"-?\d{1,12}(?:\.\d{1,10})?", re.ASCII)
_REFUSED = "Saisissez un nombre d’au plus 12 chiffres et 10 décimales, par exemple 12,3."


def exact(value: Decimal | str | int) -> Decimal:
    """Return a value without its useless zeros; raise ValueError past 12 digits and 10 decimals."""
    text = f"{value:f}" if isinstance(value, Decimal) else str(value).strip()
    if not _EXACT.fullmatch(text):
        raise ValueError(_REFUSED)
    return Decimal(f"{Decimal(text).normalize() + 0:f}")


class FrenchDecimalField(forms.Field):
    """Reads « 0,2 », « 0.2 » and « 1 234,56 », shows the French form."""

    def to_python(self, value: Any) -> Any:
        """Return the exact decimal, or None when nothing was typed."""
        text = "" if value is None else str(value).strip()
        if not text:
            return None
        try:
            return exact(french.parse(text))
        except ValueError:
            raise ValidationError(_REFUSED, code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        """Write a stored value with a comma; leave what was typed as it was."""
        return french.number(value) if isinstance(value, Decimal) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare values, not the way they are typed."""
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True


if TYPE_CHECKING:
    _DecimalColumn = models.Field[Decimal | str | int | None, Decimal | None]
else:
    _DecimalColumn = models.Field


class ExactDecimalField(_DecimalColumn):
    """A Decimal in Python, normalised text in the database."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 24)
        super().__init__(*args, **kwargs)

    def get_internal_type(self) -> str:
        """Store as text on every database."""
        return "CharField"

    def from_db_value(
        self, value: str | None, expression: Any, connection: BaseDatabaseWrapper
    ) -> Decimal | None:
        """Read the text back."""
        return None if value is None else Decimal(value)

    def to_python(self, value: Any) -> Decimal | None:
        """Return the exact value, or a French refusal."""
        if value is None or value == "":
            return None
        try:
            return exact(value)
        except ValueError:
            raise ValidationError(_REFUSED, code="invalid") from None

    def get_prep_value(self, value: Any) -> str | None:
        """Write the normalised text."""
        value = super().get_prep_value(value)
        return None if value is None or value == "" else f"{exact(value):f}"

    def value_to_string(self, obj: models.Model) -> str:
        """Serialise without loss."""
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def formfield(self, **kwargs: Any) -> Any:
        """Use the French field."""
        return super().formfield(**{"form_class": FrenchDecimalField, **kwargs})
