"""Every sentence of the discounts."""

from collections.abc import Sequence

TITLE = "Remise ou volume"
SUMMARY = "Le volume qui compense une remise, et ce que chaque concession coûte et rapporte."
INTRO = (
    "Une remise se paie en volume : la hausse qu’il faut pour garder la même marge. Puis, pour "
    "chaque concession, sa contrepartie, la marge avant et après, et votre plancher."
)
POSITIVE = (
    "À {remise} de remise, il faut vendre {volume_necessaire} de plus pour garder {marge_depart} "
    "de marge ; sans contrepartie, il reste {marge_remisee}."
)
NEGATIVE = (
    "Impossible : à {remise} de remise, vous vendez sous votre coût et perdez {marge_remisee}. "
    "Plus de volume creuse la perte."
)
ZERO = "Impossible : à {remise} de remise, il ne reste aucune marge. Aucun volume ne la rattrape."
OFFRE_POSITIVE = (
    "Après vos concessions, il reste {marge_offre} de marge sur {duree_offre} mois, soit "
    "{marge_mois} par mois ; au départ, {marge_depart} sur {duree} mois, soit {marge_mois_depart} "
    "par mois."
)
OFFRE_NEGATIVE = (
    "Après vos concessions, l’affaire perd {marge_offre} sur {duree_offre} mois, contre "
    "{marge_depart} de marge sur {duree} mois au départ."
)
OFFRE_ZERO = (
    "Après vos concessions, il ne reste aucune marge sur {duree_offre} mois, contre {marge_depart} "
    "sur {duree} mois au départ."
)
OFFRE_SOUS_PLANCHER = (
    "Sous votre plancher, à faire approuver : {taux_offre} du prix. Il reste {marge_offre} de "
    "marge sur {duree_offre} mois, soit {marge_mois} par mois ; au départ, {marge_depart} sur "
    "{duree} mois, soit {marge_mois_depart} par mois."
)
PICTURE = "Où va chaque euro de l’offre"
SECTIONS = {
    "offre": "L’offre, concessions comprises",
    "remise": "La remise demandée",
    "plancher": "Votre plancher",
    "delai": "Délai de paiement",
}

ACCORDE = {"remise": "Remise", "delai": "Délai de paiement"}
OBTENU = {"duree": "durée", "volume": "volume", "reference": "référence"}

TAUX_A_DONNER = "Donnez ce taux : il chiffre le délai de paiement que vous accordez."
PERTE = "Avant toute remise, le prix ne couvre pas ce que l’affaire coûte."
IMPOSSIBLE = (
    "La remise demandée mange toute la marge ({taux_depart} du prix) : impossible de la compenser "
    "par du volume."
)
SANS_CONTREPARTIE = (
    "Concession <rang> sans contrepartie : {<effet>} de marge. Demandez-en une avant d’accorder."
)
PAS_PLUS_LONG = (
    "L’engagement de la concession <rang>, {<duree>} mois, n’est pas plus long que celui d’avant, "
    "{<avant>} mois : ce n’est pas une contrepartie."
)
MOINS_PAR_MOIS = (
    "Un mois laisse {baisse_mois} de moins qu’au départ : c’est la durée qui fait le total, et "
    "elle ne vaut que si le contrat va à son terme."
)
INSUFFISANTE = "La contrepartie de la concession <rang> ne suffit pas : {<effet>} au bilan."
SOUS_PLANCHER = (
    "Sous votre plancher : l’offre laisse {taux_offre} du prix, contre {marge_plancher} au moins. "
    "Elle demande un accord."
)
DELAI_TROP_LONG = (
    "{delai_accorde} de délai dépassent ce que la loi permet entre entreprises, {delai_maximal} "
    "depuis la facture, ou 45 jours fin de mois (C. com. L441-10)."
)
REFERENCE_ESTIMEE = (
    "La référence client n’est pas de l’argent encaissé : elle entre dans le bilan de sa ligne, "
    "jamais dans la marge."
)


def genre(accorde: Sequence[str], obtenu: Sequence[str]) -> str:
    """« Remise contre durée », from what a row grants and obtains."""
    given = " et ".join(ACCORDE[name] for name in accorde).replace(" et Délai", " et délai")
    got = " et ".join(OBTENU[name] for name in obtenu)
    if not given:
        return f"Obtenu : {got}" if got else "Rien d’accordé"
    return f"{given} contre {got}" if got else f"{given} sans contrepartie"


def concession(sentence: str, rang: int, colonne: str = "effet") -> str:
    """A sentence about a row of the ledger."""
    return sentence.replace("<rang>", str(rang)).replace("<effet>", f"journal_{rang}_{colonne}")
