"""A loyalty programme: each figure is worked out by hand beside it."""

from decimal import Decimal
from typing import Any

import pytest

from calculators.catalogue import calculators
from calculators.kit.calculator import Result
from calculators.kit.charts.curves import curve
from calculators.kit.charts.shapes import CurveShape
from calculators.kit.charts.specs import Curve
from calculators.kit.presenter import present
from sellerdesk.desk.reading import validated
from tests.books import committed_book
from tests.catalogue.runs import euros, remarks, run

# 2 000 clients, 40 % join, 60 % are active: 480; basket 38 → +8 %, 4 purchases → +10 %.
PROGRAMME = {
    "annee": 2026, "clients": "2000", "panier": "38", "frequence": "4", "part_marge": "45",
    "adhesion": "40", "actifs": "60", "hausse_panier": "8", "hausse_frequence": "10",
    "taux_recompense": "5", "utilisation": "70", "part_cout": "60", "frais_depart": "1200",
    "frais_mensuels": "49",
}  # fmt: skip
# One client who buys 100 € once: the fields a case does not name are neutral.
NEUTRAL = {
    "annee": 2026, "clients": "1", "panier": "100", "frequence": "1", "part_marge": "100",
    "adhesion": "100", "actifs": "100", "hausse_panier": "0", "hausse_frequence": "0",
    "taux_recompense": "0",
}  # fmt: skip


def programme(**given: Any) -> Result:
    return run("fidelite", **(PROGRAMME | given))


def case(**given: Any) -> Result:
    """A published case, entered in the form itself."""
    return run("fidelite", **(NEUTRAL | given))


def cells(result: Result, table: str, row: str, *columns: str) -> list[str]:
    return euros(result, *(f"{table}_{row}_{column}" for column in columns))


ENDS = ("bas", "milieu", "haut")


def test_the_members_and_what_they_buy_more() -> None:
    result = programme()

    # 2 000 × 40 %; × 60 %
    assert euros(result, "membres", "membres_actifs") == ["800", "480"]
    # 480 × 38 × 4; 480 × 41,04 × 4,4; the difference
    assert euros(result, "achats_avant", "achats_apres", "ca_supplementaire") == [
        "72960.00", "86676.48", "13716.48",
    ]  # fmt: skip
    # 13 716,48 × 45 % = 6 172,416
    assert euros(result, "marge_supplementaire", "gains") == ["6172.42", "6172.42"]
    # 1,08 × 1,10 − 1
    assert euros(result, "hausse_depense") == ["18.80"]


def test_rewards_are_counted_at_what_they_cost() -> None:
    result = programme()

    # 86 676,48 × 5 % = 4 333,824; × 70 % = 3 033,6768; × 60 % = 1 820,20608
    assert euros(result, "points_donnes", "points_utilises", "recompenses") == [
        "4333.82", "3033.68", "1820.21",
    ]  # fmt: skip
    # 4 333,82 − 3 033,68; × 60 %
    assert euros(result, "points_en_attente", "cout_en_attente") == ["1300.14", "780.08"]
    # (6 172,42 − 4 388,29) ÷ 4 388,29
    assert euros(result, "roi_tout_utilise") == ["40.66"]
    assert "points_dus" in remarks(result)
    assert "points_dus" not in remarks(programme(utilisation="100"))


def test_the_return_of_each_year_on_the_margin() -> None:
    result = programme()

    # 1 820,21 + 12 × 49 = 2 408,21; + 1 200
    assert euros(result, "couts_annuels", "couts", "net_annee") == [
        "2408.21", "3608.21", "2564.21",
    ]  # fmt: skip
    # 2 564,21 ÷ 3 608,21; 3 764,21 ÷ 2 408,21
    assert euros(result, "roi", "roi_suivant") == ["71.07", "156.31"]
    columns = ("gains", "couts", "net", "cumul", "retour")
    assert cells(result, "annees", "1", *columns) == [
        "6172.42", "3608.21", "2564.21", "2564.21", "71.07",
    ]  # fmt: skip
    assert cells(result, "annees", "2", *columns) == [
        "6172.42", "2408.21", "3764.21", "6328.42", "156.31",
    ]  # fmt: skip
    assert cells(result, "annees", "3", "cumul") == ["10092.63"]
    # 3 × 6 172,42; 1 200 + 3 × 2 408,21; 10 092,63 ÷ 8 424,63
    assert euros(result, "cumul_gains", "cumul_couts", "cumul_net", "roi_horizon") == [
        "18517.26", "8424.63", "10092.63", "119.80",
    ]  # fmt: skip


def test_what_a_calculation_on_turnover_would_claim() -> None:
    result = programme()

    # (13 716,48 − 3 608,21) ÷ 3 608,21; 13 716,48 ÷ 3 608,21
    assert euros(result, "roi_ca", "rapport_ca") == ["280.15", "380.15"]
    assert "base_marge" in remarks(result)
    # at 20 % of margin: 2 743,30 − 3 608,21 < 0 where turnover still claims 280,15 %
    poor = programme(part_marge="20")
    assert euros(poor, "net_annee", "roi_ca") == ["-864.91", "280.15"]
    assert {"piege_ca", "perte_premiere_annee"} <= remarks(poor)
    assert "base_marge" not in remarks(poor)


def test_the_payback_beside_the_articles() -> None:
    result = programme()

    # (6 172,42 − 2 408,21) ÷ 12 = 313,684; 1 200 ÷ 313,68 = 3,8255
    assert euros(result, "net_mensuel", "delai_retour") == ["313.68", "3.8"]
    assert "plus_rapide" in remarks(result)
    # 313,68 × 18 = 5 646,24; × 36 = 11 292,48: the ends belong to the range
    said = {"plus_rapide", "dans_le_repere", "plus_lent"}
    for depart, expected in (
        ("5600", "plus_rapide"), ("5646.24", "dans_le_repere"), ("11292.48", "dans_le_repere"),
        ("11500", "plus_lent"),
    ):  # fmt: skip
        assert said & remarks(programme(frais_depart=depart)) == {expected}
    assert not said & remarks(programme(frais_depart="0"))


@pytest.mark.parametrize("given", [{"frais_mensuels": "400"}, {"hausse_panier": "0",
                         "hausse_frequence": "0"}, {"part_marge": "0"}, {"clients": "0"},
                         {"adhesion": "0"}, {"actifs": "0"}])  # fmt: skip
def test_a_programme_that_never_pays_back_says_so(given: dict[str, Any]) -> None:
    result = programme(**given)
    shown = {line.label: line.amount for s in present(result).sections for line in s.lines}

    assert result["delai_retour"] is None
    assert shown["Mois pour rembourser la mise de départ"] == "jamais"
    assert "jamais_rembourse" in remarks(result)
    assert not {"plus_rapide", "dans_le_repere", "plus_lent"} & remarks(result)


def test_nothing_left_each_month_is_never_too() -> None:
    """Margin 10 and costs 10: 0 a month."""
    even = case(hausse_panier="10", marketing="10", frais_depart="50")

    assert euros(even, "net_mensuel", "delai_retour") == ["0.00", "-"]
    assert "jamais_rembourse" in remarks(even)


def test_the_rise_from_which_a_year_pays() -> None:
    result = programme()

    # a euro more leaves 45 % − 2,1 % = 42,9 %; rewards on the usual 72 960 cost 1 532,16
    # (1 532,16 + 588) ÷ (72 960 × 42,9 %) = 6,7738 %; with 1 200 more: 10,6077 %
    assert euros(result, "equilibre", "equilibre_depart") == ["6.77", "10.61"]
    # nothing pays when a euro more costs more than it leaves
    assert euros(programme(part_marge="2"), "equilibre") == ["-"]
    # clients kept already pay: 100 × 152 × 45 % = 6 840
    assert euros(programme(clients_gardes="100"), "equilibre") == ["0.00"]


@pytest.mark.parametrize("hausse", ["6.7738", "10.6077"])
def test_at_the_break_even_the_net_is_nothing(hausse: str) -> None:
    depart = "0" if hausse == "6.7738" else "1200"
    result = programme(hausse_panier=hausse, hausse_frequence="0", frais_depart=depart)
    net = result["net_annee"]

    assert net is not None
    assert abs(net) <= Decimal("0.04")  # 0,00005 points of 72 960 × 42,9 %


def test_the_value_of_a_client_before_and_after() -> None:
    result = programme(cac="15")

    # 38 × 4 × 45 % = 68,40; × 3; − 15
    assert cells(result, "valeurs", "avant", "annuelle", "simple", "nette") == [
        "68.40", "205.20", "190.20",
    ]  # fmt: skip
    # 41,04 × 4,4 = 180,576; × 45 % = 81,2592 less 180,576 × 5 % × 70 % × 60 % = 3,7921
    assert cells(result, "valeurs", "apres", "annuelle", "simple", "nette") == [
        "77.47", "232.40", "217.40",
    ]  # fmt: skip
    assert euros(result, "gain_valeur") == ["27.20"]
    # 205,20 × 1,25; × 1,60; × 1,95
    assert [cells(result, "valeurs", end, "simple") for end in ENDS] == [
        ["256.50"], ["328.32"], ["400.14"],
    ]  # fmt: skip
    assert "valeurs_avant_nette" not in programme().amounts


def test_the_value_by_retention_under_both_conventions() -> None:
    given = {"retention": "40", "retention_membres": "50", "taux_actualisation": "10"}
    after, whole = programme(**given), programme(**given, convention="avec")

    # 68,40 × 0,4 ÷ 0,7 = 39,0857; 68,40 × 1,1 ÷ 0,7 = 107,4857: one first margin more
    assert cells(after, "valeurs", "avant", "retention") == ["39.09"]
    assert cells(whole, "valeurs", "avant", "retention") == ["107.49"]
    # 77,467104 × 0,5 ÷ 0,6; × 1,1 ÷ 0,6
    assert cells(after, "valeurs", "apres", "retention") == ["64.56"]
    assert cells(whole, "valeurs", "apres", "retention") == ["142.02"]
    # 1 ÷ 0,6
    assert euros(after, "annees_supposees") == ["1.7"]
    # without a rate of their own, the members' is the others': 77,467104 × 0,4 ÷ 0,7
    assert cells(programme(retention="40"), "valeurs", "apres", "retention") == ["44.27"]


def test_retention_at_its_ends() -> None:
    none = programme(retention="0")
    assert cells(none, "valeurs", "avant", "retention") == ["0.00"]
    # counting the first year, it is all there is
    assert cells(programme(retention="0", convention="avec"), "valeurs", "avant", "retention") == [
        "68.40"
    ]
    # all stay, 10 % a year: 68,40 ÷ 0,1
    kept = programme(retention="100")
    assert cells(kept, "valeurs", "avant", "retention") == ["684.00"]
    assert "valeur_sans_limite" not in remarks(kept)


@pytest.mark.parametrize("convention", ["apres", "avec"])
@pytest.mark.parametrize("given", [{"retention": "100"}, {"retention": "40",
                         "retention_membres": "100"}], ids=["all", "members"])  # fmt: skip
def test_a_value_without_limit_is_said(convention: str, given: dict[str, str]) -> None:
    result = programme(**given, taux_actualisation="0", convention=convention)
    view = present(result)
    shown = [row for table in view.tables if table.code == "valeurs" for row in table.rows]

    assert "valeur_sans_limite" in remarks(result)
    assert shown[1][-1] == "sans limite"
    sentence = next(note.text for note in view.notes if note.code == "valeur_sans_limite")
    assert "n’a pas de limite" in sentence


def test_a_long_life_is_said() -> None:
    # 1 ÷ 0,05 = 20; 1 ÷ 0,04 = 25
    assert "retention_longue" not in remarks(programme(retention="95"))
    assert "retention_longue" in remarks(programme(retention="96"))


def test_the_articles_claims_beside_the_users_own() -> None:
    result = programme()

    columns = ("hausse", "panier", "achats", "gains", "couts", "net", "retour", "delai")
    assert cells(result, "scenarios", "vous", *columns) == [
        "8.00", "41.04", "86676.48", "6172.42", "3608.21", "2564.21", "71.07", "3.8",
    ]  # fmt: skip
    # 38 × 1,2, 1,25, 1,3: the user's 10 % of purchases stays
    assert [cells(result, "scenarios", end, "panier") for end in ENDS] == [
        ["45.60"], ["47.50"], ["49.40"],
    ]  # fmt: skip
    # 480 × 45,60 × 4,4 = 96 307,20; 23 347,20 × 45 %; 96 307,20 × 2,1 % + 1 788; ÷ 3 810,45
    # 1 200 ÷ ((6 695,79 + 1 200) ÷ 12) = 1,82
    assert cells(result, "scenarios", "bas", *columns) == [
        "20.00", "45.60", "96307.20", "10506.24", "3810.45", "6695.79", "175.72", "1.8",
    ]  # fmt: skip
    # the headline is the user's own, never the article's
    assert result.calculator.headline.line == "net_annee"
    assert result["net_annee"] == result["scenarios_vous_net"]


def test_a_scenario_like_the_users_own_is_the_same() -> None:
    given = {"hausse_panier": "20", "actions": [{"action": "avis", "nombre": 100, "points": "50",
             "valeur": "0.01"}], "clients_gardes": "10"}  # fmt: skip
    for base in ("apres", "avant"):
        result = programme(**given, base_recompense=base)
        for column in ("panier", "achats", "gains", "couts", "net", "retour", "delai"):
            assert result[f"scenarios_vous_{column}"] == result[f"scenarios_bas_{column}"]


def test_the_articles_figures_are_marked_unsure() -> None:
    view = present(programme(retention="40", budget_campagne="1000", visites="10000"))
    found = {rate.confidence for rate in view.rates if rate.code.startswith("repere_fidelite")}

    assert found == {"unsure"}
    assert all(rate.source for rate in view.rates)
    told = {line.code: line.unsure for table in view.tables for line in table.explained}
    assert told["reperes_panier_bas"]
    assert told["scenarios_bas_hausse"]
    assert told["valeurs_bas_simple"]
    assert not told["valeurs_avant_simple"]
    assert not view.unsure


def test_the_other_claims_of_the_article() -> None:
    result = programme(
        cout_retention="4", cac="15", budget_campagne="1000", visites="10000", retention="40"
    )

    expected = {
        "panier": ["45.60", "47.50", "49.40"],  # 38 × 1,2 and 1,3
        "acquisition": ["20.00", "60.00", "100.00"],  # 4 × 5 and 25
        "marketing": ["3000.00", "3500.00", "4000.00"],  # 1 000 × 300 and 400 %
        "rendu": ["4000.00", "4500.00", "5000.00"],  # the budget on top of the gain
        "campagne": ["300.00", "400.00", "500.00"],  # 1 000 × 30 and 50 %
        "recommandation": ["19000.00", "38000.00", "57000.00"],  # 10 000 × 5 and 15 % × 38
    }
    assert {row: cells(result, "reperes", row, *ENDS) for row in expected} == expected
    # 40 % × 1,25 and × 1,37
    assert euros(result, "filleul_bas", "filleul_haut") == ["50.00", "54.80"]
    # 15 ÷ 4
    assert euros(result, "rapport_acquisition") == ["3.75"]
    # without a cost of one's own, that of the programme: 5 and 25 × 2 408,21 ÷ 480
    assert cells(programme(), "reperes", "acquisition", "bas", "haut") == ["25.09", "125.43"]
    assert euros(programme(cac="15"), "cout_par_membre", "rapport_acquisition") == ["5.02", "2.99"]


def test_a_referred_client_stays_at_most_always() -> None:
    assert euros(programme(retention="90"), "filleul_bas", "filleul_haut") == ["100.00", "100.00"]


def test_referral_with_both_rewards() -> None:
    given = {"parrainages": "40", "recompense_parrain": "5", "recompense_filleul": "7"}
    result = programme(**given, cac="15")

    assert euros(result, "cout_nouveau_client", "cout_parrainage") == ["12.00", "480.00"]
    # 40 × 38 × 4 = 6 080; × 45 %
    assert euros(result, "ca_parraines", "marge_parraines") == ["6080.00", "2736.00"]
    assert euros(result, "ecart_acquisition") == ["3.00"]
    # 6 172,42 + 2 736; 3 608,21 + 480
    assert euros(result, "gains", "couts") == ["8908.42", "4088.21"]


def test_every_cost_is_counted() -> None:
    result = programme(marketing="500", heures="3", cout_heure="25", surprise="2")

    # 3 × 25 × 12; 800 × 2
    assert euros(result, "cout_marketing", "temps", "surprises") == ["500.00", "900.00", "1600.00"]
    # 1 820,21 + 588 + 500 + 900 + 1 600
    assert euros(result, "couts_annuels") == ["5408.21"]


def test_surprises_that_some_use() -> None:
    # 2 000 members × 2 € × 30 %
    result = programme(adhesion="100", surprise="2", surprise_utilisee="30")
    assert euros(result, "surprises") == ["1200.00"]


def test_rewarded_actions_have_their_own_points_and_value() -> None:
    actions = [
        {"action": "avis", "nombre": 150, "points": "50", "valeur": "0.01"},
        {"action": "categorie", "nombre": 20, "points": "100", "valeur": "0.02"},
    ]
    result = programme(actions=actions)

    # 150 × 50 × 0,01 = 75; 20 × 100 × 0,02 = 40
    assert euros(result, "points_actions", "points_donnes") == ["115.00", "4448.82"]
    # (4 333,824 + 115) × 70 %; × 60 %
    assert euros(result, "points_utilises", "recompenses") == ["3114.18", "1868.51"]


def test_what_a_member_would_lose_by_leaving() -> None:
    # 1 200 × 0,01
    assert euros(programme(points_membre="1200"), "perte_membre") == ["12.00"]
    assert euros(programme(points_membre="1200", avantage_statut="20"), "perte_membre") == ["32.00"]


# The published cases, entered in the form.


DATACANDY = {
    "clients": "10000", "panier": "100", "frequence": "1", "adhesion": "25",
    "hausse_frequence": "25", "taux_recompense": "5", "utilisation": "70",
    "base_recompense": "avant", "frais_depart": "99.666667", "frais_mensuels": "100",
    "marketing": "500",
}  # fmt: skip


def test_datacandy() -> None:
    """1 M€: 25 % of it × 25 % of visits; 250 000 × 5 % × 70 % + 299 ÷ 3 + 1 200 + 500."""
    shown = case(**DATACANDY)
    margin = case(**DATACANDY, part_marge="40")

    assert euros(shown, "ca_gagne", "couts") == ["62500.00", "10549.67"]
    # 62 500 ÷ 10 549,67: printed 592 % there; less the costs, 492 %
    assert euros(margin, "rapport_ca", "roi_ca") == ["592.44", "492.44"]
    # 25 000 − 10 549,67; ÷ 10 549,67
    assert euros(margin, "net_annee", "roi") == ["14450.33", "136.97"]


def test_guestavo() -> None:
    """57 600 € a month × 8 % = 4 608; × 68 %; less 1 080 of rewards and 149."""
    result = case(
        clients="1000", panier="57.60", frequence="12", part_marge="68", hausse_frequence="8",
        taux_recompense="1.875", base_recompense="avant", frais_mensuels="149",
    )  # fmt: skip

    assert euros(result, "ca_supplementaire") == ["55296.00"]  # 12 × 4 608
    assert euros(result, "recompenses", "outil") == ["12960.00", "1788.00"]
    # 3 133,44 − 1 229; 8 % × 1 229 ÷ 3 133,44
    assert euros(result, "net_mensuel", "equilibre") == ["1904.44", "3.14"]


def test_amw() -> None:
    """600 000 × 20 % + 60 clients kept × 360 − 72 000."""
    result = case(
        clients="1000", panier="50", frequence="12", hausse_panier="20", clients_gardes="60",
        depense_garde="360", marketing="72000",
    )  # fmt: skip

    assert euros(result, "ca_supplementaire", "ca_gardes") == ["120000.00", "21600.00"]
    assert euros(result, "net_annee", "roi") == ["69600.00", "96.67"]


def test_exchange() -> None:
    # (30 − 10) ÷ 10
    assert euros(case(hausse_panier="30", marketing="10"), "net_annee", "roi") == [
        "20.00", "200.00",
    ]  # fmt: skip


# Segments.


SEGMENTS = [
    {"segment": "forte", "clients": 400, "panier": "62", "frequence": "7"},
    {"segment": "moyenne", "clients": 900, "hausse_panier": "5"},
]


def test_segments_add_up_to_the_whole() -> None:
    result = programme(segments=SEGMENTS)

    # 400 × 24 % = 96; 96 × 62 × 7; × 1,188
    assert cells(result, "publics", "forte", "actifs", "avant", "apres", "hausse", "marge") == [
        "96", "41664.00", "49496.83", "7832.83", "3524.77",
    ]  # fmt: skip
    # 216 × 152; × 1,05 × 1,10
    assert cells(result, "publics", "moyenne", "actifs", "avant", "apres") == [
        "216", "32832.00", "37920.96",
    ]  # fmt: skip
    # the 700 others are as in the rest of the form: 168 × 152; × 1,188
    assert cells(result, "publics", "autres", "clients", "avant", "apres") == [
        "700", "25536.00", "30336.77",
    ]  # fmt: skip
    assert euros(result, "membres_actifs", "achats_avant", "achats_apres") == [
        "480", "100032.00", "117754.56",
    ]  # fmt: skip
    # 3 524,77 + 2 290,03 + 2 160,35
    assert euros(result, "marge_supplementaire") == ["7975.15"]
    # of the article's rises, each segment takes the same: (41 664 + 32 832 + 25 536) × 1,32
    assert cells(result, "scenarios", "bas", "achats") == ["132042.24"]


def test_a_segment_of_everyone_is_the_whole() -> None:
    result = programme(segments=[{"segment": "forte", "clients": 2000}])

    for code in ("membres", "membres_actifs", "achats_apres", "gains", "couts", "roi"):
        assert result[code] == programme()[code]
    assert cells(result, "publics", "autres", "clients", "apres") == ["0", "0.00"]


def test_segments_larger_than_the_whole_are_refused() -> None:
    outcome = programme(segments=[{"segment": "forte", "clients": 2001}]).outcome

    assert outcome.code == "segments_trop_grands"
    assert outcome.field == "segments"


def crossings(result: Result) -> list[str]:
    spec = next(c for c in result.calculator.charts if isinstance(c, Curve))
    drawn = curve(spec, result)
    assert drawn is not None
    assert isinstance(drawn.shape, CurveShape)
    return [crossing.text.replace("\u00a0", " ") for crossing in drawn.shape.crossings]


def test_the_curves_cross_at_the_payback() -> None:
    # 1 200 ÷ 313,6842 = 3,8255
    assert crossings(programme()) == ["3,83 mois"]
    assert crossings(programme(frais_mensuels="400")) == []
    # 11 500 ÷ 313,6842 = 36,66: beyond the axis unless it is longer
    assert crossings(programme(frais_depart="11500")) == []
    assert crossings(programme(frais_depart="11500", horizon="60"))[0].startswith("36,6")


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"adhesion": "100.01"}, "adhesion", "d’au plus 100"),
        ({"hausse_panier": "-1"}, "hausse_panier", "d’au moins 0"),
        ({"part_marge": "abc"}, "part_marge", "Écrivez un nombre"),
        ({"horizon": "0"}, "horizon", "d’au moins 1"),
        ({"clients": "1.5"}, "clients", "nombre entier"),
        ({"annee": 1999}, "annee", "d’au moins"),
        ({"heures": "3"}, "cout_heure", "coût d’une heure"),
        (
            {"segments": [{"segment": "forte", "clients": 1}, {"segment": "forte", "clients": 1}]},
            "segments_2_segment", "une ligne par segment",
        ),
        ({"segments": [{"segment": "forte", "panier": "3"}]}, "segments_1_clients", "obligatoire"),
    ],
)  # fmt: skip
def test_bad_input_is_told_at_its_field(given: dict[str, Any], field: str, said: str) -> None:
    inputs, wrong = validated(calculators()["fidelite"].inputs, PROGRAMME | given)

    assert inputs is None
    assert [name for name, _ in wrong] == [field]
    assert said in wrong[0][1].replace("\u00a0", " ")


def test_a_book_without_the_articles_claims_is_an_outcome() -> None:
    book = committed_book()
    empty = type(book).build(f for f in book.facts() if f.code != "repere_fidelite_panier_bas")
    calculator = calculators()["fidelite"]
    inputs = calculator.inputs.model_validate(PROGRAMME)

    assert calculator.calculate(inputs=inputs, rates=empty).outcome.code == "taux_manquant"
