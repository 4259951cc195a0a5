"""The files of fixtures/reperes/: what an article claims, as cards to choose from.

They hold words; every range is that of a rate, named by the first part of its codes.
"""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from django.conf import settings
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from calculators.catalogue import calculators
from sellerdesk.rates.fixtures import read_as

FOLDER = Path("fixtures") / "reperes"
PLACES = ("{bas}", "{haut}")

type Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
type Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+$", max_length=100)]


class Niveau(StrEnum):
    """How much something asks, in order."""

    FAIBLE = "faible"
    MOYENNE = "moyenne"
    ELEVEE = "elevee"


RANKS = {niveau: rank for rank, niveau in enumerate(Niveau)}


def _niveau(word: Any) -> Niveau:
    if word not in list(Niveau):
        raise ValueError(f"{', '.join(Niveau)} : l’un de ces mots attendu")
    return Niveau(word)


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Dit(_Strict):
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
    list[Annotated[Niveau, BeforeValidator(_niveau)]], Field(min_length=1, max_length=2)
]


class Fiche(_Strict):
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


class ReperesFile(_Strict):
    """A whole file."""

    titre: Text
    source: Text
    calculateur: Text
    fiches: list[Fiche] = Field(min_length=1)
    autres: list[Dit] = Field(default_factory=list)

    @model_validator(mode="after")
    def _coherent(self) -> "ReperesFile":
        if self.calculateur not in calculators():
            raise ValueError(f"aucun calcul ne s’appelle « {self.calculateur} »")
        codes = [one.code for one in self.fiches]
        if repeated := next((code for code in codes if codes.count(code) > 1), None):
            raise ValueError(f"fiche « {repeated} » : code déjà employé")
        return self


@cache
def fidelite() -> ReperesFile:
    """The cards on loyalty programmes; FixtureError at the first fault."""
    path = Path(settings.BASE_DIR) / FOLDER / "fidelite.yaml"
    return read_as(ReperesFile, path, path.name)
