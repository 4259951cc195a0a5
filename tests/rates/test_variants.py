"""Named variants: their files, their stamp, and that none of their values enters the book."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from calculators.catalogue import calculators
from calculators.kit.rates import Confidence
from sellerdesk.rates import selectors, variants
from sellerdesk.rates.errors import FixtureError, UnknownStampError, UnknownVariantError
from tests.books import committed_book
from tests.rates import make

CODE = "cfp_service_commercial"
DAY = date(2026, 6, 1)
FILE = """
variante: essai
titre: Une autre administration
reference: version 2
le: 2026-06-01
valeurs:
  cotisations: "9.2"
"""


@pytest.fixture
def essai(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of variants of our own."""
    (tmp_path / "essai.yaml").write_text(FILE, encoding="utf-8")
    known = variants.read_variants(tmp_path)
    monkeypatch.setattr(variants, "variants", lambda: known)
    return tmp_path / "essai.yaml"


@pytest.mark.parametrize("name", variants.variants())
def test_a_committed_variant_replaces_rates_that_are_in_force(name: str) -> None:
    book, file = committed_book(), variants.variants()[name]
    made = variants.variant(book, name)

    for code, value in file.valeurs.items():
        assert file.le is not None
        assert made.at(code, file.le).value == value
        assert book.at(code, file.le).value != value


def test_a_variant_is_made_once_for_a_book_and_leaves_it_as_it_was() -> None:
    book = committed_book()
    before = book.facts()
    made = variants.variant(book, "moteur-officiel")

    assert variants.variant(book, "moteur-officiel") is made
    assert made.stamp.variant == "moteur-officiel"
    assert made.stamp.digest != book.stamp.digest
    assert book.facts() == before


def test_a_value_of_a_variant_has_the_proof_of_the_variant() -> None:
    law = committed_book().at(CODE, DAY)
    other = variants.variant(committed_book(), "moteur-officiel").at(CODE, DAY)

    assert (law.confidence, law.value) == (Confidence.OFFICIAL, Decimal("0.2"))
    assert (other.confidence, other.value) == (Confidence.SINGLE, Decimal("0.1"))
    assert other.source_title == "Simulateur officiel de l’Urssaf"
    assert other.reference == "modele-social 11.1.0"
    assert "travail" not in f"{other.source_title}{other.reference}{other.note}"


def test_an_unknown_variant_is_named_beside_those_there_are() -> None:
    with pytest.raises(UnknownVariantError, match=r"« autre ».*moteur-officiel"):
        variants.variant(committed_book(), "autre")


@pytest.mark.parametrize("slug", calculators())
def test_a_calculator_asks_for_variants_that_exist(slug: str) -> None:
    found = calculators()[slug]
    plain = found.inputs.model_validate(found.example)

    assert found.variant(plain) in ("", *variants.variants())


@pytest.mark.django_db
@pytest.mark.usefixtures("essai")
def test_a_printed_stamp_of_a_variant_is_found_again() -> None:
    make.published(make.table(), date(2020, 1, 1), "12.3")
    book = selectors.current_book()
    stamp = variants.variant(book, "essai").stamp

    found = selectors.book_stamped(stamp)

    assert found.stamp == stamp
    assert found.at("cotisations", DAY).value == Decimal("9.2")
    with pytest.raises(UnknownStampError):
        selectors.book_stamped(replace(stamp, variant=""))


@pytest.mark.django_db
@pytest.mark.usefixtures("essai")
def test_a_book_of_before_the_rate_has_nothing_to_replace() -> None:
    make.published(make.table("autre"), date(2020, 1, 1), "5")
    book = selectors.current_book()

    assert variants.variant(book, "essai").facts() == book.facts()


@pytest.mark.django_db
@pytest.mark.usefixtures("essai")
def test_a_rate_of_later_is_left_alone() -> None:
    make.published(make.table(), date(2027, 1, 1), "12.3")
    book = selectors.current_book()

    assert variants.variant(book, "essai").facts() == book.facts()


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"9.2"', '"abc"', "champ « valeurs.cotisations » : nombre attendu"),
        ("le: 2026-06-01", "le: hier", "champ « le » : date attendue"),
        ("titre: Une autre administration", "", "champ « titre » : champ absent"),
        ("variante: essai", "variante: autre", "la variante s’y appelle « autre »"),
        ("variante: essai", "variante: essai\nnom: x", "champ « nom » : champ inconnu"),
        ('"9.2"', '"9.2"\n  cotisations: "9.3"', "« cotisations » y figure deux fois"),
    ],
)
def test_a_bad_file_is_said_in_french(essai: Path, old: str, new: str, sentence: str) -> None:
    essai.write_text(FILE.replace(old, new), encoding="utf-8")

    with pytest.raises(FixtureError) as refused:
        variants.read_variants(essai.parent)
    assert str(refused.value).startswith("essai.yaml")
    assert sentence in str(refused.value)
