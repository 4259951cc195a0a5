"""The comparison of statuses on one year, and the cells of its table."""

from typing import Any

from calculators.kit.calculator import Result
from tests.catalogue.runs import euros, run

YEAR = {"annee": 2026, "ca": "60000", "part_charges": "40", "frais_fixes": "3000"}
KEYS = ("micro", "versement", "ei", "eurl", "mixte", "sasu", "dividendes")
NETS = tuple(f"statuts_{key}_reste" for key in KEYS)


def compared(**given: Any) -> Result:
    return run("comparateur-statuts", **(YEAR | given))


def row(result: Result, key: str, *columns: str) -> list[str]:
    return euros(result, *(f"statuts_{key}_{column}" for column in columns))


COLUMNS = ("recettes", "couts", "cotisations", "impot", "reste")
