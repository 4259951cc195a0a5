"""What can go wrong in the life of a rate, said in French to the person who did it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sellerdesk.rates.models import RateVersion
    from sellerdesk.rates.sanity import Leap


class RatesError(Exception):
    """A refusal; its text is a French sentence that can be shown as it is."""


class FrozenError(RatesError):
    """Someone tried to edit or delete what was published."""

    def __init__(self) -> None:
        super().__init__(
            "Une version publiée ne se modifie pas et ne se supprime pas : "
            "publiez une version qui la remplace."
        )


class IncompleteError(RatesError):
    """A draft lacks what a publication needs."""


class ConflictError(RatesError):
    """Another published version already stands where this one wants to."""

    def __init__(self, sentence: str, conflict: "RateVersion") -> None:
        super().__init__(sentence)
        self.conflict = conflict


class UnconfirmedError(RatesError):
    """Values move far from those before them: whoever publishes must confirm each."""

    def __init__(self, sentence: str, leaps: "list[Leap]") -> None:
        super().__init__(sentence)
        self.leaps = leaps


class FixtureError(RatesError):
    """A rate file is malformed; the sentence names the file, the version and the field."""


class UnknownStampError(RatesError):
    """No state of the tables ever had this stamp."""


class UnknownVariantError(RatesError):
    """No file describes this variant of the book."""
