"""TikTok Shop: (payment + platform's discount − refunds) × the rate of the order's day."""

import pytest

from calculators.kit.messages import errors
from calculators.kit.presenter import present
from tests.catalogue.runs import euros, remarks, run


@pytest.mark.parametrize(
    ("day", "paid", "discount", "refunds", "commission"),
    [
        ("2025-06-01", "30", "5", "0", "1.75"),  # 35 × 5 %
        ("2025-06-01", "40", "5", "10", "1.75"),
        ("2025-06-01", "1000", "100", "50", "52.50"),  # 1 050 × 5 %
        ("2026-02-01", "1000", "100", "50", "94.50"),  # 1 050 × 9 %
        ("2026-01-07", "100", "0", "0", "5.00"),
        ("2026-01-08", "100", "0", "0", "9.00"),
    ],
)
def test_the_formula(day: str, paid: str, discount: str, refunds: str, commission: str) -> None:
    result = run(
        "tiktok-shop", date_commande=day, paiement_client=paid, remise_plateforme=discount,
        remboursements=refunds,
    )  # fmt: skip

    assert euros(result, "commission") == [commission]


def test_refunds_above_the_payment_give_zero_and_a_warning() -> None:
    """Never a negative commission in silence."""
    result = run(
        "tiktok-shop", date_commande="2026-02-01", paiement_client="30", remboursements="40"
    )

    assert euros(result, "commission", "reste", "taux_reel") == ["0.00", "0.00", "-"]
    note = next(n for n in present(result).notes if n.kind == "warning")
    assert (note.code, note.field) == ("remboursement_excessif", "remboursements")


def test_an_order_before_the_opening_is_refused() -> None:
    """TikTok Shop opened in France on 2025-03-31."""
    before = run("tiktok-shop", date_commande="2025-03-30", paiement_client="30")
    first = run("tiktok-shop", date_commande="2025-03-31", paiement_client="30")

    assert before.outcome.code == "tiktok_shop_pas_ouvert"
    assert "n’était pas ouvert en France" in present(before).outcome
    assert euros(first, "commission") == ["1.50"]


def test_vat_inside_the_commission() -> None:
    """1,75 ÷ 1,20 = 1,46 HT, 0,29 of VAT."""
    result = run(
        "tiktok-shop", date_commande="2025-06-01", paiement_client="30", remise_plateforme="5",
        statut_tva="assujetti",
    )  # fmt: skip

    assert euros(result, "commission", "commission_ht", "commission_tva") == [
        "1.75",
        "1.46",
        "0.29",
    ]


@pytest.mark.parametrize(
    ("day", "rate"),
    [("2026-01-08", "4"), ("2026-03-08", "4"), ("2026-03-09", "9")],  # days 1, 60 and 61
)
def test_a_new_seller_pays_4_percent_for_60_days(day: str, rate: str) -> None:
    """The day of registration is day 1."""
    result = run(
        "tiktok-shop", date_commande=day, paiement_client="45", cas="nouveau_vendeur",
        date_inscription="2026-01-08",
    )  # fmt: skip

    assert euros(result, "taux_applique") == [rate]
    assert ("fin_taux_reduit" in remarks(result)) == (rate == "9")


def test_a_seller_registered_before_2026_01_08_is_not_new() -> None:
    """The offer is for those registered from that day on."""
    result = run(
        "tiktok-shop", date_commande="2026-02-01", paiement_client="45", cas="nouveau_vendeur",
        date_inscription="2026-01-07",
    )  # fmt: skip

    assert euros(result, "taux_applique") == ["9"]
    assert "inscription_ancienne" in remarks(result)


@pytest.mark.parametrize(("day", "rate"), [("2026-02-01", "7"), ("2025-06-01", "5")])
def test_electronics(day: str, rate: str) -> None:
    """7 % from 2026-01-08; one rate for all before."""
    result = run("tiktok-shop", date_commande=day, paiement_client="45", cas="electronique")

    assert euros(result, "taux_applique") == [rate]


def test_a_later_refund_is_adjusted_at_the_orders_own_rate() -> None:
    """100 × 5 % = 5,00; 60 × 5 % = 3,00; adjustment −2,00 and not −3,60."""
    result = run(
        "tiktok-shop", date_commande="2025-06-01", paiement_client="100",
        remboursement_ulterieur="40", date_remboursement="2026-02-03",
    )  # fmt: skip

    codes = ("commission", "commission_finale", "ajustement", "reste")
    assert euros(result, *codes) == ["5.00", "3.00", "-2.00", "57.00"]
    note = next(n for n in present(result).notes if n.code == "ajustement")
    assert "03/02/2026" in note.text


@pytest.mark.parametrize(
    ("opened", "targeted", "rate"), [("8", "12", "12"), ("15", "10", "15"), ("8", None, "8")]
)
def test_the_higher_affiliation_wins(opened: str, targeted: str | None, rate: str) -> None:
    result = run(
        "tiktok-shop", date_commande="2026-02-01", paiement_client="100",
        affiliation_ouverte=opened, affiliation_ciblee=targeted,
    )  # fmt: skip

    assert euros(result, "taux_affiliation", "affiliation") == [rate, f"{rate}.00"]


def test_a_refunded_sale_pays_no_affiliation() -> None:
    """3 sales of 40 at 10 %, one refunded: 8,00."""
    result = run(
        "tiktok-shop", date_commande="2026-02-01", paiement_client="120", remboursements="40",
        affiliation_ouverte="10", base_affiliation="40", ventes_affiliees=3, ventes_remboursees=1,
    )  # fmt: skip

    assert euros(result, "affiliation") == ["8.00"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"cas": "nouveau_vendeur"}, "date_inscription"),
        ({"cas": "nouveau_vendeur", "date_inscription": "2026-03-01"}, "date_inscription"),
        ({"remboursement_ulterieur": "5"}, "date_remboursement"),
        ({"remboursement_ulterieur": "5", "date_remboursement": "2026-01-31"},
         "date_remboursement"),
        ({"ventes_affiliees": 2}, "base_affiliation"),
        ({"base_affiliation": "5", "ventes_remboursees": 2}, "ventes_remboursees"),
    ],
)  # fmt: skip
def test_dates_and_counts_that_do_not_fit_are_said_at_their_field(
    given: dict[str, object], field: str
) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        run("tiktok-shop", date_commande="2026-02-01", paiement_client="10", **given)

    assert errors(caught.value)[0][0] == field  # type: ignore[arg-type]
