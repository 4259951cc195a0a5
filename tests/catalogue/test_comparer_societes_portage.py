"""Quotes side by side: each figure is worked out by hand beside it."""

from decimal import Decimal

import pytest

from calculators.kit.calculator import Result
from calculators.kit.presenter import present
from tests.catalogue.quotes import (
    BRUT_6000,
    at,
    cells,
    column,
    compared,
    notes,
    said,
)
from tests.catalogue.runs import euros

# Numbers


@pytest.mark.parametrize(
    ("formation", "nets"), [(False, ("5201", "4920")), (True, ("5179", "4900"))]
)
def test_ten_thousand_euros_at_5_and_10_per_cent(formation: bool, nets: tuple[str, str]) -> None:
    """Above the ceiling and three minimum wages, with T1 of 4 005 (see the gross of 6 000 below):
    cost = 1,43072 G + 86,0805, or 1,43672 G with 0,60 % of training; net = 0,8018575 G − 75,43.
    9 500: G = 6 579,85 or 6 552,37; 9 000: 6 230,37 or 6 204,35.
    """
    result = at("5", "10", sans_formation_branche=not formation)

    found = [Decimal(net) for net in column(result, "comparaison", "net")]
    assert tuple(f"{net:.0f}" for net in found) == nets
    # 5 201 ÷ 10 000; 5 179 ÷ 10 000
    assert column(result, "synthese", "part_net")[0] == ("51.79" if formation else "52.01")


def test_three_fees_side_by_side() -> None:
    result = at("5", "7", "10")

    assert column(result, "comparaison", "frais") == ["500.00", "700.00", "1000.00"]
    high, middle, low = (Decimal(net) for net in column(result, "comparaison", "net"))
    # Between 5 and 10 % a point of fee takes 0,558 of a euro: 5 179 − 2 × 55,8 = 5 067.
    assert (f"{high:.0f}", f"{middle:.0f}", f"{low:.0f}") == ("5179", "5067", "4900")
    assert result["avance"] == high - middle
    assert result["etendue"] == high - low


def test_the_fee_of_a_month_and_of_a_year() -> None:
    result = at("7", "5", ca="8100", mois_factures=11)

    assert column(result, "comparaison", "frais") == ["567.00", "405.00"]  # 8 100 × 7 %, × 5 %
    assert column(result, "synthese", "frais_annee") == ["6237.00", "4455.00"]  # × 11
    assert column(result, "synthese", "part_frais") == ["7.00", "5.00"]
    assert column(result, "synthese", "enveloppe") == ["7533.00", "7695.00"]


def test_a_flat_fee_and_a_cap() -> None:
    result = compared(
        {"taux_frais": "0", "frais_fixes": "99"},
        {"taux_frais": "7", "plafond_frais": "600"},  # 700 without the cap
        {"taux_frais": "3", "frais_fixes": "99"},  # 300 + 99
        {"taux_frais": "5", "plafond_frais": "600"},
    )

    assert column(result, "comparaison", "frais") == ["99.00", "600.00", "399.00", "500.00"]


def test_what_an_announced_gross_leaves_unexplained() -> None:
    """6 000 of gross, T1 4 005 and T2 1 995. Employer, on 6 000: 13 + 2,11 + 5,25 + 4 + 0,25 + 0,7
    + 0,21 + 0,036 + 0,5 + 0,3 + 0,016 + 0,45 + 1 + 0,68 = 28,502 %: 1 710,12.
    T1: 8,55 + 4,72 + 1,29 + 1,5 = 16,06 %: 643,203. T2: 12,95 + 1,62 = 14,57 %: 290,6715.
    Health 20; forfait social 8 % × 80,075 = 6,406. In all 2 670,4005: a cost of 8 670,40.
    """
    result = compared(
        BRUT_6000, BRUT_6000 | {"autres_charges": "100"}, BRUT_6000 | {"reserve": "629.60"},
        sans_formation_branche=True,
    )  # fmt: skip

    assert column(result, "comparaison", "employeur") == ["2670.40"] * 3
    # 10 000 − 700 − 8 670,40; 100 less; nothing once the reserve is told
    assert column(result, "comparaison", "inexplique") == ["629.60", "529.60", "0.00"]
    # T1: 6,9 + 3,15 + 0,86 = 10,91 %: 436,9455. T2: 8,64 + 1,08 = 9,72 %: 193,914.
    # 0,4 + 0,14 + 0,024 = 0,564 %: 33,84. Health 20. 9,7 % × (5 895 + 80,075) = 579,582275.
    assert column(result, "comparaison", "salarie") == ["1264.28"] * 3
    assert column(result, "comparaison", "net") == ["4735.72"] * 3
    # The third without its reserve: (9 300 − 86,0805) ÷ 1,43072 = 6 440,06, a net of 5 088,58.
    assert column(result, "synthese", "part_net") == ["47.36", "47.36", "50.89"]
    assert column(result, "synthese", "pris") == ["1329.60", "1329.60", "700.00"]
    assert notes(result)["inexplique_1"] == (
        "Le devis 1 : 629,60 € ne s’expliquent ni par les frais ni par les lignes légales. "
        "Demandez-les."
    )
    assert "inexplique_3" not in notes(result)


def test_what_an_announced_net_leaves_unexplained() -> None:
    """The net of 6 000 euros is 4 735,72: what is left is the same, to the cent of a gross."""
    quote = {"taux_frais": "7", "net_annonce": "4735.72"}
    result = compared(quote, BRUT_6000, sans_formation_branche=True)

    assert column(result, "annonces", "net_retrouve") == ["4735.72"]
    assert column(result, "annonces", "ecart_net") == ["0.00"]
    found = Decimal(column(result, "comparaison", "inexplique")[0])
    assert Decimal("629.60") <= found <= Decimal("629.62")
    assert "inexplique_1" in notes(result)


def test_a_quote_that_says_all_leaves_nothing_unexplained() -> None:
    """Its own gross, or its net rounded to the euro below: less than a euro is a rounding."""
    free = at("7", "7")
    brut, net = column(free, "synthese", "brut")[0], column(free, "comparaison", "net")[0]
    below = f"{Decimal(net) - Decimal('0.50'):f}"
    result = compared(
        {"taux_frais": "7", "brut_annonce": brut}, {"taux_frais": "7", "net_annonce": below}
    )

    assert column(result, "comparaison", "inexplique") == ["0.00", "0.00"]
    assert not {r for r in notes(result) if r.startswith(("inexplique", "trop_promis"))}


def test_the_notch_of_three_minimum_wages_is_not_unexplained() -> None:
    """At 5 469,10 the reduction stops and the cost jumps by 109,38: 7 858,50 has no exact gross."""
    quote = {"taux_frais": "7"}
    result = compared(
        quote, quote | {"brut_annonce": "5469.10"}, ca="8450", sans_formation_branche=True
    )

    for number in (1, 2):
        assert euros(result, f"synthese_{number}_brut") == ["5469.09"]
        left = cells(result, number)["solde"]
        assert Decimal("57.00") < left < Decimal("57.10")  # 7 858,50 − 7 801,44 and a cent
    assert cells(result, 2)["inexplique"] == 0
    assert "trop_promis_2" not in notes(result)


def test_an_announced_net_above_what_any_envelope_gives() -> None:
    result = compared(
        {"societe": "Alpha", "taux_frais": "7", "net_annonce": "9000"},
        {"societe": "Bravo", "taux_frais": "7", "brut_annonce": "900000"},
        {"taux_frais": "7"},
    )

    # They are counted for what the envelope pays, so that a promise wins nothing.
    assert result["etendue"] == 0
    net = present_amount(result, "comparaison_1_net")
    assert notes(result)["trop_promis_1"] == (
        f"« Alpha » annonce 9 000,00 € de net ; après ses frais, l’enveloppe n’en paie que {net}. "
        "Nous comptons ce dernier."
    )
    assert "« Bravo » annonce 900 000,00 € de brut" in notes(result)["trop_promis_2"]
    assert column(result, "comparaison", "inexplique") == ["0.00", "0.00"]


def present_amount(result: Result, code: str) -> str:
    views = present(result)
    shown = [line.amount for t in views.tables for line in t.explained if line.code == code]
    return shown[0].replace("\u00a0", " ")


def test_a_gross_and_a_net_that_do_not_go_together() -> None:
    result = compared(
        BRUT_6000 | {"net_annonce": "4800"}, BRUT_6000 | {"net_annonce": "4736"},
        sans_formation_branche=True,
    )  # fmt: skip

    # 4 800 − 4 735,72; the other is a rounding
    assert column(result, "annonces", "ecart_net") == ["64.28", "0.28"]
    assert "net_discordant_1" in notes(result)
    assert "net_discordant_2" not in notes(result)


# The answer


def test_four_identical_quotes() -> None:
    quote = {"societe": "Alpha", "taux_frais": "7", "autres_charges": "50", "motif": "CVAE"}
    result = compared(quote, quote, quote, quote)

    assert euros(result, "avance", "etendue", "etendue_annee") == ["0.00", "0.00", "0.00"]
    assert len({tuple(cells(result, n).values()) for n in range(1, 5)}) == 1
    assert said(result).startswith("Ces devis laissent tous ")


def test_the_sentence_names_the_quote_that_leaves_most() -> None:
    result = compared({"taux_frais": "10"}, {"societe": "Bravo", "taux_frais": "5"})

    ahead = result["avance"]
    assert said(result) == (
        "« Bravo » laisse le plus : 5 178,64 € de net avant impôt par mois, soit "
        f"{str(ahead).replace('.', ',')} € de plus que le suivant."
    )
    assert column(result, "synthese", "de_moins") == [f"{ahead}", "0.00"]


def test_a_tie_at_the_head_is_said() -> None:
    assert said(at("5", "5", "10")).startswith("Plusieurs devis laissent autant, 5 178,64 €")
