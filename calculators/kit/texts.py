"""A short text that someone types: the name of a deal, of a company, of a level."""

from typing import Annotated

from pydantic import AfterValidator

LONGEST = 60
TOO_LONG = f"Au plus {LONGEST} caractères."
_NOT_IN_A_NAME = "{}<>"  # places of a sentence, marks of a page


def _cleaned(typed: str) -> str:
    """Its printable characters on one line, single spaces between words."""
    kept = "".join(c if c.isprintable() and c not in _NOT_IN_A_NAME else " " for c in typed)
    text = " ".join(kept.split())
    if len(text) > LONGEST:
        raise ValueError(TOO_LONG)
    return text


Name = Annotated[str, AfterValidator(_cleaned)]
