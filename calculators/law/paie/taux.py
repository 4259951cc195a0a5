"""The rates of a payslip in force on a day, gathered once per rate book and day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from calculators.kit.amounts import Rate
from calculators.kit.days import Day
from calculators.kit.fields import Choice
from calculators.kit.lines import Sheet
from calculators.kit.rates import RateBook, RateCode
from calculators.law.paie.codes import CODES, RGCP_SMIC, RGDU_SMIC

_LIMITES = 19


class Territoire(Choice):
    """Where the tax home is: each has its own grid of the neutral rate."""

    METROPOLE = "metropole", "Métropole ou étranger"
    ANTILLES_REUNION = "antilles_reunion", "Guadeloupe, Martinique ou La Réunion"
    GUYANE_MAYOTTE = "guyane_mayotte", "Guyane ou Mayotte"


def _grid(territoire: Territoire) -> tuple[RateCode, ...]:
    table = f"pas_neutre_{territoire.value}"
    rates = (RateCode(f"{table}_taux_{n}") for n in range(1, _LIMITES + 2))
    limits = (RateCode(f"{table}_limite_{n}", "€/mois") for n in range(1, _LIMITES + 1))
    return (*rates, *limits)


GRILLES = {territoire: _grid(territoire) for territoire in Territoire}


@dataclass(frozen=True, slots=True, eq=False)
class Taux:
    """Rates by code, and the days over which all of them stay as they are."""

    book: RateBook
    jour: date
    connus: Mapping[str, Rate]
    debut: date
    fin: date

    def __getitem__(self, code: RateCode) -> Rate:
        """The rate in force; MissingRate when none is."""
        found = self.connus.get(code.code)
        return found if found is not None else Rate(self.book.at(code.code, self.jour))

    def __contains__(self, code: RateCode) -> bool:
        """Whether a value is in force that day."""
        return code.code in self.connus


def taux(sheet: Sheet, on: Day) -> Taux:
    """Every rate of a payslip on a day."""
    return _known(sheet, on, "paie", CODES)


def est_connue(sheet: Sheet, on: Day) -> bool:
    """Whether the reduction's minimum wage of that year is published: nothing is paid without."""
    return sheet.knows(RGDU_SMIC, on) or sheet.knows(RGCP_SMIC, on)


def grille(sheet: Sheet, on: Day, territoire: Territoire) -> tuple[list[Rate], list[Rate]]:
    """The neutral grid in force: its rates, and the upper limits of all but the last."""
    codes = GRILLES[territoire]
    found = _known(sheet, on, territoire.value, codes)
    rates = [found[code] for code in codes]
    return rates[: _LIMITES + 1], rates[_LIMITES + 1 :]


def _known(sheet: Sheet, on: Day, name: str, codes: Iterable[RateCode]) -> Taux:
    memo = sheet.rates.memo
    key = "paie_taux", name, on.value
    found: Taux | None = memo.get(key)
    if found is None:
        found = memo[key] = _gathered(sheet, on.value, codes)
    on.narrow(found.debut, found.fin)
    return found


def _gathered(sheet: Sheet, jour: date, codes: Iterable[RateCode]) -> Taux:
    moment, known = sheet.moment(jour), {}
    debut, fin = date.min, date.max
    for code in codes:
        fact = sheet.rates.latest(code.code, jour)
        if fact is None:
            first = next((f.valid_from for f in sheet.rates.series(code.code)), None)
            fin = min(fin, first or date.max)
            continue
        debut, fin = max(debut, fact.valid_from or date.min), min(fin, fact.valid_to or date.max)
        if fact.value is not None:
            known[code.code] = sheet.rate(code, moment)
    return Taux(sheet.rates, jour, known, debut, fin)
