"""The PDF against WeasyPrint alone on the same finished HTML."""

from collections.abc import Iterator

from calculators.catalogue import calculators
from sellerdesk.reports import pdf
from tests.benchmarks.measure import Ratio, compare
from tests.books import committed_book


def ratios() -> Iterator[Ratio]:
    """From the result to the bytes, against the layout of its finished page."""
    calculator = calculators()["marge-vente"]
    inputs = calculator.inputs.model_validate(calculator.example)
    result = calculator.calculate(inputs=inputs, rates=committed_book())
    finished = pdf.html(result)
    yield compare(
        "PDF from the result / WeasyPrint on the finished HTML",
        lambda: pdf.render(result), lambda: pdf.lay_out(finished), aim="≤ 1.15", rounds=9,
    )  # fmt: skip
