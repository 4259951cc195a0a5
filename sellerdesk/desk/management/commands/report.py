"""The documents of a result, from the command line."""

from argparse import ArgumentParser
from typing import Any, BinaryIO, cast

from django.core.management.base import BaseCommand

from sellerdesk.desk import command_line
from sellerdesk.desk.documents import DOCUMENTS

NO_SUCH_DOCUMENT = "Ce calcul n’a pas d’échéances à mettre dans un agenda."


class Command(BaseCommand):
    """`manage.py report SLUG --format pdf < inputs.json > rapport.pdf`."""

    help = "Écrit le document sur la sortie ; status 2 si l’entrée est refusée."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A slug, a format, two dates, a variant."""
        parser.add_argument("slug", help="le calcul, par exemple marge-vente")
        parser.add_argument("--format", required=True, choices=list(DOCUMENTS))
        command_line.add_dates_and_rates(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the document; what is wrong goes to the error output, not into the file."""
        made = DOCUMENTS[options["format"]]
        try:
            result = command_line.result_of(options["slug"], options)
            if not result.outcome.applies:
                raise command_line.BadInput([(result.outcome.field, result.outcome.sentence)])
            if not made.exists(result):
                raise command_line.BadInput([("", NO_SUCH_DOCUMENT)])
        except command_line.BadInput as bad:
            self.stderr.write(str(bad))
            raise SystemExit(command_line.BAD_INPUT) from None
        out = cast("BinaryIO", self.stdout.buffer)
        out.write(made.make(result))
        out.flush()
