"""The command line: JSON in, JSON out, exact numbers, exit status 2 with sentences."""

import csv
import io
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from calculators.catalogue import calculators
from tests.desk.pages import MARGE, SLUGS, data, example

pytestmark = pytest.mark.django_db

type Run = Callable[..., tuple[int, str, str]]
SALE = {
    "date_vente": "2026-06-01",
    "prix_achat": "100",
    "prix_vente": "125",
    "port_facture": 10,
    "port_paye": 10.00,
    "moyen_paiement": "paypal",
}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command with a standard input; return status, output, error output."""

    def run_it(command: str, *args: str, given: Any = "") -> tuple[int, str, str]:
        text = given if isinstance(given, str) else json.dumps(given)
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        out, err, status = io.StringIO(), io.StringIO(), 0
        try:
            call_command(command, *args, stdout=out, stderr=err)
        except SystemExit as end:
            status = int(str(end.code))
        return status, out.getvalue(), err.getvalue()

    return run_it


def errors(output: str) -> dict[str, str]:
    return {error["field"]: error["message"] for error in json.loads(output)["errors"]}


def test_the_list_holds_one_slug_a_line(run: Run) -> None:
    assert run("calculate", "--list")[1].splitlines() == list(calculators())


@pytest.mark.parametrize("slug", SLUGS)
def test_the_example_is_always_a_valid_input(run: Run, client: Client, slug: str) -> None:
    _, given, _ = run("calculate", "--example", slug)
    status, out, _ = run("calculate", slug, given=given)

    assert status == 0
    assert json.loads(out)["outcome"]["code"] == "calcule"
    page = client.post(f"/calculs/{slug}/simulation.json", example(slug))
    assert data(page.content) == data(out)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_schema_describes_every_input(run: Run, slug: str) -> None:
    schema = json.loads(run("calculate", "--schema", slug)[1])

    assert set(schema["properties"]) == set(calculators()[slug].inputs.model_fields)


def test_amounts_are_decimal_strings(run: Run) -> None:
    document = json.loads(run("calculate", "marge-vente", given=SALE)[1])

    assert document["amounts"]["reste"] == "3.96"
    assert document["on"] == "2026-06-01"
    assert {"code", "label", "formula", "amount", "unit", "rounding", "rates"} <= set(
        document["lines"][0]
    )


def test_json_numbers_are_never_floats(run: Run) -> None:
    exact = '{"date_vente": "2026-06-01", "prix_achat": 0.1, "prix_vente": 12345678901.123457}'
    document = json.loads(run("calculate", "marge-vente", given=exact)[1])

    assert Decimal(document["inputs"]["prix_vente"]) == Decimal("12345678901.123457")


def test_the_main_date_may_come_from_the_command(run: Run) -> None:
    undated = {key: value for key, value in SALE.items() if key != "date_vente"}

    named = json.loads(run("calculate", "marge-vente", "--on", "2010-06-01", given=undated)[1])
    kept = json.loads(run("calculate", "marge-vente", "--on", "2010-06-01", given=SALE)[1])

    assert (named["on"], kept["on"]) == ("2010-06-01", "2026-06-01")


def test_the_rates_may_be_those_known_before(run: Run) -> None:
    before = json.loads(
        run("calculate", "marge-vente", "--known-on", "2020-01-01T00:00", given=SALE)[1]
    )

    assert before["outcome"]["code"] == "taux_manquant"


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ("", "", "--example"),
        ("[1]", "", "--example"),
        ("{", "", "--example"),
        ('{"prix_achat": NaN}', "", "--example"),
        ('{"prix_achat": 1e99999999999999999999}', "", "--example"),
        ("[" * 100_000, "", "--example"),
        ('{"prix_achat": ' + "9" * 5000 + "}", "", "--example"),
        ("{}", "prix_achat", "obligatoire"),
        ({"prix_achat": None}, "prix_achat", "obligatoire"),
        ({"prix_achat": "abc"}, "prix_achat", "Écrivez un nombre"),
        ({"prix_achat": True}, "prix_achat", "Écrivez un nombre"),
        ({"prix_achat": [1]}, "prix_achat", "Écrivez un nombre"),
        ('{"prix_achat": 1e999999}', "prix_achat", "trop long"),
        ({**SALE, "date_vente": 5}, "date_vente", "Écrivez une date"),
        ({**SALE, "plateforme": 3}, "plateforme", "Choisissez"),
        ({**SALE, "prix_de_vente": 3}, "prix_de_vente", "n’existe pas"),
        ({"prix_achat": 1}, "prix_vente", "Donnez cette valeur"),
    ],
    ids=lambda v: str(v)[:30],
)
def test_bad_input_is_said_in_french(run: Run, given: Any, field: str, sentence: str) -> None:
    for command in (("calculate", "marge-vente"), ("report", "marge-vente", "--format", "json")):
        status, out, err = run(*command, given=given)
        assert status == 2
        assert sentence in errors(out or err)[field]


def test_the_number_advised_is_one_that_is_taken(run: Run) -> None:
    _, out, _ = run("calculate", "marge-vente", given={**SALE, "prix_achat": "abc"})
    advised = errors(out)["prix_achat"].removesuffix(".").partition("exemple ")[2]

    assert advised == "1 234,56"
    assert run("calculate", "marge-vente", given={**SALE, "prix_achat": advised})[0] == 0


@pytest.mark.parametrize(
    ("args", "field"),
    [
        (("calculate", "inconnu"), ""),
        (("calculate", "--schema", "inconnu"), ""),
        (("calculate", "marge-vente", "--on", "hier"), "--on"),
        (("calculate", "marge-vente", "--known-on", "hier"), "--known-on"),
        (("calculate", "marge-vente", "--variant", "autre"), "--variant"),
    ],
)
def test_a_bad_option_is_said_alike(run: Run, args: tuple[str, ...], field: str) -> None:
    status, out, _ = run(*args, given=SALE)

    assert status == 2
    assert errors(out)[field]


@pytest.mark.parametrize(
    ("kind", "name"),
    [("pdf", "rapport.pdf"), ("xlsx", "classeur.xlsx"), ("json", "simulation.json")],
)
def test_the_report_is_the_page_s_document(
    monkeypatch: pytest.MonkeyPatch, client: Client, kind: str, name: str
) -> None:
    given = json.dumps(dict(calculators()["marge-vente"].example))
    monkeypatch.setattr("sys.stdin", io.StringIO(given))
    out = io.TextIOWrapper(io.BytesIO())

    call_command("report", "marge-vente", "--format", kind, stdout=out)

    written = out.buffer.getvalue()
    downloaded = client.get(f"{MARGE}{name}?exemple=1").content
    assert data(written) == data(downloaded) if kind == "json" else written == downloaded


def test_a_result_that_does_not_apply_has_no_report(run: Run) -> None:
    given = {**SALE, "date_vente": "1990-01-01"}
    status, out, err = run("report", "marge-vente", "--format", "pdf", given=given)

    assert (status, out) == (2, "")
    assert "Aucun taux publié" in errors(err)["date_vente"]


SERVICES = {"annee": 2026, "ca_services": 60000}
SIMULATOR = {**SERVICES, "lecture": "moteur_officiel"}


def test_the_rates_may_be_those_of_a_variant(run: Run) -> None:
    plain = json.loads(run("calculate", "micro-entrepreneur", given=SERVICES)[1])
    other = json.loads(
        run("calculate", "micro-entrepreneur", "--variant", "moteur-officiel", given=SERVICES)[1]
    )

    assert (plain["amounts"]["cfp"], other["amounts"]["cfp"]) == ("120.00", "60.00")
    assert "moteur-officiel" not in json.dumps(plain["rate_book"])
    assert "moteur-officiel" in json.dumps(other["rate_book"])


def test_inputs_that_ask_for_a_variant_have_it(run: Run, client: Client) -> None:
    asked = json.loads(run("calculate", "micro-entrepreneur", given=SIMULATOR)[1])
    page = client.post(
        "/calculs/micro-entrepreneur/simulation.json",
        {"annee": "2026", "ca_services": "60000", "lecture": "moteur_officiel"},
    )

    assert Decimal(asked["amounts"]["cfp"]) == 60
    assert json.loads(page.content)["rate_book"] == asked["rate_book"]
    assert json.loads(page.content)["amounts"] == asked["amounts"]


def test_a_row_of_a_file_has_the_variant_it_asks_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = "annee;ca_services;lecture\n2026;60000;\n2026;60000;moteur_officiel\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(rows.encode())))
    out = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr("sys.stdout", out)
    call_command("calculate_csv", "micro-entrepreneur")
    out.flush()

    found = list(csv.DictReader(io.StringIO(out.buffer.getvalue().decode()), delimiter=";"))
    assert [Decimal(row["cfp"].replace(",", ".")) for row in found] == [120, 60]


def test_the_report_names_its_variant(run: Run) -> None:
    status, _, err = run(
        "report", "marge-vente", "--format", "json", "--variant", "autre", given=SALE
    )

    assert status == 2
    assert "moteur-officiel" in errors(err)["--variant"]
