"""Units: what may be added, compared, multiplied and stored."""

from collections.abc import Callable

import pytest

from calculators.kit import units
from calculators.kit.units import DATE, DAYS, EUR, NUMBER, PERCENT, TEST, UnitError

ALLOWED: dict[str, tuple[Callable[[str, str], str], str, str, str]] = {
    "euros + euros": (units.same, EUR, EUR, EUR),
    "a number + a percentage": (units.same, NUMBER, PERCENT, NUMBER),
    "a percentage + a percentage": (units.same, PERCENT, PERCENT, PERCENT),
    "days + days": (units.same, DAYS, DAYS, DAYS),
    "a date − a date": (units.difference, DATE, DATE, DAYS),
    "euros − euros": (units.difference, EUR, EUR, EUR),
    "euros × %": (units.product, EUR, PERCENT, EUR),
    "% × euros": (units.product, PERCENT, EUR, EUR),
    "euros × a number": (units.product, EUR, NUMBER, EUR),
    "a number × euros": (units.product, NUMBER, EUR, EUR),
    "% × %": (units.product, PERCENT, PERCENT, PERCENT),
    "a number × a number": (units.product, NUMBER, NUMBER, NUMBER),
    "a number × days": (units.product, NUMBER, DAYS, DAYS),
    "euros ÷ euros": (units.quotient, EUR, EUR, NUMBER),
    "euros ÷ a number": (units.quotient, EUR, NUMBER, EUR),
    "euros ÷ %": (units.quotient, EUR, PERCENT, EUR),
    "days ÷ days": (units.quotient, DAYS, DAYS, NUMBER),
    "% ÷ a number": (units.quotient, PERCENT, NUMBER, NUMBER),
}

REFUSED: dict[str, tuple[Callable[[str, str], str], str, str]] = {
    "euros + days": (units.same, EUR, DAYS),
    "euros + a number": (units.same, EUR, NUMBER),
    "euros + %": (units.same, EUR, PERCENT),
    "a date + days": (units.same, DATE, DAYS),
    "a date − days": (units.difference, DATE, DAYS),
    "a test + euros": (units.same, TEST, EUR),
    "euros × euros": (units.product, EUR, EUR),
    "euros × days": (units.product, EUR, DAYS),
    "euros × a test": (units.product, EUR, TEST),
    "a number ÷ euros": (units.quotient, NUMBER, EUR),
    "euros ÷ days": (units.quotient, EUR, DAYS),
}


@pytest.mark.parametrize("case", ALLOWED)
def test_the_unit_of_a_result(case: str) -> None:
    rule, left, right, result = ALLOWED[case]
    assert rule(left, right) == result


@pytest.mark.parametrize("case", REFUSED)
def test_natures_do_not_mix(case: str) -> None:
    rule, left, right = REFUSED[case]
    with pytest.raises(UnitError):
        rule(left, right)


@pytest.mark.parametrize(
    ("published", "unit"),
    [("€", EUR), ("€/part", EUR), ("€/an", EUR), ("$", EUR), ("%", PERCENT), ("% du taux", PERCENT),
     ("jours", DAYS), ("tranches", NUMBER), ("", NUMBER), ("parts", NUMBER)],
)  # fmt: skip
def test_a_published_unit_is_one_that_arithmetic_knows(published: str, unit: str) -> None:
    assert units.reduced(published) == unit


@pytest.mark.parametrize(
    ("unit", "line", "fits"),
    [(EUR, EUR, True), (NUMBER, PERCENT, True), (PERCENT, NUMBER, True), (EUR, PERCENT, False),
     (PERCENT, EUR, False), (DAYS, NUMBER, False), (TEST, NUMBER, False)],
)  # fmt: skip
def test_a_line_stores_only_its_own_nature(unit: str, line: str, fits: bool) -> None:
    assert units.fits(unit, line) is fits


def test_nothing_is_trapped() -> None:
    assert not any(units.CONTEXT.traps.values())
    assert units.CONTEXT.prec == 28
