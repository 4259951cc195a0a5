"""Every code that a user can meet has its line in docs/glossary.md."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from calculators.catalogue import calculators
from calculators.kit.calculator import Calculator
from calculators.kit.fields import field_specs
from calculators.kit.parts import declarations, tables
from tests.books import committed_book

GLOSSARY = Path(__file__).resolve().parents[2] / "docs" / "glossary.md"


@cache
def terms() -> tuple[str, ...]:
    """The terms as patterns: what stands between backquotes before the first colon of a line."""
    heads = re.findall(r"^- (.*?):", GLOSSARY.read_text(), re.MULTILINE)
    return tuple(term.replace("…", "*") for head in heads for term in re.findall("`(.*?)`", head))


def codes(calculator: Calculator) -> Iterator[str]:
    yield calculator.slug.replace("-", "_")
    for spec in field_specs(calculator.inputs):
        yield from (spec.name, *(column.name for column in spec.columns))
    yield from (declaration.code for declaration in calculator.declarations)
    for code, table in tables(calculator.sheet).items():
        yield from (code, *(column.code for column in declarations(table.kind)))
    yield from (d.nature for d in calculator.declarations if d.nature)
    yield from (code.code for code in calculator.codes)
    for example in (calculator.example, *calculator.examples):
        inputs = calculator.inputs.model_validate(example)
        sheet = calculator.trace(inputs=inputs, rates=committed_book())
        yield from (remark.code for remark in sheet.remarks)
        rows = (known for table in sheet.tables.values() for known in table.refusals.values())
        yield from (refusal.code for known in rows for refusal in known)


def unknown(found: Iterator[str]) -> list[str]:
    return sorted({code for code in found if not any(fnmatchcase(code, term) for term in terms())})


def test_every_code_of_the_catalogue_has_its_line() -> None:
    assert not unknown(code for found in calculators().values() for code in codes(found))


def test_every_family_of_rates_has_its_line() -> None:
    assert not unknown(iter(committed_book().codes()))


def test_no_term_is_said_twice() -> None:
    assert len(terms()) == len(set(terms()))


def test_the_check_can_fail() -> None:
    assert unknown(iter(["xyz_inconnu"])) == ["xyz_inconnu"]
