"""TikTok Shop in France: dated commission and affiliation.

Base: buyer's payment (shipping included) + platform's discount − refunds, VAT included.
The rate is looked up by the day the order was created (whether creation or settlement
decides is not documented: every surface says so).
"""

from datetime import date

from calculators.kit import units
from calculators.kit.amounts import Amount, Rate, constant, maximum
from calculators.kit.fields import Choice
from calculators.kit.lines import Day, Sheet
from calculators.kit.rates import RateCode

COMMISSION_STANDARD = RateCode("tiktok_shop_fr_commission_standard")
COMMISSION_ELECTRONIQUE = RateCode("tiktok_shop_fr_commission_electronique")
COMMISSION_NOUVEAU_VENDEUR = RateCode("tiktok_shop_fr_commission_nouveau_vendeur")
CODES = (COMMISSION_STANDARD, COMMISSION_ELECTRONIQUE, COMMISSION_NOUVEAU_VENDEUR)

OUVERTURE_FRANCE = date(2025, 3, 31)
TAUX_PAR_CAS = date(2026, 1, 8)  # until then one rate for every category and seller
DUREE_NOUVEAU_VENDEUR = constant(60, units.DAYS)  # civil days, the day of registration is day 1
PAS_ENCORE = (
    "TikTok Shop n’était pas ouvert en France avant le 31/03/2025 : "
    "aucune commission à calculer à cette date."
)
HYPOTHESE_DATE = (
    "Le taux est celui du jour de création de la commande ; TikTok ne dit pas si c’est ce jour "
    "ou celui du règlement qui compte."
)


class CasTiktok(Choice):
    """Which commission applies."""

    STANDARD = "standard", "Cas général"
    ELECTRONIQUE = "electronique", "Électronique désignée, appareils de beauté et de soin"
    NOUVEAU_VENDEUR = "nouveau_vendeur", "Nouveau vendeur (60 premiers jours)"


_CODES = {
    CasTiktok.STANDARD: COMMISSION_STANDARD,
    CasTiktok.ELECTRONIQUE: COMMISSION_ELECTRONIQUE,
    CasTiktok.NOUVEAU_VENDEUR: COMMISSION_NOUVEAU_VENDEUR,
}


def taux_commission(sheet: Sheet, cas: CasTiktok, on: Day) -> Rate:
    """The commission of a case on a day; before 2026-01-08 there was one rate for all."""
    if cas is not CasTiktok.STANDARD and on.before(TAUX_PAR_CAS):
        return sheet.rate(COMMISSION_STANDARD, on)
    return sheet.rate(_CODES[cas], on)


def taux_affiliation(sheet: Sheet, ouverte: str, ciblee: str) -> Amount | None:
    """The higher of the open and the targeted rate wins; None when neither is given."""
    given = [sheet[name] for name in (ouverte, ciblee) if getattr(sheet.inputs, name) is not None]
    if not given:
        return None
    return maximum(*given) if len(given) > 1 else given[0]
