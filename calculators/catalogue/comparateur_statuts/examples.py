"""Further years for the documentation: other incomes, ACRE, dividends under the scale."""

from typing import Any

_YEAR = {"annee": 2026, "ca": "60000", "part_charges": "30", "achats": "2000"}

EXAMPLES: tuple[dict[str, Any], ...] = (
    {
        **_YEAR, "situation_famille": "couple", "salaires_conjoint": "24000", "rfr": "30000",
        "salaires_foyer": "6000", "imposition_dividendes": "bareme", "part_distribuee": "60",
    },
    {**_YEAR, "date_creation": "2026-03-01", "acre": True, "activite": "services"},
    {**_YEAR, "annee": 2024, "date_creation": "2024-03-01", "acre": True, "activite": "liberal"},
    {**_YEAR, "activite": "cipav", "annee": 2024},
)  # fmt: skip
