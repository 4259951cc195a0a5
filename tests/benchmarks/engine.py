"""The calculation with its trace, and compiled, against the same steps in plain Decimal."""

from collections.abc import Iterator
from decimal import Decimal, localcontext
from typing import Any

from calculators.catalogue import calculators
from calculators.kit import units
from calculators.kit.compiling import Compiled
from tests.benchmarks.measure import Ratio, compare
from tests.books import committed_book

CENT, BASIS = Decimal("0.01"), Decimal("0.0001")
GIVEN = {
    "date_vente": "2026-06-01", "prix_achat": "100", "prix_vente": "125", "port_facture": "10",
    "port_paye": "10", "moyen_paiement": "paypal",
}  # fmt: skip


def plain(cost: Decimal, price: Decimal, billed: Decimal, paid: Decimal) -> tuple[Decimal, ...]:
    """What one would write by hand for this one sale: every line, no trace, no choice."""
    landed = (cost + Decimal(0) + Decimal(0)).quantize(CENT)
    price = price.quantize(CENT)
    margin = (price - landed).quantize(CENT)
    markup = (margin / landed).quantize(BASIS)
    share = (margin / price).quantize(BASIS)
    ratio = (price / landed).quantize(CENT)
    ratio_ttc = (price / landed).quantize(CENT)
    turnover = (price + billed).quantize(CENT)
    shipping = paid.quantize(CENT)
    fee = (turnover * Decimal("0.029") + Decimal("0.35")).quantize(CENT)
    social = (turnover * Decimal("0.123")).quantize(CENT)
    training = (turnover * Decimal("0.001")).quantize(CENT)
    chamber = (turnover * Decimal("0.00015")).quantize(CENT)
    spent = (landed + shipping + fee + social + training + chamber).quantize(CENT)
    left = (turnover - spent).quantize(CENT)
    net = (left / turnover).quantize(BASIS)
    wrong = ((turnover - turnover * Decimal("0.71")) * Decimal("0.123")).quantize(CENT)
    wrong_left = (left + social + training + chamber - wrong).quantize(CENT)
    return (landed, shipping, price, margin, markup, share, ratio, ratio_ttc, turnover, fee,
            social, training, chamber, spent, left, net, wrong, wrong_left)  # fmt: skip


def ratios() -> Iterator[Ratio]:
    """Traced and compiled, the same 18 lines."""
    calculator, book = calculators()["marge-vente"], committed_book()
    inputs = calculator.inputs.model_validate(GIVEN)
    amounts = [Decimal(GIVEN[n]) for n in ("prix_achat", "prix_vente", "port_facture", "port_paye")]
    shape = Compiled(calculator, book).shape(inputs)
    args: list[Any] = [getattr(inputs, name) for name in shape.args]
    with localcontext(units.CONTEXT):
        assert tuple(plain(*amounts)) == shape.function(*args)
        yield compare(
            "18 lines with their trace / plain Decimal",
            lambda: calculator.calculate(inputs=inputs, rates=book), lambda: plain(*amounts),
            loops=300,
        )  # fmt: skip
        yield compare(
            "18 lines compiled / plain Decimal",
            lambda: shape.function(*args), lambda: plain(*amounts), loops=2000,
        )  # fmt: skip
