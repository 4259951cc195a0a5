"""A column of results over any number of rows, read from text in French notation.

The compiled reading does the arithmetic; choices, dates, counts and which optionals are
given pick the shape once per distinct combination, and texts are parsed once per distinct
text. A rule about several fields may look at those, never at two Decimal amounts (that is
a refusal of the sheet): so checking it once per combination checks every row.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal, localcontext
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from calculators.kit import french, units
from calculators.kit.calculator import Calculator
from calculators.kit.compiling import compile_text
from calculators.kit.fields import FieldKind, FieldSpec, field_specs
from calculators.kit.lines import Sheet, Span
from calculators.kit.messages import NOT_A_DATE, NOT_A_NUMBER, errors
from calculators.kit.rates import MissingRate, RateBook

OUTCOME = "resultat"
_MOST_CACHED = 200_000  # texts or combinations kept; beyond, the cache starts afresh
_PLACES = 6
_YES, _NO = ("oui", "vrai", "true", "1"), ("non", "faux", "false", "0")


type Known = tuple[dict[str, Span], Callable[..., str]]


class ColumnError(ValueError):
    """The header or a row cannot be used; the message is for the user."""


class Column:
    """Reads rows of texts under a header of input names, gives the text of their results."""

    def __init__(
        self,
        calculator: Calculator,
        rates: RateBook,
        header: Sequence[str],
        *,
        outputs: Sequence[str] | None = None,
        keep: Sequence[str] = (),
        separator: str = ";",
        variants: Callable[[str], RateBook] | None = None,
    ) -> None:
        self.calculator, self.rates, self.separator = calculator, rates, separator
        self._variants = variants  # the book of a name; without it, every row has the one given
        self.header = tuple(header)
        self.specs = {spec.name: spec for spec in field_specs(calculator.inputs)}
        self.lists = {n for n, spec in self.specs.items() if spec.kind is FieldKind.ROWS}
        _check_header(self.header, self.specs, keep)
        self.outputs = tuple(outputs if outputs is not None else default_outputs(calculator))
        self.amounts = tuple(n for n in self.header if self._kind(n) is FieldKind.DECIMAL)
        self._parsers = {name: _Amounts(self.specs[name], calculator) for name in self.amounts}
        keyed = [n for n in self.header if n in self.specs]
        self._date_keys = {i for i, n in enumerate(keyed) if self._kind(n) is FieldKind.DATE}
        kinds = enumerate(self.header)
        self._dates = [(i, n) for i, n in kinds if self._kind(n) is FieldKind.DATE]
        self._shapes: dict[tuple[Any, ...], Callable[..., str]] = {}
        self._known: dict[tuple[Any, ...], list[Known]] = {}
        self._row = self._compile_row()

    def _kind(self, name: str) -> FieldKind | None:
        return self.specs[name].kind if name in self.specs else None

    @property
    def result_header(self) -> str:
        """The header of the result's cells."""
        return self.separator.join((*self.outputs, OUTCOME))

    def results(self, rows: Iterable[Sequence[str]]) -> Iterator[str]:
        """The result cells of each row, as one text; a bad row gives its sentence instead."""
        row = self._row
        with localcontext(units.CONTEXT):
            for cells in rows:
                try:
                    yield row(cells)
                except (ColumnError, IndexError) as error:
                    yield self._refused(cells, error)

    def _refused(self, cells: Sequence[str], error: Exception) -> str:
        short = isinstance(error, IndexError)
        sentence = f"{len(cells)} cellules au lieu de {len(self.header)}." if short else str(error)
        return self.separator * len(self.outputs) + '"' + sentence.replace('"', "'") + '"'

    def _compile_row(self) -> Callable[[Sequence[str]], str]:
        """Write the loop's body for this header: a key of what fixes the shape, then one call."""
        keys, args = [], []
        names: dict[str, Any] = {"shapes": self._shapes, "met": self._meet}
        for index, name in enumerate(self.header):
            if name in self._parsers:
                names[f"p{index}"] = self._parsers[name]
                args.append(f"p{index}[r[{index}]]")
                keys.append(f"not r[{index}]")
            elif name in self.specs:
                keys.append(f"r[{index}]")
        source = (
            "def row(r):\n"
            f"    key = ({', '.join(keys)},)\n"
            f"    return (shapes.get(key) or met(key, r))({', '.join(args)})\n"
        )
        exec(compile(source, "<row>", "exec"), names)  # noqa: S102 - indexes only, no text
        compiled: Callable[[Sequence[str]], str] = names["row"]
        return compiled

    def _meet(self, key: tuple[Any, ...], cells: Sequence[str]) -> Callable[..., str]:
        """Find the function of a combination met for the first time, checking it once."""
        if len(self._shapes) >= _MOST_CACHED:
            self._shapes.clear()
        undated = tuple(k for i, k in enumerate(key) if i not in self._date_keys)
        known = self._known.setdefault(undated, [])
        function = self._known_at(known, cells)
        if function is None:
            spans, function, movable = self._trace(cells)
            if movable:
                known.append((spans, function))
        self._shapes[key] = function
        return function

    def _known_at(self, known: Sequence[Known], cells: Sequence[str]) -> Callable[..., str] | None:
        """The function of an earlier date of the same shape; only where one date is given,
        since a rule may compare two."""
        if len(self._dates) != 1 or not known:
            return None
        index, name = self._dates[0]
        if not cells[index]:
            return None
        on = _value(self.specs[name], cells[index])
        for spans, function in known:
            low, high = spans.get(name, (date.min, date.max))
            if low <= on < high:
                return function
        return None

    def sheet(self, cells: Sequence[str]) -> Sheet:
        """The traced run of a row; ColumnError or MissingRate may come out."""
        inputs = self._inputs(cells)
        name = self.calculator.variant(inputs) if self._variants else ""
        rates = self._variants(name) if self._variants and name else self.rates
        return self.calculator.trace(inputs=inputs, rates=rates)

    def _trace(self, cells: Sequence[str]) -> tuple[dict[str, Span], Callable[..., str], bool]:
        try:
            sheet = self.sheet(cells)
        except MissingRate as missing:
            inputs = self._inputs(cells)
            code = self.calculator.unknown(missing, inputs, self.rates).code
            sheet = Sheet(inputs, self.rates).not_applicable(code, "")
        movable = bool(sheet.lines) and not sheet.dates_used
        function = compile_text(sheet, self.amounts, self.outputs, separator=self.separator)
        return sheet.spans, function, movable

    def _inputs(self, cells: Sequence[str]) -> Any:
        given = {
            name: _value(self.specs[name], text)
            for name, text in zip(self.header, cells, strict=False)
            if text and name in self.specs
        }
        try:
            return self.calculator.inputs.model_validate(given)
        except ValidationError as error:
            field, sentence = errors(error, self.calculator.inputs)[0]
            if field in self.lists:
                raise ColumnError(_needs_rows(self.specs[field])) from None
            raise ColumnError(f"{field} : {sentence}") from None


class _Amounts(dict[str, Decimal | None]):
    """Texts of one amount field, parsed and checked once each.

    A plain text (digits, at most six decimals) within the field's bounds needs no more;
    anything else takes the general road, whose sentences are those of a form.
    """

    _plain = re.compile(r"\d{1,12}(?:,\d{1,6})?", re.ASCII).fullmatch

    def __init__(self, spec: FieldSpec, calculator: Calculator) -> None:
        super().__init__()
        self.spec = spec
        self._check = _adapter(calculator, spec.name)
        self._quick = spec.low == 0 and spec.high is not None and spec.places == _PLACES
        self._high = spec.high or Decimal(0)

    def __missing__(self, text: str) -> Decimal | None:
        value: Decimal | None
        bare = text.replace(" ", "").replace(french.NBSP, "")
        if self._quick and self._plain(bare):
            value = Decimal(bare.replace(",", "."))
            if value > self._high:
                value = self._checked(text)
        else:
            value = self._checked(text)
        if len(self) >= _MOST_CACHED:
            self.clear()
        self[text] = value
        return value

    def _checked(self, text: str) -> Decimal | None:
        value = _value(self.spec, text) if text else self.spec.default
        try:
            checked: Decimal | None = self._check.validate_python(value)
        except ValidationError as error:
            raise ColumnError(f"{self.spec.name} : {errors(error)[0][1]}") from None
        return checked


def _adapter(calculator: Calculator, name: str) -> TypeAdapter[Any]:
    info = calculator.inputs.model_fields[name]
    kind: Any = Annotated[info.annotation, *info.metadata]
    return TypeAdapter(kind)


def default_outputs(calculator: Calculator) -> tuple[str, ...]:
    """The lines worth a column: amounts and totals, without details and readings of articles."""
    return tuple(d.code for d in calculator.declarations if d.level not in ("detail", "article"))


def _check_header(header: Sequence[str], specs: dict[str, FieldSpec], keep: Sequence[str]) -> None:
    unknown = [name for name in header if name not in specs and name not in keep]
    if unknown:
        raise ColumnError(f"Colonne inconnue : {', '.join(unknown)}.")
    missing = [s for s in specs.values() if s.required and s.name not in header]
    lists = [s for s in specs.values() if s.kind is FieldKind.ROWS]
    if given := next((s for s in lists if s.name in header), None):
        raise ColumnError(
            f"« {given.name} » est une liste de lignes : elle ne tient pas dans une colonne."
        )
    if asked := next((s for s in missing if s in lists), None):
        raise ColumnError(_needs_rows(asked))
    if missing:
        raise ColumnError(f"Colonne obligatoire absente : {', '.join(s.name for s in missing)}.")
    if len(set(header)) < len(header):
        raise ColumnError("Une colonne figure deux fois.")


def _needs_rows(spec: FieldSpec) -> str:
    return (
        f"« {spec.label} » ({spec.name}) est une liste de lignes, que ce calcul demande : "
        "il ne se fait pas en colonnes."
    )


def _value(spec: FieldSpec, text: str) -> Any:
    if spec.kind is FieldKind.DECIMAL:
        return _parsed(spec, text, french.parse, NOT_A_NUMBER)
    if spec.kind is FieldKind.DATE:
        return _parsed(spec, text, french.parse_day, NOT_A_DATE)
    if spec.kind is FieldKind.BOOL:
        folded = text.strip().lower()
        return True if folded in _YES else False if folded in _NO else text
    return text.strip()


def _parsed(spec: FieldSpec, text: str, parse: Callable[[str], Any], sentence: str) -> Any:
    try:
        return parse(text)
    except ValueError:
        raise ColumnError(f"{spec.name} : {sentence}") from None
