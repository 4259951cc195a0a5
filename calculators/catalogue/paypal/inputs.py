"""One payment, or several of the same kind."""

from datetime import date
from decimal import Decimal
from typing import ClassVar, Self

from pydantic import model_validator

from calculators.catalogue.paypal import words
from calculators.kit.fields import Choice, Group, Inputs, asked, money, quantity
from calculators.kit.messages import InputError
from calculators.law.paypal import GenrePaypal, PalierPaypal, ZonePaypal


class RegimeRemboursement(Choice):
    """What becomes of the fee on a refund."""

    BAREME = "bareme", "Selon le barème à la date du remboursement"
    GARDE = "garde", "PayPal garde tous les frais"
    PART_VARIABLE_RENDUE = "part_variable_rendue", "PayPal rend la part variable"


class PaypalInputs(Inputs):
    """A payment received by PayPal."""

    GROUPS: ClassVar[tuple[Group, ...]] = (
        Group("essentiel", "L’essentiel"),
        Group("genre", "Genre de paiement et pays"),
        Group("remboursement", "Remboursement"),
    )

    date_paiement: date = asked(
        "Date du paiement",
        group="essentiel",
        help="Elle décide du tarif.",
        example="01/06/2026",
    )
    montant: Decimal | None = money(
        "Montant payé par le client",
        default=None,
        group="essentiel",
        example="135,00",
        help="Port et taxes compris.",
    )
    net_vise: Decimal | None = money(
        "Je veux recevoir",
        default=None,
        group="essentiel",
        example="100,00",
        help="Seul, il donne le montant à facturer.",
    )

    genre: GenrePaypal = asked("Genre de paiement", default=GenrePaypal.COMMERCIALE, group="genre")
    zone: ZonePaypal = asked("Pays du payeur", default=ZonePaypal.EEE, group="genre")
    conversion: bool = asked(
        "Avec conversion de devise",
        default=False,
        group="genre",
        help="Le supplément s’ajoute au taux.",
    )
    palier: PalierPaypal = asked(
        "Volume mensuel",
        default=PalierPaypal.PALIER_1,
        group="genre",
        help="Il décidait du taux avant 2021 environ.",
    )
    nombre: int = quantity(
        "Nombre de paiements",
        default=1,
        ge=1,
        group="genre",
        help="La part fixe est due à chaque paiement.",
    )

    remboursement: Decimal | None = money(
        "Montant remboursé",
        default=None,
        group="remboursement",
        example="35,00",
        help="Tout ou partie du paiement.",
    )
    date_remboursement: date | None = asked(
        "Date du remboursement",
        default=None,
        group="remboursement",
        help="À défaut, la date du paiement.",
    )
    regime_remboursement: RegimeRemboursement = asked(
        "Frais au remboursement", default=RegimeRemboursement.BAREME, group="remboursement"
    )

    @model_validator(mode="after")
    def _something_is_given(self) -> Self:
        if self.montant is None and self.net_vise is None:
            raise InputError("montant", words.MONTANT_OU_NET)
        return self
