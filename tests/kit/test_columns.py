"""The column over many rows equals the results computed one by one."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal, localcontext

import pytest

from calculators.catalogue import calculators
from calculators.kit import french
from calculators.kit.columns import Column, ColumnError
from calculators.kit.compiling import compile_open
from calculators.kit.fields import FieldKind, field_specs
from calculators.kit.operations import OPERATIONS
from calculators.kit.units import CONTEXT
from tests.books import change_days, committed_book

MARGE = calculators()["marge-vente"]
AMOUNTS = ("prix_achat", "port_achat", "douane", "prix_vente", "port_facture", "port_paye",
           "paiement_taux", "paiement_fixe", "frais_mensuels", "marge_nette_visee")  # fmt: skip
CHOICES = ("statut_tva", "taux_tva", "plateforme", "moyen_paiement", "versement_liberatoire",
           "regime", "chambre", "tva_achat", "exonere_taxe_chambre")  # fmt: skip
HEADER = ("date_vente", *AMOUNTS, *CHOICES)
SPECS = {spec.name: spec for spec in field_specs(MARGE.inputs)}
EDGES = ("0", "0,01", "0,005", "1", "17,615", "99,99", "135,00", "1 234,56", "100 000 000 000")


def one_by_one(cells: Sequence[str], outputs: Sequence[str]) -> str:
    """What the page would show of the same row."""
    given = {n: _typed(n, t) for n, t in zip(HEADER, cells, strict=True) if t}
    result = MARGE.calculate(inputs=MARGE.inputs.model_validate(given), rates=committed_book())
    amounts = {code: "" if a is None else f"{a:f}" for code, a in result.amounts.items()}
    texts = [amounts.get(code, "").replace(".", ",") for code in outputs]
    return ";".join([*texts, result.outcome.code])


def _typed(name: str, text: str) -> object:
    kind = SPECS[name].kind
    if kind is FieldKind.DECIMAL:
        return french.parse(text)
    if kind is FieldKind.BOOL:
        return text == "oui"
    return french.parse_day(text) if kind is FieldKind.DATE else text


def rows(count: int) -> Iterator[list[str]]:
    """Sales with mixed choices and dates, some on the days when a rate changes."""
    chance = random.Random(20261122)  # noqa: S311 - a fixed sample, no secret
    changes = [d for d in change_days() if date(2009, 1, 1) <= d <= date(2027, 12, 31)]
    for _ in range(count):
        day = date(2009, 1, 1) + timedelta(days=chance.randrange(6570))
        if chance.random() < 0.2:
            day = chance.choice(changes) - timedelta(days=chance.randrange(2))
        yield [french.day(day), *(_amount(chance, n) for n in AMOUNTS),
               *(_choice(chance, n) for n in CHOICES)]  # fmt: skip


def _amount(chance: random.Random, name: str) -> str:
    if name in ("frais_mensuels", "marge_nette_visee", "port_achat") and chance.random() < 0.5:
        return ""
    if SPECS[name].unit == "%":
        return chance.choice(["0", "1,5", "2,9", "12,3456", "99"])
    if chance.random() < 0.15:
        return chance.choice(EDGES)
    return french.number(Decimal(chance.randrange(1, 5_000_000)) / 100, 2)


def _choice(chance: random.Random, name: str) -> str:
    if SPECS[name].kind is FieldKind.BOOL:
        return chance.choice(["oui", "non", ""])
    return chance.choice([code for code, _ in SPECS[name].choices])


def test_two_thousand_rows_equal_the_results_one_by_one() -> None:
    column = Column(MARGE, committed_book(), HEADER)
    sample = list(rows(2000))

    found = list(column.results(sample))

    expected = [one_by_one(cells, column.outputs) for cells in sample]
    assert found == expected
    assert {line.rpartition(";")[2] for line in found} >= {"calcule", "tiktok_shop_pas_ouvert"}


def test_edge_rows_equal_the_results_one_by_one() -> None:
    """Every edge amount for price and cost, on each side of each change of rates."""
    column = Column(MARGE, committed_book(), ("date_vente", "prix_achat", "prix_vente"))
    days = [d + timedelta(days=n) for d in change_days() if d.year >= 2009 for n in (-1, 0)]
    sample = [[french.day(d), cost, price] for d in days for cost in EDGES for price in EDGES]

    found = list(column.results(sample))

    for cells, line in zip(sample[::7], found[::7], strict=True):
        full = [*cells[:2], "", "", cells[2], *[""] * (len(HEADER) - 5)]
        assert line == one_by_one(full, column.outputs), cells


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (["01/06/2026", "dix", "20"], "prix_achat : Écrivez un nombre"),
        (["01/06/2026", "-1", "20"], "prix_achat : Ce nombre doit être d’au moins 0"),
        (["01/06/2026", "1.234,56", "20"], "prix_achat : Écrivez un nombre"),
        (["31/02/2026", "1", "20"], "date_vente : Écrivez une date"),
        (["01/06/2026", "1", ""], "prix_vente : Donnez cette valeur"),
        (["01/06/2026", "", "20"], "prix_achat : Ce champ est obligatoire"),
        (["01/06/2026", "1", "  "], "prix_vente : Écrivez un nombre"),
        (["", "1", "20"], "date_vente : Ce champ est obligatoire"),
        (["01/06/2026", "1"], "2 cellules au lieu de 3"),
        (["01/06/2026", "1" + "0" * 12, "20"], "prix_achat : "),
    ],
)
def test_a_bad_row_gives_its_sentence_and_the_others_stay(cells: list[str], sentence: str) -> None:
    good = ["01/06/2026", "10", "20"]
    column = Column(MARGE, committed_book(), ("date_vente", "prix_achat", "prix_vente"))

    before, bad, after = column.results([good, cells, good])

    assert sentence in bad
    assert bad.count(";") == len(column.outputs)
    assert before == after
    assert before.endswith(";calcule")


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        (("date_vente", "prix_achat", "prix"), "Colonne inconnue : prix"),
        (("date_vente", "prix_vente"), "Colonne obligatoire absente : prix_achat"),
        (("date_vente", "prix_achat", "prix_achat"), "deux fois"),
    ],
)
def test_a_bad_header_is_refused(header: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(ColumnError, match=sentence):
        Column(MARGE, committed_book(), header)


def test_columns_to_keep_are_left_alone() -> None:
    header = ("reference", "date_vente", "prix_achat", "prix_vente")
    column = Column(MARGE, committed_book(), header, keep=["reference"], outputs=["reste"])

    assert list(column.results([["A-1", "01/06/2026", "60", "100"]])) == ["27,58;calcule"]


@pytest.mark.parametrize("slug", ["tiktok-shop", "paypal"])
def test_dates_and_counts_are_bound_right(slug: str) -> None:
    """Two dates that are compared, and whole numbers, are no arguments of the function."""
    given = {
        "tiktok-shop": (
            ("date_commande", "paiement_client", "cas", "date_inscription"),
            [["08/03/2026", "45", "nouveau_vendeur", "08/01/2026"],
             ["09/03/2026", "45", "nouveau_vendeur", "08/01/2026"],
             ["09/03/2026", "45", "nouveau_vendeur", "10/03/2026"]],
            ["1,80", "4,05", "postérieure"], "commission",
        ),
        "paypal": (
            ("date_paiement", "montant", "nombre"),
            [["01/06/2026", "100", "1"], ["01/06/2026", "100", "3"], ["01/06/2026", "100", "0"]],
            ["3,25", "3,95", "au moins 1"], "frais",
        ),
    }[slug]  # fmt: skip
    header, sample, expected, output = given
    column = Column(calculators()[slug], committed_book(), header, outputs=[output])

    found = list(column.results(sample))

    assert [text in line for text, line in zip(expected, found, strict=True)] == [True] * 3


def test_formulas_open_to_other_numbers_differ_by_their_rates_alone() -> None:
    """Two days of one source; over Decimal, an open shape gives the column's own results."""
    header = ("date_vente", "prix_achat", "prix_vente")
    column = Column(MARGE, committed_book(), header, outputs=["cotisations", "reste"])
    rows = [["01/06/2015", "60", "100"], ["01/06/2026", "60", "100"]]
    decimals = {operation.name: operation.decimal for operation in OPERATIONS}

    shapes = [
        compile_open(column.sheet(row), ("prix_achat", "prix_vente"), column.outputs)
        for row in rows
    ]

    assert shapes[0].source == shapes[1].source
    assert shapes[0].constants != shapes[1].constants
    for shape, expected in zip(shapes, column.results(rows), strict=True):
        function = shape.function(decimals | shape.constants)
        with localcontext(CONTEXT):
            values = function(i_prix_achat=Decimal(60), i_prix_vente=Decimal(100))
        assert ";".join(f"{v}".replace(".", ",") for v in values) + ";calcule" == expected
