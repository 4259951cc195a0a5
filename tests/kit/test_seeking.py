"""Amounts sought inside a calculation: on every reading, with jumps, falls and no answer."""

import weakref
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit import readings
from calculators.kit.amounts import Amount, bareme, constant, when
from calculators.kit.calculator import Calculator, Headline
from calculators.kit.compiling import Compiled, Unwritable, compile_open
from calculators.kit.fields import Inputs, asked, money, rate
from calculators.kit.lines import Line, Sheet, declared
from calculators.kit.rates import RateBook
from calculators.kit.seeking import highest, lowest, signature
from calculators.kit.units import CENT, EUR
from calculators.kit.writing import Options
from tests.kit.toy import BOOK

D = Decimal


class Asked(Inputs):
    """A budget, a net, and what an employer pays on a salary."""

    budget: Decimal = money("Budget")
    voulu: Decimal = money("Net voulu", default=D(0))
    charges: Decimal = rate("Charges", default=D(40))
    forfait: Decimal = money("Forfait", default=D(0))
    saut: bool = asked("Saut", default=True)
    jour: date = asked("Jour", default=date(2026, 1, 1))


class Pay(Sheet):
    """A salary of which the cost jumps by 100 € and the net falls by 50 € at 3 000 €."""

    inputs: Asked

    marge = declared("Budget disponible", CENT)
    brut = declared("Brut", CENT)
    cout = declared("Coût", CENT)
    net = declared("Net", CENT)
    brut_voulu = declared("Brut voulu", CENT)
    net_atteint = declared("Net atteint", CENT)


def _paid(m: Pay, brut: Amount, forfait: Amount) -> None:
    seuil = constant(3000, EUR)
    jump = when(brut >= seuil, constant(100, EUR), constant(0, EUR))
    extra = jump if m.inputs.saut else constant(0, EUR)
    m.cout = brut + brut * m["charges"] + extra + forfait
    halved = when(brut >= seuil, constant(50, EUR), constant(0, EUR))
    m.net = bareme(brut, [constant(D("0.8")), constant(D("0.6"))], [seuil]) - halved


def formulas(*, inputs: Asked, rates: RateBook) -> Pay:
    """Both searches, then each of them checked forwards."""
    m = Pay(inputs, rates)
    m.marge = m["budget"] - 0

    def trial(brut: Amount) -> Pay:
        essai = Pay(inputs, rates)
        _paid(essai, brut, m["forfait"])
        return essai

    m.brut = highest(m, m.marge, lambda x: trial(x).cout, "plus haut brut payé par {}")
    _paid(m, m.brut, m["forfait"])
    m.brut_voulu = lowest(m, m["voulu"], lambda x: trial(x).net, "plus petit brut pour {}")
    m.net_atteint = trial(m.brut_voulu).net.raw
    return m


CALCULATOR = Calculator(
    slug="paie-jouet", title="", summary="", intro="", inputs=Asked, sheet=Pay,
    formulas=formulas, main_date="jour", example={}, headline=Headline("brut", "", "", ""),
)  # fmt: skip


def run(**given: Any) -> dict[str, Line]:
    """The lines of one calculation."""
    return CALCULATOR.trace(inputs=Asked(**given), rates=BOOK).lines


@pytest.mark.parametrize(
    ("budget", "brut", "cout"),
    [
        ("1400", "1000", "1400"),  # 1 000 × 1,40
        ("1399.99", "999.99", "1399.99"),  # 999,99 × 1,40 = 1 399,986
        ("4200", "2999.99", "4199.99"),  # 3 000 would cost 4 200 + 100
        ("4299.99", "2999.99", "4199.99"),  # the gap: no gross costs from 4 199,99 to 4 300
        ("4300", "3000", "4300"),
        ("0", "0", "0"),
    ],
)
def test_the_highest_gross_is_the_one_that_fits(budget: str, brut: str, cout: str) -> None:
    lines = run(budget=budget)
    assert (lines["brut"].value, lines["cout"].value) == (D(brut), D(cout))


@pytest.mark.parametrize(
    ("voulu", "brut"),
    [
        ("800", "1000"),
        ("2380", "2975"),  # before the fall, although 3 050 gives it too
        ("2399.99", "2999.99"),  # 2 999,99 × 0,8 = 2 399,992
        ("2400", "3083.33"),  # 2 400 − 50 + 83,33 × 0,6 = 2 399,998
        ("2400.01", "3083.35"),  # 2 400 − 50 + 83,35 × 0,6 = 2 400,01
        ("0", "0"),
    ],
)
def test_the_lowest_gross_is_the_first_that_reaches(voulu: str, brut: str) -> None:
    lines = run(budget=0, voulu=voulu)
    assert lines["brut_voulu"].value == D(brut)
    assert lines["net_atteint"].value >= D(voulu)


def test_what_fixes_the_formulas_is_traced_once() -> None:
    book = RateBook.build(BOOK.facts())
    traced: list[Pay] = []

    def gross(budget: str, charges: str, *, known: bool = True) -> Decimal:
        m = Pay(Asked(budget=D(budget), charges=D(charges), saut=False), book)
        m.marge = m["budget"] - 0

        def trial(brut: Amount) -> Line:
            essai = Pay(m.inputs, book)
            traced.append(essai)
            _paid(essai, brut, m.marge * 0)
            return essai.cout

        same = signature(m["charges"], m.marge, m.inputs.saut) if known else None
        return highest(m, m.marge, trial, "plus haut brut payé par {}", same=same).value

    assert [gross("1400", "40"), gross("1500", "50"), gross("0", "40")] == [1000, 1000, 0]
    assert len(traced) == 1
    assert gross("1500", "25", known=False) == 1200
    assert len(traced) == 2
    forgotten = [weakref.ref(essai) for essai in traced]
    traced.clear()
    assert [ref() for ref in forgotten] == [None, None]  # the book keeps formulas, no calculation


def test_an_expression_has_no_signature() -> None:
    m = Pay(Asked(budget=D(1)), BOOK)
    assert signature("a", m["budget"], None) == ("a", ("input", "budget"), None)
    assert signature("a", m["budget"] + 1) is None


def test_nothing_fits_in_less_than_what_is_always_paid() -> None:
    lines = run(budget="10", forfait="20")
    assert lines["brut"].value.is_nan()
    assert lines["cout"].value.is_nan()


def test_a_formula_says_what_is_sought_and_a_spreadsheet_holds_its_value() -> None:
    line = run(budget="1400")["brut"]
    assert readings.explanation(line).startswith("plus haut brut payé par 1\N{NO-BREAK SPACE}400")
    assert readings.formula(line) == "plus haut brut payé par marge"
    assert readings.is_searched(line)
    assert not readings.is_searched(run(budget="1400")["cout"])


def test_a_column_of_vectors_cannot_follow() -> None:
    sheet = CALCULATOR.trace(inputs=Asked(budget=D(1)), rates=BOOK)
    with pytest.raises(Unwritable):
        compile_open(sheet, ["budget"], ["cout"])


AMOUNTS = st.decimals(0, 10**6, places=2)


@given(AMOUNTS, AMOUNTS, st.decimals(0, 100, places=2), st.booleans())
def test_the_compiled_reading_is_the_traced_one(
    budget: Decimal, voulu: Decimal, charges: Decimal, saut: bool
) -> None:
    inputs = Asked(budget=budget, voulu=voulu, charges=charges, saut=saut)
    lines = CALCULATOR.trace(inputs=inputs, rates=BOOK).lines
    values = Compiled(CALCULATOR, BOOK).values(inputs)
    assert {code: str(line.value) for code, line in lines.items()} == {
        code: str(value) for code, value in values.items()
    }
    floats = Compiled(CALCULATOR, BOOK, Options(floating=True)).values(inputs)
    assert floats["brut"] == pytest.approx(float(lines["brut"].value))


@given(AMOUNTS, st.decimals(0, 100, places=2), st.booleans())
def test_a_cent_more_would_not_fit(budget: Decimal, charges: Decimal, saut: bool) -> None:
    found = run(budget=budget, charges=charges, saut=saut)
    assert found["cout"].value <= budget
    trial = Pay(Asked(budget=D(0), charges=charges, saut=saut), BOOK)
    _paid(trial, constant(found["brut"].value + D("0.01"), EUR), trial["forfait"])
    assert trial.cout.value > budget


@given(AMOUNTS)
def test_a_cent_less_would_not_reach(voulu: Decimal) -> None:
    found = run(budget=0, voulu=voulu)["brut_voulu"].value
    trial = Pay(Asked(budget=D(0)), BOOK)
    _paid(trial, constant(found - D("0.01"), EUR), trial["forfait"])
    assert trial.net.value < voulu or found == 0
