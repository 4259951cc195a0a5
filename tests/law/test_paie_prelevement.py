"""Income tax withheld from a salary: the grids and their limits, a personal rate, a scale."""

from decimal import Decimal
from typing import Any

import pytest

from calculators.kit.readings import explanation
from calculators.law.paie import Territoire
from tests.law.bulletins import ATMP, bulletin

D = Decimal


@pytest.mark.parametrize(
    ("base", "rate"),
    [("1634.99", "0"), ("1635", "0.5"), ("3134.99", "7.5"), ("3135", "9.9"),
     ("55557.99", "38"), ("55558", "43"), ("90000", "43")],
)  # fmt: skip
def test_the_neutral_grid_takes_the_first_slice_whose_limit_is_above(base: str, rate: str) -> None:
    assert _neutral(base, "2026-11-01").taux_prelevement.value * 100 == D(rate)


def _neutral(base: str, periode: str, **given: Any) -> Any:
    """A gross whose taxable net is the base, by the slope between two of them."""
    wanted, gross = D(base), D(base)
    for _ in range(40):
        m = bulletin(gross, periode, **given).paie
        gap = wanted - m.net_imposable.value
        if not gap:
            return m
        gross = (gross + gap).quantize(D("0.01"))
    raise AssertionError(base)


@pytest.mark.parametrize(
    ("base", "sentence"),
    [("1500", "1 500,00 € < 1 635,00 €/mois : 0 %"),
     ("3273.96", "3 135,00 €/mois ≤ 3 273,96 € < 3 571,00 €/mois : 9,9 %"),
     ("60000", "55 558,00 €/mois ≤ 60 000,00 € : 43 %")],
)  # fmt: skip
def test_the_slice_is_said(base: str, sentence: str) -> None:
    said = explanation(_neutral(base, "2026-11-01").taux_prelevement)
    assert said.replace("\N{NO-BREAK SPACE}", " ") == sentence


def test_the_grid_of_2026_starts_in_may() -> None:
    # 1 630 €: 0,5 % by the grid of May 2025 (1 620), nothing by that of May 2026 (1 635)
    assert _neutral("1630", "2026-04-01").taux_prelevement.value == D("0.005")
    assert _neutral("1630", "2026-05-01").taux_prelevement.value == 0


def test_each_territory_has_its_grid() -> None:
    rates = [
        _neutral("2500", "2026-11-01", territoire=place).taux_prelevement.value * 100
        for place in Territoire
    ]
    # 2 315 to 2 738; 2 392 to 2 642; 2 415 to 2 728
    assert rates == [D("5.3"), D("2.9"), D("2.1")]


def test_a_personal_rate_and_a_scale() -> None:
    m = bulletin(4000, mode_prelevement="personnel", taux_personnel=D(5), **ATMP).paie
    assert m.prelevement.value == D("163.70")  # 3 273,96 × 5 % = 163,698
    m = bulletin(3000, mode_prelevement="bareme", lecture_moteur=True, **ATMP).paie
    # 2 500,13 × 12 × 90 % = 27 001,40; (27 001,40 − 11 600) × 11 % = 1 694,15
    # décote 897 − 45,25 % × 1 694,15 = 130,40; 1 563,76 ÷ 12
    assert m.prelevement.value == D("130.31")
