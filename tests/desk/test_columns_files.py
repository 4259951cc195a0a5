"""Files of rows: whatever the way a row takes, the bytes are those of the exact way."""

import csv
import io
import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.catalogue import calculators
from calculators.kit import french
from calculators.kit.columns import Column, ColumnError
from sellerdesk.desk import columns
from sellerdesk.desk.columns import files
from sellerdesk.desk.columns.blocks import Blocks
from sellerdesk.desk.columns.exact import block_results
from sellerdesk.desk.columns.vectors import Inapplicable
from tests.books import change_days, committed_book
from tests.kit import test_columns as kit

HEADER = ("date_vente", "prix_achat", "port_achat", "prix_vente", "port_facture", "port_paye",
          "paiement_taux", "paiement_fixe", "statut_tva", "plateforme", "moyen_paiement",
          "versement_liberatoire")  # fmt: skip
STRANGE = ("", " ", "abc", "1e5", "+1,5", "-1", "-0", ",5", "5,", "1.5", "1.234,56", "1,234", "NaN",
           "0,005", "12345678,9", "999999999999", "1 2 3", "\u202f12", "12 €", '"4,5"', "1\t2",
           "inf", "9999999,99", "007,50", "1\N{NO-BREAK SPACE}234,5", "١")  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def rates() -> None:
    """No database here."""


def column(
    header: Sequence[str] = HEADER, slug: str = "marge-vente", **more: Sequence[str]
) -> Column:
    return Column(calculators()[slug], committed_book(), header, keep=more.get("keep", ()))


def check(rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER, worth: int = 1) -> Blocks:
    """Compare both ways over one block."""
    block = "".join(";".join(row) + "\n" for row in rows).encode()
    blocks = Blocks(column(header))
    blocks.shapes.worth = worth
    found, expected = blocks.all_results(block), block_results(column(header), block)
    for ours, theirs in zip(found.split(b"\n"), expected.split(b"\n"), strict=True):
        assert ours == theirs
    return blocks


def sample(count: int) -> list[tuple[str, ...]]:
    """Sales over ten years, days of change among them, and one strange text in a thousand."""
    chance = random.Random(5)  # noqa: S311 - a fixed sample, no secret
    days = [date(2018, 1, 1) + timedelta(days=7 * n) for n in range(450)]
    days += [d - timedelta(days=n) for d in change_days() if d.year >= 2018 for n in (0, 1)]

    def money(most: int) -> list[str]:
        texts = [f"{chance.randrange(most) / 100:.2f}".replace(".", ",") for _ in range(3000)]
        return chance.choices(texts + list(STRANGE) * (count > 1000) + [""], k=count)

    cells = [
        chance.choices([french.day(d) for d in days] + [f"{d}" for d in days[:50]], k=count),
        money(200_000), money(1500), money(400_000), money(1500), money(900),
        chance.choices(["1,5", "2,9", "3,4567", "0", ""], k=count),
        chance.choices(["0,25", "0,35"], k=count),
        chance.choices(["franchise", "assujetti"], k=count),
        chance.choices(["aucune", "tiktok_shop"], [9, 1], k=count),
        chance.choices(["aucun", "paypal", "saisi"], k=count),
        chance.choices(["non", "separe", "groupe"], k=count),
    ]  # fmt: skip
    return list(zip(*cells, strict=True))


def test_two_hundred_thousand_rows_are_the_same_both_ways() -> None:
    blocks = check(sample(200_000), worth=200)

    assert blocks.rows == 200_000
    assert blocks.exact_rows < 0.2 * blocks.rows  # the strange texts, and what they leave alone


def test_mixed_rows_are_the_same_both_ways() -> None:
    """Every choice, every edge: the rows that the kit checks one by one."""
    blocks = check(list(kit.rows(600)), kit.HEADER)

    assert blocks.exact_rows < blocks.rows


def test_the_edges_are_the_same_on_each_side_of_each_change() -> None:
    days = [d + timedelta(days=n) for d in change_days() if d.year >= 2009 for n in (-1, 0)]
    rows = [(french.day(d), a, b) for d in days for a in kit.EDGES for b in kit.EDGES]

    check(rows, ("date_vente", "prix_achat", "prix_vente"))


ANY = st.sampled_from(STRANGE) | st.text(max_size=6).filter(lambda t: "\n" not in t)
CELL = st.sampled_from(["1", "12,50", "0", "33,33", "1 250,05"]) | ANY
DAY = st.sampled_from(["01/06/2026", "2026-06-01", "31/02/2026", "1.6.2026", "01/01/2008"]) | ANY


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(CELL, max_size=8) | st.tuples(DAY, CELL, CELL, CELL), max_size=12))
def test_any_row_is_the_same_both_ways(rows: list[Sequence[str]]) -> None:
    block = "\n".join(";".join(row) for row in rows).encode(errors="replace")
    header = ("date_vente", "prix_achat", "prix_vente", "paiement_taux")
    blocks = Blocks(column(header))
    blocks.shapes.worth = 1
    try:
        expected = block_results(column(header), block)
    except csv.Error:  # both raise
        return

    assert blocks.all_results(block) == expected


GOOD = "01/06/2026;60;100\n"
LAYOUTS: dict[str, bytes] = {
    "line ends of Windows": (GOOD * 3).replace("\n", "\r\n").encode(),
    "blank lines": f"\n{GOOD}\n\n{GOOD}\n".encode(),
    "lines of spaces": f"{GOOD} \n{GOOD}".encode(),
    "no last line end": (GOOD * 2).encode()[:-1],
    "quoted cells": f'{GOOD}"01/06/2026";"60";"100"\n{GOOD}'.encode(),
    "a cell of two lines": f'{GOOD}"01/06/2026";"60\n";100\n{GOOD}'.encode(),
    "a quote left open": f'{GOOD}01/06/2026;60";"100\n{GOOD}'.encode(),
    "long and short rows": f"{GOOD}1;2\n01/06/2026;60;100;4;5\n;;\n{GOOD}".encode(),
    "control characters": f"{GOOD}\0;\x01;3\n".encode(),
    "no row": b"",
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_any_layout_is_the_same_both_ways(name: str) -> None:
    header = ("date_vente", "prix_achat", "prix_vente")
    blocks = Blocks(column(header))
    blocks.shapes.worth = 1

    assert blocks.all_results(LAYOUTS[name]) == block_results(column(header), LAYOUTS[name])


def test_kept_columns_may_bear_any_name() -> None:
    header = ("line", "date_vente", "prix_achat", "prix_vente", "row", "plan")
    block = "à;01/06/2026;60;100;;\n".encode() * 3
    keep = ("line", "row", "plan")
    blocks = Blocks(column(header, keep=keep))
    blocks.shapes.worth = 1

    assert blocks.all_results(block) == block_results(column(header, keep=keep), block)
    assert blocks.exact_rows == 0


@pytest.mark.parametrize(
    ("slug", "header"),
    [("tiktok-shop", ("date_commande", "paiement_client", "date_inscription"))],
)
def test_formulas_over_two_dates_go_the_exact_way(slug: str, header: tuple[str, ...]) -> None:
    with pytest.raises(Inapplicable):
        Blocks(column(header, slug))


def test_counts_are_fixed_by_the_shape() -> None:
    header = ("date_paiement", "montant", "nombre")
    block = "".join(f"01/06/2026;{n},05;{n % 4}\n" for n in range(40)).encode()
    blocks = Blocks(column(header, "paypal"))
    blocks.shapes.worth = 1

    assert blocks.all_results(block) == block_results(column(header, "paypal"), block)
    assert 0 < blocks.exact_rows < 40  # « au moins 1 »


def written(given: bytes, jobs: int | None = None) -> bytes:
    target = io.BytesIO()
    columns.write(io.BytesIO(given), target, "marge-vente", committed_book(), jobs=jobs)
    return target.getvalue()


@pytest.fixture
def text() -> str:
    return ";".join(HEADER) + "\n" + "".join(";".join(row) + "\n" for row in sample(900))


ENCODED: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda t: t.encode(),
    "utf-8 with a mark": lambda t: t.encode("utf-8-sig"),
    "Windows-1252": lambda t: t.replace("aucune;", "aucuné;", 1).encode("cp1252"),
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_a_file_is_the_same_whatever_its_blocks(
    text: str, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = ENCODED[encoding](text)
    exact = written(given)  # small: no block for polars
    monkeypatch.setattr(files, "_SMALL", 0)
    monkeypatch.setattr(files, "_WIDE", 20_000)

    assert written(given) == exact
    assert exact.count(b"\n") == 901


def test_a_file_of_quoted_cells_is_shared_between_processes(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    title, _, rest = text.partition("\n")
    quoted = "\n".join('"' + line.replace(";", '";"') + '"' for line in rest.splitlines())
    given = f"{title}\n{quoted}\n".encode()
    exact = written(given)
    monkeypatch.setattr(files, "_SMALL", 0)

    assert written(given, jobs=1) == exact
    assert written(given, jobs=2) == exact


def test_neither_utf8_nor_windows_is_refused() -> None:
    with pytest.raises(ColumnError, match="UTF-8"):
        written(";".join(HEADER).encode() + b"\n\x81;\xff\n")
