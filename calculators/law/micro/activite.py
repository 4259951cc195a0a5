"""What is asked of a small business whatever its status: where it is, since when, with ACRE or not.

class SuiviInputs(ActiviteInputs):
    GROUPS = (Group("essentiel", "L’essentiel"), GROUPE_ACTIVITE, GROUPE_CREATION)
"""

from datetime import date
from typing import Self

from pydantic import model_validator

from calculators.kit.fields import Group, Inputs, asked, year
from calculators.kit.messages import InputError
from calculators.law.micro.categories import Caisse, Registre, Territoire

GROUPE_ACTIVITE = Group("activite", "Votre activité")
GROUPE_CREATION = Group("acre", "Création et Acre")
CREATION_APRES = "L’activité ne peut pas commencer après la fin de l’année calculée."
ACRE_SANS_DATE = "Donnez la date de début de l’activité : elle décide de l’Acre."


class CreationInputs(Inputs):
    """A civil year, the register, the day of creation and ACRE."""

    annee: int = year("Année", group="essentiel", example="2026")
    registre: Registre = asked(
        "Vous êtes",
        default=Registre.COMMERCANT,
        group=GROUPE_ACTIVITE.code,
        help="Un artisan fabrique, répare ou transforme : sa formation et sa taxe sont autres.",
    )
    date_creation: date | None = asked(
        "Début de l’activité",
        default=None,
        group=GROUPE_CREATION.code,
        help="Elle décide de l’Acre, du plafond de la première année et des déclarations.",
        example="01/03/2026",
    )
    acre: bool = asked(
        "J’ai l’Acre",
        default=False,
        group=GROUPE_CREATION.code,
        help="Accordée par l’Urssaf, à demander dans les 60 jours depuis 2026.",
    )

    @model_validator(mode="after")
    def _creation(self) -> Self:
        if self.date_creation is not None and self.date_creation.year > self.annee:
            raise InputError("date_creation", CREATION_APRES)
        if self.acre and self.date_creation is None:
            raise InputError("acre", ACRE_SANS_DATE)
        return self


class ActiviteInputs(CreationInputs):
    """The same, with what only a micro-entrepreneur is asked."""

    caisse: Caisse = asked(
        "Retraite de l’activité libérale", default=Caisse.SSI, group=GROUPE_ACTIVITE.code
    )
    territoire: Territoire = asked("Où", default=Territoire.GENERAL, group=GROUPE_ACTIVITE.code)
