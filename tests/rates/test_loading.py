from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from pathlib import Path
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command

from calculators.kit.rates import Confidence, MissingRate
from sellerdesk.rates import services
from sellerdesk.rates.models import BookState, RateSlot, RateTable, RateVersion, State
from sellerdesk.rates.selectors import book_known_on, current_book
from tests.rates import make

pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")
DAY = date(2023, 1, 1)


def load(path: Path, *options: str) -> str:
    out = StringIO()
    call_command("load_rates", str(path), *options, stdout=out)
    return out.getvalue().replace("\N{NO-BREAK SPACE}", " ")


def refused(path: Path) -> str:
    with pytest.raises(CommandError) as error:
        load(path)
    return str(error.value)


def test_a_file_becomes_facts(tmp_path: Path) -> None:
    said = load(make.write(tmp_path))
    assert said == ("1 barème lu : 2 versions nouvelles, 0 remplacée, 0 retirée, 0 inchangée.\n")
    fact = current_book().at("cotisations_vente", DAY)
    assert (fact.value, fact.unit, fact.label) == (Decimal("12.3"), "%", "Vente")
    assert (fact.key, fact.table) == ("cotisations-2022", "cotisations")
    assert (fact.confidence, fact.source_title, fact.note) == (
        Confidence.SINGLE,
        "Page lue",
        "Arrondi",
    )
    assert (fact.checked_on, fact.journal_date) == (date(2026, 11, 22), date(2022, 9, 30))
    with pytest.raises(MissingRate):
        current_book().at("cotisations_service", DAY)
    assert RateTable.objects.get().folder == "micro"


def test_the_stamp_comes_from_the_files_alone(tmp_path: Path) -> None:
    load(make.write(tmp_path))
    assert current_book().stamp.known_on == datetime(2026, 11, 22, tzinfo=PARIS)
    past = book_known_on(datetime(2026, 11, 21, 12, tzinfo=PARIS))
    assert past.stamp.known_on == datetime(2026, 11, 20, tzinfo=PARIS)
    assert past.at("cotisations_vente", DAY).value == Decimal("12.8")


def test_an_unchanged_file_changes_nothing(tmp_path: Path) -> None:
    load(make.write(tmp_path))
    revision = BookState.objects.get().revision
    assert "2 inchangées" in load(tmp_path)
    assert BookState.objects.get().revision == revision
    assert RateVersion.objects.count() == 2


def test_a_changed_version_supersedes(tmp_path: Path) -> None:
    load(make.write(tmp_path))
    before = current_book()
    make.write(tmp_path, text=make.COTISATIONS.replace("12.80", "12.85"))
    assert "0 version nouvelle, 1 remplacée" in load(tmp_path)
    old, new = RateVersion.objects.filter(key="cotisations-2020").order_by("pk")
    assert (old.state, new.state, new.replaces) == (State.SUPERSEDED, State.PUBLISHED, old)
    assert old.values.get(slot__code="cotisations_vente").value == Decimal("12.8")
    assert current_book().at("cotisations_vente", date(2021, 1, 1)).value == Decimal("12.85")
    assert current_book().stamp.digest != before.stamp.digest


def test_two_versions_may_swap_their_starts(tmp_path: Path) -> None:
    load(make.write(tmp_path))
    swapped = make.COTISATIONS.replace("2020-01-01", "x").replace("2022-10-01", "2020-01-01")
    make.write(tmp_path, text=swapped.replace("x", "2022-10-01"))
    assert "2 remplacées" in load(tmp_path)


def test_a_renamed_version_replaces(tmp_path: Path) -> None:
    load(make.write(tmp_path))
    make.write(tmp_path, text=make.COTISATIONS.replace("cle: cotisations-2020", "cle: anciennes"))
    assert "0 version nouvelle, 1 remplacée, 0 retirée" in load(tmp_path)


def test_a_version_taken_out_of_its_file_is_withdrawn(tmp_path: Path) -> None:
    load(make.write(tmp_path))
    make.write(tmp_path, text=make.COTISATIONS.split("  - cle: cotisations-2022")[0])
    assert "Retirée : cotisations-2022" in load(tmp_path, "-v2")
    assert current_book().at("cotisations_vente", DAY).value == Decimal("12.8")


def test_what_an_administrator_replaced_is_left_alone_and_said(tmp_path: Path) -> None:
    load(make.write(tmp_path))
    draft = make.replacement(RateVersion.objects.get(key="cotisations-2020"))
    draft.values.filter(slot__code="cotisations_vente").update(value="13")
    services.publish(version=draft, by=None)
    said = load(tmp_path)
    assert "Laissée telle quelle, car saisie à la main : cotisations-2020" in said
    assert "1 inchangée, 1 laissée" in said
    assert current_book().at("cotisations_vente", date(2021, 1, 1)).value == 13


def test_a_start_taken_by_hand_is_left_alone(tmp_path: Path) -> None:
    text = make.COTISATIONS.split("  - cle: cotisations-2022")[0]
    load(make.write(tmp_path, text=text))
    make.loaded(RateTable.objects.get(), date(2022, 10, 1), "99", key="a-la-main")
    assert "saisie à la main : cotisations-2022" in load(make.write(tmp_path))
    assert current_book().at("cotisations_vente", DAY).value == 99


def test_an_end_needs_its_date_only(tmp_path: Path) -> None:
    end = "  - {cle: cotisations-fin, debut: 2026-01-01, fin: true}\n"
    load(make.write(tmp_path, text=make.COTISATIONS + end))
    with pytest.raises(MissingRate):
        current_book().at("cotisations_vente", date(2026, 1, 1))
    assert "3 inchangées" in load(tmp_path)


def test_a_label_corrected_reaches_the_book(tmp_path: Path) -> None:
    load(make.write(tmp_path))
    assert current_book().at("cotisations_vente", DAY).label == "Vente"
    make.write(tmp_path, text=make.COTISATIONS.replace("libelle: Vente", "libelle: Ventes"))
    load(tmp_path)
    assert current_book().at("cotisations_vente", DAY).label == "Ventes"


def test_checking_writes_nothing(tmp_path: Path) -> None:
    said = load(make.write(tmp_path), "--check")
    assert said.startswith("Vérification seule")
    assert "2 versions nouvelles" in said
    assert not RateTable.objects.exists()
    assert not RateSlot.objects.exists()


def test_one_file_can_be_loaded(tmp_path: Path) -> None:
    load(make.write(tmp_path) / "micro" / "cotisations.yaml")
    assert RateTable.objects.get().folder == "micro"


@pytest.mark.parametrize(
    ("good", "bad", "sentence"),
    [
        ("debut: 2020-01-01", "debut: 2020-13-01", "champ « debut » : date attendue"),
        ("confiance: officiel", "confiance: sûr", "champ « confiance » : officiel, concordant"),
        ('"12.80"', '"douze"', "champ « valeurs.cotisations_vente.valeur » : nombre attendu"),
        ("    verifie_le: 2026-11-20\n", "", "champ « verifie_le » absent"),
        ("    confiance: officiel\n", "", "champ « confiance » absent"),
        ("titre: Code", "titel: Code", "champ « source.titre » : champ absent"),
        ("service: 22", "autre: 22", "taux « cotisations_autre » absent de la liste"),
        ("cle: cotisations-2022", "cle: cotisations-2020", "clé déjà employée"),
        ("debut: 2022-10-01", "debut: 2020-01-01", "une autre version a le même « debut »"),
        (
            "debut: 2020-01-01",
            "debut: 2020-01-01\n    fin: true",
            "une fin ne porte pas de valeurs",
        ),
    ],
)
def test_a_malformed_version_is_named(tmp_path: Path, good: str, bad: str, sentence: str) -> None:
    said = refused(make.write(tmp_path, text=make.COTISATIONS.replace(good, bad, 1)))
    assert said.startswith("micro/cotisations.yaml : version « cotisations-20")
    assert sentence in said
    assert not RateTable.objects.exists()


@pytest.mark.parametrize(
    ("good", "bad", "sentence"),
    [
        ("titre: Cotisations", "titre: [", "ligne 3 : YAML illisible"),
        ("famille:", "titre:", "« titre » y figure deux fois"),
        ("table: cotisations", "table: Été", "champ « table » : lettres minuscules"),
        ("code: cotisations_service", "code: cotisations_vente", "déclaré deux fois"),
        ("famille: micro_entrepreneur\n", "", "champ « famille » : champ absent"),
        ("famille:", "autre: 1\nfamille:", "champ « autre » : champ inconnu"),
    ],
)
def test_a_malformed_file_is_named(tmp_path: Path, good: str, bad: str, sentence: str) -> None:
    said = refused(make.write(tmp_path, text=make.COTISATIONS.replace(good, bad, 1)))
    assert said.startswith("micro/cotisations.yaml")
    assert sentence in said


def test_two_files_cannot_share_a_name(tmp_path: Path) -> None:
    make.write(tmp_path)
    make.write(tmp_path, "double.yaml")
    assert "micro/double.yaml : barème « cotisations » déjà dans" in refused(tmp_path)


def test_a_rate_cannot_move_to_another_table(tmp_path: Path) -> None:
    make.table("autre", "cotisations_vente")
    assert "déjà dans le barème « autre »" in refused(make.write(tmp_path))


def test_a_file_not_in_utf8_is_said(tmp_path: Path) -> None:
    make.write(tmp_path)
    (tmp_path / "micro" / "cotisations.yaml").write_bytes("titre: été".encode("latin-1"))
    assert "en UTF-8 attendu" in refused(tmp_path)


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    assert "introuvable" in refused(tmp_path / "rien")


def test_the_project_files_load_and_reload_quickly() -> None:
    call_command("load_rates", stdout=StringIO())
    start = process_time()
    out = StringIO()
    call_command("load_rates", stdout=out)
    assert process_time() - start < 3
    assert ", 0 retirée," in out.getvalue().replace("\N{NO-BREAK SPACE}", " ")
    assert " : 0 version nouvelle, 0 remplacée" in out.getvalue().replace("\N{NO-BREAK SPACE}", " ")
    assert current_book().facts()
