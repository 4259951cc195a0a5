"""The files of fixtures/ecarts/: where we depart from another authority's calculation, and why.

They hold texts and inputs, never an amount: both amounts of an example are computed.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from django.conf import settings
from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from calculators.catalogue import calculators
from calculators.kit.calculator import Calculator
from calculators.kit.fields import Inputs, field_specs
from sellerdesk.desk.reading import json_values, validated
from sellerdesk.desk.word_files import Text, check_calculator, check_once, one_of
from sellerdesk.rates.errors import FixtureError
from sellerdesk.rates.fixture_schema import Strict, Trust
from sellerdesk.rates.fixtures import read_as
from sellerdesk.rates.variants import variants

FOLDER = Path("fixtures") / "ecarts"

type Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=100)]


class Genre(StrEnum):
    """What kind of departure it is, in the order of the page."""

    DROIT = "droit"
    PERIMETRE = "perimetre"
    INFORMATION = "information"


def _answer(value: Any) -> str:
    """An input as an address carries it."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    return str(value)


class Exemple(Strict):
    """One calculation, by the law and as the other authority does it."""

    calculateur: Text
    entrees: dict[str, Any]
    entrees_moteur: dict[str, Any]
    ligne: Text
    ligne_moteur: str = ""
    unite: str = ""  # the singular of what a line without a unit counts
    variante: str = ""  # of the rates, where no input of the calculator asks for it

    @property
    def calculator(self) -> Calculator:
        """The calculator of both amounts."""
        return calculators()[self.calculateur]

    @property
    def of_the_law(self) -> Inputs:
        """The inputs as given."""
        return self._inputs(self.entrees)

    @property
    def of_the_other(self) -> Inputs:
        """The inputs that read the calculation as the other authority does."""
        return self._inputs(self.entrees | self.entrees_moteur)

    def texts(self, *, other: bool) -> dict[str, str]:
        """The inputs as an address carries them."""
        given = self.entrees | self.entrees_moteur if other else self.entrees
        return {name: _answer(value) for name, value in given.items()}

    def _inputs(self, given: Mapping[str, Any]) -> Inputs:
        model = self.calculator.inputs
        inputs, errors = validated(model, json_values(field_specs(model), given))
        if inputs is None:
            field, said = errors[0]
            raise ValueError(f"entrée « {field} » refusée : {said}")
        return inputs

    @model_validator(mode="after")
    def _computable(self) -> "Exemple":
        check_calculator(self.calculateur)
        if self.variante and self.variante not in variants():
            raise ValueError(f"aucune variante ne s’appelle « {self.variante} »")
        _ = self.of_the_law, self.of_the_other
        return self


class Ecart(Strict):
    """One departure."""

    code: Name
    genre: Annotated[Genre, BeforeValidator(one_of(Genre))]
    titre: Text
    qui: Text
    loi: Text
    reference: Text
    confiance: Trust | None = None
    moteur: Text
    exemple: Exemple | None = None

    @model_validator(mode="after")
    def _complete(self) -> "Ecart":
        if self.genre is Genre.DROIT and self.confiance is None:
            raise ValueError("« confiance » absente : ce que dit la loi en demande une")
        if self.genre is not Genre.INFORMATION and self.exemple is None:
            raise ValueError("« exemple » absent : un écart se chiffre")
        return self


class EcartsFile(Strict):
    """A whole file: every departure from one authority."""

    variante: Name
    titre: Text
    ecarts: list[Ecart] = Field(min_length=1)

    @model_validator(mode="after")
    def _coherent(self) -> "EcartsFile":
        if self.variante not in variants():
            raise ValueError(f"aucune variante ne s’appelle « {self.variante} »")
        check_once((one.code for one in self.ecarts), "écart")
        return self


@cache
def files() -> tuple[EcartsFile, ...]:
    """Every file of the project; FixtureError at the first fault."""
    return read_files(Path(settings.BASE_DIR) / FOLDER)


def read_files(folder: Path) -> tuple[EcartsFile, ...]:
    """The files of a folder, one a variant."""
    found = tuple(read_as(EcartsFile, path, path.name) for path in sorted(folder.glob("*.yaml")))
    names = [file.variante for file in found]
    if len(set(names)) < len(names):
        raise FixtureError("Deux fichiers d’écarts portent sur la même variante.")
    return found
