"""What a loyalty programme brings and costs: each figure is worked out by hand beside it."""

from decimal import Decimal
from typing import Any

import pytest

from calculators.kit.presenter import present
from tests.catalogue.programmes import case, cells, programme
from tests.catalogue.runs import euros, remarks


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


def test_what_the_other_members_would_cost_is_told_and_can_be_counted() -> None:
    """320 of 800 buy as before; the figure asked for supposes that they earn nothing."""
    result = programme()

    # 320 × 38 × 4; × 5 % × 70 % × 60 % = 1 021,44
    assert euros(result, "membres_autres", "achats_autres", "cout_autres") == [
        "320", "48640.00", "1021.44",
    ]  # fmt: skip
    # (6 172,42 − 4 629,65) ÷ 4 629,65, against 71,07 %
    assert euros(result, "roi_tous_membres", "roi") == ["33.32", "71.07"]
    said = {note.code: note.text for note in present(result).notes}["autres_membres"]
    assert all(part in said for part in ("320 autres", "021,44", "33,32"))

    counted = programme(autres_recompenses="100")
    # 1 820,20608 + 1 021,44
    assert euros(counted, "recompenses", "roi", "cout_autres") == ["2841.65", "33.32", "0.00"]
    assert "autres_membres" not in remarks(counted)
    assert "autres_membres" not in remarks(programme(actifs="100"))
    # half of them: 24 320 × 2,1 % = 510,72 counted, as much left
    half = programme(autres_recompenses="50")
    assert euros(half, "recompenses", "cout_autres") == ["2330.93", "510.72"]


def test_the_other_members_of_segments() -> None:
    segments = [{"segment": "forte", "clients": 400, "panier": "62", "frequence": "7"}]
    result = programme(segments=segments)

    # 400 × 40 % × 40 % = 64 × 434; 1 600 × 16 % = 256 × 152
    assert euros(result, "membres_autres", "achats_autres") == ["320", "66688.00"]


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
    # what is owed adds up, year after year: 1, 2 and 5 times 1 300,14
    owed = [cells(result, "annees", year, "dus")[0] for year in ("1", "2", "5")]
    assert owed == ["1300.14", "2600.28", "6500.70"]
    assert cells(result, "annees", "5", "cumul") == ["17621.05"]  # 5 × 3 764,21 − 1 200
    # 3 × 6 172,42; 1 200 + 3 × 2 408,21; 10 092,63 ÷ 8 424,63
    assert euros(result, "cumul_gains", "cumul_couts", "cumul_net", "roi_horizon") == [
        "18517.26", "8424.63", "10092.63", "119.80",
    ]  # fmt: skip


def test_five_years_are_shown_and_what_a_first_year_supposes_is_said() -> None:
    view = present(programme(horizon="60"))
    table = next(table for table in view.tables if table.code == "annees")
    said = {note.code: note.text.replace("\u00a0", " ") for note in view.notes}

    assert [row[0] for row in table.rows][::4] == ["1re année (2026)", "5e année (2030)"]
    assert "6 500,70 € au bout de cinq ans" in said["points_dus"]
    assert "pour une année entière dès le premier jour" in said["pas_compte"]


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


def test_a_first_year_at_a_loss_is_not_said_of_the_whole_programme() -> None:
    """Outlay 6 000: 6 172,42 − 8 408,21 the first year; 3 × 3 764,21 − 6 000 over 36 months."""
    result = programme(frais_depart="6000")
    said = {note.code: note.text for note in present(result).notes}

    assert euros(result, "net_annee", "cumul_net") == ["-2235.79", "5292.63"]
    assert "Sur la marge, la première année perd de l’argent." in said["piege_ca"]
    assert "le programme perd" not in said["piege_ca"]


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


def test_the_break_even_is_explained_without_a_term_that_is_nothing() -> None:
    def explained(**given: Any) -> str:
        view = present(programme(**given))
        lines = {line.code: line.explanation for s in view.sections for line in s.lines}
        return lines["equilibre"].replace("\u00a0", " ").replace("\u202f", " ")

    assert "6 172,42" not in explained()
    assert "2 408,21 €" in explained()
    # on the usual purchases rewards follow no rise: 2 120,16 ÷ (72 960 × 45 %)
    assert "plus grand" not in explained(base_recompense="avant")
    assert euros(programme(base_recompense="avant"), "equilibre") == ["6.46"]
    # 100 kept × 152 × 45 %
    assert "6 840,00 €" in explained(clients_gardes="100")


@pytest.mark.parametrize("hausse", ["6.7738", "10.6077"])
def test_at_the_break_even_the_net_is_nothing(hausse: str) -> None:
    depart = "0" if hausse == "6.7738" else "1200"
    result = programme(hausse_panier=hausse, hausse_frequence="0", frais_depart=depart)
    net = result["net_annee"]

    assert net is not None
    assert abs(net) <= Decimal("0.04")  # 0,00005 points of 72 960 × 42,9 %
