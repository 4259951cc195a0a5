"""What the comparison says: the next status, the ceiling, the other tax on dividends, no nil."""

import re
from itertools import product
from typing import Any

import pytest

from calculators.catalogue.comparateur_statuts.words import EN_TOUTES_LETTRES
from calculators.kit.calculator import Result
from calculators.kit.presenter import present
from tests.catalogue.runs import euros, remarks
from tests.catalogue.statuts import compared, row

EXAMPLE = {"frais_reel": "1500"}
ABOVE = {"activite": "liberal", "ca": "90000", "part_charges": "0"}


def notes(result: Result) -> dict[str, str]:
    """The notes by their codes, with plain spaces."""
    return {note.code: note.text.replace("\xa0", " ") for note in present(result).notes}


def headline(result: Result) -> str:
    return present(result).headline.replace("\xa0", " ")


def test_the_next_status_is_named_and_is_another_one() -> None:
    """Not the same micro-entreprise under its other option, 600 € behind."""
    result = compared(**EXAMPLE)

    # 25 548 of the micro regime, 21 531 of the EURL: both worked out in the first tests
    assert euros(result, "meilleur", "second", "avance") == ["25548.00", "21531.00", "4017.00"]
    assert headline(result) == (
        "« Micro-entreprise au barème » laisse le plus en 2026 : 25 548,00 €, soit 4 017,00 € de "
        "plus que « EURL à l’IS, tout en rémunération »."
    )


@pytest.mark.parametrize(
    ("activite", "part", "option"),
    [*product(("ventes", "liberal"), ("0", "30", "60"), ("forfait", "bareme"))],
)
def test_the_headline_names_the_first_two_statuses(activite: str, part: str, option: str) -> None:
    result = compared(activite=activite, part_charges=part, imposition_dividendes=option)
    left = {
        key: result.amounts[f"statuts_{key}_reste"] or 0
        for key in EN_TOUTES_LETTRES
        if f"statuts_{key}_reste" in result.amounts
    }
    first = max(left, key=lambda key: left[key])
    micro = {"micro", "versement"}
    following = set(left) - (micro if first in micro else {first})
    second = max(following, key=lambda key: left[key])

    if left[first] == left[second]:
        assert "autant qu’un autre statut" in result.answer
    else:
        assert re.findall("« (.+?) »", result.answer) == [
            EN_TOUTES_LETTRES[first], EN_TOUTES_LETTRES[second],
        ]  # fmt: skip


def test_above_its_ceiling_what_the_micro_regime_would_leave_is_in_the_headline() -> None:
    result = compared(**ABOVE)

    # 90 000 − 3 000 − 12 × (1 920 + 15) − 12 × 165
    assert row(result, "versement", "reste") == ["61800.00"]
    said = headline(result)
    assert said.startswith("Au-delà du plafond du régime micro (83 600,00 € en 2026), « ")
    more = 61_800 - (result["meilleur"] or 0)
    assert result["ecart_micro_reel"] == more > 0
    assert "qu’après deux années de suite" in said


@pytest.mark.parametrize(
    "given", [{"ca": "83600"}, {"part_charges": "50"}], ids=["at the ceiling", "behind anyway"]
)
def test_the_headline_keeps_silent_on_a_ceiling_that_changes_nothing(given: dict[str, str]) -> None:
    assert "plafond" not in headline(compared(**ABOVE | given))


def test_the_other_tax_on_dividends_is_told_when_it_leaves_more() -> None:
    """26 775 of dividends: 3 427,20 at the flat rate, nothing under the scale."""
    flat = compared(**EXAMPLE)
    scale = compared(**EXAMPLE, imposition_dividendes="bareme")

    # 26 775 × (60 % − 6,8 %) = 14 244,30; 2 644 × 11 % = 291, and the décote is 765
    assert euros(flat, "distribue_imposables", "impot_distribue") == ["14244.30", "0.00"]
    assert euros(flat, "distribue_impot_forfaitaire") == ["3427.20"]
    # 31 500 − 4 725 − 4 980,15, with the flat tax and without
    assert row(flat, "dividendes", "cotisations", "reste") == ["4980.15", "18367.65"]
    assert euros(flat, "net_autre_imposition", "gain_autre_imposition") == ["21794.85", "3427.20"]
    assert row(scale, "dividendes", "reste") == ["21794.85"]
    assert euros(scale, "net_autre_imposition", "gain_autre_imposition") == [
        "18367.65", "-3427.20",
    ]  # fmt: skip
    assert "21 794,85 €, soit 3 427,20 € de plus" in notes(flat)["autre_imposition"]
    assert not {"autre_imposition", "autre_imposition_gagne"} & remarks(scale)


def test_the_other_tax_is_a_warning_when_it_would_win() -> None:
    found = present(compared(activite="liberal", ca="97200"))
    (note,) = (n for n in found.notes if n.code.startswith("autre_imposition"))

    assert (note.kind, note.code, note.field) == (
        "warning", "autre_imposition_gagne", "imposition_dividendes",
    )  # fmt: skip
    assert "plus que toute autre ligne" in note.text


def test_a_household_at_a_high_rate_is_told_of_the_flat_tax() -> None:
    result = compared(**EXAMPLE, salaires_foyer="200000", imposition_dividendes="bareme")
    assert "au prélèvement forfaitaire plutôt qu’au barème" in notes(result)["autre_imposition"]


@pytest.mark.parametrize(
    "given",
    [EXAMPLE, {"ca": "1000", "activite": "liberal"}, {"activite": "services"}, {"ca": "0"},
     {"part_distribuee": "50"}],
    ids=["example", "loss", "portage", "nothing", "half paid out"],
)  # fmt: skip
def test_no_column_tells_of_an_amount_of_nothing(given: dict[str, Any]) -> None:
    said = {code: text for code, text in notes(compared(**given)).items() if "colonne" in code}

    assert len({code.split("_")[1] for code in said}) == len(said) >= 6
    for text in said.values():
        assert not re.search(r"(?<!\d)0,00 €|[<>]|\s\s", text)
    kept = "restent dans la société" in " ".join(said.values())
    assert kept is (given == {"part_distribuee": "50"})


def test_social_levies_are_not_called_no_contribution() -> None:
    said = notes(compared(**EXAMPLE))["colonne_dividendes"]
    assert "aucune cotisation qui ouvre un droit" in said
    assert "celles de la ligne sont les prélèvements sociaux" in said


def test_portage_says_where_it_departs_from_the_month() -> None:
    found = notes(compared(activite="services"))
    (said,) = (text for code, text in found.items() if code.startswith("colonne_portage"))
    assert "0,7 % d’accidents du travail" in said
    assert "complémentaire santé de 40 € par mois" in said


def test_the_number_of_a_comparison_is_no_balance() -> None:
    view = present(compared(**EXAMPLE))

    assert view.tone == "none"
    (table,) = (table for table in view.tables if table.code == "statuts")
    assert table.headers[-1] == "Ce qu’il faut gagner pour un euro net"
