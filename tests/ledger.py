"""A calculator with a list of rows of every kind of column, put in the catalogue for a test."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import ClassVar, Self

import pytest
from pydantic import model_validator

from calculators import catalogue
from calculators.kit.amounts import total
from calculators.kit.calculator import Calculator, Headline
from calculators.kit.fields import Choice, Group, Inputs, Row, asked, money, quantity, rows, year
from calculators.kit.lines import Sheet, declared
from calculators.kit.messages import InputError
from calculators.kit.names import cell_name
from calculators.kit.parts import Part, table
from calculators.kit.rates import RateBook
from calculators.kit.units import CENT
from sellerdesk.desk.plan import plan_of

SLUG = "releve"
PAGE = f"/calculs/{SLUG}/"
MOST = 500


class Nature(Choice):
    """What was sold."""

    VENTE = "vente", "Vente de marchandises"
    SERVICE = "service", "Prestation"


class Recette(Row):
    """One receipt."""

    ventes: Decimal = money("Ventes")
    jour: date | None = asked("Jour", default=None)
    nature: Nature = asked("Nature", default=Nature.VENTE)
    colis: int | None = quantity("Colis", default=None, unit="colis", le=1000)
    offert: bool = asked("Offert", default=False)
    achats: Decimal | None = money("Achats", default=None)
    note: str = asked("Remarque", default="")

    @model_validator(mode="after")
    def _a_gift_costs_nothing(self) -> Self:
        if self.offert and self.achats is None:
            raise InputError("achats", "Donnez l’achat de ce qui est offert.")
        return self


class ReleveInputs(Inputs):
    """A year."""

    GROUPS: ClassVar[tuple[Group, ...]] = (
        Group("essentiel", "L’essentiel"), Group("tout", "Recettes"),
    )  # fmt: skip

    annee: int = year("Année", group="essentiel", example="2026")
    recettes: tuple[Recette, ...] = rows(
        "Recettes", least=3, most=MOST, group="tout", help="Une ligne par encaissement."
    )

    @model_validator(mode="after")
    def _days_in_the_year(self) -> Self:
        for index, row in enumerate(self.recettes):
            if row.jour is not None and row.jour.year != self.annee:
                name = cell_name("recettes", index, "jour")
                raise InputError(name, f"Ce jour n’est pas en {self.annee}.")
        return self


class LigneRecette(Part):
    """A row of the table."""

    ventes = declared("Ventes", CENT)
    achats = declared("Achats", CENT)


class Releve(Sheet):
    """The lines of a year."""

    inputs: ReleveInputs

    lignes = table(LigneRecette, "Recette par recette", head="Recette")
    total_ventes = declared("Total des ventes", CENT, section="tout", level="key")


def formulas(*, inputs: ReleveInputs, rates: RateBook) -> Releve:
    """Add up."""
    m = Releve(inputs, rates)
    if not inputs.recettes:
        return m.not_applicable("aucune_recette", "Donnez au moins une recette.", "recettes")
    for number, row in enumerate(m.rows("recettes"), start=1):
        line = m.lignes.row(f"{number:03}", f"Recette {number}")
        line.ventes = row["ventes"]
        if row.given.achats is not None:
            line.achats = row["achats"]
            name = cell_name("recettes", number - 1, "achats")
            m.warn(line.achats > line.ventes, "achats", "Les achats dépassent les ventes.", name)
        name = cell_name("recettes", number - 1, "ventes")
        m.refuse(line.ventes > 1_000_000, "trop", "C’est trop pour une recette.", name)
    m.total_ventes = total(m.lignes.column("ventes"))
    m.lignes.totals["ventes"] = m.total_ventes
    return m


CALCULATOR = Calculator(
    slug=SLUG, title="Relevé", summary="Des recettes.", intro="Une ligne par recette.",
    inputs=ReleveInputs, sheet=Releve, formulas=formulas, main_date="annee",
    example={"annee": 2026, "recettes": [
        {"ventes": "1234.50", "jour": "2026-02-01", "nature": "service", "colis": 3},
        {"ventes": "100", "offert": True, "achats": "40", "note": "Salon"},
    ]},
    headline=Headline("total_ventes", "Vous avez vendu pour {total_ventes}.", "", "Rien vendu."),
    sections={"tout": "L’année"},
)  # fmt: skip


@contextmanager
def in_the_catalogue(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Add the calculator to the catalogue, as a folder would."""
    (folder / SLUG).mkdir()
    (folder / SLUG / "__init__.py").write_text("from tests.ledger import CALCULATOR\n")
    patch.setattr(catalogue, "__path__", [*catalogue.__path__, str(folder)])
    _forget()
    yield
    sys.modules.pop(f"calculators.catalogue.{SLUG}", None)
    _forget()


def _forget() -> None:
    catalogue.calculators.cache_clear()
    plan_of.cache_clear()
