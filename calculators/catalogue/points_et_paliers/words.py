"""Every sentence of the programmes."""

TITLE = "Points et paliers"
SUMMARY = (
    "Points, tampons, cashback, adhésion, niveaux : la remise que donne vraiment le programme."
)
INTRO = (
    "Quel que soit le programme, une seule mesure : ce que le client gagne, en part de ses achats. "
    "Points par tranche et bonus datés, première récompense, part de votre marge rendue."
)
POSITIVE = "Le programme rend {remise} : {avantage} pour {achats_membre} d’achats."
TAMPONS_RENDENT = "Le programme rend {remise} : {avantage} sur {achats_membre} reçus."
NEGATIVE = "L’adhésion fait payer au client {remise} de plus : elle ne se rembourse pas."
ZERO = "Le programme ne rend rien pour {achats_membre} d’achats."
POINTS = (
    "Pour {panier}, {points_gagnes} points : une remise effective de {remise}, soit {avantage}."
)
SANS_POINTS = "Pour {panier}, le programme ne rend rien."
ADHESION = "L’adhérent gagne {remise} : {avantage} par an, sa cotisation déduite."
A_L_EQUILIBRE = "L’adhérent ne gagne ni ne perd rien."
PICTURE = "Où va chaque euro d’achats"
NATURES = (("plateforme", "Rendu au client"),)
SECTIONS = {
    "resultat": "La remise effective",
    "points": "Les points",
    "gain": "Ce que gagne le client",
    "recompense": "La première récompense",
    "membre": "Le membre",
    "actions": "Avec les actions récompensées",
    "adhesion": "L’adhésion",
    "marge": "Votre marge",
    "reperes": "Ce que conseillent des vendeurs",
}
JUSQU_A = "Jusqu’à"
AU_DELA = "Au-delà"
BONUS = "Bonus"
ACTION = "Action"
NIVEAU = "Niveau"

SANS_MARGE = "Donnez une marge au-dessus de 0 %, ou laissez ce champ vide."
AUCUNE_TRANCHE = "Donnez au moins une tranche : combien de points par euro."
TRANCHE_SANS_LIMITE = "Donnez une limite : seule la dernière tranche peut s’en passer."
TRANCHES_CROISSANTES = "Cette limite doit dépasser celle de la tranche précédente."
FIN_AVANT_DEBUT = "Le dernier jour précède le premier : inversez-les."
AUCUN_NIVEAU = "Donnez au moins un niveau."
NIVEAU_EN_DOUBLE = "Un autre niveau commence déjà à ce montant."

TAMPONS = (
    "{remise} de tout ce que le client reçoit, {remise_payee} de ce qu’il paie : les points et le "
    "cashback se comptent de la seconde façon."
)
PLAFONNE = "Le plafond ramène le cashback de {cashback} à {avantage}."
ADHESION_PERDANTE = (
    "À {commandes_an} commandes par an, l’adhérent perd : il lui en faut {commandes_rentables}, ou "
    "{depense_rentable} d’achats, pour rembourser sa cotisation."
)
ADHESION_PAYEE = (
    "La cotisation se rembourse à la {commandes_rentables}e commande ou à {depense_rentable} "
    "d’achats ; au-delà, chaque adhérent vous coûte : {avantage} par an, à compenser par des "
    "achats en plus."
)
SANS_REMISE = "Sans remise, aucune commande ne rembourse la cotisation."
MARGE_RENDUE = (
    "Le programme rend {avantage}, toute votre marge de {marge_achats} ou davantage : chaque vente "
    "à un membre se fait à perte."
)
PART_DE_MARGE = "C’est {part_marge} de votre marge, qui est de {marge_achats}."
AUCUN_POINT = "À ce panier, une commande ne donne aucun point : la récompense est hors d’atteinte."
LOINTAINE = (
    "La première récompense demande {commandes_recompense} commandes : trop pour donner envie, "
    "selon Smile.io, qui conseille {recompense_max} au plus. Baissez le seuil ou donnez plus de "
    "points."
)
PROCHE = (
    "La première récompense, {valeur_recompense}, vient à la commande n° {commandes_recompense} : "
    "dans les {recompense_max} que conseille Smile.io."
)
CUMUL_PLUS_HAUT = (
    "{boosts_actifs} bonus se recouvrent ce jour-là : le plus élevé s’applique seul, "
    "×{facteur_jour}. Écrivez la règle dans vos conditions."
)
CUMUL_AJOUTES = (
    "{boosts_actifs} bonus se recouvrent ce jour-là : ils s’ajoutent, ×{facteur_jour}. Écrivez la "
    "règle dans vos conditions."
)
CUMUL_MULTIPLIES = (
    "{boosts_actifs} bonus se recouvrent ce jour-là : ils se multiplient, ×{facteur_jour}. "
    "Écrivez la règle dans vos conditions."
)
PANIER_AU_DELA = (
    "La dernière tranche a une limite : la part du panier au-delà ne donne aucun point. Videz-la "
    "pour l’étendre."
)
SOUS_USAGE = "{remise} est sous l’usage ({usage_min} à {usage_max})."
DANS_USAGE = "{remise} est dans l’usage ({usage_min} à {usage_max})."
AU_DELA_USAGE = (
    "{remise} dépasse l’usage ({usage_min} à {usage_max}) : entre {usage_max} et {erosion_max}, un "
    "vendeur de programmes voit déjà la marge s’éroder ; un autre, Smile.io, admet {smile_min} à "
    "{smile_max} selon la marge."
)
EROSION = (
    "{remise} dépasse {erosion_max} : au-delà, un vendeur de programmes voit la marge s’éroder ; "
    "un autre, Smile.io, admet {smile_min} à {smile_max} selon la marge."
)
VENDEURS = (
    "Ces repères sont des conseils de vendeurs, qui ne s’accordent pas entre eux : ni mesure, ni "
    "règle."
)
POINTS_UTILISES = (
    "Tous les points sont supposés utilisés : ceux qui ne le sont jamais coûtent moins."
)
