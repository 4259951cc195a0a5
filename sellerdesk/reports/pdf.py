"""A result on paper: the page's own strings and picture, tagged, in French, without a clock."""

from functools import cache
from threading import Lock
from typing import Any

from django.template.loader import render_to_string
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from calculators.kit.calculator import Result
from calculators.kit.picture import waterfall
from calculators.kit.presenter import present
from sellerdesk.reports.assets import OwnFiles, stylesheet

TEMPLATE = "reports/report.html"
VARIANT = "pdf/ua-1"
_DRAWN = 520  # pixels: the picture's words then have the size of the text beside it
# Pango's font map is shared by the process; under the GIL two renderings would not be faster.
_one_at_a_time = Lock()


def html(result: Result) -> str:
    """The document before its layout."""
    view = present(result)
    svg = waterfall(view.picture, idprefix="rapport-", width=_DRAWN) if view.picture else ""
    return render_to_string(TEMPLATE, {"result": view, "picture_svg": svg})


def render(result: Result) -> bytes:
    """Return the PDF; equal results give the same bytes."""
    return lay_out(html(result))


def lay_out(text: str) -> bytes:
    """A finished document as PDF."""
    with _one_at_a_time:
        fonts, style = _house()
        document = HTML(string=text, base_url=stylesheet().as_uri(), url_fetcher=OwnFiles())
        pdf: bytes = document.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant=VARIANT)
    return pdf


@cache
def _house() -> tuple[Any, Any]:
    """Fonts and stylesheet, read once by each process."""
    fonts = FontConfiguration()
    css = CSS(filename=str(stylesheet()), font_config=fonts, url_fetcher=OwnFiles())
    return fonts, css
