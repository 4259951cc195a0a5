"""PayPal in France: a percentage and a fixed part per payment, by date and kind of payment.

Dates of change are approximate by their sources, so the versions are marked unsure.
"""

from calculators.kit.amounts import Amount, Rate
from calculators.kit.days import Day
from calculators.kit.fields import Choice
from calculators.kit.lines import Sheet
from calculators.kit.rates import RateCode


class GenrePaypal(Choice):
    """Kinds of payment that PayPal prices apart."""

    COMMERCIALE = "commerciale", "Paiement commercial"
    CARTE_AVANCEE = "carte_avancee", "Carte sans compte PayPal (Avancé)"
    MICROPAIEMENT = "micropaiement", "Micropaiement (sur demande)"
    DON = "don", "Don"
    QUATRE_FOIS = "quatre_fois", "Paiement en 4X"


class ZonePaypal(Choice):
    """Where the buyer's account is: a surcharge is added outside the EEA."""

    EEE = "eee", "France et Espace économique européen"
    ROYAUME_UNI = "royaume_uni", "Royaume-Uni"
    AUTRES_PAYS = "autres_pays", "Autres pays"


class PalierPaypal(Choice):
    """Monthly volume, which chose the rate until about 2021."""

    PALIER_1 = "palier_1", "Jusqu’à 2 500 € par mois"
    PALIER_2 = "palier_2", "De 2 500,01 à 10 000 €"
    PALIER_3 = "palier_3", "De 10 000,01 à 50 000 €"
    PALIER_4 = "palier_4", "De 50 000,01 à 100 000 €"
    PALIER_5 = "palier_5", "Plus de 100 000 €"


def _pair(stem: str) -> tuple[RateCode, RateCode]:
    return RateCode(f"{stem}_taux"), RateCode(f"{stem}_fixe", "€")


_GENRES = {genre: _pair(f"paypal_fr_{genre.value}") for genre in GenrePaypal}
_PALIERS = {palier: _pair(f"paypal_fr_commerciale_{palier.value}") for palier in PalierPaypal}
_SURCHARGES = {zone: RateCode(f"paypal_fr_surcharge_{zone.value}") for zone in ZonePaypal}
COMMERCIALE = _GENRES[GenrePaypal.COMMERCIALE]
CONVERSION = RateCode("paypal_fr_conversion")
PART_VARIABLE_RENDUE = RateCode("paypal_fr_remboursement_part_variable_rendue")

CODES = (
    *(code for pair in _GENRES.values() for code in pair),
    *(code for palier in list(PalierPaypal)[1:] for code in _PALIERS[palier]),
    *list(_SURCHARGES.values())[1:], CONVERSION, PART_VARIABLE_RENDUE,
)  # fmt: skip


def palier_en_vigueur(sheet: Sheet, palier: PalierPaypal, on: Day) -> PalierPaypal:
    """The tier that serves a volume on a day: when its series has ended, the second, then the
    single rate."""
    for known in (palier, PalierPaypal.PALIER_2):
        if known is PalierPaypal.PALIER_1 or not sheet.ended(_PALIERS[known][0], on):
            return known
    return PalierPaypal.PALIER_1


def tarif(
    sheet: Sheet, genre: GenrePaypal, on: Day, palier: PalierPaypal = PalierPaypal.PALIER_1
) -> tuple[Rate, Rate]:
    """Percentage and fixed part of a kind of payment on a day."""
    pair = _GENRES[genre]
    if genre is GenrePaypal.COMMERCIALE:
        known = palier_en_vigueur(sheet, palier, on)
        pair = pair if known is PalierPaypal.PALIER_1 else _PALIERS[known]
    return sheet.rate(pair[0], on), sheet.rate(pair[1], on)


def taux_total(sheet: Sheet, taux: Amount, zone: ZonePaypal, conversion: bool, on: Day) -> Amount:
    """The percentage with the surcharges of the buyer's country and of a currency conversion."""
    if zone is not ZonePaypal.EEE:
        taux = taux + sheet.rate(_SURCHARGES[zone], on)
    return taux + sheet.rate(CONVERSION, on) if conversion else taux
