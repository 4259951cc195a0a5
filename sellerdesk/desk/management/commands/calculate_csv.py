"""Calculate every row of a file: CSV in French notation in, the same with its results out."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from calculators.kit.columns import ColumnError
from sellerdesk.desk import columns, command_line
from sellerdesk.rates.selectors import current_book


class Command(BaseCommand):
    """`manage.py calculate_csv SLUG < ventes.csv > resultats.csv`."""

    help = (
        "Calcule chaque ligne d’un CSV (point-virgule, virgule décimale, une colonne par champ) "
        "et la rend suivie de ses résultats."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A slug, the columns to leave alone, the number of processes."""
        parser.add_argument("slug", help="le calcul, par exemple marge-vente")
        parser.add_argument(
            "--garder", nargs="*", default=[], metavar="COLONNE",
            help="colonnes recopiées sans être lues (référence, client…)",
        )  # fmt: skip
        parser.add_argument("--jobs", type=int, help="nombre de processus (à défaut, tous)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Stream the standard input to the standard output."""
        try:
            command_line.calculator(options["slug"])
            columns.write(
                sys.stdin.buffer, sys.stdout.buffer, options["slug"], current_book(),
                keep=options["garder"], jobs=options["jobs"],
            )  # fmt: skip
        except ColumnError as error:
            bad = command_line.BadInput([("", str(error))])
            self.stderr.write(str(bad))
            raise SystemExit(command_line.BAD_INPUT) from None
        except command_line.BadInput as bad:
            self.stderr.write(str(bad))
            raise SystemExit(command_line.BAD_INPUT) from None
