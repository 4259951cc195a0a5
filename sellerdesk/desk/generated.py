"""A page of documentation per calculator, written from what it declares and from its runs.

No value of a rate is copied, save where a sentence says one: a page goes stale when a calculator
changes, hardly ever when a rate does.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path
from re import Match, sub

from pydantic import BaseModel

from calculators.catalogue import calculators
from calculators.kit import french
from calculators.kit.calculator import Calculator
from calculators.kit.declarations import Declaration
from calculators.kit.fields import MAX_AMOUNT, FieldKind, FieldSpec, field_specs, row_model
from calculators.kit.given import input_text
from calculators.kit.parts import declarations, tables
from calculators.kit.rates import RateBook, RateFact
from sellerdesk.desk.met import KINDS, PUT_OUT, REFUSAL, Met, Said, met
from sellerdesk.desk.plan import FieldPlan, plan_of

_TYPED = {
    FieldKind.DATE: "une date",
    FieldKind.YEAR: "une année",
    FieldKind.ROWS: "des lignes",
    FieldKind.BOOL: "oui ou non",
    FieldKind.TEXT: "un texte",
    FieldKind.INTEGER: "un nombre entier",
    FieldKind.DECIMAL: "un nombre",
}
_LINES = ("Ligne", "Formule", "Unité et arrondi", "Remarque")
_COLUMNS = ("Colonne", "Formule", "Unité et arrondi", "Remarque")


def pages(book: RateBook, folder: Path, slugs: Collection[str] = ()) -> dict[Path, str]:
    """Every page, or those of some slugs, by its file; the part written by hand is `_<slug>.md` in
    the same folder."""
    return {
        folder / f"{slug}.md": _page(calculator, book, _by_hand(folder / f"_{slug}.md"))
        for slug, calculator in calculators().items()
        if not slugs or slug in slugs
    }


def _by_hand(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip() if path.exists() else ""


def _page(calculator: Calculator, book: RateBook, by_hand: str) -> str:
    seen = met(calculator, book)
    labels = _labels(calculator, seen)
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
        _headlines(calculator, labels),
        "La formule est celle de l’exemple ou, à défaut, du premier cas rencontré où la ligne se "
        "calcule ; les noms sont les codes des champs, des lignes et des taux.",
        *_sections(calculator, seen.formulas),
        *_result_tables(calculator, seen.cells),
        "## Ce que l’outil peut vous dire",
        "Une phrase qui porte une date ou un nombre est donnée une fois, telle que rencontrée.",
        "\n".join(_bullet(labels, one) for one in _ranked(seen.said.values())),
        "## Taux employés",
        "Valeurs, périodes et sources sont dans les [barèmes](/baremes/) du site.",
        _rates(calculator, seen.rates),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _ranked(said: Iterable[Said]) -> list[Said]:
    """By kind; what is said under one code stays together, in the order of its first meeting."""
    kinds = [REFUSAL, PUT_OUT, *KINDS.values()]
    every = list(said)
    codes = list(dict.fromkeys(code for _, code, _ in every))
    return sorted(every, key=lambda one: (kinds.index(one[0]), codes.index(one[1])))


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


def _headlines(calculator: Calculator, labels: Mapping[str, str]) -> str:
    every = (told for h in calculator.headlines for told in (h.positive, h.negative, h.zero))
    told = dict.fromkeys(every)
    return "En tête du résultat :\n\n" + "\n".join(f"- {_filled(labels, t)}" for t in told)


def _sections(calculator: Calculator, formulas: Mapping[str, str]) -> Iterator[str]:
    """The lines by section; what a shared part declares and this calculator never computes is not.

    tests/docs checks that no line of its own is missing.
    """
    grouped: dict[str, list[Declaration]] = {code: [] for code in calculator.sections}
    for known in calculator.declarations:
        grouped.setdefault(known.section, []).append(known)
    for code, known_lines in grouped.items():
        rows = [_line(known, formulas[known.code]) for known in known_lines
                if known.code in formulas]  # fmt: skip
        if rows:
            yield f"### {calculator.sections.get(code, calculator.title)}"
            yield _table(_LINES, rows)


def _result_tables(calculator: Calculator, cells: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """The columns of each table of results."""
    for code, known in tables(calculator.sheet).items():
        rows = [_line(column, cells[code, column.code]) for column in declarations(known.kind)
                if (code, column.code) in cells]  # fmt: skip
        if rows:
            yield f"### Tableau : {known.title}"
            yield (
                f"Une ligne par {known.head.lower()}. Une cellule a pour code "
                f"`{code}_<ligne>_<colonne>` ; la formule est celle de la première rencontrée."
            )
            yield _table(_COLUMNS, rows)


def _line(known: Declaration, formula: str) -> tuple[str, ...]:
    return (
        f"{_strong(known)}<br>`{known.code}`",
        f"`{formula}`",
        ", ".join(filter(None, (known.unit or "nombre", known.rounding.label or "exact"))),
        known.help,
    )


def _strong(known: Declaration) -> str:
    return f"**{known.label}**" if known.level == "key" else known.label


def _bullet(labels: Mapping[str, str], one: Said) -> str:
    kind, code, sentence = one
    return f"- {kind} (`{code}`) : {_filled(labels, sentence)}"


def _labels(calculator: Calculator, seen: Met) -> Mapping[str, str]:
    """What stands for the amounts that a sentence has places for."""
    asked = {spec.name: spec.label for spec in field_specs(calculator.inputs)}
    return asked | {known.code: known.label for known in calculator.declarations} | seen.labels


def _filled(labels: Mapping[str, str], sentence: str) -> str:
    """A sentence whose places hold the labels of what will stand there."""
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
