"""SASU: the whole profit as the president's salary, or nothing but dividends."""

from datetime import date

from calculators.catalogue.comparateur_statuts.communs import (
    ajoute,
    annee_salariee,
    impot_societes,
    un_douzieme,
)
from calculators.catalogue.comparateur_statuts.lines import ComparateurStatuts
from calculators.kit.amounts import constant, maximum
from calculators.kit.units import EUR
from calculators.law import paie, societe
from calculators.law.societe import ImpositionDividendes

ZERO = constant(0, EUR)


def en_salaire(m: ComparateurStatuts) -> None:
    """Twelve equal months at the highest gross that the profit pays; the rest stays in.

    The rates are those of January: none of an officer's changes within the years compared.
    """
    on = m.moment(date(m.inputs.annee, 1, 1))
    m.budget_mensuel = un_douzieme(m.resultat_reel)
    atmp = None if m.inputs.taux_atmp is None else m["taux_atmp"]
    officer = paie.profil_du_president(atmp)
    gross = paie.brut_pour_cout(m, m.budget_mensuel, on, officer)
    paie.paie(m.bulletin, brut=gross, on=on, profil=officer)
    annee_salariee(m, m.sasu, m.bulletin)
    m.impot_sasu = ajoute(m, m.avec_sasu, m.sasu.imposable - m.sasu.deduction)
    impot_societes(m, m.reliquat, m.resultat_reel - m.sasu.cout)
    m.reserve_sasu = maximum(m.reliquat.benefice_net, ZERO)


def en_dividendes(m: ComparateurStatuts) -> None:
    """No pay at all: what corporate tax leaves is paid out, without any contribution."""
    given = m.inputs
    impot_societes(m, m.benefice, m.resultat_reel)
    profit = maximum(m.benefice.benefice_net, ZERO)
    societe.dividendes(
        m.distribue, montant=profit * m["part_distribuee"], annee=given.annee,
        option=given.imposition_dividendes, comparer=True,
    )  # fmt: skip
    m.reserve_distribue = profit - m.distribue.dividendes
    m.impot_distribue = ajoute(m, m.avec_distribue, m.distribue.imposables)
    flat, scale = m.distribue.impot_forfaitaire, m.impot_distribue
    chosen_flat = given.imposition_dividendes is ImpositionDividendes.FORFAIT
    m.gain_autre_imposition = flat - scale if chosen_flat else scale - flat
