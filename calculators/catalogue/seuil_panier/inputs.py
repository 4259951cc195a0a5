"""A threshold, what is given above it, and how many orders move."""

from datetime import date
from decimal import Decimal
from typing import ClassVar, Self

from pydantic import model_validator

from calculators.catalogue.seuil_panier import words
from calculators.kit.fields import Choice, Group, Inputs, asked, money, quantity, rate
from calculators.kit.messages import InputError

LEAST, MOST = Decimal("0.01"), Decimal(1_000_000)


class GenreAvantage(Choice):
    """What is given above the threshold."""

    BONUS = "bonus", "Un bonus, une remise"
    LIVRAISON = "livraison", "La livraison offerte"


class SeuilPanierInputs(Inputs):
    """An offer above an amount of basket."""

    GROUPS: ClassVar[tuple[Group, ...]] = (
        Group("essentiel", "L’essentiel"),
        Group("candidat", "Le seuil à essayer"),
    )

    date_offre: date = asked(
        "Début de l’offre", group="essentiel", example="01/06/2026",
        help="Elle décide des repères employés.",
    )  # fmt: skip
    panier_moyen: Decimal = money(
        "Panier moyen actuel", ge=LEAST, le=MOST, group="essentiel", example="38,00",
        help="Hors taxes si vous facturez la TVA, comme le seuil.",
    )  # fmt: skip
    seuil: Decimal = money(
        "Seuil proposé", ge=LEAST, le=MOST, group="essentiel", example="45,00",
        help="Le panier à partir duquel l’avantage est donné.",
    )  # fmt: skip
    taux_marge: Decimal = rate(
        "Marge sur le prix de vente", group="essentiel", example="40",
        help="Prix moins achat et frais de la vente, en part du prix.",
    )  # fmt: skip
    bonus: Decimal = money(
        "Avantage par commande", le=MOST, group="essentiel", example="2,00",
        help="Ce qu’il vous coûte : le bonus versé, ou le transport que vous ne facturez plus.",
    )  # fmt: skip
    genre_avantage: GenreAvantage = asked("C’est", default=GenreAvantage.BONUS, group="essentiel")
    preparation: Decimal = money(
        "Préparation et emballage", default=Decimal(0), le=MOST, group="essentiel",
        example="1,20", shown_when="genre_avantage=livraison",
    )  # fmt: skip
    retours: Decimal = money(
        "Retours, par commande", default=Decimal(0), le=MOST, group="essentiel", example="0,50",
        help="Ce que coûtent les retours, réparti sur toutes les commandes.",
        shown_when="genre_avantage=livraison",
    )  # fmt: skip

    commandes: int = quantity(
        "Commandes de la période", ge=1, group="essentiel", example="1 000",
        help="Un mois, par exemple : le résultat porte sur la même période.",
    )  # fmt: skip
    part_montent: Decimal = rate(
        "Commandes qui montent jusqu’au seuil", group="essentiel", example="25",
        help="En part de toutes les commandes : une supposition, à mesurer ensuite.",
    )  # fmt: skip
    part_deja: Decimal = rate(
        "Commandes déjà au-dessus du seuil", group="essentiel", example="30",
        help="En part de toutes les commandes ; elles reçoivent l’avantage aussi.",
    )  # fmt: skip

    pas: Decimal = money(
        "Arrondir au multiple supérieur de", default=Decimal(5), ge=LEAST, le=MOST,
        group="candidat", help="Un choix de présentation : 50 € se retient mieux que 45,60 €.",
    )  # fmt: skip

    @model_validator(mode="after")
    def _rules(self) -> Self:
        if self.taux_marge == 0:
            raise InputError("taux_marge", words.SANS_MARGE)
        if self.part_montent + self.part_deja > 100:
            raise InputError("part_montent", words.PLUS_QUE_TOUTES)
        return self
