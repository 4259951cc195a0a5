"""An invoice paid late between professionals: C. com. L441-10 and D441-5."""

from calculators.kit.amounts import Amount
from calculators.kit.days import Day
from calculators.kit.lines import Sheet
from calculators.kit.rates import RateCode

PENALITE = RateCode("retard_penalite", "%/an")
INDEMNITE = RateCode("retard_indemnite", "€/facture")
CODES = (PENALITE, INDEMNITE)

JOURS = 365


def penalites(
    sheet: Sheet, montant_ttc: Amount, jours: Amount, on: Day, taux: Amount | None = None
) -> Amount:
    """Interest by the day, at the contract's rate or at the legal one of the half-year."""
    rate: Amount = sheet.rate(PENALITE, on) if taux is None else taux
    return montant_ttc * rate * jours / JOURS
