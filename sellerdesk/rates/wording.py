"""The French words of the rates, shared by the admin and the public pages."""

from decimal import Decimal

from calculators.kit import french
from calculators.kit.rates import RateFact
from calculators.kit.wording import CONFIDENCE, fact_period, period

__all__ = ["ABROAD", "CONFIDENCE", "count", "fact_period", "fact_value", "family_title", "period"]

ABROAD = "hors_de_france"  # other countries' fees and records kept for tests: shown last, folded

# Codes that a capital letter and spaces do not turn into good French.
_FAMILIES = {
    ABROAD: "Hors de France et relevés d’essai",
    "impot_revenu": "Impôt sur le revenu",
    "independants": "Travailleurs indépendants au réel",
    "fidelite": "Fidélité",
    "epargne_salariale": "Épargne salariale",
    "micro_entrepreneur": "Micro-entrepreneur",
    "prelevement_source": "Prélèvement à la source",
    "paypal": "PayPal",
    "societes": "Impôt sur les sociétés et dividendes",
    "tiktok_shop": "TikTok Shop",
    "tva": "TVA",
    "vente_b2b": "Vente B2B",
    "ebay": "eBay",
}


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
