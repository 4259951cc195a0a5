"""A deal once computed, and sums of deals that a spreadsheet can write."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from calculators.catalogue.prevision_b2b.inputs import Affaire
from calculators.catalogue.prevision_b2b.lines import PrevisionB2b, UneAffaire
from calculators.kit.amounts import Amount, total

RUN = 200  # terms of a sum that a spreadsheet can write one by one


@dataclass(frozen=True, slots=True)
class Suivie:
    """A deal with what was computed of it."""

    rang: int
    nom: str
    given: Affaire
    ligne: UneAffaire
    cloture: date
    jours: int  # without contact, when it sleeps; else 0
    sortie: bool  # of the forecast, since it sleeps


def lignes(deals: Iterable[Suivie], column: str) -> list[Amount]:
    """The cells of a column that these deals have."""
    return [deal.ligne.lines[column] for deal in deals if column in deal.ligne.lines]


def somme(m: PrevisionB2b, key: str, label: str, column: str, terms: Sequence[Amount]) -> Amount:
    """A sum, in runs when it is too long for a spreadsheet and not a whole column."""
    if len(terms) <= RUN or len(terms) == len(m.inputs.affaires):
        return total(terms)
    for rank, start in enumerate(range(0, len(terms), RUN), start=1):
        place = f"{key}r{rank}"
        known = m.sommes.rows.get(place)
        row = known[1] if known else m.sommes.row(place, f"{label}, {rank}")
        setattr(row, column, total(terms[start : start + RUN]))
    rows = (row for place, _, row in m.sommes if place.startswith(f"{key}r"))
    return total(row.lines[column] for row in rows if column in row.lines)
