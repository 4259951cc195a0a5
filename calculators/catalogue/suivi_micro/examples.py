"""Further years for the documentation: every category at once, every scheme of Acre."""

from typing import Any

_BEGINNINGS = (
    (2026, "2026-08-01", "general"),
    (2026, "2026-02-01", "general"),
    (2020, "2020-05-01", "general"),
    (2020, "2019-06-01", "general"),
    (2022, "2019-06-01", "general"),
    (2012, "2011-11-01", "general"),
    (2014, "2011-11-01", "general"),
    (2025, "2023-12-01", "drom"),
    (2026, "2015-01-01", "drom"),
)
_MONTH = {"ventes": "5000", "services": "2500", "liberal": "1500", "achats": "2000"}

EXAMPLES: tuple[dict[str, Any], ...] = tuple(
    {
        "annee": year, "date_creation": day, "acre": True, "territoire": place, "registre": "cma",
        "releve": [{"mois": month, **_MONTH} for month in ("09", "11")],
    }
    for year, day, place in _BEGINNINGS
)  # fmt: skip
