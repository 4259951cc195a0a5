"""What a calculator declares of its charts: which lines and tables, never a number drawn.

    Gauges("plafonds", "Vos plafonds", (Gauge("recettes", "plafond_micro", "Régime micro"),))
    Bars("mois", "Mois par mois", "mois", ("cotisations", "impot", "reste"))
    Curve("choix", "Barème ou versement libératoire", "chiffre_affaires",
          ("impot_bareme", "impot_liberatoire"), high=Decimal(80_000))
    Funnel("conversion", "Des leads aux ventes", ("leads", "rendez_vous", "ventes"))

Codes are those of lines, of tables and of their columns; what the shape does not compute is
left out, and a chart with nothing to draw is not shown.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Gauge:
    """How far a ceiling is: the codes of the line that rises and of the line that bounds it."""

    value: str
    limit: str
    label: str


@dataclass(frozen=True, slots=True)
class Gauges:
    """Several ceilings under one another."""

    code: str
    title: str
    gauges: tuple[Gauge, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """One bar per row of a result table, made of these columns by their nature.

    `summed` gives each nature's sum over the rows: not for rows that are alternatives. `labels`
    are of natures, where the names of their columns would be too long together. `remark` is the
    code of one that is said here too, when it holds.
    """

    code: str
    title: str
    table: str
    columns: tuple[str, ...]
    summed: bool = True
    labels: tuple[tuple[str, str], ...] = ()
    note: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """One to four lines as an input amount that was given varies.

    `high` may be the code of a line; the axis goes further when the amount does. `zero` marks
    where lines pass zero as where they meet one another. `names` are short, one a line: crossings
    then say in words which line gets above which. `note` is a sentence said under the title, with
    `{code}` places for amounts; `remark` the code of one that is said there too, when it holds.
    """

    code: str
    title: str
    varied: str
    lines: tuple[str, ...]
    high: Decimal | str
    low: Decimal = Decimal(0)
    points: int = 49
    x_label: str = ""
    zero: bool = False
    names: tuple[str, ...] = ()
    note: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Funnel:
    """Numbers that each are part of the one before: the codes of their lines, in order."""

    code: str
    title: str
    lines: tuple[str, ...]


type Chart = Gauges | Bars | Curve | Funnel
