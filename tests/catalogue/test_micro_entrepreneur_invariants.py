"""What holds for any year of a micro-entrepreneur, whatever is given."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from calculators.catalogue import calculators
from calculators.catalogue.micro_entrepreneur.inputs import (
    MicroEntrepreneurInputs,
    OptionImpot,
)
from calculators.kit.calculator import Result
from tests.books import committed_book
from tests.strategies import inputs_of

NOMS = ("ventes", "services", "liberal", "meubles")
BRANCHES = ("maladie_maternite", "invalidite_deces", "retraite_base", "retraite_complementaire",
            "csg_crds_autres")  # fmt: skip
COUTS = ("cout_achats", "cout_transport", "frais_proportionnels", "autres_frais", "charges_fixes")


@st.composite
def years(draw: st.DrawFn, /, **fixed: Any) -> MicroEntrepreneurInputs:
    """Years of which the tables hold everything: filtering would hide most of them."""
    fixed = {
        "annee": draw(st.integers(2019, 2027)),
        "lecture": draw(st.sampled_from(["declaration", "centime"])),
        "territoire": draw(st.sampled_from(["general", "general", "alsace", "moselle", "drom"])),
        "option_impot": draw(st.sampled_from(["bareme", "versement"])),
        "date_taux": None,
    } | fixed
    if fixed["territoire"] == "drom":
        fixed["annee"] = draw(st.integers(2025, 2027))
    if fixed["option_impot"] == "versement":
        fixed["ca_meubles"] = None
    inputs: MicroEntrepreneurInputs = draw(inputs_of(MicroEntrepreneurInputs, **fixed))
    return inputs


def calculated(inputs: MicroEntrepreneurInputs) -> Result:
    """The result, of inputs that have one."""
    calculator = calculators()["micro-entrepreneur"]
    result = calculator.calculate(inputs=inputs, rates=committed_book())
    assume(result.outcome.applies)
    return result


def sum_of(amounts: Mapping[str, Decimal | None], *codes: str) -> Decimal:
    """The sum of the lines that are there."""
    return sum((amounts.get(code) or Decimal(0) for code in codes), Decimal(0))


@given(data=st.data(), nom=st.sampled_from(NOMS), more=st.decimals(0, 10**6, places=2))
def test_more_turnover_never_lowers_what_is_due(
    data: st.DataObject, nom: str, more: Decimal
) -> None:
    field, turnover = f"ca_{nom}", data.draw(st.decimals(0, 10**6, places=2))
    option = "bareme" if nom == "meubles" else data.draw(st.sampled_from(["bareme", "versement"]))
    inputs = data.draw(years(**{field: turnover, "option_impot": option}))
    before = calculated(inputs).amounts
    after = calculated(inputs.model_copy(update={field: turnover + more})).amounts
    for code in ("cotisations", "cfp", "prelevements"):
        assert sum_of(after, code) >= sum_of(before, code), code
    assert sum_of(after, "taxe_chambre") >= sum_of(before, "taxe_chambre")


@given(inputs=years())
def test_what_is_due_adds_up(inputs: MicroEntrepreneurInputs) -> None:
    result = calculated(inputs)
    found = result.amounts
    lines = [f"cotisations_{nom}" for nom in NOMS] + [f"complement_{nom}" for nom in NOMS]
    assert sum_of(found, "cotisations") == sum_of(found, *lines)
    due = sum_of(found, "cotisations", "cfp", "taxe_chambre")
    assert sum_of(found, "prelevements") == due
    parts = [f"part_{branche}" for branche in BRANCHES]
    if parts[0] in found:
        assert sum_of(found, *parts) == sum_of(found, "cotisations")


@given(inputs=years())
def test_the_declarations_are_the_year(inputs: MicroEntrepreneurInputs) -> None:
    """Every declaration as many times as there are like it, and the complement of ACRE apart."""
    result = calculated(inputs)
    found = result.amounts
    rows = [key for key, _, _ in result.tables[0]]
    paid = sum(
        sum_of(found, f"declarations_{row}_nombre") * sum_of(found, f"declarations_{row}_a_payer")
        for row in rows
    )
    later = sum_of(found, *(f"complement_{nom}" for nom in NOMS))
    flat = inputs.option_impot is OptionImpot.VERSEMENT
    due = sum_of(found, "prelevements", *(["versement_liberatoire"] if flat else []))
    assert paid == due - later
    assert paid == sum(each.amount or 0 for each in result.dues)


@given(inputs=years(taux_marque=None), achats=st.decimals(0, 10**6, places=2))
def test_goods_never_change_what_is_due(inputs: MicroEntrepreneurInputs, achats: Decimal) -> None:
    before = calculated(inputs).amounts
    after = calculated(inputs.model_copy(update={"achats": achats})).amounts
    for code in ("prelevements", "impot_retenu", "versement_liberatoire", "revenu_abattu"):
        assert after.get(code) == before.get(code)


@given(inputs=years())
def test_what_is_left_and_what_is_spent_are_the_turnover(inputs: MicroEntrepreneurInputs) -> None:
    found = calculated(inputs).amounts
    assert sum_of(found, "depenses") == sum_of(found, *COUTS)
    spent = sum_of(found, "depenses", "prelevements", "impot_retenu")
    assert sum_of(found, "reste") + spent == sum_of(found, "chiffre_affaires")


@given(inputs=years(ca_meubles=None))
def test_both_options_are_compared_whichever_is_chosen(inputs: MicroEntrepreneurInputs) -> None:
    codes = ("impot_marginal", "cout_versement", "gain_versement", "versement_liberatoire")
    scale, flat = (
        calculated(inputs.model_copy(update={"option_impot": option})).amounts
        for option in OptionImpot
    )
    assert [scale[c] for c in codes] == [flat[c] for c in codes]
    assert scale["impot_retenu"] == scale["impot_marginal"]
    assert flat["impot_retenu"] == flat["cout_versement"]
