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
OPTION = (9, 30)  # CGI 151-0 IV: the option for the next year
PERIODICITE = (10, 31)  # to change the frequency of declarations from January


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
            date(annee, *OPTION),
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
