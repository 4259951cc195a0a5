"""What a self-employed person at the real regime owes for a year (EI, EURL; not micro).

class Statuts(Sheet):
    ei = part(Independant, "{}, EI au réel", section="ei")

independant(m.ei, regime=Regime(2026), revenu=m["chiffre_affaires"] - m["charges"])

Since 2025 the base of every contribution and of the CSG is the income before contributions, less
26 % within bounds: CSS L131-6, L136-3, D136-5. Nothing there goes round in a circle; before, the
base was the income after contributions: see `recherche`.
"""

from datetime import date

from calculators.kit.amounts import Amount, constant, maximum, minimum, total
from calculators.kit.days import Day
from calculators.kit.lines import declared
from calculators.kit.parts import Part, table
from calculators.kit.units import CENT, DAYS, EURO, PERCENT, PERCENT_CENT
from calculators.law import impot_regles
from calculators.law.foyer import deduction
from calculators.law.independants import acre, cotisations, regles
from calculators.law.independants.acre import Acre
from calculators.law.independants.branches import ZERO, Annee
from calculators.law.independants.cotisations import CONTRIBUTIONS, COTISATIONS
from calculators.law.independants.recherche import UnEssai, recherche
from calculators.law.independants.regles import Regime

CODES = (*regles.CODES, *acre.CODES)


class Independant(Part):
    """The lines of a year; the law rounds each of them to the euro."""

    essais = table(UnEssai, "Recherche du revenu qui reste après cotisations", head="Essai")

    revenu = declared("Revenu avant cotisations", CENT, level="total")
    dividendes = declared(
        "Dividendes soumis à cotisations", CENT, level="detail",
        help="Au-delà de 10 % du capital, des primes et du compte courant d’associé.",
    )  # fmt: skip
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
    taux_maladie = declared("Taux de maladie-maternité", PERCENT_CENT, unit=PERCENT, level="detail")
    maladie = declared("Maladie, maternité", EURO, nature="cotisations")
    indemnites_journalieres = declared("Indemnités journalières", EURO, nature="cotisations")
    taux_allocations_familiales = declared(
        "Taux d’allocations familiales", PERCENT_CENT, unit=PERCENT, level="detail"
    )
    allocations_familiales = declared("Allocations familiales", EURO, nature="cotisations")
    retraite_base = declared("Retraite de base", EURO, nature="cotisations")
    retraite_complementaire = declared("Retraite complémentaire", EURO, nature="cotisations")
    invalidite_deces = declared("Invalidité, décès", EURO, nature="cotisations")
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
    _cotisations(part, year, exempt)
    part.cotisations = total(part.lines[code] for code in (*COTISATIONS, *CONTRIBUTIONS))
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
    last = part.moment(date(regime.annee, 12, 31)).amount
    return Annee.de(rules, last - creation.amount + constant(1, DAYS))


def _assiette(part: Independant, earned: Amount, bounds: tuple[Amount, Amount, Amount]) -> None:
    """The income before contributions less its allowance, one base for all."""
    rate, floor, cap = bounds
    part.abattement = minimum(maximum(earned * rate, floor), cap)
    part.assiette = maximum(earned - part.abattement, ZERO)


def _cotisations(part: Independant, year: Annee, exempt: Acre | None) -> None:
    base = part.assiette
    part.taux_maladie = cotisations.taux_maladie(base, year)
    part.taux_allocations_familiales = cotisations.taux_famille(base, year)
    rates = part.taux_maladie, part.taux_allocations_familiales
    for code, amount in cotisations.cotisations(base, rates, year, exempt).items():
        setattr(part, code, amount)
    csg: Amount = base
    if year.regles.abattement is None:
        part.assiette_csg = part.assiette_exacte + total(part.present(COTISATIONS))
        csg = part.assiette_csg
    for code, amount in cotisations.contributions(csg, year).items():
        setattr(part, code, amount)
