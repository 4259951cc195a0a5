"""What every surface shows: plain French strings, ready to print, never to compute with.

The presenter makes them; page, PDF and workbook read them, so that they cannot differ.
"""

from dataclasses import dataclass

from calculators.kit.charts.shapes import Shape


@dataclass(frozen=True, slots=True)
class RateView:
    """A dated rate used by a line, with its proof. `mark` is its note number (1, 2…)."""

    mark: int
    code: str
    label: str
    value: str  # « 12,3 % »
    period: str  # « depuis le 01/10/2022 », « du … au … », « début inconnu, lu le … »
    source: str
    url: str  # may be empty
    reference: str  # article of law, or « à retrouver »
    confidence: str  # official | concordant | single | unsure
    confidence_label: str  # « officiel », « concordant », « une seule source », « incertain »
    checked: str  # « vérifié le 22/11/2026 »
    note: str

    @property
    def unsure(self) -> bool:
        """Whether the value must wear the mark of doubt."""
        return self.confidence == "unsure"


@dataclass(frozen=True, slots=True)
class MarkRun:
    """Marks of rates that follow one another: the first and the last, or one alone."""

    first: int
    last: int
    unsure: bool


_A_RUN = 3


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of a result."""

    code: str
    label: str
    amount: str  # « 16,20 € », « 2,93 % », « non calculable »
    explanation: str  # « 135,00 € × 12 % = 16,20 € »
    rounding: str  # « arrondi au centime », « » when exact
    nature: str  # marchandises, transport, plateforme… (presenter.NATURES), or ""
    level: str  # "line", "total" (a sum worth a rule above), "key" (the number of the headline)
    help: str
    rates: tuple[RateView, ...] = ()
    negative: bool = False
    unsure: bool = False  # it, or a line it is made of, rests on an unsure value

    @property
    def inherits_doubt(self) -> bool:
        """Whether the doubt comes from elsewhere than its own rates."""
        return self.unsure and not any(rate.unsure for rate in self.rates)

    @property
    def mark_runs(self) -> tuple[MarkRun, ...]:
        """The marks of its rates; three or more in a row are a run (« 61 à 99 »)."""
        runs: list[list[RateView]] = []
        for rate in self.rates:
            last = runs[-1][-1] if runs else None
            if last and rate.mark == last.mark + 1 and rate.unsure == last.unsure:
                runs[-1].append(rate)
            else:
                runs.append([rate])
        return tuple(
            MarkRun(part[0].mark, part[-1].mark, run[0].unsure)
            for run in runs
            for part in ([run] if len(run) >= _A_RUN else [[rate] for rate in run])
        )


@dataclass(frozen=True, slots=True)
class SectionView:
    """A titled run of lines."""

    code: str
    title: str
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class SliceView:
    """One bar of the picture: where part of each euro goes."""

    nature: str
    label: str
    amount: str
    share: str  # « 12,0 % »
    start: float  # fractions of the picture's scale, for drawing only
    end: float


@dataclass(frozen=True, slots=True)
class PictureView:
    """The waterfall from the money received to what is left."""

    title: str
    description: str  # one sentence, the text alternative
    total_label: str
    total: str
    slices: tuple[SliceView, ...]
    zero: float = 0.0  # where zero stands on the scale, when what is left is negative


@dataclass(frozen=True, slots=True)
class NoteView:
    """A sentence under the result. kind: warning, info, article (« lecture de l'article »)."""

    kind: str
    code: str
    text: str
    field: str = ""  # the input it is about, if one


@dataclass(frozen=True, slots=True)
class TableView:
    """A named table of strings; `aligned` says which columns hold amounts."""

    code: str
    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    aligned: tuple[bool, ...]
    foot: tuple[str, ...] = ()  # the totals, one text a column, when some column has one
    explained: tuple[LineView, ...] = ()  # one computed cell of each column, to unfold
    folded: bool = False  # the page shows its title only, to unfold
    levels: tuple[str, ...] = ()  # of the rows: "", "group", "total"; none when all are alike
    put_out: tuple[str, ...] = ()  # for each row, why it does not apply, "" where it does; or none

    @property
    def ranked(self) -> tuple[tuple[str, tuple[str, ...], str], ...]:
        """Each row between its level and why it does not apply, "" where it does."""
        nothing = ("",) * len(self.rows)
        levels, why = self.levels or nothing, self.put_out or nothing
        return tuple(zip(levels, self.rows, why, strict=True))

    @property
    def width(self) -> int:
        """The characters that its columns take side by side: an amount, or the longest word of a
        heading, never breaks; a text does after 24."""
        longest = []
        for column, (head, amounts) in enumerate(zip(self.headers, self.aligned, strict=True)):
            texts = [row[column] for row in (*self.rows, self.foot) if row]
            cells = max(map(len, texts), default=0)
            longest.append(max(cells if amounts else min(cells, 24), *map(len, head.split(" "))))
        return sum(longest)


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart to draw, with the sentence and the table that say the same."""

    code: str
    kind: str  # gauges, bars, curve, funnel
    title: str
    description: str  # the text alternative
    table: TableView
    shape: Shape
    note: str = ""  # said under the title


@dataclass(frozen=True, slots=True)
class InputView:
    """One input as given, for the documents."""

    code: str
    label: str
    value: str
    group: str


@dataclass(frozen=True, slots=True)
class ResultView:
    """A whole result, ready to print. Without `outcome` text it was computed."""

    slug: str
    title: str
    headline: str  # « Il vous reste 3,96 € sur cette vente, soit 2,93 % du chiffre d'affaires »
    headline_amount: str  # « 3,96 € »
    tone: str  # positive | negative | zero | none
    outcome: str  # "" or the sentence that says why nothing was computed
    outcome_field: str
    on: str  # « 01/06/2026 »
    on_label: str  # « Date de la vente »
    stamp: str
    stamp_text: str  # « barèmes du 22/11/2026, empreinte cf5b2760216715a6 »
    unsure: bool  # whether the number of the headline rests on an unsure value
    inputs: tuple[InputView, ...]
    sections: tuple[SectionView, ...]
    picture: PictureView | None
    tables: tuple[TableView, ...]
    notes: tuple[NoteView, ...]
    rates: tuple[RateView, ...]
    given_tables: tuple[TableView, ...] = ()  # the lists of rows that were given
    charts: tuple[ChartView, ...] = ()
