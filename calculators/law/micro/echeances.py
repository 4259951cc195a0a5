"""The days of a micro-entrepreneur's year: declarations, options, and what a missing one costs."""

from collections.abc import Mapping, Sequence
from datetime import date

from calculators.kit import french
from calculators.kit.amounts import Amount
from calculators.kit.days import Day
from calculators.kit.lines import Line, Sheet
from calculators.kit.rates import RateCode
from calculators.law.micro.calendrier import Declaration

PENALITE = RateCode("penalite_declaration_manquante", "€")
CODES = (PENALITE,)
OPTION_EN_SEPTEMBRE = 2018
PERIODICITE = (10, 31)  # to change the frequency of declarations from January


def limite_option(annee: int) -> date:
    """The last day of a year to choose the versement libératoire of the next: CGI 151-0 IV.

    It was 31 December (BOI-BIC-DECLA-10-40-20, 12/09/2012 to 09/05/2018).
    """
    return date(annee, 9, 30) if annee >= OPTION_EN_SEPTEMBRE else date(annee, 12, 31)


def echeances(
    sheet: Sheet, annee: int, declarations: Sequence[Declaration],
    a_payer: Mapping[Declaration, tuple[Line, ...]],
) -> None:  # fmt: skip
    """Put the declarations of a year and its options in the calendar."""
    found = [
        (d.echeance, f"Déclaration{french.NBSP}: {d.libelle}", a_payer[d]) for d in declarations
    ]
    following = annee + 1
    found.append(
        (
            limite_option(annee),
            f"Opter pour le versement libératoire de {following}, ou y renoncer",
            (),
        )
    )
    found.append(
        (
            date(annee, *PERIODICITE),
            f"Choisir de déclarer par mois ou par trimestre en {following}",
            (),
        )
    )
    for day, label, lines in sorted(found, key=lambda each: each[0]):
        sheet.due(day, label, *lines)


def penalite(sheet: Sheet, on: Day) -> Amount | None:
    """What each missing declaration costs, where a source gives it: CSS R613-8."""
    return sheet.rate(PENALITE, on) if sheet.knows(PENALITE, on) else None
