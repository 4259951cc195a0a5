"""The JSON of a result: amounts as decimal strings, every line with its dated rates."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.kit import readings, units
from calculators.kit.amounts import Rate
from calculators.kit.calculator import Result, amount_of
from calculators.kit.lines import Line
from calculators.kit.parts import Table
from calculators.kit.presenter import sentences
from calculators.kit.wording import TO_FIND

SCHEMA = 1
ENGINE = 1


def to_json(result: Result) -> dict[str, Any]:
    """Return the stable document: what `calculate` prints and simulation.json holds."""
    outcome, notes, rows = sentences(result)
    return {
        "schema": SCHEMA,
        "engine": ENGINE,
        "calculator": result.calculator.slug,
        "on": result.on.isoformat(),
        "known_on": result.stamp.known_on.isoformat() if result.stamp.known_on else None,
        "rate_book": str(result.stamp),
        "inputs": result.inputs.model_dump(mode="json"),
        "amounts": {line.code: _amount(line) for line in result.lines},
        "lines": [_line(line) for line in result.lines],
        "tables": {
            table.code: _table(table, said) for table, said in zip(result.tables, rows, strict=True)
        },
        "calendar": [
            {"on": due.day.isoformat(), "label": due.label, "amount": _text(due.amount)}
            for due in result.dues
        ],
        "outcome": {
            "code": result.outcome.code,
            "sentence": outcome,
            "field": result.outcome.field,
        },
        "notes": [
            {"kind": n.kind, "code": n.code, "text": n.text, "field": n.field} for n in notes
        ],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "code": line.code,
        "label": line.declaration.label,
        "formula": readings.formula(line),
        "explanation": readings.explanation(line),
        "amount": _amount(line),
        "unit": line.unit,
        "rounding": line.declaration.rounding.label,
        "rates": [_rate(rate) for rate in readings.rates_of(line)],
    }


def _table(table: Table[Any], said: Iterable[str]) -> dict[str, Any]:
    why = dict(zip(table.rows, said, strict=False))
    return {
        "title": table.title,
        "columns": [
            {"code": known.code, "label": known.label, "unit": known.unit}
            for known in table.columns
        ],
        "rows": [
            {
                "key": key,
                "label": label,
                "cells": {code: _amount(cell) for code, cell in row.lines.items()},
                **_row_outcome(table, key, why),
            }
            for key, label, row in table
        ],
        "totals": {code: _amount(line) for code, line in table.totals.items()},
    }


def _row_outcome(table: Table[Any], key: str, why: Mapping[str, str]) -> dict[str, Any]:
    """The outcome of a row that an amount can put out; other rows have none."""
    if key not in table.refusals:
        return {}
    return {"outcome": {"code": table.outcome(key).code, "sentence": why[key]}}


def _rate(rate: Rate) -> dict[str, Any]:
    fact = rate.fact
    return {
        "code": fact.code,
        "value": _text(fact.value),
        "unit": fact.unit,
        "valid_from": fact.valid_from.isoformat() if fact.valid_from else None,
        "valid_to": fact.valid_to.isoformat() if fact.valid_to else None,
        "source": fact.source_title or TO_FIND,
        "url": fact.source_url,
        "reference": fact.reference or TO_FIND,
        "confidence": fact.confidence.value,
    }


def _amount(line: Line) -> str | None:
    """A decimal, or the date that a line is."""
    value = amount_of(line)
    if value is not None and line.unit == units.DATE:
        return date.fromordinal(int(value)).isoformat()
    return _text(value)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
