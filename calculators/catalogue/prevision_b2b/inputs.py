"""Deals typed or pasted, what sales cost by channel, how leads become sales, how fast."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, ClassVar, Self

from pydantic import model_validator

from calculators.catalogue.prevision_b2b import words
from calculators.kit.fields import (
    MAX_AMOUNT,
    Choice,
    Group,
    Inputs,
    Row,
    asked,
    money,
    quantity,
    rate,
    rows,
)
from calculators.kit.messages import InputError
from calculators.kit.names import cell_name
from calculators.kit.texts import Name
from calculators.kit.units import EUR


class Etape(Choice):
    """How far a deal is."""

    PROSPECTION = "prospection", "Prospection"
    QUALIFICATION = "qualification", "Qualification"
    NEGOCIATION = "negociation", "Négociation"
    CLOSING = "closing", "Closing"


class TypeAffaire(Choice):
    """What kind of sale it is: it decides the usual cycle."""

    CONSULTATIF = "consultatif", "Consultatif"
    TRANSACTIONNEL = "transactionnel", "Transactionnel"
    STRATEGIQUE = "strategique", "Stratégique"


class Clientele(Choice):
    """To whom it is sold."""

    NOUVEAU = "nouveau", "Nouveau client"
    EXISTANT = "existant", "Client existant"
    GRAND_COMPTE = "grand_compte", "Grand compte"


class Canal(Choice):
    """How the prospect was met."""

    AUTRE = "autre", "Autre"
    TELEPHONE = "telephone", "Téléphone"
    SALON = "salon", "Salons"
    LINKEDIN = "linkedin", "LinkedIn"
    EMAIL = "email", "E-mail"


class Cycle(Choice):
    """How many months a kind of deal takes."""

    USUEL = "usuel", "La durée usuelle"
    M1 = "1", "1 mois"
    M2 = "2", "2 mois"
    M3 = "3", "3 mois"
    M4 = "4", "4 mois"
    M6 = "6", "6 mois"
    M9 = "9", "9 mois"
    M12 = "12", "12 mois"
    M15 = "15", "15 mois"
    M18 = "18", "18 mois"
    M20 = "20", "20 mois"
    M24 = "24", "24 mois"


class Affaire(Row):
    """A deal of the pipeline."""

    nom: Name = asked("Affaire", default="")
    etape: Etape = asked("Étape")
    montant: Decimal = quantity("Montant", places=2, unit=EUR, le=MAX_AMOUNT)
    cloture: date | None = asked("Clôture prévue", default=None)
    probabilite: Decimal | None = rate("Probabilité", default=None)
    dernier_contact: date | None = asked("Dernier contact", default=None)
    creation: date | None = asked("Création", default=None)
    type_affaire: TypeAffaire = asked("Type", default=TypeAffaire.CONSULTATIF)
    clientele: Clientele = asked("Clientèle", default=Clientele.NOUVEAU)
    canal: Canal = asked("Canal", default=Canal.AUTRE)

    @property
    def dernier_signe(self) -> str:
        """The field of the last day on which something is known of it; "" when none is."""
        if self.dernier_contact is not None:
            return "dernier_contact"
        return "" if self.creation is None else "creation"


class UneConversion(Row):
    """What became of the leads of one kind."""

    typologie: Name = asked("Type de leads", default="")
    leads: int = quantity("Leads")
    rendez_vous: int = quantity("Rendez-vous")
    propositions: int = quantity("Propositions")
    gagnees: int = quantity("Gagnées")
    perdues: int | None = quantity("Perdues", default=None)


class UneDepense(Row):
    """What a channel costs and brings."""

    canal: Canal = asked("Canal")
    depense: Decimal = money("Dépense")
    leads: int = quantity("Leads", default=0)
    rendez_vous: int = quantity("Rendez-vous", default=0)
    gagnees: int = quantity("Gagnées", default=0)
    marge: Decimal = money("Marge d’une vente", default=Decimal(0))


def _cycle(label: str, help: str = "") -> Any:
    return asked(label, default=Cycle.USUEL, group="cycles", help=help)


def _levier(label: str, **words: Any) -> Any:
    return rate(label, default=Decimal(10), group="vitesse", **words)


class PrevisionB2bInputs(Inputs):
    """A pipeline on a day."""

    GROUPS: ClassVar[tuple[Group, ...]] = (
        Group("essentiel", "L’essentiel"),
        Group("cycles", "Durée des ventes"),
        Group("conversion", "Conversion"),
        Group("canaux", "Dépenses par canal"),
        Group("vitesse", "Vitesse de vente"),
        Group("capacite", "Rendez-vous par jour"),
    )

    date_prevision: date = asked(
        "Date de la prévision", group="essentiel", example="01/06/2026",
        help="Le jour d’où se comptent les affaires en sommeil et en retard.",
    )  # fmt: skip
    affaires: tuple[Affaire, ...] = rows(
        "Vos affaires", least=4, most=500, group="essentiel",
        help="Sans probabilité, celle de l’étape ; sans clôture, la création plus la durée "
        "usuelle de son type.",
    )  # fmt: skip
    exclure_sommeil: bool = asked(
        "Sortir de la prévision les affaires en sommeil", default=False, group="essentiel",
        help="Elles ne comptent alors dans aucun scénario, ni dans la vitesse de vente.",
    )  # fmt: skip

    cycle_transactionnel: Cycle = _cycle("Une affaire transactionnelle")
    cycle_consultatif: Cycle = _cycle("Une affaire consultative")
    cycle_strategique: Cycle = _cycle(
        "Une affaire stratégique", "De la création à la signature ; 6 à 18 mois le plus souvent."
    )

    conversions: tuple[UneConversion, ...] = rows(
        "De la prise de contact à la vente", least=1, most=50, group="conversion",
        help="Une ligne par type de leads.",
    )  # fmt: skip
    depenses: tuple[UneDepense, ...] = rows(
        "Ce que coûte chaque canal", least=1, most=5, group="canaux",
        help="Une ligne par canal, sur la même période.",
    )  # fmt: skip

    taux_gain: Decimal | None = rate(
        "Taux de gain", default=None, group="vitesse", example="25",
        help="Gagnées ÷ (gagnées + perdues) : les affaires en cours n’y comptent pas.",
    )  # fmt: skip
    cycle_jours: int | None = quantity(
        "Cycle de vente en jours", default=None, ge=1, le=3650, group="vitesse", example="270",
        help="La médiane plutôt que la moyenne.",
    )  # fmt: skip
    vitesse_affaires: int | None = quantity(
        "Affaires en cours", default=None, group="vitesse", example="40",
        help="À défaut, celles de la liste.",
    )  # fmt: skip
    vitesse_montant: Decimal | None = money(
        "Montant moyen", default=None, group="vitesse", example="12 000",
        help="À défaut, la moyenne de la liste.",
    )  # fmt: skip
    levier_affaires: Decimal = _levier(
        "Affaires en plus", help="Ce que vous pensez pouvoir gagner sur chaque levier."
    )
    levier_montant: Decimal = _levier("Montant en plus")
    levier_taux: Decimal = _levier("Taux de gain en plus")
    levier_cycle: Decimal = _levier("Cycle en moins", le=None, lt=100)

    cout_journee: Decimal | None = money(
        "Coût d’une journée de prospection", default=None, group="capacite", example="400"
    )
    rdv_jour: int = quantity("Rendez-vous par jour", default=2, ge=1, le=100, group="capacite")
    rdv_jour_vise: int = quantity("Visés", default=4, ge=1, le=100, group="capacite")
    jours_travailles: int = quantity(
        "Jours travaillés par an", default=220, le=366, group="capacite",
        help="220 est un usage ; comptez vos propres jours.",
    )  # fmt: skip

    def cycle_de(self, kind: TypeAffaire) -> Cycle:
        """How long a kind of deal was said to take."""
        found: Cycle = getattr(self, f"cycle_{kind.value}")
        return found

    @model_validator(mode="after")
    def _rules(self) -> Self:
        if not self.affaires:
            raise InputError("affaires", words.AUCUNE_AFFAIRE)
        for index, row in enumerate(self.affaires):
            if row.creation and row.cloture and row.cloture < row.creation:
                raise InputError(cell_name("affaires", index, "cloture"), words.CLOTURE_AVANT)
        self._entonnoir()
        channels = [row.canal for row in self.depenses]
        for index, canal in enumerate(channels):
            if canal in channels[:index]:
                raise InputError(cell_name("depenses", index, "canal"), words.CANAL_EN_DOUBLE)
        for index, spent in enumerate(self.depenses):
            if spent.leads and spent.gagnees > spent.leads:  # leads left at none are not counted
                raise InputError(cell_name("depenses", index, "gagnees"), words.VENTES_SANS_LEAD)
        if self.taux_gain is None and self.cycle_jours is not None:
            raise InputError("taux_gain", words.TAUX_ET_CYCLE)
        if self.taux_gain is not None and self.cycle_jours is None:
            raise InputError("cycle_jours", words.TAUX_ET_CYCLE)
        return self

    def _entonnoir(self) -> None:
        """Each step holds part of the one before."""
        for index, row in enumerate(self.conversions):
            for before, after in pairwise(words.ENTONNOIR):
                if getattr(row, after) > getattr(row, before):
                    raise InputError(cell_name("conversions", index, after), words.ENTONNOIR[after])
            if row.perdues is not None and row.gagnees + row.perdues > row.propositions:
                raise InputError(cell_name("conversions", index, "perdues"), words.TROP_DECIDEES)
