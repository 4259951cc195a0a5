"""What several statuses ask of the rooms: taxes, contributions, a year of salary."""

from datetime import date

from calculators.catalogue.comparateur_statuts.lines import ComparateurStatuts, SalaireAnnuel
from calculators.kit.amounts import Amount, constant, floor, maximum, rounded
from calculators.kit.units import EUR, MILLIONTH
from calculators.law import impot_regles, independants
from calculators.law.foyer import deduction
from calculators.law.impot_revenu import Impot, impot
from calculators.law.independants import Independant, independant
from calculators.law.paie import Paie
from calculators.law.societe import Societe, societe

ZERO = constant(0, EUR)
MOIS, CENTIMES = 12, 100


def ajoute(m: ComparateurStatuts, part: Impot, revenu: Amount) -> Amount:
    """What an income adds to the household's tax."""
    year = m.inputs.annee
    impot(part, revenu_imposable=m.foyer.revenus + revenu, foyer=m.foyer, annee=year)
    if not m.inputs.a_d_autres_revenus:
        return part.impot_du
    return part.impot_du - m.sans.impot_du


def cotise(
    m: ComparateurStatuts, part: Independant, revenu: Amount, *,
    dividendes: Amount | None = None, anciennes: bool = False,
) -> None:  # fmt: skip
    """Fill the contributions of a self-employed person."""
    given = m.inputs
    regime = independants.Regime(
        given.annee, given.registre, given.activite.caisse, anciennes=anciennes
    )
    created = None if given.date_creation is None else m.day("date_creation")
    independant(
        part, regime=regime, revenu=revenu, dividendes=dividendes, creation=created,
        avec_acre=given.acre,
    )  # fmt: skip


def impot_societes(m: ComparateurStatuts, part: Societe, resultat: Amount) -> None:
    """The tax of a company that closes its year in December."""
    closed = m.moment(date(m.inputs.annee, 12, 31))
    societe(
        part, resultat=resultat, cloture=closed, chiffre_affaires=m.chiffre_affaires
    )  # fmt: skip


def un_douzieme(annee: Amount) -> Amount:
    """A month of a year's amount, to the lower cent; nothing of a loss."""
    cents = maximum(annee, ZERO) * CENTIMES / MOIS
    return floor(rounded(cents, MILLIONTH)) / CENTIMES


def annee_salariee(m: ComparateurStatuts, part: SalaireAnnuel, bulletin: Paie) -> None:
    """Fill twelve months of a payslip, and what they add to the deduction of salaries."""
    part.cout = bulletin.cout * MOIS
    part.cotisations = (bulletin.cotisations_employeur + bulletin.cotisations_salarie) * MOIS
    part.net = bulletin.net_avant_impot * MOIS
    part.imposable = bulletin.net_imposable * MOIS
    rules = impot_regles.regles(m, m.inputs.annee)
    if m.inputs.salaires_foyer is None:
        part.deduction = deduction(part.imposable, rules)
    else:
        whole = deduction(m["salaires_foyer"] + part.imposable, rules)
        part.deduction = whole - m.foyer.deduction_salaires
