"""What may be committed: no address of a package host, no path of a machine."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOP = {
    *("manage.py", "pyproject.toml", "README.md", "Makefile", "requirements.lock"),
    *("sellerdesk", "calculators", "templates", "static", "fixtures", "tests", "docs"),
}
# /tmp and /usr are the same everywhere; these are one machine's or one person's.
MACHINE = re.compile(rb"(?<![\w.:/*-])/(?:work|farm|home|root|shared|Users)/\w")
PACKAGE_HOST = re.compile(rb"https?://[^\s\"']*/(?:simple|packages)/|--(?:extra-)?index-" + rb"url")


def tracked() -> list[Path]:
    """The committed files that are present."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git clone")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def test_the_lock_pins_everything_and_names_no_host() -> None:
    lines = (ROOT / "requirements.lock").read_text().splitlines()

    assert not [line for line in lines if "://" in line or line.startswith(("-", "#"))]
    assert all(re.match(r"[\w.-]+==\S+|    --hash=sha256:", line) for line in lines)


def test_the_top_level_holds_no_surprise() -> None:
    found = {path.relative_to(ROOT).parts[0] for path in tracked()}

    assert not {name for name in found if not name.startswith(".")} - TOP


@pytest.mark.parametrize("pattern", [MACHINE, PACKAGE_HOST], ids=["machine", "host"])
def test_no_file_names_a_machine_or_a_package_host(pattern: re.Pattern[bytes]) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {hit.group().decode()}"
        for path in tracked()
        if (hit := pattern.search(path.read_bytes()))
    ]

    assert not found


def test_no_file_of_code_is_longer_than_a_reader_can_hold() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {count} lines"
        for path in tracked()
        if path.suffix == ".py"
        and "migrations" not in path.parts
        and (count := len(path.read_text().splitlines())) > 400
    ]

    assert not long
