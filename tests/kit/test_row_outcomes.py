"""A row that an amount puts out: its outcome, its sentence, and nothing else changes."""

import gc
from typing import Any

import pytest

from calculators.kit.compiling import Compiled
from calculators.kit.document import to_json
from calculators.kit.presenter import present
from tests.kit.offers import OFFERS, OffersInputs, Offres, offers
from tests.kit.test_parts import run as annee
from tests.kit.toy import BOOK

# the price, then the outcome of one offer and of two on a budget of 100
LIMITS = [
    ("50.00", "calcule", "calcule"),  # 2 × 50 is the budget itself
    ("50.01", "calcule", "trop_cher"),
    ("100.00", "calcule", "trop_cher"),
    ("100.01", "trop_cher", "trop_cher"),
]
CHEAP = "Ne s’applique pas\N{NO-BREAK SPACE}: au-delà du budget."


def rows(**given: Any) -> dict[str, dict[str, Any]]:
    table = to_json(offers(**given))["tables"]["offres"]
    return {row["key"]: row for row in table["rows"]}


@pytest.mark.parametrize(("price", "one", "two"), LIMITS)
def test_an_amount_puts_a_row_out_and_that_row_alone(price: str, one: str, two: str) -> None:
    result = offers(prix=price)
    (table,) = result.tables
    assert [table.outcome(key).code for key in ("rien", "une", "deux")] == ["calcule", one, two]
    assert result.outcome.applies
    assert result["offres_deux_prix"] is not None  # its cells stay


@pytest.mark.parametrize(("price", "one", "two"), LIMITS)
def test_the_document_has_the_outcome_of_rows_that_may_be_put_out(
    price: str, one: str, two: str
) -> None:
    found = rows(prix=price)
    assert "outcome" not in found["rien"]
    for key, code in (("une", one), ("deux", two)):
        sentence = "" if code == "calcule" else CHEAP
        assert found[key]["outcome"] == {"code": code, "sentence": sentence}
    assert found["deux"]["cells"].keys() == {"prix", "reste"}


@pytest.mark.parametrize(
    ("price", "kept", "code"),
    [("40", "20", "calcule"), ("40", "20.01", "reste_bas"), ("50.01", "20", "trop_cher")],
)
def test_the_first_refusal_that_holds_is_the_outcome(price: str, kept: str, code: str) -> None:
    assert rows(prix=price, moitie=kept)["deux"]["outcome"]["code"] == code


def test_a_sentence_quotes_the_row_and_the_whole() -> None:
    # 100 − 2 × 40 = 20
    said = rows(prix="40", moitie="20.01")["deux"]["outcome"]["sentence"]
    assert said.replace("\N{NO-BREAK SPACE}", " ") == "Il ne reste que 20,00 € de 100,00 €."


def test_the_view_says_it_of_the_row_and_of_no_other() -> None:
    (table,) = present(offers(prix="50.01")).tables
    assert table.put_out == ("", "", CHEAP)
    assert [row[0] for row in table.rows] == ["Rien", "Une", "Deux"]
    (whole,) = present(offers(prix="50")).tables
    assert whole.put_out == ("", "", "")
    assert present(annee()).tables[0].put_out == ()


def test_amounts_that_put_a_row_out_do_not_change_the_shape() -> None:
    compiled = Compiled(OFFERS, BOOK)
    cheap, dear = (offers(prix=price) for price in ("1", "1000"))
    assert compiled.shape(cheap.inputs) is compiled.shape(dear.inputs)
    assert compiled.values(dear.inputs) == {line.code: line.value for line in dear.lines}


def test_a_row_that_was_not_started_cannot_be_put_out() -> None:
    sheet = Offres(OffersInputs(annee=2020), BOOK)
    with pytest.raises(KeyError):
        sheet.offres.refuse("une", sheet["prix"] > 0, "trop_cher", "trop cher.")


def test_a_calculation_with_such_rows_is_forgotten_with_its_result() -> None:
    offers(prix="1000")
    gc.collect()
    gc.disable()
    try:
        offers(prix="1000")
        assert gc.collect() == 0
    finally:
        gc.enable()
