"""Months in portage for the tests."""

from decimal import Decimal
from typing import Any

from calculators.kit.calculator import Result
from tests.catalogue.runs import run

D = Decimal
MOIS = {"periode": "2026-11-20", "tjm": "450", "jours": "18", "taux_frais": "7"}
# 450 × 18 = 8 100; 7 % is 567; 200 of expenses: 7 333 pay the salary
RAPIDE = MOIS | {"fonctionnement": "200", "lecture": "forfait", "reserve_cdi": "aucune"}
# What the published figures of the exact payroll suppose
EXACTE = {
    "periode": "2026-11-20", "mode": "mensuel", "montant_mensuel": "10000",
    "reserve_cdi": "aucune", "sans_formation_branche": True,
}  # fmt: skip


def month(**given: Any) -> Result:
    return run("portage-salarial", **(MOIS | given))


def exact(**given: Any) -> Result:
    return run("portage-salarial", **(EXACTE | given))
