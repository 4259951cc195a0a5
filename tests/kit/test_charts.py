"""Charts: declared by a calculator, filled from a result, drawn once for screen and paper."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit.amounts import maximum
from calculators.kit.calculator import Calculator, Headline, Result
from calculators.kit.charts.curves import compiled_for
from calculators.kit.charts.draw import svg
from calculators.kit.charts.labels import Box, placed
from calculators.kit.charts.present import charts
from calculators.kit.charts.shapes import BarsShape, CurveShape, GaugesShape
from calculators.kit.charts.specs import Bars, Chart, Curve, Gauge, Gauges
from calculators.kit.fields import Choice, Group, Inputs, asked, money, quantity
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part, table
from calculators.kit.rates import RateBook
from calculators.kit.units import CENT, DAYS, PERCENT, PERCENT_CENT
from calculators.kit.views import ChartView

SVG = "{http://www.w3.org/2000/svg}"
MONTHS = ("Janvier", "Février", "Mars", "Avril", "Mai", "Juin", "Juillet", "Août", "Septembre",
          "Octobre", "Novembre", "Décembre")  # fmt: skip


class Mode(Choice):
    """Whether the tax at a flat rate is computed."""

    BOTH = "les_deux", "Les deux"
    ONE = "un", "Un seul"


class YearInputs(Inputs):
    """A year."""

    GROUPS: ClassVar[tuple[Group, ...]] = (Group("tout", "Tout"),)

    jour: date = asked("Jour", group="tout", default=date(2026, 1, 1))
    ventes: Decimal = money("Ventes", group="tout", ge=-(10**12))
    plafond: Decimal = money("Plafond", group="tout", default=Decimal(80_000), ge=-(10**12))
    frais: Decimal = money("Frais", group="tout", default=Decimal(300))
    autres: Decimal | None = money("Autres", group="tout", default=None)
    mois: int = quantity("Mois", group="tout", default=12)
    mode: Mode = asked("Mode", group="tout", default=Mode.BOTH)


class Month(Part):
    """A row."""

    cotisations = declared("Cotisations", CENT, nature="cotisations")
    impot = declared("Impôt", CENT, nature="impot")
    reste = declared("Reste", CENT, nature="reste")


class Year(Sheet):
    """Lines to draw."""

    inputs: YearInputs

    recettes = declared("Recettes", CENT)
    limite = declared("Plafond", CENT)
    fixe = declared("Impôt à taux fixe", CENT, nature="impot")
    progressif = declared("Impôt au barème", CENT, nature="impot")
    marge = declared("Marge", CENT)
    part = declared("Part", PERCENT_CENT, unit=PERCENT)
    duree = declared("Durée", CENT, unit=DAYS)
    mois = table(Month, "Mois par mois", head="Mois")


def formulas(*, inputs: YearInputs, rates: RateBook) -> Year:
    """Two taxes, equal at 50 000 €."""
    m = Year(inputs, rates)
    m.recettes = m["ventes"] * 1
    m.limite = m["plafond"] * 1
    if inputs.mode is Mode.BOTH:
        m.fixe = m.recettes * Decimal("0.02")
    m.progressif = maximum(0, m.recettes - 40_000) * Decimal("0.1")
    m.marge = m.recettes * Decimal("0.05") - 1_500
    m.part = m.recettes / m.limite
    for rank in range(inputs.mois):
        row = m.mois.row(f"{rank:02}", f"{MONTHS[rank % 12]} {2026 + rank // 12}")
        row.cotisations = m.recettes * Decimal("0.01")
        row.impot = m.recettes * (rank % 2) * Decimal("0.001")
        row.reste = m.recettes / 12 - m["frais"] * rank - row.cotisations
    m.mois.totals["cotisations"] = m.recettes
    m.refuse(m.recettes > 9 * 10**11, "trop", "Trop grand.", "ventes")
    return m


GAUGES = Gauges("plafonds", "Vos plafonds", (Gauge("recettes", "limite", "Régime micro"),))
BARS = Bars("mois", "Mois par mois", "mois", ("cotisations", "impot", "reste", "absente"))
CURVE = Curve("choix", "Fixe ou barème", "ventes", ("fixe", "progressif", "absente"), "limite")
BOOK = RateBook.build(())


def result(ventes: Any = 45_000, specs: tuple[Chart, ...] = (), **inputs: Any) -> Result:
    calculator = Calculator(
        slug="annee", title="Année", summary="", intro="", inputs=YearInputs, sheet=Year,
        formulas=formulas, main_date="jour", example={}, headline=Headline("recettes", "", "", ""),
        charts=specs or (GAUGES, BARS, CURVE),
    )  # fmt: skip
    return calculator.calculate(inputs=YearInputs(ventes=ventes, **inputs), rates=BOOK)


def one(spec: Chart, ventes: Any = 45_000, **inputs: Any) -> ChartView:
    (view,) = charts(result(ventes, (spec,), **inputs))
    return view


def parsed(view: ChartView, width: int = 0) -> Element:
    text = svg(view, idprefix="essai-", width=width)
    assert not re.search(r"NaN|Infinity|(?<![-\w])-0(?![.\d])|\bstyle=|<script|\bon\w+=", text)
    root = ElementTree.fromstring(text)  # noqa: S314 our own drawing
    assert root.get("role") == "img"
    names = {node.get("id"): node.text for node in root if node.get("id")}
    assert [names[key] for key in root.attrib["aria-labelledby"].split()] == [
        f"{view.title}. {view.description}" if width else view.title,
        view.description,
    ]
    used = set(re.findall(r"url\(#([^)]+)\)", text))
    assert used <= set(re.findall(r'id="([^"]+)"', text))
    return root


def words(root: Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("width", [0, 300, 640])
@pytest.mark.parametrize("spec", [GAUGES, BARS, CURVE], ids=lambda spec: spec.code)
@pytest.mark.parametrize("ventes", [0, 1, 45_000, "99999.99", -500, 9 * 10**11], ids=str)
def test_every_drawing_is_well_formed_whatever_the_amounts(
    spec: Chart, ventes: Any, width: int
) -> None:
    for view in charts(result(ventes, (spec,))):
        parsed(view, width)
        assert {len(row) for row in view.table.rows} == {len(view.table.headers)}
        assert len(view.table.aligned) == len(view.table.headers)


@given(
    ventes=st.decimals(-(10**11), 10**12 - 1, places=2),
    plafond=st.decimals(-(10**6), 10**12 - 1, places=2),
    frais=st.decimals(0, 10**9, places=2),
    mois=st.integers(0, 30),
    mode=st.sampled_from(Mode),
)
def test_any_amounts_draw(
    ventes: Decimal, plafond: Decimal, frais: Decimal, mois: int, mode: Mode
) -> None:
    for view in charts(result(ventes, plafond=plafond, frais=frais, mois=mois, mode=mode)):
        parsed(view)
        parsed(view, 520)


def test_rows_that_are_alternatives_have_no_sum() -> None:
    summed, apart = (
        charts(result(45_000, (replace(BARS, summed=each),)))[0] for each in (True, False)
    )

    assert isinstance(summed.shape, BarsShape)
    assert isinstance(apart.shape, BarsShape)
    assert all(key.amount for key in summed.shape.keys)
    assert not any(key.amount for key in apart.shape.keys)
    assert [key.label for key in apart.shape.keys] == [key.label for key in summed.shape.keys]


def test_nothing_computed_draws_nothing() -> None:
    assert charts(result(9 * 10**11 + 1, plafond=1)) == ()


def test_what_the_shape_does_not_compute_is_left_out() -> None:
    assert charts(result(1, (Gauges("x", "", (Gauge("absente", "limite", ""),)),))) == ()
    assert charts(result(1, (Bars("x", "", "absente", ("impot",)),))) == ()
    assert charts(result(1, (Bars("x", "", "mois", ("absente",)),))) == ()
    assert charts(result(1, (Curve("x", "", "ventes", ("absente",), Decimal(1)),))) == ()
    assert charts(result(1, (Curve("x", "", "ventes", ("fixe",), "absente"),))) == ()
    assert charts(result(1, (Curve("x", "", "autres", ("fixe",), Decimal(9)),))) == ()
    shape = one(CURVE, mode=Mode.ONE).shape
    assert isinstance(shape, CurveShape)
    assert [trace.label for trace in shape.traces] == ["Impôt au barème"]


@pytest.mark.parametrize(
    ("ventes", "state", "share", "left"),
    [
        (45_000, "below", "56 %", "reste 35 000 €"),
        (25_596, "below", "32 %", "reste 54 404 €"),  # 31,995 %: a line says 32,00 %
        ("25199.99", "below", "32 %", "reste 54 800 €"),  # 31,4999… %: a line says 31,50 %
        ("25195.99", "below", "31 %", "reste 54 804 €"),
        (79_600, "below", "99,5 %", "reste 400 €"),
        (79_590, "below", "99 %", "reste 410 €"),
        ("79999.99", "below", "99,9 %", "reste 0,01 €"),
        (80_000, "reached", "100 %", "atteint"),
        ("80000.01", "passed", "100,1 %", "dépassé de 0,01 €"),
        (80_240, "passed", "100,3 %", "dépassé de 240 €"),
        (80_400, "passed", "101 %", "dépassé de 400 €"),
        (10**9, "passed", "> 999 %", "dépassé de 999 920 000 €"),
        (-20_000, "below", "−25 %", "reste 100 000 €"),
    ],
)
def test_a_gauge_says_what_is_left(ventes: Any, state: str, share: str, left: str) -> None:
    view = one(GAUGES, ventes)
    assert isinstance(view.shape, GaugesShape)
    (gauge,) = view.shape.gauges
    assert (gauge.state, gauge.share.replace("\xa0", " "), gauge.left.replace("\xa0", " ")) == (
        state,
        share,
        left,
    )
    assert gauge.sum in view.description
    assert gauge.left in view.description
    root = parsed(view)
    assert {gauge.label, gauge.left, gauge.sum, gauge.share} <= set(words(root))
    woven = [node for node in root.iter(f"{SVG}rect") if "url" in node.get("fill", "")]
    assert bool(woven) is (state == "passed")


def test_a_sum_wears_its_unit_once() -> None:
    shape = one(GAUGES).shape
    assert isinstance(shape, GaugesShape)
    assert shape.gauges[0].sum.replace("\xa0", " ") == "45 000 sur 80 000 €"


def test_a_ceiling_of_nothing_has_no_part() -> None:
    shape = one(GAUGES, 5, plafond=0).shape
    assert isinstance(shape, GaugesShape)
    assert (shape.gauges[0].share, shape.gauges[0].state) == ("", "passed")


def test_a_gauge_not_computable_says_so() -> None:
    view = one(Gauges("x", "X", (Gauge("part", "part", "Part"),)), plafond=0)
    assert "non\xa0calculable" in words(parsed(view))
    assert view.table.rows[0][1] == "non\xa0calculable"


def test_bars_stack_from_zero_and_losses_go_below() -> None:
    view = one(BARS, 12_000)
    shape = view.shape
    assert isinstance(shape, BarsShape)
    assert len(shape.bars) == 12
    for bar in shape.bars:
        for side in (True, False):
            pieces = [piece for piece in bar.pieces if (piece.end > piece.start) is side]
            starts = [shape.zero, *(piece.end for piece in pieces)]
            assert [piece.start for piece in pieces] == pytest.approx(starts[:-1])
    last = shape.bars[-1].pieces[-1]
    assert last.nature == "perte"
    assert last.end < shape.zero
    assert {key.nature for key in shape.keys} == {"cotisations", "impot", "reste", "perte"}
    assert view.table.foot == ("Total", "12\xa0000,00\xa0€", "", "")


def test_bars_say_their_sums_and_the_highest() -> None:
    view = one(BARS, 12_000, frais=0)
    assert "Cotisations 1\xa0440\xa0€" in view.description
    assert "la plus haute barre, Février 2026, monte à 1\xa0012\xa0€" in view.description


def test_all_zeros_draw_no_bars() -> None:
    assert charts(result(0, (BARS,), frais=0)) == ()


@pytest.mark.parametrize("months", [1, 2, 5, 12, 24, 60, 120])
def test_names_of_periods_fit_their_places(months: int) -> None:
    root = parsed(one(BARS, mois=months))
    groups = {g.get("class"): g for g in root.iter(f"{SVG}g") if g.get("class")}
    for css, room in (("chart__wide", 460), ("chart__narrow", 220)):
        texts = words(groups[css])
        assert texts
        assert max(map(len, texts)) * 6 * len(texts) <= room * 1.05


def test_twelve_months_have_their_abbreviation_and_their_initial() -> None:
    root = parsed(one(BARS))
    groups = {g.get("class"): words(g) for g in root.iter(f"{SVG}g") if g.get("class")}
    assert groups["chart__wide"][0] == "janv."
    assert "".join(groups["chart__narrow"]) == "JFMAMJJASOND"


def test_a_crossing_stands_where_both_cost_the_same() -> None:
    view = one(CURVE)
    assert isinstance(view.shape, CurveShape)
    (crossing,) = view.shape.crossings
    assert crossing.text.replace("\xa0", " ") == "50 000 €"
    assert crossing.x == pytest.approx(50_000 / 80_000, abs=1e-6)
    assert "50\xa0000\xa0€" in words(parsed(view))
    assert "A et B se croisent à 50\xa0000\xa0€" in view.description
    (row,) = (row for row in view.table.rows if row[0].startswith("50\xa0000\xa0€"))
    assert row[0].endswith("(A\xa0=\xa0B)")
    assert row[1] == row[2] == "1\xa0000,00\xa0€"


def test_a_line_that_passes_zero_is_marked_there_when_asked() -> None:
    spec = Curve("x", "X", "ventes", ("marge",), Decimal(80_000))
    unmarked = one(spec).shape
    assert isinstance(unmarked, CurveShape)
    assert not unmarked.crossings
    view = one(replace(spec, zero=True))
    assert isinstance(view.shape, CurveShape)
    (crossing,) = view.shape.crossings

    # 5 % of 30 000 pays 1 500
    assert (crossing.names, crossing.text.replace("\xa0", " ")) == ("A passe par zéro", "30 000 €")
    assert crossing.y == pytest.approx(view.shape.zero, abs=1e-4)
    (row,) = (row for row in view.table.rows if row[0].startswith("30\xa0000\xa0€"))
    assert row[0].endswith("(A\xa0=\xa00)")
    # 5 % − 1 500 and 2 % are equal at 50 000: lines still cross each other
    both = one(replace(spec, lines=("marge", "fixe"), zero=True))
    assert isinstance(both.shape, CurveShape)
    assert [c.names for c in both.shape.crossings] == ["A passe par zéro", "A et B se croisent"]


def test_an_amount_beside_a_crossing_stands_off_the_lines() -> None:
    shape = one(CURVE).shape
    assert isinstance(shape, CurveShape)
    (place,) = placed(shape, 220, 200, 14)
    assert place is not None
    (crossing,) = shape.crossings
    left = crossing.x * 220 + place[0] - (len(crossing.text) * 6.5 if place[2] == "end" else 0)
    box = Box(left, left + len(crossing.text) * 6.5, (1 - crossing.y) * 200 + place[1] - 12)
    for trace in shape.traces:
        for x, y in trace.runs[0]:
            assert not box.holds(x * 220, (1 - y) * 200, 0)


def test_amounts_without_a_free_place_are_left_to_the_list() -> None:
    shape = one(CURVE).shape
    assert isinstance(shape, CurveShape)
    crowd = replace(shape, crossings=shape.crossings * 40)
    places = placed(crowd, 220, 200, 14)
    assert None in places
    assert parsed(replace(one(CURVE), shape=crowd)) is not None


def test_the_current_value_is_marked_with_the_amounts_there() -> None:
    view = one(CURVE)
    assert isinstance(view.shape, CurveShape)
    assert view.shape.here is not None
    assert view.shape.here.at == pytest.approx(45_000 / 80_000)
    assert [trace.amount for trace in view.shape.traces] == ["900\xa0€", "500\xa0€"]
    assert "Votre cas\xa0: 45\xa0000\xa0€" in words(parsed(view))


def test_a_current_value_past_the_end_moves_the_end() -> None:
    shape = one(CURVE, 130_000).shape
    assert isinstance(shape, CurveShape)
    assert shape.here is not None
    assert 0 < shape.here.at <= 1


def test_lines_are_told_apart_without_colour() -> None:
    root = parsed(one(CURVE))
    dashes = [path.get("stroke-dasharray") for path in root.iter(f"{SVG}path")]
    assert len(set(dashes)) == len(dashes) == 2
    assert words(root).count("A") == words(root).count("B") == 2


def test_a_line_stops_where_the_calculation_is_refused() -> None:
    spec = Curve("x", "X", "ventes", ("fixe",), Decimal(18 * 10**11))
    shape = one(spec, 5).shape
    assert isinstance(shape, CurveShape)
    ((run,),) = (trace.runs for trace in shape.traces)
    assert max(x for x, _ in run) <= 0.5


def test_the_compiled_calculator_is_kept_with_the_book() -> None:
    first, codes = result(), ("fixe",)
    kept = compiled_for(first.calculator, BOOK, codes)
    assert compiled_for(first.calculator, BOOK, codes) is kept
    assert compiled_for(result().calculator, BOOK, codes) is not kept
    assert kept.shape(first.inputs).codes == ("fixe",)


def test_words_are_escaped() -> None:
    spec = Gauges("x y", "</title><script>", (Gauge("recettes", "limite", '<b> & "co"' * 9),))
    assert not list(parsed(one(spec)).iter(f"{SVG}script"))
