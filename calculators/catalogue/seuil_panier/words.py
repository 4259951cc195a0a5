"""Every sentence of the threshold."""

from typing import Any

TITLE = "Seuil de panier"
SUMMARY = (
    "Un bonus ou la livraison offerte à partir d’un montant : qui monte, et ce que cela coûte."
)
INTRO = (
    "Un avantage au-dessus d’un seuil fait monter des commandes, mais se donne aussi à celles qui "
    "y étaient déjà : ce qu’il rapporte, l’avantage qui s’équilibre et le seuil à essayer."
)
POSITIVE = (
    "À partir de {seuil}, l’offre rapporte {net} : {marge_gagnee} de marge en plus, {cout_total} "
    "d’avantages donnés."
)
NEGATIVE = (
    "À partir de {seuil}, l’offre vous coûte {net} : {marge_gagnee} de marge en plus, {cout_total} "
    "d’avantages donnés."
)
ZERO = "À partir de {seuil}, l’offre ne rapporte ni ne coûte rien."
PICTURE = "Où va chaque euro vendu en plus"
NATURES = (
    ("plateforme", "À celles qui montent"),
    ("frais_fixes", "À celles déjà au-dessus"),
)
SECTIONS = {
    "resultat": "Le résultat",
    "commandes": "Les commandes",
    "gagne": "Ce que l’offre fait gagner",
    "donne": "Ce que l’offre donne",
    "equilibre": "L’équilibre",
    "candidat": "Le seuil à essayer",
}
PROPOSE = "Proposé"
BAS = "Hausse annoncée, au moins"
HAUT = "Hausse annoncée, au plus"
CANDIDAT = "À essayer"
RENTABLE = "Premier où l’offre rapporte"
HORS_D_ATTEINTE = "Hors d’atteinte, même si toutes les commandes sous le seuil montaient."

TROP_ANCIENNE = "Choisissez une date à partir du 01/01/2009."
SANS_MARGE = "Donnez une marge au-dessus de 0 % : sans marge, aucun panier ne paie l’avantage."
PLUS_QUE_TOUTES = (
    "Les commandes qui montent et celles déjà au-dessus dépassent 100 % : chacune ne compte "
    "qu’une fois."
)
SOUS_PANIER = (
    "Le seuil ne dépasse pas le panier moyen ({panier_moyen}) : personne n’a à dépenser plus pour "
    "l’atteindre."
)
SOUS_PLANCHER = (
    "Sous {plancher}, la marge de la commande ne paie même pas l’avantage : fixez le seuil plus "
    "haut."
)
GAIN_INSUFFISANT = (
    "Une commande qui monte rapporte {gain_par_commande} et en coûte {cout_par_commande} : à ce "
    "seuil, aucun nombre de clients ne rendra l’offre rentable. Montez-le, ou baissez l’avantage."
)
PERSONNE_NE_MONTE = (
    "Vous supposez qu’aucune commande ne monte : aucun seuil ne ferait rapporter l’offre."
)
CANDIDAT_INSUFFISANT = (
    "Le seuil à essayer, {candidat}, ne suffit pas à vos parts : une commande qui y monte laisse "
    "{reste_candidat}, avantage payé, et celles qui y étaient déjà le reçoivent aussi. L’offre "
    "rapporterait à partir de {seuil_rentable}, si {part_montent} des commandes montent encore "
    "jusque-là ; sinon, baissez l’avantage."
)
SEUIL_QUI_RAPPORTE = (
    "À vos parts, l’offre rapporterait à partir de {seuil_rentable}, si {part_montent} des "
    "commandes montent encore jusque-là."
)
PART_INACCESSIBLE = (
    "Pour s’équilibrer, l’offre demande que {part_requise} des commandes montent, et il n’y en a "
    "que {part_libre} sous le seuil."
)
PART_ACCESSIBLE = (
    "L’offre s’équilibre quand {part_requise} des commandes montent jusqu’au seuil ; vous en "
    "supposez {part_montent}."
)
EQUILIBRE = (
    "L’avantage qui s’équilibre est de {bonus_equilibre} par commande : au-delà, l’offre coûte "
    "plus qu’elle ne rapporte."
)
DEJA = (
    "{cout_deja} vont à {deja} commandes qui dépassaient déjà le seuil : c’est le coût que l’on "
    "oublie."
)
SOUS_REPERE = (
    "{seuil} font {hausse} de plus que le panier moyen : moins que la hausse qu’annoncent les "
    "vendeurs de programmes ({cible_basse} à {cible_haute})."
)
COMME_L_ARTICLE = (
    "L’article qui conseille 45 € pour un panier de 38 € est dans le même cas : son exemple, "
    "+18,42 %, reste sous le +20 à +30 % de son tableau."
)
DANS_REPERE = (
    "{seuil} font {hausse} de plus que le panier moyen : dans la hausse qu’annoncent les vendeurs "
    "de programmes ({cible_basse} à {cible_haute})."
)
AU_DELA = (
    "{seuil} font {hausse} de plus que le panier moyen : au-delà de la hausse qu’annoncent les "
    "vendeurs de programmes ({cible_basse} à {cible_haute}). Moins de clients iront jusque-là."
)
SUPPOSITIONS = (
    "Supposé : chaque commande qui monte passe du panier moyen au seuil, juste. Plus haut est le "
    "seuil, moins il y a de commandes qui montent ou y sont déjà : refaites le calcul avec vos "
    "parts. La hausse annoncée est l’affirmation d’un vendeur, pas une mesure."
)

_OFFER = {"date_offre": "2026-06-01", "panier_moyen": "38", "commandes": 1000, "taux_marge": "38"}
# Free shipping, then thresholds inside and above the announced rise.
EXAMPLES: tuple[dict[str, Any], ...] = (
    {
        **_OFFER, "seuil": "50", "genre_avantage": "livraison", "bonus": "6",
        "preparation": "1.20", "part_montent": "30", "part_deja": "20",
    },
)  # fmt: skip
