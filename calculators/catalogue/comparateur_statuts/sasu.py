"""SASU: the whole profit as the president's salary, or nothing but dividends."""

from datetime import date

from calculators.catalogue.comparateur_statuts.communs import ajoute, impot_societes
from calculators.catalogue.comparateur_statuts.lines import ComparateurStatuts
from calculators.kit.amounts import Amount, constant, floor, maximum, rounded
from calculators.kit.units import EUR, MILLIONTH
from calculators.law import impot_regles, paie, societe
from calculators.law.foyer import deduction
from calculators.law.societe import ImpositionDividendes

ZERO = constant(0, EUR)
MOIS, CENTIMES = 12, 100


def en_salaire(m: ComparateurStatuts) -> None:
    """Twelve equal months at the highest gross that the profit pays; the rest stays in.

    The rates are those of January: none of an officer's changes within the years compared.
    """
    on = m.moment(date(m.inputs.annee, 1, 1))
    cents = maximum(m.resultat_reel, ZERO) * CENTIMES / MOIS
    m.budget_mensuel = floor(rounded(cents, MILLIONTH)) / CENTIMES
    atmp = None if m.inputs.taux_atmp is None else m["taux_atmp"]
    officer = paie.profil_du_president(atmp)
    gross = paie.brut_pour_cout(m, m.budget_mensuel, on, officer)
    paie.paie(m.bulletin, brut=gross, on=on, profil=officer)
    m.sasu_cout = m.bulletin.cout * MOIS
    m.sasu_cotisations = (m.bulletin.cotisations_employeur + m.bulletin.cotisations_salarie) * MOIS
    m.sasu_net = m.bulletin.net_avant_impot * MOIS
    m.sasu_imposable = m.bulletin.net_imposable * MOIS
    m.sasu_deduction = _deduction(m)
    m.impot_sasu = ajoute(m, m.avec_sasu, m.sasu_imposable - m.sasu_deduction)
    impot_societes(m, m.reliquat, m.resultat_reel - m.sasu_cout)
    m.reserve_sasu = maximum(m.reliquat.benefice_net, ZERO)


def _deduction(m: ComparateurStatuts) -> Amount:
    """What the pay adds to the deduction of one person's salaries."""
    rules = impot_regles.regles(m, m.inputs.annee)
    if m.inputs.salaires_foyer is None:
        return deduction(m.sasu_imposable, rules)
    return deduction(m["salaires_foyer"] + m.sasu_imposable, rules) - m.foyer.deduction_salaires


def en_dividendes(m: ComparateurStatuts) -> None:
    """No pay at all: what corporate tax leaves is paid out, without any contribution."""
    given = m.inputs
    impot_societes(m, m.benefice, m.resultat_reel)
    profit = maximum(m.benefice.benefice_net, ZERO)
    societe.dividendes(
        m.distribue, montant=profit * m["part_distribuee"], annee=given.annee,
        option=given.imposition_dividendes,
    )  # fmt: skip
    m.reserve_distribue = profit - m.distribue.dividendes
    if given.imposition_dividendes is ImpositionDividendes.BAREME:
        m.impot_distribue = ajoute(m, m.avec_distribue, m.distribue.imposables)
