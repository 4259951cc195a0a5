"""Parts, tables, rows and years: a whole small calculator that uses each."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit.amounts import total
from calculators.kit.calculator import Calculator, Headline
from calculators.kit.compiling import Compiled
from calculators.kit.document import to_json
from calculators.kit.fields import Group, Inputs, Row, asked, field_specs, money, rows, year
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part, declarations, part, table
from calculators.kit.presenter import present
from calculators.kit.rates import RateBook
from calculators.kit.units import CENT, EURO
from tests.kit.toy import BOOK, COMMISSION
from tests.strategies import other_amounts


class Mois(Row):
    """One month."""

    ventes: Decimal = money("Ventes", default=Decimal(0))
    achats: Decimal | None = money("Achats", default=None)


class AnneeInputs(Inputs):
    """A year of sales."""

    GROUPS: ClassVar[tuple[Group, ...]] = (Group("tout", "Tout"),)

    annee: int = year("Année", group="tout")
    mois: tuple[Mois, ...] = rows("Mois par mois", least=2, most=12, group="tout")
    arrivee: date | None = asked("Arrivée", default=None, group="tout")


class Taxe(Part):
    """A lower room."""

    base = declared("Base", CENT)
    taxe = declared("Taxe", CENT)


class LigneMois(Part):
    """A row."""

    ventes = declared("Ventes", CENT)
    commission = declared("Commission", CENT)
    achats = declared("Achats", CENT)


class Annee(Sheet):
    """The lines of a year."""

    inputs: AnneeInputs

    avec = part(Taxe, "{}, avec", section="avec")
    sans = part(Taxe, "{}, sans", section="sans")
    lignes = table(LigneMois, "Mois par mois", head="Mois")
    ventes = declared("Ventes", CENT)
    commission = declared("Commission", CENT)


def formulas(*, inputs: AnneeInputs, rates: RateBook) -> Annee:
    """Compute a year, each month at its own rate."""
    m = Annee(inputs, rates)
    for number, given_row in enumerate(m.rows("mois"), start=1):
        row = m.lignes.row(f"{number:02}", f"mois {number}")
        row.ventes = given_row["ventes"]
        on = m.moment(date(inputs.annee, number, 1))
        row.assign("commission", row.ventes * m.rate(COMMISSION, on), EURO)
        if given_row.given.achats is not None:
            row.achats = given_row["achats"]
    m.ventes = total(m.lignes.column("ventes"))
    m.commission = total(m.lignes.column("commission"))
    m.lignes.totals.update(ventes=m.ventes, commission=m.commission)
    for each, base in ((m.avec, m.ventes), (m.sans, m.ventes - m.commission)):
        each.base = base
        each.taxe = each.base * m.rate(COMMISSION, m.moment(date(inputs.annee, 1, 1)))
    m.avec.warn(m.avec.taxe > 0, "taxe", "Taxe de {taxe} sur {ventes}.")
    if inputs.arrivee is not None:
        assert m.day("arrivee").quarter <= inputs.arrivee
    return m


ANNEE = Calculator(
    slug="annee", title="Année", summary="", intro="", inputs=AnneeInputs, sheet=Annee,
    formulas=formulas, main_date="annee", example={"annee": 2020},
    headline=Headline("ventes", "{ventes}", "{ventes}", "{ventes}"), codes=(COMMISSION,),
)  # fmt: skip
SALES = ({"ventes": "104"}, {"ventes": "100", "achats": "7"}, *({"ventes": "104"},) * 5)


def run(**given_values: Any) -> Any:
    inputs = AnneeInputs.model_validate({"annee": 2020, "mois": SALES} | given_values)
    return ANNEE.calculate(inputs=inputs, rates=BOOK)


def test_a_line_that_is_never_computed_is_not_declared() -> None:
    class Moins(Sheet):
        avec = part(Taxe, "{}, avec", without={"taxe"})

    assert [d.code for d in declarations(Moins)] == ["avec_base"]
    assert [d.code for d in Moins.avec.kept] == ["base"]


def test_each_month_takes_its_own_rate_and_its_own_rounding() -> None:
    result = run()
    # 10 % until June 2020: 10,4 → 10 €; 12,5 % from July: 13 €. 10 + 10 + 4 × 10 + 13 = 73.
    assert result["lignes_01_commission"] == Decimal("10")
    assert result["lignes_07_commission"] == Decimal("13")
    assert result["commission"] == Decimal("73.00")


def test_a_part_names_its_lines_after_its_place() -> None:
    result = run()
    assert result["avec_taxe"] == Decimal("72.40")  # 724 × 10 %
    assert result["sans_taxe"] == Decimal("65.10")  # (724 − 73) × 10 %
    labels = {line.code: line.declaration.label for line in result.lines}
    assert labels["avec_taxe"] == "Taxe, avec"
    codes = [d.code for d in ANNEE.declarations]
    assert codes == ["avec_base", "avec_taxe", "sans_base", "sans_taxe", "ventes", "commission"]


def test_a_sentence_of_a_part_finds_its_own_amounts_and_those_of_the_whole() -> None:
    (note,) = present(run()).notes
    assert note.text == "Taxe de 72,40\N{NO-BREAK SPACE}€ sur 724,00\N{NO-BREAK SPACE}€."


def test_a_table_is_shown_with_its_totals_and_empty_cells() -> None:
    view = present(run())
    (found,) = view.tables
    assert found.headers == ("Mois", "Ventes", "Commission", "Achats")
    assert found.rows[0][0] == "mois 1"
    assert found.rows[0][3] == ""
    assert found.rows[1][3] == "7,00\N{NO-BREAK SPACE}€"
    assert found.foot[2] == "73,00\N{NO-BREAK SPACE}€"
    assert [line.code for line in found.explained][:2] == [
        "lignes_01_ventes",
        "lignes_01_commission",
    ]
    assert view.on == "2020"
    shown = [line.code for section in view.sections for line in section.lines]
    assert not [code for code in shown if code.startswith("lignes_")]


def test_a_table_whose_rows_are_computed_alike_is_explained_row_by_row() -> None:
    """In a column the formulas are those of different rows: a payslip's lines, side by side."""
    result = run()
    by_column = {line.code for line in present(result).tables[0].explained}
    result.tables[0].by_row = True

    by_row = {line.code for line in present(result).tables[0].explained}
    assert "lignes_02_ventes" not in by_column
    assert "lignes_02_ventes" in by_row


def test_a_table_that_restates_lines_explains_one_cell_a_column() -> None:
    result = run()
    result.tables[0].restated = True

    told = [line.code for line in present(result).tables[0].explained]
    assert told == ["lignes_01_ventes", "lignes_01_commission", "lignes_02_achats"]


def test_a_row_may_head_those_below_or_add_up_those_above() -> None:
    m = Annee(AnneeInputs(annee=2020), BOOK)
    m.lignes.row("titre", "Titre", "group")
    m.lignes.row("01", "Janvier")
    assert m.lignes.levels == {"titre": "group"}

    result = run()
    assert set(present(result).tables[0].levels) == {""}
    result.tables[0].levels["02"] = "total"
    view = present(result).tables[0]
    assert view.levels[:3] == ("", "total", "")
    assert view.ranked[1] == ("total", view.rows[1], "")


def test_a_table_stands_in_the_document() -> None:
    table_ = to_json(run())["tables"]["lignes"]
    assert table_["rows"][1]["cells"] == {"ventes": "100.00", "commission": "10", "achats": "7.00"}
    assert table_["totals"]["commission"] == "73.00"


def test_a_list_of_rows_is_described_cell_by_cell() -> None:
    spec = next(s for s in field_specs(AnneeInputs) if s.name == "mois")
    assert [column.name for column in spec.columns] == ["ventes", "achats"]
    assert (spec.least, spec.most) == (2, 12)


@given(data=st.data())
def test_the_compiled_reading_equals_the_traced_one_with_rows(data: st.DataObject) -> None:
    compiled = Compiled(ANNEE, BOOK)
    first = run().inputs
    shape = compiled.shape(first)
    inputs = data.draw(other_amounts(first))
    assert compiled.shape(inputs) is shape
    traced = ANNEE.trace(inputs=inputs, rates=BOOK)
    values = compiled.values(inputs)
    assert values == {code: line.value for code, line in traced.lines.items()}


def test_more_rows_another_year_or_another_absence_is_another_shape() -> None:
    compiled = Compiled(ANNEE, BOOK)
    shapes = {
        id(compiled.shape(AnneeInputs(annee=year_, mois=given_rows)))  # type: ignore[arg-type]
        for year_ in (2020, 2021)
        for given_rows in (SALES, SALES[:2], SALES[1:])
    }
    assert len(shapes) == 6


def test_a_quarter_narrows_the_span_of_its_date() -> None:
    sheet = ANNEE.trace(inputs=AnneeInputs(annee=2020, arrivee=date(2020, 5, 9)), rates=BOOK)
    assert sheet.spans["arrivee"] == (date(2020, 4, 1), date(2020, 7, 1))


def test_a_row_has_one_key() -> None:
    sheet = Annee(AnneeInputs(annee=2020), BOOK)
    sheet.lignes.row("01", "mois 1")
    with pytest.raises(ValueError, match="twice"):
        sheet.lignes.row("01", "mois 1")
