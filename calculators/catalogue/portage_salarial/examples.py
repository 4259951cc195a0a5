"""Further months for the documentation."""

from typing import Any

_MOIS = {"periode": "2026-11-20", "tjm": "450"}

EXAMPLES: tuple[dict[str, Any], ...] = (
    {
        **_MOIS, "cdd": True, "duree_contrat": 12, "duree_prestation": 24,
        "alsace_moselle": True, "alternants": "moins_de_1",
        "taux_prevoyance_salarie": "0.5", "refactures": "150", "fonctionnement": "200",
        "versement_epargne": "100", "montant_abondement": "300", "hausse_tjm": "5",
        "autre_taux_frais": "5", "mode_prelevement": "bareme", "salaires_foyer": "6000",
        "situation_famille": "couple", "salaires_conjoint": "24000", "retard_jours": 45,
        "indice_depart": "115.2", "indice_actuel": "118.4", "prime": "5", "heures_gagnees": "15",
        "heures_gagnees_au_plus": "20", "creances": "16200", "facture_periode": "24300",
    },
    {
        **_MOIS, "mode": "net", "net_vise": "3000", "lecture": "forfait", "hausse_tjm": "5",
        "besoin_mensuel": "2000", "plafond_avance": "3000", "retard_jours": 45,
    },
    {**_MOIS, "lecture": "guide", "hausse_tjm": "5", "autre_taux_frais": "5",
     "autre_taux_frais_2": "10", "fonctionnement": "2000", "experience": 3, "diplome": "moins"},
)  # fmt: skip
