"""Which statuses the law closes, as outcomes of their rows: at each limit and a cent beside it."""

from decimal import Decimal
from typing import Any

import pytest

from calculators.kit.document import to_json
from calculators.kit.presenter import present
from sellerdesk.reports import pdf
from tests.catalogue.runs import euros, remarks
from tests.catalogue.statuts import compared
from tests.reports.reading import bare, words

OPEN, OVER, CLOSED = "calcule", "plafond_micro_depasse", "versement_refuse"
PASSED = "Ne s’applique plus après deux ans au-delà du plafond."
TOO_HIGH = "Ne s’applique pas\N{NO-BREAK SPACE}: revenu de référence trop élevé."


def outcomes(**given: Any) -> dict[str, dict[str, str]]:
    """The outcomes of the rows that may be put out, as programs read them."""
    table = to_json(compared(**given))["tables"]["statuts"]
    return {row["key"]: row["outcome"] for row in table["rows"] if "outcome" in row}


def codes(**given: Any) -> list[str]:
    found = outcomes(**given)
    assert list(found) == ["micro", "versement"]
    return [outcome["code"] for outcome in found.values()]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        # CGI 50-0, turnover of 2026: 83 600 € of services, 203 100 € of sales
        ({"activite": "services", "ca": "83599.99"}, OPEN),
        ({"activite": "services", "ca": "83600"}, OPEN),
        ({"activite": "services", "ca": "83600.01"}, OVER),
        ({"activite": "liberal", "ca": "83600"}, OPEN),
        ({"activite": "liberal", "ca": "83600.01"}, OVER),
        ({"activite": "ventes", "ca": "203099.99"}, OPEN),
        ({"activite": "ventes", "ca": "203100"}, OPEN),
        ({"activite": "ventes", "ca": "203100.01"}, OVER),
        # 77 700 € until 2025
        ({"annee": 2025, "activite": "services", "ca": "77700"}, OPEN),
        ({"annee": 2025, "activite": "services", "ca": "77700.01"}, OVER),
        # 203 100 × 184 ÷ 365 = 102 384,66 for a second half-year
        ({"date_creation": "2026-07-01", "ca": "102384.66"}, OPEN),
        ({"date_creation": "2026-07-01", "ca": "102384.67"}, OVER),
    ],
)
def test_a_turnover_above_the_ceiling_puts_both_rows_out(given: dict[str, Any], code: str) -> None:
    assert codes(**given) == [code, code]
    assert (OVER in remarks(compared(**given))) is (code == OVER)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        # CGI 151-0: 29 315 € a part in 2024, for 2026; two parts for a couple
        ({"rfr": "29315"}, OPEN),
        ({"rfr": "29315.01"}, CLOSED),
        ({"rfr": "58630", "situation_famille": "couple"}, OPEN),
        ({"rfr": "58630.01", "situation_famille": "couple"}, CLOSED),
        ({}, OPEN),  # not given: nothing closes it
    ],
)
def test_a_reference_income_above_the_limit_puts_one_row_out(
    given: dict[str, Any], code: str
) -> None:
    assert codes(**given) == [OPEN, code]
    assert (CLOSED in remarks(compared(**given))) is (code == CLOSED)


def test_where_both_close_it_the_ceiling_is_told_first() -> None:
    found = outcomes(ca="203100.01", rfr="29315.01")
    assert found["versement"] == {"code": OVER, "sentence": PASSED}
    assert outcomes(rfr="29315.01")["versement"] == {"code": CLOSED, "sentence": TOO_HIGH}
    assert outcomes()["micro"] == {"code": OPEN, "sentence": ""}


@pytest.mark.parametrize(
    "given",
    [
        {"ca": "203100", "part_charges": "0"}, {"ca": "203100.01", "part_charges": "0"},
        {"ca": "150000", "part_charges": "30", "rfr": "29315"},
        {"ca": "150000", "part_charges": "30", "rfr": "29315.01"},
    ],
)  # fmt: skip
def test_a_row_that_is_put_out_is_ranked_last_and_keeps_its_amounts(given: dict[str, Any]) -> None:
    result = compared(**given)
    (table,) = (table for table in result.tables if table.code == "statuts")
    rows = {key: row["reste"].value for key, _, row in ((k, n, r.lines) for k, n, r in table)}
    others = [left for key, left in rows.items() if key not in ("micro", "versement")]
    for key in ("micro", "versement"):
        applies = table.outcome(key).applies
        # one euro behind the last of the others: no row is below it
        assert result[f"classe_{key}"] == (rows[key] if applies else min(others) - 1)
    kept = [left for key, left in rows.items() if table.outcome(key).applies]
    assert result["meilleur"] == max(kept)


def test_both_limits_of_one_year_change_the_answer_but_not_the_rows() -> None:
    at, above = (compared(ca=ca, part_charges="0") for ca in ("203100", "203100.01"))

    assert "Micro" in at.answer
    assert "Micro" not in above.answer
    # 1 % of one cent is no cent: the tax of the option is the same
    assert euros(at, "statuts_versement_impot") == euros(above, "statuts_versement_impot")
    assert (above["statuts_versement_reste"] or Decimal(0)) > (above["meilleur"] or Decimal(0))


def test_the_page_and_the_paper_say_it_in_the_row() -> None:
    result = compared(ca="203100", part_charges="0", rfr="29315.01")
    (table,) = (t for t in present(result).tables if t.code == "statuts")

    assert table.put_out == ("", TOO_HIGH, *("" for _ in table.rows[2:]))
    assert bare("Micro, VL" + TOO_HIGH + table.rows[1][1]) in words(pdf.render(result))
