"""Numbers that are whole columns: where nothing is delicate, they are Decimal's own."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, localcontext
from typing import Any

import polars as pl
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from calculators.kit.amounts import Amount, Input, bareme, constant, maximum, rounded, total, when
from calculators.kit.operations import OPERATIONS
from calculators.kit.units import CENT, CONTEXT, PERCENT_CENT, Rounding
from sellerdesk.desk.columns import vectors
from sellerdesk.desk.columns.operations import NAMES, Recorder
from sellerdesk.desk.columns.vectors import Inapplicable, Truth, Vector
from tests.kit import formulas as f


@pytest.fixture(scope="module", autouse=True)
def rates() -> None:
    """No database here."""


PLACES = {"a": 2, "b": 2, "c": 4, "d": 4}
HIGH = {"a": 10**7, "b": 10**7, "c": 100, "d": 100}
ROW = st.fixed_dictionaries(
    {n: st.decimals(0, HIGH[n], places=p) | st.decimals(0, 3, places=p)
     for n, p in PLACES.items()}
)  # fmt: skip


def vector(recorder: Recorder, amount: Amount) -> Any:
    """The vector of a traced formula."""
    if isinstance(amount, Input):
        return vectors.amount(amount.name, HIGH[amount.name], PLACES[amount.name])
    if amount.op is None:
        return recorder.number("k", [amount.value])
    return getattr(recorder, amount.op.name)(*(vector(recorder, arg) for arg in amount.args))


def computed(
    made: Vector, recorder: Recorder, rows: Sequence[Mapping[str, Decimal]]
) -> pl.DataFrame:
    """The whole steps of a rounded vector, and which rows are delicate."""
    columns = {name: [float(row[name]) for row in rows] for name in PLACES}
    frame = pl.DataFrame(columns, schema=dict.fromkeys(PLACES, pl.Float64))
    for _, step in recorder.steps:
        frame = frame.with_columns(step)
    doubts = [doubt.fill_null(value=False) for doubt in recorder.doubts]
    return frame.select(
        pl.col(made.step).alias("steps"),
        pl.any_horizontal([pl.lit(value=False), *doubts]).alias("doubt"),
    )


def check(tree: f.Tree, rows: Sequence[Mapping[str, Decimal]], grid: Rounding = CENT) -> int:
    """Compare a formula row by row; how many rows were delicate."""
    recorder = Recorder(1)
    with localcontext(CONTEXT):
        traced = [rounded(f.build(tree, f.inputs(row)), grid) for row in rows]
        made = vector(recorder, traced[0])
        found = computed(made, recorder, rows)
        for amount, (steps, doubt) in zip(traced, found.rows(), strict=True):
            if not doubt:
                expected = (
                    None if amount.value.is_nan() else int(amount.value / (grid.quantum or 1))
                )
                assert steps == expected, (tree, amount)
    return sum(found["doubt"])


def test_every_operation_of_the_kit_has_its_vector() -> None:
    assert set(NAMES) == {operation.name for operation in OPERATIONS}


@settings(max_examples=300, deadline=None)
@given(tree=f.trees(*f.ALL), rows=st.lists(ROW, min_size=1, max_size=20),
       grid=st.sampled_from([CENT, PERCENT_CENT]))  # fmt: skip
@example(tree=("div", "a", "b", 0), rows=[dict.fromkeys(PLACES, Decimal(0))], grid=CENT)
def test_random_formulas_equal_decimal(
    tree: f.Tree, rows: list[dict[str, Decimal]], grid: Rounding
) -> None:
    try:
        check(tree, rows, grid)
    except Inapplicable:
        assume(False)


def cents(*texts: str) -> list[dict[str, Decimal]]:
    return [
        {"a": Decimal(t), "b": Decimal(3), "c": Decimal(0), "d": Decimal("12.5")} for t in texts
    ]


def test_exact_ties_go_up_and_are_proved() -> None:
    """17,615 and 0,005 are no floats; a price with its VAT meets a tie one time in six."""
    ties = cents("0.05", "1.23", "35.23", "9999999.93", "0.01", "99.99")
    rate = ("mul", "a", ("div", "d", 100, 0), 0)
    for tree in (("div", "a", 2, 0), ("div", "a", 6, 0), ("mul", "a", ("div", 1, 8, 0), 0)):
        assert check(tree, ties) == 0
    assert check(rate, ties) <= 3
    assert check(("sub", 0, ("div", "a", 8, 0), 0), ties) <= 3


def test_what_no_grid_proves_is_delicate() -> None:
    """3 ÷ 3 × 0,125 : Decimal keeps 28 digits of the quotient, the tie is not sure."""
    tree = ("mul", ("div", "a", "b", 0), ("div", "d", 100, 0), 0)

    assert check(tree, cents("3", "3.01", "6")) >= 1


def test_a_difference_of_floats_that_is_zero_is_zero() -> None:
    """0,3 − 0,1 − 0,1 − 0,1 is not zero for floats: a quotient by it is not computable."""
    rows = [{"a": Decimal(1), "b": Decimal(1), "c": Decimal("0.3"), "d": Decimal("0.1")}]
    tree: f.Tree = "c"
    for _ in range(3):
        tree = ("sub", tree, "d", 0)

    assert check(("div", "d", tree, 0), rows) == 0


@pytest.mark.parametrize("name", ["minimum", "maximum"])
def test_what_is_not_computable_spreads(name: str) -> None:
    recorder = Recorder(1)
    hole = recorder.div(vectors.amount("a", 10, 2), vectors.amount("b", 10, 2))
    cent = recorder.number("k", [Decimal("0.01")])
    made = recorder.rounded(getattr(recorder, name)(hole, vectors.amount("c", 10, 2)), cent)
    row = {"a": Decimal(1), "b": Decimal(0), "c": Decimal(1), "d": Decimal(1)}

    assert computed(made, recorder, [row])["steps"].to_list() == [None]


def test_a_test_that_is_not_computable_chooses_nothing() -> None:
    recorder = Recorder(1)
    a, b = vectors.amount("a", 10, 2), vectors.amount("b", 10, 2)
    test: Truth = recorder.lt(recorder.div(a, b), a)

    assert (
        pl.DataFrame({"a": [1.0], "b": [0.0]}).select(recorder.when(test, a, b).expr).item() is None
    )


def test_powers_scales_and_sums_equal_decimal() -> None:
    recorder = Recorder(1)
    rows = [row | {"c": row["a"] / 100} for row in cents("0", "1", "525", "2.25", "1500", "9999")]
    a = {n: [Input(n, row[n], "") for row in rows] for n in PLACES}
    traced = [
        rounded(total([x**Decimal("1.75"), bareme(x, [r, r + 1], [constant(1000)]),
                       when(x > y, x, y), maximum(x, y)]), CENT)
        for x, y, r in zip(a["c"], a["b"], a["d"], strict=True)
    ]  # fmt: skip
    made = vector(recorder, traced[0])

    found = computed(made, recorder, rows)

    pairs = [
        (s, int(t.value * 100)) for t, (s, d) in zip(traced, found.rows(), strict=True) if not d
    ]
    assert len(pairs) >= 4
    assert all(steps == expected for steps, expected in pairs)


REFUSED: dict[str, Callable[[Recorder, Vector], object]] = {
    "a constant that is no number": lambda r, a: r.number("k", [Decimal("NaN")]),
    "a constant divisor of zero": lambda r, a: r.div(a, r.number("k", [Decimal(0)])),
    "a power that amounts change": lambda r, a: r.power(a, a),
    "a product too wide": lambda r, a: a * a * a,
    "a grid too fine": lambda r, a: r.rounded(a, r.number("k", [Decimal("1E-12")])),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_floats_cannot_hold_is_refused(name: str) -> None:
    with pytest.raises(Inapplicable):
        REFUSED[name](Recorder(1), vectors.amount("a", 10**7, 2))
