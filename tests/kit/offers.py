"""A small calculator whose rows can be put out by an amount: offers under a budget."""

from decimal import Decimal
from typing import Any, ClassVar

from calculators.kit.calculator import Calculator, Headline, Result
from calculators.kit.fields import Group, Inputs, money, year
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part, table
from calculators.kit.rates import RateBook
from calculators.kit.units import CENT
from tests.kit.toy import BOOK

DEAR = "Ne s’applique pas : au-delà du budget."


class OffersInputs(Inputs):
    """What one has, and what the offer asks."""

    GROUPS: ClassVar[tuple[Group, ...]] = (Group("tout", "Tout"),)

    annee: int = year("Année", group="tout")
    budget: Decimal = money("Budget", default=Decimal(100), group="tout")
    prix: Decimal = money("Prix", default=Decimal(0), group="tout")
    moitie: Decimal | None = money("Reste à garder", default=None, group="tout")


class Offre(Part):
    """A row."""

    prix = declared("Prix", CENT)
    reste = declared("Reste", CENT)


class Offres(Sheet):
    """Three offers: one that always applies, one with a rule, one with two."""

    inputs: OffersInputs

    offres = table(Offre, "Les offres", head="Offre")
    depense = declared("Dépense", CENT, section="tout")


def formulas(*, inputs: OffersInputs, rates: RateBook) -> Offres:
    """The same price three times; the last offer costs double."""
    m = Offres(inputs, rates)
    for key, label, times in (("rien", "Rien", 0), ("une", "Une", 1), ("deux", "Deux", 2)):
        row = m.offres.row(key, label)
        row.prix = m["prix"] * times
        row.reste = m["budget"] - row.prix
        if times:
            m.offres.refuse(key, row.prix > m["budget"], "trop_cher", DEAR)
        if times > 1 and inputs.moitie is not None:
            short = row.reste < m["moitie"]
            m.offres.refuse(key, short, "reste_bas", "Il ne reste que {reste} de {budget}.")
    m.depense = m["prix"] * 3
    return m


OFFERS = Calculator(
    slug="offres", title="Offres", summary="", intro="", inputs=OffersInputs, sheet=Offres,
    formulas=formulas, main_date="annee", example={"annee": 2020},
    headline=Headline("depense", "{depense}", "{depense}", "{depense}"),
    sections={"tout": "Tout"},
)  # fmt: skip


def offers(**given: Any) -> Result:
    """The offers of a year."""
    inputs = OffersInputs.model_validate({"annee": 2020} | given)
    return OFFERS.calculate(inputs=inputs, rates=BOOK)
