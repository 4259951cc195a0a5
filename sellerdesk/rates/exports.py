"""The public rates as data: a CSV that French spreadsheets open, and JSON."""

import csv
import io
from typing import Any

from sellerdesk.rates.listing import Entry
from sellerdesk.rates.wording import CONFIDENCE, family_title

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"  # without it, Excel reads UTF-8 as something else
_HEADERS = (
    "famille", "bareme", "titre", "code", "libelle", "valeur", "unite", "debut", "fin_exclue",
    "cle", "source", "adresse", "reference", "journal", "verifie_le", "lu_le", "confiance",
    "base", "note",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(entries: list[Entry]) -> str:
    """Semicolons and decimal commas; texts that a spreadsheet would execute are quoted."""
    out = io.StringIO()
    out.write(_BOM)
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_HEADERS)
    for entry in entries:
        row = to_dict(entry)
        value = row["value"]
        row["family"] = family_title(row["family"])
        row["confidence"] = CONFIDENCE[entry.fact.confidence]
        texts = [_harmless(text or "") for text in row.values()]
        texts[_HEADERS.index("valeur")] = value.replace(".", ",") if value else ""
        writer.writerow(texts)
    return out.getvalue()


def to_dict(entry: Entry) -> dict[str, Any]:
    """One fact; decimals are strings, dates are ISO, absent is null."""
    fact, table = entry.fact, entry.table

    def iso(day: Any) -> str | None:
        return day.isoformat() if day else None

    return {
        "family": table.family,
        "table": table.code,
        "title": table.title,
        "code": fact.code,
        "label": fact.label,
        "value": None if fact.value is None else f"{fact.value:f}",
        "unit": fact.unit,
        "valid_from": iso(fact.valid_from),
        "valid_to": iso(fact.valid_to),
        "key": fact.key,
        "source": fact.source_title,
        "source_url": fact.source_url,
        "reference": fact.reference,
        "journal_date": iso(fact.journal_date),
        "checked_on": iso(fact.checked_on),
        "seen_on": iso(fact.seen_on),
        "confidence": fact.confidence.value,
        "base": fact.base,
        "note": fact.note,
    }


def _harmless(text: str) -> str:
    return "'" + text if text.startswith(_FORMULA) else text
