"""The documents of a result: the same for a page and for the command line."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from calculators.kit.calculator import Result
from calculators.kit.document import to_json


@dataclass(frozen=True, slots=True)
class Document:
    """One kind of document: its address beside the calculator's page, how it is made."""

    address: str
    content_type: str
    make: Callable[[Result], bytes]
    exists: Callable[[Result], bool] = lambda result: True


def _pdf(result: Result) -> bytes:
    from sellerdesk.reports import pdf  # WeasyPrint: a second that other pages need not wait

    return pdf.render(result)


def _workbook(result: Result) -> bytes:
    from sellerdesk.reports import workbook

    return workbook.render(result)


def _calendar(result: Result) -> bytes:
    from sellerdesk.reports import agenda

    return agenda.render(result)


def to_text(result: Result) -> str:
    """The JSON of a result, for a person to read too."""
    return json.dumps(to_json(result), ensure_ascii=False, indent=2) + "\n"


_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCUMENTS: Mapping[str, Document] = {
    "pdf": Document("rapport.pdf", "application/pdf", _pdf),
    "xlsx": Document("classeur.xlsx", _SHEET, _workbook),
    "json": Document(
        "simulation.json", "application/json; charset=utf-8", lambda r: to_text(r).encode()
    ),
    "ics": Document(
        "echeances.ics", "text/calendar; charset=utf-8", _calendar, lambda r: bool(r.dues)
    ),
}


def file_name(result: Result, extension: str) -> str:
    """`marge-vente-2026-06-01.pdf`."""
    return f"{result.calculator.slug}-{result.on.isoformat()}.{extension}"
