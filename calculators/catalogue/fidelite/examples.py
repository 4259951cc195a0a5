"""Further programmes for the documentation: segments, referral, every claim of the article."""

from typing import Any

_PROGRAMME: dict[str, Any] = {
    "annee": 2026, "clients": "2000", "panier": "38", "frequence": "4", "part_marge": "45",
    "adhesion": "40", "actifs": "60", "hausse_panier": "8", "hausse_frequence": "10",
    "taux_recompense": "5", "frais_depart": "1200", "frais_mensuels": "49",
}  # fmt: skip

EXAMPLES: tuple[dict[str, Any], ...] = (
    {
        **_PROGRAMME,
        "segments": [
            {"segment": "forte", "clients": "400", "panier": "62", "frequence": "7"},
            {"segment": "moyenne", "clients": "900", "hausse_panier": "5"},
        ],
        "actions": [{"action": "avis", "nombre": "150", "points": "50", "valeur": "0.01"}],
        "marketing": "500", "heures": "3", "cout_heure": "25", "surprise": "2",
        "clients_gardes": "20", "parrainages": "40", "recompense_parrain": "5",
        "recompense_filleul": "5", "cac": "15", "retention": "40", "budget_campagne": "1000",
        "visites": "10000", "points_membre": "1200", "avantage_statut": "20",
    },
)  # fmt: skip
