"""Which book a calculation runs on: the rates published, or the variant that its inputs ask for."""

from calculators.kit.calculator import Calculator, Result
from calculators.kit.fields import Inputs
from calculators.kit.rates import RateBook
from sellerdesk.rates.variants import variant


def calculated(
    calculator: Calculator, inputs: Inputs, book: RateBook, *, named: str = ""
) -> Result:
    """The result on a book; `named` is a variant asked for by name, before what the inputs say."""
    name = named or calculator.variant(inputs)
    return calculator.calculate(inputs=inputs, rates=variant(book, name) if name else book)
