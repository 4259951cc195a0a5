"""The files of fixtures/reperes/: what an article claims, as cards to choose from.

They hold words; every range is that of a rate, named by the first part of its codes.
"""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated

from django.conf import settings
from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from sellerdesk.desk.word_files import Text, check_calculator, check_once, one_of
from sellerdesk.rates.fixture_schema import Strict
from sellerdesk.rates.fixtures import read_as

FOLDER = Path("fixtures") / "reperes"
PLACES = ("{bas}", "{haut}")

type Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+$", max_length=100)]


class Niveau(StrEnum):
    """How much something asks, in order."""

    FAIBLE = "faible"
    MOYENNE = "moyenne"
    ELEVEE = "elevee"


RANKS = {niveau: rank for rank, niveau in enumerate(Niveau)}


class Dit(Strict):
    """One claim; with a rate, `{bas}` and `{haut}` stand for its two ends."""

    dit: Text
    bareme: Name | None = None
    reserve: str = ""

    @model_validator(mode="after")
    def _complete(self) -> "Dit":
        missing = [place for place in PLACES if place not in self.dit]
        if self.bareme is not None and missing:
            raise ValueError(f"« {missing[0]} » absent de « dit »")
        if self.bareme is None and len(missing) < len(PLACES):
            raise ValueError("« bareme » absent : il donne les deux bornes")
        return self


type Etendue = Annotated[
    list[Annotated[Niveau, BeforeValidator(one_of(Niveau))]], Field(min_length=1, max_length=2)
]


class Fiche(Strict):
    """One card."""

    code: Name
    titre: Text
    complexite: Etendue
    ressources: Etendue
    demande: Text
    moyens: Text
    resultats: list[Dit] = Field(min_length=1)
    usages: Text
    avantage: Text

    @model_validator(mode="after")
    def _ordered(self) -> "Fiche":
        for name in ("complexite", "ressources"):
            ranks = [RANKS[niveau] for niveau in getattr(self, name)]
            if ranks != sorted(set(ranks)):
                raise ValueError(f"« {name} » : du plus faible au plus élevé")
        return self


class ReperesFile(Strict):
    """A whole file."""

    titre: Text
    source: Text
    calculateur: Text
    fiches: list[Fiche] = Field(min_length=1)
    autres: list[Dit] = Field(default_factory=list)

    @model_validator(mode="after")
    def _coherent(self) -> "ReperesFile":
        check_calculator(self.calculateur)
        check_once((one.code for one in self.fiches), "fiche")
        return self


@cache
def fidelite() -> ReperesFile:
    """The cards on loyalty programmes; FixtureError at the first fault."""
    path = Path(settings.BASE_DIR) / FOLDER / "fidelite.yaml"
    return read_as(ReperesFile, path, path.name)
