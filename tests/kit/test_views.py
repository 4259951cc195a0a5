"""Marks of rates that follow one another are one run."""

from dataclasses import replace

import pytest

from calculators.kit.presenter import present
from calculators.kit.views import LineView, MarkRun
from tests.kit.toy import BOOK, TOY


def _line(*marks: int, unsure: tuple[int, ...] = ()) -> LineView:
    view = present(TOY.calculate(inputs=TOY.inputs(**TOY.example), rates=BOOK))
    rate = view.rates[0]
    line = view.sections[0].lines[0]
    return replace(
        line,
        rates=tuple(
            replace(rate, mark=mark, confidence="unsure" if mark in unsure else "official")
            for mark in marks
        ),
    )


@pytest.mark.parametrize(
    ("marks", "unsure", "runs"),
    [
        ((), (), ()),
        ((4,), (), (MarkRun(4, 4, False),)),
        ((4, 5), (), (MarkRun(4, 4, False), MarkRun(5, 5, False))),
        ((4, 5, 6, 9), (), (MarkRun(4, 6, False), MarkRun(9, 9, False))),
        ((9, 4, 5, 6), (), (MarkRun(9, 9, False), MarkRun(4, 6, False))),
        ((4, 5, 6), (5,), (MarkRun(4, 4, False), MarkRun(5, 5, True), MarkRun(6, 6, False))),
    ],
)
def test_three_marks_in_a_row_are_a_run(
    marks: tuple[int, ...], unsure: tuple[int, ...], runs: tuple[MarkRun, ...]
) -> None:
    assert _line(*marks, unsure=unsure).mark_runs == runs
