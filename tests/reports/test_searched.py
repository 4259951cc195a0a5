"""A spreadsheet cannot search: what was sought is kept while nothing changes, an error after."""

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from calculators.catalogue import calculators
from calculators.kit.calculator import Result
from calculators.kit.presenter import present
from sellerdesk.reports import workbook
from tests.books import committed_book
from tests.reports import office

SLUG = "portage-salarial"


def result() -> Result:
    calculator = calculators()[SLUG]
    inputs = calculator.inputs.model_validate(calculator.example)
    return calculator.calculate(inputs=inputs, rates=committed_book())


def changed(content: bytes, name: str, value: float) -> bytes:
    """The workbook after one named cell was typed over."""
    book = load_workbook(io.BytesIO(content))
    (title, cell), *_ = book.defined_names[name].destinations
    book[title][cell] = value
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


@pytest.mark.office
def test_what_was_sought_is_an_error_once_something_changes(tmp_path: Path) -> None:
    content = workbook.render(result())
    files = {
        "same": content,
        "input": changed(content, "tjm", 500.0),
        "rate": changed(content, "paie_maladie_employeur", 0.14),
    }
    saved = office.recalculate(files, tmp_path)
    values: dict[str, dict[str, Any]] = {
        name: {code: value for code, (value, _) in office.named_cells(path).items()}
        for name, path in saved.items()
    }

    assert values["same"]["brut"] == pytest.approx(4718.16)
    assert values["input"]["honoraires"] == pytest.approx(9000)  # what has a formula follows
    for name in ("input", "rate"):
        assert values[name]["brut"] == "#DIV/0!"
        assert values[name]["net_avant_impot"] == "#DIV/0!"


def test_the_workbook_says_which_values_were_sought() -> None:
    book = load_workbook(io.BytesIO(workbook.render(result())), read_only=True)
    said = [str(cell) for row in book["Lisez-moi"].iter_rows(values_only=True) for cell in row]
    noted = [row[0] for row in book["Simulation"].iter_rows(values_only=True)
             if "valeur cherchée" in str(row[-1])]  # fmt: skip

    assert any("a été cherché par SellerDesk" in text for text in said)
    assert noted == ["Salaire brut"]


@pytest.mark.office
def test_the_sentence_of_the_simulation_is_not_that_of_other_values(tmp_path: Path) -> None:
    calculator = calculators()["seuil-panier"]
    inputs = calculator.inputs.model_validate(calculator.example)
    made = calculator.calculate(inputs=inputs, rates=committed_book())
    content = workbook.render(made)
    files = {"same": content, "moved": changed(content, "seuil", 70.0)}
    saved = office.recalculate(files, tmp_path)

    said = {name: load_workbook(path, data_only=True)["Simulation"]["A2"].value
            for name, path in saved.items()}  # fmt: skip
    assert said["same"] == present(made).headline
    assert said["moved"].startswith("Des valeurs ont changé depuis la simulation")
