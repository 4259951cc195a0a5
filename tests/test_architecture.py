"""Arrows go one way: import-linter reads the imports, these tests run them."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

IMPORT_ALL = """
import importlib, pkgutil, sys
import calculators
for module in pkgutil.walk_packages(calculators.__path__, "calculators."):
    importlib.import_module(module.name)
print(*sorted({"django", "weasyprint", "sellerdesk", "psycopg", "yaml"} & set(sys.modules)))
"""

VIOLATIONS = {
    "calculators/kit/planted.py": ("import calculators.law", "catalogue, then law, then kit"),
    "calculators/law/planted.py": ("import django", "the calculators are pure"),
    "calculators/stray.py": ("", "catalogue, then law, then kit"),
    "calculators/catalogue/one/__init__.py": (
        "import calculators.catalogue.two",
        "does not know another slice",
    ),
    "sellerdesk/reports/planted.py": ("import sellerdesk.rates", "reports and rates"),
    "sellerdesk/rates/planted.py": ("import calculators.law", "know the kit only"),
    "sellerdesk/desk/planted.py": ("import sellerdesk.settings", "the composition root"),
}


def test_the_calculators_run_without_django() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == ""


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the project's contracts over the packages of a folder."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--config", str(ROOT / "pyproject.toml")],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def rooms(tmp_path: Path) -> Path:
    """The rooms, empty."""
    names = [
        *("calculators", "calculators/kit", "calculators/law", "calculators/catalogue"),
        *("calculators/catalogue/one", "calculators/catalogue/two"),
        *("sellerdesk", *(f"sellerdesk/{r}" for r in ("accounts", "rates", "desk", "reports"))),
    ]
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
    for name in ("settings", "urls", "env", "wsgi"):
        (tmp_path / "sellerdesk" / f"{name}.py").touch()
    return tmp_path


def test_the_contracts_accept_the_rooms(rooms: Path) -> None:
    (rooms / "sellerdesk/desk/pages.py").write_text("import sellerdesk.reports, sellerdesk.rates\n")

    ended = lint(rooms)

    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("path", list(VIOLATIONS))
def test_a_planted_violation_is_caught(path: str, rooms: Path) -> None:
    source, contract = VIOLATIONS[path]
    (rooms / path).write_text(source + "\n")

    ended = lint(rooms)

    assert ended.returncode == 1, ended.stdout + ended.stderr
    broken = [line for line in ended.stdout.splitlines() if "BROKEN" in line]
    assert any(contract in line for line in broken), ended.stdout
