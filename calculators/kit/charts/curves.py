"""Curves from a result: lines as an input varies, and where they cross.

The calculator is compiled once for a rate book and kept with it; a point costs one call.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, localcontext

from calculators.kit import french, units
from calculators.kit.calculator import Calculator, Result
from calculators.kit.charts import scale
from calculators.kit.charts.crossings import Crossing, Values, crossed, settled
from calculators.kit.charts.shapes import CrossingView, CurveShape, TickView, TraceView
from calculators.kit.charts.specs import Curve
from calculators.kit.compiling import Compiled
from calculators.kit.declarations import Declaration
from calculators.kit.fields import FieldSpec, field_specs
from calculators.kit.rates import RateBook
from calculators.kit.sweeping import sweep
from calculators.kit.views import ChartView, TableView
from calculators.kit.writing import Options

MARKS, ZERO = "ABCD", "0"
_KEPT = "kit.charts.compiled"
_SMALL = 100  # euros under which a crossing has cents
_FINE = 500  # a gap this many times smaller than the drawing is under half a pixel


@dataclass(slots=True)
class _Lines:
    """The lines to draw, computed at any value of the varied amount, each value once."""

    compute: Callable[[Iterable[Decimal]], Iterable[tuple[Decimal, Values]]]
    known: tuple[Declaration, ...]
    names: tuple[str, ...]
    unit: str
    points: dict[Decimal, Values] = field(default_factory=dict)

    def at(self, x: Decimal) -> Values:
        """The lines at a value, as they are read; None where not computable."""
        if x not in self.points:
            self.fill([x])
        return self.points[x]

    def fill(self, xs: Iterable[Decimal]) -> None:
        """Compute many points at once."""
        for x, values in self.compute(xs):
            self.points[x] = tuple(v if v is None else scale.read(v, self.unit) for v in values)


@dataclass(frozen=True, slots=True)
class _Plot:
    """What there is to draw: lines over an axis, the current value, the crossings."""

    lines: _Lines
    varied: FieldSpec
    axis: scale.Scale
    grid: frozenset[Decimal]
    here: Decimal | None
    crossings: tuple[Crossing, ...]


def curve(spec: Curve, result: Result) -> ChartView | None:
    """The lines that the shape computes, from `low` to `high` or to the current value."""
    varied = next(s for s in field_specs(type(result.inputs)) if s.name == spec.varied)
    given = getattr(result.inputs, spec.varied)
    if given is None:  # what was not given is not varied: the curve would be another case's
        return None
    high, lines = _high(spec, result, Decimal(given)), _lines(spec, result)
    if lines is None or high is None:
        return None
    axis = scale.between(spec.low, high, most=5)
    grid = [_on_grid(axis, i, spec.points - 1) for i in range(spec.points)]
    lines.fill(grid)
    at, count = _compared(spec, lines)
    crossings = tuple(crossed(at, grid, count))
    here = Decimal(given) if spec.low <= given <= high else None
    return _view(spec, _Plot(lines, varied, axis, frozenset(grid), here, crossings))


def _compared(spec: Curve, lines: _Lines) -> tuple[Callable[[Decimal], Values], int]:
    """What may cross, and how many: the lines, and zero after them when it counts as one."""
    if not spec.zero:
        return lines.at, len(lines.known)
    return lambda x: (*lines.at(x), Decimal(0)), len(lines.known) + 1


def _high(spec: Curve, result: Result, here: Decimal) -> Decimal | None:
    """Where the axis ends: as declared, further when the current value is further."""
    high = spec.high
    if isinstance(high, str):
        line = next((line for line in result.lines if line.code == high), None)
        if line is None or line.value.is_nan():
            return None
        high = scale.read(line.value, line.unit)
    if here > high:
        high = scale.around([here], most=4).high
    return high if high > spec.low else None


def _on_grid(axis: scale.Scale, rank: int, parts: int) -> Decimal:
    with localcontext(units.CONTEXT):
        x = axis.low + (axis.high - axis.low) * rank / parts
        return x.quantize(units.HUNDREDTH) if axis.high - axis.low > parts else x


def _lines(spec: Curve, result: Result) -> _Lines | None:
    computed = {line.code: line.declaration for line in result.lines}
    known = tuple(computed[code] for code in spec.lines if code in computed)[: len(MARKS)]
    if not known or result.book is None:
        return None
    unit = known[0].unit
    for declaration in known:
        unit = units.same(unit, declaration.unit)
    codes = tuple(declaration.code for declaration in known)
    compiled = compiled_for(result.calculator, result.book, codes)

    def compute(xs: Iterable[Decimal]) -> list[tuple[Decimal, Values]]:
        return list(sweep(compiled, result.inputs, spec.varied, xs, codes))

    short = dict(zip(spec.lines, spec.names, strict=False))
    names = tuple(french.typography(short.get(line.code, line.label)) for line in known)
    return _Lines(compute, known, names, unit)


def compiled_for(calculator: Calculator, book: RateBook, codes: tuple[str, ...]) -> Compiled:
    """These lines of a calculator compiled for a rate book, kept with the book."""
    key = _KEPT, calculator.slug, codes
    kept: Compiled | None = book.memo.get(key)
    if kept is None or kept.calculator is not calculator:
        kept = book.memo[key] = Compiled(calculator, book, Options(only=codes))
    return kept


def _view(spec: Curve, plot: _Plot) -> ChartView | None:
    varied = plot.varied
    label = french.typography(spec.x_label) or varied.label
    marked = [plot.here, *(crossing.x for crossing in plot.crossings)]
    xs = plot.grid.union(x for x in marked if x is not None)
    drawn = {x: plot.lines.at(x) for x in sorted(xs)}
    values = [value for row in drawn.values() for value in row if value is not None]
    heights, title = scale.around(values, most=4), french.typography(spec.title)
    traces = _traces(plot, drawn, heights)
    if not traces:
        return None
    shape = CurveShape(
        traces=traces,
        x_ticks=_ticks(plot.axis, varied.unit),
        y_ticks=_ticks(heights, plot.lines.unit),
        crossings=tuple(_crossing(c, spec, plot, heights) for c in plot.crossings),
        here=_here(plot, varied.unit),
        x_label=label,
        zero=heights.at(Decimal(0)),
    )
    table = _table(spec, title, label, plot, varied.unit)
    return ChartView(spec.code, "curve", title, _said(shape, plot, varied.unit), table, shape)


def _ticks(axis: scale.Scale, unit: str) -> tuple[TickView, ...]:
    return tuple(TickView(scale.tick(value, unit), axis.at(value)) for value in axis.ticks)


def _here(plot: _Plot, unit: str) -> TickView | None:
    if plot.here is None:
        return None
    return TickView(scale.brief(plot.here, unit), plot.axis.at(plot.here))


def _traces(
    plot: _Plot, drawn: dict[Decimal, Values], heights: scale.Scale
) -> tuple[TraceView, ...]:
    made = []
    for rank, known in enumerate(plot.lines.known):
        column = [(x, row[rank]) for x, row in drawn.items()]
        runs = tuple(
            tuple((plot.axis.at(x), heights.at(y)) for x, y in run) for run in _runs(column)
        )
        now = None if plot.here is None else plot.lines.at(plot.here)[rank]
        amount = "" if now is None else scale.brief(now, plot.lines.unit)
        made.append(TraceView(MARKS[rank], plot.lines.names[rank], amount, known.nature, runs))
    return tuple(trace for trace in made if trace.runs)


def _runs(
    column: Iterable[tuple[Decimal, Decimal | None]],
) -> Iterator[list[tuple[Decimal, Decimal]]]:
    """The points of a line, cut where it is not computable; a lone point is no line."""
    run: list[tuple[Decimal, Decimal]] = []
    for x, y in column:
        if y is not None:
            run.append((x, y))
            continue
        if len(run) > 1:
            yield run
        run = []
    if len(run) > 1:
        yield run


def _crossing(crossing: Crossing, spec: Curve, plot: _Plot, heights: scale.Scale) -> CrossingView:
    first, second = _marks(crossing, plot.lines)
    text = scale.brief(_whole(crossing.x, plot.varied.unit), plot.varied.unit)
    names = f"{first} passe par zéro" if second == ZERO else f"{first} et {second} se croisent"
    if spec.names and second != ZERO:
        names = _overtaken(crossing, plot) or names
    return CrossingView(names, text, plot.axis.at(crossing.x), heights.at(crossing.y))


def _overtaken(crossing: Crossing, plot: _Plot) -> str:
    """Which line gets above which, « » where the drawing ends before it shows."""
    for x in sorted(x for x in plot.grid if x > crossing.x):
        first, second = (plot.lines.at(x)[rank] for rank in crossing.pair)
        if first is not None and second is not None and first != second:
            names = [plot.lines.names[rank] for rank in crossing.pair]
            above, below = names if first > second else reversed(names)
            return f"{above} dépasse {below}"
    return ""


def _marks(crossing: Crossing, lines: _Lines) -> tuple[str, ...]:
    """Of the lines that cross; what comes after the last one is zero."""
    drawn = MARKS[: len(lines.known)]
    return tuple(drawn[rank : rank + 1] or ZERO for rank in crossing.pair)


def _whole(x: Decimal, unit: str) -> Decimal:
    """A crossing, to the euro; a small one to the cent."""
    whole = unit == units.EUR and abs(x) >= _SMALL
    with localcontext(units.CONTEXT):
        return x.quantize(Decimal(1) if whole else units.HUNDREDTH)


def _table(spec: Curve, title: str, label: str, plot: _Plot, unit: str) -> TableView:
    """The lines at round values, at the current one and where they cross."""
    steps = scale.between(plot.axis.low, plot.axis.high, most=10).ticks
    notes: dict[Decimal, list[str]] = {x: [] for x in steps}
    met: dict[Decimal, list[Crossing]] = {}
    for crossing in plot.crossings:
        equal = f"{french.NBSP}={french.NBSP}".join(_marks(crossing, plot.lines))
        place = _whole(crossing.x, unit)
        notes.setdefault(place, []).append(equal)
        met.setdefault(place, []).append(crossing)
    if plot.here is not None:
        notes.setdefault(plot.here, []).append("votre cas")
    rows = tuple(
        (
            _named(x, said, unit),
            *(_amount(y, plot.lines.unit) for y in _printed(spec, plot, x, met.get(x, []))),
        )
        for x, said in sorted(notes.items())
    )
    names = (f"{MARKS[rank]}. {name}" for rank, name in enumerate(plot.lines.names))
    aligned = (False, *(True for _ in plot.lines.known))
    return TableView(spec.code, title, (label, *names), rows, aligned)


def _printed(spec: Curve, plot: _Plot, x: Decimal, met: list[Crossing]) -> Values:
    """The lines at a value; where they meet, one amount for both. One's own case is never bent."""
    values = plot.lines.at(x)
    if not met or x == plot.here:
        return values
    at, _ = _compared(spec, plot.lines)
    drawn = [y for row in plot.lines.points.values() for y in row if y is not None]
    with localcontext(units.CONTEXT):
        least = (max(drawn) - min(drawn)) / _FINE
    shared = settled(met, at, least)
    return tuple(shared.get(rank, y) for rank, y in enumerate(values))


def _named(x: Decimal, notes: list[str], unit: str) -> str:
    """« 45 000 € (votre cas) »."""
    return scale.brief(x, unit) + (f" ({', '.join(notes)})" if notes else "")


def _amount(value: Decimal | None, unit: str) -> str:
    return french.NOT_COMPUTABLE if value is None else french.with_unit(french.legible(value), unit)


def _said(shape: CurveShape, plot: _Plot, unit: str) -> str:
    """What the curve shows, in a sentence."""
    low, high = (scale.brief(end, unit) for end in (plot.axis.low, plot.axis.high))
    said = [f"{trace.mark}{french.NBSP}: {trace.label}" for trace in shape.traces]
    text = f"{shape.x_label}, de {low} à {high}. {scale.sentence(said)}"
    if shape.here is not None:
        now = (f"{trace.label} {trace.amount}" for trace in shape.traces if trace.amount)
        text += f" Pour {shape.here.text}{french.NBSP}: {scale.sentence(now)}"
    if shape.crossings:
        text += " " + scale.sentence(f"{c.names} à {c.text}" for c in shape.crossings)
    return text
