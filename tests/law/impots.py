"""A tiny sheet with a household and two taxes, for the tests of the income tax room."""

from decimal import Decimal, localcontext
from typing import Any

from calculators.kit import units
from calculators.kit.fields import money
from calculators.kit.lines import Sheet
from calculators.kit.parts import part
from calculators.kit.rates import RateBook
from calculators.law.foyer import Foyer, FoyerInputs, foyer
from calculators.law.impot_regles import LOI, Methode
from calculators.law.impot_revenu import Impot, impot
from tests.books import committed_book


class MenageInputs(FoyerInputs):
    """A household and the income of one activity."""

    activite: Decimal = money("Revenu de l’activité", default=Decimal(0))


class Menage(Sheet):
    """Its tax with and without the activity."""

    inputs: MenageInputs

    foyer = part(Foyer, section="foyer")
    avec = part(Impot, "{}, avec l’activité", section="avec")
    sans = part(Impot, "{}, sans l’activité", section="sans")


def menage(
    annee: int, activite: Any = 0, *, methode: Methode = LOI, book: RateBook | None = None,
    libere: bool = False, **given: Any,
) -> Menage:  # fmt: skip
    """Fill the sheet; `libere` puts the activity under versement libératoire."""
    inputs = MenageInputs(activite=Decimal(activite), **given)
    with localcontext(units.CONTEXT):
        m = Menage(inputs, book or committed_book())
        foyer(m.foyer, annee=annee, methode=methode)
        impot(
            m.avec, foyer=m.foyer, annee=annee, methode=methode,
            revenu_imposable=m.foyer.revenus if libere else m.foyer.revenus + m["activite"],
            revenu_sous_versement=m["activite"] if libere else None,
        )  # fmt: skip
        impot(m.sans, revenu_imposable=m.foyer.revenus, foyer=m.foyer, annee=annee, methode=methode)
    return m
