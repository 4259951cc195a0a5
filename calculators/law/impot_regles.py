"""Income tax: the dated rules of an income year, gathered once per rate book.

Every rate is looked up by the first day of the income year: a year fixes the shape of a
calculation, so gathering them once for all sheets narrows nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from calculators.kit.amounts import Amount, Rate, constant
from calculators.kit.lines import Sheet
from calculators.kit.rates import RateCode, RateFact
from calculators.kit.units import EURO, MILLIONTH, Rounding

_TRANCHES = 6
NB_TRANCHES = RateCode("ir_bareme_nb_tranches", "tranches")
TAUX = tuple(RateCode(f"ir_bareme_taux_{n}") for n in range(1, _TRANCHES + 1))
LIMITES = tuple(RateCode(f"ir_bareme_limite_{n}", "€/part") for n in range(1, _TRANCHES))

DECOTE_SEUL = RateCode("ir_decote_forfait_seul", "€")
DECOTE_COUPLE = RateCode("ir_decote_forfait_couple", "€")
DECOTE_COEFFICIENT = RateCode("ir_decote_coefficient")
PLAFOND_DEMI_PART = RateCode("ir_plafond_qf_demi_part", "€")
PLAFOND_PARENT_ISOLE = RateCode("ir_plafond_qf_parent_isole", "€")
REDUCTION_VEUF = RateCode("ir_plafond_qf_reduction_veuf_avec_enfant", "€")
RECOUVREMENT = RateCode("ir_recouvrement_minimum_avant_credits", "€")

PARTS_SEUL = RateCode("ir_parts_personne_seule", "part")
PARTS_COUPLE = RateCode("ir_parts_couple", "part")
PARTS_ENFANTS = tuple(
    RateCode(f"ir_parts_enfant_{rank}", "part") for rank in ("1", "2", "3_et_suivants")
)
PARTS_ISOLE = RateCode("ir_parts_parent_isole", "part")
PARTS_VEUF = RateCode("ir_parts_veuf_avec_enfant", "part")

DEDUCTION_TAUX = RateCode("ir_deduction_10_salaires_taux")
DEDUCTION_MINIMUM = RateCode("ir_deduction_10_salaires_minimum", "€/an")
DEDUCTION_MAXIMUM = RateCode("ir_deduction_10_salaires_maximum", "€/an")

REDUCTION_20 = RateCode("ir_reduction_20_sous_condition_taux")
REDUCTION_20_PLAFOND = RateCode("ir_reduction_20_sous_condition_plafond_seul", "€")
REDUCTION_20_FIN = RateCode("ir_reduction_20_sous_condition_plafond_seul_degressif", "€")
REDUCTION_20_DEMI_PART = RateCode("ir_reduction_20_sous_condition_majoration_demi_part", "€")

CEHR_TAUX = tuple(RateCode(f"cehr_taux_{n}") for n in (1, 2))
CEHR_SEUL = tuple(RateCode(f"cehr_seuil_seul_{n}", "€") for n in (3, 4))
CEHR_COUPLE = tuple(RateCode(f"cehr_seuil_couple_{n}", "€") for n in (3, 4))

CODES = (
    NB_TRANCHES, *TAUX, *LIMITES, DECOTE_SEUL, DECOTE_COUPLE, DECOTE_COEFFICIENT,
    PLAFOND_DEMI_PART, PLAFOND_PARENT_ISOLE, REDUCTION_VEUF, RECOUVREMENT,
    PARTS_SEUL, PARTS_COUPLE, *PARTS_ENFANTS, PARTS_ISOLE, PARTS_VEUF,
    DEDUCTION_TAUX, DEDUCTION_MINIMUM, DEDUCTION_MAXIMUM,
    REDUCTION_20, REDUCTION_20_PLAFOND, REDUCTION_20_FIN, REDUCTION_20_DEMI_PART,
    *CEHR_TAUX, *CEHR_SEUL, *CEHR_COUPLE,
)  # fmt: skip

# The bill: only ever quoted in a sentence, never used by a formula.
PROJET_LIMITES = tuple(f"ir_bareme_projet_limite_{n}" for n in range(1, 5))
PROJET_DECOTES = ("ir_bareme_projet_decote_seul", "ir_bareme_projet_decote_couple")
PROJET_PLAFONDS = ("ir_bareme_projet_plafond_demi_part", "ir_bareme_projet_plafond_parent_isole")


@dataclass(frozen=True, slots=True)
class Methode:
    """How the tax is read: the law, or Urssaf's engine where it departs from it."""

    arrondi: bool = True  # base, tax and décote to the euro: CGI 1657, 1
    recouvrement_minimum: bool = True  # nothing is collected below 61 €: CGI 1657, 1 bis
    part_veuf_plafonnee: bool = True  # the cap counts the widow's share; the engine's does not
    decote_limitee: bool = True  # to the tax itself; the engine shows the whole of it

    @property
    def euro(self) -> Rounding:
        """The grid of what the law rounds to the euro."""
        return EURO if self.arrondi else MILLIONTH


LOI = Methode()
MOTEUR = Methode(
    arrondi=False, recouvrement_minimum=False, part_veuf_plafonnee=False, decote_limitee=False
)


@dataclass(frozen=True, slots=True)
class Adultes:
    """What depends on who declares: one person or a couple."""

    parts: Rate
    decote: Rate
    cehr: tuple[Rate, ...]  # its limits; none before 2011


@dataclass(frozen=True, slots=True)
class Reduction20:
    """The reduction of CGI 197 I 4 b, for the incomes of 2016 to 2019."""

    taux: Rate
    plafond: Rate
    fin: Rate
    demi_part: Rate


@dataclass(frozen=True, slots=True)
class Regles:
    """The rules of an income year."""

    taux: tuple[Rate, ...]
    limites: tuple[Rate, ...]
    decote_coefficient: Rate
    seul: Adultes
    couple: Adultes
    parts_enfants: tuple[Rate, ...]
    parts_isole: Rate
    parts_veuf: Rate
    plafond_demi_part: Rate
    plafond_parent_isole: Rate
    reduction_veuf: Rate | None  # none before 2012
    recouvrement: Rate
    deduction_taux: Rate
    deduction_minimum: Rate
    deduction_maximum: Rate
    cehr_taux: tuple[Amount, ...]
    reduction_20: Reduction20 | None

    @property
    def annee_bareme(self) -> int:
        """The income year that the scale was voted for."""
        start = self.limites[0].fact.valid_from
        return start.year if start else 0


def regles(sheet: Sheet, annee: int) -> Regles:
    """The rules of an income year; MissingRate before the first one."""
    known: dict[int, Regles] = sheet.rates.memo.setdefault("impot_regles", {})
    found = known.get(annee)
    if found is None:
        found = known[annee] = _gathered(sheet, date(annee, 1, 1))
    return found


def _gathered(sheet: Sheet, start: date) -> Regles:
    on = sheet.moment(start)

    def one(code: RateCode) -> Rate:
        return sheet.rate(code, on)

    def several(codes: tuple[RateCode, ...]) -> tuple[Rate, ...]:
        return tuple(one(code) for code in codes)

    def published(code: RateCode) -> bool:
        return publie(sheet, code.code, start) is not None

    cehr, count = published(CEHR_TAUX[0]), int(one(NB_TRANCHES).value)
    return Regles(
        taux=several(TAUX[:count]),
        limites=several(LIMITES[: count - 1]),
        decote_coefficient=one(DECOTE_COEFFICIENT),
        seul=Adultes(one(PARTS_SEUL), one(DECOTE_SEUL), several(CEHR_SEUL) if cehr else ()),
        couple=Adultes(one(PARTS_COUPLE), one(DECOTE_COUPLE), several(CEHR_COUPLE) if cehr else ()),
        parts_enfants=several(PARTS_ENFANTS),
        parts_isole=one(PARTS_ISOLE),
        parts_veuf=one(PARTS_VEUF),
        plafond_demi_part=one(PLAFOND_DEMI_PART),
        plafond_parent_isole=one(PLAFOND_PARENT_ISOLE),
        reduction_veuf=one(REDUCTION_VEUF) if published(REDUCTION_VEUF) else None,
        recouvrement=one(RECOUVREMENT),
        deduction_taux=one(DEDUCTION_TAUX),
        deduction_minimum=one(DEDUCTION_MINIMUM),
        deduction_maximum=one(DEDUCTION_MAXIMUM),
        cehr_taux=(constant(0), *several(CEHR_TAUX)) if cehr else (),
        reduction_20=_reduction_20(one) if published(REDUCTION_20) else None,
    )


def _reduction_20(one: Callable[[RateCode], Rate]) -> Reduction20:
    return Reduction20(
        one(REDUCTION_20), one(REDUCTION_20_PLAFOND), one(REDUCTION_20_FIN),
        one(REDUCTION_20_DEMI_PART),
    )  # fmt: skip


def publie(sheet: Sheet, code: str, on: date) -> RateFact | None:
    """The fact in force, or None where the series has not begun or has ended."""
    fact = sheet.rates.latest(code, on)
    return None if fact is None or fact.value is None else fact
