"""The example of docs/architecture.md is a whole calculator: pages, documents, readings."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from calculators import catalogue
from calculators.kit.calculator import Calculator
from calculators.kit.compiling import Compiled
from calculators.kit.presenter import present
from sellerdesk.desk.plan import plan_of
from tests.books import committed_book
from tests.desk.conftest import rates

pytestmark = pytest.mark.django_db
__all__ = ["rates"]  # the fixture
ARCHITECTURE = Path(__file__).resolve().parents[2] / "docs" / "architecture.md"


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Calculator]:
    """The calculator of the recipe, found in a folder of the catalogue."""
    source = re.findall(r"```python\n(.*?)```", ARCHITECTURE.read_text(), re.DOTALL)
    folder = tmp_path / "vide_grenier"
    folder.mkdir()
    (folder / "__init__.py").write_text(source[0])
    monkeypatch.setattr(catalogue, "__path__", [*catalogue.__path__, str(tmp_path)])
    catalogue.calculators.cache_clear()
    plan_of.cache_clear()
    yield catalogue.calculators()["vide-grenier"]
    sys.modules.pop("calculators.catalogue.vide_grenier")
    catalogue.calculators.cache_clear()
    plan_of.cache_clear()


def test_the_recipe_computes(added: Calculator) -> None:
    """200 × 12,3 % = 24,60; 200 − 15 − 24,60 = 160,40."""
    inputs = added.inputs.model_validate(added.example)
    result = added.calculate(inputs=inputs, rates=committed_book())

    assert f"{result['reste']}" == "160.40"
    lines = {line.code: line for section in present(result).sections for line in section.lines}
    assert lines["cotisations"].explanation == "200,00\xa0€ × 12,3\xa0% = 24,60\xa0€"
    assert Compiled(added, committed_book()).values(inputs)["reste"] == result["reste"]


def test_the_recipe_has_its_page_and_its_documents(added: Calculator, client: Client) -> None:
    page = client.get("/calculs/vide-grenier/?exemple=1")
    assert "160,40\xa0€" in page.content.decode()

    assert "Vide-grenier" in client.get("/").content.decode()
    for document in ("rapport.pdf", "classeur.xlsx", "simulation.json"):
        made = client.post(f"/calculs/vide-grenier/{document}", dict(added.example))
        assert made.status_code == 200, document
