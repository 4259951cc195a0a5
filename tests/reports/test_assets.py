"""A document opens its stylesheet and its fonts, and nothing else on the machine or the network."""

from pathlib import Path

import pytest

from sellerdesk.reports import pdf
from sellerdesk.reports.assets import OwnFiles, RefusedAddress, allowed, stylesheet

FONTS = stylesheet().parent.parent / "fonts"


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/a.css",
        "https://example.org/a.png",
        "ftp://example.org/a",
        "data:text/css,body{}",
        "file:///etc/passwd",
        "file://localhost/etc/passwd",
        f"file://example.org{stylesheet()}",
        f"{FONTS.as_uri()}/../../manage.py",
        f"{FONTS.as_uri()}/%2e%2e/%2e%2e/manage.py",
        f"{FONTS.as_uri()}/..%2f..%2fmanage.py",
        f"{FONTS.as_uri()}/OFL.txt",
        f"{FONTS.as_uri()}/",
        "file:///proc/self/environ",
        "file:",
        "file:///\0",
        "//example.org/a.css",
        "",
    ],
)
def test_any_other_address_is_refused(url: str) -> None:
    with pytest.raises(RefusedAddress):
        OwnFiles().fetch(url)


def test_a_link_does_not_lead_out_of_the_list(tmp_path: Path) -> None:
    link = tmp_path / "grand-livre.woff2"
    link.symlink_to("/etc/passwd")
    with pytest.raises(RefusedAddress):
        OwnFiles().fetch(link.as_uri())


def test_our_files_are_read() -> None:
    assert {path.suffix for path in allowed()} == {".css", ".woff2"}
    for path in allowed():
        assert OwnFiles().fetch(path.as_uri()).read() == path.read_bytes()
    assert OwnFiles().fetch(stylesheet().as_uri() + "?v=1").read()


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="https://example.org/a.png">',
        '<img src="file:///etc/passwd">',
        '<link rel="stylesheet" href="http://example.org/a.css">',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<style>@import "https://example.org/a.css";</style>',
        '<style>@font-face { font-family: X; src: url("https://example.org/a.woff2") }</style>',
        '<p style="background: url(https://example.org/a.png)">x</p>',
    ],
)
def test_a_document_that_asks_for_more_is_not_made(markup: str) -> None:
    with pytest.raises(RefusedAddress):
        pdf.lay_out(f"<!DOCTYPE html><html lang=fr><title>x</title><p>x</p>{markup}")


@pytest.mark.parametrize(
    "drawing",
    [
        '<image href="file:///etc/passwd" width="9" height="9"/>',
        '<use href="https://example.org/a.svg#b"/>',
    ],
)
def test_a_drawing_that_asks_for_more_goes_without(
    drawing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # WeasyPrint keeps to itself whatever fails inside a drawing.
    fetch, read = OwnFiles.fetch, []

    def watched(self: OwnFiles, url: str, headers: object = None) -> object:
        answer = fetch(self, url)
        read.append(url)
        return answer

    monkeypatch.setattr(OwnFiles, "fetch", watched)
    pdf.lay_out(f"<!DOCTYPE html><html lang=fr><title>x</title><svg>{drawing}</svg>")
    assert read == []
