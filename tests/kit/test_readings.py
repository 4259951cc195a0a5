"""Formulas as text: parentheses where they must stand, numbers, codes, a spreadsheet's formula."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from calculators.kit import readings
from calculators.kit.amounts import (
    Amount,
    Constant,
    Input,
    Rate,
    ceiling,
    constant,
    maximum,
    minimum,
    total,
    when,
)  # fmt: skip
from calculators.kit.declarations import Declaration
from calculators.kit.french import NBSP
from calculators.kit.lines import Line
from calculators.kit.rates import RateFact
from calculators.kit.units import CENT, DATE, EUR, EXACT, PERCENT, Rounding
from tests.kit import formulas as f
from tests.kit.toy import BOOK, TOY, ToyInputs

A, B, C, D = (Input(name, Decimal(value), "") for name, value in zip("abcd", "7532", strict=True))
NB = "\u00a0"

GROUPED: dict[str, tuple[Callable[[], Amount], str, str]] = {
    "left to right": (lambda: A - B - C, "a − b − c", "a-b-c"),
    "a difference at the right": (lambda: A - (B - C), "a − (b − c)", "a-(b-c)"),
    "a sum at the right of minus": (lambda: A - (B + C), "a − (b + c)", "a-(b+c)"),
    "a sum at the right of plus": (lambda: A + (B - C), "a + b − c", "a+b-c"),
    "a total at the right of minus": (lambda: A - total([B, C]), "a − (b + c)", "a-(SUM(b,c))"),
    "a product of sums": (lambda: (A + B) * (C - D), "(a + b) × (c − d)", "(a+b)*(c-d)"),
    "a sum of products": (lambda: A * B + C / D, "a × b + c ÷ d", "a*b+c/d"),
    "a quotient of a product": (lambda: A / (B * C), "a ÷ (b × c)", "a/(b*c)"),
    "a quotient of a quotient": (lambda: A / (B / C), "a ÷ (b ÷ c)", "a/(b/c)"),
    "a product of a quotient": (lambda: A / B * C, "a ÷ b × c", "a/b*c"),
    "a power of a sum": (lambda: (A + B) ** 2, "(a + b) puissance 2", "POWER((a+b),2)"),
    "inside a call": (lambda: minimum(A - B, C), "le plus petit de (a − b ; c)", "MIN(a-b,c)"),
    "a call times": (lambda: maximum(A, B) * C, "le plus grand de (a ; b) × c", "MAX(a,b)*c"),
    "a choice times": (
        lambda: when(A < B, A, B) * C,
        "(si a < b alors a sinon b) × c",
        "(IF(a<b,a,b))*c",
    ),
    "a choice in a choice": (
        lambda: when(A < B, C, when(A <= D, A, D)),
        "si a < b alors c sinon si a ≤ d alors a sinon d",
        "IF(a<b,c,IF(a<=d,a,d))",
    ),
    "a comparison of sums": (
        lambda: when(A + B >= C - D, 1, 0),
        "si a + b ≥ c − d alors 1 sinon 0",
        "IF(a+b>=c-d,1,0)",
    ),
    "the whole number above": (lambda: ceiling(A / B), "entier au-dessus de (a ÷ b)",
                               "CEILING(a/b,1)"),
}  # fmt: skip


@pytest.mark.parametrize("case", GROUPED)
def test_parentheses_stand_where_they_must(case: str) -> None:
    compute, french, sheet = GROUPED[case]
    assert readings.write(compute(), "french", f.leaf_text) == french
    assert readings.write(compute(), "sheet", f.leaf_text) == sheet


@given(tree=f.trees(*f.ALL), values=f.GIVEN)
def test_a_spreadsheet_groups_as_the_formula_does(tree: f.Tree, values: dict[str, Decimal]) -> None:
    text = readings.write(f.build(tree, f.inputs(values)), "sheet", f.leaf_text)
    assert f.evaluate(text, values) == f.reference(tree, values)


@given(tree=f.trees(*f.WRITTEN), values=f.GIVEN)
def test_french_groups_as_the_formula_does(tree: f.Tree, values: dict[str, Decimal]) -> None:
    text = readings.write(f.build(tree, f.inputs(values)), "french", f.leaf_text)
    assert f.evaluate(f.signs(text), values) == f.reference(tree, values)


def rate(value: str, unit: str = "%") -> Rate:
    return Rate(RateFact("taux", "Taux", unit, Decimal(value), None))


SHOWN: dict[str, tuple[Amount, str]] = {
    "euros": (Input("x", Decimal("1234.5"), EUR), f"1{NB}234,50{NB}€"),
    "a percentage": (Input("x", Decimal("0.123"), PERCENT), f"12,3{NB}%"),
    "a rate as published": (rate("12.30"), f"12,3{NB}%"),
    "a rate in euros": (rate("0.3", "€"), f"0,30{NB}€"),
    "a rate per part": (rate("5875", "€/part"), f"5{NB}875,00{NB}€/part"),
    "a date": (Input("x", Decimal(date(2026, 6, 1).toordinal()), DATE), "01/06/2026"),
    "a number": (constant(3), "3"),
    "a constant in euros": (constant(3, EUR), f"3,00{NB}€"),
    "not computable": (Constant(None, (), Decimal("NaN"), EUR), f"non{NB}calculable"),
}


@pytest.mark.parametrize("case", SHOWN)
def test_an_amount_as_a_person_reads_it(case: str) -> None:
    amount, text = SHOWN[case]
    assert readings.shown(amount) == text


def lines(**given: Any) -> dict[str, Line]:
    inputs = ToyInputs(**{"jour": "2024-06-01", "prix": "9.99", **given})
    return TOY.trace(inputs=inputs, rates=BOOK).lines


EXPLAINED: dict[str, tuple[dict[str, Any], str, str, str]] = {
    "what was typed": ({}, "nombre", f"valeur saisie{NB}: 1", "ventes"),
    "a product": ({"ventes": 2}, "brut", f"9,99{NB}€ × 2 = 19,98{NB}€", "prix × ventes"),
    "a rate": ({"remise": "10"}, "rabais", f"9,99{NB}€ × 10{NB}% = 1,00{NB}€", "brut × remise"),
    "the branch taken": (
        {}, "commission",
        f"9,99{NB}€ < 1,00{NB}€{NB}: non, donc 9,99{NB}€ × 12,5{NB}% = 1,25{NB}€",
        "si brut < 1 alors brut × 0 sinon brut × commission",
    ),
    "the other branch": (
        {"prix": "0.5"}, "commission",
        f"0,50{NB}€ < 1,00{NB}€{NB}: oui, donc 0,50{NB}€ × 0 = 0,00{NB}€",
        "si brut < 1 alors brut × 0 sinon brut × commission",
    ),
    "days": (
        {"fin": "2024-06-11"}, "duree", f"11/06/2024 − 01/06/2024 = 10{NB}jours", "fin − jour",
    ),
    "a difference": ({}, "reste", f"9,99{NB}€ − 1,25{NB}€ = 8,74{NB}€", "brut − commission"),
    "a percentage": ({}, "part", f"8,74{NB}€ ÷ 9,99{NB}€ = 87,49{NB}%", "reste ÷ brut"),
    "a division by zero": (
        {"prix": "0"}, "part", f"0,00{NB}€ ÷ 0,00{NB}€ = non{NB}calculable", "reste ÷ brut",
    ),
    "an exact amount": (
        {}, "exact", f"9,99{NB}€ × 12,5{NB}% = 1,24875{NB}€", "prix × commission",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", EXPLAINED)
def test_a_line_explains_itself_with_its_numbers_and_without(case: str) -> None:
    given_fields, code, explained, formula = EXPLAINED[case]
    line = lines(**given_fields)[code]
    assert readings.explanation(line) == explained
    assert readings.formula(line) == formula


def test_what_was_typed_is_shown_as_typed() -> None:
    m = TOY.sheet(ToyInputs(jour=date(2024, 6, 1), prix=Decimal("17.615")), BOOK)
    line = m.line("repris", "Repris", m["prix"], CENT)
    assert readings.explanation(line) == f"valeur saisie{NB}: 17,615{NB}€ = 17,62{NB}€"


def test_the_formula_has_no_value() -> None:
    first, second = lines(remise="10", ventes=3), lines(remise="20", prix="5", ventes=2)
    assert {c: readings.formula(x) for c, x in first.items()} == {
        c: readings.formula(x) for c, x in second.items()
    }


def test_a_line_as_a_spreadsheet_formula_rounds() -> None:
    line = lines(remise="10")["rabais"]

    def name(leaf: Amount) -> str:
        return leaf.code if isinstance(leaf, Line) else f.leaf_text(leaf)

    assert readings.sheet_formula(line, name) == "=ROUND(brut*remise,2)"


EURO_A, EURO_B, EURO_C = (Input(name, Decimal("0.005"), EUR) for name in "abc")
LINE_A, LINE_B = (Line(Declaration(f"l{n}", n, CENT, EUR), EURO_A) for n in "ab")


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (maximum(EURO_A + EURO_B - EURO_C, 0), "MAX(ROUND(a+b-c,6),0)"),
        (EURO_A - EURO_B - EURO_C, "ROUND(a-b-c,6)"),
        (LINE_A - EURO_B, "ROUND(la-b,6)"),
        (LINE_A - LINE_B, "la-lb"),
        ((LINE_A - LINE_B) * A, "ROUND(la-lb,6)*a"),
        (LINE_A - LINE_B * A, "la-lb*a"),
        (EURO_A + EURO_B, "a+b"),
        (1 - A, "1-a"),
    ],
)
def test_a_difference_of_typed_amounts_keeps_its_ties(amount: Amount, expected: str) -> None:
    def name(leaf: Amount) -> str:
        return leaf.code if isinstance(leaf, Line) else f.leaf_text(leaf)

    steady = readings.steady(amount)
    assert readings.write(steady, "sheet", name) == expected
    assert steady.value == amount.value


def test_leaves_come_once_in_order() -> None:
    met = readings.leaves((A + B) * (A - C))
    assert [leaf.name for leaf in met if isinstance(leaf, Input)] == ["a", "b", "c"]


def test_a_line_names_the_rates_it_uses_itself() -> None:
    known = lines()
    assert [r.fact.code for r in readings.rates_of(known["commission"])] == ["commission"]
    assert readings.rates_of(known["reste"]) == []


def test_a_spreadsheet_has_no_empty_sum() -> None:
    assert readings.write(total([]), "sheet", f.leaf_text) == "SUM(0)"


def test_a_spreadsheet_never_takes_more_than_255_arguments() -> None:
    amounts = [Input(f"x{index}", Decimal(1), EUR) for index in range(600)]
    text = readings.write(total(amounts), "sheet", f.leaf_text)
    assert max(part.rstrip(",").count(",") + 1 for part in text.split("SUM(")) <= 255
    assert f.evaluate(text, {leaf.name: 1 for leaf in amounts}) == f.cell(600)


@pytest.mark.parametrize(
    ("value", "rounding", "column"),
    [
        ("613.3608", EXACT, "613,36 €"),
        ("-99.995", EXACT, "−100,00 €"),
        ("0.004", EXACT, "0,004 €"),  # a price by the unit is not nothing
        ("0", EXACT, "0,00 €"),
        ("613.3608", CENT, "613,36 €"),
    ],
)
def test_a_column_shows_the_cents_and_the_explanation_all(
    value: str, rounding: Rounding, column: str
) -> None:
    line = Line(Declaration("part", "Part", rounding, EUR), constant(Decimal(value), EUR))

    assert readings.brief(line) == column.replace(" ", NBSP)
    if rounding is EXACT and value == "613.3608":
        assert readings.shown(line) == "613,3608 €".replace(" ", NBSP)
