"""Published cases, segments, curves, limits: each figure is worked out by hand beside it."""

from typing import Any

import pytest

from calculators.catalogue import calculators
from calculators.kit.calculator import Result
from calculators.kit.charts.curves import curve
from calculators.kit.charts.shapes import CurveShape
from calculators.kit.charts.specs import Curve
from calculators.kit.presenter import present
from sellerdesk.desk.reading import validated
from tests.books import committed_book
from tests.catalogue.programmes import PROGRAMME, case, cells, programme
from tests.catalogue.runs import euros

# The published cases, entered in the form.


DATACANDY = {
    "clients": "10000", "panier": "100", "frequence": "1", "adhesion": "25",
    "hausse_frequence": "25", "taux_recompense": "5", "utilisation": "70",
    "base_recompense": "avant", "frais_depart": "99.666667", "frais_mensuels": "100",
    "marketing": "500",
}  # fmt: skip


def test_datacandy() -> None:
    """1 M€: 25 % of it × 25 % of visits; 250 000 × 5 % × 70 % + 299 ÷ 3 + 1 200 + 500."""
    shown = case(**DATACANDY)
    margin = case(**DATACANDY, part_marge="40")

    assert euros(shown, "ca_gagne", "couts") == ["62500.00", "10549.67"]
    # 62 500 ÷ 10 549,67: printed 592 % there; less the costs, 492 %
    assert euros(margin, "rapport_ca", "roi_ca") == ["592.44", "492.44"]
    # 25 000 − 10 549,67; ÷ 10 549,67
    assert euros(margin, "net_annee", "roi") == ["14450.33", "136.97"]


def test_guestavo() -> None:
    """57 600 € a month × 8 % = 4 608; × 68 %; less 1 080 of rewards and 149."""
    result = case(
        clients="1000", panier="57.60", frequence="12", part_marge="68", hausse_frequence="8",
        taux_recompense="1.875", base_recompense="avant", frais_mensuels="149",
    )  # fmt: skip

    assert euros(result, "ca_supplementaire") == ["55296.00"]  # 12 × 4 608
    assert euros(result, "recompenses", "outil") == ["12960.00", "1788.00"]
    # 3 133,44 − 1 229; 8 % × 1 229 ÷ 3 133,44
    assert euros(result, "net_mensuel", "equilibre") == ["1904.44", "3.14"]


def test_amw() -> None:
    """600 000 × 20 % + 60 clients kept × 360 − 72 000."""
    result = case(
        clients="1000", panier="50", frequence="12", hausse_panier="20", clients_gardes="60",
        depense_garde="360", marketing="72000",
    )  # fmt: skip

    assert euros(result, "ca_supplementaire", "ca_gardes") == ["120000.00", "21600.00"]
    assert euros(result, "net_annee", "roi") == ["69600.00", "96.67"]


def test_exchange() -> None:
    # (30 − 10) ÷ 10
    assert euros(case(hausse_panier="30", marketing="10"), "net_annee", "roi") == [
        "20.00", "200.00",
    ]  # fmt: skip


# Segments.


SEGMENTS = [
    {"segment": "forte", "clients": 400, "panier": "62", "frequence": "7"},
    {"segment": "moyenne", "clients": 900, "hausse_panier": "5"},
]


def test_segments_add_up_to_the_whole() -> None:
    result = programme(segments=SEGMENTS)

    # 400 × 24 % = 96; 96 × 62 × 7; × 1,188
    assert cells(result, "publics", "forte", "actifs", "avant", "apres", "hausse", "marge") == [
        "96", "41664.00", "49496.83", "7832.83", "3524.77",
    ]  # fmt: skip
    # 216 × 152; × 1,05 × 1,10
    assert cells(result, "publics", "moyenne", "actifs", "avant", "apres") == [
        "216", "32832.00", "37920.96",
    ]  # fmt: skip
    # the 700 others are as in the rest of the form: 168 × 152; × 1,188
    assert cells(result, "publics", "autres", "clients", "avant", "apres") == [
        "700", "25536.00", "30336.77",
    ]  # fmt: skip
    assert euros(result, "membres_actifs", "achats_avant", "achats_apres") == [
        "480", "100032.00", "117754.56",
    ]  # fmt: skip
    # 3 524,77 + 2 290,03 + 2 160,35
    assert euros(result, "marge_supplementaire") == ["7975.15"]
    # of the article's rises, each segment takes the same: (41 664 + 32 832 + 25 536) × 1,32
    assert cells(result, "scenarios", "bas", "achats") == ["132042.24"]


def test_a_segment_of_everyone_is_the_whole() -> None:
    result = programme(segments=[{"segment": "forte", "clients": 2000}])

    for code in ("membres", "membres_actifs", "achats_apres", "gains", "couts", "roi"):
        assert result[code] == programme()[code]
    assert cells(result, "publics", "autres", "clients", "apres") == ["0", "0.00"]


def test_segments_larger_than_the_whole_are_refused() -> None:
    outcome = programme(segments=[{"segment": "forte", "clients": 2001}]).outcome

    assert outcome.code == "segments_trop_grands"
    assert outcome.field == "segments"


def crossings(result: Result) -> list[str]:
    spec = next(c for c in result.calculator.charts if isinstance(c, Curve))
    drawn = curve(spec, result)
    assert drawn is not None
    assert isinstance(drawn.shape, CurveShape)
    return [crossing.text.replace("\u00a0", " ") for crossing in drawn.shape.crossings]


def test_the_curve_is_the_cumulated_net_and_passes_zero_at_the_payback() -> None:
    view = next(chart for chart in present(programme()).charts if chart.kind == "curve")

    assert isinstance(view.shape, CurveShape)
    assert [trace.label for trace in view.shape.traces] == ["Net cumulé"]
    said = view.description.replace("\u00a0", " ")
    # 3 × 3 764,21 − 1 200
    assert "Pour 36 mois : Net cumulé 10 092,63 €." in said
    assert "A passe par zéro à 3,83 mois." in said
    # the first is what was put in, on the right of the launch
    assert view.table.rows[0][1].replace("\u00a0", " ") == "−1 200,00 €"


def test_the_payback_is_marked_where_the_net_passes_zero() -> None:
    # 1 200 ÷ 313,6842 = 3,8255
    assert crossings(programme()) == ["3,83 mois"]
    assert crossings(programme(frais_mensuels="400")) == []
    # 11 500 ÷ 313,6842 = 36,66: beyond the axis unless it is longer
    assert crossings(programme(frais_depart="11500")) == []
    assert crossings(programme(frais_depart="11500", horizon="60"))[0].startswith("36,6")


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"adhesion": "100.01"}, "adhesion", "d’au plus 100"),
        ({"hausse_panier": "-1"}, "hausse_panier", "d’au moins 0"),
        ({"part_marge": "abc"}, "part_marge", "Écrivez un nombre"),
        ({"horizon": "0"}, "horizon", "d’au moins 1"),
        ({"clients": "1.5"}, "clients", "nombre entier"),
        ({"annee": 1999}, "annee", "d’au moins"),
        ({"heures": "3"}, "cout_heure", "coût d’une heure"),
        (
            {"segments": [{"segment": "forte", "clients": 1}, {"segment": "forte", "clients": 1}]},
            "segments_2_segment", "une ligne par segment",
        ),
        ({"segments": [{"segment": "forte", "panier": "3"}]}, "segments_1_clients", "obligatoire"),
    ],
)  # fmt: skip
def test_bad_input_is_told_at_its_field(given: dict[str, Any], field: str, said: str) -> None:
    inputs, wrong = validated(calculators()["fidelite"].inputs, PROGRAMME | given)

    assert inputs is None
    assert [name for name, _ in wrong] == [field]
    assert said in wrong[0][1].replace("\u00a0", " ")


def test_a_book_without_the_articles_claims_is_an_outcome() -> None:
    book = committed_book()
    empty = type(book).build(f for f in book.facts() if f.code != "repere_fidelite_panier_bas")
    calculator = calculators()["fidelite"]
    inputs = calculator.inputs.model_validate(PROGRAMME)

    assert calculator.calculate(inputs=inputs, rates=empty).outcome.code == "taux_manquant"
