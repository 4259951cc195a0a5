"""Portage salarial: the fee of the company, then the salary that the rest pays; services only."""

from datetime import date

from calculators.catalogue.comparateur_statuts.communs import (
    ZERO,
    ajoute,
    annee_salariee,
    un_douzieme,
)
from calculators.catalogue.comparateur_statuts.inputs import Activite
from calculators.catalogue.comparateur_statuts.lines import ComparateurStatuts
from calculators.kit.amounts import constant, maximum
from calculators.kit.days import Day
from calculators.kit.units import EUR, NUMBER
from calculators.law import paie
from calculators.law.paie import Effectif, Profil, Statut
from calculators.law.portage import gestion
from calculators.law.portage.formation import formation_de_branche
from calculators.law.portage.lectures import Reserve
from calculators.law.portage.salaire import Contrat, brut_pour_enveloppe


def en_portage(m: ComparateurStatuts) -> None:
    """Twelve equal months, the costs repaid before the salary and the reserve spent in the year.

    Nothing for sales, which portage is not for (C. trav. L1254-1), nor for a year whose payroll
    is not known yet.
    """
    on = m.moment(date(m.inputs.annee, 1, 1))
    if m.inputs.activite is Activite.VENTES or not paie.est_connue(m, on):
        return
    fee = gestion.pourcentage(m["taux_frais_portage"])
    m.frais_portage = gestion.frais_de_gestion(m.chiffre_affaires, fee)
    left = m.chiffre_affaires - m.frais_portage - m.depenses
    m.budget_portage = un_douzieme(left)
    contrat = Contrat(on, _societe(m, on), Reserve.AUCUNE)
    gross = brut_pour_enveloppe(m, m.budget_portage, contrat)
    paie.paie(m.bulletin_portage, brut=gross, on=on, profil=contrat.profil)
    annee_salariee(m, m.portage, m.bulletin_portage)
    m.impot_portage = ajoute(m, m.avec_portage, m.portage.imposable - m.portage.deduction)
    m.solde_portage = maximum(left - m.portage.cout, ZERO)


def _societe(m: ComparateurStatuts, on: Day) -> Profil:
    """A company of 250 employees or more, as most are (C. trav. L1254-29), without health cover."""
    size = Effectif.DE_250_A_1999
    return Profil(
        statut=Statut.CADRE, effectif=size, formation=formation_de_branche(m, size, on),
        atmp=None if m.inputs.taux_atmp is None else m["taux_atmp"],
        sante=constant(0, EUR), sante_employeur=constant(0, NUMBER),
    )  # fmt: skip
