"""The management fee against custom: what the guide of the profession gives as usual."""

from collections.abc import Callable

from calculators.kit.amounts import Amount
from calculators.kit.days import Day
from calculators.kit.lines import Sheet
from calculators.law.portage.codes import GUIDE_FRAIS_BAS, GUIDE_FRAIS_HAUT

CODES = (GUIDE_FRAIS_BAS, GUIDE_FRAIS_HAUT)

type Dire = Callable[[Amount, str, str, str], None]  # as `Sheet.warn`: test, code, sentence, field


def frais_hors_usage(
    m: Sheet, part: Amount, on: Day, dire: Dire, *, bas: str, hauts: str, champ: str,
    nom: str = "frais",
) -> None:  # fmt: skip
    """Warn below the lower bound, then above the upper one; at a bound the fee is usual.

    `part` is the fee as a share of what is billed; the codes are `<nom>_bas` and `<nom>_hauts`.
    """
    dire(part < m.rate(GUIDE_FRAIS_BAS, on), f"{nom}_bas", bas, champ)
    dire(part > m.rate(GUIDE_FRAIS_HAUT, on), f"{nom}_hauts", hauts, champ)
