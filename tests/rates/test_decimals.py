from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.rates.decimals import ExactDecimalField, FrenchDecimalField, exact
from sellerdesk.rates.models import RateValue
from tests.rates import make

LONG = Decimal("123456789012.0123456789")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0,2", "0.2"),
        ("0.2", "0.2"),
        ("1 234,56", "1234.56"),
        ("1\N{NO-BREAK SPACE}234,56", "1234.56"),
        ("1\N{NARROW NO-BREAK SPACE}234,56", "1234.56"),
        ("-3", "-3"),
        ("12,300", "12.3"),
        ("", None),
    ],
)
def test_what_the_french_type_is_read(typed: str, value: str | None) -> None:
    expected = None if value is None else Decimal(value)
    assert FrenchDecimalField(required=False).clean(typed) == expected


@pytest.mark.parametrize("typed", ["1.234,56", "1,234.56", "douze", "1e3", "NaN", "1" * 13])
def test_what_is_no_number_is_refused_in_french(typed: str) -> None:
    with pytest.raises(ValidationError, match="Saisissez un nombre"):
        FrenchDecimalField().clean(typed)


def test_a_stored_value_is_shown_with_a_comma() -> None:
    assert FrenchDecimalField().prepare_value(Decimal("0.2")) == "0,2"
    assert FrenchDecimalField().prepare_value("0.") == "0."


def test_a_field_has_changed_when_its_value_has() -> None:
    field = FrenchDecimalField()
    assert not field.has_changed(Decimal("0.2"), "0,20")
    assert field.has_changed(Decimal("0.2"), "0,21")
    assert field.has_changed(Decimal("0.2"), "rien")


@given(st.decimals(-999_999_999_999, 999_999_999_999, places=10))
def test_an_exact_value_keeps_its_value(value: Decimal) -> None:
    assert exact(value) == value
    assert exact(f"{exact(value):f}").as_tuple() == exact(value).as_tuple()


def test_a_float_never_passes_through_an_exponent() -> None:
    with pytest.raises(ValueError, match="Saisissez"):
        exact("1E+2")
    assert str(exact(Decimal("1E+2"))) == "100"
    assert str(exact("-0.0")) == "0"


@pytest.mark.django_db
def test_a_long_decimal_survives_the_database() -> None:
    version = make.draft(make.table(), None, LONG)
    assert RateValue.objects.get(version=version).value == LONG


@pytest.mark.django_db
def test_equal_values_are_equal_in_a_query() -> None:
    make.draft(make.table(), None, Decimal("12.30"))
    assert RateValue.objects.filter(value="12.3").exists()


@pytest.mark.django_db
def test_full_clean_refuses_too_many_digits() -> None:
    value = make.draft(make.table(), None, 1).values.get()
    value.value = Decimal("0.00000000001")
    with pytest.raises(ValidationError, match="Saisissez un nombre"):
        value.full_clean()


def test_serialising_keeps_every_digit() -> None:
    field = RateValue._meta.get_field("value")
    assert isinstance(field, ExactDecimalField)
    assert field.value_to_string(RateValue(value=LONG)) == str(LONG)
