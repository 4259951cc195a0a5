"""The rate of contributions of a month: full, with ACRE, or of an overseas department.

ACRE: CSS L131-6-4, D131-6-3. The date of creation chooses the scheme, the month of the receipt
the version. It runs to the end of the third civil quarter after the one of creation; before April
2020, two more years followed at higher shares. The share due is rounded up to the tenth of a point
(published so since 2009: 5,4 % for 25 % of 21,3 %); where a table holds the rate itself, it is the
result.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from calculators.kit.amounts import Amount, ceiling, constant, rounded
from calculators.kit.days import Day, months_later
from calculators.kit.lines import Sheet
from calculators.kit.rates import RateCode
from calculators.kit.units import BILLIONTH
from calculators.law.micro.categories import CATEGORIES, VENTES, Categorie, Territoire
from calculators.law.micro.plafonds import SEUIL_SERVICES, SEUIL_VENTES

ACRE_2019, ACRE_2020, ACRE_2026 = date(2019, 4, 1), date(2020, 4, 1), date(2026, 7, 1)
_PROGRESSIVE = ("avant_2019_04", "2019_04_a_2020_03")
PART_DUE = RateCode("acre_part_due_2020_04_a_2026_06", "% du taux")
PARTS_DUES = {
    scheme: tuple(RateCode(f"acre_part_due_{scheme}_annee_{n}", "% du taux") for n in (1, 2, 3))
    for scheme in _PROGRESSIVE
}
PALIERS_DROM = ("huit_trimestres", "troisieme_annee", "ensuite")
_SCHEMES = ("avant", "depuis")
_SANS_DROM = ("meuble_tourisme_classe",)
PASS = RateCode("pass", "€")
PLAFOND_PAR_LE_PASS = 2018
CODES = (
    *(c.cotisations for c in CATEGORIES),
    *(c.acre(scheme) for c in CATEGORIES for scheme in _SCHEMES),
    *(c.drom(p) for c in CATEGORIES if c.serie not in _SANS_DROM for p in PALIERS_DROM),
    PART_DUE, *(code for codes in PARTS_DUES.values() for code in codes),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Creation:
    """What the date of creation decides, its span narrowed once."""

    mois: date
    trimestre: date
    scheme: str  # avant_2019_04 | 2019_04_a_2020_03 | avant | depuis

    @classmethod
    def of(cls, day: Day) -> "Creation":
        """Ask the day its month, its quarter and its scheme."""
        schemes = zip((*_PROGRESSIVE, "avant"), _LIMITS, strict=True)
        scheme = next((name for name, limit in schemes if day.before(limit)), "depuis")
        return cls(day.month, day.quarter, scheme)

    @property
    def annees_acre(self) -> int:
        """How many years ACRE lasts, each from the quarter of creation."""
        return 3 if self.scheme in _PROGRESSIVE else 1

    @property
    def fin_acre(self) -> date:
        """The first month without ACRE."""
        return months_later(self.trimestre, 12 * self.annees_acre)

    def annee_acre(self, mois: date) -> int:
        """In which year of ACRE a month falls, from 1; 0 when it is over."""
        done = (mois.year - self.trimestre.year) * 12 + mois.month - self.trimestre.month
        year = done // 12 + 1
        return year if 0 < year <= self.annees_acre else 0

    def palier_drom(self, mois: date) -> str:
        """The step of an overseas department: CSS L756-4."""
        if mois < months_later(self.trimestre, 24):
            return PALIERS_DROM[0]
        return PALIERS_DROM[1] if mois.year <= self.mois.year + 2 else PALIERS_DROM[2]


_LIMITS = (ACRE_2019, ACRE_2020, ACRE_2026)


def taux(
    sheet: Sheet, categorie: Categorie, mois: Day, creation: Creation | None,
    *, annee_acre: int, territoire: Territoire,
) -> Amount:  # fmt: skip
    """The rate of contributions of a month; `annee_acre` counts from 1, 0 without ACRE."""
    if territoire is Territoire.DROM and categorie.serie not in _SANS_DROM:
        palier = PALIERS_DROM[2] if creation is None else creation.palier_drom(mois.value)
        return sheet.rate(categorie.drom(palier), mois)
    if creation is not None and annee_acre:
        return _taux_acre(sheet, categorie, mois, creation, annee_acre)
    return sheet.rate(categorie.cotisations, mois)


def _taux_acre(
    sheet: Sheet, categorie: Categorie, mois: Day, creation: Creation, year: int
) -> Amount:
    if creation.scheme in _PROGRESSIVE:
        part = PARTS_DUES[creation.scheme][year - 1]
    else:
        code, part = categorie.acre(creation.scheme), PART_DUE
        if creation.scheme == "depuis" or sheet.knows(code, mois):
            return sheet.rate(code, mois)
    return au_dixieme_superieur(sheet.rate(categorie.cotisations, mois) * sheet.rate(part, mois))


def au_dixieme_superieur(ratio: Amount) -> Amount:
    """A ratio rounded up to the tenth of a point: 9,225 % gives 9,3 %."""
    thousandths = rounded(ratio * constant(1000), BILLIONTH)
    return ceiling(thousandths) / constant(1000)


def plafond_acre(sheet: Sheet, categorie: Categorie, annee: Day) -> Amount:
    """The turnover within which the reduced rate applies: PASS ÷ (1 − allowance), D131-6-3 II.

    Until 2017 it was the micro regime's own ceiling (guides of 2013 and 2016).
    """
    if annee.year < PLAFOND_PAR_LE_PASS:
        return sheet.rate(SEUIL_VENTES if categorie is VENTES else SEUIL_SERVICES, annee)
    return sheet.rate(PASS, annee) / (1 - sheet.rate(categorie.abattement, annee))


def change_dans_le_mois(sheet: Sheet, codes: Iterable[RateCode], mois: date) -> bool:
    """Whether a rate starts during a month, after its first day."""
    fin = months_later(mois, 1)
    starts = (f.valid_from for code in codes for f in sheet.rates.series(code.code))
    return any(start is not None and mois < start < fin for start in starts)
