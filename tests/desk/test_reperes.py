"""The reference cards on loyalty: words of a file, figures of the rates, two filters."""

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from sellerdesk.desk import reperes
from sellerdesk.desk.reperes_files import ReperesFile, fidelite
from sellerdesk.rates.errors import FixtureError
from sellerdesk.rates.fixtures import read_as
from tests.books import committed_book
from tests.desk.pages import body, text

ADDRESS = "/reperes/fidelite/"
ON = date(2026, 11, 22)
CARD = """
titre: essai
source: un article
calculateur: fidelite
fiches:
  - code: panier
    titre: Panier
    complexite: [faible, moyenne]
    ressources: [moyenne]
    demande: Des seuils.
    moyens: Une boutique.
    resultats:
      - {dit: "de {bas} à {haut}", bareme: repere_fidelite_panier}
    usages: Vendre.
    avantage: Plus.
"""


def shown(**query: str) -> reperes.Page:
    return reperes.page(committed_book(), ON, query)


def codes(**query: str) -> list[str]:
    return [card.code for card in shown(**query).cards]


def test_the_eight_cards_are_complete() -> None:
    assert codes() == [
        "retention", "donnees", "panier", "differenciation", "valeur", "analyse", "ambassadeurs",
        "experience",
    ]  # fmt: skip
    for card in shown().cards:
        assert all((card.complexity, card.resources, card.asks, card.means, card.uses, card.gain))
        assert card.results


def test_the_levels_of_the_articles_table() -> None:
    found = {card.code: (card.complexity, card.resources) for card in shown().cards}

    assert found == {
        "retention": ("Moyenne", "Moyenne à élevée"),
        "donnees": ("Élevée", "Élevée"),
        "panier": ("Faible à moyenne", "Moyenne"),
        "differenciation": ("Moyenne à élevée", "Moyenne"),
        "valeur": ("Élevée", "Élevée"),
        "analyse": ("Élevée", "Élevée"),
        "ambassadeurs": ("Faible à moyenne", "Faible à moyenne"),
        "experience": ("Élevée", "Élevée"),
    }


def test_the_figures_of_the_articles_table() -> None:
    said = {card.code: [text(claim.text) for claim in card.results] for card in shown().cards}

    assert said["retention"][0] == "Valeur à vie d’un client : de +25 % à +95 %"
    assert said["donnees"][0] == "Gain sur le budget marketing : de +300 % à +400 %"
    assert said["panier"] == ["Panier moyen : de +20 % à +30 %"]
    assert said["valeur"][1] == "Retour sur investissement : souvent en 18 à 36 mois"
    assert said["analyse"][0] == "Gain sur une campagne : de +30 % à +50 %"
    assert said["ambassadeurs"][0] == "Rétention des clients parrainés : de +25 % à +37 %"
    assert said["experience"] == [
        "Satisfaction : de +15 % à +25 %",
        "Ouverture des courriels : de +20 % à +30 %",
        "Visites qui achètent sur recommandation : de 5 % à 15 %",
    ]
    others = [text(claim.text) for claim in shown().others]
    assert others[0].endswith("de 5 à 25 fois le coût pour en garder un")
    assert "80 %" in others[1]
    assert "16 millions" in others[2]
    assert "40 %" in others[2]


def test_every_figure_is_marked_unsure_and_has_its_rate() -> None:
    claims = [claim for card in shown().cards for claim in card.results] + list(shown().others)

    for claim in claims:
        assert claim.unsure is bool(re.search(r"\d", claim.text))
    assert {claim.proof for claim in claims if claim.proof} == {
        f"repere_fidelite_{name}"
        for name in ("acquisition", "valeur", "marketing", "panier", "delai", "campagne",
                     "filleul", "satisfaction", "ouverture", "recommandation")
    }  # fmt: skip


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"complexite": "moyenne"}, ["retention", "panier", "ambassadeurs"]),
        ({"complexite": "faible"}, ["panier", "ambassadeurs"]),
        ({"ressources": "moyenne"}, ["panier", "differenciation", "ambassadeurs"]),
        ({"ressources": "faible"}, ["ambassadeurs"]),
        ({"complexite": "moyenne", "ressources": "moyenne"}, ["panier", "ambassadeurs"]),
    ],
)
def test_the_filters_help_to_choose(query: dict[str, str], expected: list[str]) -> None:
    assert codes(**query) == expected


def test_an_unknown_word_filters_nothing() -> None:
    assert len(codes(complexite="<b>", ressources="")) == 8
    assert not shown(complexite="<b>").is_filtered


def test_the_figures_follow_the_rates() -> None:
    other = committed_book().variant("essai", {"repere_fidelite_panier_haut": Decimal(33)})
    cards = reperes.page(other, ON, {"complexite": "faible"}).cards
    claim = cards[0].results[0]

    assert text(claim.text) == "Panier moyen : de +20 % à +33 %"


def test_a_figure_that_is_no_longer_published_is_left_out() -> None:
    book = committed_book()
    less = type(book).build(f for f in book.facts() if f.code != "repere_fidelite_delai_bas")
    cards = {card.code: card for card in reperes.page(less, ON, {}).cards}

    assert len(cards["valeur"].results) == 1


@pytest.mark.django_db
def test_the_page_shows_the_cards_and_keeps_the_choice(client: Client) -> None:
    markup = body(client.get(ADDRESS, {"complexite": "moyenne"}))

    assert markup.count("<article") == 3
    assert "3 fiches sur 8" in text(markup)
    assert '<option value="moyenne" selected>' in markup
    assert "selon l’article" in markup
    assert "Tout afficher" in markup
    assert "doubt" in markup
    assert 'href="/calculs/fidelite/"' in markup
    levels = [int(level) for level in re.findall(r"<h([1-6])", markup)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.django_db
def test_the_page_is_linked_from_the_calculator_and_from_every_page(client: Client) -> None:
    calculator, other = (body(client.get(f"/calculs/{slug}/")) for slug in ("fidelite", "paypal"))

    assert calculator.count(f'href="{ADDRESS}"') == 2  # under its title, at the foot
    assert other.count(f'href="{ADDRESS}"') == 1


@pytest.mark.django_db
def test_the_page_asks_for_the_stamp_alone(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(ADDRESS)
    with django_assert_num_queries(1):
        client.get(ADDRESS)


def read(tmp_path: Path, content: str) -> ReperesFile:
    path = tmp_path / "essai.yaml"
    path.write_text(content)
    return read_as(ReperesFile, path, path.name)


def test_a_file_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, CARD).fiches[0].code == "panier"
    assert len(fidelite().fiches) == 8


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("[faible, moyenne]", "[moyenne, faible]", "du plus faible au plus élevé"),
        ("[faible, moyenne]", "[difficile]", "l’un de ces mots attendu"),
        (", bareme: repere_fidelite_panier", "", "« bareme » absent"),
        ("de {bas} à {haut}", "de {bas}", "« {haut} » absent"),
        ("calculateur: fidelite", "calculateur: inconnu", "aucun calcul"),
        ("    usages: Vendre.\n", "", "champ absent"),
        ("    usages: Vendre.\n", "    usages: Vendre.\n    prix: 3\n", "champ inconnu"),
    ],
)
def test_a_wrong_file_is_refused_in_french(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    with pytest.raises(FixtureError, match=re.escape(said)):
        read(tmp_path, CARD.replace(before, after))


def test_a_card_said_twice_is_refused(tmp_path: Path) -> None:
    again = CARD[CARD.index("  - code") :]
    with pytest.raises(FixtureError, match="déjà employé"):
        read(tmp_path, CARD + again)
