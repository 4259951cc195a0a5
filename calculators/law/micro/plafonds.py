"""How far each ceiling is: the micro regime's (CGI 50-0, 102 ter) and the VAT franchise's (293 B).

The micro ceiling of the first year is in proportion to its days, over 365. It is left after two
years in a row above it. A day of crossing supposes that the year goes on at the same pace; where
the receipts of each month are known, that they came evenly over the days of the month.

Classified furnished lets are lodging: the franchise counts them with sales. So did the micro
regime until the income of 2025 (law of 19 November 2024), which counts them with services.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from calculators.kit.amounts import Amount, constant, floor, minimum, rounded, total, when
from calculators.kit.charts.specs import Gauge, Gauges
from calculators.kit.days import Day
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part, Table
from calculators.kit.rates import RateCode
from calculators.kit.units import BILLIONTH, CENT, DATE, DAYS, EUR, EXACT, PERCENT, PERCENT_CENT
from calculators.law.micro.categories import MEUBLES, VENTES, Categorie

SEUIL_VENTES = RateCode("seuil_micro_vente_hebergement", EUR)
SEUIL_SERVICES = RateCode("seuil_micro_service_bnc", EUR)
SEUIL_MEUBLES = RateCode("seuil_micro_meuble_tourisme_classe_et_chambre_hote", EUR)
TVA_BASE_VENTES = RateCode("tva_franchise_base_ventes_hebergement", EUR)
TVA_BASE_SERVICES = RateCode("tva_franchise_base_services", EUR)
TVA_MAJORE_VENTES = RateCode("tva_franchise_majore_ventes_hebergement", EUR)
TVA_MAJORE_SERVICES = RateCode("tva_franchise_majore_services", EUR)
CODES = (SEUIL_VENTES, SEUIL_SERVICES, SEUIL_MEUBLES, TVA_BASE_VENTES, TVA_BASE_SERVICES,
         TVA_MAJORE_VENTES, TVA_MAJORE_SERVICES)  # fmt: skip
# What is drawn of the table of ceilings; a ceiling that a year does not have is left out.
JAUGES = Gauges(
    "plafonds",
    "Vos plafonds",
    tuple(
        Gauge(f"plafonds_{row}_ca", f"plafonds_{row}_plafond", label)
        for row, label in (
            ("micro", "Régime micro"),
            ("micro_services", "Régime micro, services"),
            ("micro_meubles", "Régime micro, meublés"),
            ("tva_base", "Franchise de TVA"),
            ("tva_majore", "Franchise de TVA, seuil majoré"),
            ("tva_base_services", "Franchise de TVA, services"),
            ("tva_majore_services", "Services, seuil majoré"),
        )
    ),
)
MEUBLES_AVEC_SERVICES = 2025
JOURS_PRORATA = constant(365)
UN_JOUR = constant(1, DAYS)


class UnPlafond(Part):
    """One ceiling and where the year stands."""

    plafond = declared("Plafond", CENT)
    ca = declared("Chiffre d’affaires", CENT)
    projection = declared("Fin d’année, à ce rythme", CENT)
    reste_avant = declared("Reste avant le plafond", CENT)
    part_utilisee = declared("Utilisé", PERCENT_CENT, unit=PERCENT)
    jour = declared("Dépassé le", EXACT, unit=DATE, absent="non dépassé")


class UnMoisConnu(Part):
    """What came in during a month, and since the start of the year."""

    recettes = declared("Recettes", CENT)
    cumul = declared("Cumul", CENT)
    recettes_services = declared("Services", CENT)
    cumul_services = declared("Cumul des services", CENT)


@dataclass(slots=True, eq=False)
class MoisConnu:
    """A month whose receipts are known: its first day of activity, its days, its lines."""

    debut: Amount
    jours: Amount
    lignes: UnMoisConnu


@dataclass(slots=True, eq=False)
class Rythme:
    """The days over which the turnover was received, of those that the year has from its start."""

    debut: Amount
    jours: Amount
    jours_annee: Amount
    premiere_annee: bool
    mois: Sequence[MoisConnu] = ()

    @property
    def est_en_cours(self) -> bool:
        """Whether the year is not over."""
        return self.jours is not self.jours_annee


def rythme(sheet: Sheet, annee: int, creation: str | None, arrete: Day | None = None) -> Rythme:
    """The whole year, or from the creation when it falls in it (the name of its field).

    `arrete` is the last day whose receipts are known, when the year is not over.
    """
    last = sheet.moment(date(annee, 12, 31)).amount
    first = sheet.moment(date(annee, 1, 1)) if creation is None else sheet.day(creation)
    whole = last - first.amount + UN_JOUR
    elapsed = whole if arrete is None else arrete.amount - first.amount + UN_JOUR
    return Rythme(first.amount, elapsed, whole, creation is not None)


def seuil_micro(categories: Iterable[Categorie], annee: int) -> RateCode:
    """The ceiling that the whole turnover of these categories has in a year."""
    return SEUIL_VENTES if _vendu(categories, annee) else SEUIL_SERVICES


def prorata(limit: Amount, pace: Rythme) -> Amount:
    """A ceiling in proportion to the days of a first year, never above the whole one."""
    return minimum(limit, limit * (pace.jours_annee / UN_JOUR) / JOURS_PRORATA)


def _vendu(categories: Iterable[Categorie], annee: int) -> list[Categorie]:
    """The categories that the micro regime counts with sales."""
    avec_ventes = (VENTES,) if annee >= MEUBLES_AVEC_SERVICES else (VENTES, MEUBLES)
    return [c for c in categories if c in avec_ventes]


def plafonds(
    rows: Table[UnPlafond], sheet: Sheet, bases: Mapping[Categorie, Amount], annee: int,
    pace: Rythme,
) -> None:  # fmt: skip
    """Fill the table: a row for each ceiling that these categories have."""
    plafonds_micro(rows, sheet, bases, annee, pace)
    _franchise(rows, sheet, bases, annee, pace)


def plafonds_micro(
    rows: Table[UnPlafond], sheet: Sheet, bases: Mapping[Categorie, Amount], annee: int,
    pace: Rythme,
) -> None:  # fmt: skip
    """The ceilings of the micro regime alone, in proportion to the first year's days."""
    on = sheet.moment(date(annee, 1, 1))

    def row(key: str, label: str, code: RateCode, ca: Amount, services: bool = False) -> None:
        limit: Amount = sheet.rate(code, on)
        if pace.premiere_annee:
            limit = prorata(limit, pace)
        _plafond(rows.row(key, label), limit, ca, pace, services=services)

    sold = _vendu(bases, annee)
    services = [base for categorie, base in bases.items() if categorie not in sold]
    row("micro", "Régime micro", seuil_micro(bases, annee), total(bases.values()))
    if sold and services:
        row("micro_services", "Régime micro, services", SEUIL_SERVICES, total(services), True)
    if MEUBLES in bases and len(bases) > 1 and MEUBLES not in sold:
        row("micro_meubles", "Régime micro, meublés", SEUIL_MEUBLES, bases[MEUBLES])


def _franchise(
    rows: Table[UnPlafond], sheet: Sheet, bases: Mapping[Categorie, Amount], annee: int,
    pace: Rythme,
) -> None:  # fmt: skip
    on = sheet.moment(date(annee, 1, 1))

    def row(key: str, label: str, code: RateCode, ca: Amount, services: bool = False) -> None:
        limit: Amount = sheet.rate(code, on)
        if pace.premiere_annee and key.startswith("tva_base"):
            limit = prorata(limit, pace)  # judged on a whole year: CAA Paris, 1 July 2022
        _plafond(rows.row(key, label), limit, ca, pace, services=services)

    every = total(bases.values())
    sold = [categorie for categorie in bases if categorie in (VENTES, MEUBLES)]
    services = [base for categorie, base in bases.items() if categorie not in sold]
    row("tva_base", "Franchise de TVA", TVA_BASE_VENTES if sold else TVA_BASE_SERVICES, every)
    majore = TVA_MAJORE_VENTES if sold else TVA_MAJORE_SERVICES
    row("tva_majore", "Franchise de TVA, seuil majoré", majore, every)
    if sold and services:
        served = total(services)
        row("tva_base_services", "Franchise de TVA, services", TVA_BASE_SERVICES, served, True)
        row("tva_majore_services", "Services, seuil majoré", TVA_MAJORE_SERVICES, served, True)


def _plafond(
    row: UnPlafond, limit: Amount, ca: Amount, pace: Rythme, *, services: bool
) -> None:  # fmt: skip
    row.plafond = limit
    row.ca = ca
    row.reste_avant = row.plafond - row.ca
    row.part_utilisee = row.ca / row.plafond
    reached: Amount = row.ca
    if pace.est_en_cours:
        row.projection = row.ca * (pace.jours_annee / pace.jours)
        reached = row.projection
    passed = when(reached > row.plafond, row.ca, constant(0, EUR))  # 0: not passed, no day
    day = pace.debut + floor(rounded(row.plafond / passed * pace.jours, BILLIONTH))
    if pace.mois:
        day = when(row.ca > row.plafond, _jour_connu(row, pace.mois, day, services=services), day)
    row.jour = day


def _jour_connu(
    row: UnPlafond, mois: Sequence[MoisConnu], otherwise: Amount, *, services: bool
) -> Amount:  # fmt: skip
    """The day on which the first month to pass the ceiling does."""
    suffix = "_services" if services else ""
    found = otherwise
    for number in reversed(range(len(mois))):
        month = mois[number]
        reached = month.lignes.lines[f"cumul{suffix}"]
        received = month.lignes.lines[f"recettes{suffix}"]
        before = mois[number - 1].lignes.lines[f"cumul{suffix}"] if number else constant(0, EUR)
        days = (row.plafond - before) / received * month.jours
        found = when(reached > row.plafond, month.debut + floor(rounded(days, BILLIONTH)), found)
    return found
