"""Quarters of pension that a year of turnover gives, by the contribution paid: CSS R351-9, D613-6.

One quarter for each 150 hours of minimum wage of income that bore contribution; the tables hold
the turnover that makes one. The official simulator counts the allowance instead.
"""

from collections.abc import Mapping

from calculators.kit.amounts import Amount, constant, floor, minimum, rounded, total
from calculators.kit.days import Day
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part
from calculators.kit.rates import RateCode
from calculators.kit.units import BILLIONTH, EURO, NUMBER, UNIT
from calculators.law.micro.categories import CATEGORIES, CIPAV, Categorie
from calculators.law.micro.taux import PASS

HEURES = RateCode("trimestre_heures_smic", "h")
SMIC = RateCode("smic_horaire", "€/h")
CODES = (*(c.trimestre for c in CATEGORIES), HEURES, SMIC, PASS)
MAXIMUM = constant(4)


class Retraite(Part):
    """What the year gives."""

    trimestres = declared(
        "Trimestres de retraite validés", UNIT, unit=NUMBER, section="retraite",
        help="Quatre au plus par an, tous régimes confondus.",
    )  # fmt: skip


def connu(sheet: Sheet, bases: Mapping[Categorie, Amount], on: Day) -> bool:
    """Whether the tables hold the turnover of a quarter for that year."""
    return all(sheet.knows(c.trimestre, on) for c in bases)


def trimestres(m: Retraite, bases: Mapping[Categorie, Amount], on: Day) -> None:
    """Count the quarters of every category together."""
    parts = [base / m.rate(categorie.trimestre, on) for categorie, base in bases.items()]
    # The quotient of a turnover on the cent: near a whole number it is that number.
    m.trimestres = minimum(MAXIMUM, floor(rounded(total(parts, NUMBER), BILLIONTH)))


def trimestres_du_moteur(m: Retraite, bases: Mapping[Categorie, Amount], on: Day) -> None:
    """Count as the official simulator does: income after allowance, over the minimum wage."""
    if CIPAV in bases:
        trimestres(m, bases, on)
        return
    income = total(
        base * (1 - m.rate(categorie.abattement, on)) for categorie, base in bases.items()
    )
    income = minimum(rounded(income, EURO), m.rate(PASS, on))
    quarter = m.rate(HEURES, on) * m.rate(SMIC, on)
    m.trimestres = minimum(MAXIMUM, floor(rounded(income / quarter, BILLIONTH)))
