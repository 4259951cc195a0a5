"""Sweeping an input: what a line becomes as one input varies, for curves and tables."""

from collections.abc import Iterable, Iterator
from decimal import Decimal, localcontext

from calculators.kit import units
from calculators.kit.compiling import Compiled
from calculators.kit.fields import Inputs, values_of


def sweep(
    compiled: Compiled, inputs: Inputs, varied: str, values: Iterable[Decimal], lines: Iterable[str]
) -> Iterator[tuple[Decimal, tuple[Decimal | None, ...]]]:
    """Yield each value of the varied amount with the lines' values there.

    None is what cannot be computed there, or what a refusal bars.

    A line that the shape does not compute raises KeyError.
    """
    wanted = tuple(lines)
    probe = inputs.model_copy(update={varied: Decimal(1)})
    shape = compiled.shape(probe)
    indexes = [
        shape.codes.index(code) if code in shape.codes else _unknown(code) for code in wanted
    ]
    args = dict(zip(shape.args, values_of(probe, shape.args), strict=True))
    refusals = slice(len(shape.codes), None)
    with localcontext(units.CONTEXT):
        for value in values:
            if varied in args:
                args[varied] = value
            result = shape.function(*args.values())
            barred = any(test == 1 for test in result[refusals])
            amounts = (result[index] for index in indexes)
            yield value, tuple(None if barred or a.is_nan() else a for a in amounts)


def _unknown(code: str) -> int:
    raise KeyError(code)
