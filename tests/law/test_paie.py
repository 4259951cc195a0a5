"""Payroll: by hand, on both sides of every threshold, and its laws."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kit.rates import MissingRate
from calculators.kit.readings import rates_of
from calculators.law.paie import CODES, GRILLES, Alternants, Effectif, Statut
from tests.books import committed_book
from tests.law.bulletins import ATMP, Bulletin, bulletin
from tests.strategies import decimals

D = Decimal

# Executive, 4 000 € in November 2026, below the ceiling of 4 005.
EMPLOYEUR = {
    "maladie": "520",  # 4 000 × 13 %
    "vieillesse_plafonnee": "342",  # × 8,55 %
    "vieillesse_deplafonnee": "84.40",  # × 2,11 %
    "famille": "210",  # × 5,25 %
    "chomage": "160",  # × 4 %
    "ags": "10",  # × 0,25 %
    "atmp": "28",  # × 0,7 %
    "retraite_t1": "188.80",  # × 4,72 %
    "retraite_t2": "0",
    "ceg_t1": "51.60",  # × 1,29 %
    "ceg_t2": "0",
    "cet": "0",  # not above the ceiling
    "apec": "1.44",  # × 0,036 %
    "prevoyance": "60",  # × 1,5 %
    "sante_employeur": "20",  # 40 × 50 %
    "fnal": "20",  # × 0,5 %
    "csa": "12",  # × 0,3 %
    "dialogue_social": "0.64",  # × 0,016 %
    "peec": "18",  # × 0,45 %
    "mobilite": "0",
    "formation": "40",  # × 1 %
    "apprentissage": "27.20",  # × (0,59 % + 0,09 %)
    "forfait_social": "6.40",  # (60 + 20) × 8 %
    # ½ × (5 469,10 ÷ 4 000 − 1) = 0,1836375 ; ^1,75 = 0,051515… ; 0,02 + 0,3821 × it = 0,039684
    "coefficient_reduction": "0.0397",
    "reduction_generale": "158.80",
    "cotisations_employeur": "1641.68",  # 1 800,48 − 158,80
    "cout": "5641.68",
}
SALARIE = {
    "assiette_csg": "4010",  # 4 000 × 98,25 % + 60 + 20
    "vieillesse_plafonnee_salarie": "276",  # × 6,9 %
    "vieillesse_deplafonnee_salarie": "16",  # × 0,4 %
    "retraite_t1_salarie": "126",  # × 3,15 %
    "ceg_t1_salarie": "34.40",  # × 0,86 %
    "apec_salarie": "0.96",  # × 0,024 %
    "sante_salarie": "20",
    "csg_deductible": "272.68",  # 4 010 × 6,8 %
    "csg_non_deductible": "96.24",  # × 2,4 %
    "crds": "20.05",  # × 0,5 %
    "cotisations_salarie": "862.33",
    "net_avant_impot": "3137.67",
    "net_imposable": "3273.96",  # 3 137,67 + 96,24 + 20,05 + 20
    "taux_prelevement": "0.099",  # from 3 135 to 3 571
    "prelevement": "324.12",  # 3 273,96 × 9,9 % = 324,122
    "net_paye": "2813.55",
}


def values(m: Bulletin, codes: Any) -> dict[str, Decimal]:
    return {code: m.lines[code].value for code in codes}


@pytest.mark.parametrize("side", [EMPLOYEUR, SALARIE], ids=["employer", "employee"])
def test_a_payslip_by_hand(side: dict[str, str]) -> None:
    found = values(bulletin(4000, **ATMP), side)
    assert found == {code: D(value) for code, value in side.items()}


def test_a_payslip_above_the_ceiling_by_hand() -> None:
    m = bulletin(8000, **ATMP).paie
    assert (m.tranche_1.value, m.tranche_2.value) == (D(4005), D(3995))
    assert m.retraite_t2.value == D("517.3525")  # 3 995 × 12,95 %
    assert m.ceg_t2_salarie.value == D("43.146")  # 3 995 × 1,08 %
    assert m.cet.value == D("16.80")  # 8 000 × 0,21 %
    assert m.prevoyance.value == D("60.075")  # 4 005 × 1,5 %
    assert m.reduction_generale.value == 0
    assert (m.cout.value, m.net_avant_impot.value) == (D("11531.84"), D("6339.43"))


def test_far_above_the_slices_stop() -> None:
    m = bulletin(40000, **ATMP).paie
    assert m.tranche_2.value == 7 * 4005
    assert m.quatre_plafonds.value == 4 * 4005
    assert m.assiette_cet.value == 8 * 4005
    # 16 020 × 98,25 % + 23 980 + 60,075 + 20
    assert m.assiette_csg.value == D("39799.725")


MINIMA = {"2255.61": "2759.28", "2517.13": "3229.98", "2713.27": "3570.61", "3072.86": "4173.71"}


@pytest.mark.parametrize("salaire", MINIMA)
def test_the_cost_of_the_branch_s_minimum_pay(salaire: str) -> None:
    assert bulletin(salaire, **ATMP).paie.cout.value == D(MINIMA[salaire])


def test_just_above_the_ceiling_the_whole_salary_bears_the_cet() -> None:
    at, above = bulletin(4005, **ATMP).paie, bulletin("4005.01", **ATMP).paie
    assert (at.cet.value, above.cet.value) == (D(0), D("8.410521"))  # 4 005,01 × 0,21 %
    assert above.cet_salarie.value == D("5.607014")
    assert at.net_avant_impot.value - above.net_avant_impot.value == D("5.60")


def test_without_an_accident_rate_the_national_average_is_taken() -> None:
    assert bulletin(4000).paie.atmp.value == D("83.20")  # 4 000 × 2,08 %
    assert bulletin(4000, "2025-12-01").paie.atmp.value == D("84.80")


def test_the_size_of_the_company() -> None:
    small = bulletin(5000, effectif=Effectif.MOINS_DE_11, taux_mobilite=D(3)).paie
    assert small.fnal.value == D("4.005")  # 4 005 × 0,10 %
    assert small.formation.value == D("27.50")  # 5 000 × 0,55 %
    assert not {"mobilite", "forfait_social", "peec"} & set(small.lines)
    medium = bulletin(5000, effectif=Effectif.DE_11_A_49, taux_mobilite=D(3)).paie
    assert (medium.fnal.value, medium.formation.value) == (D("4.005"), D(50))
    assert medium.mobilite.value == 150
    assert medium.forfait_social.value == D("6.406")  # (60,075 + 20) × 8 %
    assert "peec" not in medium.lines
    assert bulletin(5000, effectif=Effectif.DE_50_A_249).paie.peec.value == D("22.50")


@pytest.mark.parametrize(
    ("effectif", "alternants", "rate"),
    [("de_50_a_249", "moins_de_1", None), ("de_250_a_1999", "depuis_5", None),
     ("de_250_a_1999", "de_3_a_5", "0.05"), ("de_250_a_1999", "de_2_a_3", "0.1"),
     ("depuis_2000", "de_1_a_2", "0.2"), ("de_250_a_1999", "moins_de_1", "0.4"),
     ("depuis_2000", "moins_de_1", "0.6")],
)  # fmt: skip
def test_too_few_trainees_cost(effectif: str, alternants: str, rate: str | None) -> None:
    lines = bulletin(1000, effectif=effectif, alternants=alternants).paie.lines
    found = [lines[code].value for code in lines if code == "apprentissage_supplementaire"]
    assert found == ([] if rate is None else [D(rate) * 10])


def test_alsace_moselle() -> None:
    m = bulletin(1000, alsace_moselle=True, alternants=Alternants.MOINS_DE_UN).paie
    assert m.maladie_salarie.value == 13  # 1,3 %
    assert m.apprentissage.value == D("4.40")  # 0,44 %, no balance
    assert m.apprentissage_supplementaire.value == D("2.08")  # 0,4 % × 52 %


def test_who_is_paid() -> None:
    cadre = set(bulletin(6000).lines)
    assert cadre - set(bulletin(6000, statut=Statut.NON_CADRE).lines) == {
        "apec", "apec_salarie", "prevoyance",
    }  # fmt: skip
    assert cadre - set(bulletin(6000, statut=Statut.ASSIMILE).lines) == {
        "apec", "apec_salarie", "chomage", "ags", "dialogue_social", "quatre_plafonds",
        "seuil_reduction", "coefficient_reduction", "reduction_generale",
    }  # fmt: skip


def test_a_fixed_term_pays_for_its_training_and_its_end() -> None:
    m = bulletin(2500, cdd=True, precarite=True)
    assert (m.indemnite.value, m.paie.brut.value) == (D(250), D(2750))
    assert m.paie.cpf_cdd.value == D("27.50")


def test_cover_above_what_the_law_leaves_out_is_salary_and_income() -> None:
    m = bulletin(3000, sante=D(1000)).paie
    # employer: 45 + 500 = 545; left out: 4 005 × 6 % + 3 000 × 1,5 % = 285,30
    assert (m.reintegration.value, m.assiette.value) == (D("259.70"), D("3259.70"))
    assert m.forfait_social.value == D("22.824")  # 285,30 × 8 %
    assert m.assiette_csg.value == D("3492.50")  # 2 947,50 + 545, never twice
    # deductible: 4 005 × 5 % + 3 000 × 2 % = 260,25, of 45 + 500 (the employee's health)
    assert m.prevoyance_imposable.value == D("284.75")


def test_cover_of_the_employee() -> None:
    m = bulletin(5000, taux_prevoyance=D(1), taux_prevoyance_salarie=D("0.5")).paie
    assert (m.prevoyance.value, m.prevoyance_salarie.value) == (D("40.05"), D("20.025"))
    assert m.prevoyance_imposable.value == 0


def test_before_2023_and_after_2026_no_reduction_is_published() -> None:
    for periode in ("2022-12-31", "2027-01-01"):
        with pytest.raises(MissingRate):
            bulletin(4000, periode)


def test_the_days_over_which_the_rates_stay_are_known() -> None:
    start, end = bulletin(4000, "2025-07-14").spans["periode"]
    assert (start.isoformat(), end.isoformat()) == ("2025-05-01", "2026-01-01")


def test_every_rate_is_published_in_its_unit_and_announced() -> None:
    announced = (*CODES, *(code for grid in GRILLES.values() for code in grid))
    for code in announced:
        assert {fact.unit for fact in committed_book().series(code.code)} == {code.unit}
    for m in (bulletin(4000), bulletin(4000, "2025-01-01", cdd=True, precarite=True)):
        found = {rate.fact.code for line in m.lines.values() for rate in rates_of(line)}
        assert found <= {code.code for code in announced}


GROSS = decimals(D(0), D(200_000), 2)
GIVEN = st.fixed_dictionaries({
    "periode": st.sampled_from(["2023-01-01", "2024-12-01", "2025-06-01", "2026-01-01",
                                "2026-11-01"]),
    "statut": st.sampled_from(Statut), "effectif": st.sampled_from(Effectif),
    "taux_atmp": st.none() | decimals(D(0), D(20), 2), "cdd": st.booleans(),
    "sante": decimals(D(0), D(300), 2), "taux_mobilite": decimals(D(0), D(3), 2),
    "taux_prevoyance_salarie": st.none() | decimals(D(0), D(2), 2),
    "alsace_moselle": st.booleans(),
})  # fmt: skip


@given(low=GROSS, high=GROSS, said=GIVEN)
def test_more_gross_never_costs_less(low: Decimal, high: Decimal, said: dict[str, Any]) -> None:
    low, high = sorted((low, high))
    assert bulletin(low, **said).paie.cout.value <= bulletin(high, **said).paie.cout.value


@given(gross=GROSS, said=GIVEN)
def test_lines_add_up_and_none_is_negative_or_unknown(gross: Decimal, said: dict[str, Any]) -> None:
    m = bulletin(gross, **said).paie
    net = {"net_avant_impot", "net_paye", "net_imposable", "base_prelevement", "prelevement",
           "cotisations_employeur", "cout"}  # fmt: skip
    for code, line in m.lines.items():
        assert not line.value.is_nan(), code
        assert code in net or line.value >= 0, code
    assert m.brut.value - m.cotisations_salarie.value == m.net_avant_impot.value
    assert m.brut.value + m.cotisations_employeur.value == m.cout.value
    assert m.tranche_1.value + m.tranche_2.value <= m.assiette.value
