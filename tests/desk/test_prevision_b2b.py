"""A pipeline pasted from a spreadsheet: what is read, what is not understood, how long it takes."""

import re
from time import process_time

import pytest
from django.test import Client

from tests.desk.pages import body, message, result, text

pytestmark = pytest.mark.django_db
PAGE = "/calculs/prevision-b2b/"
TITLES = "Affaire\tÉtape\tMontant\tClôture prévue\tProbabilité\tDernier contact\tType\tCanal"
MOST = 500


def paste(client: Client, table: str) -> str:
    form = {"date_prevision": "2026-06-01", "affaires-coller": table}
    response = client.post(PAGE, form)
    assert response.status_code == 200
    return body(response)


def test_a_pasted_pipeline_is_forecast(htmx_client: Client) -> None:
    """20 000 × 10 % + 10 000 × 65 % = 8 500; without contact for 92 days."""
    page = paste(
        htmx_client,
        f"{TITLES}\nMartin\tprospection\t20 000 €\t15/12/2026\t\t01/03/2026\tstratégique\tsalons\n"
        "Leroy\tclosing\t10000\t10/07/2026\t65 %\t\t\tLinkedIn",
    )

    assert "8 500,00 € à attendre de 30 000,00 €" in text(result(page))
    assert "Martin (92 jours)" in text(result(page))


def test_an_unknown_stage_is_told_with_what_was_written(client: Client) -> None:
    page = paste(client, f"{TITLES}\nMartin\tsigné\t20000")

    assert "« signé » n’est pas un choix" in text(page)
    assert "par exemple « Prospection » ou ses trois premières lettres." in text(page)
    assert re.search(r'name="affaires-0-etape"[^>]*aria-invalid="true"', page)


@pytest.mark.parametrize(
    "table",
    ["Affaire,Étape,Montant\nMartin,closing,20000", "Martin,closing,20000\nLeroy,closing,1"],
)
def test_commas_between_cells_are_told(client: Client, table: str) -> None:
    page = paste(client, table)

    assert "par des points-virgules ou des tabulations" in message(page, "affaires")


def test_a_date_before_another_is_told_at_its_row(client: Client) -> None:
    table = "Étape\tMontant\tClôture prévue\tCréation\nclosing\t1\t01/05/2026\t02/05/2026"

    assert "précède la création" in text(paste(client, table))


def test_an_empty_pipeline_asks_for_a_deal(client: Client) -> None:
    page = body(client.post(PAGE, {"date_prevision": "2026-06-01"}))

    assert "Saisissez ou collez au moins une affaire" in message(page, "affaires")
    assert "Ne s’applique pas" not in page


def test_a_default_that_several_fields_share_is_named_once(client: Client) -> None:
    page = body(client.get(PAGE))
    said = re.search(r'id="resume-cycles".*?</span>', page, re.DOTALL)

    assert said
    assert said[0].count("La durée usuelle") == 1


def test_five_hundred_deals_are_answered_within_a_second(htmx_client: Client) -> None:
    stages = ("prospection", "qualification", "négociation", "closing")
    lines = [
        f"Affaire {n}\t{stages[n % 4]}\t{1000 + n},50\t{n % 28 + 1:02}/{n % 12 + 1:02}/2027\t"
        f"{n % 101 if n % 3 else ''}\t{n % 28 + 1:02}/0{n % 5 + 1}/2026\tstratégique\tsalons"
        for n in range(MOST)
    ]
    table = "\n".join([TITLES, *lines])
    paste(htmx_client, table)

    took = []
    for _ in range(3):
        start = process_time()
        page = paste(htmx_client, table)
        took.append(process_time() - start)

    assert "affaires en sommeil" in text(result(page))
    assert min(took) < 1, took
