"""Who is paid and by whom: the choices and amounts that a payslip depends on besides the gross."""

from collections.abc import Hashable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calculators.kit.amounts import Amount
from calculators.kit.days import Day
from calculators.kit.fields import Choice, Group, Inputs, asked, money, rate
from calculators.kit.lines import Sheet
from calculators.kit.seeking import signature

GROUPE_PAIE = Group("paie", "L’employeur et le contrat")


class Statut(Choice):
    """How the person is affiliated."""

    CADRE = "cadre", "Cadre"
    NON_CADRE = "non_cadre", "Non-cadre"
    ASSIMILE = "assimile", "Président de SAS ou gérant minoritaire (assimilé salarié)"

    @property
    def est_salarie(self) -> bool:
        """An employee has unemployment insurance and what goes with it: C. trav. L5422-13."""
        return self is not Statut.ASSIMILE


class Effectif(Choice):
    """How many employees the company has, by the thresholds of the contributions."""

    MOINS_DE_11 = "moins_de_11", "Moins de 11 salariés"
    DE_11_A_49 = "de_11_a_49", "De 11 à 49 salariés"
    DE_50_A_249 = "de_50_a_249", "De 50 à 249 salariés"
    DE_250_A_1999 = "de_250_a_1999", "De 250 à 1 999 salariés"
    DEPUIS_2000 = "depuis_2000", "2 000 salariés et plus"

    @property
    def onze(self) -> bool:
        """11 employees or more."""
        return self is not Effectif.MOINS_DE_11

    @property
    def cinquante(self) -> bool:
        """50 employees or more."""
        return self not in (Effectif.MOINS_DE_11, Effectif.DE_11_A_49)

    @property
    def deux_cent_cinquante(self) -> bool:
        """250 employees or more."""
        return self in (Effectif.DE_250_A_1999, Effectif.DEPUIS_2000)


class Alternants(Choice):
    """Which share of the staff is in training: C. trav. L6242-1."""

    CINQ = "depuis_5", "5 % et plus"
    TROIS_A_CINQ = "de_3_a_5", "De 3 à moins de 5 %"
    DEUX_A_TROIS = "de_2_a_3", "De 2 à moins de 3 %"
    UN_A_DEUX = "de_1_a_2", "De 1 à moins de 2 %"
    MOINS_DE_UN = "moins_de_1", "Moins de 1 %"


@dataclass(slots=True, eq=False)
class Profil:
    """The choices fix the shape; the amounts are traced, None taking the default of the law."""

    statut: Statut
    effectif: Effectif
    sante: Amount  # the health cover's whole price a month
    sante_employeur: Amount  # the employer's share of it, a percentage
    cdd: bool = False
    alternants: Alternants = Alternants.CINQ
    alsace_moselle: bool = False
    atmp: Amount | None = None  # none: the national average
    mobilite: Amount | None = None  # the town's rate, due from 11 employees
    prevoyance: Amount | None = None  # none: the minimum of executives; for others, nothing
    prevoyance_salarie: Amount | None = None
    formation: Amount | None = None  # what a branch adds to the legal training contribution

    def signature(self, on: Day, *more: Any) -> Hashable:
        """What fixes the formulas of a payslip, and of a trial that also depends on `more`."""
        known = [getattr(self, name) for name in self.__slots__]
        return signature(on.name, on.value, *known, *more)


class PaieInputs(Inputs):
    """The fields of a payslip, mixed into the inputs of a calculator."""

    statut: Statut = asked("Statut", default=Statut.CADRE, group=GROUPE_PAIE.code, example="Cadre")
    effectif: Effectif = asked(
        "Effectif de l’entreprise",
        default=Effectif.DE_250_A_1999,
        group=GROUPE_PAIE.code,
        help="Il décide du Fnal, de la formation, du forfait social et de la réduction générale.",
        example="De 250 à 1 999 salariés",
    )
    cdd: bool = asked(
        "Contrat à durée déterminée", default=False, group=GROUPE_PAIE.code, example="non"
    )
    taux_atmp: Decimal | None = rate(
        "Taux accidents du travail",
        default=None,
        group=GROUPE_PAIE.code,
        help="Notifié chaque année à l’établissement. Vide : le taux moyen national.",
        example="0,70",
    )
    taux_mobilite: Decimal = rate(
        "Versement mobilité",
        default=Decimal(0),
        group=GROUPE_PAIE.code,
        help="Taux de la commune du lieu de travail, dû à partir de 11 salariés.",
        example="3,20",
    )
    sante: Decimal = money(
        "Complémentaire santé, par mois",
        default=Decimal(40),
        group=GROUPE_PAIE.code,
        help="Prix entier, part de l’employeur comprise.",
        example="40,00",
    )
    taux_sante_employeur: Decimal = rate(
        "Part de l’employeur dans la santé",
        default=Decimal(50),
        group=GROUPE_PAIE.code,
        help="La moitié au moins : CSS L911-7.",
        example="50,00",
    )
    taux_prevoyance: Decimal | None = rate(
        "Prévoyance à la charge de l’employeur",
        default=None,
        group=GROUPE_PAIE.code,
        help="En part de la tranche 1. Vide : le minimum des cadres, rien pour les autres.",
        example="1,50",
    )
    taux_prevoyance_salarie: Decimal | None = rate(
        "Prévoyance à la charge du salarié",
        default=None,
        group=GROUPE_PAIE.code,
        help="En part de la tranche 1.",
        example="0,50",
    )
    alternants: Alternants = asked(
        "Part d’alternants",
        default=Alternants.CINQ,
        group=GROUPE_PAIE.code,
        help="Compte à partir de 250 salariés : contribution supplémentaire à l’apprentissage.",
        example="5 % et plus",
    )
    alsace_moselle: bool = asked(
        "Travail en Alsace-Moselle", default=False, group=GROUPE_PAIE.code, example="non"
    )


def profil(sheet: Sheet) -> Profil:
    """What these inputs say of a payslip."""
    given = sheet.inputs
    assert isinstance(given, PaieInputs)  # noqa: S101  narrows the type

    def optional(name: str) -> Amount | None:
        return None if getattr(given, name) is None else sheet[name]

    return Profil(
        statut=Statut[given.statut.name], effectif=given.effectif, cdd=given.cdd,
        alternants=given.alternants, alsace_moselle=given.alsace_moselle, sante=sheet["sante"],
        sante_employeur=sheet["taux_sante_employeur"], atmp=optional("taux_atmp"),
        mobilite=sheet["taux_mobilite"], prevoyance=optional("taux_prevoyance"),
        prevoyance_salarie=optional("taux_prevoyance_salarie"),
    )  # fmt: skip
