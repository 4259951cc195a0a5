"""What the files of words share (fixtures/ecarts, fixtures/reperes): strict, checked by name."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Annotated, Any

from pydantic import StringConstraints

from calculators.catalogue import calculators

type Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


def one_of[W: StrEnum](kind: type[W]) -> Callable[[Any], W]:
    """Read one of a few words; ValueError names them all."""

    def read(word: Any) -> W:
        if word not in list(kind):
            raise ValueError(f"{', '.join(kind)} : l’un de ces mots attendu")
        return kind(word)

    return read


def check_calculator(slug: str) -> None:
    """ValueError when no calculator has this name."""
    if slug not in calculators():
        raise ValueError(f"aucun calcul ne s’appelle « {slug} »")


def check_once(codes: Iterable[str], what: str) -> None:
    """ValueError when two of these share a code."""
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise ValueError(f"{what} « {code} » : code déjà employé")
        seen.add(code)
