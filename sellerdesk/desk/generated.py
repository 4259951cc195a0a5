"""A page of documentation per calculator, written from what it declares.

Formulas and sentences are not declared: they are met by running the example, then the
example with one and with two answers changed. No value of a rate is copied, so that a page
goes stale when a calculator changes, never when a rate does.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from itertools import combinations
from pathlib import Path
from re import Match, sub
from typing import Any

from pydantic import BaseModel

from calculators.catalogue import calculators
from calculators.kit import french
from calculators.kit.calculator import Calculator
from calculators.kit.declarations import Declaration
from calculators.kit.fields import (
    MAX_AMOUNT,
    FieldKind,
    FieldSpec,
    field_kinds,
    field_specs,
    row_model,
)
from calculators.kit.given import input_text
from calculators.kit.lines import Refusal, Remark, Sheet
from calculators.kit.rates import MissingRate, RateBook, RateFact
from calculators.kit.readings import formula, rates_of
from sellerdesk.desk.plan import FieldPlan, plan_of
from sellerdesk.desk.reading import validated

_EVERYWHERE = ("apres_dernier_controle", "date_trop_lointaine")  # told once, in README.md
_KINDS = {"warning": "Avertissement", "info": "Information", "article": "Lecture de l’article"}
_REFUSAL = "Le calcul ne s’applique pas"
_MOST_DAYS = 6  # tried for a date that is not the main one
_TYPED = {
    FieldKind.DATE: "une date",
    FieldKind.YEAR: "une année",
    FieldKind.ROWS: "des lignes",
    FieldKind.BOOL: "oui ou non",
    FieldKind.TEXT: "un texte",
    FieldKind.INTEGER: "un nombre entier",
    FieldKind.DECIMAL: "un nombre",
}

type Said = tuple[str, str, str]  # kind, code, sentence


@dataclass
class Met:
    """What the runs of a calculator showed, each thing once, in the order of its meeting."""

    formulas: dict[str, str] = field(default_factory=dict)
    said: dict[Said, None] = field(default_factory=dict)
    rates: dict[str, RateFact] = field(default_factory=dict)


def pages(book: RateBook, folder: Path) -> dict[Path, str]:
    """Every page by its file; the part written by hand is `_<slug>.md` in the same folder."""
    return {
        folder / f"{slug}.md": _page(calculator, book, _by_hand(folder / f"_{slug}.md"))
        for slug, calculator in calculators().items()
    }


def _by_hand(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip() if path.exists() else ""


def _page(calculator: Calculator, book: RateBook, by_hand: str) -> str:
    met = _met(calculator, book)
    slug, address = calculator.slug, plan_of(calculator.slug).action
    parts = [
        f"# {calculator.title}",
        f"<!-- Écrit par `manage.py document` : corriger _{slug}.md ou le calcul. -->",
        calculator.intro,
        f"Sur le site : [{address}]({address}). "
        f"En ligne de commande : `manage.py calculate {slug}`. "
        "Ce qui vaut pour tous les calculs est [dit une fois](README.md).",
        by_hand,
        "## Ce que vous saisissez",
        *_groups(calculator),
        "## Ce que vous obtenez",
        _headlines(calculator),
        "La formule est celle de l’exemple ou, à défaut, du premier cas rencontré où la ligne se "
        "calcule ; les noms sont les codes des champs, des lignes et des taux.",
        *_sections(calculator, met.formulas),
        "## Ce que l’outil peut vous dire",
        "\n".join(_bullet(calculator, one) for one in _ranked(met.said)),
        "## Taux employés",
        "Valeurs, périodes et sources sont dans les [barèmes](/baremes/) du site.",
        _rates(calculator, met.rates),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _met(calculator: Calculator, book: RateBook) -> Met:
    met = Met()
    for sheet in _sheets(calculator, book):
        for line in sheet.lines.values():
            met.formulas.setdefault(line.code, formula(line))
            met.rates.update((rate.fact.code, rate.fact) for rate in rates_of(line))
        told: list[Remark | Refusal] = [*sheet.refusals, *sheet.remarks]
        for one in told:
            if one.code not in _EVERYWHERE:
                met.said[_said(one)] = None
    return met


def _ranked(said: Iterable[Said]) -> list[Said]:
    ranks = [_REFUSAL, *_KINDS.values()]
    return sorted(said, key=lambda one: ranks.index(one[0]))


def _said(one: Remark | Refusal) -> Said:
    kind = _KINDS[one.kind] if isinstance(one, Remark) else _REFUSAL
    return kind, one.code, one.sentence


def _sheets(calculator: Calculator, book: RateBook) -> Iterator[Sheet]:
    days, main = _days(calculator, book), calculator.main_date
    few = _spread(days)
    others = [(spec.name, value) for spec in field_specs(calculator.inputs)
              for value in _answers(spec, days if spec.name == main else few)]  # fmt: skip
    one_by_one = ([other] for other in others)
    kinds = field_kinds(calculator.inputs)
    two_by_two = (
        [a, b]
        for a, b in combinations(others, 2)
        # Two amounts left out together say nothing that each alone does not.
        if a[0] != b[0] and not kinds[a[0]] is kinds[b[0]] is FieldKind.DECIMAL
    )
    for changes in ([], *one_by_one, *two_by_two):
        inputs, _ = validated(calculator.inputs, {**calculator.example, **dict(changes)})
        if inputs is None:
            continue
        try:
            yield calculator.trace(inputs=inputs, rates=book)
        except MissingRate:
            continue


def _days(calculator: Calculator, book: RateBook) -> list[date]:
    """The example's day, the days on which a rate starts, and the eve of each of these."""
    example = calculator.inputs.model_validate(calculator.example)
    starts = {fact.valid_from for code in calculator.codes for fact in book.series(code.code)}
    days = {day - timedelta(days=eve) for day in starts if day for eve in (0, 1)}
    return sorted({*days, calculator.on(example)}, reverse=True)


def _spread[T](values: list[T]) -> list[T]:
    """A few of many values, the first and the last among them."""
    if len(values) <= _MOST_DAYS:
        return values
    step = (len(values) - 1) / (_MOST_DAYS - 1)
    return [values[round(step * place)] for place in range(_MOST_DAYS)]


def _answers(spec: FieldSpec, days: list[date]) -> list[Any]:
    """What else a field may be answered; an amount only where it may be left out."""
    match spec.kind:
        case FieldKind.CHOICE:
            return [code for code, _ in spec.choices]
        case FieldKind.BOOL:
            return [True]
        case FieldKind.DATE:
            return list(days)
        case FieldKind.YEAR:
            return sorted({day.year for day in days}, reverse=True)
        case FieldKind.DECIMAL if spec.default is None and not spec.required:
            return [french.parse(spec.example)] if spec.example else [1]
    return []


def _groups(calculator: Calculator) -> Iterator[str]:
    plan = plan_of(calculator.slug)
    for group, fields in plan.groups:
        rows = [row for asked in fields for row in _rows(calculator, asked)]
        yield f"### {group.title}"
        yield _table(("Champ", "Ce qu’on y met", "Par défaut"), rows)


def _rows(calculator: Calculator, asked: FieldPlan) -> Iterator[tuple[str, str, str]]:
    """A field; under a list of rows, its columns."""
    spec, model = asked.spec, calculator.inputs
    shown = _shown_when(calculator, spec)
    how = " ".join(filter(None, (_how(model, spec), shown)))
    yield f"{spec.label}<br>`{spec.name}`", how, _default(spec, needed=asked.required)
    for column in spec.columns:
        name = f"{spec.label}, {column.label}<br>`{spec.name}[].{column.name}`"
        yield name, _how(row_model(model, spec.name), column), _default(column, needed=False)


def _how(model: type[BaseModel], spec: FieldSpec) -> str:
    text = _TYPED.get(spec.kind, "") + _bounds(model, spec)
    if spec.kind is FieldKind.CHOICE:
        text = " ; ".join(f"{label} (`{code}`)" for code, label in spec.choices)
    return " ".join(filter(None, (f"{text[:1].upper()}{text[1:]}.", spec.help)))


def _bounds(model: type[BaseModel], spec: FieldSpec) -> str:
    if spec.kind is FieldKind.ROWS:
        return f", au plus {french.number(Decimal(spec.most))}"
    if spec.kind is FieldKind.YEAR:
        return f" de {spec.low} à {spec.high}"
    metadata = model.model_fields[spec.name].metadata
    below = next((m.lt for m in metadata if getattr(m, "lt", None) is not None), None)
    said = [f"en {spec.unit}"] if spec.unit else []
    if spec.low:
        said.append(f"au moins {french.number(spec.low)}")
    if below is not None:
        said.append(f"moins de {french.number(Decimal(below))}")
    elif spec.high not in (None, MAX_AMOUNT):
        said.append(f"au plus {french.number(Decimal(spec.high or 0))}")
    return "".join(f", {one}" for one in said).replace(", en", " en", 1)


def _shown_when(calculator: Calculator, spec: FieldSpec) -> str:
    others = {other.name: other for other in field_specs(calculator.inputs)}
    said = [
        f"« {others[name].label} » vaut {_any_of(others[name], codes)}"
        for name, codes in spec.rules
    ]
    return f"Montré quand {' et '.join(said)}." if said else ""


def _any_of(spec: FieldSpec, codes: tuple[str, ...]) -> str:
    labels = dict(spec.choices)
    return " ou ".join(f"« {labels[code]} »" for code in codes)


def _default(spec: FieldSpec, *, needed: bool) -> str:
    if spec.required:
        return "obligatoire"
    if needed:
        return "obligatoire, sauf choix contraire"
    if spec.kind is FieldKind.ROWS and not spec.default:
        return "aucune"
    return "facultatif" if spec.default is None else input_text(spec, spec.default)


def _headlines(calculator: Calculator) -> str:
    every = (told for h in calculator.headlines for told in (h.positive, h.negative, h.zero))
    told = dict.fromkeys(every)
    return "En tête du résultat :\n\n" + "\n".join(f"- {_filled(calculator, t)}" for t in told)


def _sections(calculator: Calculator, formulas: Mapping[str, str]) -> Iterator[str]:
    grouped: dict[str, list[Declaration]] = {code: [] for code in calculator.sections}
    for known in calculator.declarations:
        grouped.setdefault(known.section, []).append(known)
    for code, known_lines in grouped.items():
        rows = [
            (
                f"{_strong(known)}<br>`{known.code}`",
                f"`{formulas[known.code]}`" if known.code in formulas else "",
                ", ".join(filter(None, (known.unit or "nombre", known.rounding.label or "exact"))),
                known.help,
            )
            for known in known_lines
        ]
        if rows:
            yield f"### {calculator.sections.get(code, calculator.title)}"
            yield _table(("Ligne", "Formule", "Unité et arrondi", "Remarque"), rows)


def _strong(known: Declaration) -> str:
    return f"**{known.label}**" if known.level == "key" else known.label


def _bullet(calculator: Calculator, one: Said) -> str:
    kind, code, sentence = one
    return f"- {kind} (`{code}`) : {_filled(calculator, sentence)}"


def _filled(calculator: Calculator, sentence: str) -> str:
    """A sentence whose places hold the labels of what will stand there."""
    labels = {spec.name: spec.label for spec in field_specs(calculator.inputs)}
    labels |= {known.code: known.label for known in calculator.declarations}
    return sub(r"\{(\w+)\}", partial(_label, labels), sentence)


def _label(labels: Mapping[str, str], place: Match[str]) -> str:
    return f"*[{labels.get(place[1], place[1])}]*"


def _rates(calculator: Calculator, rates: Mapping[str, RateFact]) -> str:
    """Those that some run used, in the order of their declaration."""
    declared = dict.fromkeys(code.code for code in calculator.codes)
    rows = [
        (rates[code].label, f"[`{code}`](/baremes/#{code})", rates[code].unit)
        for code in declared
        if code in rates
    ]
    return _table(("Taux", "Code", "Unité"), rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '\\|') for cell in row)} |" for row in lines)
