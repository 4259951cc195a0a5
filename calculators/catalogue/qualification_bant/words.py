"""Every sentence of the qualification of a prospect."""

TITLE = "Qualification d’un prospect (BANT)"
SUMMARY = "Le score d’un prospect, son niveau, ce qu’il mérite ensuite et les signaux d’alerte."
INTRO = (
    "Besoin, budget, autorité et, si vous le comptez, calendrier : le score place le prospect à un "
    "niveau, et chaque niveau dit ce qu’il reçoit. Les signaux d’achat et la maturité se lisent à "
    "part, sans changer le score."
)
POSITIVE = "Score du prospect : {score} sur {score_maximum}."
ZERO = "Score du prospect : {score} sur {score_maximum}, rien n’est encore acquis."
SECTIONS = {
    "resultat": "Le score",
    "suite": "Ce que reçoit ce prospect",
    "signaux": "Signaux",
    "maturite": "Maturité",
}
CRITERES = {
    "besoin": "Besoin",
    "budget": "Budget",
    "autorite": "Autorité",
    "calendrier": "Calendrier",
}
MATURITES = {
    "processus": "Processus actuels",
    "technologie": "Niveau technologique",
    "contraintes": "Contraintes réglementaires",
    "changement": "Changement",
}
NIVEAUX = {
    "non_qualifie": "Non qualifié",
    "faible": "Faiblement qualifié",
    "qualifie": "Qualifié",
    "hautement": "Hautement qualifié",
}
REPONSES = {
    "non_qualifie": "Prospect non qualifié : {score} sur {score_maximum}.",
    "faible": "Prospect faiblement qualifié : {score} sur {score_maximum}.",
    "qualifie": "Prospect qualifié : {score} sur {score_maximum}.",
    "hautement": "Prospect hautement qualifié : {score} sur {score_maximum}.",
}
REPONSES_ALERTE = {
    "non_qualifie": "Prospect non qualifié, et une alerte : {score} sur {score_maximum}.",
    "faible": "Prospect faiblement qualifié, et une alerte : {score} sur {score_maximum}.",
    "qualifie": (
        "À vérifier d’abord : le score, {score} sur {score_maximum}, dit « qualifié », une alerte "
        "dit le contraire."
    ),
    "hautement": (
        "À vérifier d’abord : le score, {score} sur {score_maximum}, dit « hautement qualifié », "
        "une alerte dit le contraire."
    ),
}
SUITES = {
    "nurturing": (
        "À faire : du nurturing. Gardez le contact sans pousser la vente, puis notez de nouveau."
    ),
    "demonstration": "À faire : une démonstration, sur le besoin que le prospect a exprimé.",
    "expert": "À faire : un rendez-vous avec un expert.",
    "business_case": "À faire : un business case chiffré, pour ceux qui décident du budget.",
}
SIGNES = {
    "sans_sponsor": "aucun sponsor interne",
    "contexte_defavorable": "contexte économique défavorable",
    "budget_fantome": "budget fantôme",
    "besoin_peu_pressant": "besoin peu pressant",
}

CALENDRIER_VIDE = (
    "Le calendrier n’est pas noté : le score est sur {score_maximum}, sur les trois autres "
    "critères. Écrivez 0 pour un prospect sans échéance."
)
NOTE_TROP_HAUTE = "Une note va de 0 à {note_maximum}."
MATURITE_TROP_HAUTE = "Une note de maturité va de 0 à {maturite_maximum}."
QUATRE_POINTS = "Notez les quatre points de maturité, ou aucun."
POIDS = "Les quatre poids dépassent 100 % à eux tous : baissez-en un."
SUITE_AUCUNE = "À ce niveau, rien n’est engagé : notez de nouveau quand vous en saurez plus."
SUITE_RETENUE = (
    "En attente : la suite prévue à ce niveau. Levez d’abord l’alerte, puis notez de nouveau."
)
FAVORABLES = "Les {signaux_positifs} signaux d’achat sont là : le prospect avance de lui-même."
EVASIFS = (
    "Faible probabilité de vente : le prospect esquive les {signaux_evasifs} sujets observés. Le "
    "score seul est trop optimiste."
)
PROJET_MORT = (
    "Le projet risque d’être mort : <signes>. Vérifiez-le avant d’y consacrer du temps d’expert."
)
POIDS_INCOMPLETS = (
    "Les poids de la maturité font {poids_total} : le prospect parfait n’aurait pas 100 %."
)
