"""From receipts month by month to what each declaration holds, category by category.

A month of refunds may be negative: a declaration is never below zero, the rest is carried to the
next one. Months are declared from January, or from the creation, to the last one known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from calculators.kit.amounts import Amount, constant, maximum, minimum, rounded, total
from calculators.kit.lines import declared
from calculators.kit.parts import Part, Table
from calculators.kit.units import CENT, EUR, EURO, Rounding
from calculators.law.micro.annee import Assiette, Lignes
from calculators.law.micro.categories import Categorie
from calculators.law.micro.plan import Plan, Segment

ZERO = constant(0, EUR)

type Recettes = Mapping[date, Mapping[Categorie, Amount]]  # by month; a month may lack


class UneAssiette(Part):
    """What a declaration holds of each category, and what is carried to the next one."""

    declare_ventes = declared("Ventes à déclarer", EURO)
    report_ventes = declared("Ventes reportées", CENT)
    declare_services = declared("Prestations à déclarer", EURO)
    report_services = declared("Prestations reportées", CENT)
    declare_liberal = declared("Libéral à déclarer", EURO)
    report_liberal = declared("Libéral reporté", CENT)
    cotisations = declared("Cotisations", CENT)


@dataclass(frozen=True, slots=True)
class Periode:
    """A segment cut at the last month known, of a declaration that may not be over."""

    segment: Segment
    en_cours: bool

    @property
    def libelle(self) -> str:
        """« mars », « avril à mai (en cours) »."""
        return f"{self.segment.libelle} (en cours)" if self.en_cours else self.segment.libelle


def periodes(plan: Plan, dernier: date, *, entame: bool = False) -> list[Periode]:
    """The segments up to the last month known; the declaration of the last one may not be over.

    `entame` says that the last month is known up to some day of it only.
    """
    found = []
    for segment in plan.segments:
        months = tuple(month for month in segment.mois if month <= dernier)
        if months:
            last = segment.declaration.mois[-1]
            pending = last > dernier or (entame and last == dernier)
            found.append(Periode(replace(segment, mois=months), pending))
    return found


def recettes(periode: Periode, months: Recettes, categorie: Categorie) -> Amount:
    """What was received of a category over a period."""
    known = (months.get(month, {}).get(categorie) for month in periode.segment.mois)
    return total(amount for amount in known if amount is not None)


def assiettes(
    rows: Table[UneAssiette], periods: Sequence[Periode], months: Recettes,
    categories: Sequence[Categorie], grille: Rounding,
) -> list[Lignes]:  # fmt: skip
    """Fill the table of what is declared; return it as the year's declarations."""
    carried: dict[Categorie, Amount] = {}
    found = []
    for number, period in enumerate(periods, start=1):
        row = rows.row(str(number), period.libelle)
        held = []
        for categorie in categories:
            received = recettes(period, months, categorie)
            if categorie in carried:
                received = received + carried[categorie]
            base = row.assign(f"declare_{categorie.nom}", maximum(received, ZERO), grille)
            carried[categorie] = row.assign(
                f"report_{categorie.nom}", minimum(received, ZERO), CENT
            )
            held.append(Assiette(categorie, base))
        segment = period.segment
        found.append(Lignes(period.libelle, 1, segment.taux, segment.acre, tuple(held)))
    return found


def autre_rythme(
    rows: Table[UneAssiette], periods: Sequence[Periode], months: Recettes,
    categories: Sequence[Categorie], grille: Rounding,
) -> Amount:  # fmt: skip
    """The contributions of the same receipts declared at another frequency."""
    held = assiettes(rows, periods, months, categories, grille)
    for (_, _, row), each in zip(rows, held, strict=True):
        pairs = zip(each.assiettes, each.taux.cotisations, strict=True)
        row.cotisations = total([rounded(a.fois(taux), grille) for a, taux in pairs])
    return total(rows.column("cotisations"))
