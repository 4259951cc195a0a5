"""The page of departures from the official simulator: every one listed, both amounts computed."""

import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from calculators.kit.rates import RateBook
from sellerdesk.desk import ecarts
from sellerdesk.desk.ecarts_files import Ecart, Genre, files, read_files
from sellerdesk.rates.errors import FixtureError
from sellerdesk.rates.variants import variants
from tests.books import committed_book
from tests.desk.pages import body, text

EVERY = [(file.variante, one) for file in files() for one in file.ecarts]
ADDRESS = "/ecarts/"
FILE = """
variante: moteur-officiel
titre: un simulateur
ecarts:
  - code: formation
    genre: droit
    titre: La formation
    qui: Prestations
    loi: Le code en dit plus.
    reference: C. trav. L6331-48
    confiance: official
    moteur: Il en prend moins.
    exemple:
      calculateur: micro-entrepreneur
      entrees: {annee: 2026, ca_services: 60000}
      entrees_moteur: {lecture: moteur_officiel}
      ligne: cfp
"""


def example(code: str, book: RateBook | None = None) -> ecarts.ExampleView:
    """The example of a departure on a book."""
    every = (d for page in ecarts.pages(book or committed_book()) for s in page.sections
             for d in s.departures)  # fmt: skip
    found = next(d for d in every if d.code == code).example
    assert found
    return found


@pytest.mark.parametrize(("name", "one"), EVERY, ids=lambda v: getattr(v, "code", ""))
def test_both_amounts_of_an_example_are_computed_and_differ(name: str, one: Ecart) -> None:
    assert one.exemple
    law, other = ecarts.both(one.exemple, committed_book())
    ours, its = law.amounts, other.amounts
    line = one.exemple.ligne

    assert law.outcome.applies
    assert other.outcome.applies
    assert law.stamp.variant == ""
    assert other.stamp.variant == (one.exemple.variante or name * bool(one.exemple.entrees_moteur))
    if one.genre is Genre.INFORMATION:
        assert ours[line] == its[line]
    else:
        assert ours[line] is not None
        assert ours[line] != its.get(one.exemple.ligne_moteur or line)
    if one.exemple.ligne_moteur:
        assert its[one.exemple.ligne_moteur] is not None


def test_the_known_sizes() -> None:
    """Worked out by hand: 60 000 × (9,3 − 9,2 %), 60 000 × (0,2 − 0,1 %), 30 000 × 12,8 %."""
    known = {
        "acre-ventes": "−60,00 €",
        "formation-services": "−60,00 €",
        "acre-duree": "−3 840,00 €",
        "trimestres": "−1 trimestre",
        # 3 825,71 € of gross: 0,0459 of reduction by the law, 0,0496 there
        "reduction-generale": "−14,15 €",
        "net-imposable": "+60,08 €",  # 1,5 % of the ceiling, 4 005
        "assiette-independants": "−120,00 €",  # 9 331 on the base of before, 9 451
        "repartition": "0,00 €",
    }
    assert {code: text(example(code).difference) for code in known} == known
    assert text(example("acre-ventes").given) == (
        "Année : 2026 · Ventes de marchandises : 60 000,00 € · "
        "Début de l’activité : 01/07/2026 · J’ai l’Acre : oui"
    )


def test_what_a_side_does_not_compute_is_said() -> None:
    vat = example("tva")

    assert (vat.other.amount, vat.difference) == ("non calculé", "")


def test_the_amounts_follow_the_book() -> None:
    other = committed_book().variant("essai", {"cfp_service_commercial": Decimal("0.7")})
    before, after = example("formation-services"), example("formation-services", other)

    assert (text(before.law.amount), text(after.law.amount)) == ("120,00 €", "420,00 €")
    assert before.other.amount == after.other.amount
    assert ecarts.pages(other) is ecarts.pages(other)


def test_no_size_is_written_in_the_files() -> None:
    """An amount in a text would not follow the rates; the law's own ceilings are its words."""
    allowed = {"5 000 €", "61 €"}
    for _, one in EVERY:
        words = " ".join((one.titre, one.qui, one.loi, one.moteur))
        assert set(re.findall(r"\d[\d ]*(?:,\d+)? €", words)) <= allowed, one.code


@pytest.mark.django_db
def test_every_departure_is_listed_with_its_proof(client: Client) -> None:
    markup = body(client.get(ADDRESS))
    page = text(markup)

    assert markup.count("<h1") == 1
    for _, one in EVERY:
        assert f'<article class="gap" id="{one.code}" aria-labelledby="titre-{one.code}"' in markup
        assert f'href="#{one.code}"' in markup
        assert text(one.titre) in page
        assert text(one.reference) in page
        assert text(one.moteur) in page
    assert "trust--unsure" in markup
    assert "variante moteur-officiel" in page
    ids = re.findall(r'\bid="([^"]+)"', markup)
    assert len(ids) == len(set(ids))
    levels = [int(level) for level in re.findall(r"<h([1-6])", markup)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.django_db
def test_the_amounts_of_the_page_are_the_computed_ones(client: Client) -> None:
    page = text(body(client.get(ADDRESS)))

    for _, one in EVERY:
        shown = example(one.code)
        assert text(shown.law.amount) in page
        assert text(shown.other.amount) in page


@pytest.mark.django_db
def test_the_page_asks_for_the_stamp_alone(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(ADDRESS)
    with django_assert_num_queries(1):
        client.get(ADDRESS)


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["formation-services", "acre-ventes", "veuf"])
def test_the_links_of_an_example_give_its_amounts_again(client: Client, code: str) -> None:
    shown = example(code)
    for side in (shown.law, shown.other):
        assert text(side.amount) in text(body(client.get(side.url)))


@pytest.mark.django_db
def test_the_general_reduction_of_the_same_gross(client: Client) -> None:
    """Same net, same gross: the coefficient differs by the minimum wage alone."""
    one = next(one for _, one in EVERY if one.code == "reduction-generale")
    assert one.exemple
    law, other = (result.amounts for result in ecarts.both(one.exemple, committed_book()))

    assert law["brut"] == other["brut"] == Decimal("3825.71")
    assert law["coefficient_reduction"] == Decimal("0.0459")
    assert other["coefficient_reduction"] == Decimal("0.0496")
    markup = body(client.get(ADDRESS))
    article = markup[markup.index('id="reduction-generale"') :].split("</article>")[0]
    assert "Comme le simulateur" not in article  # no input asks for its rates


@pytest.mark.django_db
def test_other_pages_lead_to_it(client: Client) -> None:
    link = f'href="{ADDRESS}"'
    simulator = example("formation-services").other.url
    plain = body(client.get(example("formation-services").law.url))
    departing = body(client.get(simulator))

    assert plain.count(link) == 1  # the footer
    assert departing.count(link) == 2
    assert "Lecture du simulateur officiel" in departing
    assert body(client.get("/baremes/")).count(link) == 2


@pytest.mark.parametrize("name", variants())
def test_a_variant_is_explained(name: str) -> None:
    assert ecarts.explained(name)
    assert not ecarts.explained("")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("genre: droit", "genre: autre", "écart « formation », champ « genre » : droit, perimetre"),
        ("titre: La formation", "note: x", "écart « formation », champ « titre » : champ absent"),
        ("confiance: official", "", "« confiance » absente"),
        ("confiance: official", "confiance: sûr", "champ « confiance » : officiel, concordant"),
        ("calculateur: micro-entrepreneur", "calculateur: x", "aucun calcul ne s’appelle « x »"),
        ("ca_services: 60000", "ca_services: abc", "entrée « ca_services » refusée : Écrivez"),
        ("lecture: moteur_officiel", "lecture: x", "entrée « lecture » refusée : Choisissez"),
        ("variante: moteur-officiel", "variante: x", "aucune variante ne s’appelle « x »"),
        ("ligne: cfp", "ligne: cfp\n      variante: x", "aucune variante ne s’appelle « x »"),
        ("ligne: cfp", "", "champ « exemple.ligne » : champ absent"),
    ],
)
def test_a_bad_file_is_said_in_french(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    (tmp_path / "essai.yaml").write_text(FILE.replace(old, new), encoding="utf-8")

    with pytest.raises(FixtureError) as refused:
        read_files(tmp_path)
    assert str(refused.value).startswith("essai.yaml : ")
    assert sentence in str(refused.value)


def test_a_departure_is_listed_once(tmp_path: Path) -> None:
    content = yaml.safe_load(FILE)
    (tmp_path / "a.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    assert len(read_files(tmp_path)) == 1
    (tmp_path / "b.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(FixtureError, match="même variante"):
        read_files(tmp_path)
    content["ecarts"] *= 2
    (tmp_path / "a.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(FixtureError, match="code déjà employé"):
        read_files(tmp_path)


@pytest.mark.django_db
def test_without_any_rate_the_page_still_answers() -> None:
    page = ecarts.pages(RateBook.build(()))[0]

    assert {d.example.law.amount for s in page.sections for d in s.departures if d.example} == {
        "non calculé"
    }
