"""Every sentence of the month by month follow-up."""

TITLE = "Micro-entrepreneur : mois par mois"
SUMMARY = "Vos recettes et achats de l’année, ce que vous déclarez, et où en sont vos plafonds."
INTRO = (
    "Saisissez ou collez vos recettes et vos achats : chaque déclaration est calculée à son taux, "
    "chaque plafond a son jour de dépassement, et la fin d’année est estimée à ce rythme. Toute "
    "année depuis 2009 peut être refaite."
)
POSITIVE = "Depuis le début de {annee}, il vous reste {reste} ; à payer à l’Urssaf : {a_payer}."
NEGATIVE = "Depuis le début de {annee}, l’activité perd {reste} ; à payer à l’Urssaf : {a_payer}."
ZERO = "Depuis le début de {annee}, il ne reste rien ; à payer à l’Urssaf : {a_payer}."
PICTURE = "Où est allé chaque euro"
SECTIONS = {
    "resultat": "Ce qu’il vous reste",
    "recette": "Recettes",
    "cotisations": "Cotisations et contributions",
    "repartition": "À quoi servent vos cotisations",
    "impot": "Impôt payé avec les cotisations",
    "couts": "Achats et frais",
    "projection": "Fin d’année à ce rythme",
    "arrondis": "Par mois ou par trimestre",
    "obligations": "Obligations",
}
AUCUN_MOIS = "Saisissez les recettes d’un mois au moins, 0 s’il n’y en a pas."
MOIS_EN_DOUBLE = "Ce mois est déjà sur une autre ligne : une ligne par mois."
AVANT_CREATION = "Ce mois précède le début de l’activité : il ne peut pas avoir de recettes."
CREATION_APRES_LE_RELEVE = "L’activité commence après le dernier mois saisi."
ARRETE_AUTRE_ANNEE = "Choisissez un jour de l’année suivie."
ARRETE_AVANT_CREATION = "Ce jour précède le début de l’activité."
ARRETE_AVANT_RECETTES = "Des recettes sont saisies après ce jour : choisissez-le plus tard."
DECLAREZ_ZERO = "Aucune recette à déclarer : déclarez 0 à chaque échéance, même sans activité."
RECETTES_NEGATIVES = (
    "Les remboursements dépassent les recettes d’une période : elle se déclare à 0 et le reste se "
    "déduit de la suivante (à vérifier auprès de l’Urssaf)."
)
REPORT_FINAL = (
    "À la fin du relevé, {reports} de remboursements n’ont pas encore été déduits des recettes."
)
PERTE = (
    "L’activité perd de l’argent, et les cotisations restent dues : elles portent sur les "
    "recettes, jamais sur le bénéfice."
)

# Of a ceiling: the sentence when it is passed, then when it would be at this pace.
MICRO = (
    "Le plafond du régime micro (<plafond>) est dépassé vers le <jour>. Le régime se perd au 1er "
    "janvier qui suit deux années de suite au-delà.",
    "À ce rythme, le plafond du régime micro (<plafond>) serait dépassé le <jour>. Le régime se "
    "perd au 1er janvier qui suit deux années de suite au-delà.",
)
MICRO_SERVICES = (
    "Les services dépassent leur plafond du régime micro (<plafond>) vers le <jour>. Le régime se "
    "perd au 1er janvier qui suit deux années de suite au-delà.",
    "À ce rythme, les services dépasseraient leur plafond du régime micro (<plafond>) le <jour>.",
)
DES_SERVICES = " des services"
TVA_BASE_2025 = (
    "Le seuil de base de TVA<quoi> (<plafond>) est dépassé vers le <jour> : la TVA se facture à "
    "partir du 1er janvier <suivante>.",
    "À ce rythme, le seuil de base de TVA<quoi> (<plafond>) serait dépassé le <jour> : la TVA se "
    "facturerait à partir du 1er janvier <suivante>.",
)
TVA_BASE_AVANT = (
    "Le seuil de base de TVA<quoi> (<plafond>) est dépassé vers le <jour>, mais pas le seuil "
    "majoré : la franchise restait tolérée deux années (règle d’avant 2025).",
    "À ce rythme, le seuil de base de TVA<quoi> (<plafond>) aurait été dépassé le <jour>, mais pas "
    "le seuil majoré : la franchise restait tolérée deux années (règle d’avant 2025).",
)
TVA_MAJORE_2025 = (
    "Le seuil majoré de TVA<quoi> (<plafond>) est dépassé vers le <jour> : la TVA se facture dès "
    "le jour du dépassement. Cherchez-le dans vos recettes de ce mois.",
    "À ce rythme, le seuil majoré de TVA<quoi> (<plafond>) serait dépassé le <jour> : la TVA se "
    "facturerait dès ce jour.",
)
TVA_MAJORE_AVANT = (
    "Le seuil majoré de TVA<quoi> (<plafond>) est dépassé vers le <jour> : la TVA se facturait "
    "dès le premier jour de ce mois (règle d’avant 2025).",
    "À ce rythme, le seuil majoré de TVA<quoi> (<plafond>) aurait été dépassé le <jour> : la TVA "
    "se facturait dès le premier jour de ce mois (règle d’avant 2025).",
)


def du_plafond(sentence: str, ligne: str) -> str:
    """A sentence about a row of the ceilings."""
    amount, day = f"{{plafonds_{ligne}_plafond}}", f"{{plafonds_{ligne}_jour}}"
    return sentence.replace("<plafond>", amount).replace("<jour>", day)


def tva(sentences: tuple[str, str], quoi: str, annee: int) -> tuple[str, str]:
    """Both sentences about one of the thresholds of the franchise."""
    passed, expected = (
        each.replace("<quoi>", quoi).replace("<suivante>", str(annee + 1)) for each in sentences
    )
    return passed, expected


IMPOT_NON_COMPTE = (
    "L’impôt au barème n’est pas déduit ici : il dépend du foyer et se calcule sur l’année."
)
PERIODE_EN_COURS = (
    "La dernière période n’est pas finie : ses montants sont ceux de ses jours connus."
)
