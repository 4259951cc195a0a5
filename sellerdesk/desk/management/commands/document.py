"""Write the calculators' pages of documentation, or check that they are up to date."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from calculators.catalogue import calculators
from sellerdesk.desk import generated
from sellerdesk.rates.selectors import current_book


class Command(BaseCommand):
    """`manage.py document [--check] [slug …]`."""

    help = "Écrit docs/calculators/ d’après les calculs ; avec --check, status 1 si c’est périmé."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Write, or only compare."""
        parser.add_argument("slugs", nargs="*", help="ces calculs seulement ; sans rien, tous")
        parser.add_argument("--check", action="store_true", help="compare sans rien écrire")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say each page that was written, or each page that is stale."""
        folder = Path(settings.BASE_DIR) / "docs" / "calculators"
        book = current_book()
        if not book.codes():
            raise CommandError("Aucun barème n’est chargé : lancez make setup.")
        if unknown := set(options["slugs"]) - set(calculators()):
            raise CommandError(f"Aucun calcul ne s’appelle {', '.join(sorted(unknown))}.")
        wanted = generated.pages(book, folder, options["slugs"])
        known = {path for path in folder.glob("[!_]*.md") if path.name != "README.md"}
        stale = [path for path, text in wanted.items() if _read(path) != text]
        orphans = [] if options["slugs"] else sorted(known - set(wanted))
        if not options["check"]:
            _write(folder, {path: wanted[path] for path in stale}, orphans)
        for path in (*stale, *orphans):
            self.stdout.write(f"docs/calculators/{path.name}")
        if options["check"] and (stale or orphans):
            raise CommandError("Périmé : lancez manage.py document.")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _write(folder: Path, texts: dict[Path, str], orphans: list[Path]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    for path in orphans:
        path.unlink()
