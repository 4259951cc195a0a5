"""One folder per calculator, discovered here and registered nowhere.

A folder `marge_vente` holds the calculator of slug `marge-vente` as `CALCULATOR`.
"""

import importlib
import pkgutil
from functools import cache

from calculators.kit.calculator import Calculator


@cache
def calculators() -> dict[str, Calculator]:
    """Every calculator by its slug, in the order of the home page."""
    found = []
    for module in pkgutil.iter_modules(__path__):
        calculator = importlib.import_module(f"{__name__}.{module.name}").CALCULATOR
        if calculator.slug != module.name.replace("_", "-"):
            raise ValueError(f"{module.name} holds the calculator « {calculator.slug} »")
        found.append(calculator)
    found.sort(key=lambda calculator: (calculator.order, calculator.slug))
    return {calculator.slug: calculator for calculator in found}
