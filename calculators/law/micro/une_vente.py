"""Micro-entrepreneur: what one receipt costs, « au centime » (a declaration rounds to the euro).

The base is the whole turnover received, shipping billed included, costs never deducted:
CSS L613-7; the rate is the one in force on the day of the receipt.
"""

from calculators.kit.amounts import Rate
from calculators.kit.days import Day
from calculators.kit.fields import Choice
from calculators.kit.lines import Sheet
from calculators.kit.rates import RateCode

COTISATIONS_VENTE = RateCode("cotisations_vente_bic")
CFP_COMMERCANT = RateCode("cfp_vente_commerciale")
CFP_ARTISAN = RateCode("cfp_artisanal")
TAXE_CCI_VENTE = RateCode("taxe_chambre_cci_vente")
TAXE_CMA_VENTE = RateCode("taxe_chambre_cma_vente")
VERSEMENT_LIBERATOIRE_VENTE = RateCode("versement_liberatoire_vente_bic")
ABATTEMENT_VENTE = RateCode("abattement_vente_hebergement")

CODES = (
    COTISATIONS_VENTE, CFP_COMMERCANT, CFP_ARTISAN, TAXE_CCI_VENTE, TAXE_CMA_VENTE,
    VERSEMENT_LIBERATOIRE_VENTE, ABATTEMENT_VENTE,
)  # fmt: skip


class Chambre(Choice):
    """Which chamber the seller belongs to; it decides the training levy and the chamber tax."""

    CCI = "cci", "Commerçant (CCI)"
    CMA = "cma", "Artisan (chambre de métiers)"


def taux_cfp(sheet: Sheet, chambre: Chambre, on: Day) -> Rate:
    """Contribution à la formation professionnelle, C. trav. L6331-48."""
    return sheet.rate(CFP_ARTISAN if chambre is Chambre.CMA else CFP_COMMERCANT, on)


def taux_taxe_chambre(sheet: Sheet, chambre: Chambre, on: Day) -> Rate:
    """Taxe pour frais de chambre on sales, CGI 1600 and 1601-0 A; none up to 5 000 € a year."""
    return sheet.rate(TAXE_CMA_VENTE if chambre is Chambre.CMA else TAXE_CCI_VENTE, on)
