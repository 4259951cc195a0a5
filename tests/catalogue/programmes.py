"""Loyalty programmes to run."""

from typing import Any

from calculators.kit.calculator import Result
from tests.catalogue.runs import euros, run

ENDS = ("bas", "milieu", "haut")
# 2 000 clients, 40 % join, 60 % are active: 480; basket 38 → +8 %, 4 purchases → +10 %.
PROGRAMME = {
    "annee": 2026, "clients": "2000", "panier": "38", "frequence": "4", "part_marge": "45",
    "adhesion": "40", "actifs": "60", "hausse_panier": "8", "hausse_frequence": "10",
    "taux_recompense": "5", "utilisation": "70", "part_cout": "60", "frais_depart": "1200",
    "frais_mensuels": "49",
}  # fmt: skip
# One client who buys 100 € once: the fields a case does not name are neutral.
NEUTRAL = {
    "annee": 2026, "clients": "1", "panier": "100", "frequence": "1", "part_marge": "100",
    "adhesion": "100", "actifs": "100", "hausse_panier": "0", "hausse_frequence": "0",
    "taux_recompense": "0",
}  # fmt: skip


def programme(**given: Any) -> Result:
    return run("fidelite", **(PROGRAMME | given))


def case(**given: Any) -> Result:
    """A published case, entered in the form itself."""
    return run("fidelite", **(NEUTRAL | given))


def cells(result: Result, table: str, row: str, *columns: str) -> list[str]:
    return euros(result, *(f"{table}_{row}_{column}" for column in columns))
