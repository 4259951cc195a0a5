"""What is refused, and what always holds of quotes."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.catalogue import calculators
from calculators.kit.fields import Inputs
from calculators.kit.texts import LONGEST
from sellerdesk.desk.reading import validated
from tests.catalogue.quotes import (
    MONTH,
    SLUG,
    cells,
    column,
    compared,
    said,
)

# Bad input


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"devis": [{"taux_frais": "7"}]}, "devis", "Donnez au moins deux devis, un par ligne."),
        ({"devis": [{"taux_frais": "7"}] * 5}, "devis", "Au plus 4 lignes."),
        ({"devis": [{"taux_frais": "7"}, {"taux_frais": "100.01"}]}, "devis_2_taux_frais",
         "Ce nombre doit être d’au plus 100."),
        ({"devis": [{"taux_frais": "7"}, {}]}, "devis_2_taux_frais", "Ce champ est obligatoire."),
        ({"devis": [{"taux_frais": "7", "autres_charges": "-1"}] * 2}, "devis_1_autres_charges",
         "Ce nombre doit être d’au moins 0."),
        ({"societes": [{}] * 3}, "societes", "Il y a ici plus de lignes que de devis."),
        ({"societes": [{"conseil": 6}]}, "societes_1_conseil", "Ce nombre doit être d’au plus 5."),
        ({"ca": "0"}, "ca", "Ce nombre doit être d’au moins 1."),
        ({"statut": "assimile"}, "statut", "Choisissez une valeur de la liste."),
        ({"poids_conseil": 0}, "poids_conseil", "Ce nombre doit être d’au moins 1."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field(
    wrong: dict[str, Any], field: str, sentence: str
) -> None:
    quotes = {"devis": [{"taux_frais": "5"}, {"taux_frais": "7"}]}
    inputs, errors = validated(calculators()[SLUG].inputs, MONTH | quotes | wrong)

    assert inputs is None
    assert (field, sentence) in errors


def test_a_name_stays_on_one_line_and_is_no_place_of_a_sentence() -> None:
    quote = {"societe": "  {meilleur}\t<b>Alpha</b>\n ", "taux_frais": "5"}
    result = compared(quote, {"societe": "x" * LONGEST, "taux_frais": "10"})

    assert said(result).startswith("« meilleur b Alpha /b » laisse le plus")
    rows = [label for _, label, _ in next(t for t in result.tables if t.code == "comparaison")]
    assert rows[1] == f"2. {'x' * LONGEST}"  # and one more is refused, in its own tests


# What always holds

AMOUNTS = st.none() | st.decimals(0, 12_000, places=2)
QUOTES = st.fixed_dictionaries(
    {"taux_frais": st.decimals(0, 100, places=2)},
    optional=dict.fromkeys(
        ("frais_fixes", "plafond_frais", "autres_charges", "reserve", "brut_annonce",
         "net_annonce"), AMOUNTS,
    ),
)  # fmt: skip
TURNOVERS = st.decimals(1, 40_000, places=2)


@settings(max_examples=40, deadline=None)
@given(quotes=st.lists(QUOTES, min_size=2, max_size=4), ca=TURNOVERS)
def test_the_lines_of_each_company_add_up_to_the_turnover(
    quotes: list[dict[str, Any]], ca: Decimal
) -> None:
    result = compared(*quotes, ca=ca)

    for number in range(1, len(quotes) + 1):
        row = cells(result, number)
        assert row.pop("ca") == ca
        assert sum(row.values()) == ca
        assert row["net"] >= 0
        assert row.get("inexplique", 0) >= 0


@settings(max_examples=20, deadline=None)
@given(quote=QUOTES, ca=TURNOVERS)
def test_identical_quotes_tie(quote: dict[str, Any], ca: Decimal) -> None:
    result = compared(quote, quote, quote, ca=ca)

    assert result["etendue"] == 0
    if quote.get("reserve") is None:
        assert result["meilleur"] == cells(result, 2)["net"]


@settings(max_examples=40, deadline=None)
@given(
    fees=st.tuples(*[st.decimals(0, 100, places=2)] * 2).map(sorted),
    ca=TURNOVERS,
)
def test_more_fee_never_leaves_more_net(fees: list[Decimal], ca: Decimal) -> None:
    """Nor more gross, ever; the net alone falls by 0,14 % of the ceiling where the CET starts."""
    low, high = fees
    result = compared({"taux_frais": low}, {"taux_frais": high}, ca=ca)

    gross = [Decimal(g) for g in column(result, "synthese", "brut")]
    assert gross[1] <= gross[0]
    step = Decimal("5.61") if gross[1] <= Decimal("4005") < gross[0] else 0  # 4 005 × 0,14 %
    assert cells(result, 2)["net"] <= cells(result, 1)["net"] + step


def test_the_step_of_the_cet() -> None:
    """At 4 005,01 it is due on the whole: 5,61 of net and 8,41 of cost at once."""
    quotes = [{"taux_frais": "0", "brut_annonce": g} for g in ("4005", "4005.01")]
    result = compared(*quotes)

    below, above = (cells(result, n)["net"] for n in (1, 2))
    assert Decimal("5.60") <= below - above <= Decimal("5.61")


def test_any_calculation_can_be_made_again() -> None:
    model: type[Inputs] = calculators()[SLUG].inputs
    first = model.model_validate(calculators()[SLUG].example)

    assert model.model_validate(first.model_dump(mode="json")) == first
