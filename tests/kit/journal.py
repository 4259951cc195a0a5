"""A calculator of tables alone: wide, long, with dates, percentages, gaps and what has no value."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from calculators.kit.amounts import Amount, maximum, total, when
from calculators.kit.calculator import Calculator, Headline, Result
from calculators.kit.fields import (
    Choice,
    Group,
    Inputs,
    Row,
    asked,
    money,
    quantity,
    rate,
    rows,
    year,
)
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part, part, table
from calculators.kit.rates import RateBook
from calculators.kit.units import CENT, DATE, DAYS, EURO, EXACT, PERCENT, PERCENT_CENT, UNIT
from tests.kit.toy import BOOK, COMMISSION

TITLE = "Toutes les ventes de l’année, jour par jour"


class Etat(Choice):
    """Of what is sold."""

    NEUF = "neuf", "Neuf"
    OCCASION = "occasion", "D’occasion"


class Vente(Row):
    """One sale, with a field of every kind."""

    jour: date = asked("Jour")
    montant: Decimal = money("Montant")
    nombre: int = quantity("Nombre", default=1, unit="ventes")
    remise: Decimal | None = rate("Remise", default=None)
    etat: Etat = asked("État", default=Etat.NEUF)
    payee: bool = asked("Payée", default=True)
    note: str = asked("Note", default="")


class JournalInputs(Inputs):
    """A year of sales."""

    GROUPS: ClassVar[tuple[Group, ...]] = (Group("tout", "Tout"),)

    annee: int = year("Année", group="tout")
    ventes: tuple[Vente, ...] = rows("Ventes : le journal", most=300, group="tout")


class LigneVente(Part):
    """A row of eight columns."""

    jour = declared("Jour", EXACT, unit=DATE)
    nombre = declared("Nombre de ventes", UNIT, unit="")
    montant = declared("Montant encaissé", CENT)
    remise = declared("Remise accordée", CENT)
    commission = declared("Commission", EURO)
    reste = declared("Reste", CENT)
    part = declared("Part", PERCENT_CENT, unit=PERCENT)
    delai = declared("Délai", UNIT, unit=DAYS, absent="sans délai")


class LigneCumul(Part):
    """A row of one column."""

    cumul = declared("Cumul", CENT)


class Suite(Part):
    """A part that holds a table whose title begins as the first one's."""

    cumuls = table(LigneCumul, TITLE + " : cumul", head="N°")
    dernier = declared("Dernier cumul", CENT)


class Journal(Sheet):
    """The lines of a journal."""

    inputs: JournalInputs

    lignes = table(LigneVente, TITLE, head="Vente")
    suite = part(Suite, "{}, fin", section="fin")
    montant = declared("Montant total", CENT)
    remise = declared("Remises", CENT)
    commission = declared("Commissions", CENT)
    plus_grand = declared("Plus grande vente", CENT)
    moyenne = declared("Moyenne", CENT, level="total")
    saisi = declared("Total saisi", CENT)
    net = declared("Net", CENT, level="key")


def formulas(*, inputs: JournalInputs, rates: RateBook) -> Journal:
    """Compute a year of sales."""
    m = Journal(inputs, rates)
    given = m.rows("ventes")
    cumul: Amount = total([])
    for number, sale in enumerate(given, start=1):
        row = m.lignes.row(f"{number:02}", f"vente {number}")
        _row(m, row, sale)
        cumul = cumul + row.reste
        cell = m.suite.cumuls.row(str(number), f"n° {number}")
        cell.cumul = cumul
        cumul = cell.cumul
    m.suite.dernier = cumul
    m.montant = total(m.lignes.column("montant"))
    m.remise = total(m.lignes.column("remise"))
    m.commission = total(m.lignes.column("commission"))
    if given:
        m.plus_grand = maximum(*m.lignes.column("montant"))
    m.moyenne = total(m.lignes.column("montant")) / max(len(given), 1) - m.commission
    m.saisi = total(sale["montant"] for sale in given)
    m.net = m.montant - m.commission
    m.due(date(inputs.annee, 4, 30), "Déclarer")
    m.due(date(inputs.annee, 5, 31), "Payer", m.commission, m.remise)
    m.lignes.totals.update(montant=m.montant, remise=m.remise, commission=m.commission)
    return m


def _row(m: Journal, row: LigneVente, sale: Any) -> None:
    row.jour = sale.day("jour").amount
    row.nombre = sale["nombre"]
    row.montant = sale["montant"]
    left: Amount = row.montant
    if sale.given.remise is not None:
        row.remise = row.montant * sale["remise"]
        left = left - row.remise
    row.commission = row.montant * m.rate(COMMISSION, m.moment(date(m.inputs.annee, 1, 1)))
    row.reste = when(row.commission > 5, left - row.commission, left)
    row.part = row.reste / row.montant
    days = sale.day("jour").amount - m.moment(date(m.inputs.annee, 1, 1)).amount
    row.delai = when(row.montant > 0, days, days / 0)


JOURNAL = Calculator(
    slug="journal", title="Journal", summary="", intro="", inputs=JournalInputs, sheet=Journal,
    formulas=formulas, main_date="annee", example={"annee": 2024, "ventes": ()},
    headline=Headline("net", "Net : {net}.", "Perte : {net}.", "Rien."), codes=(COMMISSION,),
    sections={"": "Le résultat", "fin": "La fin"},
)  # fmt: skip


def sales(
    count: int, *, discounted: int = 1, amount: str = "1234.56"
) -> tuple[dict[str, Any], ...]:
    """So many sales, of rising amounts; one in `discounted` has a discount."""
    return tuple(
        {
            "jour": f"2024-{1 + n % 12:02}-{1 + n % 28:02}",
            "montant": str(Decimal(amount) * n),
            "nombre": 1 + n % 3,
            "remise": "12.5" if n % discounted == 0 else None,
            "etat": "occasion" if n % 2 else "neuf",
            "payee": bool(n % 3),
            "note": "=1+1" if n == 1 else "",
        }
        for n in range(count)
    )


def journal(given: tuple[dict[str, Any], ...], year_: int = 2024) -> Result:
    """The result of a list of sales."""
    inputs = JournalInputs.model_validate({"annee": year_, "ventes": given})
    return JOURNAL.calculate(inputs=inputs, rates=BOOK)
