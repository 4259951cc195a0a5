"""A tiny sheet with a self-employed year, a company and its dividends, for tests of these rooms."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, localcontext

from calculators.kit import units
from calculators.kit.fields import asked, money
from calculators.kit.lines import Sheet
from calculators.kit.parts import part
from calculators.kit.rates import RateBook
from calculators.law.foyer import Foyer, FoyerInputs
from calculators.law.impot_revenu import Impot
from calculators.law.independants import Independant, Regime, independant
from calculators.law.societe import Dividendes, Societe
from tests.books import committed_book


class StatutsInputs(FoyerInputs):
    """Every amount that one of the rooms asks for."""

    chiffre_affaires: Decimal = money("Chiffre d’affaires", default=Decimal(0))
    charges: Decimal = money("Charges", default=Decimal(0))
    resultat: Decimal = money("Résultat", default=Decimal(0), ge=None)
    dividendes: Decimal = money("Dividendes", default=Decimal(0))
    sans_cotisations: Decimal = money("Dividendes sans cotisations", default=Decimal(0))
    apports: Decimal = money("Capital, primes et compte courant", default=Decimal(0))
    creation: date | None = asked("Création", default=None)


class Statuts(Sheet):
    """The rooms side by side."""

    inputs: StatutsInputs

    foyer = part(Foyer, section="foyer")
    ti = part(Independant, section="ti")
    societe = part(Societe, section="societe")
    dividendes = part(Dividendes, section="dividendes")
    impot = part(Impot, section="impot")


def statuts(
    fill: Callable[[Statuts], None], book: RateBook | None = None, **given: object
) -> Statuts:
    """Run formulas on a sheet, as the kit does."""
    with localcontext(units.CONTEXT):
        m = Statuts(StatutsInputs.model_validate(given), book or committed_book())
        fill(m)
    return m


def annee(
    regime: Regime, revenu: object, *, dividendes: object = None, creation: str = "",
    acre: bool = False, book: RateBook | None = None,
) -> Independant:  # fmt: skip
    """One year of a self-employed person."""
    given = {
        "chiffre_affaires": revenu,
        "dividendes": dividendes or 0,
        "creation": creation or None,
    }

    def fill(m: Statuts) -> None:
        independant(
            m.ti, regime=regime, revenu=m["chiffre_affaires"],
            dividendes=None if dividendes is None else m["dividendes"],
            creation=m.day("creation") if creation else None, avec_acre=acre,
        )  # fmt: skip

    return statuts(fill, book, **given).ti
