"""Every sentence of the value of a client."""

TITLE = "Valeur d’un client professionnel"
SUMMARY = "Ce qu’un client rapporte d’année en année, et ce qu’il gagne à changer pour vous."
INTRO = (
    "Le premier contrat n’est qu’une part de ce qu’un client rapporte : renouvellements et "
    "extensions, année par année. Puis son dossier à lui : économies, coût du changement, retour."
)
POSITIVE = (
    "Sur {nombre_annees}, un client rapporte {valeur} de marge, dont {marge_annuelle} la première "
    "année."
)
FOURCHETTE = (
    "Sur {nombre_annees}, un client rapporte {valeur} de marge, entre {valeur_basse} et "
    "{valeur_haute} selon les départs, dont {marge_annuelle} la première année."
)
NEGATIVE = "Sur {nombre_annees}, un client coûte {valeur}."
ZERO = "Sur {nombre_annees}, un client ne rapporte aucune marge."
SANS_LIMITE = (
    "Sur {nombre_annees}, un client rapporte {valeur} de marge, dont {marge_annuelle} la première "
    "année ; pour toujours, à ce rythme, la somme n’a pas de limite."
)
SANS_LIMITE_FOURCHETTE = (
    "Sur {nombre_annees}, un client rapporte {valeur} de marge, entre {valeur_basse} et "
    "{valeur_haute} selon les départs ; pour toujours, à ce rythme, la somme n’a pas de limite."
)
HAUT_SANS_LIMITE = (
    "Sur {nombre_annees}, un client rapporte {valeur} de marge, entre {valeur_basse} et "
    "{valeur_haute} selon les départs ; dans ce dernier cas, la somme pour toujours n’a pas de "
    "limite."
)
PICTURE = "Où va chaque euro des recettes"
SECTIONS = {
    "valeur": "La valeur du client",
    "rythme": "D’une année à la suivante",
    "limites": "Si rien ne l’arrêtait",
    "dossier": "Ce que le client y gagne",
}

HEURE_A_CHIFFRER = "Donnez le coût d’une heure : il chiffre le temps gagné."
DIVERGENCE = (
    "Ceux qui restent achètent de quoi compenser les départs : la somme pour toujours n’a pas de "
    "limite et n’est pas montrée. C’est le cas dès {extension_limite} de hausse par an. Seules "
    "les années demandées comptent : {nombre_annees}."
)
DIVERGENCE_HAUTE = (
    "Avec {perte_basse} de départs par an, une année rapporterait {facteur_haut} de la "
    "précédente : la borne haute monte d’année en année et, pour toujours, n’aurait pas de limite. "
    "Seules les années demandées comptent : {nombre_annees}."
)
PERSONNE_NE_PART = (
    "Personne ne part : la somme pour toujours n’a pas de limite et n’est pas montrée. Seules les "
    "années demandées comptent : {nombre_annees}."
)
PRESQUE = (
    "Entre départs et hausse, une année garde {facteur} de la marge de la précédente : pour "
    "toujours, ce serait plus de 100 fois la marge d’une année, presque sans limite. Ce montant "
    "n’est pas montré."
)
JAMAIS = (
    "Le client ne récupère jamais ce que le changement lui coûte : son gain par mois est de "
    "{gain_mensuel}."
)
RETOUR_TROP_LONG = (
    "Le client attend {retour_mois} mois avant d’y gagner : plus que les {nombre_annees} regardés."
)
