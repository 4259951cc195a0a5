"""Rate books for tests, read from the committed files without Django."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from calculators.kit.rates import Confidence, RateBook, RateFact

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "rates"
_WORDS = {"officiel": "official", "une seule source": "single", "incertain": "unsure"}


@cache
def committed_book() -> RateBook:
    """Every rate of fixtures/rates, as published."""
    return RateBook.build(fact for path in sorted(FIXTURES.rglob("*.yaml")) for fact in _file(path))


@cache
def change_days() -> tuple[date, ...]:
    """Every day on which some committed rate starts."""
    return tuple(sorted({f.valid_from for f in committed_book().facts() if f.valid_from}))


def _file(path: Path) -> Iterator[RateFact]:
    table: dict[str, Any] = yaml.load(path.read_text(), Loader=yaml.CSafeLoader)
    slots = {slot["code"]: slot for slot in table["valeurs"]}
    opened: set[str] = set()
    for version in sorted(table["versions"], key=lambda v: v.get("debut") or date.min):
        values: dict[str, Any] = {} if version.get("fin") else version["valeurs"]
        # A version speaks for its whole table: what it does not name has ended.
        for code in sorted(opened - values.keys()):
            yield _fact(table["table"], slots[code], version, None)
        opened &= values.keys()
        for code, value in values.items():
            fact = _fact(table["table"], slots[code], version, value)
            yield fact
            (opened.discard if fact.value is None else opened.add)(code)


def _fact(table: str, slot: dict[str, Any], version: dict[str, Any], value: Any) -> RateFact:
    own: dict[str, Any] = value if isinstance(value, dict) else {"valeur": value}
    source = own.get("source") or version.get("source") or {}
    if isinstance(source, str):
        source = {"titre": source}
    word = own.get("confiance") or version.get("confiance") or "unsure"
    return RateFact(
        code=slot["code"],
        label=slot["libelle"],
        unit=slot.get("unite", ""),
        value=None if own["valeur"] is None else Decimal(own["valeur"]),
        valid_from=version.get("debut"),
        key=version["cle"],
        table=table,
        source_title=source.get("titre", ""),
        source_url=source.get("adresse", ""),
        reference=source.get("reference", ""),
        journal_date=source.get("journal"),
        checked_on=version.get("verifie_le"),
        seen_on=version.get("lu_le"),
        confidence=Confidence(_WORDS.get(word, word)),
        base=version.get("base", ""),
        note=own.get("note") or version.get("note", ""),
    )
