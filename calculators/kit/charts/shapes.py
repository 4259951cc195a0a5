"""What each chart draws: French strings and fractions of its axes, nothing to compute with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TickView:
    """A round number on an axis, or any amount marked there; 0 is the axis's start."""

    text: str
    at: float


@dataclass(frozen=True, slots=True)
class GaugeView:
    """One ceiling. state: below, reached, passed or unknown (not computable)."""

    label: str
    share: str  # « 67 % », "" when the limit is not above zero
    sum: str  # « 52 300 € sur 77 700 € »
    left: str  # « reste 25 400 € », « dépassé de 3 200 € », « atteint »
    state: str
    part: float  # of the limit


@dataclass(frozen=True, slots=True)
class GaugesShape:
    """Ceilings under one another."""

    gauges: tuple[GaugeView, ...]


@dataclass(frozen=True, slots=True)
class PieceView:
    """Part of a bar; start is the end nearest to zero."""

    nature: str
    text: str  # « Cotisations 123,00 € »
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class BarView:
    """One period."""

    label: str
    pieces: tuple[PieceView, ...]


@dataclass(frozen=True, slots=True)
class KeyView:
    """A nature of the bars, named beside its colour and weave, with its sum."""

    nature: str
    label: str
    amount: str


@dataclass(frozen=True, slots=True)
class BarsShape:
    """Periods side by side, each stacked by nature."""

    bars: tuple[BarView, ...]
    keys: tuple[KeyView, ...]
    ticks: tuple[TickView, ...]
    zero: float


@dataclass(frozen=True, slots=True)
class TraceView:
    """One line of a curve: its mark (A, B…) stands at its name and on the line itself.

    `runs` are its points, cut where it cannot be computed.
    """

    mark: str
    label: str
    amount: str  # at the current value, or ""
    nature: str  # whose colour it has, or "" for a colour by rank
    runs: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class CrossingView:
    """Where two lines cost the same."""

    names: str  # « A = B »
    text: str  # « 23 457 € »
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class CurveShape:
    """Lines over a varied amount; `here` is its current value, None when outside the axis."""

    traces: tuple[TraceView, ...]
    x_ticks: tuple[TickView, ...]
    y_ticks: tuple[TickView, ...]
    crossings: tuple[CrossingView, ...]
    here: TickView | None
    x_label: str
    zero: float  # height of zero, for its rule


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of a funnel."""

    label: str
    amount: str
    share: str  # of the step before, « 40 % »; "" for the first
    whole: str  # of the first step
    part: float  # of the widest


@dataclass(frozen=True, slots=True)
class FunnelShape:
    """Steps under one another."""

    steps: tuple[StepView, ...]


type Shape = GaugesShape | BarsShape | CurveShape | FunnelShape
