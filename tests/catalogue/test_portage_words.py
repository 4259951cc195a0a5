"""What a person reads of a month in portage: sentences, labels, legends."""

from typing import Any

import pytest

from calculators.catalogue.portage_salarial import words
from calculators.kit.charts.shapes import BarsShape
from calculators.kit.presenter import present
from calculators.kit.views import ResultView
from tests.catalogue.runs import run

MOIS = {"periode": "2026-11-20", "tjm": "450", "jours": "18", "taux_frais": "7"}


def view(**given: Any) -> ResultView:
    return present(run("portage-salarial", **(MOIS | given)))


@pytest.mark.parametrize("lecture", ["guide", "forfait"])
def test_a_quick_reading_says_that_it_is_one(lecture: str) -> None:
    up = view(mode="net", net_vise="3000", lecture=lecture).headline

    assert up.startswith("Environ ")
    assert up.endswith("selon cette lecture rapide.")
    assert view(mode="net", net_vise="3000").headline.startswith("Demandez ")


def test_a_pay_is_no_balance() -> None:
    quick, up = {"lecture": "guide"}, {"mode": "net", "net_vise": "3000"}
    assert {view(**given).tone for given in ({}, quick, up, quick | up)} == {"none"}


@pytest.mark.parametrize(
    ("days", "said"),
    [("0.5", "0,5 jour par mois"), ("1", "1 jour par mois"), ("1.5", "1,5 jour par mois"),
     ("2", "2 jours par mois")],
)  # fmt: skip
def test_days_agree_with_their_number(days: str, said: str) -> None:
    found = view(jours=days, mode="net", net_vise="300").headline
    assert f", {said}," in found.replace("\N{NO-BREAK SPACE}", " ")


def test_the_two_ends_of_the_guide_are_named_by_what_they_take() -> None:
    """22 % leave more than 25 %: a low rate is a high net."""
    shown = view()
    lines = {line.code: line for section in shown.sections for line in section.lines}
    assert lines["guide_bas_net"].label == "Net selon le guide, au taux bas"
    assert lines["guide_haut_net"].label == "Net selon le guide, au taux haut"
    table = next(t for t in shown.tables if t.code == "lectures")
    assert [row[0] for row in table.rows][2:] == ["Guide, taux bas", "Guide, taux haut"]


def test_each_share_has_a_colour_and_a_name_of_its_own() -> None:
    """The guide has no employer's share, and its bars show none."""
    shape = next(c for c in view().charts if c.code == "cote_a_cote").shape
    assert isinstance(shape, BarsShape)
    assert [key.label for key in shape.keys] == [
        "Cotisations patronales", "Cotisations salariales", "Réserve et compte", "Net avant impôt",
    ]  # fmt: skip
    parts = {bar.label: [piece.nature for piece in bar.pieces] for bar in shape.bars}
    assert len(set(parts["Paie exacte"])) == 4
    employer, employee, _, net = parts["Paie exacte"]
    assert parts["Guide, taux bas"] == [employee, net]
    assert employer not in parts["Guide, taux haut"]


def test_the_picture_ends_where_its_title_says() -> None:
    picture = view(fonctionnement="200").picture
    assert picture is not None
    assert (picture.title, picture.slices[-1].label) == ("De la facture au net", "Votre net")


def test_titles_are_for_who_reads_them() -> None:
    assert "image" not in words.SECTIONS["retenu"]


def test_each_rate_is_named_in_full() -> None:
    names = {rate.label for rate in view().rates}
    assert not names & {"Part du plafond", "Part de la rémunération", "Maximum"}
    assert "Prévoyance exonérée, part du plafond" in names
