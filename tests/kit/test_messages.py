"""Bad input: a sentence in French at the field."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from calculators.catalogue import calculators
from calculators.kit import messages
from calculators.kit.fields import Inputs
from tests.kit.toy import ToyInputs

SALE = calculators()["marge-vente"]
GIVEN: dict[str, Any] = {"date_vente": "2026-06-01", "prix_achat": "100", "prix_vente": "125"}
WHOLE = "Écrivez un nombre entier, par exemple 12."

CASES: dict[str, tuple[str, Any, str]] = {
    "letters": ("prix_achat", "douze", messages.NOT_A_NUMBER),
    "empty": ("prix_achat", "", messages.NOT_A_NUMBER),
    "nothing": ("prix_achat", None, messages.NOT_A_NUMBER),
    "a list": ("prix_achat", [1], messages.NOT_A_NUMBER),
    "NaN": ("prix_achat", "NaN", messages.NOT_A_NUMBER),
    "infinity": ("prix_achat", "Infinity", messages.NOT_A_NUMBER),
    "two thousand letters": ("prix_achat", "x" * 2000, messages.NOT_A_NUMBER),
    "two thousand digits": ("prix_achat", "9" * 2000, messages.TOO_LONG),
    "10^12": ("prix_achat", "1000000000000", messages.TOO_LONG),
    "10^12 in short": ("prix_achat", "1e12", messages.TOO_LONG),
    "forty decimals": ("prix_achat", "0." + "1" * 40, messages.TOO_LONG),
    "seven decimals": ("prix_achat", "0.1234567", "Au plus 6 chiffres après la virgule."),
    "negative": ("prix_achat", "-1", "Ce nombre doit être d’au moins 0."),
    "a tenth of a cent too much": (
        "prix_achat", "999999999999.991", "Ce nombre doit être d’au plus 999 999 999 999,99.",
    ),
    "marque 100 %": ("taux_marque", "100", "Ce nombre doit être inférieur à 100."),
    "net above price": ("marge_nette_visee", "150", "Ce nombre doit être inférieur à 100."),
    "a rate above 100": ("affiliation_ouverte", "101", "Ce nombre doit être d’au plus 100."),
    "no date": ("date_vente", "", messages.NOT_A_DATE),
    "a French date": ("date_vente", "01/06/2026", messages.NOT_A_DATE),
    "31 February": ("date_vente", "2026-02-31", messages.NOT_A_DATE),
    "a date with an hour": ("date_vente", "2026-06-01T10:00:00", messages.NOT_A_DATE),
    "a date as nothing": ("date_vente", None, messages.NOT_A_DATE),
    "an unknown choice": ("moyen_paiement", "troc", messages.NOT_A_CHOICE),
    "neither yes nor no": ("exonere_taxe_chambre", "peut-être", "Répondez par oui ou par non."),
    "an unknown field": ("prix_truc", "1", "Ce champ n’existe pas dans ce calcul."),
    "a rule about several fields": (
        "prix_vente", None,
        "Donnez cette valeur, ou choisissez une autre façon de fixer le prix.",
    ),
}  # fmt: skip


def refused(model: type[Inputs], given_fields: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as caught:
        model(**given_fields)
    return messages.errors(caught.value, model)


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_one_sentence_at_its_field(case: str) -> None:
    field, value, sentence = CASES[case]
    found = refused(SALE.inputs, GIVEN | {field: value})
    assert [(name, text.replace("\u00a0", " ")) for name, text in found] == [(field, sentence)]


TOYS: dict[str, tuple[str, Any, str]] = {
    "letters in a count": ("ventes", "x", WHOLE),
    "half a sale": ("ventes", "1.5", WHOLE),
    "a very long count": ("ventes", "9" * 5000, messages.TOO_LONG),
    "too many": ("ventes", 101, "Ce nombre doit être d’au plus 100."),
}


@pytest.mark.parametrize("case", TOYS)
def test_bad_counts_are_one_sentence_at_their_field(case: str) -> None:
    field, value, sentence = TOYS[case]
    assert refused(ToyInputs, {"jour": "2026-06-01", "prix": "1", field: value}) == [
        (field, sentence)
    ]


LOYALTY = calculators()["fidelite"]
OTHERS: dict[str, tuple[str, Any, str]] = {
    "half a month": ("horizon", "2.5", WHOLE),
    "a year has no thousands": ("annee", 2008, "Ce nombre doit être d’au moins 2009."),
    "nor at its other end": ("annee", 2101, "Ce nombre doit être d’au plus 2100."),
    "other numbers have": ("frequence", "1001", "Ce nombre doit être d’au plus 1 000."),
}


@pytest.mark.parametrize("case", OTHERS)
def test_whole_numbers_and_years_are_named_as_such(case: str) -> None:
    field, value, sentence = OTHERS[case]
    found = refused(LOYALTY.inputs, {**LOYALTY.example, field: value})
    assert [(name, text.replace("\u00a0", " ")) for name, text in found] == [(field, sentence)]


def test_what_is_missing_is_said_at_each_field() -> None:
    assert refused(SALE.inputs, {}) == [
        ("date_vente", messages.REQUIRED),
        ("prix_achat", messages.REQUIRED),
    ]


def test_several_mistakes_are_said_together() -> None:
    found = refused(SALE.inputs, GIVEN | {"prix_achat": "x", "prix_vente": "-1"})
    assert [name for name, _ in found] == ["prix_achat", "prix_vente"]


MOOD = st.none() | st.booleans() | st.integers() | st.text(max_size=30) | st.dates()


@pytest.mark.parametrize("slug", calculators())
@given(data=st.data())
def test_whatever_is_given_the_answer_is_french_at_a_field_of_the_form(
    slug: str, data: st.DataObject
) -> None:
    model = calculators()[slug].inputs
    given_fields = data.draw(
        st.fixed_dictionaries({}, optional=dict.fromkeys(model.model_fields, MOOD))
    )
    try:
        model(**given_fields)
    except ValidationError as error:
        for field, sentence in messages.errors(error, model):
            assert field in model.model_fields
            assert sentence.endswith(".")
            assert sentence != "Cette valeur n’est pas valable."


def test_a_float_never_becomes_an_amount_by_its_binary_digits() -> None:
    inputs = SALE.inputs(**GIVEN | {"prix_achat": 0.1})
    assert inputs.model_dump()["prix_achat"] == Decimal("0.1")


def test_a_date_is_no_number() -> None:
    assert refused(SALE.inputs, GIVEN | {"date_vente": 0}) == [("date_vente", messages.NOT_A_DATE)]


def test_a_date_is_read() -> None:
    assert SALE.inputs(**GIVEN).model_dump()["date_vente"] == date(2026, 6, 1)
