"""Every sentence of the TikTok Shop calculator."""

TITLE = "Commission TikTok Shop"
SUMMARY = "La commission d’une commande à sa date, les remboursements et l’affiliation."
INTRO = (
    "Paiement du client, plus la remise payée par la plateforme, moins les remboursements : "
    "la commission suit cette base, au taux du jour de la commande."
)
POSITIVE = (
    "TikTok Shop vous reverse {reste} : la commission est de {commission_retenue}, "
    "soit {taux_reel} de la base."
)
NEGATIVE = "Cette commande vous coûte {reste} une fois les commissions prélevées."
ZERO = "TikTok Shop ne vous reverse rien sur cette commande."
PICTURE = "Où va chaque euro"
SECTIONS = {
    "resultat": "Ce qui vous est reversé",
    "base": "Base de la commission",
    "commission": "Commission",
    "tva": "TVA contenue dans la commission",
    "remboursement": "Remboursement ultérieur",
    "affiliation": "Affiliation",
}
REMBOURSEMENT_EXCESSIF = (
    "Les remboursements dépassent le paiement et la remise : la base est ramenée à zéro, "
    "la commission aussi. Vérifiez les montants."
)
INSCRIPTION_TROP_ANCIENNE = (
    "Le taux réduit est réservé aux vendeurs inscrits à partir du 08/01/2026 : "
    "le taux standard s’applique."
)
FIN_TAUX_REDUIT = (
    "La commande est passée {jour_inscription} après l’inscription, celle-ci comprise : le taux "
    "réduit s’arrête après {duree_taux_reduit}, le taux standard s’applique."
)
BASE_AFFILIATION = (
    "La base de l’affiliation (articles hors port) et sa TVA ne sont pas documentées pour la "
    "France : montant incertain."
)
TVA_RECUPERABLE = (
    "Assujetti à la TVA, vous récupérez {commission_tva} : votre coût est de {commission_ht}."
)
AJUSTEMENT = (
    "Remboursement du {date_remboursement} : la commission est recalculée au taux de la "
    "commande d’origine ; l’ajustement est de {ajustement}."
)
DATES_INVERSEES = "Cette date précède celle de la commande."
INSCRIPTION_APRES = "L’inscription est postérieure à la commande."
DATE_MANQUANTE = "Donnez la date, elle décide du taux."
TROP_DE_REMBOURSEES = "Vous ne pouvez pas avoir plus de ventes remboursées que de ventes affiliées."
VALEUR_D_UNE_VENTE = "Donnez la valeur d’une vente pour en compter plusieurs."
VENTE_REMBOURSEE = (
    "Si le remboursement annule une vente affiliée, comptez-la dans « Dont remboursées » : elle ne "
    "paie pas d’affiliation."
)
