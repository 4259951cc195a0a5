"""The deals by month, then the months by quarter: low, weighted and high of each."""

from collections.abc import Iterable, Sequence
from datetime import date

from calculators.catalogue.prevision_b2b import words
from calculators.catalogue.prevision_b2b.lines import PrevisionB2b, UnePeriode
from calculators.catalogue.prevision_b2b.sommes import Suivie, lignes, somme
from calculators.kit.amounts import minimum, total

RETARD = (0, 0)  # the month of what is late: before any other
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
        row.pondere = somme(m, key, label, "pondere", lignes(found, "pondere"))
        row.haut = somme(m, key, label, "haut", [deal.montant for deal in found])
        _bas(m, row, key, label, found)
        quarters.setdefault((year, (month + 2) // 3), []).append((year, month))
    _trimestres(m, months, quarters)
    m.bas_mois = total(m.mois.column("bas"))
    m.bas_trimestres = total(m.trimestres.column("bas"))
    for table, low in ((m.mois, "bas_mois"), (m.trimestres, "bas_trimestres")):
        table.totals |= {code: m.lines[code] for code in ("pondere", "haut")}
        table.totals["bas"] = m.lines[low]
    m.remark("info", "bas_des_periodes", words.BAS_DES_PERIODES, test=m.bas > m.bas_mois)


def _trimestres(
    m: PrevisionB2b, months: dict[Mois, list[Suivie]], quarters: dict[Mois, list[Mois]]
) -> None:
    rows = {key: row for key, _, row in m.mois}
    for (year, quarter), held in quarters.items():
        label = f"{words.RANGS[quarter - 1]} trimestre {year}" if year else words.RETARD
        key = f"{year}T{quarter}" if year else "retard"
        row = m.trimestres.row(key, label)
        for column in ("pondere", "haut"):
            found = (rows[_code(*month)].lines[column] for month in held)
            setattr(row, column, total(found))
        _bas(m, row, f"t{key}", label, [deal for month in held for deal in months[month]])


def _bas(m: PrevisionB2b, row: UnePeriode, key: str, label: str, deals: Sequence[Suivie]) -> None:
    """The surest deals of a period, never above what it weighs, as for the whole."""
    sure = somme(m, key, label, "engage", lignes(deals, "engage"))
    row.bas = minimum(sure, row.pondere)
    row.complement = row.pondere - row.bas
    row.incertain = row.haut - row.pondere


def _code(year: int, month: int) -> str:
    return f"{year}{month:02}" if year else "retard"


def _entre(months: Sequence[Mois]) -> Iterable[Mois]:
    """Every month from the first to the last, when they are not too many."""
    ranks = [year * 12 + month - 1 for year, month in months]
    if not ranks or max(ranks) - min(ranks) >= MOST_MONTHS:
        return ()
    return ((rank // 12, rank % 12 + 1) for rank in range(min(ranks), max(ranks) + 1))
