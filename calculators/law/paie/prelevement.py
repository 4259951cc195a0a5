"""Income tax withheld from a salary (CGI 204 E to H): neutral grid, personal rate, or an amount."""

from calculators.kit.amounts import Amount, tranche
from calculators.kit.days import Day
from calculators.kit.fields import Choice
from calculators.law.paie.lignes import Paie
from calculators.law.paie.taux import Territoire, grille


class Prelevement(Choice):
    """How the tax of the month is found."""

    NEUTRE = "neutre", "Taux neutre"
    PERSONNEL = "personnel", "Taux personnel"
    BAREME = "bareme", "Barème, avec le foyer"
    AUCUN = "aucun", "Sans impôt"


def base(m: Paie, *, prevoyance_imposable: bool = False) -> Amount:
    """What the withholding applies to: the taxable net.

    The official simulator leaves in it the employer's provident cover, which CGI 83, 1° quater
    takes off: `prevoyance_imposable` reads it so.
    """
    if prevoyance_imposable and "prevoyance" in m.lines:
        return m.net_imposable + m.prevoyance - m.prevoyance_imposable
    return m.net_imposable


def au_taux(m: Paie, assiette: Amount, taux: Amount) -> None:
    """Withhold a rate."""
    m.base_prelevement = assiette
    m.taux_prelevement = taux
    m.prelevement = m.base_prelevement * m.taux_prelevement
    m.net_paye = m.net_avant_impot - m.prelevement


def au_taux_neutre(m: Paie, assiette: Amount, on: Day, territoire: Territoire) -> None:
    """Withhold the rate of the grid: the first slice whose limit is above the base."""
    m.base_prelevement = assiette
    m.taux_prelevement = tranche(m.base_prelevement, *grille(m, on, territoire))
    m.prelevement = m.base_prelevement * m.taux_prelevement
    m.net_paye = m.net_avant_impot - m.prelevement


def montant(m: Paie, impot: Amount) -> None:
    """Withhold an amount, the twelfth of a year's tax for instance."""
    m.prelevement = impot
    m.net_paye = m.net_avant_impot - m.prelevement
