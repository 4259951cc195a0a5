"""What is left on an account, what is ranked, what is withheld: nothing in silence."""

import pytest

from calculators.catalogue import calculators
from calculators.kit.presenter import present
from tests.catalogue.quotes import BRUT_6000, at, cells, column, compared, notes, said, warned
from tests.catalogue.runs import euros, run

BOTH = BRUT_6000 | {"taux_frais": "5", "net_annonce": "4000"}
OTHER = {"taux_frais": "8"}
EXAMPLE = calculators()["comparer-societes-portage"].example


def test_what_no_gross_spends_is_said_beside_a_ranking_that_leaves_it_out() -> None:
    """8 300 − 5 % = 7 885: between 5 469,09, which costs 7 834,25, and 5 469,10, 109,38 dearer.
    8 300 − 6 % = 7 802 has its gross, to the cent: the first is 18,25 ahead, and 50,75 more."""
    result = at("5", "6", ca="8300")

    assert said(result).endswith("soit 18,25 € de plus que le suivant.")
    assert column(result, "comparaison", "solde") == ["50.75", "0.01"]
    assert warned(result, "sans_brut_exact") == {"sans_brut_exact_1"}
    assert notes(result)["sans_brut_exact_1"].endswith(
        "50,75 € restent sur votre compte d’activité, à vous : ils ne sont pas dans le net comparé."
    )


def test_an_envelope_that_pays_nobody_has_its_own_sentence() -> None:
    result = compared({"taux_frais": "0", "frais_fixes": "9907"}, OTHER)
    assert not warned(result, "sans_brut_exact")


def test_the_percentage_is_of_the_net_that_ranks() -> None:
    """The example's winner: 5 235,01 without its reserve is 52,35 % of 10 000, not 49,56."""
    result = run("comparer-societes-portage", **EXAMPLE)

    nets, shares = (column(result, "synthese", code) for code in ("net_compare", "part_net"))
    assert (nets[3], shares[3]) == ("5235.01", "52.35")
    by_net = sorted(range(4), key=lambda i: float(nets[i]))
    assert by_net == sorted(range(4), key=lambda i: float(shares[i]))


def test_the_net_announced_beside_a_gross_is_the_one_that_counts() -> None:
    """6 000 of gross costs 8 706,40 with 0,60 % of training and gives 4 735,72 of net: of 9 500,
    793,60 are not spent, and 735,72 of net are missing: 1 529,32 unexplained, 2 029,32 taken."""
    result = compared(BOTH, OTHER)

    row = cells(result, 1)
    assert (f"{row['net']}", f"{row['inexplique']}") == ("4000.00", "1529.32")
    assert row.pop("ca") == sum(row.values())
    assert column(result, "synthese", "pris")[0] == "2029.32"
    assert column(result, "synthese", "part_net")[0] == "40.00"
    assert column(result, "annonces", "net_manquant") == ["735.72"]
    assert said(result).startswith("Le devis 2 laisse le plus : 5 011,20 €")
    assert euros(result, "avance", "etendue") == ["1011.20"] * 2  # 5 011,20 − 4 000
    assert notes(result)["net_manquant_1"].endswith(
        "Nous comptons le net annoncé, et la différence comme inexpliquée."
    )


def test_what_is_withheld_stays_so_without_the_reserve() -> None:
    """9 500 pay (9 500 − 86,0805) ÷ 1,43672 = 6 552,37, a net of 5 178,64, less the 735,72."""
    result = compared(BOTH | {"reserve": "793.60"}, OTHER)

    assert column(result, "comparaison", "inexplique")[0] == "735.72"
    assert column(result, "synthese", "brut_compare") == ["6552.37"]
    assert column(result, "synthese", "net_compare")[0] == "4442.92"


@pytest.mark.parametrize(
    ("net", "missing", "kept", "told"),
    [("4734.72", "0.00", "4735.72", set()), ("4734.71", "1.01", "4734.71", {"net_manquant_1"}),
     ("4736.72", "0.00", "4735.72", set()), ("4736.73", "0.00", "4735.72", {"net_discordant_1"})],
)  # fmt: skip
def test_a_euro_apart_is_a_rounding_and_a_promise_does_not_win(
    net: str, missing: str, kept: str, told: set[str]
) -> None:
    result = compared(BOTH | {"net_annonce": net}, OTHER)

    assert column(result, "annonces", "net_manquant") == [missing]
    assert column(result, "comparaison", "net")[0] == kept
    assert warned(result, "net_") == told


def test_a_comparison_is_no_balance() -> None:
    assert present(at("5", "6")).tone == "none"


def test_the_rows_of_the_documents_have_a_name_or_a_number() -> None:
    """The example names its companies; what is known of each is in the order of the quotes."""
    shown = present(run("comparer-societes-portage", **EXAMPLE))

    quotes, companies = shown.given_tables
    assert [row[0] for row in quotes.rows] == ["Alpha", "Bêta", "Gamma", "Delta"]
    assert companies.headers[0] == "Ligne"
    assert [row[0] for row in companies.rows] == ["1", "2", "3"]
