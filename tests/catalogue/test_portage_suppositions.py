"""What the payslip supposes is told at its field, in both calculators of portage."""

from typing import Any

import pytest

from calculators.catalogue import calculators
from calculators.kit.calculator import Result
from calculators.kit.fields import field_specs
from calculators.kit.presenter import present
from tests.catalogue.quotes import MONTH
from tests.catalogue.runs import run

MOIS = {"periode": "2026-11-20", "tjm": "450", "jours": "18", "taux_frais": "7"}
DEVIS = MONTH | {"devis": [{"taux_frais": "7"}, {"taux_frais": "8"}]}
BOTH = pytest.mark.parametrize(
    ("slug", "given"), [("portage-salarial", MOIS), ("comparer-societes-portage", DEVIS)]
)


def fields(result: Result, code: str) -> list[str]:
    return [note.field for note in present(result).notes if note.code == code]


@BOTH
@pytest.mark.parametrize(("share", "said"), [("100", 0), ("99.99", 1), ("50", 1)])
def test_part_time_is_said_at_its_field(
    slug: str, given: dict[str, Any], share: str, said: int
) -> None:
    """The ceiling and the reduction follow the working time; the payslip does not."""
    result = run(slug, **(given | {"temps_travail": share}))
    assert fields(result, "temps_partiel") == ["temps_travail"] * said


@BOTH
@pytest.mark.parametrize(("share", "said"), [("50", 0), ("49.99", 1), ("0", 1)])
def test_an_employer_pays_half_of_the_health_cover_at_least(
    slug: str, given: dict[str, Any], share: str, said: int
) -> None:
    result = run(slug, **(given | {"taux_sante_employeur": share}))
    assert fields(result, "part_sante_trop_basse") == ["taux_sante_employeur"] * said


@BOTH
def test_only_the_statuses_of_an_employee_are_offered(slug: str, given: dict[str, Any]) -> None:
    """A person in portage is an executive or not, never an officer; both change the payslip."""
    (spec,) = (s for s in field_specs(calculators()[slug].inputs) if s.name == "statut")
    assert [code for code, _ in spec.choices] == ["cadre", "non_cadre"]
    lines = [run(slug, **(given | {"statut": code})).amounts for code, _ in spec.choices]
    apec = [{code for code in found if "apec" in code} for found in lines]
    assert apec[0]
    assert not apec[1]
