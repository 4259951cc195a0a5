"""A table on the page: headings of rows and columns, totals, one explained cell of each column."""

import re

import pytest
from django.template.loader import render_to_string

from calculators.kit.presenter import present
from tests.desk.pages import text
from tests.reports.cases import tabled

CASES = ("annee", "journal", "journal-gaps", "offers")


def drawn(name: str) -> list[str]:
    tables = present(tabled()[name]).tables
    return [render_to_string("components/table.html", {"table": table}) for table in tables]


@pytest.mark.parametrize("name", CASES)
def test_each_row_and_each_column_has_its_heading(name: str) -> None:
    for table, markup in zip(present(tabled()[name]).tables, drawn(name), strict=True):
        foot = 1 if table.foot else 0
        assert markup.count('<th scope="col">') == len(table.headers)
        assert markup.count('<th scope="row">') == len(table.rows) + foot
        cells = (len(table.rows) + foot) * (len(table.headers) - 1)
        assert markup.count("<td>") == cells
        assert markup.count("<tfoot>") == foot
        assert f'<caption class="hush">{table.title}</caption>' in markup


def test_a_wide_table_is_scrolled_in_its_own_box_and_by_the_keyboard() -> None:
    markup = drawn("journal")[0]
    box = re.search(r'<div class="scroll"([^>]*)>', markup)
    assert box
    assert 'tabindex="0"' in box[1]
    assert 'role="region"' in box[1]
    assert "cells--wide" in markup
    assert "cells--wide" not in drawn("annee")[0]


def test_amounts_are_aligned_and_days_are_not() -> None:
    classes = re.search(r'<table class="table cells([^"]*)"', drawn("journal")[0])
    assert classes
    aligned = [f"num-{column}" for column in range(3, 10)]  # the label is 1, the day 2
    assert classes[1].split() == ["cells--wide", *aligned]


def test_a_cell_of_each_column_unfolds_to_its_sum_and_its_rates() -> None:
    markup = drawn("annee")[0]
    assert re.findall(r'<details class="line [^"]*" id="ligne-(\w+)"', markup) == [
        "lignes_01_ventes", "lignes_01_commission", "lignes_07_commission", "lignes_02_achats",
    ]  # fmt: skip
    said = text(markup)
    assert "Comment c’est calculé" in said
    assert "104,00 € × 10 % = 10,00 €" in said
    assert "Commission 10 % début inconnu" in said


def test_a_row_that_does_not_apply_says_so_in_its_own_heading() -> None:
    """In words, whatever the colours, and read with each of its amounts."""
    heads = re.findall(r'<th scope="row">(.*?)</th>', drawn("offers")[0], re.DOTALL)
    assert [text(head) for head in heads] == [
        "Rien", "Une", "Deux Ne s’applique pas : au-delà du budget.",
    ]  # fmt: skip
    assert "style=" not in drawn("offers")[0]
    assert "cells__why" not in drawn("offers-whole")[0]
