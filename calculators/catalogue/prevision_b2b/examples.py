"""A small pipeline, with everything that can be asked beside it."""

from typing import Any

EXAMPLE: dict[str, Any] = {
    "date_prevision": "2026-06-01",
    "affaires": [
        {
            "nom": "Atelier Martin",
            "etape": "prospection",
            "montant": "20000",
            "cloture": "2026-12-15",
            "canal": "salon",
        },
        {
            "nom": "Durand et fils",
            "etape": "qualification",
            "montant": "15000",
            "cloture": "2026-10-30",
            "dernier_contact": "2026-05-01",
            "canal": "linkedin",
        },
        {
            "nom": "Groupe Leroy",
            "etape": "negociation",
            "montant": "40000",
            "creation": "2026-01-15",
            "dernier_contact": "2026-05-20",
            "type_affaire": "strategique",
            "clientele": "grand_compte",
            "canal": "salon",
        },
        {
            "nom": "Petit Négoce",
            "etape": "closing",
            "montant": "10000",
            "cloture": "2026-07-10",
            "clientele": "existant",
            "canal": "telephone",
        },
    ],
    "conversions": [
        {
            "typologie": "Salons",
            "leads": 60,
            "rendez_vous": 20,
            "propositions": 10,
            "gagnees": 2,
            "perdues": 6,
        },
        {
            "typologie": "LinkedIn",
            "leads": 40,
            "rendez_vous": 20,
            "propositions": 14,
            "gagnees": 3,
            "perdues": 9,
        },
    ],
    "depenses": [
        {
            "canal": "salon",
            "depense": "5000",
            "leads": 20,
            "rendez_vous": 10,
            "gagnees": 4,
            "marge": "3000",
        },
        {
            "canal": "linkedin",
            "depense": "1200",
            "leads": 40,
            "rendez_vous": 8,
            "gagnees": 1,
            "marge": "1000",
        },
    ],
    "taux_gain": "25",
    "cycle_jours": 270,
    "vitesse_affaires": 40,
    "vitesse_montant": "12000",
    "cout_journee": "400",
}
