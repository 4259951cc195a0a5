"""Micro-entrepreneur: contributions on the turnover received, by the day of the receipt.

The base is the whole turnover received, shipping billed included, costs never deducted:
CSS L613-7. `une_vente` holds what one sale needs; the other modules hold the year.
"""

from calculators.law.micro.une_vente import (
    ABATTEMENT_VENTE,
    CODES,
    COTISATIONS_VENTE,
    VERSEMENT_LIBERATOIRE_VENTE,
    Chambre,
    taux_cfp,
    taux_taxe_chambre,
)

__all__ = [
    "ABATTEMENT_VENTE",
    "CODES",
    "COTISATIONS_VENTE",
    "VERSEMENT_LIBERATOIRE_VENTE",
    "Chambre",
    "taux_cfp",
    "taux_taxe_chambre",
]
