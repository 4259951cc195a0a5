"""What polars has to compute for the shapes that share one source of formulas.

Two shapes that differ only by their rates are computed together, each rate a column.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import polars as pl

from calculators.kit.compiling import OpenShape
from sellerdesk.desk.columns.operations import Recorder
from sellerdesk.desk.columns.vectors import Inapplicable, Truth, Vector

ROW, LOCAL, DOUBT, OUTCOME = "row", "local", "doubt", "outcome"


@dataclass
class Plan:
    """The shapes of one source met so far, and their expressions."""

    given: Mapping[str, Vector]  # amounts read from text, by name
    outputs: Sequence[str]
    outcome: str
    formulas: OpenShape | None = None  # None: the shape refuses, nothing is computed
    constants: dict[str, list[Decimal]] = field(default_factory=dict)
    shapes: int = 0
    proved: bool = True
    _ready: bool = False
    _layers: list[list[pl.Expr]] = field(default_factory=list)
    _results: list[pl.Expr] = field(default_factory=list)

    def add(self, constants: Mapping[str, Decimal]) -> int:
        """Take one more shape in and return its number."""
        for name, value in constants.items():
            self.constants.setdefault(name, []).append(value)
        self.shapes, self._ready = self.shapes + 1, False
        return self.shapes - 1

    def ready(self) -> bool:
        """Whether the results can be proved, for every shape met so far."""
        if self.proved and not self._ready:
            try:
                self._prepare()
            except Inapplicable:
                self.proved = False
            self._ready = True
        return self.proved

    def _prepare(self) -> None:
        recorder = Recorder(self.shapes)
        codes, values = self._run(recorder)
        depths = [depth for depth, _ in recorder.steps]
        self._layers = [
            [expr for depth, expr in recorder.steps if depth == layer]
            for layer in range(max(depths, default=-1) + 1)
        ]
        doubts = [*recorder.doubts, *(v.expr for v in values if isinstance(v, Truth))]
        made = dict(zip(codes, values, strict=False))
        doubt = pl.any_horizontal(doubts).fill_null(value=False) if doubts else pl.lit(False)
        self._results = [
            pl.col(ROW),
            *(whole_steps(made.get(code), code) for code in self.outputs),
            pl.lit(self.outcome).alias(OUTCOME),
            doubt.alias(DOUBT),
        ]

    def _run(self, recorder: Recorder) -> tuple[Sequence[str], Sequence[Vector | Truth]]:
        if self.formulas is None:
            return (), ()
        numbers = {name: recorder.number(name, all_) for name, all_ in self.constants.items()}
        function = self.formulas.function({**recorder.names(), **numbers})
        return self.formulas.codes, function(**{f"i_{n}": v for n, v in self.given.items()})

    def results(self, rows: pl.DataFrame) -> pl.LazyFrame:
        """The results of rows that carry their amounts and the number of their shape."""
        changing = [name for name, values in self.constants.items() if len(set(values)) > 1]
        frame = rows.lazy().with_columns(self._by_row(name) for name in changing)
        for layer in self._layers:
            frame = frame.with_columns(layer)
        return frame.select(self._results)

    def _by_row(self, name: str) -> pl.Expr:
        values = pl.Series([float(value) for value in self.constants[name]], dtype=pl.Float64)
        by_row: pl.Expr = pl.lit(values).gather(pl.col(LOCAL)).alias(name)
        return by_row


def whole_steps(value: Vector | Truth | None, code: str) -> pl.Expr:
    """A line as a number of steps of its grid, null where there is none."""
    if value is None:
        return pl.lit(None, pl.Int64).alias(code)
    if isinstance(value, Truth) or not value.step:
        raise Inapplicable("a line without a grid")
    return pl.col(value.step).alias(code)


def written(code: str, places: int) -> pl.Expr:
    """Whole steps as polars writes them: a Decimal of so many places."""
    # Of a float this near to a whole number of cents, the cast gives that number.
    return (pl.col(code) / 10.0**places).cast(pl.Decimal(38, places)).alias(code)
