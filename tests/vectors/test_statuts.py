"""The cases of the legal statuses: self-employed, officers, corporate tax, dividends, micro."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from calculators.law.independants.regles import ANCIEN_PLAFOND, CODES
from tests.books import committed_book
from tests.vectors import independants, sasu, societes
from tests.vectors.fees import UnknownKeyError
from tests.vectors.micro import engine_book
from tests.vectors.test_vectors import _cases

YEARS = _cases("statuts_independants", independants.Case.read)
COMPANIES = _cases("statuts_societes_micro", societes.Case.read)
SELF_EMPLOYED = [case for case in YEARS if not case.values[0].assimile]
OFFICERS = [
    *(case for case in YEARS if case.values[0].assimile),
    *(case for case in COMPANIES if case.values[0].kind == "sasu"),
]


@pytest.mark.parametrize("case", YEARS)
def test_a_year_of_work_is_the_official_engines_to_the_euro(case: independants.Case) -> None:
    assert independants.wrong(case) == {}


@pytest.mark.parametrize("case", COMPANIES)
def test_a_company_or_a_micro_year_is_the_official_engines_to_the_euro(case: societes.Case) -> None:
    assert societes.wrong(case) == {}


@pytest.mark.parametrize("code", [code.code for code in CODES if code is not ANCIEN_PLAFOND])
def test_another_rate_fails_some_case(code: str) -> None:
    known = [f.value for f in committed_book().series(code) if f.value is not None]
    other = committed_book().variant("faux", {code: known[-1] * 5 + 1})

    assert any(independants.wrong(case.values[0], other) for case in SELF_EMPLOYED)


def test_every_officer_runs() -> None:
    assert len(OFFICERS) == 31


@pytest.mark.parametrize("code", ["paie_ceg_salarie_t1", "paie_csa", "paie_csg_deductible"])
def test_another_rate_of_pay_fails_every_officer(code: str) -> None:
    value = committed_book().at(code, date(2026, 11, 1)).value
    assert value is not None
    other = engine_book().variant("faux", {code: value + 1})

    assert all(sasu.wrong(case.values[0].raw, other) for case in OFFICERS)


def test_one_of_the_two_simulators_takes_the_apec_of_an_officer() -> None:
    """0,036 % and 0,024 % of 20 000 €: 7,20 € of its cost, 4,80 € of its net; the law asks none."""
    raw = next(c.values[0].raw for c in OFFICERS if c.id == "as26-sasu-brute20000")
    m = sasu.payslip(raw, engine_book()).paie
    told = raw["out"]["assimilé salarié . rémunération . totale"]["v"]

    assert "apec" not in m.lines
    assert "chomage" not in m.lines
    assert "reduction_generale" not in m.lines
    assert round(Decimal(str(told)) - 12 * m.cout.value, 1) == Decimal("7.2")


@pytest.mark.parametrize(
    ("known", "read"),
    [
        (SELF_EMPLOYED[0], independants.Case.read),
        (COMPANIES[0], societes.Case.read),
        (OFFICERS[0], independants.Case.read),
        (OFFICERS[-1], societes.Case.read),
    ],
)
def test_an_unknown_key_fails(known: Any, read: Callable[[dict[str, Any]], Any]) -> None:
    raw = known.values[0].raw
    with pytest.raises(UnknownKeyError):
        read(raw | {"situation": raw["situation"] | {"entreprise . remise": "1"}})
    with pytest.raises(UnknownKeyError):
        read(raw | {"remise": "1"})
