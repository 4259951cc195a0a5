"""What is known of a prospect: notes, signals, signs of a dead project, maturity."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Self

from pydantic import model_validator

from calculators.catalogue.qualification_bant import words
from calculators.kit.fields import Choice, Group, Inputs, asked, quantity, rate
from calculators.kit.messages import InputError

MATURITES = ("processus", "technologie", "contraintes", "changement")
SIGNAUX = ("partage", "decideurs", "evocation_budget")


class Methode(Choice):
    """Whether timing is the fourth criterion."""

    BANT = "bant", "BANT : besoin, budget, autorité, calendrier"
    BAN = "ban", "Trois critères, sans le calendrier"


class Signal(Choice):
    """How the prospect behaves."""

    INCONNU = "inconnu", "Pas observé"
    POSITIF = "positif", "Oui, de lui-même"
    EVASIF = "evasif", "Non, il esquive"


def _note(label: str, help: str, **words: Any) -> Any:
    return quantity(label, help=help, example="3", **words)  # the scale of that day bounds it


def _maturite(label: str, help: str) -> Any:
    return quantity(label, default=None, group="maturite", help=help, example="3")


def _poids(label: str) -> Any:
    return rate(label, default=Decimal(25), group="maturite")


def _signal(label: str, help: str) -> Any:
    return asked(label, default=Signal.INCONNU, group="signaux", help=help)


def _signe(label: str, help: str = "") -> Any:
    return asked(label, default=False, group="alerte", help=help)


class QualificationBantInputs(Inputs):
    """One prospect, on the day it is rated."""

    GROUPS: ClassVar[tuple[Group, ...]] = (
        Group("essentiel", "L’essentiel"),
        Group("signaux", "Signaux d’achat"),
        Group("alerte", "Signes d’un projet mort"),
        Group("maturite", "Maturité du prospect"),
    )

    date_evaluation: date = asked("Date de l’évaluation", group="essentiel", example="01/06/2026")
    besoin: int = _note(
        "Besoin",
        "De 0, non exprimé, au plus haut, chiffré et urgent. L’échelle courante va jusqu’à 4.",
        group="essentiel",
    )
    budget: int = _note(
        "Budget", "De 0, inconnu, au plus haut, validé et disponible.", group="essentiel"
    )
    autorite: int = _note(
        "Autorité", "De 0, simple utilisateur, au plus haut, décideur rencontré.", group="essentiel"
    )
    methode: Methode = asked("Critères comptés", default=Methode.BANT, group="essentiel")
    calendrier: int | None = _note(
        "Calendrier",
        "De 0, sans échéance, au plus haut, date de décision connue. Vide, il ne compte pas.",
        default=None, group="essentiel", shown_when="methode=bant",
    )  # fmt: skip

    partage: Signal = _signal(
        "Partage ses informations", "Organisation, chiffres, contraintes, sans qu’on insiste."
    )
    decideurs: Signal = _signal(
        "Fait venir d’autres décideurs", "Il propose un rendez-vous à plusieurs."
    )
    evocation_budget: Signal = _signal(
        "Parle du budget", "Il évoque ses contraintes budgétaires ou la procédure d’achat."
    )

    sans_sponsor: bool = _signe("Aucun sponsor interne")
    contexte_defavorable: bool = _signe("Contexte économique défavorable")
    budget_fantome: bool = _signe("Budget fantôme", "Annoncé, jamais validé ni inscrit.")
    besoin_peu_pressant: bool = _signe("Besoin peu pressant")

    processus: int | None = _maturite(
        "Processus actuels", "L’échelle courante va de 0 à 4 ; notez les quatre points, ou aucun."
    )
    technologie: int | None = _maturite(
        "Niveau technologique", "De 0, inadapté, au plus haut, prêt."
    )
    contraintes: int | None = _maturite(
        "Contraintes réglementaires", "De 0, bloquantes, au plus haut, connues et traitées."
    )
    changement: int | None = _maturite(
        "Capacité à absorber le changement", "De 0, aucune, au plus haut, éprouvée."
    )
    poids_processus: Decimal = rate(
        "Poids des processus", default=Decimal(25), group="maturite",
        help="À parts égales si vous n’avez pas de préférence ; 100 % en tout au plus.",
    )  # fmt: skip
    poids_technologie: Decimal = _poids("Poids de la technologie")
    poids_contraintes: Decimal = _poids("Poids des contraintes")
    poids_changement: Decimal = _poids("Poids du changement")

    @property
    def criteres(self) -> tuple[str, ...]:
        """The criteria that count, in order."""
        timed = () if self.methode is Methode.BAN or self.sans_echeance else ("calendrier",)
        return ("besoin", "budget", "autorite", *timed)

    @property
    def sans_echeance(self) -> bool:
        """Whether the timing was asked and left without a note."""
        return self.methode is Methode.BANT and self.calendrier is None

    @property
    def maturite_notee(self) -> bool:
        """Whether the four points of maturity are rated."""
        return self.processus is not None

    def observes(self, signal: Signal) -> int:
        """How many of the buying signals are of this kind."""
        return sum(getattr(self, name) is signal for name in SIGNAUX)

    @property
    def signes(self) -> tuple[str, ...]:
        """The signs of a dead project that were ticked."""
        return tuple(name for name in words.SIGNES if getattr(self, name))

    @model_validator(mode="after")
    def _rules(self) -> Self:
        missing = [name for name in MATURITES if getattr(self, name) is None]
        if missing and len(missing) < len(MATURITES):
            raise InputError(missing[0], words.QUATRE_POINTS)
        if sum(self._poids()) > 100:
            raise InputError("poids_changement", words.POIDS)
        return self

    def _poids(self) -> Iterator[Decimal]:
        return (getattr(self, f"poids_{name}") for name in MATURITES)
