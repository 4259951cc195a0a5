"""`python -m tests.benchmarks [engine micro paie …]` prints a table of ratios."""

import os
import sys

import django

from tests.benchmarks.measure import HEADER


def main(wanted: list[str]) -> None:
    """Run the measures asked for, or all."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sellerdesk.settings")
    django.setup()
    from tests.benchmarks import column, documents, engine, http, micro, paie, statuts

    rooms = {"engine": engine, "micro": micro, "paie": paie, "statuts": statuts,
             "http": http, "documents": documents,
             "column": column}  # fmt: skip
    sys.stdout.write(HEADER + "\n")
    for name in wanted or rooms:
        for ratio in rooms[name].ratios():
            sys.stdout.write(f"{ratio}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
