"""Fees on a payment: a percentage and a fixed part, and the amount to bill for a net."""

from decimal import Decimal

from calculators.kit.amounts import Amount, ceiling, constant, maximum, rounded, when
from calculators.kit.units import CENT, EUR, MILLIONTH

CENTIME = constant(CENT.quantum or 0, EUR)
DEMI_CENTIME = constant(Decimal("0.005"), EUR)


def frais(base: Amount, taux: Amount, fixes: Amount | None = None) -> Amount:
    """Percentage of the base plus the fixed parts, unrounded: the line rounds it once.

    A fixed part is due on a payment: none is taken when nothing is received.
    """
    variable = base * taux
    return variable if fixes is None else variable + when(base > 0, fixes, 0)


def brut_pour(net: Amount, taux: Amount, fixes: Amount) -> Amount:
    """What to bill to receive `net`: (net + fixed) ÷ (1 − rate), not computable at 100 %."""
    return (net + fixes) / maximum(1 - taux, 0)


def net_de(brut: Amount, taux: Amount, fixes: Amount) -> Amount:
    """What is received of an amount billed, the fee rounded to the cent: the check forwards."""
    return brut - rounded(brut * taux + fixes, CENT)


def au_centime_pres(brut: Amount, manque: Amount) -> Amount:
    """The amount to bill, one cent more when `manque` (a comparison) holds."""
    return brut + when(manque, CENTIME, constant(0, EUR))


def au_centime_au_dessus(montant: Amount, parts: Amount) -> Amount:
    """A share of an amount on the cent at or above: so many of them reach it."""
    return ceiling(rounded(montant * 100 / parts, MILLIONTH)) / 100
