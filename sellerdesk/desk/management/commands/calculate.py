"""Calculate from the command line: JSON in, JSON out."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from calculators.catalogue import calculators
from sellerdesk.desk import command_line
from sellerdesk.desk.documents import to_text


class Command(BaseCommand):
    """`manage.py calculate SLUG < inputs.json`."""

    help = "Calcule d’après un objet JSON lu sur l’entrée ; status 2 si l’entrée est refusée."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A slug, two dates, a variant, and three questions about the catalogue."""
        parser.add_argument("slug", nargs="?", help="le calcul, par exemple marge-vente")
        command_line.add_dates_and_rates(parser)
        asked = parser.add_mutually_exclusive_group()
        asked.add_argument("--list", action="store_true", help="les calculs, un par ligne")
        asked.add_argument("--schema", metavar="SLUG", help="le schéma JSON des entrées")
        asked.add_argument("--example", metavar="SLUG", help="une entrée complète et valable")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what is asked, or what is wrong with the input."""
        try:
            self.stdout.write(_answer(options), ending="")
        except command_line.BadInput as bad:
            self.stdout.write(str(bad))
            raise SystemExit(command_line.BAD_INPUT) from None


def _answer(options: dict[str, Any]) -> str:
    if options["list"]:
        return "".join(f"{slug}\n" for slug in calculators())
    if options["schema"]:
        found = command_line.calculator(options["schema"])
        return _pretty(found.inputs.model_json_schema())
    if options["example"]:
        return _pretty(dict(command_line.calculator(options["example"]).example))
    if not options["slug"]:
        raise CommandError("Nommez un calcul, ou demandez --list.", returncode=2)
    return to_text(command_line.result_of(options["slug"], options))


def _pretty(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
