"""The committed rates, loaded once for each module and taken back after it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from sellerdesk.rates.fixtures import read_all
from sellerdesk.rates.loading import load
from tests.books import FIXTURES


@pytest.fixture(scope="module", autouse=True)
def rates(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    whole = transaction.atomic()
    with django_db_blocker.unblock():
        whole.__enter__()
        load(read_all(FIXTURES))
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)
