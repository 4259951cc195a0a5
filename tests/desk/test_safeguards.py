"""What the calculators need is checked before a rate is published, and home always opens."""

import pytest
from django.test import Client

from calculators.catalogue import calculators
from sellerdesk.desk import safeguards
from sellerdesk.rates import services
from sellerdesk.rates.errors import IncompleteError
from sellerdesk.rates.models import RateSlot, RateVersion, State
from sellerdesk.rates.selectors import current_book
from tests.books import committed_book
from tests.desk.pages import body
from tests.rates import make

pytestmark = pytest.mark.django_db
CODE = "cotisations_vente_bic"


def test_the_committed_rates_have_no_fault() -> None:
    assert list(safeguards.faults(committed_book())) == []


def test_a_rate_in_another_unit_is_not_published(client: Client) -> None:
    published = RateVersion.objects.filter(table__code=CODE, state=State.PUBLISHED)
    draft = make.replacement(published.latest("valid_from"))
    RateSlot.objects.filter(code=CODE).update(unit="€")
    confirmed = [f"{CODE}|12,3\N{NO-BREAK SPACE}%|12,30\N{NO-BREAK SPACE}€"]

    with pytest.raises(IncompleteError, match="serait publié en « € », alors que le calcul"):
        services.publish(version=draft, by=None, confirmed=confirmed)

    assert current_book().series(CODE)[-1].unit == "%"
    assert client.get("/").status_code == 200


def test_an_example_that_fails_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    first = next(iter(calculators().values()))
    monkeypatch.setitem(vars(first), "formulas", None)

    (fault,) = safeguards.faults(committed_book())

    assert fault == f"Le calcul « {first.title} » ne se fait plus avec ces taux."


def test_home_opens_without_a_failing_sample(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    first = next(iter(calculators().values()))
    monkeypatch.setitem(vars(first), "formulas", None)

    response = client.get("/")

    assert response.status_code == 200
    assert "result__amount" not in body(response)
    assert f"the example of {first.slug} fails" in caplog.text
