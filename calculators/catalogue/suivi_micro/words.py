"""Every sentence of the month by month follow-up."""

TITLE = "Micro-entrepreneur : mois par mois"
SUMMARY = "Vos recettes et achats de l’année, ce que vous déclarez, et où en sont vos plafonds."
INTRO = (
    "Saisissez ou collez vos recettes et vos achats : chaque déclaration à son taux, les plafonds "
    "au jour le jour, la fin d’année à ce rythme. Toute année depuis 2009 peut être refaite."
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
CREATION_APRES = "L’activité ne peut pas commencer après la fin de l’année suivie."
CREATION_APRES_LE_RELEVE = "L’activité commence après le dernier mois saisi."
ACRE_SANS_DATE = (
    "Donnez la date de début de l’activité : elle décide du taux et de la fin de l’Acre."
)
ARRETE_AUTRE_ANNEE = "Choisissez un jour de l’année suivie."
ARRETE_AVANT_CREATION = "Ce jour précède le début de l’activité."
ARRETE_AVANT_RECETTES = "Des recettes sont saisies après ce jour : choisissez-le plus tard."
DECLAREZ_ZERO = "Aucune recette à déclarer : déclarez 0 à chaque échéance, même sans activité."
RECETTES_NEGATIVES = (
    "Les remboursements dépassent les recettes d’une période : elle se déclare à 0 et le reste se "
    "reporte sur la suivante (à confirmer auprès de l’Urssaf)."
)
REPORT_FINAL = "À la fin du relevé, {reports} de remboursements restent à reporter."
PERTE = (
    "L’activité perd de l’argent, et les cotisations restent dues : elles portent sur les "
    "recettes, jamais sur le bénéfice."
)
PLAFOND_MICRO = (
    "À ce rythme, le plafond du régime micro ({plafonds_micro_plafond}) serait dépassé le "
    "{plafonds_micro_jour}. Le régime se perd après deux années de suite au-delà."
)
PLAFOND_SERVICES = (
    "À ce rythme, le plafond des services ({plafonds_micro_services_plafond}) serait dépassé le "
    "{plafonds_micro_services_jour}."
)
TVA_BASE = (
    "À ce rythme, le seuil de base de TVA ({plafonds_tva_base_plafond}) serait dépassé le "
    "{plafonds_tva_base_jour}."
)
TVA_MAJORE = (
    "À ce rythme, le seuil majoré de TVA ({plafonds_tva_majore_plafond}) serait dépassé le "
    "{plafonds_tva_majore_jour} : {consequence}."
)
DES_CE_JOUR = "la TVA se facture dès ce jour"
DES_CE_MOIS = "la TVA se facturait dès le premier jour de ce mois (règle d’avant 2025)"
IMPOT_NON_COMPTE = (
    "L’impôt au barème n’est pas déduit ici : il dépend du foyer et se calcule sur l’année."
)
PERIODE_EN_COURS = (
    "La dernière période n’est pas finie : ses montants sont ceux de ses mois connus."
)
