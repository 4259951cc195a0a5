"""The only files that a document may read: its own stylesheet and fonts.

A document holds what a visitor typed. Whatever address ends up in it, nothing is fetched
from a network, and no other file of the machine is opened.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.contrib.staticfiles import finders
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

STYLESHEET = "css/report.css"
_FONTS = "fonts/*.woff2"


class RefusedAddress(FatalURLFetchingError):  # type: ignore[misc]  # noqa: N818 - says what it is
    """An address outside the list: a fault of ours, so the document is not made."""


def stylesheet() -> Path:
    """Where the document's stylesheet stands."""
    found = finders.find(STYLESHEET)
    if found is None:
        raise FileNotFoundError(STYLESHEET)
    return Path(found).resolve()


@cache
def allowed() -> frozenset[Path]:
    """The files of the list, links followed."""
    sheet = stylesheet()
    fonts = (font.resolve() for font in sheet.parent.parent.glob(_FONTS))
    return frozenset((sheet, *fonts))


class OwnFiles(URLFetcher):  # type: ignore[misc]
    """Reads the files of the list, by their `file:` address, and refuses the rest."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("file",), allow_redirects=False)

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """Return the content of a file of the list; raise RefusedAddress otherwise."""
        path = _local(url)
        if path is None or path not in allowed():
            raise RefusedAddress(f"address refused in a document: {url[:200]}")
        return URLFetcherResponse(path.as_uri(), path.read_bytes())


def _local(url: str) -> Path | None:
    try:
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc:
            return None
        return Path(unquote(parts.path)).resolve()
    except (ValueError, OSError):
        return None
