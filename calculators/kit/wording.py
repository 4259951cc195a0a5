"""The French words of a rate: how sure it is, and its period. Written once for every surface."""

from datetime import date, timedelta

from calculators.kit import french
from calculators.kit.rates import Confidence, RateFact

CONFIDENCE = {
    Confidence.OFFICIAL: "officiel",
    Confidence.CONCORDANT: "concordant",
    Confidence.SINGLE: "une seule source",
    Confidence.UNSURE: "incertain",
}
TO_FIND = "à retrouver"


def period(start: date | None, next_start: date | None, read: date | None = None) -> str:
    """« du 01/01/2025 au 31/12/2025 », « depuis le 01/01/2026 », « début inconnu, lu le … »."""
    last = french.day(next_start - timedelta(days=1)) if next_start else ""
    if start is None:
        unknown = f"début inconnu, lu le {french.day(read)}" if read else "début inconnu"
        return f"{unknown}, jusqu’au {last}" if last else unknown
    return f"du {french.day(start)} au {last}" if last else f"depuis le {french.day(start)}"


def fact_period(fact: RateFact) -> str:
    """The period of a fact of the book."""
    return period(fact.valid_from, fact.valid_to, fact.read_on)
