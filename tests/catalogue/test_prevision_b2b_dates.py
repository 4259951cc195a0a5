"""What is said of the deals of a pipeline whose dates or chances do not agree."""

from typing import Any

import pytest

from calculators.kit.presenter import present
from tests.catalogue.pipelines import deal, forecast, note, plain, table
from tests.catalogue.runs import euros, remarks

CREATED = {"creation": "2026-01-15", "dernier_contact": "2026-05-20"}


def field(result: Any, code: str) -> str:
    return next(n.field for n in present(result).notes if n.code == code)


@pytest.mark.parametrize(
    ("given", "code", "column"),
    [
        # the forecast is of 01/06/2026
        ({"creation": "2026-06-02"}, "creation_future", "creation"),
        ({"creation": "2026-06-01"}, "", ""),
        (CREATED | {"dernier_contact": "2026-01-14"}, "contact_avant_creation", "dernier_contact"),
        ({"creation": "2026-05-20", "dernier_contact": "2026-05-20"}, "", ""),
        # strategic: 6 to 18 months, from 15/01/2026 to 15/07/2026 and 15/07/2027
        (CREATED | {"cloture": "2026-07-14"}, "duree_hors_usage", "cloture"),
        (CREATED | {"cloture": "2026-07-15"}, "", ""),
        (CREATED | {"cloture": "2027-07-15"}, "", ""),
        (CREATED | {"cloture": "2027-07-16"}, "duree_hors_usage", "cloture"),
        # 4 and 20 months
        (CREATED | {"cloture": "2026-05-15"}, "duree_hors_usage", "cloture"),
        (CREATED | {"cloture": "2027-09-15"}, "duree_hors_usage", "cloture"),
    ],
)
def test_dates_that_do_not_agree_are_said_at_their_cell(
    given: dict[str, Any], code: str, column: str
) -> None:
    one = deal(nom="B", type_affaire="strategique", cloture="2026-12-15") | given
    result = forecast(deal(nom="A"), one)

    codes = {"creation_future", "contact_avant_creation", "duree_hors_usage"}
    assert remarks(result) & codes == ({code} if code else set())
    if code:
        assert field(result, code) == f"affaires_2_{column}"
        assert note(result, code).startswith("1 affaire dont ")
    if code == "duree_hors_usage":
        assert ": B (stratégique, de 6 à 18 mois)." in note(result, code)


def test_several_deals_are_told_once_at_the_list() -> None:
    late = deal(creation="2026-06-02")
    result = forecast(late, late)

    assert field(result, "creation_future") == "affaires"
    assert note(result, "creation_future").startswith("2 affaires dont ")


def test_a_deal_never_contacted_sleeps_from_its_creation() -> None:
    """15/01/2026 to 01/06/2026: 16 + 28 + 31 + 30 + 31 + 1 = 137 days, of 30."""
    old = deal(nom="Vieille", creation="2026-01-15")
    result = forecast(old, deal(creation="2026-05-02"))

    assert "1 affaire en sommeil" in note(result, "affaires_en_sommeil")
    assert "Vieille (137 jours depuis sa création)" in note(result, "affaires_en_sommeil")
    assert euros(result, "prevision_1_sans_contact") == ["137"]
    assert "affaires_en_sommeil" not in remarks(forecast(old | {"dernier_contact": "2026-05-20"}))
    assert "affaires_en_sommeil" not in remarks(forecast(deal()))


def test_a_month_that_nobody_chose_is_said() -> None:
    """01/06/2026 plus 4 months, the usual length of a consultative sale."""
    near = forecast({"nom": "C", "etape": "closing", "montant": "1"})
    far = forecast({"nom": "P", "etape": "prospection", "montant": "1"})

    said = note(near, "closing_sans_date")
    assert "1 affaire au closing, sans clôture prévue : C (au 01/10/2026)." in said
    assert field(near, "closing_sans_date") == "affaires_1_cloture"
    assert "sans_date" not in remarks(near)
    assert ": P (01/10/2026)." in note(far, "sans_date")
    assert not {"sans_date", "closing_sans_date"} & remarks(forecast(deal(etape="closing")))
    # a creation is a date: only the closing is asked for its own
    created = {"etape": "prospection", "montant": "1", "creation": "2026-05-20"}
    assert "sans_date" not in remarks(forecast(created))
    assert "closing_sans_date" in remarks(forecast(created | {"etape": "closing"}))


@pytest.mark.parametrize(
    ("chance", "said"), [("0", False), ("0.6", True), ("1", True), ("1.01", False), ("60", False)]
)
def test_a_probability_typed_as_a_fraction_is_asked_again(chance: str, said: bool) -> None:
    result = forecast(deal(), deal(probabilite=chance))

    assert ("probabilite_infime_2" in remarks(result)) is said
    if chance == "0.6":
        assert note(result, "probabilite_infime_2") == (
            "0,6 % de chances ? Une probabilité s’écrit en pour cent : 60 pour 60 %."
        )
        assert field(result, "probabilite_infime_2") == "affaires_2_probabilite"


def test_a_column_of_fractions_is_told_from_its_first_ones() -> None:
    result = forecast(*[deal(probabilite="0.6")] * 30)

    assert sum(code.startswith("probabilite_infime_") for code in remarks(result)) == 20


def test_a_row_multiplies_its_amount_by_its_probability() -> None:
    """20 000 × 12,5 % = 2 500."""
    result = forecast(deal(nom="A", montant="20000", probabilite="12.5", etape="qualification"))

    found = table(result, "prevision")
    assert found.headers == (
        "Affaire", "Montant", "Probabilité", "Pondéré", "Parmi les plus sûres", "Clôture prévue",
    )  # fmt: skip
    assert [plain(cell) for cell in found.rows[0]] == [
        "A (qualification)", "20 000,00 €", "12,5 %", "2 500,00 €", "0,00 €", "10/09/2026",
    ]  # fmt: skip
    assert [plain(cell) for cell in found.foot][:2] == ["Total", "20 000,00 €"]


def test_one_deal_is_spoken_of_in_the_singular() -> None:
    late = note(forecast(deal(nom="Tard", cloture="2026-05-31")), "affaires_en_retard")

    assert late == "1 affaire dont la clôture prévue est passée : Tard. À dater de nouveau."
