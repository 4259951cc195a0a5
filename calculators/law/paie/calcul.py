"""A month's payslip: contributions of the employer and of the employee, cost, net, taxable net.

The month stands alone: neither the yearly adjustment of the reduction and of the slices, nor part
time, overtime, apprentices, benefits in kind or the reliefs of some areas are counted.
"""

from calculators.kit.amounts import Amount, bareme, constant, maximum, minimum, total, when
from calculators.kit.days import Day
from calculators.kit.lines import Line
from calculators.kit.parts import declarations
from calculators.kit.rates import RateCode
from calculators.kit.units import EUR
from calculators.law.paie import codes as c
from calculators.law.paie.lignes import Paie
from calculators.law.paie.profil import Alternants, Effectif, Profil, Statut
from calculators.law.paie.reduction import reduction, taux_famille, taux_maladie
from calculators.law.paie.taux import Taux, taux

ZERO = constant(0, EUR)
_QUATRE = 4  # ceilings: unemployment insurance, Apec, allowance of the CSG

_SUPPLEMENTS = {
    Alternants.TROIS_A_CINQ: c.SUPPLEMENT_5,
    Alternants.DEUX_A_TROIS: c.SUPPLEMENT_3,
    Alternants.UN_A_DEUX: c.SUPPLEMENT_2,
    Alternants.MOINS_DE_UN: c.SUPPLEMENT_1,
}


def paie(m: Paie, *, brut: Amount, on: Day, profil: Profil) -> None:
    """Fill a payslip from a gross, at the rates of the period worked."""
    t = taux(m, on)
    m.brut = brut
    _prevoyance(m, t, profil)
    _assiettes(m, t, profil)
    m.cotisations_employeur = _employeur(m, t, profil)
    m.cout = m.brut + m.cotisations_employeur
    m.cotisations_salarie = total(_salarie(m, t, profil))
    m.net_avant_impot = m.brut - m.cotisations_salarie
    m.prevoyance_imposable = maximum(_prevoyance_comptee(m) - _limite_deduction(m, t), ZERO)
    m.net_imposable = total(
        [m.net_avant_impot, m.csg_non_deductible, m.crds, m.sante_employeur, m.prevoyance_imposable]
    )


def _prevoyance(m: Paie, t: Taux, profil: Profil) -> None:
    """Provident and health cover, before the bases: part of the employer's share may join them."""
    tranche = minimum(m.brut, t[c.PMSS])
    rate = profil.prevoyance
    if rate is None and profil.statut is not Statut.NON_CADRE:
        rate = t[c.PREVOYANCE_CADRE]
    if rate is not None:
        m.prevoyance = tranche * rate
    if profil.prevoyance_salarie is not None:
        m.prevoyance_salarie = tranche * profil.prevoyance_salarie
    m.sante_employeur = profil.sante * profil.sante_employeur
    m.sante_salarie = profil.sante - m.sante_employeur


def _assiettes(m: Paie, t: Taux, profil: Profil) -> None:
    pmss = t[c.PMSS]
    free = minimum(
        pmss * t[c.EXONERATION_PLAFOND] + m.brut * t[c.EXONERATION_REMUNERATION],
        pmss * t[c.EXONERATION_MAXIMUM],
    )
    covered = _couverture(m)
    m.reintegration = maximum(covered - free, ZERO)
    m.assiette = m.brut + m.reintegration
    m.tranche_1 = minimum(m.assiette, pmss)
    m.tranche_2 = minimum(m.assiette, pmss * t[c.TRANCHE_2]) - m.tranche_1
    if profil.statut.est_salarie:
        m.quatre_plafonds = minimum(m.assiette, pmss * _QUATRE)
    above = m.assiette > pmss * t[c.CET_SEUIL]
    m.assiette_cet = when(above, minimum(m.assiette, pmss * t[c.TRANCHE_2]), ZERO)
    gross = bareme(m.brut, (t[c.CSG_BASE], t[c.CSG_BASE_AU_DELA]), (pmss * _QUATRE,))
    m.assiette_csg = gross + covered * t[c.CSG_BASE_PREVOYANCE]


def _couverture(m: Paie) -> Amount:
    """What the employer pays for provident and health cover."""
    return total(m.present(("prevoyance", "sante_employeur")))


def _employeur(m: Paie, t: Taux, profil: Profil) -> Amount:
    size, salarie = profil.effectif, profil.statut.est_salarie
    m.maladie = m.assiette * taux_maladie(m, t, reduit=salarie)
    m.vieillesse_plafonnee = m.tranche_1 * t[c.VIEILLESSE_PLAFONNEE]
    m.vieillesse_deplafonnee = m.assiette * t[c.VIEILLESSE_DEPLAFONNEE]
    m.famille = m.assiette * taux_famille(m, t, reduit=salarie)
    if salarie:
        m.chomage = m.quatre_plafonds * t[c.CHOMAGE]
        m.ags = m.quatre_plafonds * t[c.AGS]
    atmp = t[c.ATMP_MOYEN] if profil.atmp is None else profil.atmp
    m.atmp = m.assiette * atmp
    m.retraite_t1 = m.tranche_1 * t[c.RETRAITE_T1]
    m.retraite_t2 = m.tranche_2 * t[c.RETRAITE_T2]
    m.ceg_t1 = m.tranche_1 * t[c.CEG_T1]
    m.ceg_t2 = m.tranche_2 * t[c.CEG_T2]
    m.cet = m.assiette_cet * t[c.CET]
    if profil.statut is Statut.CADRE:
        m.apec = m.quatre_plafonds * t[c.APEC]
    _logement_et_mobilite(m, t, profil)
    m.csa = m.assiette * t[c.CSA]
    if salarie:
        m.dialogue_social = m.assiette * t[c.DIALOGUE_SOCIAL]
    _formation(m, t, profil)
    if size.onze:
        m.forfait_social = (_couverture(m) - m.reintegration) * t[c.FORFAIT_SOCIAL]
    due = total([m.lines[code] for code in _PATRONALES if code in m.lines])
    if not salarie:
        return due
    reduction(m, t, size, atmp)
    return due - m.reduction_generale


def _logement_et_mobilite(m: Paie, t: Taux, profil: Profil) -> None:
    if profil.effectif.cinquante:
        m.fnal = m.assiette * t[c.FNAL]
        m.peec = m.assiette * t[c.PEEC]
    else:
        m.fnal = m.tranche_1 * t[c.FNAL_MOINS_DE_50]
    if profil.effectif.onze and profil.mobilite is not None:
        m.mobilite = m.assiette * profil.mobilite


def _formation(m: Paie, t: Taux, profil: Profil) -> None:
    """Training and apprenticeship."""
    legal = t[c.FORMATION] if profil.effectif.onze else t[c.FORMATION_MOINS_DE_11]
    m.formation = m.assiette * legal
    if profil.formation is not None:
        m.formation_conventionnelle = m.assiette * profil.formation
    if profil.cdd:
        m.cpf_cdd = m.assiette * t[c.CPF_CDD]
    local = profil.alsace_moselle
    whole = t[c.APPRENTISSAGE] + t[c.APPRENTISSAGE_SOLDE]
    m.apprentissage = m.assiette * (t[c.APPRENTISSAGE_ALSACE_MOSELLE] if local else whole)
    if profil.effectif.deux_cent_cinquante and profil.alternants in _SUPPLEMENTS:
        rate: Amount = t[_supplement(profil)]
        if local:
            rate = rate * t[c.SUPPLEMENT_ALSACE_MOSELLE]
        m.apprentissage_supplementaire = m.assiette * rate


def _supplement(profil: Profil) -> RateCode:
    largest = profil.effectif is Effectif.DEPUIS_2000
    if largest and profil.alternants is Alternants.MOINS_DE_UN:
        return c.SUPPLEMENT_1_ET_2000
    return _SUPPLEMENTS[profil.alternants]


def _salarie(m: Paie, t: Taux, profil: Profil) -> list[Line]:
    if profil.alsace_moselle:
        m.maladie_salarie = m.assiette * t[c.MALADIE_ALSACE_MOSELLE]
    m.vieillesse_plafonnee_salarie = m.tranche_1 * t[c.VIEILLESSE_PLAFONNEE_SALARIE]
    m.vieillesse_deplafonnee_salarie = m.assiette * t[c.VIEILLESSE_DEPLAFONNEE_SALARIE]
    m.retraite_t1_salarie = m.tranche_1 * t[c.RETRAITE_T1_SALARIE]
    m.retraite_t2_salarie = m.tranche_2 * t[c.RETRAITE_T2_SALARIE]
    m.ceg_t1_salarie = m.tranche_1 * t[c.CEG_T1_SALARIE]
    m.ceg_t2_salarie = m.tranche_2 * t[c.CEG_T2_SALARIE]
    m.cet_salarie = m.assiette_cet * t[c.CET_SALARIE]
    if profil.statut is Statut.CADRE:
        m.apec_salarie = m.quatre_plafonds * t[c.APEC_SALARIE]
    m.csg_deductible = m.assiette_csg * t[c.CSG_DEDUCTIBLE]
    m.csg_non_deductible = m.assiette_csg * t[c.CSG_NON_DEDUCTIBLE]
    m.crds = m.assiette_csg * t[c.CRDS]
    return [m.lines[code] for code in _SALARIALES if code in m.lines]


def _prevoyance_comptee(m: Paie) -> Amount:
    """The cover whose deduction is bounded: all of it but the employer's share of health."""
    return total(m.present(("prevoyance", "prevoyance_salarie", "sante_salarie")))


def _limite_deduction(m: Paie, t: Taux) -> Amount:
    pmss = t[c.PMSS]
    return minimum(
        pmss * t[c.DEDUCTION_PLAFOND] + m.brut * t[c.DEDUCTION_REMUNERATION],
        pmss * t[c.DEDUCTION_MAXIMUM],
    )


def _lignes(section: str) -> tuple[str, ...]:
    return tuple(d.code for d in declarations(Paie) if d.section == section and d.level == "line")


_PATRONALES, _SALARIALES = _lignes("employeur"), _lignes("salarie")
