"""A cell of a pasted table: read as it was meant, never guessed, and explained."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest
from django.test import Client

from calculators.catalogue.suivi_micro import words
from calculators.kit import messages
from calculators.kit.fields import FieldSpec, field_specs
from sellerdesk.desk.cells import explained, typed
from sellerdesk.desk.plan import plan_of
from tests.desk.pages import body, message, result, text
from tests.desk.pages import typed as shown
from tests.ledger import Recette

SUIVI = "/calculs/suivi-micro/"
MONTHS = (
    "Janvier", "févr.", "MARS", "avr", "Mai 2026", "06/2026", "2026-07", "8", "sept", "oct.",
    "nov-26", "décembre",
)  # fmt: skip


def month() -> FieldSpec:
    return plan_of("suivi-micro").fields["releve"].spec.columns[0]


def column(name: str) -> FieldSpec:
    return next(spec for spec in field_specs(Recette) if spec.name == name)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("janv.", "01"), ("fév", "02"), ("FEVR", "02"), ("sept", "09"), ("mars 2026", "03"),
        ("01/2026", "01"), ("2026-01", "01"), ("1", "01"), ("012", "12"), ("Août", "08"),
        ("aout", "08"), ("mai", "05"), ("juil.", "07"), ("janv-26", "01"), ("janv. 2026", "01"),
    ],
)  # fmt: skip
def test_a_month_is_read_as_people_write_it(cell: str, code: str) -> None:
    assert typed(month(), cell) == code


NO_MONTH = (
    "n’est pas un choix : écrivez par exemple « Janvier », ses trois premières lettres ou 01."
)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("jui", "« jui » peut être Juin ou Juillet : écrivez-le en entier."),
        ("jui. 2026", "« jui. 2026 » peut être Juin ou Juillet : écrivez-le en entier."),
        ("ja", f"« ja » {NO_MONTH}"),
        ("13", f"« 13 » {NO_MONTH}"),
        ("0", f"« 0 » {NO_MONTH}"),
        ("2026", f"« 2026 » {NO_MONTH}"),
        ("…", f"« … » {NO_MONTH}"),
        ("01/03/2026", f"« 01/03/2026 » {NO_MONTH}"),
        ("01/26", f"« 01/26 » {NO_MONTH}"),
        ("mars 2025 2026", f"« mars 2025 2026 » {NO_MONTH}"),
        ("1" * 9000, f"« {'1' * 40} » {NO_MONTH}"),
    ],
    ids=lambda value: value[:12],
)
def test_what_may_be_two_months_or_none_is_refused_and_explained(cell: str, said: str) -> None:
    assert typed(month(), cell) == cell
    assert text(explained(month(), cell, messages.NOT_A_CHOICE)) == said


def choices(*labels: str) -> FieldSpec:
    numbered = tuple((f"c{n}", label) for n, label in enumerate(labels))
    return replace(column("nature"), choices=numbered)


def test_a_year_or_a_number_that_tells_choices_apart_is_never_left_aside() -> None:
    assert typed(choices("Barème 2025", "Tarif"), "Tarif 2026") == "Tarif 2026"
    assert typed(choices("Barème 2025", "Barème 2026"), "bareme 2026") == "c1"
    assert typed(choices("Franchise 20", "Autre"), "autre 10") == "autre 10"
    assert typed(choices("Taux", "Taux réduit"), "taux") == "c0"


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("(500)", "-500"), ("(1 234,50) €", "-1 234,50"), ("( 500 € )", "-500 €"), ("- €", "0"),
        ("(-5)", "(-5)"), ("(a)", "(a)"), ("()", "()"), ("(5)(6)", "(5)(6)"),
        ("1.234,56", "1.234,56"),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_accounting_formats_write_it(cell: str, meant: str) -> None:
    assert typed(column("ventes"), cell) == meant


def test_a_point_beside_a_comma_is_explained() -> None:
    said = explained(column("ventes"), "1.234,56", messages.NOT_A_NUMBER)

    assert text(said) == "« 1.234,56 » a un point et une virgule : écrivez 1 234,56, sans point."
    assert explained(column("ventes"), "abc", messages.NOT_A_NUMBER) == messages.NOT_A_NUMBER
    assert explained(column("ventes"), "1.234,56", messages.TOO_LONG) == messages.TOO_LONG


def paste(client: Client, table: str) -> str:
    form = urlencode({"annee": "2026", "releve-coller": table})
    response = client.post(SUIVI, form, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 200
    return body(response)


@pytest.mark.django_db
def test_a_year_is_pasted_with_its_months_as_people_write_them(client: Client) -> None:
    table = "Mois;Ventes\n" + "\n".join(f"{month};{n}00" for n, month in enumerate(MONTHS, 1))
    page = paste(client, table.replace("MARS;300", "MARS;(300)"))

    assert "12 lignes lues" in text(page)
    assert shown(page, "releve-2-ventes") == "-300"
    assert shown(page, "releve-11-ventes") == "1200"
    assert "il vous reste" in text(result(page))


@pytest.mark.django_db
def test_cells_not_understood_are_said_at_their_row(client: Client) -> None:
    page = paste(client, "jui;100\nmars;1.234,56\nfoo;5")

    assert "Ligne 1, Mois : « jui » peut être Juin ou Juillet" in message(page, "releve_1")
    assert "« 1.234,56 » a un point et une virgule" in message(page, "releve_2")
    assert "« foo » n’est pas un choix : écrivez par exemple « Janvier »" in message(
        page, "releve_3"
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("Mois;Truc\nmars;1", "Colonne inconnue dans le tableau collé"),
        ("mars;1\n" * 13, "Au plus 12 lignes. Le tableau collé en a 13."),
    ],
    ids=["unknown heading", "13 lines"],
)
def test_a_refused_paste_asks_for_nothing_else(client: Client, table: str, said: str) -> None:
    page = paste(client, table)

    assert said in message(page, "releve")
    assert words.AUCUN_MOIS not in text(page)
