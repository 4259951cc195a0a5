"""The French words of the rates, shared by the admin and the public pages."""

from datetime import date, timedelta
from decimal import Decimal

from calculators.kit import french
from calculators.kit.rates import Confidence, RateFact

CONFIDENCE = {
    Confidence.OFFICIAL: "officiel",
    Confidence.CONCORDANT: "concordant",
    Confidence.SINGLE: "une seule source",
    Confidence.UNSURE: "incertain",
}

ABROAD = "hors_de_france"  # other countries' fees and records kept for tests: shown last, folded

# Codes that a capital letter and spaces do not turn into good French.
_FAMILIES = {
    ABROAD: "Hors de France et relevés d’essai",
    "impot_revenu": "Impôt sur le revenu",
    "micro_entrepreneur": "Micro-entrepreneur",
    "paypal": "PayPal",
    "tiktok_shop": "TikTok Shop",
    "tva": "TVA",
    "ebay": "eBay",
}


def period(start: date | None, next_start: date | None, seen_on: date | None = None) -> str:
    """« du 01/01/2025 au 31/12/2025 », « depuis le 01/01/2026 », « début inconnu, lu le … »."""
    end = french.day(next_start - timedelta(days=1)) if next_start else ""
    if start is None:
        seen = f", lu le {french.day(seen_on)}" if seen_on else ""
        return f"début inconnu{seen}" + (f", jusqu’au {end}" if end else "")
    return f"du {french.day(start)} au {end}" if end else f"depuis le {french.day(start)}"


def fact_period(fact: RateFact) -> str:
    """The period of a fact of the book."""
    return period(fact.valid_from, fact.valid_to, fact.seen_on)


def fact_value(fact: RateFact) -> str:
    """« 12,3 % », or « sans valeur » when the series ends or nobody published the figure."""
    return "sans valeur" if fact.value is None else french.with_unit(fact.value, fact.unit)


def count(number: int, singular: str, plural: str = "") -> str:
    """« 1 version », « 3 versions »; the French singular holds below 2."""
    word = singular if number < 2 else plural or singular + "s"
    return f"{french.number(Decimal(number))}{french.NBSP}{word}"


def family_title(family: str) -> str:
    """« micro_entrepreneur » → « Micro-entrepreneur »; a family written in words stays."""
    if family in _FAMILIES:
        return _FAMILIES[family]
    return family.replace("_", " ").capitalize() if family.islower() else family
