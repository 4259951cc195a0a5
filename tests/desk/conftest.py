"""The committed rates, put in the database for each module and taken back after it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.tools import committed_rates, paper


@pytest.fixture(scope="module", autouse=True)
def rates(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    whole = transaction.atomic()
    with django_db_blocker.unblock():
        whole.__enter__()
        committed_rates.fill()
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)


@pytest.fixture
def quick_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF is its text, to be compared whole: tests/reports lays the documents out."""
    paper.lay_out_nothing(monkeypatch)
