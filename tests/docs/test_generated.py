"""The calculators' pages say what the calculators are today."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from calculators.catalogue import calculators
from sellerdesk.desk.generated import pages
from sellerdesk.rates.selectors import current_book
from tests.desk.conftest import rates

pytestmark = pytest.mark.django_db
__all__ = ["rates"]  # the fixture
FOLDER = Path(__file__).resolve().parents[2] / "docs" / "calculators"


def test_the_pages_are_up_to_date() -> None:
    out = StringIO()
    call_command("document", "--check", stdout=out)

    assert out.getvalue() == ""


def test_every_line_has_its_formula_and_every_field_its_row() -> None:
    for path, text in pages(current_book(), FOLDER).items():
        calculator = calculators()[path.stem]
        for known in calculator.declarations:
            assert f"<br>`{known.code}` | `" in text, known.code
        for name in calculator.inputs.model_fields:
            assert f"<br>`{name}` | " in text


def test_a_stale_page_and_an_orphan_are_told_then_mended(
    settings: Settings, tmp_path: Path
) -> None:
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
