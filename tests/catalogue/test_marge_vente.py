"""The margin of one sale: each expected figure has its calculation by hand beside it."""

import pytest

from calculators.kit.messages import errors
from calculators.kit.presenter import present
from tests.catalogue.runs import euros, remarks, run

PREMIER_CAS = {
    "date_vente": "2010-06-01", "prix_achat": "100", "mode_prix": "taux_marque",
    "taux_marque": "20", "port_facture": "10", "port_paye": "10", "moyen_paiement": "paypal",
}  # fmt: skip
JEAN_MARC = {
    "date_vente": "2010-06-01", "prix_achat": "78.99", "port_achat": "9.13", "douane": "3.50",
    "prix_vente": "130", "port_facture": "5.50", "port_paye": "5.50",
    "versement_liberatoire": "groupe", "moyen_paiement": "saisi", "paiement_taux": "3.4",
}  # fmt: skip
AUJOURD_HUI = PREMIER_CAS | {"date_vente": "2026-06-01"}


def test_the_first_case_in_2010() -> None:
    """100 ÷ 0,8 = 125; 125 + 10 = 135; × 12 % = 16,20; × 3,4 % + 0,25 = 4,84;
    135 − 100 − 10 − 16,20 − 4,84 = 3,96, that is 2,93 %."""
    result = run("marge-vente", **PREMIER_CAS)

    codes = ("prix_client", "chiffre_affaires", "cotisations", "cfp", "taxe_chambre",
             "frais_paiement", "reste", "taux_marge_nette")  # fmt: skip
    assert euros(result, *codes) == [
        "125.00", "135.00", "16.20", "0.00", "0.00", "4.84", "3.96", "2.93",
    ]  # fmt: skip


def test_contributions_are_12_percent_of_135_and_not_of_the_amount_after_allowance() -> None:
    """The article: (135 − 95,85) × 12 % = 4,70, left 15,46: shown apart, and why it is wrong."""
    result = run("marge-vente", **PREMIER_CAS)

    assert euros(result, "article_cotisations", "article_reste") == ["4.70", "15.46"]
    note = next(n for n in present(result).notes if n.code == "lecture_article")
    assert note.kind == "article"
    assert "C’est une erreur" in note.text
    assert "4,70\xa0€" in note.text
    assert "15,46\xa0€" in note.text
    headline = present(result).headline
    assert "3,96\xa0€" in headline
    assert "2,93\xa0%" in headline


def test_the_versement_liberatoire_takes_1_percent_more() -> None:
    """135 × 1 % = 1,35; 3,96 − 1,35 = 2,61, that is 1,93 %."""
    result = run("marge-vente", **PREMIER_CAS, versement_liberatoire="separe")

    assert euros(result, "versement_impot", "reste", "taux_marge_nette") == ["1.35", "2.61", "1.93"]


def test_jean_marc() -> None:
    """91,62 landed; 135,50 × 3,4 % = 4,61; × 13 % on one line = 17,615 → 17,62;
    91,62 + 5,50 + 4,61 + 17,62 = 119,35; 135,50 − 119,35 = 16,15, that is 11,92 %."""
    result = run("marge-vente", **JEAN_MARC)

    codes = ("cout_revient", "chiffre_affaires", "frais_paiement", "cotisations_et_impot",
             "depenses", "reste", "taux_marge_nette")  # fmt: skip
    assert euros(result, *codes) == [
        "91.62", "135.50", "4.61", "17.62", "119.35", "16.15", "11.92",
    ]  # fmt: skip


def test_jean_marc_forgot_the_fixed_part() -> None:
    """4,61 + 0,25 = 4,86: 15,90 left."""
    result = run("marge-vente", **JEAN_MARC, paiement_fixe="0.25")

    assert euros(result, "frais_paiement", "reste") == ["4.86", "15.90"]


def test_the_same_sale_today() -> None:
    """135 × 12,3 % = 16,61 (16,605); × 0,1 % = 0,14 (0,135); × 0,015 % = 0,02;
    × 2,9 % + 0,35 = 4,27 (4,265); 3,96 left."""
    result = run("marge-vente", **AUJOURD_HUI)

    codes = ("cotisations", "cfp", "taxe_chambre", "frais_paiement", "reste", "taux_marge_nette")
    assert euros(result, *codes) == ["16.61", "0.14", "0.02", "4.27", "3.96", "2.93"]


def test_no_chamber_tax_up_to_5000_a_year() -> None:
    """16,61 + 0,14 = 16,75; 3,98 left."""
    result = run("marge-vente", **AUJOURD_HUI, exonere_taxe_chambre=True)

    assert "taxe_chambre" not in result.amounts
    assert euros(result, "reste") == ["3.98"]


@pytest.mark.parametrize(
    ("day", "target", "turnover", "price"),
    [
        ("2010-06-01", "0", "130.32", "120.32"),  # 110,25 ÷ (1 − 15,4 %)
        ("2010-06-01", "10", "147.79", "137.79"),
        ("2010-06-01", "20", "170.67", "160.67"),
        ("2026-06-01", "0", "130.31", "120.31"),  # 110,35 ÷ (1 − 15,315 %)
        ("2026-06-01", "10", "147.75", "137.75"),
        ("2026-06-01", "20", "170.60", "160.60"),
    ],
)
def test_the_price_for_a_target_margin(day: str, target: str, turnover: str, price: str) -> None:
    """Costs that do not follow the price, divided by what is left of each euro."""
    given = PREMIER_CAS | {"date_vente": day, "marge_nette_visee": target}
    result = run("marge-vente", **given)

    assert euros(result, "encaissement_vise", "prix_vise") == [turnover, price]


def test_an_impossible_target_is_said_at_its_field() -> None:
    """1 − 15,315 % − 90 % is negative: no price reaches it."""
    result = run("marge-vente", **AUJOURD_HUI, marge_nette_visee="90")

    assert euros(result, "prix_vise", "reste") == ["-", "3.96"]
    note = next(n for n in present(result).notes if n.code == "marge_impossible")
    assert note.field == "marge_nette_visee"


@pytest.mark.parametrize(
    ("mode", "value", "price"),
    [
        ("taux_marque", "20", "125.00"),  # 100 ÷ (1 − 20 %)
        ("taux_marge", "20", "120.00"),  # 100 × (1 + 20 %)
        ("coefficient_ht", "1.25", "125.00"),
        ("coefficient_ttc", "1.25", "125.00"),
    ],
)
def test_the_three_ways_to_set_a_price(mode: str, value: str, price: str) -> None:
    """The article says « marge de 20 % » for what is a taux de marque."""
    field = "coefficient" if mode.startswith("coefficient") else mode
    result = run(
        "marge-vente", date_vente="2010-06-01", prix_achat="100", mode_prix=mode, **{field: value}
    )

    assert euros(result, "prix_client") == [price]


def test_all_three_are_always_shown() -> None:
    """25 ÷ 100 = 25 %; 25 ÷ 125 = 20 %; 125 ÷ 100 = 1,25."""
    result = run("marge-vente", **PREMIER_CAS)

    codes = ("taux_marge_obtenu", "taux_marque_obtenu", "coefficient_ht_obtenu",
             "coefficient_ttc_obtenu")  # fmt: skip
    assert euros(result, *codes) == ["25.00", "20.00", "1.25", "1.25"]


@pytest.mark.parametrize(
    ("mode", "marque", "viable"),
    [("coefficient_ht", "50.00", True), ("coefficient_ttc", "40.00", False)],
)
def test_a_coefficient_of_2(mode: str, marque: str, viable: bool) -> None:
    """HT over HT: 50 %; TTC over HT at 20 % of VAT: 200 ÷ 1,2 = 166,67, so 40 %."""
    result = run(
        "marge-vente", date_vente="2026-06-01", prix_achat="100", mode_prix=mode, coefficient="2",
        statut_tva="assujetti",
    )  # fmt: skip

    assert euros(result, "taux_marque_obtenu") == [marque]
    assert ("marque_non_viable" not in remarks(result)) == viable


def test_in_franchise_the_purchase_costs_its_vat() -> None:
    """100 + 20 % = 120; the invoice bears the mention of article 293 B and no VAT."""
    result = run(
        "marge-vente", date_vente="2026-06-01", prix_achat="100", tva_achat="normal",
        prix_vente="150",
    )  # fmt: skip

    assert euros(result, "cout_revient", "chiffre_affaires") == ["120.00", "150.00"]
    assert "tva_collectee" not in result.amounts
    note = next(n for n in present(result).notes if n.code == "mention_franchise")
    assert "TVA non applicable, art. 293 B du CGI" in note.text


def test_registered_for_vat_recovers_it() -> None:
    """(240 + 12) ÷ 1,2 = 210, VAT 42; TikTok 252 × 9 % = 22,68 TTC, 18,90 HT;
    affiliation 240 × 12 % = 28,80; contributions on 210; 18,57 left."""
    result = run(
        "marge-vente", date_vente="2026-06-01", prix_achat="100", tva_achat="normal",
        prix_vente="240", port_facture="12", port_paye="10", statut_tva="assujetti",
        plateforme="tiktok_shop", affiliation_ouverte="8", affiliation_ciblee="12",
        moyen_paiement="paypal",
    )  # fmt: skip

    codes = ("cout_revient", "encaissement", "chiffre_affaires", "tva_collectee",
             "commission_tiktok_ttc", "commission_tiktok", "affiliation", "frais_paiement",
             "cotisations", "reste")  # fmt: skip
    assert euros(result, *codes) == [
        "100.00", "252.00", "210.00", "42.00", "22.68", "18.90", "28.80", "7.66", "25.83", "18.57",
    ]  # fmt: skip


def test_costs_never_lower_the_contributions() -> None:
    """They lower what is left, not the base."""
    cheap, dear = (
        run("marge-vente", date_vente="2026-06-01", prix_achat=cost, prix_vente="500")
        for cost in ("0", "5000")
    )

    assert cheap["cotisations"] == dear["cotisations"]


def test_a_loss_is_said_and_contributions_stay_due() -> None:
    """Bought 120, sold 100: 12,30 + 0,10 + 0,02 due, −32,42 left."""
    result = run("marge-vente", date_vente="2026-06-01", prix_achat="120", prix_vente="100")

    assert euros(result, "cotisations", "reste") == ["12.30", "-32.42"]
    assert "perte" in remarks(result)
    assert present(result).headline == "Vous perdez 32,42\xa0€ sur cette vente."


def test_zero_in_zero_out() -> None:
    """No turnover: nothing due, and the reminder to declare 0."""
    result = run(
        "marge-vente", date_vente="2026-06-01", prix_achat="0", prix_vente="0",
        moyen_paiement="paypal",
    )  # fmt: skip

    codes = ("cotisations", "cfp", "taxe_chambre", "frais_paiement", "reste")
    assert euros(result, *codes) == ["0.00"] * 5
    assert "chiffre_affaires_nul" in remarks(result)


def test_sales_that_pay_the_fixed_costs() -> None:
    """30 ÷ 3,96 = 7,58: 8 sales; none when a sale leaves nothing."""
    result = run("marge-vente", **AUJOURD_HUI, frais_mensuels="30")
    exact = run("marge-vente", **AUJOURD_HUI, frais_mensuels="39.60")
    lost = run(
        "marge-vente", date_vente="2026-06-01", prix_achat="120", prix_vente="100",
        frais_mensuels="30",
    )  # fmt: skip

    assert euros(result, "ventes_a_equilibre") == ["8"]
    assert euros(exact, "ventes_a_equilibre") == ["10"]
    assert euros(lost, "ventes_a_equilibre") == ["-"]
    assert "pas_d_equilibre" in remarks(lost)


def test_tiktok_shop_was_not_open_before() -> None:
    """A typed outcome at the date."""
    result = run(
        "marge-vente", date_vente="2025-03-30", prix_achat="1", prix_vente="2",
        plateforme="tiktok_shop",
    )  # fmt: skip

    assert (result.outcome.code, result.outcome.field) == ("tiktok_shop_pas_ouvert", "date_vente")
    assert not result.lines


def test_a_price_is_asked_for_where_it_is_missing() -> None:
    """The sentence stands at the field that the choice needs."""
    with pytest.raises(ValueError, match="autre façon") as caught:
        run("marge-vente", date_vente="2026-06-01", prix_achat="1", mode_prix="taux_marge")

    assert errors(caught.value)[0][0] == "taux_marge"  # type: ignore[arg-type]


def test_outside_micro_no_contribution_is_made_up() -> None:
    """A company's contributions follow its pay, not its sales."""
    result = run(
        "marge-vente", date_vente="2026-06-01", prix_achat="60", prix_vente="100", regime="autre"
    )

    assert "cotisations" not in result.amounts
    assert euros(result, "reste") == ["40.00"]
    assert "hors_micro" in remarks(result)


@pytest.mark.parametrize(("target", "price"), [("0", "120.31"), ("10", "137.75"), ("20", "160.60")])
def test_a_target_alone_gives_its_price(target: str, price: str) -> None:
    """No price has to be made up to learn the price; the headline carries it."""
    given = {k: v for k, v in AUJOURD_HUI.items() if k != "taux_marque"}
    result = run("marge-vente", **given | {"mode_prix": "marge_nette", "marge_nette_visee": target})

    assert euros(result, "prix_client", "prix_vise") == [price, price]
    assert f"{price.replace('.', ',')}\xa0€" in present(result).headline


def test_a_tariff_to_type_is_asked_for() -> None:
    """« Autre » without a rate must not count as free of charge."""
    with pytest.raises(ValueError, match="part variable") as caught:
        run(
            "marge-vente", date_vente="2026-06-01", prix_achat="1", prix_vente="2",
            moyen_paiement="saisi",
        )  # fmt: skip

    assert errors(caught.value)[0][0] == "paiement_taux"  # type: ignore[arg-type]


def test_what_goes_to_the_state_is_less_than_the_vat_collected() -> None:
    """103,93 TTC: 17,32 collected; 8,00 of the purchase and 1,56 of the commission come back."""
    result = run(
        "marge-vente", date_vente="2026-06-01", prix_achat="40", tva_achat="normal",
        prix_vente="103.93", statut_tva="assujetti", plateforme="tiktok_shop",
    )  # fmt: skip

    codes = ("tva_collectee", "tva_achat_recuperee", "commission_tiktok_ttc", "commission_tiktok",
             "tva_deductible", "tva_a_reverser")  # fmt: skip
    assert euros(result, *codes) == ["17.32", "8.00", "9.35", "7.79", "9.56", "7.76"]


def test_doubt_spreads_to_what_rests_on_an_unsure_rate() -> None:
    """PayPal's dates are approximate: the fee, the sum of costs and what is left are marked."""
    sure = present(run("marge-vente", **JEAN_MARC | {"date_vente": "2026-06-01"}))
    doubtful = present(run("marge-vente", **AUJOURD_HUI))
    marked = {ln.code for s in doubtful.sections for ln in s.lines if ln.unsure}

    assert {"frais_paiement", "depenses", "reste", "taux_marge_nette"} <= marked
    assert "chiffre_affaires" not in marked
    assert (sure.unsure, doubtful.unsure) == (False, True)


def test_an_affiliation_is_marked_unsure() -> None:
    """Its base is not documented for France."""
    view = present(
        run(
            "marge-vente", date_vente="2026-06-01", prix_achat="10", prix_vente="30",
            plateforme="tiktok_shop", affiliation_ouverte="10",
        )
    )  # fmt: skip

    assert next(ln for s in view.sections for ln in s.lines if ln.code == "affiliation").unsure


@pytest.mark.parametrize(("day", "recoded"), [("2026-08-31", False), ("2026-09-01", True)])
def test_the_mention_of_the_franchise_is_dated(day: str, recoded: bool) -> None:
    """VAT was recodified on 2026-09-01; the old mention is admitted until the end of 2027."""
    view = present(run("marge-vente", date_vente=day, prix_achat="1", prix_vente="2"))
    note = next(n for n in view.notes if n.code == "mention_franchise")

    assert ("31/12/2027" in note.text) == recoded


def test_the_break_even_never_loses_a_sale() -> None:
    """1 000 000,01 ÷ 500 000,00 is just above 2: 3 sales."""
    result = run(
        "marge-vente", date_vente="2026-06-01", prix_achat="0", prix_vente="500000",
        regime="autre", frais_mensuels="1000000.01",
    )  # fmt: skip

    assert euros(result, "ventes_a_equilibre") == ["3"]


def test_as_a_company_would_with_the_charges_of_the_article() -> None:
    """100 ÷ 1,2 = 83,33; 125 ÷ 1,2 = 104,17; 20,84 of margin, 40 % of which is 8,34: 12,50."""
    given = {"date_vente": "2026-06-01", "prix_achat": "100", "prix_vente": "125"}
    result = run("marge-vente", **given, charges_sur_marge="40")

    codes = [f"entreprise_{code}" for code in ("vente", "achat", "marge", "charges", "reste")]
    assert euros(result, *codes) == ["104.17", "83.33", "20.84", "8.34", "12.50"]
    assert "comme_une_entreprise" in remarks(result)
    # it is beside the sale, never in it
    assert result["reste"] == run("marge-vente", **given)["reste"]
    assert not set(codes) & set(run("marge-vente", **given).amounts)


@pytest.mark.parametrize(
    ("given", "purchase", "margin"),
    [
        # the supplier's VAT is typed apart: 100 is without it
        ({"tva_achat": "normal"}, "100.00", "4.17"),
        # registered for VAT, purchases are typed without it; 125 at 5,5 % is 118,48
        ({"statut_tva": "assujetti", "taux_tva": "reduit"}, "100.00", "18.48"),
        # 19,6 % in 2010: 104,52 − 83,61
        ({"date_vente": "2010-06-01"}, "83.61", "20.91"),
    ],
)
def test_what_holds_no_vat_is_left_as_it_is(
    given: dict[str, str], purchase: str, margin: str
) -> None:
    whole = {"date_vente": "2026-06-01", "prix_achat": "100", "prix_vente": "125"}
    result = run("marge-vente", **(whole | given), charges_sur_marge="40")

    assert euros(result, "entreprise_achat", "entreprise_marge") == [purchase, margin]
