"""A micro-entrepreneur's year against Urssaf's own engine: the same cases in turn, in one run.

Ours is timed on what the engine is timed on: a new situation, then every output of it. With the
trace that includes validating the inputs; compiled, the inputs are read before (a column or a
curve reads them once). « Contributions alone » is the same rooms without tax, ceilings and net.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from calculators.catalogue import calculators
from calculators.catalogue.micro_entrepreneur.calculation import bases_of, regime_of
from calculators.kit.calculator import Calculator, Headline
from calculators.kit.compiling import Compiled
from calculators.kit.lines import Sheet
from calculators.kit.parts import part
from calculators.kit.rates import RateBook
from calculators.kit.writing import Options as OptionsCompiled
from calculators.law.micro import annee, plan
from calculators.law.micro.annee import Annee, Options
from calculators.law.micro.taux import Creation
from tests.benchmarks import official
from tests.benchmarks.measure import Ratio
from tests.benchmarks.official import Way
from tests.vectors import micro

FILE = Path(__file__).parents[1] / "vectors" / "data" / "micro_entrepreneur.json"
_EACH = 4  # one case of so many: the engine takes a tenth of a second each
# The lines that the outputs are: what they do not need is not computed, there as here.
COMPILED = OptionsCompiled(only=(
    *micro.LINES.values(), "impot_propre", "depassement_vl",
    "plafonds_micro_ca", "plafonds_micro_plafond",
    "plafonds_micro_services_ca", "plafonds_micro_services_plafond",
))  # fmt: skip
_CONTRIBUTIONS = ("total_contributions", "cotisations", "cotisations_vente",
                  "cotisations_service_bic", "cotisations_service_bnc", "cotisations_bnc_cipav",
                  "cfp", "tfc")  # fmt: skip


class Contributions(Sheet):
    """The year without its tax."""

    micro = part(Annee, bare=True)


def contributions(*, inputs: Any, rates: RateBook) -> Contributions:
    """The contributions of a year, by the rooms that the calculator uses."""
    m = Contributions(inputs, rates)
    bases = bases_of(m)
    creation = None if inputs.date_creation is None else Creation.of(m.day("date_creation"))
    year = plan.plan(m, regime_of(m, bases, creation))
    on = m.moment(date(inputs.annee, 1, 1))
    options = Options(inputs.lecture, versement=False, on=on, parts=False)
    annee.annee(m.micro, annee.etalee(year, bases), tuple(bases.values()), options)
    return m


def ratios() -> Iterator[Ratio]:
    """Four ratios, engine over ours; none without Node."""
    raw = json.loads(FILE.read_text())
    cases = [micro.Case.read(case) for case in raw["cases"]][::_EACH]
    situations = [raw["meta"]["base_situation"] | case.raw["situation"] for case in cases]
    names = {key: out["dottedName"] for key, out in raw["meta"]["outputs"].items()}
    every = [name for key, name in names.items() if name and key not in micro.OUT_OF_SCOPE]
    alone = [names[key] for key in _CONTRIBUTIONS]
    whole = calculators()["micro-entrepreneur"]
    small = Calculator(
        slug="contributions", title="", summary="", intro="", inputs=whole.inputs,
        sheet=Contributions, formulas=contributions, main_date="annee", example={},
        headline=Headline("prelevements", "", "", ""),
    )  # fmt: skip
    try:
        with official.running() as engine:
            for label, wanted, ours, aims in (
                ("a year with every output", every, whole, ("≥ 300", "≥ 3 000")),
                ("contributions alone", alone, small, ("≥ 100", "≥ 500")),
            ):
                yield from _against(engine, label, wanted, ours, aims, cases, situations)
    except official.UnavailableError as reason:
        sys.stderr.write(f"official engine skipped: {reason}\n")


def _against(
    engine: official.Engine, label: str, names: list[str], calculator: Calculator,
    aims: tuple[str, str], cases: list[micro.Case], situations: list[dict[str, str]],
) -> Iterator[Ratio]:  # fmt: skip
    book = micro.engine_book()
    fields = [case.inputs() for case in cases]
    inputs = [calculator.inputs(**given) for given in fields]
    compiled = Compiled(calculator, book, COMPILED)

    def traced(index: int) -> object:
        given = calculator.inputs(**fields[index])
        return calculator.calculate(inputs=given, rates=book)

    ways = (
        Way("with the trace", traced, aims[0]),
        Way("compiled", lambda index: compiled.values(inputs[index]), aims[1]),
    )
    yield from official.against(engine, label, [[(s, names)] for s in situations], ways)
