"""Every sentence of the micro-entrepreneur's year."""

TITLE = "Micro-entrepreneur : une année"
SUMMARY = "Cotisations, impôt, plafonds et échéances d’une année, et ce qu’il en reste."
INTRO = (
    "De 2009 à aujourd’hui, pour des ventes, des prestations ou les deux : ce que vous déclarez, "
    "ce que vous payez, ce qu’il reste après les marchandises et les frais, et si l’autre option "
    "d’impôt coûterait moins."
)
POSITIVE = "En {annee}, il vous reste {reste}, soit {reste_mensuel} par mois d’activité."
NEGATIVE = "En {annee}, votre activité perd {reste}."
ZERO = "En {annee}, il ne vous reste rien."
MOTEUR_POSITIVE = "Le simulateur officiel afficherait {net_apres_impot} après impôt."
MOTEUR_NEGATIVE = "Le simulateur officiel afficherait une perte de {net_apres_impot}."
MOTEUR_ZERO = "Le simulateur officiel afficherait un revenu nul."
PICTURE = "Où va chaque euro de l’année"
SECTIONS = {
    "resultat": "Ce qu’il vous reste",
    "recette": "Recettes",
    "couts": "Marchandises et frais",
    "cotisations": "Cotisations et contributions",
    "repartition": "À quoi servent vos cotisations",
    "impot": "Impôt sur le revenu de l’activité",
    "foyer": "Foyer et revenu imposable",
    "impot_foyer": "Impôt du foyer",
    "retraite": "Retraite",
    "tva": "Si vous quittiez la franchise de TVA",
    "obligations": "Obligations",
    "objectif": "Objectif",
    "simulateur": "Lecture du simulateur officiel",
}

UN_CHIFFRE_D_AFFAIRES = "Donnez au moins un chiffre d’affaires, 0 s’il n’y en a pas."
ACHATS_OU_MARQUE = "Donnez le montant des achats ou le taux de marque, pas les deux."
MARQUE_SANS_VENTES = "Un taux de marque suppose des ventes de marchandises."
SANS_REGISTRE = (
    "Des ventes ou des prestations commerciales supposent une chambre : choisissez commerçant ou "
    "artisan."
)
AUTRE_ANNEE = "Choisissez un jour de l’année calculée."
VERSEMENT_MEUBLES = (
    "Nos sources ne donnent pas le taux du versement libératoire des meublés de tourisme classés : "
    "choisissez le barème pour ce calcul."
)

VERSEMENT_MOINS_CHER = (
    "Le versement libératoire vous coûterait {cout_versement} au lieu de {impot_marginal} au "
    "barème : {gain_versement} de moins."
)
BAREME_MOINS_CHER = (
    "Le barème vous coûterait {impot_marginal} au lieu de {cout_versement} : il coûte moins que le "
    "versement libératoire pour ce foyer."
)
BAREME_CONVIENT = (
    "Le barème, que vous avez choisi, coûte moins : {impot_marginal}, contre {cout_versement} au "
    "versement libératoire."
)
VERSEMENT_A_LA_CREATION = (
    "Votre revenu de référence, {rfr}, permet l’option : l’année de la création, elle se demande à "
    "l’Urssaf avant la fin du troisième mois qui suit le début de l’activité (à vérifier)."
)
VERSEMENT_REFUSE = (
    "Votre revenu de référence dépasse {plafond_rfr} : vous ne pouvez pas opter pour le versement "
    "libératoire cette année."
)
VERSEMENT_POSSIBLE = (
    "Votre revenu de référence, {rfr}, permet l’option : elle se demande à l’Urssaf au plus tard "
    "le {limite}, ou à la création, avant la fin du troisième mois qui la suit (à vérifier)."
)
VERSEMENT_CONDITION = (
    "Pour opter pour le versement libératoire, le revenu de référence du foyer d’il y a deux ans "
    "doit être au plus de {plafond_rfr}."
)
EFFET_VERSEMENT = (
    "Sous versement libératoire, le revenu de l’activité s’ajoute aux autres pour fixer leur taux "
    "d’imposition (taux effectif) : nous comptons cet effet, que le simulateur officiel ignore."
)
PERTE = (
    "L’activité perd de l’argent, et les cotisations restent dues : elles portent sur le chiffre "
    "d’affaires, jamais sur le bénéfice."
)
DECLAREZ_ZERO = "Aucun chiffre d’affaires : rien à payer, mais déclarez 0 à chaque échéance."
PLAFOND_DEPASSE = (
    "Vous dépassez le plafond du régime micro ({plafonds_micro_plafond}), à rythme égal vers le "
    "{plafonds_micro_jour}. Le régime se perd après deux années de suite au-delà du plafond en "
    "vigueur l’année d’après."
)
PLAFOND_SERVICES_DEPASSE = (
    "Vos services dépassent leur plafond ({plafonds_micro_services_plafond}), à rythme égal vers "
    "le {plafonds_micro_services_jour} : le régime se perd après deux années de suite au-delà."
)
DEUX_ANNEES = (
    "Deuxième année de suite au-delà du plafond de <suivante>, celui qui juge : vous quittez le "
    "régime micro le 1er janvier <suivante>."
)
SANS_ANNEE_PRECEDENTE = (
    "L’activité commence en {annee} : le chiffre d’affaires de l’année précédente est ignoré."
)
FRANCHISE_PERDUE = (
    "Le chiffre d’affaires de l’an dernier dépasse le seuil de base de TVA "
    "({plafonds_tva_base_plafond}) : vous ne pouvez pas être en franchise en {annee}."
)
TVA_MAJORE_2025 = (
    "Vous dépassez le seuil majoré de TVA<quoi> ({plafonds_tva_majore<ligne>_plafond}), à rythme "
    "égal vers le {plafonds_tva_majore<ligne>_jour} : la TVA se facture dès le jour du dépassement."
)
TVA_MAJORE_AVANT = (
    "Vous dépassez le seuil majoré de TVA<quoi> ({plafonds_tva_majore<ligne>_plafond}), à rythme "
    "égal vers le {plafonds_tva_majore<ligne>_jour} : la TVA se facturait dès le premier jour de "
    "ce mois (règle d’avant 2025)."
)
TVA_BASE_2025 = (
    "Vous dépassez le seuil de base de TVA<quoi> ({plafonds_tva_base<ligne>_plafond}) : la TVA se "
    "facture à partir du 1er janvier <suivante>."
)
TVA_BASE_AVANT = (
    "Vous dépassez le seuil de base de TVA<quoi> ({plafonds_tva_base<ligne>_plafond}) sans le "
    "seuil majoré : la franchise restait tolérée deux années (règle d’avant 2025)."
)


def seuil(sentence: str, ligne: str, quoi: str, annee: int) -> str:
    """A sentence of the franchise about one of its two thresholds."""
    return suivante(sentence.replace("<ligne>", ligne).replace("<quoi>", quoi), annee)


def suivante(sentence: str, annee: int) -> str:
    """A sentence about the year that follows."""
    return sentence.replace("<suivante>", str(annee + 1))


MEUBLES = (
    "Meublés classés : la formation est supposée de même taux que la vente, aucune taxe de chambre "
    "n’est comptée, et les seuils de TVA sont ceux de l’hébergement (à vérifier). Leur abattement "
    "et leur plafond ont baissé en 2025."
)
COMPTE_DEDIE = (
    "Plus de 10 000 € deux années de suite : un compte bancaire dédié à l’activité est obligatoire "
    "(à vérifier)."
)
TRIMESTRES_INCONNUS = (
    "Le nombre de trimestres de retraite n’est pas calculé pour {annee} : nos sources donnent le "
    "chiffre d’affaires d’un trimestre depuis 2025 seulement."
)
TRIMESTRES_REDUITS = (
    "À taux réduit, nous comptons les trimestres de retraite, et la part de chaque branche, comme "
    "au taux plein (à vérifier)."
)
CFE_CREATION = "Aucune CFE n’est due l’année de la création (à vérifier) : {cfe} non comptés."
RECAPITULATIF = "À la déclaration de revenus : {categories}."
REPARTIE = (
    "Le chiffre d’affaires est réparti également entre les mois d’activité ; pour des mois "
    "inégaux, prenez « Micro-entrepreneur : mois par mois »."
)
SIMULATEUR = (
    "Lecture du simulateur officiel, écarts à la loi compris : ni marchandises ni frais, ni "
    "prorata des plafonds."
)
