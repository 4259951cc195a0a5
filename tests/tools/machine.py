"""What the machine has, and what is left untested without it."""

import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
OFFICE = ("soffice", "libreoffice")


def which(names: Iterable[str]) -> str | None:
    """Return the first of these programs that is installed."""
    return next((path for name in names if (path := shutil.which(name))), None)


def _postgres() -> bool:
    server = any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or which(["initdb"])
    return bool(server) or os.environ.get("DATABASE_URL", "").startswith("postgres")


@dataclass(frozen=True)
class Tool:
    """A tool of the machine: how it is found, what it is called, what it lets test."""

    name: str
    present: Callable[[], bool]
    called: str
    untested: str
    required_as: str

    @property
    def missing(self) -> str:
        """The sentence of its absence."""
        return f"{self.called} absent (make system) : non testé, {self.untested}"


TOOLS = (
    Tool(
        "browser",
        lambda: which(CHROMIUM) is not None,
        "Chromium",
        "les pages dans un navigateur",
        "browser",
    ),
    Tool(
        "office",
        lambda: which(OFFICE) is not None,
        "LibreOffice Calc",
        "le recalcul des classeurs",
        "office",
    ),
    Tool(
        "pdf",
        lambda: bool(shutil.which("pdftoppm") and shutil.which("qpdf")),
        "pdftoppm ou qpdf",
        "l'aspect et la structure des PDF",
        "office",
    ),
    Tool("postgres", _postgres, "PostgreSQL", "la base sur un serveur", "postgres"),
)


def missing() -> dict[str, Tool]:
    """Return the absent tools by name."""
    return {tool.name: tool for tool in TOOLS if not tool.present()}


def required() -> set[str]:
    """Return what SELLERDESK_REQUIRE asks for: its absence is a failure."""
    return {part.strip() for part in os.environ.get("SELLERDESK_REQUIRE", "").split(",")} - {""}
