"""What a client is worth, and what an article claims, by hand beside each figure."""

from decimal import Decimal

import pytest

from calculators.kit.presenter import present
from tests.catalogue.programmes import ENDS, cells, programme
from tests.catalogue.runs import euros, remarks


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


def test_a_formula_is_never_cut_at_the_end_of_a_line() -> None:
    for convention, formula in (("apres", "m × r ÷ (1 + d − r)"),
                                ("avec", "m × (1 + d) ÷ (1 + d − r)")):  # fmt: skip
        view = present(programme(retention="40", convention=convention))
        whole = formula.replace(" ", "\u00a0")
        note = next(note.text for note in view.notes if note.code == "convention_valeur")
        given = next(one.value for one in view.inputs if one.code == "convention")
        assert whole in note
        assert whole in given


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


def test_the_headline_gives_the_articles_range_and_says_it_is_unsure() -> None:
    result = programme()
    view = present(result)
    said = view.headline.replace("\u00a0", " ").replace("\u202f", " ")

    # 480 × 49,40 × 4,4 = 104 332,80; 31 372,80 × 45 % = 14 117,76; less 2 190,99 + 1 788
    assert euros(result, "net_article_bas", "net_article_haut") == ["6695.79", "10138.77"]
    assert "laisse 2 564,21 €" in said
    assert "(incertain, pas une prévision) : de 6 695,79 € à 10 138,77 €" in said
    told = {line.code: line.unsure for s in view.sections for line in s.lines}
    assert told["net_article_bas"]
    assert told["net_article_haut"]
    # at 2 % of margin the larger rise loses more: a euro costs 2,1 cents of rewards
    poor = programme(part_marge="2")
    assert (poor["net_article_bas"] or 0) < (poor["net_article_haut"] or 0)
    assert poor["net_article_bas"] == poor["scenarios_haut_net"]


def test_the_range_has_a_case_below_the_users_own() -> None:
    result = programme()

    # 72 960 × 1,04 × 1,05 = 79 672,32; 6 712,32 × 45 %; × 2,1 % + 1 788; −440,58 ÷ 3 461,12
    columns = ("hausse", "panier", "achats", "gains", "couts", "net", "retour", "delai")
    assert cells(result, "scenarios", "moitie", *columns) == [
        "4.00", "39.52", "79672.32", "3020.54", "3461.12", "-440.58", "-12.73", "19.0",
    ]  # fmt: skip
    said = present(result).headline.replace("\u00a0", " ").replace("\u202f", " ")
    assert "Avec des hausses moitié moindres : −440,58 €." in said
    # a segment's own rise is halved too: 480 × 152 × 1,05 × 1,05
    alone = programme(segments=[{"segment": "forte", "clients": 2000, "hausse_panier": "10"}])
    assert cells(alone, "scenarios", "moitie", "achats") == ["80438.40"]


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
    # 6 172,42 + 2 736; 3 608,21 + 480 + the rewards of what they buy: 6 080 × 2,1 % = 127,68
    assert euros(result, "gains", "couts") == ["8908.42", "4215.89"]


def test_a_reward_of_referral_without_any_referral_is_told() -> None:
    for name in ("recompense_parrain", "recompense_filleul"):
        notes = {n.code: n.field for n in present(programme(**{name: "5"})).notes}
        assert notes["parrainage_sans_nombre"] == "parrainages"
    assert "parrainage_sans_nombre" not in remarks(programme())
    assert "parrainage_sans_nombre" not in remarks(
        programme(recompense_parrain="5", parrainages="1")
    )


def test_every_cost_is_counted() -> None:
    result = programme(marketing="500", heures="3", cout_heure="25", surprise="2")

    # 3 × 25 × 12; 800 × 2
    assert euros(result, "cout_marketing", "temps", "surprises") == ["500.00", "900.00", "1600.00"]
    # 1 820,21 + 588 + 500 + 900 + 1 600
    assert euros(result, "couts_annuels") == ["5408.21"]


@pytest.mark.parametrize("base", ["apres", "avant"])
def test_whoever_is_kept_or_referred_earns_rewards_too(base: str) -> None:
    alone = programme(base_recompense=base)
    both = programme(base_recompense=base, clients_gardes="480", parrainages="100")

    # 480 × 152 = 72 960 and 100 × 152 = 15 200 more
    bought = [result["achats_recompenses"] or 0 for result in (alone, both)]
    assert bought[1] - bought[0] == 88160
    # 88 160 × 5 % × 30 %, still owed; × 5 % × 70 % × 60 %
    owed = (both["points_en_attente"] or 0) - (alone["points_en_attente"] or 0)
    assert owed == Decimal("1322.40")
    paid = (both["recompenses"] or 0) - (alone["recompenses"] or 0)
    assert paid == Decimal("1851.36")


def test_the_return_of_kept_clients_carries_their_rewards() -> None:
    result = programme(clients_gardes="480")

    # 6 172,42 + 72 960 × 45 %; (86 676,48 + 72 960) × 2,1 % = 3 352,37; + 588 + 1 200
    assert euros(result, "gains", "recompenses", "couts") == ["39004.42", "3352.37", "5140.37"]
    # 33 864,05 ÷ 5 140,37, where rewards left out would claim 980,99 %
    assert euros(result, "roi") == ["658.79"]


def test_more_clients_kept_than_there_are_is_refused() -> None:
    refused = programme(clients_gardes="2001").outcome

    assert (refused.code, refused.field) == ("trop_de_gardes", "clients_gardes")
    assert "plus de clients" in refused.sentence
    assert programme(clients_gardes="2000").outcome.applies


def test_referred_members_have_the_surprise_too() -> None:
    # (800 + 40) × 2 €
    assert euros(programme(surprise="2", parrainages="40"), "surprises") == ["1680.00"]


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


def test_what_is_said_of_the_figures_is_true_of_them() -> None:
    view = present(programme())
    found = {line.code: line for s in view.sections for line in s.lines}

    # a margin is not cashed in, and nobody reads 800 members to the millionth
    assert view.picture is not None
    said = view.picture.description.replace("\u00a0", " ").replace("\u202f", " ")
    assert said.startswith("Marge gagnée par an, 6 172,42 € : Récompenses 1 820,21 €, ")
    assert (found["membres"].amount, found["membres"].rounding) == ("800", "")
    assert [t.title for t in view.tables if t.code == "annees"] == ["Les cinq premières années"]
