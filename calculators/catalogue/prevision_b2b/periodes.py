"""The deals by month, then the months by quarter: low, weighted and high of each."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from calculators.catalogue.prevision_b2b import words
from calculators.catalogue.prevision_b2b.lines import PrevisionB2b
from calculators.catalogue.prevision_b2b.sommes import Suivie, lignes, somme
from calculators.kit.amounts import total
from calculators.kit.days import months_later

RETARD = (0, 0)  # the month of what is late: before any other
SCENARIOS = ("engage", "pondere", "haut")
MOST_MONTHS = 24  # from the first to the last: beyond, a month without deal is left out

type Mois = tuple[int, int]  # year, month


def periodes(m: PrevisionB2b, deals: Sequence[Suivie], today: date) -> None:
    """The same deals by month, then the months by quarter; what is late stands first."""
    months: dict[Mois, list[Suivie]] = {}
    for deal in deals:
        due = RETARD if deal.cloture < today else (deal.cloture.year, deal.cloture.month)
        months.setdefault(due, []).append(deal)
    for empty in _entre([month for month in months if month != RETARD]):
        months.setdefault(empty, [])
    quarters: dict[Mois, list[Mois]] = {}
    for year, month in sorted(months):
        found = months[year, month]
        key = _code(year, month)
        label = f"{words.MOIS[month - 1]} {year}" if year else words.RETARD
        row = m.mois.row(key, label)
        row.engage = somme(m, key, label, "engage", lignes(found, "engage"))
        row.pondere = somme(m, key, label, "pondere", lignes(found, "pondere"))
        row.haut = somme(m, key, label, "haut", lignes(found, "montant"))
        row.incertain = row.haut - row.pondere
        quarters.setdefault((year, (month + 2) // 3), []).append((year, month))
    _trimestres(m, quarters)
    for table in (m.mois, m.trimestres):
        table.totals |= {code: m.lines[code] for code in SCENARIOS}


def _trimestres(m: PrevisionB2b, quarters: dict[Mois, list[Mois]]) -> None:
    rows = {key: row for key, _, row in m.mois}
    for (year, quarter), held in quarters.items():
        label = f"{words.RANGS[quarter - 1]} trimestre {year}" if year else words.RETARD
        row = m.trimestres.row(f"{year}T{quarter}" if year else "retard", label)
        for column in SCENARIOS:
            found = (rows[_code(*month)].lines[column] for month in held)
            setattr(row, column, total(found))
        row.incertain = row.haut - row.pondere


def _code(year: int, month: int) -> str:
    return f"{year}{month:02}" if year else "retard"


def _entre(months: Sequence[Mois]) -> Iterable[Mois]:
    """Every month from the first to the last, when they are not too many."""
    ranks = [year * 12 + month - 1 for year, month in months]
    if not ranks or max(ranks) - min(ranks) >= MOST_MONTHS:
        return ()
    return ((rank // 12, rank % 12 + 1) for rank in range(min(ranks), max(ranks) + 1))


def plus_mois(start: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    first = months_later(start, months)
    last = months_later(start, months + 1) - timedelta(days=1)
    return min(date.fromordinal(min(first.toordinal() + start.day - 1, last.toordinal())), date.max)
