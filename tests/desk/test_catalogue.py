"""What every calculator of the catalogue owes to the pages."""

from decimal import Decimal
from itertools import groupby

import pytest

from calculators.catalogue import calculators
from calculators.kit.fields import FieldKind, field_specs
from calculators.kit.french import parse
from sellerdesk.desk.plan import plan_of
from sellerdesk.rates.selectors import current_book
from tests.desk.pages import SLUGS

pytestmark = pytest.mark.django_db
each = pytest.mark.parametrize("slug", SLUGS)


def test_the_calculators_of_a_family_follow_one_another() -> None:
    families = [family for family, _ in groupby(c.family for c in calculators().values())]
    assert len(families) == len(set(families))


@each
def test_every_rate_it_asks_for_is_published(slug: str) -> None:
    book = current_book()
    found = {code.code: book.series(code.code) for code in calculators()[slug].codes}

    assert all(found.values()), [code for code, facts in found.items() if not facts]
    units = {code.code: code.unit for code in calculators()[slug].codes}
    assert {code: facts[0].unit for code, facts in found.items()} == units


@each
def test_no_line_bears_the_name_of_an_input(slug: str) -> None:
    calculator = calculators()[slug]
    inputs = calculator.inputs.model_validate(calculator.example)
    result = calculator.calculate(inputs=inputs, rates=current_book())

    assert result.outcome.applies
    assert not {line.code for line in result.lines} & set(calculator.inputs.model_fields)


@each
def test_every_rate_it_used_was_declared(slug: str) -> None:
    calculator = calculators()[slug]
    inputs = calculator.inputs.model_validate(calculator.example)
    sheet = calculator.trace(inputs=inputs, rates=current_book())
    declared = {code.code for code in calculator.codes}

    assert {key[0] for key in sheet._leaves if isinstance(key, tuple)} <= declared


@each
def test_every_field_has_its_words(slug: str) -> None:
    for spec in field_specs(calculators()[slug].inputs):
        assert spec.label
        assert spec.group
        assert not spec.label.endswith((".", ":"))
        if spec.kind in (FieldKind.DECIMAL, FieldKind.INTEGER) and spec.example:
            assert isinstance(parse(spec.example), Decimal)


@each
def test_a_field_is_shown_by_a_choice_that_exists(slug: str) -> None:
    specs = {spec.name: spec for spec in field_specs(calculators()[slug].inputs)}
    for field in plan_of(slug).fields.values():
        for rule in filter(None, field.shown_when.split("&")):
            name, _, values = rule.partition("=")
            known = {code for code, _ in specs[name].choices} or {"on"}
            assert set(values.split("|")) <= known, field.spec.name


@each
def test_what_a_rule_needs_is_not_called_optional(slug: str) -> None:
    needed = {name for name, field in plan_of(slug).fields.items() if field.required}
    required = {spec.name for spec in field_specs(calculators()[slug].inputs) if spec.required}

    assert required <= needed


@each
def test_a_field_stands_right_below_its_choice(slug: str) -> None:
    for _, fields in plan_of(slug).groups:
        names = [field.spec.name for field in fields]
        for place, field in enumerate(fields):
            for asker in {name for name, _ in field.rules} & set(names):
                between = fields[names.index(asker) + 1 : place]
                assert all(asker in dict(other.rules) for other in between), field.spec.name


def test_what_a_choice_requires_is_not_called_optional() -> None:
    fields = plan_of("marge-vente").fields

    assert all(
        fields[name].required
        for name in ("taux_marge", "taux_marque", "coefficient", "paiement_taux")
    )
    assert not fields["paiement_fixe"].required
    assert plan_of("tiktok-shop").fields["date_inscription"].required


def test_the_sale_price_is_needed_though_the_model_lets_it_be_absent() -> None:
    assert plan_of("marge-vente").fields["prix_vente"].required
