"""A year as its declarations see it: which months each one covers, at which rates.

A run of months of one declaration at the same rates is a segment; a declaration in which a rate
changes has two. Nothing here depends on an amount, so a plan is made once for a book and shared.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from calculators.kit import readings
from calculators.kit.amounts import Amount, Rate
from calculators.kit.days import Day
from calculators.kit.lines import Sheet
from calculators.kit.rates import RateCode
from calculators.law.micro import taux
from calculators.law.micro.calendrier import Declaration, Periodicite, declarations, libelle
from calculators.law.micro.categories import (
    BRANCHES,
    CATEGORIES,
    CFP_ARTISAN,
    Categorie,
    Registre,
    Territoire,
)
from calculators.law.micro.taux import Creation

CODES = (
    *taux.CODES,
    *dict.fromkeys((CFP_ARTISAN, *(c.cfp for c in CATEGORIES))),
    *(c.versement for c in CATEGORIES[:3] if c.versement is not None),
    *dict.fromkeys(
        code
        for c in CATEGORIES
        for registre in Registre
        for place in Territoire
        if (code := c.taxe_chambre(registre, place)) is not None
    ),
)


@dataclass(frozen=True, slots=True)
class Regime:
    """The choices and dates that fix the rates of a year."""

    annee: int
    categories: tuple[Categorie, ...]
    periodicite: Periodicite
    registre: Registre
    territoire: Territoire
    creation: Creation | None
    acre: bool
    jour_des_taux: date | None = None  # the rates of one day for the whole year
    mois_egaux: bool = False  # twelve months, whatever the date of creation


@dataclass(frozen=True, slots=True, eq=False)
class Taux:
    """The rates of a month, one a category in the regime's order (None: no such levy)."""

    cotisations: tuple[Amount, ...]
    plein: tuple[Amount | None, ...]  # the full rate, where ACRE reduces it
    cfp: tuple[Rate, ...]
    chambre: tuple[Rate | None, ...]
    versement: tuple[Rate | None, ...]
    repartition: tuple[tuple[Rate, ...], ...]  # the share of each branch; none: not known

    @property
    def cle(self) -> tuple[int, ...]:
        """Which versions of which rates it is made of."""
        every = (*self.cotisations, *self.cfp, *self.chambre, *self.versement)
        leaves = (leaf for a in every if a is not None for leaf in readings.leaves(a))
        return tuple(id(leaf) for leaf in leaves if isinstance(leaf, Rate))


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """A run of months of one declaration at the same rates."""

    mois: tuple[date, ...]
    declaration: Declaration
    taux: Taux
    acre: bool

    @property
    def libelle(self) -> str:
        """« mars », « janvier à mars »."""
        return libelle(self.mois)


@dataclass(frozen=True, slots=True, eq=False)
class Groupe:
    """Declarations that are alike: same number of months, same rates."""

    segments: tuple[Segment, ...]
    libelle: str  # « janvier à décembre, chaque mois », « mars à juin »
    mois: int  # how many months each one covers
    nombre: int  # how many they are
    taux: Taux
    acre: bool  # whether ACRE reduces them

    @classmethod
    def of(cls, segments: Sequence[Segment]) -> "Groupe":
        """Describe them once: a plan is shared by every calculation."""
        first, number = segments[0], len(segments)
        each = len(first.mois)
        label = libelle(tuple(month for s in segments for month in s.mois))
        every = {1: "chaque mois", 3: "chaque trimestre"}.get(each, "")
        if number > 1 and every:
            label = f"{label}, {every}"
        return cls(tuple(segments), label, each, number, first.taux, first.acre)


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """The year of a regime."""

    declarations: tuple[Declaration, ...]
    segments: tuple[Segment, ...]
    groupes: tuple[Groupe, ...]
    mois: int  # months of activity in the year
    change_dans_le_mois: tuple[date, ...]  # months in which a rate changes after the first day


def plan(sheet: Sheet, regime: Regime) -> Plan:
    """The plan of a regime, from the book's memory when it was asked before."""
    key = ("micro", regime)
    known: Plan | None = sheet.rates.memo.get(key)
    if known is None:
        known = sheet.rates.memo[key] = _made(sheet, regime)
    return known


def _made(sheet: Sheet, regime: Regime) -> Plan:
    start = regime.creation.mois if regime.creation and not regime.mois_egaux else None
    declared = declarations(regime.annee, regime.periodicite, start)
    rates = {m: _taux(sheet, regime, m) for d in declared for m in d.mois}
    segments = tuple(s for d in declared for s in _segments(regime, d, rates))
    codes = [code for c in regime.categories for code in (c.cotisations, c.cfp)]
    changing = (m for m in rates if taux.change_dans_le_mois(sheet, codes, m))
    return Plan(declared, segments, tuple(_groupes(segments)), len(rates), tuple(changing))


def _segments(
    regime: Regime, declaration: Declaration, rates: dict[date, Taux]
) -> Iterator[Segment]:
    for _, run in groupby(declaration.mois, key=lambda month: rates[month].cle):
        months = tuple(run)
        yield Segment(months, declaration, rates[months[0]], _acre(regime, months[0]) > 0)


def _groupes(segments: Iterable[Segment]) -> list[Groupe]:
    alike: dict[tuple[object, ...], list[Segment]] = {}
    for s in segments:
        alike.setdefault((len(s.mois), s.taux.cle, s.declaration.premiere), []).append(s)
    return [Groupe.of(found) for found in alike.values()]


def _acre(regime: Regime, month: date) -> int:
    """In which year of ACRE a month falls; 0 when nothing reduces its rate."""
    if not regime.acre or regime.creation is None or regime.territoire is Territoire.DROM:
        return 0
    return 1 if regime.mois_egaux else regime.creation.annee_acre(month)


def _taux(sheet: Sheet, regime: Regime, month: date) -> Taux:
    on = sheet.moment(regime.jour_des_taux or month)
    place = regime.territoire
    year = _acre(regime, month)

    def rate(code: RateCode | None) -> Rate | None:
        return None if code is None else sheet.rate(code, on)

    return Taux(
        cotisations=tuple(
            taux.taux(sheet, c, on, regime.creation, annee_acre=year, territoire=place)
            for c in regime.categories
        ),
        plein=tuple(sheet.rate(c.cotisations, on) if year else None for c in regime.categories),
        cfp=tuple(sheet.rate(c.taux_cfp(regime.registre), on) for c in regime.categories),
        chambre=tuple(rate(_chambre(sheet, regime, c, on)) for c in regime.categories),
        versement=tuple(rate(c.versement) for c in regime.categories),
        repartition=tuple(_repartition(sheet, c, on) for c in regime.categories),
    )


def _chambre(sheet: Sheet, regime: Regime, categorie: Categorie, on: Day) -> RateCode | None:
    """The chamber's tax; before the tables know a local one, the national exemption holds."""
    local = categorie.taxe_chambre(regime.registre, regime.territoire)
    if local is None or sheet.knows(local, on):
        return local
    return categorie.taxe_chambre(regime.registre, Territoire.GENERAL)


def _repartition(sheet: Sheet, categorie: Categorie, on: Day) -> tuple[Rate, ...]:
    codes = [categorie.part(b) for b in BRANCHES] if categorie.repartition else []
    known = all(sheet.knows(code, on) for code in codes)
    return tuple(sheet.rate(code, on) for code in codes) if known else ()
