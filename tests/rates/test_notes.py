"""The notes of the committed tables, as they are read once their lines are joined."""

import re
from pathlib import Path

import pytest
import yaml

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "rates"
FILES = sorted(FIXTURES.rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_word_is_cut_at_the_end_of_a_line(path: Path) -> None:
    table = yaml.load(path.read_text(), Loader=yaml.CSafeLoader)
    notes = [str(version.get("note", "")) for version in table["versions"]]

    assert not [note for note in notes if re.search(r"\w- \w", note)]
