"""One deal at its monthly price, the discount asked, what is granted and what is obtained."""

from datetime import date
from decimal import Decimal
from typing import ClassVar, Self

from pydantic import model_validator

from calculators.catalogue.remise_ou_volume import words
from calculators.kit import units
from calculators.kit.fields import Group, Inputs, Row, asked, money, quantity, rate, rows
from calculators.kit.messages import InputError

MOST_MONTHS, MOST_DAYS, MOST_CONCESSIONS = 120, 365, 10


class UneConcession(Row):
    """What is granted, a discount or time to pay, and its counterpart."""

    remise: Decimal | None = rate("Remise", default=None)
    delai: int | None = quantity("Délai de paiement", default=None, le=MOST_DAYS, unit=units.DAYS)
    duree: int | None = quantity("Engagement (mois)", default=None, ge=1, le=MOST_MONTHS)
    volume: Decimal | None = rate("Volume en plus", default=None, le=1000)
    reference: Decimal | None = money("Référence client", default=None)

    @property
    def accorde_quelque_chose(self) -> bool:
        """Whether something was granted."""
        return self.remise is not None or self.delai is not None

    @property
    def a_une_contrepartie(self) -> bool:
        """Whether something was obtained."""
        return any(value is not None for value in (self.duree, self.volume, self.reference))

    @property
    def genre(self) -> str:
        """The pair it makes, in words: « Remise contre durée »."""
        given = [name for name in words.ACCORDE if getattr(self, name) is not None]
        got = [name for name in words.OBTENU if getattr(self, name) is not None]
        return words.genre(given, got)


class RemiseOuVolumeInputs(Inputs):
    """A deal, its concessions, its floor."""

    GROUPS: ClassVar[tuple[Group, ...]] = (
        Group("essentiel", "L’affaire"),
        Group("concessions", "Concessions et contreparties"),
        Group("plancher", "Votre plancher"),
    )

    date_offre: date = asked(
        "Date de l’offre", group="essentiel", example="01/06/2026",
        help="Elle décide du délai de paiement autorisé.",
    )  # fmt: skip
    prix_mensuel: Decimal = money(
        "Prix par mois, avant remise", group="essentiel", example="1 000,00", help="Hors taxes."
    )
    cout_mensuel: Decimal = money(
        "Ce que ce mois vous coûte", group="essentiel", example="550,00",
        help="Seulement ce qui augmente avec le volume : marchandises, temps, licences.",
    )  # fmt: skip
    duree: int = quantity(
        "Engagement, en mois", ge=1, le=MOST_MONTHS, group="essentiel", example="12",
        help="1 pour une vente unique.",
    )  # fmt: skip
    remise: Decimal = rate(
        "Remise demandée", group="essentiel", example="8",
        help="Pour savoir quel volume la compense.",
    )  # fmt: skip

    concessions: tuple[UneConcession, ...] = rows(
        "Ce que vous accordez, ce que vous obtenez", least=3, most=MOST_CONCESSIONS,
        group="concessions",
        help="Par ligne : une remise ou un délai, et en échange un engagement, un volume garanti "
        "ou une référence, à la valeur qu’elle a pour vous.",
    )  # fmt: skip
    taux_financement: Decimal | None = rate(
        "Ce que vous coûte la trésorerie, par an", default=None, group="concessions", example="8",
        help="Le taux de votre découvert ou de votre emprunt : il chiffre un délai de paiement.",
    )  # fmt: skip

    marge_plancher: Decimal | None = rate(
        "Marge minimale, en part du prix", default=None, le=None, lt=100, group="plancher",
        example="40", help="En dessous, l’offre demande un accord. Vous la fixez.",
    )  # fmt: skip

    @property
    def a_un_delai(self) -> bool:
        """Whether some concession is time to pay."""
        return any(row.delai is not None for row in self.concessions)

    @property
    def finance_un_delai(self) -> bool:
        """Whether that time has a cost."""
        return self.a_un_delai and self.taux_financement is not None

    @property
    def a_un_volume(self) -> bool:
        """Whether some counterpart is volume."""
        return any(row.volume is not None for row in self.concessions)

    @model_validator(mode="after")
    def _a_delay_has_its_rate(self) -> Self:
        if self.taux_financement is None and any(row.delai for row in self.concessions):
            raise InputError("taux_financement", words.TAUX_A_DONNER)
        return self
