"""How far each ceiling is: the micro regime's (CGI 50-0, 102 ter) and the VAT franchise's (293 B).

The micro ceiling of the first year is in proportion to its days, over 365. It is left after two
years in a row above it. A day of crossing supposes that the year goes on at the same pace.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from calculators.kit.amounts import Amount, constant, floor, rounded, total, when
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
JOURS_PRORATA = constant(365)
UN_JOUR = constant(1, DAYS)


class UnPlafond(Part):
    """One ceiling and where the year stands."""

    plafond = declared("Plafond", CENT)
    ca = declared("Chiffre d’affaires", CENT)
    reste_avant = declared("Reste avant le plafond", CENT)
    part_utilisee = declared("Utilisé", PERCENT_CENT, unit=PERCENT)
    jour = declared("Dépassé le", EXACT, unit=DATE, absent="non dépassé")


@dataclass(frozen=True, slots=True)
class Rythme:
    """The days over which the turnover was received: from a day, so many."""

    debut: Amount
    jours: Amount
    premiere_annee: bool


def rythme(sheet: Sheet, annee: int, creation: str | None) -> Rythme:
    """The whole year, or from the creation when it falls in it (the name of its field)."""
    last = sheet.moment(date(annee, 12, 31))
    if creation is not None:
        start = sheet.day(creation).amount
        return Rythme(start, last.amount - start + UN_JOUR, premiere_annee=True)
    first = sheet.moment(date(annee, 1, 1))
    days = (last.value - first.value).days + 1
    return Rythme(first.amount, constant(days, DAYS), premiere_annee=False)


def plafonds(
    rows: Table[UnPlafond], sheet: Sheet, bases: Mapping[Categorie, Amount], annee: int,
    pace: Rythme,
) -> None:  # fmt: skip
    """Fill the table: a row for each ceiling that these categories have."""
    on = sheet.moment(date(annee, 1, 1))
    every = total(bases.values())
    services = [base for categorie, base in bases.items() if categorie is not VENTES]
    sold = VENTES in bases
    both = sold and bool(services)

    def row(key: str, label: str, code: RateCode, ca: Amount, *, prorata: bool = False) -> None:
        limit: Amount = sheet.rate(code, on)
        if prorata and pace.premiere_annee:
            limit = limit * (pace.jours / UN_JOUR) / JOURS_PRORATA
        _plafond(rows.row(key, label), limit, ca, pace)

    row("micro", "Régime micro", SEUIL_VENTES if sold else SEUIL_SERVICES, every, prorata=True)
    if both:
        served = total(services)
        row("micro_services", "Régime micro, services", SEUIL_SERVICES, served, prorata=True)
    if MEUBLES in bases and sheet.knows(SEUIL_MEUBLES, on):
        row("micro_meubles", "Régime micro, meublés", SEUIL_MEUBLES, bases[MEUBLES], prorata=True)
    row("tva_base", "Franchise de TVA", TVA_BASE_VENTES if sold else TVA_BASE_SERVICES, every)
    majore = TVA_MAJORE_VENTES if sold else TVA_MAJORE_SERVICES
    row("tva_majore", "Franchise de TVA, seuil majoré", majore, every)
    if both:
        row("tva_base_services", "Franchise de TVA, services", TVA_BASE_SERVICES, served)
        row("tva_majore_services", "Services, seuil majoré", TVA_MAJORE_SERVICES, served)


def _plafond(row: UnPlafond, limit: Amount, ca: Amount, pace: Rythme) -> None:
    row.plafond = limit
    row.ca = ca
    row.reste_avant = row.plafond - row.ca
    row.part_utilisee = row.ca / row.plafond
    passed = when(row.ca > row.plafond, row.ca, constant(0, EUR))  # 0: not passed, no day
    row.jour = pace.debut + floor(rounded(row.plafond / passed * pace.jours, BILLIONTH))
