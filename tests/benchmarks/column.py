"""A million sales in a file: results written beside them, against csv.reader alone."""

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from calculators.kit import french
from sellerdesk.desk import columns
from sellerdesk.desk.columns.exact import Task, block_results
from tests.benchmarks.measure import Ratio, compare
from tests.books import committed_book

ROWS = 1_000_000
HEADER = ("date_vente", "prix_achat", "port_achat", "douane", "prix_vente", "port_facture",
          "port_paye", "paiement_taux", "paiement_fixe", "statut_tva", "plateforme",
          "moyen_paiement", "versement_liberatoire")  # fmt: skip


def write_sales(path: Path, rows: int) -> None:
    """Sales of five years with eight amounts in French notation and mixed choices."""
    chance = random.Random(1)  # noqa: S311 - a fixed sample, no secret

    def money(most: int) -> str:
        return french.number(Decimal(chance.randrange(most)) / 100, 2)

    with path.open("w", encoding="utf-8") as file:
        file.write(";".join(HEADER) + "\n")
        for _ in range(rows):
            day = date(2022, 1, 1) + timedelta(days=chance.randrange(1780))
            open_shop = day >= date(2025, 3, 31) and chance.random() < 0.3
            cells = (
                french.day(day), money(200_000), money(1500), money(900), money(400_000),
                money(1500), money(1500), chance.choice(["1,5", "2,9", "3,4"]),
                chance.choice(["0,25", "0,35"]), chance.choice(["franchise", "assujetti"]),
                "tiktok_shop" if open_shop else "aucune",
                chance.choice(["aucun", "paypal", "saisi"]),
                chance.choice(["non", "separe", "groupe"]),
            )  # fmt: skip
            file.write(";".join(cells) + "\n")


def ratios(rows: int = ROWS) -> Iterator[Ratio]:
    """Read, computed and written, against reading alone; then the exact way, on fewer rows."""
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "ventes.csv"), Path(folder, "resultats.csv")
        write_sales(source, rows)
        ours, reader = partial(_ours, source, target), partial(_reader, source)
        name = f"{rows:,} rows read, computed, written / csv.reader"
        yield compare(name, ours, reader, aim="≤ 3", rounds=5)
        write_sales(source, rows // 20)
        name = f"{rows // 20:,} rows the exact way, one process / csv.reader"
        yield compare(name, partial(_exact, source, target), reader, rounds=5)


def _ours(source: Path, target: Path) -> None:
    with source.open("rb") as given, target.open("wb") as made:
        columns.write(given, made, "marge-vente", committed_book())


def _exact(source: Path, target: Path) -> None:
    title, _, rows = source.read_bytes().partition(b"\n")
    column = Task("marge-vente", committed_book(), tuple(title.decode().split(";")), ()).column()
    target.write_bytes(block_results(column, rows))


def _reader(source: Path) -> None:
    with source.open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file, delimiter=";"):
            pass
