"""What several statuses ask of the rooms: taxes, contributions of the real regime."""

from datetime import date

from calculators.catalogue.comparateur_statuts.lines import ComparateurStatuts
from calculators.kit.amounts import Amount
from calculators.law import independants
from calculators.law.impot_revenu import Impot, impot
from calculators.law.independants import Independant, independant
from calculators.law.societe import Societe, societe


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
