"""A calculator and its result: what a slice hands to every surface."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal, localcontext
from typing import Any

from calculators.kit import french, units
from calculators.kit.declarations import Declaration
from calculators.kit.fields import FieldKind, Inputs, field_kinds
from calculators.kit.lines import Due, Line, Remark, Sheet
from calculators.kit.outcomes import Outcome, outcome
from calculators.kit.parts import Table, declarations
from calculators.kit.rates import MissingRate, RateBook, RateCode, Stamp

TOO_LATE = "date_trop_lointaine"


@dataclass(frozen=True, slots=True)
class Headline:
    """The sentence that carries the result; `{code}` places take amounts.

    `line` gives the tone. In `negative` the amount of that line is written without its sign.
    Not `signed`: the number is a score or a volume, neither a gain nor a loss. A sentence that
    amounts choose among more than three is an answer of the sheet (`Sheet.answer`).
    """

    line: str
    positive: str
    negative: str
    zero: str
    signed: bool = True


type Alternatives = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Which lines the waterfall draws: what comes in, what goes out, what is left.

    Of several alternatives, the first line that the shape computes is drawn.
    """

    title: str
    received: Alternatives
    spent: tuple[Alternatives, ...]
    left: str
    labels: tuple[tuple[str, str], ...] = ()  # of natures, where the usual word would be false


def pick(lines: Mapping[str, Line], wanted: Alternatives) -> Line | None:
    """The first of the wanted lines that was computed."""
    codes = (wanted,) if isinstance(wanted, str) else wanted
    return next((lines[code] for code in codes if code in lines), None)


@dataclass(frozen=True, slots=True)
class Result:
    """Everything one calculation gives: lines, tables, outcome, remarks, rates, stamp."""

    calculator: "Calculator"
    inputs: Inputs
    on: date
    stamp: Stamp
    lines: tuple[Line, ...]
    outcome: Outcome
    remarks: tuple[Remark, ...] = ()
    tables: "tuple[Table[Any], ...]" = ()
    dues: tuple[Due, ...] = ()
    answer: str = ""  # the sentence that amounts chose to open with
    book: RateBook | None = field(default=None, repr=False, compare=False)

    def __getitem__(self, code: str) -> Decimal | None:
        """The amount of a line in its unit (points for a percentage); None when not computable."""
        return amount_of({line.code: line for line in self.lines}[code])

    @property
    def amounts(self) -> Mapping[str, Decimal | None]:
        """Every line's amount by its code."""
        return {line.code: amount_of(line) for line in self.lines}


def amount_of(line: Line) -> Decimal | None:
    """A line's amount as documents carry it: percentages in points, on the line's own grid."""
    if line.value.is_nan():
        return None
    rounding, value = line.declaration.rounding, units.CONTEXT.plus(line.value)  # never -0
    places = rounding.places
    if line.unit == units.PERCENT:
        value, places = value * 100, max(places - 2, 0)
    return value.quantize(Decimal(1).scaleb(-places)) if rounding.padded else value.normalize()


type Formulas = Callable[..., Sheet]


def _the_book_itself(inputs: Any) -> str:
    return ""


@dataclass(frozen=True)
class Calculator:
    """One calculator of the catalogue: its inputs, its formulas, its words.

    `formulas(inputs=…, rates=…)` returns the filled sheet. `main_date` names the date field
    that `--on` fills. `codes` are the rates it may ask for.
    """

    slug: str
    title: str
    summary: str
    intro: str
    inputs: type[Inputs]
    sheet: type[Sheet]
    formulas: Formulas
    main_date: str
    example: Mapping[str, Any]
    headline: Headline
    picture: Picture | None = None
    codes: tuple[RateCode, ...] = ()
    charts: tuple[Any, ...] = ()  # kit.charts: what is drawn beside the waterfall
    order: int = 100
    family: str = "Autres calculs"  # its heading on the home page
    sections: Mapping[str, str] = field(default_factory=dict)
    # Other questions asked of the same form: the first whose test holds has its own sentence.
    questions: tuple[tuple[Callable[[Any], bool], Headline], ...] = ()
    # The named variant of the rates that these inputs ask for, "" for the book itself.
    variant: Callable[[Any], str] = _the_book_itself
    # Further complete inputs, for its documentation: lines and rates that the example and two
    # other answers do not reach.
    examples: tuple[Mapping[str, Any], ...] = ()

    def __post_init__(self) -> None:
        """Keep the spaces of French unbroken in what it says of itself."""
        for name in ("title", "summary", "intro"):
            object.__setattr__(self, name, french.typography(getattr(self, name)))

    def headline_for(self, inputs: Inputs) -> Headline:
        """The sentence that answers what these inputs ask."""
        asked = (headline for asks, headline in self.questions if asks(inputs))
        return next(asked, self.headline)

    @property
    def headlines(self) -> tuple[Headline, ...]:
        """Every sentence the result may open with."""
        return (self.headline, *(headline for _, headline in self.questions))

    @property
    def declarations(self) -> tuple[Declaration, ...]:
        """Every line the calculator may compute, in the order of its sheet."""
        return declarations(self.sheet)

    def on(self, inputs: Inputs) -> date:
        """The day of the main date: the first one of a year."""
        main = getattr(inputs, self.main_date)
        return main if isinstance(main, date) else date(main, 1, 1)

    def main_value(self, day: date) -> date | int:
        """A day as the main field takes it."""
        kind = field_kinds(self.inputs)[self.main_date]
        return day.year if kind is FieldKind.YEAR else day

    def trace(self, *, inputs: Inputs, rates: RateBook) -> Sheet:
        """Run the formulas; MissingRate may come out."""
        with localcontext(units.CONTEXT):
            sheet = self.formulas(inputs=inputs, rates=rates)
            _check_horizon(sheet, self)
            return sheet

    def calculate(self, *, inputs: Inputs, rates: RateBook) -> Result:
        """Compute, whatever the valid inputs: a missing rate is an outcome, never a default."""
        on = self.on(inputs)
        try:
            sheet = self.trace(inputs=inputs, rates=rates)
        except MissingRate as missing:
            return Result(self, inputs, on, rates.stamp, (), self.unknown(missing, inputs, rates))
        lines = tuple(sheet.lines.values())
        found = outcome(sheet.refusals, lines)
        remarks, answers = _held(sheet.remarks), _held(sheet.answers)
        if not found.applies:
            return Result(self, inputs, on, rates.stamp, (), found, book=rates)
        tables, dues = tuple(sheet.tables.values()), tuple(sheet.dues)
        answer = answers[0].sentence if answers else ""
        return Result(
            self, inputs, on, rates.stamp, lines, found, remarks, tables, dues, answer, rates
        )

    def unknown(self, missing: MissingRate, inputs: Inputs, rates: RateBook) -> Outcome:
        """What is said for want of a rate: of a date so far away, that it is too far."""
        checked = rates.horizon
        if checked is not None and self.on(inputs) >= date(checked.year + 2, 1, 1):
            return Outcome(TOO_LATE, _too_late(checked), self.main_date)
        return _missing(missing, self.main_date)


def _held(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    return tuple(r for r in remarks if r.test is None or r.test.value == 1)


def _missing(missing: MissingRate, field_name: str) -> Outcome:
    sentence = (
        f"Aucun taux publié pour « {missing.label} » au {french.day(missing.on)}. "
        "Le calcul s’arrête ici plutôt que d’employer le taux d’une autre période."
    )
    if missing.first:
        sentence += f" Le premier taux connu commence le {french.day(missing.first)}."
    return Outcome("taux_manquant", sentence, field_name)


def _too_late(checked: date) -> str:
    last = f"31/12/{checked.year + 1}"
    return f"{_checked_words(checked)}. Choisissez une date au plus tard le {last}."


def _checked_words(checked: date) -> str:
    return f"Les taux ont été vérifiés le {french.day(checked)}"


def _check_horizon(sheet: Sheet, calculator: Calculator) -> None:
    """A date after the last check is said; one beyond the next civil year is refused."""
    checked = sheet.rates.horizon
    if checked is None:
        return
    main_date = calculator.main_date
    main = getattr(sheet.inputs, main_date)
    day = sheet.day(main_date) if isinstance(main, date) else sheet.moment(date(main, 1, 1))
    if day.before(checked + timedelta(days=1)):
        return
    if day.before(date(checked.year + 2, 1, 1)):
        known = _checked_words(checked)
        sheet.remark(
            "info", "apres_dernier_controle",
            f"{known} ; pour une date postérieure, ils sont supposés inchangés.", main_date,
        )  # fmt: skip
    else:
        sheet.not_applicable(TOO_LATE, _too_late(checked), main_date)
