"""The self-employed at the real regime: the dated rules of a year, gathered once per rate book.

Every rate is looked up by the first day of the year of the income, as those of the income tax are:
a year fixes the shape of a calculation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from calculators.kit.amounts import Amount, Rate, constant, rounded
from calculators.kit.days import Day
from calculators.kit.lines import Sheet
from calculators.kit.rates import RateCode
from calculators.kit.units import EURO
from calculators.law.micro.categories import Caisse, Registre

REFORME = 2025  # LFSS 2024, art. 18: one base for the contributions and the CSG
_POINTS, _POINTS_PLR, _POINTS_AF = 6, 3, 2


def _points(table: str, count: int) -> tuple[tuple[RateCode, RateCode], ...]:
    return tuple(
        (RateCode(f"{table}_seuil_{n}", "PASS"), RateCode(f"{table}_taux_{n}"))
        for n in range(1, count + 1)
    )


PASS = RateCode("pass", "€")
SMIC = RateCode("smic_horaire", "€/h")
ABATTEMENT = RateCode("ti_abattement_taux")
ABATTEMENT_PLANCHER = RateCode("ti_abattement_plancher", "% PASS")
ABATTEMENT_PLAFOND = RateCode("ti_abattement_plafond", "PASS")
MALADIE = _points("ti_maladie_bareme", _POINTS)
MALADIE_PLR = _points("ti_maladie_bareme_plr", _POINTS_PLR)
MALADIE_PLAFOND = RateCode("ti_maladie_plafond", "PASS")
MALADIE_AU_DELA = RateCode("ti_maladie_taux_au_dela")
IJ = RateCode("ti_indemnites_journalieres_taux")
IJ_PLAFOND = RateCode("ti_indemnites_journalieres_plafond", "PASS")
IJ_PLR = RateCode("ti_indemnites_journalieres_taux_plr")
IJ_PLAFOND_PLR = RateCode("ti_indemnites_journalieres_plafond_plr", "PASS")
IJ_MINIMUM = RateCode("ti_indemnites_journalieres_minimum", "% PASS")
BASE = (RateCode("ti_retraite_base_taux_1"), RateCode("ti_retraite_base_taux_2"))
BASE_HEURES = RateCode("ti_retraite_base_minimum", "h")
COMPLEMENTAIRE = (
    RateCode("ti_retraite_complementaire_taux_1"), RateCode("ti_retraite_complementaire_taux_2"),
)  # fmt: skip
COMPLEMENTAIRE_1 = RateCode("ti_retraite_complementaire_plafond_1", "€/an")
ANCIEN_PLAFOND = RateCode("ti_retraite_complementaire_ancien_plafond", "€/an")
COMPLEMENTAIRE_2 = RateCode("ti_retraite_complementaire_plafond_2", "PASS")
INVALIDITE = RateCode("ti_invalidite_deces_taux")
INVALIDITE_MINIMUM = RateCode("ti_invalidite_deces_minimum", "% PASS")
FAMILLE = _points("ti_allocations_familiales_bareme", _POINTS_AF)
CSG_DEDUCTIBLE = RateCode("ti_csg_deductible")
CSG_CRDS_NON_DEDUCTIBLE = RateCode("ti_csg_crds_non_deductible")
CFP = RateCode("ti_cfp_commercant_liberal", "% PASS")
CFP_ARTISAN = RateCode("ti_cfp_artisan", "% PASS")
CNAVPL = (
    RateCode("ti_cnavpl_retraite_base_taux_1"), RateCode("ti_cnavpl_retraite_base_taux_2"),
)  # fmt: skip
CNAVPL_2 = RateCode("ti_cnavpl_retraite_base_plafond_2", "PASS")
CIPAV = (
    RateCode("ti_cipav_complementaire_taux_1"), RateCode("ti_cipav_complementaire_taux_2"),
)  # fmt: skip
CIPAV_2 = RateCode("ti_cipav_complementaire_plafond_2", "PASS")
CIPAV_INVALIDITE = RateCode("ti_cipav_invalidite_deces_taux")
CIPAV_MINIMUM = RateCode("ti_cipav_invalidite_deces_minimum", "% PASS")
CIPAV_MAXIMUM = RateCode("ti_cipav_invalidite_deces_maximum", "PASS")

CODES = (
    PASS, SMIC, ABATTEMENT, ABATTEMENT_PLANCHER, ABATTEMENT_PLAFOND,
    *(code for point in (*MALADIE, *MALADIE_PLR, *FAMILLE) for code in point),
    MALADIE_PLAFOND, MALADIE_AU_DELA, IJ, IJ_PLAFOND, IJ_PLR, IJ_PLAFOND_PLR, IJ_MINIMUM,
    *BASE, BASE_HEURES, *COMPLEMENTAIRE, COMPLEMENTAIRE_1, COMPLEMENTAIRE_2, ANCIEN_PLAFOND,
    INVALIDITE, INVALIDITE_MINIMUM, CSG_DEDUCTIBLE, CSG_CRDS_NON_DEDUCTIBLE, CFP, CFP_ARTISAN,
    *CNAVPL, CNAVPL_2, *CIPAV, CIPAV_2, CIPAV_INVALIDITE, CIPAV_MINIMUM, CIPAV_MAXIMUM,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Regime:
    """The choices that fix the rates of a year."""

    annee: int
    registre: Registre = Registre.COMMERCANT
    caisse: Caisse = Caisse.SSI
    minimums: bool = True  # none for those who receive the RSA or the prime d’activité
    # The rules of before the reform at the ceilings of the year: Urssaf's own comparator of
    # statuses still shows them. It also takes daily allowances off health.
    anciennes: bool = False

    @property
    def reforme(self) -> bool:
        """Whether the base is the one of the reform."""
        return self.annee >= REFORME and not self.anciennes

    @property
    def cipav(self) -> bool:
        """Whether the pensions are those of a regulated profession of the Cipav's list."""
        return self.caisse is Caisse.CIPAV


@dataclass(frozen=True, slots=True)
class Progressif:
    """A rate that rises with the base: slopes between thresholds, both in ceilings."""

    pentes: tuple[Amount, ...]
    seuils: tuple[Rate, ...]


@dataclass(frozen=True, slots=True)
class Regles:
    """The rules of a year for one regime."""

    regime: Regime
    pass_annuel: Rate
    abattement: tuple[Amount, Amount, Amount] | None  # rate, floor and cap; none before the reform
    maladie: Progressif
    maladie_plafond: Rate | None  # in ceilings; none: the rate holds on the whole base
    maladie_au_dela: Rate
    ij: tuple[Rate, Amount, Amount]  # rate, floor and cap: of the whole year, never in proportion
    base: tuple[Rate, Rate]
    base_minimum: Amount
    base_plafond_2: Rate | None  # in ceilings, Cipav only
    complementaire: tuple[Rate, Rate]
    complementaire_1: Rate
    complementaire_2: Rate  # in ceilings
    invalidite: tuple[Rate, Rate, Rate | None]  # rate, floor, cap in ceilings (none: one)
    famille: Progressif
    csg: tuple[Rate, Rate]
    cfp: Amount


def regles(sheet: Sheet, regime: Regime) -> Regles:
    """The rules of a regime, from the book's memory when they were asked before."""
    key = ("independants", regime)
    known: Regles | None = sheet.rates.memo.get(key)
    if known is None:
        known = sheet.rates.memo[key] = _gathered(sheet, regime)
    return known


def _gathered(sheet: Sheet, regime: Regime) -> Regles:
    of_year = sheet.moment(date(regime.annee, 1, 1))
    on = sheet.moment(date(REFORME - 1, 1, 1)) if regime.anciennes else of_year

    def one(code: RateCode) -> Rate:
        return sheet.rate(code, on)

    def pair(codes: tuple[RateCode, RateCode]) -> tuple[Rate, Rate]:
        return one(codes[0]), one(codes[1])

    ceiling, cipav = sheet.rate(PASS, of_year), regime.cipav
    plr = cipav and not regime.reforme
    first = ceiling if cipav else one(COMPLEMENTAIRE_1)
    if regime.anciennes and not cipav:
        first = sheet.rate(ANCIEN_PLAFOND, of_year)
    return Regles(
        regime=regime,
        pass_annuel=ceiling,
        abattement=(
            one(ABATTEMENT), ceiling * one(ABATTEMENT_PLANCHER), ceiling * one(ABATTEMENT_PLAFOND),
        ) if regime.reforme else None,
        maladie=_progressif(sheet, MALADIE_PLR if plr else MALADIE, on),
        maladie_plafond=None if plr else one(MALADIE_PLAFOND),
        maladie_au_dela=one(MALADIE_AU_DELA),
        ij=(
            one(IJ_PLR if cipav else IJ), rounded(ceiling * one(IJ_MINIMUM), EURO),
            ceiling * one(IJ_PLAFOND_PLR if cipav else IJ_PLAFOND),
        ),
        base=pair(CNAVPL if cipav else BASE),
        base_minimum=rounded(sheet.rate(SMIC, of_year) * one(BASE_HEURES), EURO),
        base_plafond_2=one(CNAVPL_2) if cipav else None,
        complementaire=pair(CIPAV if cipav else COMPLEMENTAIRE),
        complementaire_1=first,
        complementaire_2=one(CIPAV_2 if cipav else COMPLEMENTAIRE_2),
        invalidite=(
            (one(CIPAV_INVALIDITE), one(CIPAV_MINIMUM), one(CIPAV_MAXIMUM))
            if cipav
            else (one(INVALIDITE), one(INVALIDITE_MINIMUM), None)
        ),
        famille=_progressif(sheet, FAMILLE, on),
        csg=(one(CSG_DEDUCTIBLE), one(CSG_CRDS_NON_DEDUCTIBLE)),
        cfp=ceiling * one(CFP_ARTISAN if regime.registre is Registre.ARTISAN else CFP),
    )  # fmt: skip


def _progressif(sheet: Sheet, codes: Sequence[tuple[RateCode, RateCode]], on: Day) -> Progressif:
    """From points to slopes: a rate starts at 0 % for nothing and stays past its last point."""
    points = [
        (sheet.rate(seuil, on), sheet.rate(taux, on))
        for seuil, taux in codes
        if seuil is codes[0][0] or sheet.knows(seuil, on)  # a year without a first has no rates
    ]
    slopes: list[Amount] = [points[0][1] / points[0][0]]
    for (low, start), (high, end) in pairwise(points):
        slopes.append((end - start) / (high - low))
    return Progressif((*slopes, constant(0)), tuple(seuil for seuil, _ in points))
