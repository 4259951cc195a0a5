"""Tables in the documents: each cell with its name and its formula, each column with its own."""

import io
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from calculators.kit.amounts import maximum, total
from calculators.kit.declarations import CELL
from calculators.kit.operations import ATOM
from calculators.kit.presenter import present
from sellerdesk.reports import pdf, workbook
from sellerdesk.reports.names import Names
from sellerdesk.reports.sheet_simulation import NAME
from sellerdesk.reports.sheet_tables import HEAD_ROW, HOW
from tests.kit.journal import TITLE
from tests.kit.test_parts import SALES
from tests.kit.test_parts import run as annee
from tests.reports import office
from tests.reports.cases import tabled
from tests.reports.reading import bare

FIRST = HEAD_ROW + 2  # as a spreadsheet counts
CASES = (
    "annee", "annee-short", "journal", "journal-gaps", "journal-long", "journal-empty", "offers",
)  # fmt: skip


def book_of(name: str, **options: Any) -> Any:
    return load_workbook(io.BytesIO(workbook.render(tabled()[name])), **options)


def place(book: Any, name: str) -> tuple[str, str]:
    (found,) = book.defined_names[name].destinations
    return found[0], found[1].replace("$", "")


def named_cell(book: Any, name: str) -> Any:
    sheet, cell = place(book, name)
    return book[sheet][cell]


def test_each_table_has_its_sheet_and_each_list_of_rows() -> None:
    assert book_of("annee").sheetnames == [
        "Simulation", "Saisie Mois par mois", "Mois par mois", "Taux", "Lisez-moi",
    ]  # fmt: skip
    assert "Saisie Ventes : le journal" not in book_of("journal-empty").sheetnames


def test_the_title_of_a_sheet_is_short_plain_and_given_once() -> None:
    names = book_of("journal").sheetnames
    # « Toutes les ventes de l’année, jour par jour » (44) twice, and « … : cumul »
    assert names[1:4] == [
        "Saisie Ventes le journal", "Toutes les ventes de l’année", "Toutes les ventes (2)",
    ]  # fmt: skip
    given = Names(tabled()["journal"])
    assert given.sheet("Taux") == "Taux (2)"
    assert given.sheet("'a/b'") == "a b"
    assert given.sheet("[?]") == "Tableau"


@pytest.mark.parametrize(
    ("wanted", "title"),
    [
        ("Lignes légales de l’employeur", "Lignes légales de l’employeur"),
        ("Le bulletin de paie, paie exacte", "Le bulletin de paie"),
        ("Recherche du revenu qui reste après cotisations", "Recherche du revenu qui reste"),
        ("Les niveaux et ce qu’ils reçoivent", "Les niveaux"),
        ("x" * 40, "x" * 31),
    ],
)
def test_a_long_title_is_cut_at_a_word(wanted: str, title: str) -> None:
    assert Names(tabled()["journal"]).sheet(wanted) == title


def test_the_headings_are_those_of_the_page_and_stay_in_view() -> None:
    book, view = book_of("journal"), present(tabled()["journal"])
    sheet = book["Toutes les ventes de l’année"]
    assert sheet["A1"].value == TITLE
    assert tuple(cell.value for cell in sheet[HEAD_ROW + 1])[:9] == view.tables[0].headers
    assert sheet.freeze_panes == f"B{FIRST}"
    assert sheet.print_title_rows == f"${HEAD_ROW + 1}:${HEAD_ROW + 1}"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


@pytest.mark.parametrize("name", CASES)
def test_each_cell_is_a_named_formula_and_none_is_repeated(name: str) -> None:
    book, result = book_of(name), tabled()[name]
    written = [row[NAME].value for row in book["Simulation"].iter_rows()]
    for line in result.lines:
        if line.declaration.level == CELL:
            cell = named_cell(book, line.code)
            assert str(cell.value).startswith("="), line.code
            assert line.code not in written


@pytest.mark.parametrize("name", CASES)
def test_every_formula_refers_to_a_defined_name(name: str) -> None:
    book = book_of(name)
    for sheet in book.worksheets:
        formulas = (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f")
        for cell in formulas:
            text = re.sub(r'"[^"]*"', "", str(cell.value))
            assert set(re.findall(r"[a-z][a-z0-9_]+", text)) <= set(book.defined_names), text


def test_a_total_of_a_whole_column_names_it() -> None:
    book = book_of("annee")
    assert named_cell(book, "ventes").value == "=ROUND(SUM(lignes_ventes),2)"
    assert place(book, "lignes_ventes") == ("Mois par mois", f"B{FIRST}:B{FIRST + 6}")
    assert "lignes_achats" not in book.defined_names  # one month alone has one


def test_a_total_with_gaps_names_its_cells_until_they_are_too_many() -> None:
    few, many = book_of("journal-gaps"), book_of("journal-long")
    found = str(named_cell(few, "remise").value)
    assert found.startswith("=ROUND(SUM(lignes_01_remise,lignes_04_remise,")
    assert "lignes_remise" not in few.defined_names
    assert named_cell(many, "remise").value == "=ROUND(SUM(lignes_remise),2)"


def test_a_part_of_a_column_is_not_the_column() -> None:
    result = tabled()["annee"]
    column = result.tables[0].column("ventes")
    names = Names(result)
    assert names.whole(total(column)) is not None
    for other in (column[1:], column[:-1], column[::-1], (*column, column[0])):
        assert names.whole(total(other)) is None
    assert names.whole(column[0] + column[1]) is None


def test_a_column_of_one_row_is_a_column() -> None:
    result = annee(mois=SALES[1:2])
    largest = maximum(*result.tables[0].column("ventes"))
    assert Names(result).whole(largest) == ("MAX(lignes_ventes)", ATOM)


def test_the_totals_refer_to_the_lines() -> None:
    book = book_of("journal")
    sheet = book["Toutes les ventes de l’année"]
    row = [cell.value for cell in sheet[FIRST + 36]]
    assert row[:9] == ["Total", None, None, "=montant", "=remise", "=commission", None, None, None]


def test_a_row_that_heads_others_or_adds_them_up_is_set_apart() -> None:
    result = annee(mois=SALES[:3])
    result.tables[0].levels |= {"01": "group", "03": "total"}
    sheet = load_workbook(io.BytesIO(workbook.render(result)))["Mois par mois"]

    rows = [sheet[FIRST + index] for index in range(3)]
    assert [[cell.font.b for cell in row[:2]] for row in rows] == [
        [True] * 2,
        [False] * 2,
        [True] * 2,
    ]
    assert [row[1].border.top.style for row in rows] == [None, None, "thin"]
    text = pdf.html(result)
    assert [text.count(f'class="cells__{level}"') for level in ("group", "total")] == [1, 1]


def test_a_date_is_a_date() -> None:
    book = book_of("journal", data_only=True)
    for name in ("lignes_02_jour", "ventes_2_jour"):
        cell = named_cell(book, name)
        assert cell.value == datetime(2024, 2, 2), name  # noqa: DTZ001 - a civil day
        assert cell.number_format == "dd/mm/yyyy"


def test_given_rows_are_cells_that_one_may_change() -> None:
    book = book_of("journal")
    assert named_cell(book, "ventes_2_montant").value == 1234.56
    assert named_cell(book, "ventes_2_remise").value == 0.125
    assert named_cell(book, "ventes_2_remise").number_format.endswith("%")
    sheet = book["Saisie Ventes le journal"]
    assert [cell.value for cell in sheet[FIRST + 1]][-3:-1] == ["D’occasion", "oui"]
    noted = sheet[FIRST + 1][7]
    assert (noted.value, noted.data_type) == ("=1+1", "s")
    assert place(book, "ventes_montant") == (sheet.title, f"C{FIRST}:C{FIRST + 35}")
    assert named_cell(book, "saisi").value == "=ROUND(SUM(ventes_montant),2)"


def test_a_sheet_of_a_table_says_how_its_cells_are_computed() -> None:
    sheet = book_of("annee")["Mois par mois"]
    said = [str(row[0].value) for row in sheet.iter_rows(min_row=FIRST + 8)]
    assert said[1] == HOW
    assert bare(said[3]).startswith("mois1:Commission=104,00€×10%=10,00€")
    assert said[3].endswith("taux 1? · nom : lignes_01_commission")


def test_what_is_absent_is_said_where_nothing_is_computed_from_it() -> None:
    book, values = book_of("journal"), book_of("journal", data_only=True)
    assert str(named_cell(book, "lignes_01_delai").value).endswith(',"sans délai")')
    assert named_cell(values, "lignes_01_delai").value == "sans délai"
    assert named_cell(values, "lignes_02_delai").value == 32
    assert named_cell(values, "lignes_01_part").value == "#DIV/0!"


def test_why_a_row_does_not_apply_changes_with_the_amounts() -> None:
    book, values = book_of("offers-whole"), book_of("offers-whole", data_only=True)
    written = {row[0].value: row[3].value for row in book["Les offres"].iter_rows(min_row=FIRST)}
    dear = '"Ne s’applique pas\N{NO-BREAK SPACE}: au-delà du budget."'
    assert book["Les offres"].cell(FIRST - 1, 4).value == "Remarque"
    assert written["Rien"] is None
    assert written["Une"] == f'=IF(offres_une_prix>budget,{dear},"")'
    assert not values["Les offres"].cell(FIRST + 1, 4).value
    put_out = book_of("offers", data_only=True)["Les offres"]
    assert put_out.cell(FIRST + 2, 4).value == dear.strip('"') != put_out.cell(FIRST + 1, 4).value


def test_why_a_row_does_not_apply_is_a_text_when_it_quotes_an_amount() -> None:
    sheet = book_of("offers-quoting")["Les offres"]
    said = bare("Il ne reste que 20,00 € de 100,00 €.")
    assert bare(sheet.cell(FIRST + 2, 4).value) == said
    assert "reste celle de la simulation" in sheet["A2"].value
    assert "reste celle" not in book_of("offers-whole")["Les offres"]["A2"].value
    assert "Remarque" not in [cell.value for cell in book_of("annee")["Mois par mois"][FIRST - 1]]


def test_the_days_to_come_are_dates_and_live_sums() -> None:
    rows = list(book_of("journal")["Échéancier"].iter_rows(min_row=FIRST))
    assert [[cell.value for cell in row[:3]] for row in rows] == [
        ["Déclarer", datetime(2024, 4, 30), None],  # noqa: DTZ001 - a civil day
        ["Payer", datetime(2024, 5, 31), "=SUM(commission,remise)"],  # noqa: DTZ001
    ]


@pytest.mark.parametrize("name", CASES)
def test_the_same_tables_give_the_same_bytes(name: str) -> None:
    assert workbook.render(tabled()[name]) == workbook.render(tabled()[name])


@pytest.mark.office
def test_libreoffice_finds_every_cell(tmp_path: Path) -> None:
    results = tabled()
    files = {name: office.spoiled(workbook.render(result))[0] for name, result in results.items()}
    saved = office.recalculate(files, tmp_path)
    beyond = compared = 0
    for name, result in results.items():
        cells = office.named_cells(saved[name])
        wrong, excused = office.differences(result, cells)
        assert wrong == [], name
        beyond, compared = beyond + excused, compared + len(result.lines)
    assert compared > 3000
    assert beyond <= compared / 20
