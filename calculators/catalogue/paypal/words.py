"""Every sentence of the PayPal calculator."""

TITLE = "Frais PayPal"
SUMMARY = "Ce que PayPal retient à la date du paiement, et combien facturer pour recevoir X."
INTRO = (
    "Le tarif dépend de la date, du genre de paiement et du pays du payeur. PayPal ne publie pas "
    "ses anciens tarifs : leurs dates de début sont approximatives et signalées."
)
POSITIVE = "Vous recevez {net_recu} : PayPal retient {frais_retenus}."
NEGATIVE = "Ce paiement vous coûte {net_recu} : les frais dépassent ce que vous gardez."
ZERO = "Vous ne recevez rien : PayPal retient {frais_retenus}."
INVERSE = "Facturez {brut_a_facturer} : PayPal retient {frais_retenus}, vous recevez {net_recu}."
PICTURE = "Où va chaque euro"
SECTIONS = {
    "resultat": "Ce que vous recevez",
    "frais": "Frais",
    "remboursement": "Remboursement",
    "inverse": "Combien facturer",
}
DATES_APPROXIMATIVES = (
    "Les dates de changement des tarifs PayPal sont approximatives : vérifiez le taux sur votre "
    "relevé."
)
REMBOURSEMENT_EXCESSIF = "Le remboursement dépasse le paiement : vérifiez les montants."
PALIERS_FINIS = (
    "À cette date, un seul taux s’applique quel que soit le volume : le palier choisi "
    "n’a pas d’effet."
)
PALIERS_REUNIS = (
    "À cette date, il n’y avait que deux paliers : celui de plus de 2 500 € s’applique."
)
IMPOSSIBLE = "Impossible : les frais proportionnels prennent tout le paiement."
RIEN_RENDU = (
    "Au remboursement, nous supposons les frais gardés ou rendus selon le barème de la date ; "
    "depuis 2020, PayPal les garderait en entier (incertain)."
)
MONTANT_OU_NET = "Donnez le montant payé par le client, ou la somme que vous voulez recevoir."
