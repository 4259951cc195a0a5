"""Pipelines for the tests of the B2B forecast, and how to read what is said of them."""

from typing import Any

from calculators.kit.calculator import Result
from calculators.kit.presenter import present
from calculators.kit.views import TableView
from tests.catalogue.runs import run

SLUG = "prevision-b2b"
DAY = "2026-06-01"
FOUR = [
    {"nom": nom, "etape": etape, "montant": montant, "cloture": "2026-09-10"}
    for nom, etape, montant in (
        ("A", "prospection", "20000"), ("B", "qualification", "15000"),
        ("C", "negociation", "40000"), ("D", "closing", "10000"),
    )
]  # fmt: skip


def forecast(*deals: dict[str, Any], **given: Any) -> Result:
    return run(SLUG, **{"date_prevision": DAY, "affaires": list(deals)} | given)


def deal(**given: Any) -> dict[str, Any]:
    return {"etape": "negociation", "montant": "1000", "cloture": "2026-09-10"} | given


def table(result: Result, code: str) -> TableView:
    return next(t for t in present(result).tables if t.code == code)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def note(result: Result, code: str) -> str:
    return plain(next(n.text for n in present(result).notes if n.code == code))


# --- Weighting ---------------------------------------------------------------------
