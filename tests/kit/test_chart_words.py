"""What a chart says in words: which line gets above which, what stands under its title."""

from dataclasses import replace

from calculators.kit.charts.present import charts
from calculators.kit.charts.shapes import CurveShape
from calculators.kit.lines import Remark
from tests.kit.test_charts import CURVE, one, result


def test_named_lines_say_which_one_gets_above_which() -> None:
    named = replace(CURVE, names=("Le fixe", "Le barème", "Rien"))
    view = one(named)
    assert isinstance(view.shape, CurveShape)
    (crossing,) = view.shape.crossings

    # 10 % of what is above 40 000 is more than 2 % of the whole from 50 000 on
    assert crossing.names == "Le barème dépasse Le fixe"
    assert [trace.label for trace in view.shape.traces] == ["Le fixe", "Le barème"]
    assert view.table.headers[1:] == ("A. Le fixe", "B. Le barème")


def test_a_note_is_said_under_the_title_and_a_remark_when_it_holds() -> None:
    spec = replace(CURVE, note="Jusqu’à {limite}.", remark="haut")
    assert one(spec).note == "Jusqu’à {limite}."  # without texts, places stay
    computed = result(45_000, (spec,))
    for remarks, said in (((), ""), ((Remark("info", "haut", "Plus que {x}."),), " Plus que 9.")):
        (view,) = charts(replace(computed, remarks=remarks), {"limite": "80", "x": "9"})
        assert view.note == f"Jusqu’à 80.{said}"
