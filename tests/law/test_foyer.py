"""The household: its parts, the cap of their advantage, its other incomes, its refusals."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from calculators.kit.fields import field_specs
from calculators.kit.messages import errors
from calculators.kit.rates import MissingRate
from calculators.law.foyer import GROUPE_FOYER, ISOLE_EN_COUPLE, ISOLE_SANS_ENFANT, FoyerInputs
from calculators.law.impot_regles import MOTEUR
from tests.law.impots import menage

type Fields = dict[str, Any]

SEUL: Fields = {"situation_famille": "celibataire"}
COUPLE: Fields = {"situation_famille": "couple"}
VEUF: Fields = {"situation_famille": "veuf"}
ISOLE: Fields = {"parent_isole": True}


def children(a_charge: int, alternes: int = 0) -> Fields:
    return {"enfants_a_charge": a_charge, "enfants_alternes": alternes}


# CGI 194: household, parts; half-shares capped; the cap for the incomes of 2025, where a half-share
# is worth 1 807 €, the first child's share of a lone parent 4 262 €, a widow's supplement 2 011 €.
HOUSEHOLDS: dict[str, tuple[Fields, str, str, str]] = {
    "alone": (SEUL, "1", "0", "0"),
    "alone, 1 child": (SEUL | children(1), "1.5", "1", "1807"),
    "alone, 2 children": (SEUL | children(2), "2", "2", "3614"),
    "alone, 3 children": (SEUL | children(3), "3", "4", "7228"),
    "couple": (COUPLE, "2", "0", "0"),
    "couple, 1 child": (COUPLE | children(1), "2.5", "1", "1807"),
    "couple, 4 children": (COUPLE | children(4), "5", "6", "10842"),
    # One alternate child: a quarter. Two: a half. Three: a half, then half of a whole share.
    "couple, 1 alternate": (COUPLE | children(0, 1), "2.25", "0.5", "903.50"),
    "couple, 2 alternate": (COUPLE | children(0, 2), "2.5", "1", "1807"),
    "couple, 3 alternate": (COUPLE | children(0, 3), "3", "2", "3614"),
    # Those at home come first: 0.5, then a quarter as second; 0.5 + 0.5, then a half as third.
    "couple, 1 and 1 alternate": (COUPLE | children(1, 1), "2.75", "1.5", "2710.50"),
    "couple, 2 and 1 alternate": (COUPLE | children(2, 1), "3.5", "3", "5421"),
    "lone parent, 1 child": (SEUL | ISOLE | children(1), "2", "2", "4262"),
    "lone parent, 2 children": (SEUL | ISOLE | children(2), "2.5", "3", "6069"),
    # A quarter for the child, a quarter for the lone parent, half of 4 262 €.
    "lone parent, 1 alternate": (SEUL | ISOLE | children(0, 1), "1.5", "1", "2131"),
    "lone parent, 2 alternate": (SEUL | ISOLE | children(0, 2), "2", "2", "4262"),
    "lone parent, 1 and 1": (SEUL | ISOLE | children(1, 1), "2.25", "2.5", "5165.50"),
    "widow": (VEUF, "1", "0", "0"),
    # 3 half-shares × 1 807 + 2 011
    "widow, 1 child": (VEUF | children(1), "2.5", "3", "7432"),
    "widow, 2 children": (VEUF | children(2), "3", "4", "9239"),
    "widow, 1 alternate": (VEUF | children(0, 1), "2.25", "2.5", "6528.50"),
}


@pytest.mark.parametrize("case", HOUSEHOLDS)
def test_parts_and_cap(case: str) -> None:
    given_fields, parts, halves, cap = HOUSEHOLDS[case]
    found = menage(2025, **given_fields).foyer
    assert found.parts.value == Decimal(parts)
    assert found.demi_parts.value == Decimal(halves)
    assert found.plafond_quotient.value == Decimal(cap)


def test_the_official_engine_leaves_the_widow_s_share_out_of_the_cap() -> None:
    found = menage(2025, methode=MOTEUR, **VEUF, **children(1)).foyer
    assert (found.parts.value, found.plafond_quotient.value) == (Decimal("2.5"), Decimal(1807))


@pytest.mark.parametrize(
    ("annee", "cap"),
    [
        (2011, "7008"),
        (2012, "6672"),
        (2013, "6172"),
    ],  # 3 × 2 336; 3 × 2 000 + 672; 3 × 1 500 + 1 672
)
def test_a_widow_s_supplement_begins_with_the_incomes_of_2012(annee: int, cap: str) -> None:
    assert menage(annee, **VEUF, **children(1)).foyer.plafond_quotient.value == Decimal(cap)


SALARIES = {
    (2025, "18000"): "1800",  # 10 %
    (2025, "145550"): "14555",  # the maximum, reached
    (2025, "500000"): "14555",
    (2025, "5000"): "509",  # the minimum
    (2025, "300"): "300",  # never more than the salary
    (2025, "0"): "0",
    (2025, "18004.99"): "1800",  # 1 800,499 to the euro
    (2025, "18005"): "1801",  # 1 800,50 to the euro, half up
    (2009, "3000"): "415",
    (2012, "130000"): "12000",
}


@pytest.mark.parametrize(("annee", "salary"), SALARIES)
def test_ten_percent_off_salaries_between_the_bounds_of_the_year(annee: int, salary: str) -> None:
    found = menage(annee, salaires_foyer=Decimal(salary)).foyer
    assert found.deduction_salaires.value == Decimal(SALARIES[annee, salary])
    assert found.revenus.value == Decimal(salary) - found.deduction_salaires.value


def test_each_spouse_has_a_deduction_and_other_incomes_are_net() -> None:
    given_fields: Fields = {"salaires_foyer": Decimal(4000), "salaires_conjoint": Decimal(30000),
                    "autres_revenus_imposables": Decimal("1200.50")}  # fmt: skip
    # 4 000 − 509 + 30 000 − 3 000 + 1 200,50
    assert menage(2025, **COUPLE, **given_fields).foyer.revenus.value == Decimal("31691.50")
    # alone, the spouse's field is not asked for
    assert menage(2025, **SEUL, **given_fields).foyer.revenus.value == Decimal("4691.50")


def test_cents_of_salary_never_make_a_negative_income() -> None:
    assert menage(2025, salaires_foyer=Decimal("0.60")).foyer.revenus.value == 0


@pytest.mark.parametrize(
    ("given_fields", "sentence"),
    [(COUPLE | ISOLE | children(1), ISOLE_EN_COUPLE), (VEUF | ISOLE | children(1), ISOLE_EN_COUPLE),
     (SEUL | ISOLE, ISOLE_SANS_ENFANT)],
    ids=["couple", "widow", "no child"],
)  # fmt: skip
def test_a_lone_parent_is_alone_with_a_child(given_fields: Fields, sentence: str) -> None:
    with pytest.raises(ValidationError) as error:
        FoyerInputs(**given_fields)
    assert errors(error.value) == [("parent_isole", sentence)]


@pytest.mark.parametrize("field", ["enfants_a_charge", "enfants_alternes"])
@pytest.mark.parametrize("count", [-1, 21])
def test_a_count_of_children_has_bounds(field: str, count: int) -> None:
    wrong: Fields = {field: count}
    with pytest.raises(ValidationError) as error:
        FoyerInputs(**wrong)
    ((found, sentence),) = errors(error.value)
    assert found == field
    assert sentence.startswith("Ce nombre doit être")


def test_every_field_has_its_words() -> None:
    for spec in field_specs(FoyerInputs):
        assert spec.group == GROUPE_FOYER.code
        assert spec.label
        assert spec.help.endswith((".", "…"))
        assert spec.example


def test_before_the_first_scale_there_is_no_household() -> None:
    with pytest.raises(MissingRate):
        menage(2008)


@given(
    annee=st.integers(2009, 2026), a_charge=st.integers(0, 20), alternes=st.integers(0, 20),
    situation=st.sampled_from([SEUL, COUPLE, VEUF]), isole=st.booleans(),
)  # fmt: skip
def test_one_more_child_adds_parts_and_never_lowers_the_cap(
    annee: int, a_charge: int, alternes: int, situation: Fields, isole: bool
) -> None:
    alone = isole and situation is SEUL and a_charge + alternes > 0
    fields = situation | {"parent_isole": alone}
    before = menage(annee, **fields, **children(a_charge, alternes)).foyer
    for more in ((a_charge + 1, alternes), (a_charge, alternes + 1)):
        if max(more) > 20:
            continue
        after = menage(annee, **fields, **children(*more)).foyer
        assert after.parts.value >= before.parts.value + Decimal("0.25")
        assert after.plafond_quotient.value > before.plafond_quotient.value
