"""Outcomes: computed, or why a calculation, or one row of a table, does not apply."""

from collections.abc import Iterable
from dataclasses import dataclass

from calculators.kit.lines import Line, Refusal

COMPUTED = "calcule"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`calcule`, or why the calculation does not apply."""

    code: str = COMPUTED
    sentence: str = ""
    field: str = ""
    lines: tuple[Line, ...] = ()  # the numbers behind a refusal, for its sentence

    @property
    def applies(self) -> bool:
        """Whether amounts were computed."""
        return self.code == COMPUTED


def holds(refusal: Refusal) -> bool:
    """Whether a refusal is in force."""
    return refusal.test is None or refusal.test.value == 1


def outcome(refusals: Iterable[Refusal], lines: Iterable[Line] = ()) -> Outcome:
    """The first refusal that is in force, with the lines its sentence may quote; else computed."""
    for refusal in refusals:
        if holds(refusal):
            return Outcome(refusal.code, refusal.sentence, refusal.field, tuple(lines))
    return Outcome()
