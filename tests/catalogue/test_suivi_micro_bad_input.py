"""Bad input of a follow-up: a sentence in French at the cell it is about."""

from typing import Any

import pytest
from pydantic import ValidationError

from calculators.catalogue import calculators
from calculators.kit.messages import errors
from tests.catalogue.ledgers import months

CREATION: dict[str, Any] = {"date_creation": "2026-04-02"}
BAD: dict[str, tuple[dict[str, Any], str, str]] = {
    "13 months": (
        {"releve": [{"mois": f"{n % 12 + 1:02}", "ventes": "1"} for n in range(13)]},
        "releve", "Au plus 12 lignes.",
    ),
    "a month twice": (
        {"releve": [*months(ventes="1 2"), {"mois": "01", "ventes": "3"}]},
        "releve_3_mois", "déjà sur une autre ligne",
    ),
    "turnover before the creation": (
        {"releve": [{"mois": "03", "ventes": "5"}, {"mois": "04", "ventes": "6"}]} | CREATION,
        "releve_1_ventes", "précède le début",
    ),
    "turnover before the creation, third row": (
        {"releve": months(ventes="0 0 5 6")} | CREATION, "releve_3_ventes", "précède le début",
    ),
    "a refund before the creation": (
        {"releve": months(ventes="0 0 0 6", services="- -5")} | CREATION,
        "releve_2_services", "précède le début",
    ),
    "created after the year": (
        {"releve": months(ventes="1"), "date_creation": "2027-01-01"},
        "date_creation", "après la fin de l’année calculée",
    ),
    "created after the last month": (
        {"releve": months(achats="1")} | CREATION, "date_creation", "après le dernier mois",
    ),
    "ACRE without a date": (
        {"releve": months(ventes="1"), "acre": True}, "acre", "Donnez la date de début",
    ),
    "nothing typed": ({}, "releve", "Saisissez les recettes d’un mois au moins"),
    "months left empty": ({"releve": [{"mois": "01"}, {"mois": "02"}]}, "releve", "un mois au"),
    "no row": ({"releve": []}, "releve", "un mois au moins"),
    "stopped in another year": (
        {"releve": months(ventes="1"), "arrete_au": "2025-12-31"}, "arrete_au", "l’année suivie",
    ),
    "stopped before the creation": (
        {"releve": months(ventes="0"), "arrete_au": "2026-03-31"} | CREATION,
        "date_creation", "après le dernier mois",
    ),
    "stopped on the eve of the creation": (
        {"releve": months(ventes="0"), "arrete_au": "2026-04-01"} | CREATION,
        "arrete_au", "précède le début",
    ),
    "stopped before receipts": (
        {"releve": months(ventes="1 2"), "arrete_au": "2026-01-31"}, "arrete_au", "après ce jour",
    ),
    "an amount that is none": (
        {"releve": months(ventes="1 abc")}, "releve_2_ventes", "Écrivez un nombre",
    ),
    "an amount too large": (
        {"releve": months(ventes="1000000000000")}, "releve_1_ventes", "trop long",
    ),
    "an unknown month": (
        {"releve": [{"mois": "13", "ventes": "1"}]}, "releve_1_mois", "valeur de la liste",
    ),
    "a row without month": ({"releve": [{"ventes": "1"}]}, "releve_1_mois", "obligatoire"),
    "an unknown column": (
        {"releve": [{"mois": "01", "recettes": "1"}]}, "releve_1_recettes", "n’existe pas",
    ),
    "a year that is none": ({"annee": "l’an", "releve": months(ventes="1")}, "annee", "nombre"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_said_at_its_cell(case: str) -> None:
    given, field, words = BAD[case]
    with pytest.raises(ValidationError) as caught:
        calculators()["suivi-micro"].inputs.model_validate({"annee": 2026} | given)
    (found,) = errors(caught.value)
    assert found[0] == field
    assert words in found[1].replace("\xa0", " ")
    assert found[1].endswith(".")


@pytest.mark.parametrize(
    "given",
    [
        {"releve": months(ventes="0 0 0 6", achats="5 5 5")} | CREATION,
        {"releve": months(ventes="1"), "date_creation": "2026-01-31"},
        {"releve": months(ventes="-5")},
        {"releve": months(achats="-5")},
        {"releve": [{"mois": "12", "ventes": "1"}, {"mois": "01", "ventes": "2"}]},
    ],
    ids=["zeros and purchases before", "last day", "refunds", "goods returned", "any order"],
)
def test_what_is_unusual_is_taken(given: dict[str, Any]) -> None:
    calculators()["suivi-micro"].inputs.model_validate({"annee": 2026} | given)
