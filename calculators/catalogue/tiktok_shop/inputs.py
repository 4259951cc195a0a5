"""One TikTok Shop order."""

from datetime import date
from decimal import Decimal
from typing import ClassVar, Self

from pydantic import model_validator

from calculators.catalogue.tiktok_shop import words
from calculators.kit.fields import Group, Inputs, asked, money, quantity, rate
from calculators.kit.messages import InputError
from calculators.law.tiktok_shop import CasTiktok
from calculators.law.tva import StatutTva


class TiktokShopInputs(Inputs):
    """One order, its refunds and its affiliation."""

    GROUPS: ClassVar[tuple[Group, ...]] = (
        Group("essentiel", "L’essentiel"),
        Group("cas", "Cas particulier et TVA"),
        Group("ulterieur", "Remboursement ultérieur"),
        Group("affiliation", "Affiliation"),
    )

    date_commande: date = asked(
        "Date de la commande",
        group="essentiel",
        help="Jour de création : elle décide du taux.",
        example="01/02/2026",
    )
    paiement_client: Decimal = money(
        "Paiement du client",
        group="essentiel",
        example="1 000,00",
        help="TVA et port payés par le client compris.",
    )
    remise_plateforme: Decimal = money(
        "Remise payée par TikTok",
        default=Decimal(0),
        group="essentiel",
        example="100,00",
        help="Elle entre dans la base ; votre propre remise n’y entre pas.",
    )
    remboursements: Decimal = money(
        "Remboursements",
        default=Decimal(0),
        group="essentiel",
        example="50,00",
        help="Y compris la remise de TikTok rendue au client.",
    )

    cas: CasTiktok = asked("Commission", default=CasTiktok.STANDARD, group="cas")
    date_inscription: date | None = asked(
        "Date d’inscription du vendeur",
        default=None,
        group="cas",
        help="Premier jour du taux réduit.",
        shown_when="cas=nouveau_vendeur",
    )
    statut_tva: StatutTva = asked(
        "Statut de TVA",
        default=StatutTva.FRANCHISE,
        group="cas",
        help="Assujetti, vous récupérez la TVA de la commission.",
    )

    remboursement_ulterieur: Decimal | None = money(
        "Remboursement fait plus tard",
        default=None,
        group="ulterieur",
        example="40,00",
        help="La commission d’origine et son ajustement sont gardés tous les deux.",
    )
    date_remboursement: date | None = asked(
        "Date de ce remboursement", default=None, group="ulterieur", example="15/02/2026"
    )

    affiliation_ouverte: Decimal | None = rate(
        "Collaboration ouverte",
        default=None,
        group="affiliation",
        example="8",
        help="Taux proposé à tous les créateurs.",
    )
    affiliation_ciblee: Decimal | None = rate(
        "Collaboration ciblée",
        default=None,
        group="affiliation",
        example="12",
        help="Le plus élevé des deux taux s’applique.",
    )
    base_affiliation: Decimal | None = money(
        "Valeur d’une vente affiliée, hors port",
        default=None,
        group="affiliation",
        example="40,00",
        help="À défaut, la base de la commission.",
    )
    ventes_affiliees: int = quantity(
        "Ventes affiliées",
        default=1,
        group="affiliation",
        help="Pour plusieurs ventes de même valeur.",
    )
    ventes_remboursees: int = quantity(
        "Dont remboursées",
        default=0,
        group="affiliation",
        help="Une vente remboursée ne paie pas d’affiliation.",
    )

    @model_validator(mode="after")
    def _dates_and_counts(self) -> Self:
        if self.cas is CasTiktok.NOUVEAU_VENDEUR:
            if self.date_inscription is None:
                raise InputError("date_inscription", words.DATE_MANQUANTE)
            if self.date_inscription > self.date_commande:
                raise InputError("date_inscription", words.INSCRIPTION_APRES)
        if self.remboursement_ulterieur is not None and self.date_remboursement is None:
            raise InputError("date_remboursement", words.DATE_MANQUANTE)
        if self.date_remboursement is not None and self.date_remboursement < self.date_commande:
            raise InputError("date_remboursement", words.DATES_INVERSEES)
        if self.base_affiliation is None and (self.ventes_affiliees, self.ventes_remboursees) != (
            1,
            0,
        ):
            raise InputError("base_affiliation", words.VALEUR_D_UNE_VENTE)
        if self.ventes_remboursees > self.ventes_affiliees:
            raise InputError("ventes_remboursees", words.TROP_DE_REMBOURSEES)
        return self
