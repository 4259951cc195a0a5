"""The presenter: plain French strings, the same for page, PDF and workbook."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from calculators.kit import presenter, wording
from calculators.kit.calculator import Picture, Result
from calculators.kit.presenter import present
from calculators.kit.rates import Confidence, RateFact
from calculators.kit.views import ResultView
from tests.kit.toy import BOOK, CHANGE, TOY, Toy, ToyInputs, fact, formulas

NB = "\u00a0"


def result(**given: Any) -> Result:
    return TOY.calculate(
        inputs=ToyInputs(**{"jour": "2024-06-01", "prix": "9.99"} | given), rates=BOOK
    )


def view(**given: Any) -> ResultView:
    return present(result(**given))


HEADLINES: dict[str, tuple[dict[str, Any], str, str, str]] = {
    "something is left": ({}, "positive", f"Il reste 8,74{NB}€.", f"8,74{NB}€"),
    "a loss is said without its sign": (
        {"prix": "0.10", "frais_fixes": True}, "negative", f"Il manque 0,20{NB}€.", f"−0,20{NB}€",
    ),
    "nothing is left": ({"prix": "0"}, "zero", "Rien.", f"0,00{NB}€"),
    "nothing was computed": ({"genre": "interdit"}, "none", "", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", HEADLINES)
def test_the_headline_and_its_tone(case: str) -> None:
    given_fields, tone, headline, amount = HEADLINES[case]
    shown = view(**given_fields)
    assert (shown.tone, shown.headline, shown.headline_amount) == (tone, headline, amount)


def test_amounts_may_choose_another_sentence_to_open_with() -> None:
    def answering(**given: Any) -> Toy:
        m = formulas(**given)
        m.answer(m.brut > 100, "beaucoup", "C’est beaucoup : {brut}.")
        m.answer(m.brut > 50, "assez", "C’est assez : {brut}.")
        return m

    calculator = replace(TOY, formulas=answering, headline=replace(TOY.headline, signed=False))
    said = [
        present(calculator.calculate(inputs=ToyInputs(jour=CHANGE, prix=Decimal(p)), rates=BOOK))
        for p in ("200", "60", "9.99")
    ]
    assert [shown.headline for shown in said] == [
        f"C’est beaucoup{NB}: 200,00{NB}€.",
        f"C’est assez{NB}: 60,00{NB}€.",
        f"Il reste 8,74{NB}€.",
    ]
    assert {shown.tone for shown in said} == {"none"}


def test_a_line_that_cannot_be_computed_says_so() -> None:
    lines = {line.code: line for s in view(prix="0").sections for line in s.lines}
    assert lines["part"].amount == f"non{NB}calculable"
    assert not lines["part"].negative


def test_lines_carry_their_words_and_their_proof() -> None:
    lines = {line.code: line for s in view().sections for line in s.lines}
    commission = lines["commission"]
    assert (commission.label, commission.nature) == ("Commission", "plateforme")
    assert commission.rounding == "arrondi au centime"
    assert lines["exact"].rounding == ""
    assert lines["reste"].level == "key"
    (rate,) = commission.rates
    assert (rate.mark, rate.value, rate.period) == (1, f"12,5{NB}%", "depuis le 01/07/2020")
    assert (rate.source, rate.reference) == ("Contrat", "Art. 2")
    assert (rate.confidence, rate.confidence_label) == ("official", "officiel")
    assert rate.checked == "vérifié le 22/11/2026"


def test_a_rate_used_twice_has_one_mark_and_is_listed_once() -> None:
    shown = view(frais_fixes=True)
    marks = [rate.mark for s in shown.sections for line in s.lines for rate in line.rates]
    assert marks == [1, 2, 1]
    assert [(rate.mark, rate.code) for rate in shown.rates] == [(1, "commission"), (2, "frais")]


PERIODS: dict[str, tuple[RateFact, str]] = {
    "open": (fact("x", "1", CHANGE), "depuis le 01/07/2020"),
    "closed": (
        replace(fact("x", "1", CHANGE), valid_to=date(2021, 1, 1)),
        "du 01/07/2020 au 31/12/2020",
    ),
    "unknown start": (fact("x", "1", None), "début inconnu, lu le 22/11/2026"),
    "unknown start, read on its own day": (
        replace(fact("x", "1", None), seen_on=date(2026, 10, 31)),
        "début inconnu, lu le 31/10/2026",
    ),
    "unknown start, closed": (
        replace(fact("x", "1", None), valid_to=CHANGE),
        "début inconnu, lu le 22/11/2026, jusqu’au 30/06/2020",
    ),
    "unknown and never read": (replace(fact("x", "1", None), checked_on=None), "début inconnu"),
}


@pytest.mark.parametrize("case", PERIODS)
def test_a_period_in_words(case: str) -> None:
    known, text = PERIODS[case]
    assert wording.fact_period(known) == text


def test_a_rate_without_proof_says_what_is_to_be_found() -> None:
    bare = RateFact("x", "X", "%", None, None)
    shown = presenter.rate_view(bare)
    assert (shown.value, shown.source, shown.reference) == (
        "à saisir",
        "à retrouver",
        "à retrouver",
    )
    assert (shown.checked, shown.confidence_label, shown.unsure) == (
        "jamais vérifié",
        "incertain",
        True,
    )


def test_every_confidence_has_its_word() -> None:
    assert wording.CONFIDENCE.keys() == set(Confidence)


def test_the_picture_starts_from_what_comes_in_and_ends_with_what_is_left() -> None:
    picture = view(remise="10").picture
    assert picture is not None
    assert (picture.total, picture.total_label, picture.zero) == (f"9,99{NB}€", "Brut", 0.0)
    assert [(s.label, s.amount, s.share) for s in picture.slices] == [
        ("Marchandise", f"1,00{NB}€", f"10,0{NB}%"),
        ("Plateforme", f"1,25{NB}€", f"12,5{NB}%"),
        ("Ce qui reste", f"7,74{NB}€", f"77,5{NB}%"),
    ]
    assert picture.slices[0].end == 1.0
    for before, after in zip(picture.slices, picture.slices[1:], strict=False):
        assert after.end == pytest.approx(before.start)
    assert picture.slices[-1].start == 0.0


def test_a_share_is_rounded_half_up() -> None:
    calculator = replace(TOY, picture=Picture("P", "brut", ("frais",), "reste"))
    inputs = ToyInputs(jour=date(2024, 6, 1), prix=Decimal(48), frais_fixes=True)
    picture = present(calculator.calculate(inputs=inputs, rates=BOOK)).picture
    assert picture is not None
    assert picture.slices[0].share == f"0,6{NB}%"  # 0,30 ÷ 48 = 0,625 %
    inputs = ToyInputs(jour=date(2024, 6, 1), prix=Decimal(120), frais_fixes=True)
    picture = present(calculator.calculate(inputs=inputs, rates=BOOK)).picture
    assert picture is not None
    assert picture.slices[0].share == f"0,3{NB}%"  # 0,30 ÷ 120 = 0,25 %


def test_a_loss_moves_zero_into_the_picture() -> None:
    picture = view(prix="0.10", frais_fixes=True).picture
    assert picture is not None
    assert picture.zero == pytest.approx(2 / 3)
    assert picture.slices[-1].start == 0.0
    assert picture.slices[-1].end == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    "given_fields", [{"prix": "0"}, {"genre": "interdit"}], ids=["zero", "none"]
)
def test_without_money_there_is_no_picture(given_fields: dict[str, Any]) -> None:
    assert view(**given_fields).picture is None


def test_inputs_are_shown_as_a_person_reads_them() -> None:
    shown = view(prix="1234.5", remise="12.50", ventes=2, genre="occasion", frais_fixes=True,
                 fin="2024-06-11", note="Noël")  # fmt: skip
    assert {i.code: i.value for i in shown.inputs} == {
        "jour": "01/06/2024", "prix": f"1{NB}234,50{NB}€", "ventes": f"2{NB}ventes",
        "remise": f"12,5{NB}%", "fin": "11/06/2024", "genre": "Occasion", "frais_fixes": "oui",
        "note": "Noël",
    }  # fmt: skip
    assert {i.group for i in shown.inputs} == {"Tout"}


def test_an_absent_optional_is_not_shown() -> None:
    assert "remise" not in {i.code for i in view().inputs}


def test_what_does_not_apply_has_a_sentence_a_field_and_nothing_else() -> None:
    shown = view(genre="interdit")
    assert (shown.outcome, shown.outcome_field) == ("Cette vente est interdite.", "genre")
    assert (shown.sections, shown.notes, shown.rates, shown.picture) == ((), (), (), None)


def test_the_date_and_the_stamp_are_the_results() -> None:
    shown = view()
    assert (shown.on, shown.stamp) == ("01/06/2024", str(BOOK.stamp))
