"""The cases of the legal statuses: the self-employed, corporate tax, dividends, micro."""

from collections.abc import Callable
from typing import Any

import pytest

from calculators.law.independants.regles import ANCIEN_PLAFOND, CODES
from tests.books import committed_book
from tests.vectors import independants, societes
from tests.vectors.fees import UnknownKeyError
from tests.vectors.test_vectors import _cases

YEARS = _cases("statuts_independants", independants.Case.read)
COMPANIES = _cases("statuts_societes_micro", societes.Case.read)
YEARS_IN_SCOPE = [case for case in YEARS if case.values[0].in_scope]
COMPANIES_IN_SCOPE = [case for case in COMPANIES if case.values[0].in_scope]


@pytest.mark.parametrize("case", YEARS_IN_SCOPE)
def test_a_self_employed_year_is_the_official_engines_to_the_euro(case: independants.Case) -> None:
    assert independants.wrong(case) == {}


@pytest.mark.parametrize("case", COMPANIES_IN_SCOPE)
def test_a_company_or_a_micro_year_is_the_official_engines_to_the_euro(case: societes.Case) -> None:
    assert societes.wrong(case) == {}


@pytest.mark.parametrize("code", [code.code for code in CODES if code is not ANCIEN_PLAFOND])
def test_another_rate_fails_some_case(code: str) -> None:
    known = [f.value for f in committed_book().series(code) if f.value is not None]
    other = committed_book().variant("faux", {code: known[-1] * 5 + 1})

    assert any(independants.wrong(case.values[0], other) for case in YEARS_IN_SCOPE)


def test_cases_out_of_scope_are_counted(record_property: Any) -> None:
    """The officers of SASU: they are on a payroll."""
    later = [case for case in (*YEARS, *COMPANIES) if not case.values[0].in_scope]
    record_property("out_of_scope", {"cases": len(later), "why": societes.LATER})

    assert all("sasu" in str(case.id) for case in later)


@pytest.mark.parametrize(
    ("known", "read"),
    [(YEARS_IN_SCOPE[0], independants.Case.read), (COMPANIES_IN_SCOPE[0], societes.Case.read)],
)
def test_an_unknown_key_fails(known: Any, read: Callable[[dict[str, Any]], Any]) -> None:
    raw = known.values[0].raw
    with pytest.raises(UnknownKeyError):
        read(raw | {"situation": raw["situation"] | {"entreprise . remise": "1"}})
    with pytest.raises(UnknownKeyError):
        read(raw | {"remise": "1"})
