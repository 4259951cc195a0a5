"""Load the rate files into the database; repeatable."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from sellerdesk.rates.errors import RatesError
from sellerdesk.rates.fixtures import read_all
from sellerdesk.rates.loading import Plan, load
from sellerdesk.rates.wording import count


class Command(BaseCommand):
    """`manage.py load_rates [--check] [PATH]`."""

    help = "Charge les barèmes de fixtures/rates/ ; un fichier inchangé ne change rien."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A path, and a way to change nothing."""
        parser.add_argument("path", nargs="?", type=Path, help="fichier ou dossier à charger")
        parser.add_argument(
            "--check", action="store_true", help="valide les fichiers et n’écrit rien"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, compare, publish, and say what was done."""
        path = options["path"] or Path(settings.BASE_DIR) / "fixtures" / "rates"
        try:
            files = read_all(path)
            plan = load(files, dry_run=options["check"])
        except RatesError as error:
            raise CommandError(str(error)) from None
        if options["check"]:
            self.stdout.write("Vérification seule, rien n’est écrit.")
        self.stdout.write(_summary(len(files), plan))
        for key in plan.by_hand:
            self.stdout.write(f"Laissée telle quelle, car saisie à la main : {key}")
        if options["verbosity"] > 1:
            self._detail(plan)

    def _detail(self, plan: Plan) -> None:
        for item in plan.created:
            self.stdout.write(f"Nouvelle : {item.key}")
        for old, item in plan.replaced:
            self.stdout.write(f"Remplacée : {old.key} par {item.key}")
        for version in plan.withdrawn:
            self.stdout.write(f"Retirée : {version.key}")


def _summary(files: int, plan: Plan) -> str:
    parts = [
        count(len(plan.created), "version nouvelle", "versions nouvelles"),
        count(len(plan.replaced), "remplacée"),
        count(len(plan.withdrawn), "retirée"),
        count(plan.unchanged, "inchangée"),
    ]
    if plan.by_hand:
        parts.append(count(len(plan.by_hand), "laissée", "laissées"))
    return f"{count(files, 'barème lu', 'barèmes lus')} : {', '.join(parts)}."
