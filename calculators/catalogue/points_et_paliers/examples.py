"""A member's order, and what the other kinds of programme ask."""

from typing import Any

_DAY = {"date_commande": "2026-06-01", "panier": "45"}

EXAMPLE: dict[str, Any] = {
    **_DAY,
    "taux_marge": "40",
    "points_acquis": 190,
    "actions": [
        {"action": "Parrainage", "points": 200, "par_an": "0.5"},
        {"action": "Première commande d’une nouvelle catégorie", "points": 100, "par_an": "1"},
    ],
}

EXAMPLES: tuple[dict[str, Any], ...] = (
    {
        **_DAY, "valeur_statut": "20", "points_acquis": 1200,
        "boosts": [
            {"debut": "2026-05-25", "fin": "2026-06-07", "multiplicateur": "2"},
            {"debut": "2026-06-01", "fin": "2026-06-01", "multiplicateur": "3"},
        ],
    },
    {**_DAY, "genre_programme": "cashback", "plafond_cashback": "2"},
    {**_DAY, "genre_programme": "adhesion", "taux_marge": "40"},
)  # fmt: skip
