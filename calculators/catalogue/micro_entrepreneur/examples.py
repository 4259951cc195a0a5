"""Further years for the documentation: every category at once, every scheme of Acre."""

from typing import Any

_SALES = {"ca_ventes": "60000", "ca_services": "30000", "ca_liberal": "20000"}
_LETS = {**_SALES, "ca_meubles": "9000"}
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

EXAMPLES: tuple[dict[str, Any], ...] = (
    *(
        {
            **(_LETS if year >= 2020 else _SALES), "annee": year, "date_creation": day,
            "acre": True, "territoire": place, "registre": "cma",
        }
        for year, day, place in _BEGINNINGS
    ),
    {"annee": 2026, "ca_liberal": "40000", "enfants_a_charge": 2, "parent_isole": True},
)  # fmt: skip
