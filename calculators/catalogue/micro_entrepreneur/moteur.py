"""The year as Urssaf's own simulator reads it, to be compared with it: never the default.

Its income tax is the scale of the income before, on the whole income without any rounding; the
activity's tax is its share of the household's; quarters go by the allowance.
"""

from datetime import date

from calculators.catalogue.micro_entrepreneur import words
from calculators.catalogue.micro_entrepreneur.inputs import OptionImpot
from calculators.catalogue.micro_entrepreneur.lines import MicroEntrepreneur
from calculators.kit.amounts import Amount, constant, maximum, total
from calculators.kit.days import Day
from calculators.kit.units import EUR, EURO, EXACT, MILLIONTH
from calculators.law import impot_revenu
from calculators.law.foyer import foyer
from calculators.law.impot_regles import MOTEUR
from calculators.law.impot_revenu import impot
from calculators.law.micro import plafonds, retraite
from calculators.law.micro.categories import Categorie
from calculators.law.micro.imposition import ABATTEMENT_MINIMUM, PLAFOND_RFR

ZERO = constant(0, EUR)


def comme_le_moteur(m: MicroEntrepreneur, bases: dict[Categorie, Amount], on: Day) -> None:
    """Fill the lines that the simulator prints."""
    year = m.inputs.annee
    kinds = 2 if len(bases) > 1 else 1
    allowance = total(base * m.rate(c.abattement, on) for c, base in bases.items())
    minimal = m.rate(ABATTEMENT_MINIMUM, on) * kinds
    m.assign("abattement", maximum(allowance, minimal), EXACT)
    m.assign("revenu_abattu", maximum(m.micro.chiffre_affaires - m.abattement, ZERO), EXACT)
    net = m.micro.chiffre_affaires - m.micro.prelevements
    m.assign("net_avant_impot", net, EURO)
    tax = _impot(m, year)
    m.assign("net_apres_impot", m.net_avant_impot - tax, EURO)
    pace = plafonds.rythme(m, year, None)
    plafonds.plafonds_micro(m.plafonds, m, bases, year, pace)
    retraite.trimestres_du_moteur(m.retraite, bases, on)
    m.remark("info", "simulateur_officiel", words.SIMULATEUR, "lecture")


def _impot(m: MicroEntrepreneur, year: int) -> Amount:
    if m.inputs.option_impot is OptionImpot.VERSEMENT:
        ceiling = m.rate(PLAFOND_RFR, m.moment(date(year, 1, 1)))
        m.depassement_vl = m.revenu_abattu - ceiling
        return m.micro.versement_liberatoire
    foyer(m.foyer, annee=year - 1, methode=MOTEUR)
    income = m.foyer.revenus + m.revenu_abattu
    impot(m.avec, revenu_imposable=income, foyer=m.foyer, annee=year - 1, methode=MOTEUR)
    m.assign("impot_propre", m.revenu_abattu * impot_revenu.taux_moyen(m.avec), MILLIONTH)
    return m.impot_propre
