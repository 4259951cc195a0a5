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
AVANT_2026 = (
    "Avant le 08/01/2026, le même taux valait pour toutes les catégories ; une offre de 1,8 % "
    "pendant 90 jours est annoncée par une seule source et n’est pas appliquée."
)
CONDITIONS_NOUVEAU = (
    "Le taux réduit vaut 60 jours civils pour un vendeur inscrit à partir du 08/01/2026, mission "
    "du vendeur acceptée : notification dans les 15 jours, 5 produits en ligne dans les 15 jours "
    "suivants."
)
LISTE_ELECTRONIQUE = (
    "La liste exacte des catégories à taux réduit n’est pas publiée : vérifiez la vôtre dans le "
    "Seller Center."
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


def taux_commission(sheet: Sheet, cas: CasTiktok, on: Day, field: str) -> Rate:
    """The commission of a case on a day; what the case supposes is said at `field`."""
    if cas is CasTiktok.STANDARD:
        return sheet.rate(COMMISSION_STANDARD, on)
    if on.before(TAUX_PAR_CAS):
        sheet.remark("info", "taux_unique", AVANT_2026, field)
        return sheet.rate(COMMISSION_STANDARD, on)
    if cas is CasTiktok.ELECTRONIQUE:
        sheet.remark("info", "liste_electronique", LISTE_ELECTRONIQUE, field)
    else:
        sheet.remark("info", "conditions_nouveau", CONDITIONS_NOUVEAU, field)
    return sheet.rate(_CODES[cas], on)


def taux_affiliation(sheet: Sheet, ouverte: str, ciblee: str) -> Amount | None:
    """The higher of the open and the targeted rate wins; None when neither is given."""
    given = [sheet[name] for name in (ouverte, ciblee) if getattr(sheet.inputs, name) is not None]
    if not given:
        return None
    return maximum(*given) if len(given) > 1 else given[0]
