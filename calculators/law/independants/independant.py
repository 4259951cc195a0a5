"""What a self-employed person at the real regime owes for a year (EI, EURL; not micro).

class Statuts(Sheet):
    ei = part(Independant, "{}, EI au réel", section="ei")

independant(m.ei, regime=Regime(2026), revenu=m["chiffre_affaires"] - m["charges"])

Since 2025 the base of every contribution and of the CSG is the income before contributions, less
26 % within bounds: CSS L131-6, L136-3, D136-5. Nothing there goes round in a circle; before, the
base was the income after contributions: see `recherche`.
"""

from datetime import date

from calculators.kit.amounts import Amount, maximum, minimum, total
from calculators.kit.days import Day
from calculators.kit.lines import declared
from calculators.kit.parts import table
from calculators.kit.units import CENT, EURO
from calculators.law import impot_regles
from calculators.law.foyer import deduction
from calculators.law.independants import acre, regles
from calculators.law.independants.branches import UN_JOUR, ZERO, Annee, minimum_prorata, prorata
from calculators.law.independants.cotisations import Cotisations, cotisations, lignes
from calculators.law.independants.recherche import UnEssai, recherche
from calculators.law.independants.regles import Regime

CODES = (*regles.CODES, *acre.CODES)


class Independant(Cotisations):
    """The lines of a year; the law rounds each of them to the euro."""

    essais = table(
        UnEssai, "Recherche du revenu qui reste après cotisations", head="Essai", folded=True
    )

    revenu = declared("Revenu avant cotisations", CENT, level="total")
    dividendes = declared(
        "Dividendes soumis à cotisations", CENT, level="detail",
        help="Au-delà de 10 % du capital, des primes et du compte courant d’associé.",
    )  # fmt: skip
    plafond = declared(
        "Plafond de la Sécurité sociale", EURO, level="detail",
        help="En proportion des jours d’activité de l’année.",
    )  # fmt: skip
    plafond_complementaire = declared(
        "Plafond de la première tranche de retraite complémentaire", EURO, level="detail"
    )
    minimum_retraite = declared("Assiette minimale de retraite de base", EURO, level="detail")
    abattement = declared(
        "Abattement", EURO, level="detail",
        help="26 % du revenu, entre un minimum et un maximum : CSS D136-5.",
    )  # fmt: skip
    assiette_exacte = declared(
        "Revenu qui reste après cotisations et CSG déductible", CENT, level="detail"
    )
    assiette = declared("Assiette des cotisations et de la CSG", EURO, level="detail")
    assiette_csg = declared(
        "Assiette de la CSG et de la CRDS", EURO, level="detail",
        help="Avant 2025, les cotisations y étaient ajoutées.",
    )  # fmt: skip
    csg_deductible = declared("CSG déductible", EURO, nature="cotisations")
    csg_non_deductible = declared("CSG non déductible et CRDS", EURO, nature="cotisations")
    cfp = declared("Contribution à la formation professionnelle", EURO, nature="cotisations")
    cotisations = declared(
        "Cotisations et contributions", EURO, nature="cotisations", level="total"
    )
    net = declared("Revenu après cotisations", CENT, level="total")
    imposable = declared(
        "Revenu imposable", EURO,
        help="Ce qui reste après cotisations, plus la CSG qui n’est pas déductible.",
    )  # fmt: skip
    deduction = declared(
        "Déduction de 10 % du gérant", EURO, level="detail", help="CGI 62 et 83, 3°"
    )
    imposable_apres_deduction = declared("Revenu imposable après déduction", EURO)


def independant(
    part: Independant, *, regime: Regime, revenu: Amount, dividendes: Amount | None = None,
    creation: Day | None = None, avec_acre: bool = False,
) -> None:  # fmt: skip
    """Fill the lines of a year.

    `revenu` is what is earned before contributions: turnover less other costs, or a manager's pay
    with its contributions. `dividendes` are those that bear contributions, paid beside it. A
    business created in the year has its ceilings in proportion to its days.
    """
    year = _annee(part, regime, creation)
    exempt = acre.acre(part, creation, regime.annee) if creation and avec_acre else None
    part.revenu = revenu
    earned: Amount = part.revenu
    if dividendes is not None:
        part.dividendes = dividendes
        earned = earned + part.dividendes
    if year.regles.abattement is not None:
        _assiette(part, earned, year.regles.abattement)
    else:
        part.assiette_exacte = recherche(part.essais, earned, year, exempt)
        part.assign("assiette", maximum(part.assiette_exacte, ZERO), CENT)
    due = cotisations(part, part.assiette, year, exempt)
    csg: Amount = part.assiette
    if not regime.reforme:
        part.assiette_csg = maximum(part.assiette_exacte + due, ZERO)
        csg = part.assiette_csg
    deductible, other = year.regles.csg
    part.csg_deductible = csg * deductible
    part.csg_non_deductible = csg * other
    part.cfp = year.regles.cfp
    part.cotisations = total(
        [*lignes(part), part.csg_deductible, part.csg_non_deductible, part.cfp]
    )
    part.net = part.revenu - part.cotisations
    part.imposable = maximum(part.net + part.csg_non_deductible, ZERO)


def deduire(part: Independant, *, annee: int) -> None:
    """The 10 % off a majority manager's pay, by the year whose income tax is reckoned: CGI 62."""
    part.deduction = deduction(part.imposable, impot_regles.regles(part, annee))
    part.imposable_apres_deduction = part.imposable - part.deduction


def _annee(part: Independant, regime: Regime, creation: Day | None) -> Annee:
    rules = regles.regles(part, regime)
    if creation is None or creation.year != regime.annee:
        return Annee.entiere(rules)
    jours = part.moment(date(regime.annee, 12, 31)).amount - creation.amount + UN_JOUR
    part.plafond = prorata(rules.pass_annuel, jours)
    part.minimum_retraite = minimum_prorata(rules, jours)
    first: Amount = rules.complementaire_1
    if not regime.cipav:  # the Cipav's ceiling is the whole year's
        part.plafond_complementaire = prorata(first, jours)
        first = part.plafond_complementaire
    return Annee(rules, part.plafond, first, part.minimum_retraite)


def _assiette(part: Independant, earned: Amount, bounds: tuple[Amount, Amount, Amount]) -> None:
    """The income before contributions less its allowance, one base for all."""
    rate, floor, cap = bounds
    part.abattement = minimum(maximum(earned * rate, floor), cap)
    part.assiette = maximum(earned - part.abattement, ZERO)
