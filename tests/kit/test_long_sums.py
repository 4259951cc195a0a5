"""A sum of many terms says what it is the total of; a short one shows each of them."""

from decimal import Decimal
from typing import Any

from calculators.kit import readings
from calculators.kit.amounts import Input, total
from calculators.kit.declarations import Column
from calculators.kit.french import NBSP as NB
from calculators.kit.lines import Line
from calculators.kit.units import CENT, EUR
from tests.kit.journal import JOURNAL, JournalInputs, sales
from tests.kit.toy import BOOK


def lines(count: int, discounted: int = 1) -> dict[str, Line]:
    given: Any = sales(count, discounted=discounted)
    inputs = JournalInputs.model_validate({"annee": 2024, "ventes": given})
    return JOURNAL.trace(inputs=inputs, rates=BOOK).lines


def test_a_cell_knows_its_column() -> None:
    known = lines(2)
    assert known["lignes_02_remise"].declaration.column == Column(
        "lignes", "remise", "Remise accordée"
    )
    assert known["suite_cumuls_1_cumul"].declaration.column == Column(
        "suite_cumuls", "cumul", "Cumul"
    )
    assert known["net"].declaration.column is None


def test_fourteen_terms_are_shown_one_by_one() -> None:
    line = lines(14)["montant"]
    assert readings.explanation(line).count("+") == 13
    assert readings.formula(line).count("+") == 13


def test_a_longer_sum_names_its_column() -> None:
    line = lines(15)["montant"]
    column = f"«{NB}Montant encaissé{NB}»"
    assert readings.explanation(line) == (
        f"total de la colonne {column} (15 lignes){NB}: 129{NB}628,80{NB}€"  # 1 234,56 × 105
    )
    assert readings.formula(line) == "lignes_01_montant + … + lignes_15_montant"


def test_inside_a_formula_the_amount_comes_first() -> None:
    known = lines(15)["moyenne"]
    column = f"«{NB}Montant encaissé{NB}»"
    assert readings.explanation(known).startswith(
        f"129{NB}628,80{NB}€ (total de la colonne {column}, 15 lignes) ÷ 15 − "
    )
    assert readings.formula(known).startswith("(lignes_01_montant + … + lignes_15_montant) ÷ 15")


def test_what_was_given_and_what_stands_in_several_columns_are_only_counted() -> None:
    known = lines(15)
    assert readings.explanation(known["saisi"]).startswith(f"total (15 valeurs saisies){NB}: ")
    cells = [known[f"lignes_{n:02}_{code}"] for n in range(1, 9) for code in ("montant", "reste")]
    sheet = JOURNAL.sheet(JournalInputs(annee=2024), BOOK)
    mixed = sheet.line("mixte", "Mixte", total(cells), CENT)
    assert readings.explanation(mixed).startswith(f"total (16 montants){NB}: ")
    more = sheet.line("plus", "Plus", total([*cells, Input("x", Decimal(1), EUR)]), CENT)
    assert readings.explanation(more).startswith(f"total (17 montants){NB}: ")


def test_a_date_is_written_as_one() -> None:
    assert readings.shown(lines(2)["lignes_02_jour"]) == "02/02/2024"


def test_the_largest_of_many_names_its_column_too() -> None:
    line = lines(15)["plus_grand"]
    column = f"«{NB}Montant encaissé{NB}»"
    assert readings.explanation(line) == (
        f"plus grande valeur de la colonne {column} (15 lignes){NB}: 17{NB}283,84{NB}€"
    )
    assert readings.formula(line) == "le plus grand de (lignes_01_montant ; … ; lignes_15_montant)"
