"""VAT: the four French rates and the two statuts a seller may have."""

from datetime import date

from calculators.kit.amounts import Rate
from calculators.kit.days import Day
from calculators.kit.fields import Choice
from calculators.kit.lines import Sheet
from calculators.kit.rates import RateCode

NORMAL = RateCode("tva_normal")
INTERMEDIAIRE = RateCode("tva_intermediaire")
REDUIT = RateCode("tva_reduit")
PARTICULIER = RateCode("tva_particulier")
CODES = (NORMAL, INTERMEDIAIRE, REDUIT, PARTICULIER)

# VAT moved to the Code des impositions sur les biens et services; the old mention is admitted
# until 2027-12-31 (BOI-RES-TVA-000253-20260218, § 3.1).
RECODIFICATION = date(2026, 9, 1)
MENTION_FRANCHISE = (
    "Votre facture porte « TVA non applicable, art. 293 B du CGI » : vous ne facturez pas la TVA "
    "et ne récupérez pas celle de vos achats."
)
MENTION_RECODIFIEE = (
    "Votre facture porte « TVA non applicable, art. 293 B du CGI », mention admise jusqu’au "
    "31/12/2027 bien que la TVA soit recodifiée depuis le 01/09/2026 "
    "(BOI-RES-TVA-000253-20260218) : vous ne facturez pas la TVA et ne récupérez pas celle de vos "
    "achats."
)


class StatutTva(Choice):
    """Whether the seller charges VAT (and recovers it)."""

    FRANCHISE = "franchise", "Franchise en base (pas de TVA)"
    ASSUJETTI = "assujetti", "Assujetti (TVA facturée et récupérée)"


class TauxTva(Choice):
    """The rates of CGI 278, 279, 278-0 bis and 281 quater to nonies."""

    NORMAL = "normal", "Taux normal"
    INTERMEDIAIRE = "intermediaire", "Taux intermédiaire"
    REDUIT = "reduit", "Taux réduit"
    PARTICULIER = "particulier", "Taux particulier"


class TvaAchat(Choice):
    """The VAT that the supplier charged on top of the price typed."""

    AUCUNE = "aucune", "Aucune, ou prix saisi tout compris"
    NORMAL = "normal", "Taux normal"
    INTERMEDIAIRE = "intermediaire", "Taux intermédiaire"
    REDUIT = "reduit", "Taux réduit"
    PARTICULIER = "particulier", "Taux particulier"


_BY_VALUE = {
    "normal": NORMAL,
    "intermediaire": INTERMEDIAIRE,
    "reduit": REDUIT,
    "particulier": PARTICULIER,
}


def taux_tva(sheet: Sheet, choix: TauxTva | TvaAchat, on: Day) -> Rate:
    """The dated rate of a choice."""
    return sheet.rate(_BY_VALUE[choix.value], on)
