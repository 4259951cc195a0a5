"""What has no formula: the workbook finds it again by trials of its own."""

import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from calculators.catalogue import calculators
from calculators.kit.calculator import Result
from calculators.kit.presenter import present
from calculators.kit.rates import RateBook
from sellerdesk.reports import workbook
from tests.books import committed_book
from tests.reports import office

SLUG = "portage-salarial"


def result(book: RateBook | None = None, **given: Any) -> Result:
    calculator = calculators()[SLUG]
    asked = {k: v for k, v in {**calculator.example, **given}.items() if v is not None}
    inputs = calculator.inputs.model_validate(asked)
    return calculator.calculate(inputs=inputs, rates=book or committed_book())


def changed(content: bytes, name: str, value: float) -> bytes:
    """The workbook after one named cell was typed over."""
    book = load_workbook(io.BytesIO(content))
    (title, cell), *_ = book.defined_names[name].destinations
    book[title][cell] = value
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def recalculated(files: dict[str, bytes], folder: Path) -> dict[str, dict[str, Any]]:
    """The named cells of some workbooks, as a spreadsheet works them out."""
    saved = office.recalculate(files, folder)
    return {
        name: {code: value for code, (value, _) in office.named_cells(path).items()}
        for name, path in saved.items()
    }


@pytest.mark.office
def test_a_changed_workbook_finds_what_we_find(tmp_path: Path) -> None:
    """Another rate of the day, another rate of the law; the trials of the sheet do the search."""
    content = workbook.render(result())
    dearer = committed_book().variant("essai", {"paie_maladie_employeur": Decimal(14)})
    values = recalculated(
        {
            "same": content,
            "input": changed(content, "tjm", 500.0),
            "rate": changed(content, "paie_maladie_employeur", 0.14),
            "nothing": changed(content, "tjm", 0.01),
        },
        tmp_path,
    )
    ours = {
        "same": result(),
        "input": result(tjm=Decimal(500)),
        "rate": result(book=dearer),
    }
    for name, expected in ours.items():
        for line in expected.lines:
            if line.code in ("brut", "cout", "net_avant_impot", "solde", "net_paye"):
                assert values[name][line.code] == pytest.approx(float(line.value), abs=1e-6), name
    assert values["same"]["brut"] == pytest.approx(4718.16)
    assert values["nothing"]["brut"] == 0


@pytest.mark.office
def test_a_net_is_found_by_steps(tmp_path: Path) -> None:
    given: dict[str, Any] = {"mode": "net", "net_vise": Decimal(3000), "tjm": None}
    content = workbook.render(result(**given))
    values = recalculated({"other": changed(content, "net_vise", 3500.0)}, tmp_path)["other"]
    lines = {line.code: line.value for line in result(**given | {"net_vise": Decimal(3500)}).lines}

    for code in ("brut", "net_avant_impot", "honoraires", "tjm_necessaire"):
        assert values[code] == pytest.approx(float(lines[code]), abs=1e-6)


def test_an_amount_out_of_the_trials_reach_keeps_the_value_found() -> None:
    """Beyond ten millions of euros a month, thirty halvings do not come to the cent."""
    book = load_workbook(io.BytesIO(workbook.render(result(tjm=Decimal(900_000), jours=18))))
    (title, cell), *_ = book.defined_names["brut"].destinations

    assert str(book[title][cell].value).startswith("=IF(AND(")
    assert "Recherches" not in book.sheetnames


def test_the_workbook_says_how_it_finds_them() -> None:
    book = load_workbook(io.BytesIO(workbook.render(result())), read_only=True)
    said = [str(cell) for row in book["Lisez-moi"].iter_rows(values_only=True) for cell in row]
    noted = [row[0] for row in book["Simulation"].iter_rows(values_only=True)
             if "feuille « Recherches »" in str(row[-1])]  # fmt: skip

    assert any("se trouve par essais" in text for text in said)
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
