"""TikTok Shop in France: dated commission and affiliation.

Base: buyer's payment (shipping included) + platform's discount − refunds, VAT included.
The rate is looked up by the day the order was created (whether creation or settlement
decides is not documented: every surface says so).
"""

from calculators.kit import french
from calculators.kit.amounts import Amount, Rate, maximum
from calculators.kit.days import Day
from calculators.kit.fields import Choice
from calculators.kit.lines import Sheet
from calculators.kit.rates import RateCode

COMMISSION_STANDARD = RateCode("tiktok_shop_fr_commission_standard")
COMMISSION_ELECTRONIQUE = RateCode("tiktok_shop_fr_commission_electronique")
COMMISSION_NOUVEAU_VENDEUR = RateCode("tiktok_shop_fr_commission_nouveau_vendeur")
DUREE_NOUVEAU_VENDEUR = RateCode("tiktok_shop_fr_nouveau_vendeur_duree", "jours")
COMMISSIONS = (COMMISSION_STANDARD, COMMISSION_ELECTRONIQUE, COMMISSION_NOUVEAU_VENDEUR)
CODES = (*COMMISSIONS, DUREE_NOUVEAU_VENDEUR)

HYPOTHESE_DATE = (
    "Le taux est celui du jour de création de la commande ; TikTok ne dit pas si c’est ce jour "
    "ou celui du règlement qui compte."
)
TAUX_UNIQUE = (
    "À cette date, le même taux valait pour toutes les catégories et tous les vendeurs ; une offre "
    "de lancement, annoncée par une seule source, n’est pas appliquée."
)
CONDITIONS_NOUVEAU = (
    "Le taux réduit suppose la mission du vendeur acceptée : notification dans les 15 jours, "
    "5 produits en ligne dans les 15 jours suivants ; il s’arrête avec sa durée."
)
LISTE_ELECTRONIQUE = (
    "La liste exacte des catégories à taux réduit n’est pas publiée : vérifiez la vôtre dans le "
    "Seller Center."
)


class CasTiktok(Choice):
    """Which commission applies."""

    STANDARD = "standard", "Cas général"
    ELECTRONIQUE = "electronique", "Électronique désignée, appareils de beauté et de soin"
    NOUVEAU_VENDEUR = "nouveau_vendeur", "Nouveau vendeur (taux réduit)"


_CODES = {
    CasTiktok.STANDARD: COMMISSION_STANDARD,
    CasTiktok.ELECTRONIQUE: COMMISSION_ELECTRONIQUE,
    CasTiktok.NOUVEAU_VENDEUR: COMMISSION_NOUVEAU_VENDEUR,
}


def pas_encore_ouvert(sheet: Sheet, on: Day) -> bool:
    """Whether the day precedes the first commission known in France."""
    return on.before(sheet.first_day(COMMISSION_STANDARD))


def pas_encore(sheet: Sheet) -> str:
    """Why there is nothing to compute, with the day of the opening."""
    opening = french.day(sheet.first_day(COMMISSION_STANDARD))
    return (
        "TikTok Shop n’était pas ouvert en France à cette date : aucune commission à calculer "
        f"(ouverture le {opening})."
    )


def taux_unique(sheet: Sheet, on: Day) -> bool:
    """Whether one rate still applied to every category and seller."""
    return on.before(sheet.first_day(COMMISSION_ELECTRONIQUE))


def taux_commission(sheet: Sheet, cas: CasTiktok, on: Day, field: str) -> Rate:
    """The commission of a case on a day; what the case supposes is said at `field`."""
    if cas is CasTiktok.STANDARD:
        return sheet.rate(COMMISSION_STANDARD, on)
    if taux_unique(sheet, on):
        sheet.remark("info", "taux_unique", TAUX_UNIQUE, field)
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
