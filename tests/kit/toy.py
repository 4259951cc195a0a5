"""A small calculator that uses every kind of field, rounding and outcome."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from calculators.kit.amounts import when
from calculators.kit.calculator import Calculator, Headline, Picture
from calculators.kit.fields import Choice, Group, Inputs, asked, money, quantity, rate
from calculators.kit.lines import Sheet, declared
from calculators.kit.rates import Confidence, RateBook, RateCode, RateFact
from calculators.kit.units import CENT, DAYS, EXACT, PERCENT, PERCENT_CENT, UNIT

COMMISSION = RateCode("commission")
FRAIS = RateCode("frais", "€")
CHANGE, END = date(2020, 7, 1), date(2025, 1, 1)
CHECKED = date(2026, 11, 22)


def fact(
    code: str, value: str | None, start: date | None, unit: str = "%", **words: Any
) -> RateFact:
    """A fact of the toy's book."""
    return RateFact(
        code=code,
        label=words.pop("label", code.capitalize()),
        unit=unit,
        value=None if value is None else Decimal(value),
        valid_from=start,
        checked_on=CHECKED,
        confidence=Confidence.OFFICIAL,
        **words,
    )


FACTS = (
    fact("commission", "10", None, key="com-0", source_title="Contrat"),
    fact("commission", "12.5", CHANGE, key="com-1", source_title="Contrat", reference="Art. 2"),
    fact("frais", "0.30", date(2012, 1, 1), "€", key="frais-0"),
    fact("frais", None, END, "€", key="frais-1"),
)
BOOK = RateBook.build(FACTS)


class Genre(Choice):
    """What is sold."""

    NEUF = "neuf", "Neuf"
    OCCASION = "occasion", "Occasion"
    INTERDIT = "interdit", "Interdit"


class ToyInputs(Inputs):
    """One field of every kind."""

    GROUPS: ClassVar[tuple[Group, ...]] = (Group("tout", "Tout"),)

    jour: date = asked("Jour", group="tout")
    prix: Decimal = money("Prix", group="tout", le=10_000)
    ventes: int = quantity("Ventes", default=1, group="tout", unit="ventes", le=100)
    remise: Decimal | None = rate("Remise", default=None, group="tout")
    fin: date | None = asked("Fin", default=None, group="tout")
    genre: Genre = asked("Genre", default=Genre.NEUF, group="tout")
    frais_fixes: bool = asked("Frais fixes", default=False, group="tout")
    note: str = asked("Note", default="", group="tout")


class Toy(Sheet):
    """The lines of a sale of toys."""

    inputs: ToyInputs

    nombre = declared("Nombre", UNIT, unit="")
    brut = declared("Brut", CENT)
    rabais = declared("Rabais", CENT, nature="marchandises")
    commission = declared("Commission", CENT, nature="plateforme")
    frais = declared("Frais", CENT, nature="paiement")
    duree = declared("Durée", EXACT, unit=DAYS)
    reste = declared("Reste", CENT, nature="reste", level="key")
    part = declared("Part", PERCENT_CENT, unit=PERCENT)
    exact = declared("Commission exacte", EXACT)


def formulas(*, inputs: ToyInputs, rates: RateBook) -> Toy:
    """Compute one sale of toys."""
    m = Toy(inputs, rates)
    on = m.day("jour")
    if inputs.genre is Genre.INTERDIT:
        return m.not_applicable("interdit", "Cette vente est interdite.", "genre")
    m.nombre = m["ventes"]
    m.brut = m["prix"] * m["ventes"]
    if inputs.remise is not None:
        m.rabais = m.brut * m["remise"]
    m.commission = when(m.brut < 1, m.brut * 0, m.brut * m.rate(COMMISSION, on))
    if inputs.frais_fixes:
        m.frais = m.rate(FRAIS, on)
    if inputs.fin is not None:
        m.duree = m.day("fin").amount - on.amount
    left = m.brut - m.commission
    for line in m.present(("rabais", "frais")):
        left = left - line
    m.reste = left
    m.part = m.reste / m.brut
    m.exact = m["prix"] * m.rate(COMMISSION, on)
    m.refuse(
        m.brut > 100_000, "trop_grand", "Au-delà de 100 000 € ({brut}), voyez ailleurs.", "prix"
    )
    m.warn(m.reste < 0, "perte", "Vous perdez {reste}.", "prix")
    m.remark("info", "toujours", "Pour {ventes}, {brut}.")
    return m


TOY = Calculator(
    slug="toy",
    title="Jouet",
    summary="",
    intro="",
    inputs=ToyInputs,
    sheet=Toy,
    formulas=formulas,
    main_date="jour",
    example={"jour": "2024-06-01", "prix": "9.99"},
    headline=Headline("reste", "Il reste {reste}.", "Il manque {reste}.", "Rien."),
    picture=Picture("Euro", ("brut",), ("rabais", "commission", "frais"), "reste"),
    codes=(COMMISSION, FRAIS),
)
