"""Quotes side by side: each figure is worked out by hand beside it."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.catalogue import calculators
from calculators.kit.calculator import Result
from calculators.kit.fields import Inputs
from calculators.kit.presenter import present
from sellerdesk.desk.reading import validated
from tests.catalogue.runs import euros, run

SLUG = "comparer-societes-portage"
# An executive, 250 employees, 0,7 % of accidents, no mobility levy, a health cover of 40 € half and
# half: the defaults.
MONTH: dict[str, Any] = {"periode": "2026-11-20", "ca": "10000"}


def compared(*quotes: dict[str, Any], **more: Any) -> Result:
    return run(SLUG, **(MONTH | {"devis": list(quotes)} | more))


def at(*fees: str, **more: Any) -> Result:
    return compared(*({"taux_frais": fee} for fee in fees), **more)


def column(result: Result, table: str, code: str) -> list[str]:
    found = next(t for t in result.tables if t.code == table)
    return euros(result, *(line.code for line in found.column(code)))


def cells(result: Result, number: int) -> dict[str, Decimal]:
    """The cells of a quote in « Où va chaque euro »."""
    table = next(t for t in result.tables if t.code == "comparaison")
    return {code: line.value for code, line in table.rows[str(number)][1].lines.items()}


def said(result: Result) -> str:
    return present(result).headline.replace("\u00a0", " ")


def notes(result: Result) -> dict[str, str]:
    """The sentences by what they say and of which quote: « frais_bas_1 »."""
    return {
        f"{n.code}_{n.field.split('_')[1]}" if n.field.startswith("devis_") else n.code:
        n.text.replace("\u00a0", " ")
        for n in present(result).notes
    }  # fmt: skip


def warned(result: Result, start: str) -> set[str]:
    return {code for code in notes(result) if code.startswith(start)}


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


BRUT_6000 = {"taux_frais": "7", "brut_annonce": "6000"}


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
    assert column(result, "synthese", "part_net") == ["47.36"] * 3
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


def test_a_reserve_lowers_the_net_and_is_said() -> None:
    result = compared({"taux_frais": "5", "reserve": "500"}, {"taux_frais": "10"})

    assert column(result, "comparaison", "reserve") == ["500.00"]
    # 10 000 − 500 − 500 and 10 000 − 1 000: the same envelope
    assert column(result, "synthese", "enveloppe") == ["9000.00", "9000.00"]
    assert column(result, "synthese", "pris") == ["500.00", "1000.00"]
    assert euros(result, "moins_pris") == ["500.00"]
    assert "hors réserve" in said(result)
    assert notes(result)["reserve_hors_net"].endswith(
        "Le devis 1 prend le moins de tous : 500,00 € de frais, d’autres charges et d’inexpliqué."
    )


# Fees, other charges, minimum


@pytest.mark.parametrize(
    ("fee", "said_of_it"),
    [("0", "frais_bas_1"), ("4", "frais_bas_1"), ("4.99", "frais_bas_1"), ("5", ""), ("10", ""),
     ("10.01", "frais_hauts_1"), ("12", "frais_hauts_1"), ("100", "frais_hauts_1")],
)  # fmt: skip
def test_a_fee_out_of_use_is_warned_of(fee: str, said_of_it: str) -> None:
    found = warned(at(fee, "7"), "frais_")

    assert found == ({said_of_it} if said_of_it else set())


def test_a_company_that_takes_everything_leaves_no_pay() -> None:
    result = at("100", "0")

    taken = cells(result, 1)
    assert taken.pop("frais") == taken.pop("ca") == Decimal(10_000)
    assert set(taken.values()) == {Decimal(0)}
    assert "rien_a_payer_1" in notes(result)
    assert said(result).startswith("Le devis 2 laisse le plus")
    assert said(at("100", "100")) == "Aucun de ces devis ne laisse de quoi payer un salaire."


def test_charges_above_the_turnover_are_owed() -> None:
    result = compared({"taux_frais": "7", "autres_charges": "9500"}, {"taux_frais": "7"})

    assert cells(result, 1)["solde"] == Decimal(-200)  # 10 000 − 700 − 9 500
    assert cells(result, 1)["net"] == Decimal(0)
    assert "rien_a_payer_1" in notes(result)


def test_other_charges_are_nothing_or_explained() -> None:
    result = compared(
        {"taux_frais": "7"},
        {"taux_frais": "7", "autres_charges": "0"},
        {"taux_frais": "7", "autres_charges": "80", "motif": "CVAE et C3S"},
        {"taux_frais": "7", "autres_charges": "80"},
    )

    asked = {r for r in notes(result) if r.startswith("charges")}
    assert asked == {"charges_a_expliquer_4"}


@pytest.mark.parametrize(
    ("level", "least"),
    [("premier_niveau", "2255.61"), ("junior", "2517.13"), ("senior", "2713.27"),
     ("expert", "3072.86")],
)  # fmt: skip
def test_a_pay_under_the_minimum_of_the_branch(level: str, least: str) -> None:
    """69, 77, 83 and 94 % of 3 269."""
    below = f"{Decimal(least) - Decimal('0.01'):f}"
    quote = {"taux_frais": "7"}
    result = compared(
        quote | {"brut_annonce": below}, quote | {"brut_annonce": least},
        quote | {"brut_annonce": below, "reserve": "1"}, echelon=level,
    )  # fmt: skip

    assert euros(result, "salaire_minimum") == [least]
    found = {r for r in notes(result) if r.startswith("sous_le_minimum")}
    assert found == {"sous_le_minimum_1"}  # the reserve counts, since rider 12


def test_before_the_rider_the_reserve_does_not_count_and_part_time_does() -> None:
    """75 % of 3 269 is 2 451,75; 80 % of a full time, 1 961,40."""
    quote = {"taux_frais": "7", "brut_annonce": "1961.39", "reserve": "500"}
    result = compared(
        quote, quote | {"brut_annonce": "1961.40"}, periode="2024-06-15", echelon="senior",
        temps_travail="80",
    )  # fmt: skip

    assert euros(result, "salaire_minimum") == ["1961.40"]
    assert {r for r in notes(result) if r.startswith("sous_le_minimum")} == {"sous_le_minimum_1"}


def test_an_envelope_below_the_minimum() -> None:
    """3 000 × 93 % = 2 790 where the junior minimum costs 3 199,78."""
    assert {"sous_le_minimum_1", "sous_le_minimum_2"} <= set(notes(at("7", "7", ca="3000")))


# What is had for the fee


def test_companies_are_ranked_by_weighted_scores() -> None:
    weights = {"poids_reputation": 2, "poids_garantie": 3, "poids_conseil": 1, "poids_outils": 1}
    result = at(
        "7", "7",
        societes=[
            {"reputation": 5, "garantie": 3, "conseil": 5, "outils": 3},
            {"reputation": 4, "garantie": 5, "conseil": 3, "outils": 4},
        ],
        **weights,
    )  # fmt: skip

    # (10 + 9 + 5 + 3) ÷ 7 = 3,857; (8 + 15 + 3 + 4) ÷ 7 = 4,286
    assert column(result, "grille", "note") == ["3.86", "4.29"]
    assert column(result, "grille", "rang") == ["2", "1"]


def test_a_score_left_out_weighs_nothing_and_equal_scores_share_a_rank() -> None:
    companies = [{"reputation": 4}, {"reputation": 4, "outils": 4}, {"outils": 0}]
    result = at("7", "7", "7", societes=companies)

    assert column(result, "grille", "note") == ["4.00", "4.00", "0.00"]
    assert column(result, "grille", "rang") == ["1", "1", "3"]


def test_the_fee_less_the_services_it_includes() -> None:
    result = at("7", "5", ca="8100", societes=[{"services": "300"}, {"services": "500"}])

    assert column(result, "grille", "cout_net") == ["267.00", "-95.00"]  # 567 − 300; 405 − 500


def test_a_company_has_its_own_rates() -> None:
    """6 000 of gross: 2,08 − 0,7 = 1,38 points of accidents are 82,80; 20 of health are 21,60."""
    result = compared(
        *[BRUT_6000] * 4, sans_formation_branche=True,
        societes=[{}, {"taux_atmp": "2.08"}, {"sante": "80"}, {"taille": "moins_de_11"}],
    )  # fmt: skip

    # Under 11: FNAL 0,1 % of T1 for 0,5 % of all (−25,995), no PEEC (−27), training 0,55 for 1
    # (−27), no forfait social (−6,406): 2 670,4005 − 86,401
    assert column(result, "comparaison", "employeur") == [
        "2670.40", "2753.20", "2692.00", "2584.00",
    ]  # fmt: skip


def test_the_branch_trains_small_companies_at_another_rate() -> None:
    """1,05 % of 6 000 under 11 employees, 0,60 % above."""
    result = compared(BRUT_6000, BRUT_6000, societes=[{"taille": "moins_de_11"}, {}])

    assert euros(
        result, "employeur_formation_conventionnelle_devis_1",
        "employeur_formation_conventionnelle_devis_2",
    ) == ["63", "36"]  # fmt: skip


def test_the_legal_lines_stand_side_by_side() -> None:
    """A row has a cell for each quote, in the order of a payslip; they add up to the total."""
    small = {"taille": "moins_de_11"}
    result = at("5", "10", societes=[small])

    table = next(t for t in result.tables if t.code == "employeur")
    keys = list(table.rows)
    assert keys.index("fnal") < keys.index("peec") < keys.index("formation")
    assert set(table.rows["peec"][1].lines) == {"devis_2"}
    exact = sum(
        line.value for key in keys for code, line in table.rows[key][1].lines.items()
        if code == "devis_2" and line.declaration.nature and key != "cotisations_employeur"
    )  # fmt: skip
    assert exact.quantize(Decimal("0.01")) == cells(result, 2)["employeur"]


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
        ({"statut": "assimile"}, "statut",
         "Un salarié porté est cadre ou non-cadre, jamais dirigeant assimilé salarié."),
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
    result = compared(quote, {"societe": "x" * 60, "taux_frais": "10"})

    assert said(result).startswith("« meilleur b Alpha /b » laisse le plus")
    rows = [label for _, label, _ in next(t for t in result.tables if t.code == "comparaison")]
    assert rows[1] == f"2. {'x' * 40}"


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
