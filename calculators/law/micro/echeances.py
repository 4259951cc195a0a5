"""The days of a micro-entrepreneur's year: declarations, options, and what a missing one costs."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from calculators.kit import french
from calculators.kit.amounts import Amount
from calculators.kit.days import Day, months_later
from calculators.kit.lines import Line, Sheet
from calculators.kit.rates import RateCode
from calculators.law.micro.calendrier import Declaration

PENALITE = RateCode("penalite_declaration_manquante", "€")
CODES = (PENALITE,)
OPTION_EN_SEPTEMBRE = 2018
DEMANDE_ACRE, JOURS_DEMANDE_ACRE = 2026, 60  # asked for since 2026, within 60 days
PERIODICITE = (10, 31)  # to change the frequency of declarations from January


def limite_option(annee: int) -> date:
    """The last day of a year to choose the versement libératoire of the next: CGI 151-0 IV.

    It was 31 December (BOI-BIC-DECLA-10-40-20, 12/09/2012 to 09/05/2018).
    """
    return date(annee, 9, 30) if annee >= OPTION_EN_SEPTEMBRE else date(annee, 12, 31)


def echeances(
    sheet: Sheet, annee: int, declarations: Sequence[Declaration],
    a_payer: Mapping[Declaration, tuple[Line, ...]], *, creation: date | None = None,
    acre: bool = False,
) -> None:  # fmt: skip
    """Put the declarations of a year and its options in the calendar."""
    found: list[tuple[date, str, tuple[Line, ...]]] = [
        (d.echeance, f"Déclaration{french.NBSP}: {d.libelle}", a_payer[d]) for d in declarations
    ]
    following = annee + 1
    option = f"Opter pour le versement libératoire de {following}, ou y renoncer"
    frequency = f"Choisir de déclarer par mois ou par trimestre en {following}"
    asked = [(limite_option(annee), option), (date(annee, *PERIODICITE), frequency)]
    if creation is not None and creation.year == annee:
        asked = [(day, label) for day, label in asked if day > creation]
        asked += _a_la_creation(creation, acre=acre)
    found += [(day, label, ()) for day, label in asked]
    for day, label, lines in sorted(found, key=lambda each: each[0]):
        sheet.due(day, label, *lines)


def _a_la_creation(creation: date, *, acre: bool) -> list[tuple[date, str]]:
    """What a creator asks for: CGI 151-0 IV (to be checked); CSS D131-6-1 IV since 2026."""
    first = creation.replace(day=1)
    option = months_later(first, 4) - timedelta(days=1)
    asked = [(option, "Opter pour le versement libératoire dès la création (date à vérifier)")]
    if acre and creation.year >= DEMANDE_ACRE:
        last = creation + timedelta(days=JOURS_DEMANDE_ACRE)
        asked.append((last, "Demander l’Acre à l’Urssaf, au plus tard le 60e jour"))
    return asked


def penalite(sheet: Sheet, on: Day) -> Amount | None:
    """What each missing declaration costs, where a source gives it: CSS R613-8."""
    return sheet.rate(PENALITE, on) if sheet.knows(PENALITE, on) else None
