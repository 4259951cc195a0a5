"""When turnover is declared: CSS R613-8 and following, forms of the Urssaf.

By month, at the end of the next one; by quarter, at the end of the month that follows it. The
first declaration of a new business waits: it covers the month of creation and the three that
follow, or the quarter of creation and the next one.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from calculators.kit.days import months_later
from calculators.kit.fields import Choice

MOIS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre")  # fmt: skip


class Periodicite(Choice):
    """How often turnover is declared."""

    MENSUELLE = "mensuelle", "Chaque mois"
    TRIMESTRIELLE = "trimestrielle", "Chaque trimestre"


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declaration: the months of the year it covers, the last day to send it."""

    mois: tuple[date, ...]
    echeance: date
    premiere: bool = False

    @property
    def libelle(self) -> str:
        """« mars », « janvier à mars »."""
        return libelle(self.mois)


def libelle(mois: tuple[date, ...]) -> str:
    """A run of months as a person says it."""
    first, last = MOIS[mois[0].month - 1], MOIS[mois[-1].month - 1]
    return first if first == last else f"{first} à {last}"


def declarations(
    annee: int, periodicite: Periodicite, creation: date | None = None
) -> tuple[Declaration, ...]:
    """The declarations of a civil year; `creation` is the first day of the month of creation."""
    start = date(annee, 1, 1)
    step = 1 if periodicite is Periodicite.MENSUELLE else 3
    found = []
    if creation is not None and months_later(creation, 6) >= start:
        covered, start = _premiere(creation, periodicite)
        found.append(Declaration(covered, _fin_de_mois(start), premiere=True))
    while start.year <= annee:
        months = tuple(months_later(start, i) for i in range(step))
        found.append(Declaration(months, _fin_de_mois(months_later(start, step))))
        start = months_later(start, step)
    kept = ((d, tuple(m for m in d.mois if m.year == annee)) for d in found)
    return tuple(Declaration(m, d.echeance, d.premiere) for d, m in kept if m)


def _premiere(creation: date, periodicite: Periodicite) -> tuple[tuple[date, ...], date]:
    """The months of the first declaration, and the first month after them."""
    if periodicite is Periodicite.MENSUELLE:
        following = months_later(creation, 4)
    else:
        quarter = date(creation.year, creation.month - (creation.month - 1) % 3, 1)
        following = months_later(quarter, 6)
    months, month = [], creation
    while month < following:
        months.append(month)
        month = months_later(month, 1)
    return tuple(months), following


def _fin_de_mois(first: date) -> date:
    """The last day of the month that starts on a day."""
    return months_later(first, 1) - timedelta(days=1)
