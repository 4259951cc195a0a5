"""The JSON of a result: stable keys, decimal strings, dated rates."""

import json
import re
from typing import Any

from calculators.kit.calculator import Result
from calculators.kit.document import ENGINE, SCHEMA, to_json
from tests.kit.toy import BOOK, TOY, ToyInputs

PLAIN = re.compile(r"-?\d+(\.\d+)?")


def result(**given: Any) -> Result:
    return TOY.calculate(
        inputs=ToyInputs(**{"jour": "2020-06-30", "prix": "9.99"} | given), rates=BOOK
    )


def test_the_document_has_the_keys_that_stay() -> None:
    document = to_json(result())
    assert {"calculator", "on", "known_on", "rate_book", "amounts", "lines", "tables", "outcome",
            "notes", "schema", "engine", "inputs"} <= document.keys()  # fmt: skip
    assert (document["schema"], document["engine"]) == (SCHEMA, ENGINE)
    assert (document["calculator"], document["on"]) == ("toy", "2020-06-30")
    assert (document["known_on"], document["rate_book"]) == (None, str(BOOK.stamp))


def test_a_line_has_its_formula_its_grid_and_its_dated_rates() -> None:
    (line,) = [x for x in to_json(result())["lines"] if x["code"] == "commission"]
    assert line["rates"] == [
        {
            "code": "commission",
            "value": "10",
            "unit": "%",
            "valid_from": None,
            "valid_to": "2020-07-01",
            "source": "Contrat",
            "url": "",
            "reference": "à retrouver",
            "confidence": "unsure",
        }
    ]
    assert line["label"] == "Commission"
    assert line["formula"] == "si brut < 1 alors brut × 0 sinon brut × commission"
    assert (line["amount"], line["unit"], line["rounding"]) == ("1.00", "€", "arrondi au centime")


def test_amounts_are_plain_decimal_strings_or_null() -> None:
    document = to_json(result(prix="0", remise="100", fin="2020-06-30"))
    assert document["amounts"]["part"] is None
    texts = [text for text in document["amounts"].values() if text is not None]
    assert all(PLAIN.fullmatch(text) for text in texts)
    assert [line["amount"] for line in document["lines"]] == list(document["amounts"].values())


def test_inputs_are_kept_so_that_the_same_document_can_be_made_again() -> None:
    first = to_json(result(remise="12.50", ventes=3, frais_fixes=True, note="é<"))
    again = TOY.calculate(inputs=ToyInputs(**first["inputs"]), rates=BOOK)
    assert to_json(again) == first


def test_a_document_is_json() -> None:
    document = to_json(result())
    assert json.loads(json.dumps(document, allow_nan=False)) == document


def test_what_does_not_apply_is_an_outcome_with_its_field() -> None:
    document = to_json(result(genre="interdit"))
    assert document["outcome"] == {
        "code": "interdit", "sentence": "Cette vente est interdite.", "field": "genre",
    }  # fmt: skip
    assert (document["amounts"], document["lines"], document["notes"]) == ({}, [], [])


def test_notes_carry_amounts_in_french() -> None:
    notes = to_json(result(ventes=2))["notes"]
    assert notes == [
        {
            "kind": "info",
            "code": "toujours",
            "text": "Pour 2\u00a0ventes, 19,98\u00a0€.",
            "field": "",
        }
    ]
