"""Every relative link of the documentation leads to a file, every address of the site to a page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import resolve

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted({ROOT / "README.md", *(ROOT / "docs").rglob("*.md")})
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def links(page: Path) -> Iterator[str]:
    text = CODE.sub(lambda code: "" if "](" in code[0] else code[0], page.read_text())
    yield from (target.partition("#")[0] for target in LINK.findall(text))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    lost = []
    for target in filter(None, links(page)):
        if target.startswith("/"):
            resolve(target)
        elif "://" not in target and not (page.parent / target).exists():
            lost.append(target)

    assert not lost


def test_every_page_is_reached_from_the_index() -> None:
    reached, waiting = set(), [ROOT / "docs" / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md" or not page.is_file():
            continue
        reached.add(page)
        waiting += [(page.parent / t).resolve() for t in links(page) if not t.startswith("/")]
    parts = {page for page in PAGES if page.name.startswith("_")}  # included in a page

    assert not set(PAGES) - parts - reached
