"""PayPal: percentage and fixed part by date, refunds, and what to bill."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from calculators.catalogue import calculators
from calculators.kit.messages import errors
from calculators.kit.presenter import present
from calculators.kit.rates import RateBook
from tests.books import committed_book
from tests.catalogue.runs import euros, remarks, run


@pytest.mark.parametrize(
    ("day", "amount", "fee", "net_wanted", "bill"),
    [
        ("2010-06-01", "135", "4.84", "100", "103.78"),  # × 3,4 % + 0,25; 100,25 ÷ 0,966
        ("2026-06-01", "135", "4.27", "100", "103.35"),  # × 2,9 % + 0,35; 100,35 ÷ 0,971
        ("2026-06-01", "30", "1.22", "50", "51.85"),
    ],
)
def test_the_fee_and_what_to_bill(
    day: str, amount: str, fee: str, net_wanted: str, bill: str
) -> None:
    result = run("paypal", date_paiement=day, montant=amount, net_vise=net_wanted)

    assert euros(result, "frais", "brut_a_facturer") == [fee, bill]


@pytest.mark.parametrize(
    ("choices", "fee"),
    [
        ({}, "3.25"),  # 2,90 + 0,35
        ({"zone": "autres_pays"}, "5.24"),  # 2,9 + 1,99 = 4,89 %
        ({"zone": "royaume_uni"}, "4.54"),  # 2,9 + 1,29 = 4,19 %
        ({"conversion": True}, "6.25"),  # 2,9 + 3 = 5,9 %
        ({"genre": "carte_avancee"}, "1.55"),  # 1,2 % + 0,35
        ({"genre": "micropaiement"}, "5.05"),  # 5 % + 0,05
        ({"nombre": 3}, "3.95"),  # 2,90 + 3 × 0,35
    ],
)
def test_kinds_and_countries_on_100(choices: dict[str, object], fee: str) -> None:
    result = run("paypal", date_paiement="2026-06-01", montant="100", **choices)

    assert euros(result, "frais") == [fee]


@pytest.mark.parametrize(
    ("day", "palier", "fee", "remark"),
    [
        ("2015-06-01", "palier_1", "3.65", None),  # 3,4 % + 0,25
        ("2015-06-01", "palier_2", "2.25", None),
        ("2015-06-01", "palier_5", "1.65", None),
        ("2020-06-01", "palier_1", "3.75", None),  # 3,4 % + 0,35
        ("2020-06-01", "palier_4", "3.25", "paliers_reunis"),  # 2,9 % + 0,35
        ("2024-06-01", "palier_4", "3.25", "paliers_finis"),
    ],
)
def test_tiers_by_monthly_volume_until_2021(
    day: str, palier: str, fee: str, remark: str | None
) -> None:
    result = run("paypal", date_paiement=day, montant="100", palier=palier)

    assert euros(result, "frais") == [fee]
    assert remark is None or remark in remarks(result)


@pytest.mark.parametrize(
    ("day", "regime", "returned", "net"),
    [
        ("2015-06-01", "bareme", "1.70", "48.05"),  # 50 × 3,4 %; 50 − (3,65 − 1,70)
        ("2026-06-01", "bareme", "0.00", "46.75"),  # nothing returned since 2020
        ("2026-06-01", "part_variable_rendue", "1.45", "48.20"),  # 50 × 2,9 %
        ("2015-06-01", "garde", "0.00", "46.35"),
    ],
)
def test_the_fee_on_a_refund(day: str, regime: str, returned: str, net: str) -> None:
    """Half of 100 is refunded."""
    result = run(
        "paypal", date_paiement=day, montant="100", remboursement="50",
        regime_remboursement=regime,
    )  # fmt: skip

    assert euros(result, "frais_rendus", "net_recu") == [returned, net]


def test_a_refund_above_the_payment_is_said() -> None:
    result = run("paypal", date_paiement="2026-06-01", montant="10", remboursement="20")

    assert "remboursement_excessif" in remarks(result)


def test_a_date_before_any_tariff_stops_with_a_sentence() -> None:
    result = run("paypal", date_paiement="2008-06-01", montant="10")

    assert result.outcome.code == "taux_manquant"
    assert "01/06/2008" in result.outcome.sentence
    assert "commence le 01/01/2009" in result.outcome.sentence


def test_approximate_dates_wear_the_mark_of_doubt() -> None:
    """PayPal's dates of change are approximate: every such rate is unsure on every surface."""
    view = present(run("paypal", date_paiement="2026-06-01", montant="10"))

    assert view.rates
    assert all(rate.unsure for rate in view.rates)
    assert any(n.code == "dates_approximatives" for n in view.notes)


def test_a_net_alone_gives_what_to_bill() -> None:
    """103,35 − 3,35 = 100,00: the headline says what to bill."""
    result = run("paypal", date_paiement="2026-06-01", net_vise="100")

    assert euros(result, "brut_a_facturer", "encaisse", "net_recu") == [
        "103.35",
        "103.35",
        "100.00",
    ]
    assert present(result).headline.startswith("Facturez 103,35\xa0€")


def test_an_amount_or_a_net_is_asked_for() -> None:
    with pytest.raises(ValueError, match="montant payé") as caught:
        run("paypal", date_paiement="2026-06-01")

    assert errors(caught.value)[0][0] == "montant"  # type: ignore[arg-type]


def test_a_rate_of_unknown_start_is_unsure_before_it_was_read() -> None:
    """The surcharge was read on 2026-01-01: nobody knows whether it held in 2018."""
    early = present(run("paypal", date_paiement="2018-06-01", montant="10", zone="autres_pays"))
    later = present(run("paypal", date_paiement="2026-06-01", montant="10", zone="autres_pays"))

    found = [
        next(r.confidence for r in view.rates if r.code == "paypal_fr_surcharge_autres_pays")
        for view in (early, later)
    ]
    assert found == ["unsure", "concordant"]


def test_the_tiers_end_when_the_rate_book_says_so() -> None:
    """No date of change stands in the code: an end moved in the book moves the result."""
    facts = [
        replace(f, valid_from=date(2020, 1, 1))
        if f.code.startswith("paypal_fr_commerciale_palier_3") and f.value is None
        else f
        for f in committed_book().facts()
    ]
    paypal = calculators()["paypal"]
    given = {"date_paiement": "2019-06-01", "montant": "100", "palier": "palier_3"}
    inputs = paypal.inputs.model_validate(given)

    found = [
        paypal.calculate(inputs=inputs, rates=book)["frais"]
        for book in (committed_book(), RateBook.build(facts))
    ]
    assert found == [Decimal("3.25"), Decimal("2.05")]  # 2,9 % + 0,35; 1,8 % + 0,25
