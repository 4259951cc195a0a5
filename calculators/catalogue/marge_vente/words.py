"""Every sentence of the margin calculator."""

TITLE = "Marge d’une vente"
SUMMARY = "Ce qui reste vraiment d’une vente, et le prix qui laisse ce que vous voulez."
INTRO = (
    "Du prix d’achat à ce qui reste en poche : marchandise, port, plateforme, paiement, "
    "cotisations et versement libératoire, aux taux du jour de la vente."
)
POSITIVE = "Il vous reste {reste} sur cette vente, soit {taux_marge_nette} du chiffre d’affaires."
NEGATIVE = "Vous perdez {reste} sur cette vente."
ZERO = "Il ne vous reste rien sur cette vente."
PRIX_POSITIVE = (
    "Vendez {prix_client} : il vous reste {reste}, soit {taux_marge_nette} du chiffre d’affaires."
)
PRIX_NEGATIVE = "À {prix_client}, les arrondis de chaque ligne vous coûtent {reste}."
PRIX_ZERO = "Vendez {prix_client} : la vente paie tout juste ses coûts."
PICTURE = "Où va chaque euro"
SECTIONS = {
    "resultat": "Ce qu’il vous reste",
    "recette": "Recette",
    "charges": "Ce que coûte la vente",
    "achat": "Achat",
    "prix": "Prix et marge",
    "objectif": "Équilibre et objectif",
    "article": "Lecture de l’article",
    "entreprise": "Comme une vraie entreprise, selon l’article",
}

HORS_MICRO = (
    "Aucune cotisation n’est calculée sur la vente : en société ou au réel, elles portent sur "
    "le bénéfice ou la rémunération."
)
IMPOT_NON_DEDUIT = (
    "L’impôt sur le revenu n’est pas déduit : hors versement libératoire, il dépend de votre foyer."
)
DEUX_FRAIS = (
    "TikTok Shop encaisse lui-même le client, sans frais de paiement en France : n’ajoutez PayPal "
    "que si vous le payez vraiment."
)
TARIF_A_SAISIR = "Donnez la part variable du tarif, ou 0 s’il n’y en a pas."
PAS_D_EQUILIBRE = "Aucun nombre de ventes ne couvre les frais fixes : chaque vente ne laisse rien."
MARGE_IMPOSSIBLE = (
    "Impossible : les prélèvements proportionnels et la marge visée dépassent le prix, "
    "quel qu’il soit."
)
LECTURE_ARTICLE = (
    "Un article de 2010 (autoentrepreneurinfo) calcule les cotisations après l’abattement fiscal : "
    "il trouverait {article_cotisations}, donc {article_reste} de reste. C’est une erreur : "
    "l’abattement ne sert qu’à l’impôt ; les cotisations portent sur tout le chiffre "
    "d’affaires, {chiffre_affaires}."
)
COMME_UNE_ENTREPRISE = (
    "Comme une vraie entreprise, selon un article de 2010 : {entreprise_vente} moins "
    "{entreprise_achat}, soit {entreprise_marge} de marge hors taxes, dont {entreprise_charges} de "
    "charges : il resterait {entreprise_reste}, avant le port et les frais. C’est un repère, non "
    "une règle : les vraies charges portent sur le bénéfice ou la rémunération, voyez "
    "« Comparateur de statuts »."
)
MARQUE_NON_VIABLE = (
    "Taux de marque de {taux_marque_obtenu}, en dessous du repère de {marque_minimale} : vente non "
    "viable pour un commerce traditionnel. Le repère se change avec le prix."
)
PERTE = (
    "Vous vendez à perte. Les cotisations restent dues : elles portent sur le chiffre "
    "d’affaires, pas sur le bénéfice."
)
CHIFFRE_AFFAIRES_NUL = (
    "Sans chiffre d’affaires, aucune cotisation n’est due, mais la déclaration reste "
    "obligatoire : déclarez 0."
)
