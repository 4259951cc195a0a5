"""The cases of the payroll: forward on the simulator's variant, by the law, and from the cost."""

import pytest

from tests.books import committed_book
from tests.law.bulletins import bulletin
from tests.vectors import paie
from tests.vectors.fees import UnknownKeyError
from tests.vectors.micro import engine_book
from tests.vectors.test_vectors import _cases

PAYSLIPS = _cases("salarie_cadre", paie.Case.read)
FORWARD = [case for case in PAYSLIPS if not case.values[0].inverse]
INVERSE = [case for case in PAYSLIPS if case.values[0].inverse]


@pytest.mark.parametrize("case", FORWARD)
def test_a_payslip_is_the_official_simulators_line_by_line(case: paie.Case) -> None:
    assert paie.differences(case, engine_book()) == {}


@pytest.mark.parametrize("case", INVERSE)
def test_the_payslip_of_a_cost_is_the_official_simulators(case: paie.Case) -> None:
    """Its search stops up to 7 cents from the cost asked; ours does not."""
    assert paie.inverse_differences(case, engine_book()) == {}
    m = bulletin(**(case.inputs() | {"cout": case.cost}), book=engine_book()).paie
    assert 0 <= case.cost - m.cout.value <= paie.APPROACHED


@pytest.mark.parametrize("case", FORWARD)
def test_the_gross_of_the_cost_of_a_payslip_is_its_gross(case: paie.Case) -> None:
    m = paie.run(case, engine_book()).paie
    found = bulletin(**(case.inputs() | {"cout": m.cout.value}), book=engine_book()).paie

    assert found.brut.value == m.brut.value


def test_the_law_costs_more_than_the_simulator_where_the_minimum_wage_is_frozen() -> None:
    law, differing = paie.by_law(), set()
    for case in (param.values[0] for param in FORWARD):
        if paie.differences(case, committed_book()):
            differing.add(case.raw["id"])
            m = paie.run(case, committed_book()).paie
            most = paie.run(case, engine_book()).paie.seuil_reduction
            assert m.brut.value < most.value
            reduction, cost = law.get(case.raw["id"], (m.reduction_generale.value, m.cout.value))
            assert abs(m.reduction_generale.value - reduction) <= paie.CENT
            assert abs(m.cout.value - cost) <= paie.CENT
    assert differing >= {param.values[0].raw["id"] for param in FORWARD} & law.keys()


def test_no_payslip_is_out_of_scope() -> None:
    assert len(FORWARD) + len(INVERSE) == len(PAYSLIPS)


def test_an_unknown_key_of_a_payslip_fails() -> None:
    raw = PAYSLIPS[0].values[0].raw
    for other in (
        raw | {"situation": raw["situation"] | {"salarié . contrat . temps partiel": "oui"}},
        raw | {"situation": raw["situation"] | {"dirigeant": "oui"}},
        raw | {"out": raw["out"] | {"salarié . cotisations . autre": {"v": 1, "u": "€/mois"}}},
    ):
        with pytest.raises(UnknownKeyError):
            paie.Case.read(other)
