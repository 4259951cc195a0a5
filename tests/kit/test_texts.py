"""Short texts that someone types."""

import pytest
from pydantic import TypeAdapter, ValidationError

from calculators.kit.texts import LONGEST, TOO_LONG, Name

NAME = TypeAdapter(Name)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Durand et fils", "Durand et fils"),
        ("  Durand\n\tet \x1c fils ", "Durand et fils"),
        ("{net} <b>x</b>", "net b x /b"),
        ("", ""),
        ("\x00", ""),
        ("é" * LONGEST, "é" * LONGEST),
    ],
)
def test_a_name_is_printable_and_on_one_line(typed: str, kept: str) -> None:
    assert NAME.validate_python(typed) == kept


def test_a_name_that_is_too_long_is_refused_not_cut() -> None:
    with pytest.raises(ValidationError, match=TOO_LONG):
        NAME.validate_python("é" * (LONGEST + 1))
