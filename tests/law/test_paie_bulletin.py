"""The printed payslip: a row for each contribution, by hand, and columns that add up."""

from decimal import Decimal, localcontext
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from calculators.kit import units
from calculators.kit.operations import MUL
from calculators.kit.parts import Table, table
from calculators.law.paie import Alternants, Effectif, Paie, Prelevement, Statut
from calculators.law.paie.bulletin import ARRONDIS, TOTAL, Rubrique, bulletin
from tests.law import bulletins
from tests.law.bulletins import ATMP, Bulletin
from tests.strategies import decimals

D = Decimal
CENT = D("0.01")
BELOW = ("total", "net_avant_impot", "net_imposable", "prelevement", "net_paye", "cout")
SIDES = ("salarie", "employeur")

# Executive, 4 000 € in November 2026: base, employee's rate and part, employer's. CSG on
# 4 000 × 98,25 % + 60 of provident cover + 20 of health.
FOUR_THOUSAND: dict[str, tuple[str, ...]] = {
    "brut": ("4000", "", "", "", ""),
    "maladie": ("4000", "", "", "0.13", "520"),
    "prevoyance": ("4000", "", "", "0.015", "60"),
    "sante_employeur": ("40", "", "20", "0.5", "20"),
    "atmp": ("4000", "", "", "0.007", "28"),
    "vieillesse_plafonnee": ("4000", "0.069", "276", "0.0855", "342"),
    "vieillesse_deplafonnee": ("4000", "0.004", "16", "0.0211", "84.40"),
    "retraite_t1": ("4000", "0.0315", "126", "0.0472", "188.80"),
    "retraite_t2": ("0", "0.0864", "0", "0.1295", "0"),
    "ceg_t1": ("4000", "0.0086", "34.40", "0.0129", "51.60"),
    "cet": ("0", "0.0014", "0", "0.0021", "0"),
    "famille": ("4000", "", "", "0.0525", "210"),
    "chomage": ("4000", "", "", "0.04", "160"),
    "apec": ("4000", "0.00024", "0.96", "0.00036", "1.44"),
    "peec": ("4000", "", "", "0.0045", "18"),
    "apprentissage": ("4000", "", "", "0.0068", "27.20"),  # 0,59 % + 0,09 %
    "forfait_social": ("80", "", "", "0.08", "6.40"),
    "csg_deductible": ("4010", "0.068", "272.68", "", ""),
    "csg_non_deductible": ("4010", "0.024", "96.24", "", ""),
    "crds": ("4010", "0.005", "20.05", "", ""),
    "reduction_generale": ("4000", "", "", "0.0397", "-158.80"),
    "arrondis": ("", "", "0", "", "0"),
    # 276 + 16 + 126 + 34,40 + 0,96 + 20 + 272,68 + 96,24 + 20,05
    # + 160 + 10 + 1,44 + 20 + 12 + 0,64 + 18 + 40 + 27,20 + 6,40 − 158,80 to 1 484,80
    "total": ("", "", "862.33", "", "1641.68"),
    "net_avant_impot": ("", "", "3137.67", "", ""),
    # + 96,24 + 20,05 + 20 of health
    "net_imposable": ("3273.96", "", "", "", ""),
    "prelevement": ("3273.96", "0.099", "324.12", "", ""),
    "net_paye": ("", "", "2813.55", "", ""),
    "cout": ("", "", "", "", "5641.68"),
}


def printed(salaire: Any, **given: Any) -> tuple[Table[Rubrique], Bulletin]:
    """The table, and the sheet of its payslip, which it does not keep alive."""
    m = bulletins.bulletin(salaire, **(ATMP | given))
    with localcontext(units.CONTEXT):
        rows = Table(m, "imprime", table(Rubrique, "Le bulletin", head="Rubrique"))
        bulletin(rows, m.paie)
    return rows, m


def values(rows: Table[Rubrique], key: str) -> tuple[Decimal | None, ...]:
    cells = rows.rows[key][1].lines
    columns = ("base", "taux_salarie", "salarie", "taux_employeur", "employeur")
    return tuple(cells[code].value if code in cells else None for code in columns)


def test_a_payslip_by_hand() -> None:
    rows, _sheet = printed("4000")
    for key, expected in FOUR_THOUSAND.items():
        assert values(rows, key) == tuple(D(v) if v else None for v in expected), key


def test_the_order_is_that_of_the_official_model() -> None:
    rows, _sheet = printed("4000")
    heads = [label for key, label, _ in rows if rows.levels.get(key) == "group"]
    assert heads == [
        "Salaire brut", "Santé", "Accidents du travail", "Retraite", "Famille",
        "Assurance chômage", "Autres contributions de l’employeur", "CSG et CRDS",
        "Allègements : réduction générale",
    ]  # fmt: skip
    assert [label for key, label, _ in rows if rows.levels.get(key) == "total"] == [
        TOTAL, "Net à payer avant impôt", "Net payé après impôt", "Coût total pour l’employeur",
    ]  # fmt: skip
    assert list(rows.rows)[-7:] == ["arrondis", *BELOW]


def test_the_rounding_has_its_row() -> None:
    """On 4 718,16 the employee’s cells make 1 010,31, one by one, of 1 010,29."""
    rows, m = printed("4718.16")
    for side, left in zip(SIDES, ("-0.02", "0.01"), strict=True):
        cells = {key: row.lines[side].value for key, _, row in rows if side in row.lines}
        assert cells["arrondis"] == D(left), ARRONDIS
        above = sum(value for key, value in cells.items() if key not in BELOW)
        assert above == m.paie.lines[f"cotisations_{side}"].value == cells["total"]


def test_the_employee_of_alsace_and_the_president() -> None:
    local, _sheet = printed("4000", alsace_moselle=True)
    # × 1,30 %, beside the 13 % of the employer
    assert values(local, "maladie") == (D(4000), D("0.013"), D(52), D("0.13"), D(520))
    president, _sheet = printed("4000", statut=Statut.ASSIMILE)
    assert not {"chomage", "groupe_4", "reduction_generale"} & set(president.rows)


def test_a_tax_given_as_an_amount_has_no_rate() -> None:
    rows, _sheet = printed("4000", mode_prelevement=Prelevement.BAREME)
    base, rate, *_ = values(rows, "prelevement")
    assert (base, rate) == (None, None)


@given(
    gross=decimals(D(0), D(40_000), 2), statut=st.sampled_from(Statut),
    effectif=st.sampled_from(Effectif), alternants=st.sampled_from(Alternants), cdd=st.booleans(),
    alsace_moselle=st.booleans(), periode=st.sampled_from(["2024-05-01", "2026-11-01"]),
    prevoyance=st.sampled_from([None, D("1.23")]), mobilite=st.sampled_from([D(0), D("3.2")]),
)  # fmt: skip
def test_each_contribution_is_printed_once_and_each_column_adds_up(
    gross: Decimal, periode: str, prevoyance: Decimal | None, mobilite: Decimal, **choices: Any
) -> None:
    rows, m = printed(
        gross, periode=periode, taux_prevoyance_salarie=prevoyance, taux_prevoyance=prevoyance,
        taux_mobilite=mobilite, **choices,
    )  # fmt: skip
    slip = m.paie
    above = {key: row for key, _, row in rows if key not in BELOW}
    for side in SIDES:
        cells = [row.lines[side] for row in above.values() if side in row.lines]
        assert sum(cell.value for cell in cells) == slip.lines[f"cotisations_{side}"].value
        assert abs(above["arrondis"].lines[side].value) <= CENT * len(cells) / 2
    placed = [leaf.code for row in above.values() for side in SIDES
              for leaf in _lines(row, side) if leaf.code in slip.lines]  # fmt: skip
    due = [line.code for line in slip.lines.values() if line.declaration.nature == "cotisations"
           and line.declaration.level == "line"]  # fmt: skip
    wanted = [*due, *(line.code for line in slip.present(("reduction_generale",)))]
    assert sorted(placed) == sorted(wanted)
    for key, row in above.items():
        _its_factors_make_its_parts(key, row, slip)


def _lines(row: Rubrique, side: str) -> list[Any]:
    """The lines of the payslip that a part repeats, or takes off."""
    if side not in row.lines or row.lines[side].code.startswith("imprime_arrondis"):
        return []
    raw = row.lines[side].raw
    return [raw] if raw.op is None else [arg for arg in raw.args if hasattr(arg, "code")]


def _its_factors_make_its_parts(key: str, row: Rubrique, slip: Paie) -> None:
    for side in SIDES:
        if f"taux_{side}" not in row.lines:
            continue
        (line,) = _lines(row, side)
        assert line.raw.op is MUL
        assert row.base.value == line.raw.args[0].value, key  # one base for both sides
        assert row.base.value * row.lines[f"taux_{side}"].value == line.value, key
        assert line is slip.lines[line.code]
