"""What holds for any follow-up of a year, whatever was received."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import calculators
from calculators.catalogue.suivi_micro.inputs import RECETTES, Mois, SuiviMicroInputs, UnMois
from calculators.kit.calculator import Result
from calculators.kit.compiling import Compiled
from tests.books import committed_book

MONEY = st.decimals(-5000, 20000, places=2) | st.decimals(-(10**6), 10**6, places=6)
COLUMNS = (*RECETTES, "achats", "frais")
ZERO = Decimal(0)


@st.composite
def years(draw: st.DrawFn, /, **fixed: Any) -> SuiviMicroInputs:
    """Any year of which the tables hold everything, receipts before the creation left out."""
    year = draw(st.integers(2009, 2027))
    created = draw(st.none() | st.dates(date(max(2009, year - 2), 1, 1), date(year, 12, 31)))
    first = created.month if created is not None and created.year == year else 1
    last = draw(st.integers(first, 12))
    names = draw(st.lists(st.sampled_from(COLUMNS), min_size=1, unique=True))
    rows = [
        UnMois(mois=month, **{name: draw(st.none() | MONEY) for name in names})
        for month in list(Mois)[first - 1 : last]
    ]
    rows[-1] = UnMois(**(rows[-1].model_dump() | {names[0]: draw(MONEY)}))
    choices: dict[str, Any] = {
        "periodicite": draw(st.sampled_from(["mensuelle", "trimestrielle"])),
        "arrondi": draw(st.sampled_from(["declaration", "centime"])),
        "registre": draw(st.sampled_from(["cci", "cma", "aucun"])),
        "versement_liberatoire_choisi": draw(st.booleans()),
        "acre": created is not None and draw(st.booleans()),
        "arrete_au": draw(st.none() | st.dates(_floor(year, last, created), date(year, 12, 31))),
    }
    return SuiviMicroInputs(
        annee=year, releve=tuple(rows), date_creation=created, **(choices | fixed)
    )


def _floor(year: int, last: int, created: date | None) -> date:
    """The first day on which these rows may stop."""
    floor = date(year, last, 1)
    return floor if created is None else max(floor, created)


def calculated(inputs: SuiviMicroInputs) -> Result:
    result = calculators()["suivi-micro"].calculate(inputs=inputs, rates=committed_book())
    assert result.outcome.applies, result.outcome.sentence
    return result


def cells(result: Result, table: str, code: str) -> list[Decimal]:
    """The cells of a column."""
    found = next(t for t in result.tables if t.code == table)
    return [line.value for line in found.column(code)]


def sum_of(amounts: Mapping[str, Decimal | None], *codes: str) -> Decimal:
    """The sum of the lines that are there."""
    return sum((amounts.get(code) or ZERO for code in codes), ZERO)


def received(inputs: SuiviMicroInputs, name: str) -> Decimal:
    return sum((getattr(row, name) or ZERO for row in inputs.releve), ZERO)


@given(inputs=years())
def test_what_is_declared_and_carried_is_what_was_received(inputs: SuiviMicroInputs) -> None:
    """Of each category, but for the grid of each declaration: half a euro, half a cent."""
    result = calculated(inputs)
    step = Decimal("0.51") if inputs.arrondi.value == "declaration" else Decimal("0.01")
    for name in RECETTES:
        declared = cells(result, "assiettes", f"declare_{name}")
        carried = cells(result, "assiettes", f"report_{name}")
        assert all(amount >= 0 for amount in declared)
        assert all(amount <= 0 for amount in carried)
        if declared:
            still = sum(declared) + carried[-1]
            assert abs(still - received(inputs, name)) <= step * len(declared)


@given(inputs=years())
def test_nothing_due_is_ever_negative(inputs: SuiviMicroInputs) -> None:
    result = calculated(inputs)
    for code in ("ca", "cfp", "taxe_chambre", "versement", "a_payer"):
        assert all(amount >= 0 for amount in cells(result, "declarations", code))
    assert all(each.amount is None or each.amount >= 0 for each in result.dues)


@given(inputs=years())
def test_the_lines_are_the_sums_of_their_columns(inputs: SuiviMicroInputs) -> None:
    result = calculated(inputs)
    found = result.amounts
    complements = sum_of(found, *(f"complement_{name}" for name in RECETTES))
    for code in ("recettes", "achats", "frais"):
        assert found[code] == sum(cells(result, "periodes", code))
    assert sum_of(found, "prelevements") == sum(
        cells(result, "periodes", "cotisations"), complements
    )
    assert sum_of(found, "a_payer") == sum(cells(result, "declarations", "a_payer"), complements)
    assert sum_of(found, "versement_liberatoire") == sum(cells(result, "periodes", "impot"))
    spent = sum_of(found, "achats", "frais", "prelevements", "versement_liberatoire")
    assert found["recettes"] == spent + sum_of(found, "reste")
    assert sum_of(found, "reste") == sum(cells(result, "periodes", "reste"), -complements)


@given(inputs=years())
def test_what_stands_under_a_column_is_its_sum(inputs: SuiviMicroInputs) -> None:
    for table in calculated(inputs).tables:
        for code, line in table.totals.items():
            assert line.value == sum(cell.value for cell in table.column(code)), (table.code, code)


@given(inputs=years())
def test_a_ceiling_has_a_day_exactly_when_it_is_passed(inputs: SuiviMicroInputs) -> None:
    result = calculated(inputs)
    last = date(inputs.annee, 12, 31).toordinal()
    for _, _, row in next(t for t in result.tables if t.code == "plafonds"):
        reached = max(row.ca.value, row.lines.get("projection", row.ca).value)
        found = row.jour.value
        assert found.is_nan() == (reached <= row.plafond.value)
        # A projection is on cents, its day is not: they may differ at the very end of the year.
        assert found.is_nan() or date(inputs.annee, 1, 1).toordinal() <= found <= last + 1


@given(inputs=years())
def test_the_compiled_reading_is_the_traced_one(inputs: SuiviMicroInputs) -> None:
    values, lines = compiled().values(inputs), calculated(inputs).lines
    assert list(values) == [line.code for line in lines]
    different = [line.code for line in lines if not _same(values[line.code], line.value)]
    assert different == []


@cache
def compiled() -> Compiled:
    return Compiled(calculators()["suivi-micro"], committed_book())


def _same(one: Any, other: Decimal) -> bool:
    return bool(one == other) or (one.is_nan() and other.is_nan())
