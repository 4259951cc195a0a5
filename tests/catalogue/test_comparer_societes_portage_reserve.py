"""A reserve is the person's own: quotes are ranked as if nothing was put by; by hand."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.catalogue import calculators
from calculators.kit.charts.draw_bars import KEY_MAX
from calculators.kit.charts.shapes import BarsShape
from calculators.kit.fields import rows_fields
from calculators.kit.presenter import present
from tests.catalogue.quotes import BRUT_6000, SLUG, at, cells, column, compared, notes, said
from tests.catalogue.runs import euros, run


def test_the_example_crowns_the_quote_that_takes_least() -> None:
    """Quote 1 takes 650 € of 10 000, quote 4 takes 399 € and puts 500 € by.

    Above three minimum wages cost = 1,43672 G + 86,0805, net = 0,8018575 G − 75,43 (see the tests
    at 5 and 10 %). Without its reserve quote 4 pays 9 601: G = 6 622,67, net 5 235; quote 1 pays
    9 350: G = 6 447,96, net 5 095; quote 4 this month pays 9 101: G = 6 274,65, net 4 956.
    """
    result = run(SLUG, **calculators()[SLUG].example)

    assert said(result).startswith(
        "« Delta » laisse le plus : 5 235,01 € de net avant impôt par mois si rien n’était mis "
        "en réserve, soit 140,09 € de plus"
    )
    assert column(result, "synthese", "net_compare")[3] == "5235.01"
    assert column(result, "synthese", "brut_compare") == ["6622.67"]  # of that quote alone
    assert column(result, "synthese", "pris") == ["650.00", "862.58", "1000.00", "399.00"]
    assert column(result, "synthese", "de_moins")[0] == "140.09"
    told = notes(result)
    assert told["reserve_comptee_4"] == (
        "« Delta » verse 4 955,95 € ce mois-ci et garde 500,00 € en réserve. Elle est à vous : "
        "nous la comptons comme du salaire, soit 5 235,01 € de net."
    )
    assert told["prend_le_moins"].startswith("« Delta » prend le moins de tous : 399,00 €")


def test_a_reserve_changes_no_rank() -> None:
    """5 % and 500 € put by is worth 5 % and nothing put by: 5 179, where 10 % leaves 4 900."""
    result = compared({"taux_frais": "5", "reserve": "500"}, {"taux_frais": "10"})

    assert column(result, "comparaison", "reserve") == ["500.00"]
    # 10 000 − 500 − 500 and 10 000 − 1 000: the same envelope, so the same net this month
    assert column(result, "synthese", "enveloppe") == ["9000.00", "9000.00"]
    nets = [f"{Decimal(net):.0f}" for net in column(result, "synthese", "net_compare")]
    assert nets == ["5179", "4900"]
    assert column(result, "synthese", "pris") == ["500.00", "1000.00"]
    assert euros(result, "moins_pris") == ["500.00"]
    assert said(result).startswith("Le devis 1 laisse le plus : 5 178,64 €")


def test_without_a_reserve_nothing_is_said_of_it() -> None:
    result = at("5", "10")

    assert column(result, "synthese", "net_compare") == []
    assert "réserve" not in said(result)
    assert not {code for code in notes(result) if "reserve" in code or "moins" in code}


def test_what_is_unexplained_is_no_reserve() -> None:
    """6 000 of gross costs 8 670,40: of 9 300, 500 are put by and 129,60 are unexplained.
    Without the reserve 9 170,40 pays (9 170,40 − 86,0805) ÷ 1,43072 = 6 349,47 of gross.
    """
    result = compared(
        BRUT_6000 | {"reserve": "500"}, {"taux_frais": "50"}, sans_formation_branche=True
    )

    assert cells(result, 1)["inexplique"] == Decimal("129.60")
    assert column(result, "synthese", "brut_compare") == ["6349.47"]


def test_those_who_take_as_little_are_said_once() -> None:
    quote = {"taux_frais": "5", "reserve": "100"}
    result = compared(quote, quote, {"taux_frais": "10"})

    least = [n for n in present(result).notes if n.code in {"prend_le_moins", "prennent_le_moins"}]
    assert [n.code for n in least] == ["prennent_le_moins"]
    assert "500,00" in least[0].text


@settings(max_examples=20, deadline=None)
@given(
    ca=st.decimals(500, 40_000, places=2),
    kept=st.decimals(0, 40_000, places=2),
    quote=st.fixed_dictionaries({"taux_frais": st.decimals(0, 90, places=2)}),
)
def test_the_same_fee_ties_whatever_is_put_by(
    ca: Decimal, kept: Decimal, quote: dict[str, Any]
) -> None:
    result = compared(quote, quote | {"reserve": kept}, ca=ca)

    assert result["etendue"] == 0


# An envelope that pays nothing


@pytest.mark.parametrize("ca", ["1", "50", "100"])
def test_when_no_quote_pays_it_is_said_once(ca: str) -> None:
    """100 € less fees is under what a health cover of 40 € leaves a net above."""
    result = run(SLUG, **{**calculators()[SLUG].example, "ca": ca})

    assert said(result) == "Aucun de ces devis ne laisse de quoi payer un salaire."
    kinds = ("inexplique", "trop", "rien", "sous", "net", "reserve", "prend", "prennent", "avant")
    assert not {code for code in notes(result) if code.startswith(kinds)}
    assert set(column(result, "comparaison", "inexplique")) == {"0.00"}
    assert set(column(result, "synthese", "brut_possible")) == {"0.00"}


def test_a_quote_that_pays_nothing_is_said_once_beside_one_that_pays() -> None:
    """10 000 − 9 907 = 93: a gross of 68,09, under twice the health cover."""
    result = compared(
        {"taux_frais": "0", "frais_fixes": "9907", "brut_annonce": "6300"}, {"taux_frais": "5"}
    )

    of_it = {code for code in notes(result) if code.endswith("_1")}
    assert of_it == {"trop_peu_1", "frais_hauts_1"}
    assert notes(result)["trop_peu_1"] == (
        "Le devis 1 : il reste 93,00 € après les frais, les autres charges et la réserve, trop "
        "peu pour un salaire et sa complémentaire santé."
    )
    assert cells(result, 1)["inexplique"] == 0
    assert cells(result, 1)["solde"] == 93


# What is shown


def test_the_key_of_the_picture_holds_in_its_place() -> None:
    (chart,) = present(run(SLUG, **calculators()[SLUG].example)).charts
    assert isinstance(chart.shape, BarsShape)
    labels = [key.label for key in chart.shape.keys]
    assert "Cotisations" in labels
    assert max(map(len, labels)) <= KEY_MAX


def test_other_charges_are_asked_for_once_a_quote() -> None:
    quote = {"taux_frais": "7", "autres_charges": "80"}
    asked = [n for n in present(compared(quote, quote)).notes if n.code == "charges_a_expliquer"]
    assert [n.field for n in asked] == ["devis_1_autres_charges", "devis_2_autres_charges"]


def test_the_columns_that_every_quote_fills_are_the_first_of_the_form() -> None:
    """At 1 280 px the name and five amounts are in sight: their headings are short."""
    quotes = next(s for s in rows_fields(calculators()[SLUG].inputs) if s.name == "devis")

    first = [column.name for column in quotes.columns[:6]]
    assert first == [
        "societe", "taux_frais", "autres_charges", "brut_annonce", "net_annonce", "reserve",
    ]  # fmt: skip
    assert max(len(column.label) for column in quotes.columns[:6]) <= len("Autres charges")
