"""Quotes of portage companies, and what is read of their comparison."""

from decimal import Decimal
from typing import Any

from calculators.kit.calculator import Result
from calculators.kit.presenter import present
from tests.catalogue.runs import euros, run

SLUG = "comparer-societes-portage"
# An executive, 250 employees, 0,7 % of accidents, no mobility levy, a health cover of 40 € half and
# half: the defaults.
MONTH: dict[str, Any] = {"periode": "2026-11-20", "ca": "10000"}


def compared(*quotes: dict[str, Any], **more: Any) -> Result:
    return run(SLUG, **(MONTH | {"devis": list(quotes)} | more))


def at(*fees: str, **more: Any) -> Result:
    return compared(*({"taux_frais": fee} for fee in fees), **more)


def column(result: Result, table: str, code: str) -> list[str]:
    found = next(t for t in result.tables if t.code == table)
    return euros(result, *(line.code for line in found.column(code)))


def cells(result: Result, number: int) -> dict[str, Decimal]:
    """The cells of a quote in « Où va chaque euro »."""
    table = next(t for t in result.tables if t.code == "comparaison")
    return {code: line.value for code, line in table.rows[str(number)][1].lines.items()}


def said(result: Result) -> str:
    return present(result).headline.replace("\u00a0", " ")


def notes(result: Result) -> dict[str, str]:
    """The sentences by what they say and of which quote: « frais_bas_1 »."""
    return {
        f"{n.code}_{n.field.split('_')[1]}" if n.field.startswith("devis_") else n.code:
        n.text.replace("\u00a0", " ")
        for n in present(result).notes
    }  # fmt: skip


def warned(result: Result, start: str) -> set[str]:
    return {code for code in notes(result) if code.startswith(start)}


BRUT_6000 = {"taux_frais": "7", "brut_annonce": "6000"}
