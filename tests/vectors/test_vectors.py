"""Every case file of the data folder, or of the folder that SELLERDESK_VECTORS names."""

import json
import os
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.books import committed_book
from tests.vectors import fees, micro

FOLDER = Path(os.environ.get("SELLERDESK_VECTORS") or Path(__file__).parent / "data")
READ_ELSEWHERE = ("salarie_cadre", "statuts_")  # test_payslips, test_statuts
READ_FILES = ("fees", "micro_entrepreneur", *READ_ELSEWHERE)


def _cases(stem: str, read: Callable[[dict[str, Any]], Any]) -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.json")):
        if path.stem.startswith(stem):
            raw = json.loads(path.read_text())["cases"]
            found += [pytest.param(read(case), id=case["id"]) for case in raw]
        elif not path.stem.startswith(READ_FILES):
            raise LookupError(f"no adapter reads {path.name}")
    return found


CASES = _cases("fees", fees.Case.read)
YEARS = _cases("micro_entrepreneur", micro.Case.read)
IN_SCOPE = [case for case in CASES if case.values[0].in_scope]
EXACT = [case for case in IN_SCOPE if case.values[0].raw["reproduces"]]
UNEXPLAINED = [case for case in IN_SCOPE if not case.values[0].raw["reproduces"]]
RATED = [case for case in EXACT if case.values[0].rate_ids]


@pytest.mark.parametrize("case", EXACT)
def test_the_law_gives_the_expected_amounts(case: fees.Case) -> None:
    assert fees.by_law(case, committed_book()) == case.expected()


@pytest.mark.parametrize("case", RATED)
def test_the_calculator_gives_the_expected_amounts(case: fees.Case) -> None:
    found = fees.by_calculator(case, committed_book())

    assert found is None or found == case.expected()


@pytest.mark.parametrize("case", RATED)
def test_another_rate_in_the_book_fails_the_case(case: fees.Case) -> None:
    facts = [fact for key in case.rate_ids for fact in committed_book().by_key(key)]
    percent = next(fact for fact in facts if fact.unit == "%" and fact.value is not None)
    other = committed_book().variant("faux", {percent.code: (percent.value or 0) + Decimal(2)})

    assert fees.by_law(case, other) != case.expected()


@pytest.mark.parametrize("case", UNEXPLAINED)
def test_a_published_figure_that_its_own_rule_does_not_give_is_recorded(case: fees.Case) -> None:
    """The rate behind the real record is unknown: its stated rule gives another fee."""
    found = fees.by_law(case, committed_book())["fee"]

    assert found == Decimal(case.raw["computed_fee"]) != case.expected()["fee"]


@pytest.mark.parametrize("case", [case for case in YEARS if not case.values[0].out_of_scope])
def test_a_year_is_the_official_simulators_to_the_cent(case: micro.Case) -> None:
    expected = {k: v for k, v in case.raw["expected"].items() if k not in micro.OUT_OF_SCOPE}
    found = micro.found(case, micro.engine_book())

    wrong = {name: (found[name], value) for name, value in expected.items()
             if not micro.equal(found[name], value)}  # fmt: skip
    assert wrong == {}


def test_the_law_departs_from_the_simulator_where_we_say_so() -> None:
    """Without the variant, some cases differ: those of the rates that it replaces, no other."""
    differing = set()
    for case in (param.values[0] for param in YEARS):
        found, expected = micro.found(case, committed_book()), case.raw["expected"]
        if not micro.equal(found["total_contributions"], expected["total_contributions"]):
            differing.add((case.raw["tags"]["cat"], case.raw["tags"]["acre"]))
    assert differing
    plain = {cat for cat, acre in differing if acre == "non"}
    assert all(cat.startswith(("service_commercial", "mixte")) for cat in plain)


def test_cases_out_of_scope_are_counted(record_property: Any) -> None:
    later = [case for case in CASES if not case.values[0].in_scope]
    why = {case.values[0].out_of_scope for case in YEARS} - {""}
    record_property("out_of_scope", {"cases": len(later), "why": fees.LATER})
    record_property("years_out_of_scope", sorted(why))
    if "SELLERDESK_VECTORS" not in os.environ:
        assert why == set()  # of the cases kept here, every year is run

    assert len(IN_SCOPE) + len(later) == len(CASES)
    assert len(EXACT) + len(UNEXPLAINED) == len(IN_SCOPE)


def test_an_unknown_key_fails() -> None:
    raw = json.loads((Path(__file__).parent / "data" / "fees.json").read_text())["cases"][2]
    with pytest.raises(fees.UnknownKeyError):
        fees.Case.read(raw | {"remise": "1"})
    with pytest.raises(fees.UnknownKeyError):
        fees.Case.read(raw | {"input": raw["input"] | {"remise": "1"}})
