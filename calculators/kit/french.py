"""The only French number formatter and parser: 1 234,56 € with U+00A0, 12,3 %, 22/11/2026.

A space, U+00A0 or U+202F may group the digits of what is typed, a comma or a dot
may mark the decimals, never both: « 1.234,56 » and « 1,234.56 » are refused.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
NOT_COMPUTABLE = f"non{NBSP}calculable"

_SPACES = str.maketrans("", "", " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\t")
_TYPED = re.compile(r"[+-]?\d+(?:[.,]\d*)?|[+-]?[.,]\d+", re.ASCII)
_PERCENT = Decimal("0.01")
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)  # writes any amount, half up as the lines do
_LEGIBLE = Decimal("1E-6")
_SEVERAL = 2  # one and a half is singular
_FIXED_PLACES = {"€": 2, "$": 2, "£": 2}
_NOUNS = (
    ("jour", "jours"), ("vente", "ventes"), ("transaction", "transactions"), ("mois", "mois"),
    ("enfant", "enfants"), ("part", "parts"), ("tranche", "tranches"), ("an", "ans"),
    ("jour par mois", "jours par mois"), ("heure par mois", "heures par mois"),
    ("jour de retard", "jours de retard"), ("jour de la période", "jours de la période"),
)  # fmt: skip
_AGREED = {unit: nouns for nouns in _NOUNS for unit in nouns}  # a rate's unit may be either


def number(value: Decimal, places: int | None = None) -> str:
    """Return a number as the French write it; without `places`, no trailing zero is added."""
    # Equal decimals are written alike, so the texts of one answer are made once.
    return _number(value, places) if value.is_finite() else NOT_COMPUTABLE


@lru_cache(maxsize=4096)
def _number(value: Decimal, places: int | None) -> str:
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), context=_WIDE)
    text = f"{value:f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, _, decimals = text.partition(".")
    return _grouped(whole, decimals)


def _grouped(whole: str, decimals: str) -> str:
    digits = whole.lstrip("-")
    sign = MINUS if whole != digits and (digits + decimals).strip("0") else ""
    if len(digits) > 3:
        digits = f"{int(digits):,}".replace(",", NBSP)
    return f"{sign}{digits},{decimals}" if decimals else sign + digits


def legible(value: Decimal) -> Decimal:
    """An exact value as far as it is printed: six decimals, four of a percentage."""
    return value.quantize(_LEGIBLE, context=_WIDE) if value.is_finite() else value


def with_unit(value: Decimal | None, unit: str) -> str:
    """Return a value with its unit; a percentage is given in points (12.3 for 12,3 %)."""
    if value is None or value.is_nan():
        return NOT_COMPUTABLE
    text = str(value)
    if unit == "€" and text[-3:-2] == "." and "E" not in text:  # cents: most of what is shown
        return _grouped(text[:-3], text[-2:]) + NBSP + unit
    return _with_unit(value, unit)


@lru_cache(maxsize=4096)
def _with_unit(value: Decimal, unit: str) -> str:
    places = _FIXED_PLACES.get(unit.partition("/")[0])
    if places is not None:
        exponent = value.normalize().as_tuple().exponent
        places = max(places, -exponent if isinstance(exponent, int) else 0)
    if nouns := _AGREED.get(unit):
        unit = nouns[abs(value) >= _SEVERAL]
    return number(value, places) + (NBSP + unit if unit else "")


def percent(ratio: Decimal) -> str:
    """Return a ratio as a percentage: 0.123 gives 12,3 %."""
    return with_unit(ratio / _PERCENT, "%")


def day(value: date | None) -> str:
    """Return a date as 22/11/2026."""
    return f"{value:%d/%m/}{value.year:04d}" if value else ""


_HIGH = re.compile(r" (?=[:;!?»%€])|(?<=«) ")
_PLACE = re.compile(r"\{(\w+)\}")


def typography(text: str) -> str:
    """The same sentence with the spaces that French keeps unbroken."""
    return _HIGH.sub(NBSP, text)


def filled(sentence: str, texts: Mapping[str, str]) -> str:
    """A sentence with the text of each `{code}` in its place."""
    return typography(_PLACE.sub(lambda match: texts.get(match[1], match[0]), sentence))


def parse(text: str) -> Decimal:
    """Read a number typed in French, its unit beside it or not; ValueError when it is none."""
    bare = text.translate(_SPACES).replace(MINUS, "-").removesuffix("€").removesuffix("%")
    if len(bare) > 60 or not _TYPED.fullmatch(bare):
        raise ValueError(text)
    return Decimal(bare.replace(",", "."))


def parse_day(text: str) -> date:
    """Read 22/11/2026 or 2026-11-22; raise ValueError otherwise."""
    bare = text.strip()
    if match := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", bare, re.ASCII):
        return date(int(match[3]), int(match[2]), int(match[1]))
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", bare, re.ASCII):
        return date.fromisoformat(bare)
    raise ValueError(text)
