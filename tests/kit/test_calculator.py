"""A calculator's outcomes: computed, not applicable, a missing rate, a date too far."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from calculators.kit.amounts import when
from calculators.kit.calculator import Result, amount_of
from calculators.kit.lines import Sheet
from calculators.kit.presenter import present
from calculators.kit.rates import RateBook
from calculators.kit.units import CENT, DAYS, EUR, EXACT, PERCENT, PERCENT_CENT, UNIT, Rounding
from tests.kit.toy import BOOK, CHECKED, END, FACTS, TOY, ToyInputs

GIVEN: dict[str, Any] = {"jour": "2024-06-01", "prix": "9.99"}


def result(**given: Any) -> Result:
    return TOY.calculate(inputs=ToyInputs(**GIVEN | given), rates=BOOK)


def test_a_result_holds_amounts_by_code_in_their_unit() -> None:
    found = result(remise="10", fin="2024-06-11")
    assert found.outcome.applies
    assert found.outcome.code == "calcule"
    assert {code: f"{amount:f}" for code, amount in found.amounts.items()} == {
        "nombre": "1", "brut": "9.99", "rabais": "1.00", "commission": "1.25", "duree": "10",
        "reste": "7.74", "part": "77.48", "exact": "1.24875",
    }  # fmt: skip
    assert found["part"] == Decimal("77.48")
    assert found.stamp == BOOK.stamp
    assert found.on == date(2024, 6, 1)


def test_what_is_not_computable_has_no_amount() -> None:
    found = result(prix="0")
    assert found["part"] is None
    assert found["reste"] == 0


NOT_APPLICABLE: dict[str, tuple[dict[str, Any], str, str, str]] = {
    "a choice": ({"genre": "interdit"}, "interdit", "genre", "Cette vente est interdite."),
    "no rate yet": (
        {"jour": "2011-12-31", "frais_fixes": True}, "taux_manquant", "jour",
        "Aucun taux publié pour « Frais » au 31/12/2011. Le calcul s’arrête ici plutôt que "
        "d’employer le taux d’une autre période. Le premier taux connu commence le 01/01/2012.",
    ),
    "no rate any more": (
        {"jour": END, "frais_fixes": True}, "taux_manquant", "jour",
        "Aucun taux publié pour « Frais » au 01/01/2025. Le calcul s’arrête ici plutôt que "
        "d’employer le taux d’une autre période.",
    ),
    "a date too far": (
        {"jour": "2028-01-01"}, "date_trop_lointaine", "jour",
        "Les taux ont été vérifiés le 22/11/2026. Choisissez une date au plus tard le 31/12/2027.",
    ),
    "a date too far, and no rate": (
        {"jour": "2028-01-01", "frais_fixes": True}, "date_trop_lointaine", "jour",
        "Les taux ont été vérifiés le 22/11/2026. Choisissez une date au plus tard le 31/12/2027.",
    ),
    "the end of time": (
        {"jour": date.max}, "date_trop_lointaine", "jour",
        "Les taux ont été vérifiés le 22/11/2026. Choisissez une date au plus tard le 31/12/2027.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", NOT_APPLICABLE)
def test_what_does_not_apply_says_why_and_computes_nothing(case: str) -> None:
    given_fields, code, field, sentence = NOT_APPLICABLE[case]
    found = result(**given_fields)
    assert not found.outcome.applies
    assert (found.outcome.code, found.outcome.field) == (code, field)
    assert (found.lines, found.remarks) == ((), ())
    assert present(found).outcome.replace("\u00a0", " ") == sentence


def test_an_amount_may_make_the_whole_not_apply() -> None:
    found = result(prix="10000", ventes=11)
    assert (found.outcome.code, found.outcome.field) == ("trop_grand", "prix")
    assert found.lines == ()


def test_the_sentence_of_a_refusal_has_its_numbers() -> None:
    shown = present(result(prix="10000", ventes=11)).outcome
    assert shown == "Au-delà de 100 000\u00a0€ (110\u00a0000,00\u00a0€), voyez ailleurs."


def test_at_the_threshold_the_calculation_applies() -> None:
    assert result(prix="10000", ventes=10).outcome.applies


HORIZON = {
    CHECKED: None,
    CHECKED + timedelta(days=1): "apres_dernier_controle",
    date(2027, 12, 31): "apres_dernier_controle",
    date(2009, 1, 1): None,
}


@pytest.mark.parametrize("jour", HORIZON)
def test_a_date_after_the_last_check_is_said(jour: date) -> None:
    codes = [remark.code for remark in result(jour=jour).remarks]
    wanted = HORIZON[jour]
    assert codes == ["toujours", wanted] if wanted else codes == ["toujours"]


def test_a_book_never_checked_has_no_horizon() -> None:
    book = RateBook.build(replace(fact, checked_on=None) for fact in FACTS)
    inputs = ToyInputs(jour=date(2099, 1, 1), prix=Decimal(1))
    assert TOY.calculate(inputs=inputs, rates=book).outcome.applies


def test_a_remark_with_a_test_is_shown_only_when_it_holds() -> None:
    assert [r.code for r in result(prix="0.10", frais_fixes=True).remarks] == ["perte", "toujours"]
    assert [r.code for r in result().remarks] == ["toujours"]


def test_a_calculation_does_not_depend_on_the_context_around_it() -> None:
    first, again = result(), result()
    assert first.amounts == again.amounts


def test_an_unknown_line_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        _ = result()["inconnue"]


AMOUNTS: dict[str, tuple[Callable[[Sheet], Any], Rounding, str, str]] = {
    "a cent": (lambda m: m["prix"] * 1, CENT, EUR, "9.99"),
    "a round cent": (lambda m: m["prix"] - m["prix"], CENT, EUR, "0.00"),
    "two places of a point": (lambda m: m["prix"] / m["prix"], PERCENT_CENT, PERCENT, "100.00"),
    "an exact percentage": (lambda m: m["ventes"] / 8, EXACT, PERCENT, "12.5"),
    "a unit": (lambda m: m["ventes"], UNIT, "", "1"),
    "an exact number": (lambda m: m["ventes"] / 8, EXACT, "", "0.125"),
    "an exact zero": (lambda m: m["ventes"] * 0, EXACT, "", "0"),
    "an exact minus zero": (lambda m: m["prix"] * 0 * -1, EXACT, EUR, "0"),
    "a minus zero percent": (lambda m: m["ventes"] * 0 * -1, EXACT, PERCENT, "0"),
    "days": (lambda m: m.day("fin").amount - m.day("jour").amount, EXACT, DAYS, "10"),
    "ten days, no exponent": (
        lambda m: (m.day("fin").amount - m.day("jour").amount) * 100, EXACT, DAYS, "1000",
    ),
    "a choice": (lambda m: when(m["prix"] > 1, 3, 2), UNIT, "", "3"),
    "a large amount": (lambda m: m["prix"] * 10**13, EXACT, EUR, "99900000000000"),
}  # fmt: skip


@pytest.mark.parametrize("case", AMOUNTS)
def test_an_amount_as_documents_carry_it(case: str) -> None:
    compute, rounding, unit, text = AMOUNTS[case]
    sheet = Sheet(ToyInputs(**GIVEN | {"fin": "2024-06-11"}), BOOK)
    amount = amount_of(sheet.line("ligne", "Ligne", compute(sheet), rounding, unit=unit))
    assert amount is not None
    assert f"{amount:f}" == text


@pytest.mark.parametrize("rounding", [CENT, EXACT, PERCENT_CENT])
@pytest.mark.parametrize("value", ["1E+25", "1E-25", "123456789012345678.123456789"])
def test_an_amount_of_any_size_is_carried_or_not_computable(rounding: Rounding, value: str) -> None:
    sheet = Sheet(ToyInputs(**GIVEN), BOOK)
    line = sheet.line("ligne", "Ligne", sheet["ventes"] * Decimal(value), rounding, unit=PERCENT)
    amount = amount_of(line)
    assert amount is None or amount.is_finite()
