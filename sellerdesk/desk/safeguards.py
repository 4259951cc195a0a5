"""What the calculators need of the rates, told to the rates before they are published."""

import logging
from collections.abc import Iterator

from calculators.catalogue import calculators
from calculators.kit.calculator import Calculator
from calculators.kit.rates import RateBook

logger = logging.getLogger(__name__)


def employed_codes() -> set[str]:
    """Every rate that a calculator may ask for."""
    return {rate.code for found in calculators().values() for rate in found.codes}


def faults(book: RateBook) -> Iterator[str]:
    """A sentence for each rate in another unit, and for each calculator that would fail."""
    for found in calculators().values():
        units = list(_units(found, book))
        yield from units
        if not units and not _works(found, book):
            yield f"Le calcul « {found.title} » ne se fait plus avec ces taux."


def _units(found: Calculator, book: RateBook) -> Iterator[str]:
    for rate in found.codes:
        for unit in sorted({fact.unit for fact in book.series(rate.code)} - {rate.unit}):
            label = book.series(rate.code)[0].label
            yield (
                f"« {label} » serait publié en « {unit or 'nombre sans unité'} », alors que le "
                f"calcul « {found.title} » l’emploie en « {rate.unit} »."
            )


def _works(found: Calculator, book: RateBook) -> bool:
    try:
        found.calculate(inputs=found.inputs.model_validate(found.example), rates=book)
    except Exception:
        logger.exception("%s fails on a book about to be published", found.slug)
        return False
    return True
