"""The file itself: names, cells, cached values, properties."""

import io
import re
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from calculators.catalogue import calculators
from calculators.kit import readings
from calculators.kit.amounts import Rate, constant
from calculators.kit.fields import field_specs
from calculators.kit.presenter import present
from calculators.kit.rates import Confidence, RateFact
from calculators.kit.units import DATE
from sellerdesk.reports import names as naming
from sellerdesk.reports import workbook
from sellerdesk.reports.leaves import rate_key
from sellerdesk.reports.names import Names, valid
from tests.catalogue.runs import run
from tests.reports.cases import computed, named, some
from tests.reports.test_pdf import NAMES


def _book(name: str, **options: Any) -> Any:
    return load_workbook(io.BytesIO(workbook.render(named()[name])), **options)


@pytest.mark.parametrize(
    "code",
    ["tva20", "A1", "xfd1048576", "r", "c", "l", "R1C1", "l1c1", "lc", "r12", "c3", "vrai", "TRUE"],
)
def test_what_a_spreadsheet_would_misread_gets_an_underscore(code: str) -> None:
    assert valid(code) == f"{code}_"


@pytest.mark.parametrize("code", ["cfp", "reste", "tva_20", "prix2026", "rc_1", "total", "cout"])
def test_other_codes_are_their_own_names(code: str) -> None:
    assert valid(code) == code


@pytest.mark.parametrize("slug", list(calculators()))
def test_inputs_lines_and_rates_never_clash(slug: str) -> None:
    calculator = calculators()[slug]
    rates = {code.code for code in calculator.codes}
    inputs = {spec.name for spec in field_specs(calculator.inputs)}
    lines = {line.code for result in some(slug, 1500) for line in result.lines}
    assert len(rates | inputs | lines) == len(rates) + len(inputs) + len(lines)
    assert {valid(code) for code in rates | inputs | lines} == rates | inputs | lines


def test_a_name_already_given_gets_an_underscore() -> None:
    names = Names(named()["marge-vente"])
    assert names._claim("Reste") == "Reste_"
    assert names._claim("reste") == "reste__"


def test_a_rate_used_at_two_dates_has_two_names(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = [
        RateFact("taux_x", "X", "%", Decimal(1), start, confidence=Confidence.OFFICIAL)
        for start in (date(2020, 1, 1), None)
    ]
    used = {rate_key(rate): rate for rate in map(Rate, facts)}
    monkeypatch.setattr(naming, "rates", lambda result: used)
    assert set(Names(named()["marge-vente"]).rates.values()) == {
        "taux_x_20200101", "taux_x_origine",
    }  # fmt: skip


def test_a_constant_is_a_number_and_a_day_counts_from_1900() -> None:
    names = Names(named()["marge-vente"])
    assert names.of(constant(Decimal("1E+3"))) == "1000"
    assert names.of(constant(Decimal("0.010"))) == "0.010"
    assert names.of(constant(date(2026, 1, 1).toordinal(), DATE)) == "46023"


@pytest.mark.parametrize("name", NAMES)
def test_every_formula_refers_to_defined_names(name: str) -> None:
    book = _book(name)
    known = set(book.defined_names)
    for row in book["Simulation"].iter_rows(min_row=6):
        for cell in row:
            if cell.data_type == "f":
                text = re.sub(r'"[^"]*"|Taux!', "", str(cell.value))
                used = set(re.findall(r"[a-z][a-z0-9_]+", text))
                assert used <= known, cell.value


def test_formulas_read_like_the_page() -> None:
    sheet = _book("marge-vente")["Simulation"]
    formulas = {row[3].value: row[1].value for row in sheet.iter_rows(min_row=6)}
    assert formulas["cotisations"] == "=ROUND(chiffre_affaires*cotisations_vente_bic,2)"
    assert formulas["reste"] == "=ROUND(chiffre_affaires-depenses,2)"


def test_inputs_are_real_cells() -> None:
    sheet = _book("full")["Simulation"]
    cells = {row[3].value: row[1] for row in sheet.iter_rows(min_row=6)}
    assert cells["date_vente"].value == datetime(2026, 6, 1)  # noqa: DTZ001 - a civil day
    assert cells["date_vente"].number_format == "dd/mm/yyyy"
    assert cells["affiliation_ouverte"].value == 0.08
    assert cells["affiliation_ouverte"].number_format.endswith("%")
    assert cells["prix_achat"].value == 100


@pytest.mark.parametrize("name", NAMES)
def test_every_rate_has_its_proof(name: str) -> None:
    rows = list(_book(name)["Taux"].iter_rows(min_row=4, values_only=True))
    view = present(named()[name])
    for rate, row in zip(view.rates, rows, strict=False):
        proof = (rate.label, rate.period, rate.source, rate.reference, rate.confidence_label)
        assert (row[1], row[5], row[6], row[8], row[9]) == proof
        # A rate used at two dates is named after the start of each of its versions.
        assert re.fullmatch(rf"{rate.code}(_\d{{8}}|_origine)?_?", str(row[4]))
        assert (row[0], row[7] or "", row[11] or "") == (str(rate.mark), rate.url, rate.note)
        assert f"vérifié le {row[10]:%d/%m/%Y}" == rate.checked
    assert len(rows) == max(len(view.rates), 1)


def test_what_does_not_apply_says_so_and_computes_nothing() -> None:
    book, view = _book("refused"), present(named()["refused"])
    assert book["Simulation"]["A2"].value == view.outcome
    cells = [cell for row in book["Simulation"].iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert "Aucun taux" in book["Taux"]["A4"].value


def test_a_warning_lives_and_dies_with_its_amount() -> None:
    sheet = _book("nothing-sold")["Simulation"]
    live = [row[0].value for row in sheet.iter_rows() if str(row[0].value).startswith("=IF(")]
    assert any(text.startswith('=IF(chiffre_affaires<=0,"Attention') for text in live)


def test_the_stamp_and_the_date_are_written() -> None:
    book, view = _book("full"), present(named()["full"])
    said = [cell.value for row in book["Lisez-moi"].iter_rows() for cell in row if cell.value]
    assert view.stamp in said
    assert view.on in said
    assert any("part variable" in str(text) for text in said), "unsure rates are named"


def test_lines_that_are_unsure_whatever_their_rates_are_named() -> None:
    def told(slug: str) -> dict[str, str]:
        result = run(slug, **calculators()[slug].example)
        book = load_workbook(io.BytesIO(workbook.render(result)))
        return {str(row[0].value): str(row[1].value) for row in book["Lisez-moi"].iter_rows()}

    quotes = told("comparer-societes-portage")
    assert quotes["Taux incertains"] == "aucun"
    assert quotes["Lignes incertaines"] == "Salaire minimum de l’échelon"
    assert "(incertain) : Bas, Milieu, Haut" in told("fidelite")["Lignes incertaines"]
    assert "Lignes incertaines" not in told("remise-ou-volume")


@pytest.mark.parametrize("name", NAMES)
def test_the_same_result_gives_the_same_bytes(name: str) -> None:
    first = workbook.render(named()[name])
    assert workbook.render(named()[name]) == first
    with zipfile.ZipFile(io.BytesIO(first)) as file:
        assert {entry.date_time[0] for entry in file.infolist()} == {1980}
        created = re.findall(rb"W3CDTF\">(\d{4}-\d{2}-\d{2})", file.read("docProps/core.xml"))
    day = max(named()[name].on, date(1980, 1, 1)).isoformat().encode()
    assert set(created) == {day}


def test_without_cached_values_the_spreadsheet_computes_them() -> None:
    content = workbook.render(named()["marge-vente"], cached=False)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        sheet = file.read("xl/worksheets/sheet1.xml").decode()
        assert 'fullCalcOnLoad="1"' in file.read("xl/workbook.xml").decode()
    assert set(re.findall(r"</f><v>(.*?)</v>", sheet)) == {""}


def test_a_text_is_never_a_formula(monkeypatch: pytest.MonkeyPatch) -> None:
    result = computed("marge-vente", **calculators()["marge-vente"].example)
    monkeypatch.setattr(
        workbook, "present", lambda r: _dangerous(present(r))
    )  # what a visitor could type in a text field
    book = load_workbook(io.BytesIO(workbook.render(result)))
    assert book["Simulation"]["A1"].value == "=1+1"
    assert book["Simulation"]["A1"].data_type in ("s", "inlineStr")


def _dangerous(view: Any) -> Any:
    from dataclasses import replace

    return replace(view, title="=1+1")


def test_every_line_is_read_by_its_name() -> None:
    result = named()["full"]
    names = Names(result)
    for line in result.lines:
        assert readings.sheet_formula(line, names.of).startswith("=")


def test_a_line_that_rests_on_an_unsure_rate_wears_the_mark() -> None:
    """PayPal's rates are unsure: what is left of the sale depends on them."""
    sheet = _book("marge-vente")["Simulation"]
    rows = {str(cell.value): row for row in sheet.iter_rows() for cell in row if cell.value}

    assert "?" in [cell.value for cell in rows["reste"]]
    assert "?" not in [cell.value for cell in rows["chiffre_affaires"]]
