"""What holds of any loyalty programme."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import calculators
from calculators.kit.calculator import Result
from calculators.kit.presenter import present
from tests.books import committed_book
from tests.catalogue.runs import remarks
from tests.strategies import inputs_of

CALCULATOR = calculators()["fidelite"]
RATES = ("part_marge", "adhesion", "actifs", "hausse_panier", "hausse_frequence",
         "taux_recompense", "utilisation", "part_cout", "surprise_utilisee", "taux_actualisation",
         "retention", "retention_membres")  # fmt: skip


def calculated(inputs: Any, **changed: Any) -> Result:
    return CALCULATOR.calculate(inputs=inputs.model_copy(update=changed), rates=committed_book())


def programmes() -> st.SearchStrategy[Any]:
    """Any programme of one public that keeps no more clients than it has: others are refused."""
    alike = CALCULATOR.inputs.model_fields["segments"].default
    return inputs_of(CALCULATOR.inputs, segments=alike).map(_kept_among_them)


def _kept_among_them(inputs: Any) -> Any:
    kept = inputs.clients_gardes
    changed = {} if kept is None else {"clients_gardes": min(kept, inputs.clients)}
    return inputs.model_copy(update=changed)


@given(inputs=programmes(), field=st.sampled_from(["taux_recompense", "utilisation", "part_cout",
       "frais_depart", "frais_mensuels"]), more=st.decimals(0, 100, places=2))  # fmt: skip
def test_more_reward_or_more_cost_never_raises_the_return(
    inputs: Any, field: str, more: Decimal
) -> None:
    less, other = sorted((getattr(inputs, field), more))
    cheap, dear = calculated(inputs, **{field: less}), calculated(inputs, **{field: other})

    for code in ("net_annee", "roi", "roi_suivant", "roi_ca"):
        low, high = dear[code], cheap[code]
        # a programme that costs nothing has no return to compare
        assert low is None or high is None or low <= high
    assert (dear["net_annee"] or 0) <= (cheap["net_annee"] or 0)


@given(inputs=programmes(), more=st.decimals(0, 100, places=2))
def test_a_larger_rise_never_lowers_the_margin_gained(inputs: Any, more: Decimal) -> None:
    less, other = sorted((inputs.hausse_panier, more))
    small, large = calculated(inputs, hausse_panier=less), calculated(inputs, hausse_panier=other)

    assert (large["gains"] or 0) >= (small["gains"] or 0)


@given(inputs=inputs_of(CALCULATOR.inputs), name=st.sampled_from(RATES),
       end=st.sampled_from([Decimal(0), Decimal(100)]))  # fmt: skip
def test_a_rate_of_nothing_or_of_everything_never_breaks(
    inputs: Any, name: str, end: Decimal
) -> None:
    result = calculated(inputs, **{name: end})
    view = present(result)

    if not result.outcome.applies:
        assert result.outcome.code in {"segments_trop_grands", "trop_de_gardes"}
        return
    assert view.headline
    for code in ("net_annee", "gains", "couts", "net_mensuel", "cumul_net", "points_en_attente"):
        assert result[code] is not None
    shown = [line for section in view.sections for line in section.lines]
    assert "non calculable" not in {line.amount for line in shown}


@given(
    inputs=programmes(),
    retention=st.sampled_from([Decimal(0), Decimal(100)]),
    discount=st.sampled_from([Decimal(0), Decimal("0.0001"), Decimal(10), Decimal(100)]),
)
def test_retention_never_diverges_in_silence(
    inputs: Any, retention: Decimal, discount: Decimal
) -> None:
    result = calculated(
        inputs, retention=retention, retention_membres=None, taux_actualisation=discount
    )
    endless = retention == 100 and discount == 0

    assert (result["valeurs_avant_retention"] is None) is endless
    assert ("valeur_sans_limite" in remarks(result)) is endless


@given(inputs=inputs_of(CALCULATOR.inputs))
def test_the_whole_is_the_sum_of_its_segments(inputs: Any) -> None:
    result = calculated(inputs)
    if not result.outcome.applies or not inputs.par_segment:
        return
    publics = next(table for table in result.tables if table.code == "publics")

    for column, line in publics.totals.items():
        cells = [cell.value for cell in publics.column(column)]
        assert sum(cells) == line.value
    assert sum(cell.value for cell in publics.column("clients")) == inputs.clients


@given(inputs=inputs_of(CALCULATOR.inputs))
def test_every_year_and_every_cost_adds_up(inputs: Any) -> None:
    result = calculated(inputs)
    if not result.outcome.applies:
        return
    amounts = {code: value or Decimal(0) for code, value in result.amounts.items()}
    costs = ("recompenses", "surprises", "cout_parrainage", "outil", "cout_marketing", "temps")

    assert sum(amounts.get(code, Decimal(0)) for code in costs) == amounts["couts_annuels"]
    assert amounts["points_utilises"] + amounts["points_en_attente"] == amounts["points_donnes"]
    net = amounts["net_annee"] + 2 * (amounts["gains"] - amounts["couts_annuels"])
    assert amounts["annees_3_cumul"] == net


@pytest.mark.parametrize("horizon", [12, 24, 36, 48, 60])
def test_the_curve_at_whole_years_is_the_table_of_years(horizon: int) -> None:
    inputs = CALCULATOR.inputs.model_validate({**CALCULATOR.example, "horizon": horizon})

    assert calculated(inputs)["cumul_net"] == calculated(inputs)[f"annees_{horizon // 12}_cumul"]
