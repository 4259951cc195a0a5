"""The calculators' pages say what the calculators are today."""

import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from calculators.catalogue import calculators
from calculators.kit import parts
from calculators.kit.calculator import Calculator
from calculators.kit.fields import field_specs
from calculators.kit.lines import Sheet
from sellerdesk.desk import generated
from sellerdesk.rates.selectors import current_book
from tests.desk.conftest import rates

pytestmark = pytest.mark.django_db
__all__ = ["rates"]  # the fixture
FOLDER = Path(__file__).resolve().parents[2] / "docs" / "calculators"


def test_the_pages_are_up_to_date() -> None:
    out = StringIO()
    call_command("document", "--check", stdout=out)

    assert out.getvalue() == ""


def test_every_field_has_its_row() -> None:
    for calculator, text in written():
        for spec in field_specs(calculator.inputs):
            assert f"<br>`{spec.name}` | " in text
            for column in spec.columns:
                assert f"<br>`{spec.name}[].{column.name}` | " in text


def test_every_line_and_every_column_has_its_formula() -> None:
    """A line of a shared part has it where some calculator computes it."""
    shared: dict[tuple[type, str], bool] = {}
    for calculator, text in written():
        found = set(re.findall(r"<br>`(\w+)` \| `", text))
        for key, code in places(calculator.sheet):
            if key[0] is calculator.sheet:
                assert code in found, code
            else:
                shared[key] = shared.get(key, False) or code in found

    assert [code for (_, code), met in shared.items() if not met] == []


def test_every_further_example_is_computed() -> None:
    for calculator in calculators().values():
        for example in calculator.examples:
            inputs = calculator.inputs.model_validate(example)
            assert calculator.calculate(inputs=inputs, rates=current_book()).outcome.applies


def written() -> list[tuple[Calculator, str]]:
    return [(c, (FOLDER / f"{slug}.md").read_text()) for slug, c in calculators().items()]


def places(sheet: type[Sheet]) -> Iterator[tuple[tuple[type, str], str]]:
    """The lines of a sheet by where they are declared, then the columns of its tables."""
    owned: dict[str, tuple[type, str]] = {}
    for one in (member for member in vars(sheet).values() if isinstance(member, parts.part)):
        pairs = zip(one.kept, one.declarations, strict=True)
        owned |= {named.code: (one.kind, known.code) for known, named in pairs}
    for line in parts.declarations(sheet):
        yield owned.get(line.code, (sheet, line.code)), line.code
    for known in parts.tables(sheet).values():
        yield from (((known.kind, d.code), d.code) for d in parts.declarations(known.kind))


def test_a_stale_page_and_an_orphan_are_told_then_mended(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = {slug: calculators()[slug] for slug in ("paypal", "tiktok-shop")}
    monkeypatch.setattr(generated, "calculators", lambda: few)
    settings.BASE_DIR = tmp_path
    call_command("document", stdout=StringIO())
    folder = tmp_path / "docs" / "calculators"
    (folder / "paypal.md").write_text("périmé")
    (folder / "disparu.md").write_text("")
    (folder / "_paypal.md").write_text("À savoir.")
    (folder / "README.md").write_text("gardé")

    out = StringIO()
    with pytest.raises(CommandError):
        call_command("document", "--check", stdout=out)
    assert out.getvalue().split() == ["docs/calculators/paypal.md", "docs/calculators/disparu.md"]

    call_command("document", stdout=StringIO())
    call_command("document", "--check", stdout=StringIO())
    assert "À savoir." in (folder / "paypal.md").read_text()
    assert not (folder / "disparu.md").exists()
    assert (folder / "README.md").exists()


def test_one_page_is_checked_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(generated, "_page", lambda calculator, *_: asked.append(calculator.slug))
    with pytest.raises(CommandError, match="Périmé"):
        call_command("document", "paypal", "--check", stdout=StringIO())

    assert asked == ["paypal"]


def test_a_page_of_no_calculator_is_refused() -> None:
    with pytest.raises(CommandError, match="Aucun calcul ne s’appelle brocante"):
        call_command("document", "brocante", stdout=StringIO())
