"""The committed rates in the database: loaded once by each process, then put back row by row."""

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model

from sellerdesk.rates.fixtures import read_all
from sellerdesk.rates.loading import load
from tests.books import FIXTURES

_rows: dict[type[Model], list[Model]] = {}


@transaction.atomic
def fill() -> None:
    """Fill tables without rates with those of the files; each time the same rows and stamp."""
    if _rows:
        for model, rows in _rows.items():
            model._base_manager.bulk_create(rows)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), [*_rows]):
                cursor.execute(statement)
    else:
        load(read_all(FIXTURES))
        for model in apps.get_app_config("rates").get_models():
            _rows[model] = list(model._base_manager.all())
