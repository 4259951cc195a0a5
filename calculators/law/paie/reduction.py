"""The general reduction of the employer's contributions, on a month: CSS L241-13, D241-7.

Until 2025 it vanished at 1,6 minimum wage and lower rates of health and family contributions
stood beside it; since 2026 one reduction vanishes at 3 minimum wages, with a jump of 2 %.
"""

from calculators.kit.amounts import Amount, constant, maximum, rounded, when
from calculators.kit.rates import RateCode
from calculators.kit.units import NUMBER
from calculators.law.paie import codes as c
from calculators.law.paie.lignes import COEFFICIENT, Paie
from calculators.law.paie.profil import Effectif
from calculators.law.paie.taux import Taux

_MOIS = 12


def smic_mensuel(t: Taux, smic: RateCode) -> Amount:
    """35 hours a week over a month: a twelfth of 1 820 hours."""
    return t[smic] * t[c.HEURES] / _MOIS


def reduction(m: Paie, t: Taux, effectif: Effectif, atmp: Amount) -> None:
    """Fill the threshold, the coefficient and the reduction.

    Below the minimum wage the coefficient is the largest: taking the minimum wage for the gross
    says the same, and leaves no division by zero.
    """
    dense = c.RGDU_SMIC in t
    plafond, smic = (c.RGDU_PLAFOND, c.RGDU_SMIC) if dense else (c.RGCP_PLAFOND, c.RGCP_SMIC)
    m.seuil_reduction = t[smic] * t[c.HEURES] * t[plafond] / _MOIS
    ratio = m.seuil_reduction / maximum(m.assiette, m.seuil_reduction / t[plafond])
    formula = _unique if dense else _generale
    coefficient = formula(t, effectif, ratio, maximum(t[c.IMPUTATION_ATMP] - atmp, 0))
    # The four decimals are the law's: a search on unrounded lines must keep them.
    kept = rounded(coefficient, COEFFICIENT)
    m.coefficient_reduction = when(m.assiette < m.seuil_reduction, kept, constant(0, NUMBER))
    m.reduction_generale = m.assiette * m.coefficient_reduction


def _unique(t: Taux, effectif: Effectif, ratio: Amount, absent: Amount) -> Amount:
    """Tmin + Tdelta × [½ × (3 × SMIC ÷ gross − 1)] ^ P; Tdelta falls with what is not due."""
    delta = t[c.RGDU_TDELTA] if effectif.cinquante else t[c.RGDU_TDELTA_MOINS_DE_50]
    half = maximum(ratio - 1, 0) / (t[c.RGDU_PLAFOND] - 1)
    return t[c.RGDU_TMIN] + (delta - absent) * half ** t[c.RGDU_PUISSANCE]


def _generale(t: Taux, effectif: Effectif, ratio: Amount, absent: Amount) -> Amount:
    """T ÷ 0,6 × (1,6 × SMIC ÷ gross − 1)."""
    top = t[c.RGCP_MAXIMUM] if effectif.cinquante else t[c.RGCP_MAXIMUM_MOINS_DE_50]
    return (top - absent) / t[c.RGCP_DIVISEUR] * maximum(ratio - 1, 0)


def taux_maladie(m: Paie, t: Taux, *, reduit: bool) -> Amount:
    """The employer's health rate, lower below a salary until 2025 for those with the reduction."""
    if not reduit or c.MALADIE_REDUIT not in t:
        return t[c.MALADIE]
    limit = _limite(t, c.MALADIE_PLAFOND, c.MALADIE_SMIC)
    return when(m.assiette <= limit, t[c.MALADIE_REDUIT], t[c.MALADIE])


def taux_famille(m: Paie, t: Taux, *, reduit: bool) -> Amount:
    """The family rate, likewise."""
    if not reduit or c.FAMILLE_REDUIT not in t:
        return t[c.FAMILLE]
    limit = _limite(t, c.FAMILLE_PLAFOND, c.FAMILLE_SMIC)
    return when(m.assiette <= limit, t[c.FAMILLE_REDUIT], t[c.FAMILLE])


def _limite(t: Taux, plafond: RateCode, smic: RateCode) -> Amount:
    return t[smic] * t[c.HEURES] * t[plafond] / _MOIS
