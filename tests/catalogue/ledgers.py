"""Follow-ups month by month, for tests: receipts are given as texts, from January on."""

from datetime import date
from typing import Any

from calculators.kit.calculator import Result
from tests.catalogue.runs import euros, run


def months(**columns: str) -> list[dict[str, str]]:
    """« ventes="1000 - 500" »: a column's amounts month after month, "-" for an empty cell."""
    rows: dict[int, dict[str, str]] = {}
    for name, texts in columns.items():
        for month, text in enumerate(texts.split(), start=1):
            row = rows.setdefault(month, {"mois": f"{month:02}"})
            if text != "-":
                row[name] = text
    return [rows[month] for month in sorted(rows)]


def ledger(
    annee: int = 2026, /, *, options: dict[str, Any] | None = None, **columns: str
) -> Result:
    """The follow-up of a year."""
    return run("suivi-micro", annee=annee, releve=months(**columns), **(options or {}))


def column(result: Result, table: str, code: str) -> list[str]:
    """The cells of a column, "" where a row has none."""
    found = next(t for t in result.tables if t.code == table)
    cells = ((row.lines.get(code)) for _, _, row in found)
    return ["" if cell is None else euros(result, cell.code)[0] for cell in cells]


def labels(result: Result, table: str = "periodes") -> list[str]:
    """The headings of the rows."""
    return [label for _, label, _ in next(t for t in result.tables if t.code == table)]


def day(result: Result, ceiling: str) -> str:
    """The day on which a ceiling is passed, "-" when it is not."""
    found = result[f"plafonds_{ceiling}_jour"]
    return "-" if found is None else date.fromordinal(int(found)).isoformat()
