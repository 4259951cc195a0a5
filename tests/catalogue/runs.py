"""Run a calculator on plain values."""

from decimal import Decimal
from typing import Any

from calculators.catalogue import calculators
from calculators.kit.calculator import Result
from tests.books import committed_book


def run(slug: str, **given: Any) -> Result:
    """The result on the committed rates; amounts are given as texts."""
    calculator = calculators()[slug]
    return calculator.calculate(
        inputs=calculator.inputs.model_validate(given), rates=committed_book()
    )


def euros(result: Result, *codes: str) -> list[str]:
    """Amounts as decimal texts, "-" when not computable."""
    return [_text(result[code]) for code in codes]


def _text(value: Decimal | None) -> str:
    return "-" if value is None else f"{value:f}"


def remarks(result: Result) -> set[str]:
    """The codes of the sentences shown."""
    return {remark.code for remark in result.remarks}
