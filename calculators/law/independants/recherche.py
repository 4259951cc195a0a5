"""The base of the years before the reform: the income left once its own contributions are paid.

The base A and what it owes go round in a circle: A = income − contributions(A) − deductible CSG −
training levy. Urssaf's engine looks for it by trial and error; so does this, a fixed number of
times, so that the trace is the same whatever the amounts. A trial's gap is spread over the rise
that it makes: of one euro more, contributions and CSG take 17 to 56 cents whatever the income, so
dividing the gap by 1,365 leaves at most 15 % of it. Rates rise by steps of 0,01 point, and an
income may fall between two, where no base is exact: three more trials come to half a euro of the
step, and the side that misses by less is kept.
"""

from decimal import Decimal

from calculators.kit.amounts import Amount, constant, maximum, rounded, total, when
from calculators.kit.lines import declared
from calculators.kit.parts import Table
from calculators.kit.units import CENT, EURO
from calculators.law.independants.acre import Acre
from calculators.law.independants.branches import ZERO, Annee
from calculators.law.independants.cotisations import Cotisations, cotisations, lignes

type Borne = tuple[Amount, Amount]  # a base and its gap

ESSAIS, MOITIES = 7, 3
PENTE = constant(Decimal("1.365"))


class UnEssai(Cotisations):
    """A trial: a base, what it owes, and how far the two are from the income."""

    base = declared("Revenu essayé", CENT)
    assiette = declared("Assiette", CENT)
    csg_deductible = declared("CSG déductible", EURO)
    ecart = declared("Écart", CENT)


def recherche(rows: Table[UnEssai], earned: Amount, year: Annee, exempt: Acre | None) -> Amount:
    """The income left once contributions are paid, to the cent; below zero for a loss."""
    trials: list[UnEssai] = []
    levy = rounded(year.regles.cfp, EURO)

    def tried(base: Amount) -> UnEssai:
        row = rows.row(str(len(trials) + 1), f"Essai {len(trials) + 1}")
        row.base = base
        row.assiette = maximum(row.base, ZERO)
        due = cotisations(row, row.assiette, year, exempt)
        row.csg_deductible = maximum(row.base + due, ZERO) * year.regles.csg[0]
        row.ecart = earned - total([row.base, *lignes(row), row.csg_deductible, levy])
        trials.append(row)
        return row

    last = tried(earned / PENTE)
    for _ in range(ESSAIS - 1):
        last = tried(last.base + last.ecart / PENTE)
    low, high = _bornes(trials[-2], last)
    for _ in range(MOITIES):
        row = tried((low[0] + high[0]) / 2)
        enough = row.ecart >= ZERO
        low, high = (
            (when(enough, row.base, low[0]), when(enough, row.ecart, low[1])),
            (when(enough, high[0], row.base), when(enough, high[1], row.ecart)),
        )
    return when(low[1] + high[1] <= ZERO, low[0], high[0])


def _bornes(one: UnEssai, other: UnEssai) -> tuple[Borne, Borne]:
    """Two trials in order, each with its gap."""
    ordered = one.base <= other.base
    a, b = (one.base, one.ecart), (other.base, other.ecart)
    return (
        (when(ordered, a[0], b[0]), when(ordered, a[1], b[1])),
        (when(ordered, b[0], a[0]), when(ordered, b[1], a[1])),
    )
