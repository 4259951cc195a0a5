"""A payslip against Urssaf's own engine: forward, and from the cost back to the gross.

Both answer every output of the case. With the trace, validating the inputs is counted; compiled,
they are read before. Theirs looks for a gross by iterations too, and stops a few cents away.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from calculators.kit.compiling import Compiled
from calculators.kit.writing import Options
from tests.benchmarks import official
from tests.benchmarks.measure import Ratio
from tests.benchmarks.official import Way
from tests.law.bulletins import CALCULATOR, BulletinInputs
from tests.vectors import paie
from tests.vectors.micro import engine_book

FILE = Path(__file__).parents[1] / "vectors" / "data" / "salarie_cadre.json"
_EACH = 6  # one case of so many: the engine takes tens of milliseconds each
_COST, _GROSS = "salarié . coût total employeur", "salarié . contrat . salaire brut"
# The lines that the outputs of a case are.
_LINES = sorted({code for codes in paie.LINES.values() for code in codes} - {"indemnite"})
_EVERY = Options(only=(*_LINES, "net_imposable", "net_paye", "prelevement"))
_BACK = Options(only=("brut",))


def ratios() -> Iterator[Ratio]:
    """Four ratios, engine over ours; none without Node."""
    cases = [paie.Case.read(raw) for raw in json.loads(FILE.read_text())["cases"]]
    cases = [case for case in cases if not case.inverse and not case.inputs()["cdd"]][::_EACH]
    try:
        with official.running() as engine:
            yield from _forward(engine, cases)
            yield from _back(engine, cases)
    except official.UnavailableError as reason:
        sys.stderr.write(f"official engine skipped: {reason}\n")


def _forward(engine: official.Engine, cases: Sequence[paie.Case]) -> Iterator[Ratio]:
    names = [*cases[0].raw["out"]]
    asked = [[(case.raw["situation"], names)] for case in cases]
    fields = [case.inputs() for case in cases]
    ways = _ways(fields, _EVERY, ("≥ 200", "≥ 3 000"))
    yield from official.against(engine, "a payslip", asked, ways)


def _back(engine: official.Engine, cases: Sequence[paie.Case]) -> Iterator[Ratio]:
    book, asked, fields = engine_book(), [], []
    for case in cases:
        cost = paie.run(case, book).paie.cout.value
        situation = {k: v for k, v in case.raw["situation"].items() if k != _GROSS}
        asked.append([(situation | {_COST: f"{cost} €/mois"}, [_GROSS])])
        fields.append(case.inputs() | {"salaire": Decimal(0), "cout": cost})
    ways = _ways(fields, _BACK, ("", "≥ 3 000"))
    yield from official.against(engine, "from the cost to the gross", asked, ways)


def _ways(
    fields: Sequence[dict[str, object]], options: Options, aims: tuple[str, str]
) -> tuple[Way, Way]:
    book = engine_book()
    compiled = Compiled(CALCULATOR, book, options)
    inputs = [BulletinInputs(**given) for given in fields]  # type: ignore[arg-type]

    def traced(index: int) -> object:
        given = BulletinInputs(**fields[index])  # type: ignore[arg-type]
        return CALCULATOR.calculate(inputs=given, rates=book)

    return (
        Way("with the trace", traced, aims[0]),
        Way("compiled", lambda index: compiled.values(inputs[index]), aims[1]),
    )
