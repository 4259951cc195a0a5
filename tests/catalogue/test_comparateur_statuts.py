"""The statuses side by side: each figure is worked out by hand beside it."""

from decimal import Decimal
from typing import Any

import pytest

from calculators.catalogue import calculators
from calculators.catalogue.comparateur_statuts.words import STATUTS
from calculators.kit import french
from calculators.kit.calculator import Result
from calculators.kit.charts.curves import curve
from calculators.kit.charts.draw import svg
from calculators.kit.charts.present import charts
from calculators.kit.charts.shapes import CurveShape
from calculators.kit.charts.specs import Curve
from sellerdesk.desk.reading import validated
from tests.catalogue.runs import euros, remarks, run
from tests.catalogue.statuts import COLUMNS, KEYS, NETS, YEAR, compared, row


def test_the_two_options_of_a_micro_entrepreneur() -> None:
    """12 × (615 + 5 + 1) = 7 452 of levies; 60 000 − 42 600 = 17 400 taxed, less than the décote.

    17 400 − 11 600 = 5 800 × 11 % = 638; décote 897 − 45,25 % × 638 = 608; 30 is not collected.
    """
    result = compared()

    assert row(result, "micro", *COLUMNS) == [
        "60000.00", "27000.00", "7452.00", "0.00", "25548.00",
    ]  # fmt: skip
    # 1 % of the turnover
    assert row(result, "versement", "impot", "reste") == ["600.00", "24948.00"]
    # 33 000 ÷ 25 548 = 1,2917
    assert row(result, "micro", "cout_un_euro") == ["1.29"]


def test_a_self_employed_person_at_the_real_regime() -> None:
    """31 500 less 26 % is a base of 23 310."""
    result = compared(frais_reel="1500")

    assert euros(result, "resultat_reel", "ei_assiette") == ["31500.00", "23310"]
    # maladie 1,5 + 2,5 × (48,50 − 40) ÷ 20 = 2,56 %: 597; IJ 117; base 4 165; compl. 1 888;
    # invalidité 303; CSG 1 585 and 676; formation 120
    assert row(result, "ei", "couts", "cotisations") == ["28500.00", "9451.00"]
    # 22 725 − 11 600 = 11 125 × 11 % = 1 223,75; décote 897 − 554 = 343
    assert euros(result, "ei_imposable", "avec_ei_impot_du") == ["22725", "881"]
    assert row(result, "ei", "reste") == ["21168.00"]


def test_a_manager_paid_everything_takes_ten_per_cent_off() -> None:
    result = compared(frais_reel="1500")

    # 22 725 − 2 273 = 20 452; 8 852 × 11 % = 974, décote 897 − 441 = 456
    assert euros(result, "eurl_imposable_apres_deduction", "impot_eurl") == ["20452", "518.00"]
    assert row(result, "eurl", "cotisations", "reste") == ["9451.00", "21531.00"]


def test_pay_and_dividends() -> None:
    """Half of 31 500 is paid; 15 750 less 15 % leaves 13 387, of which 100 bear no contribution."""
    result = compared(frais_reel="1500")

    assert euros(result, "remuneration", "societe_impot_societes") == ["15750.00", "2363"]
    assert euros(result, "dividendes_dividendes_cotises") == ["13287.00"]
    # 100 × 18,6 % of social levies; 13 387 × 12,8 % of flat tax
    assert euros(result, "dividendes_prelevements_sociaux", "dividendes_impot_forfaitaire") == [
        "18.60", "1713.54",
    ]  # fmt: skip
    # 29 037 less 26 % (7 550) is 21 487; contributions 8 619 on pay and dividends together
    assert euros(result, "mixte_assiette", "mixte_cotisations") == ["21487", "8619"]
    # 60 000 − 28 500 − 8 637,60 − (2 363 + 1 713,54)
    assert row(result, "mixte", "cotisations", "impot", "reserve", "reste") == [
        "8637.60", "4076.54", "0.00", "18785.86",
    ]  # fmt: skip


def test_what_stays_in_the_company_is_not_left_to_its_owner() -> None:
    result = compared(frais_reel="1500", part_distribuee="0")

    assert row(result, "mixte", "reserve") == ["13387.00"]
    # contributions on 15 750 alone, of which the tax is nothing: 31 500 − 13 387 − 2 363 − …
    levies = result["mixte_cotisations"] or Decimal(0)
    assert result["statuts_mixte_reste"] == 31500 - 13387 - 2363 - levies


def test_dividends_under_the_scale_join_the_income() -> None:
    result = compared(frais_reel="1500", imposition_dividendes="bareme")

    assert "dividendes_impot_forfaitaire" not in result.amounts
    # 13 387 × 60 % − 100 × 6,8 % = 8 025,40; 8 025,40 + 6 979 = 15 004 taxed
    assert euros(result, "dividendes_imposables", "avec_mixte_revenu") == ["8025.40", "15004"]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"salaires_foyer": "18000"},
        {"situation_famille": "couple", "salaires_conjoint": "30000", "enfants_a_charge": 2},
        {"date_creation": "2026-03-01", "acre": True},
        {"registre": "cma"},
    ],
    ids=["alone", "salary", "couple", "acre", "craft"],
)
@pytest.mark.parametrize("activite", ["ventes", "services", "liberal"])
def test_the_same_numbers_as_the_year_of_a_micro_entrepreneur(
    activite: str, given: dict[str, Any]
) -> None:
    here = compared(ca="50000", activite=activite, **given)
    year = {"annee": 2026, f"ca_{activite}": "50000", "taux_frais": "40", "frais_fixes": "3000"}
    scale = run("micro-entrepreneur", **year, **given)
    paid = run("micro-entrepreneur", **year, **given, option_impot="versement")

    assert here["statuts_micro_cotisations"] == scale["prelevements"]
    assert here["statuts_micro_impot"] == scale["impot_marginal"]
    assert here["statuts_micro_reste"] == scale["reste"]
    assert here["statuts_versement_reste"] == paid["reste"]


def test_which_status_leaves_most_and_by_how_much() -> None:
    light, heavy = compared(frais_reel="1500"), compared(part_charges="75", frais_fixes="0")

    assert euros(light, "meilleur", "second", "avance") == ["25548.00", "21531.00", "4017.00"]
    assert light.answer.startswith("« Micro-entreprise au barème » laisse le plus")
    assert "micro_devant" in remarks(light)
    # 60 000 − 45 000 − 7 452; at the real regime 15 000 is a base of 11 100, which owes 26 (0,23 %)
    # + 96 + 1 984 + 899 + 144 + 755 + 322 + 120 = 4 346, and 10 976 is not taxed
    assert euros(heavy, "statuts_micro_reste", "statuts_ei_reste") == ["7548.00", "10654.00"]
    assert "reel_devant" in remarks(heavy)
    assert "micro_devant" not in remarks(heavy)
    # the same self-employed person, in a company that keeps nothing
    assert row(heavy, "eurl", "reste") == ["10654.00"]
    assert "« EI au réel » laisse le plus en {annee} : {meilleur}, autant" in heavy.answer


def test_above_its_ceiling_the_micro_regime_is_shown_and_not_ranked() -> None:
    result = compared(ca="210000", part_charges="0")

    assert euros(result, "plafond_micro", "depassement") == ["203100.00", "6900.00"]
    nets = [result.amounts[code] or Decimal(0) for code in NETS]
    assert max(nets) == nets[1]  # 210 000 × (1 − 12,42 % − 1 %) would be the most
    assert result["meilleur"] == max(nets[2:])
    assert "plafond_micro_depasse" in remarks(result)
    assert "micro_devant" not in remarks(result)
    assert "Micro" not in result.answer


def test_the_first_year_has_its_ceiling_by_the_day() -> None:
    # 1 July to 31 December: 203 100 × 184 ÷ 365
    assert euros(compared(date_creation="2026-07-01"), "plafond_micro") == ["102384.66"]


def test_who_may_not_choose_the_versement_is_not_offered_it() -> None:
    # 150 000 € of sales: 43 500 € would be taxed by the scale, far above 1 500 €
    given = {"ca": "150000", "part_charges": "30", "rfr": "29315.01"}
    refused, allowed = compared(**given), compared(**given | {"rfr": "29315"})

    assert "sous versement libératoire" in allowed.answer
    assert "versement_refuse" not in remarks(allowed)
    assert "versement_refuse" in remarks(refused)
    assert "au barème" in refused.answer


def test_both_bases_of_the_contributions_are_shown() -> None:
    result = compared(frais_reel="1500")

    # before 2025: 23 021,43 is left of 31 500 once 9 331 less its 852 of CSG are paid
    assert euros(result, "cotisations_anciennes", "ecart_assiette") == ["9331.00", "120.00"]
    assert "ancienne_assiette" in remarks(result)
    assert "cotisations_anciennes" not in compared(annee=2024).amounts


def test_a_loss_still_pays_the_minimum() -> None:
    result = compared(ca="0", part_charges="0")

    assert euros(result, "resultat_reel") == ["-3000.00"]
    # 967 + 96 + 72 + 120, as in the room's own test
    assert row(result, "ei", "cotisations", "reste") == ["1255.00", "-4255.00"]
    assert row(result, "mixte", "reste", "cout_un_euro") == ["-4255.00", "-"]
    assert row(result, "micro", "reste") == ["-3000.00"]
    assert "perte" in remarks(result)
    assert not {"micro_devant", "reel_devant"} & remarks(result)
    assert result.answer == ""  # the headline says the loss, no status is praised for it


def test_no_status_is_named_when_nothing_is_left() -> None:
    result = compared(ca="0", part_charges="0", frais_fixes="0")

    assert euros(result, "meilleur") == ["0.00"]
    assert result.answer == ""


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
def test_every_row_adds_up(year: int) -> None:
    result = compared(annee=year, salaires_foyer="12000", part_distribuee="40", achats="500")

    for key in KEYS:
        cells = [result.amounts.get(f"statuts_{key}_{column}") or Decimal(0)
                 for column in ("couts", "cotisations", "impot", "reserve", "reste")]  # fmt: skip
        assert sum(cells) == result["statuts_" + key + "_recettes"] == 60000


def test_an_unknown_year_is_an_outcome() -> None:
    assert compared(annee=2016).outcome.code == "taux_manquant"


@pytest.mark.parametrize(
    ("given", "field"),
    [({"acre": True}, "acre"), ({"date_creation": "2027-01-01"}, "date_creation"),
     ({"part_charges": "100.01"}, "part_charges")],
)  # fmt: skip
def test_bad_input_is_told_at_its_field(given: dict[str, Any], field: str) -> None:
    inputs, wrong = validated(calculators()["comparateur-statuts"].inputs, YEAR | given)

    assert inputs is None
    assert [name for name, _ in wrong] == [field]


@pytest.mark.parametrize("width", [0, 600])
def test_every_bar_has_its_name(width: int) -> None:
    drawn = svg(charts(compared(activite="services"))[0], width=width)

    for name in STATUTS.values():
        assert f">{french.typography(name)}<" in drawn


def crossings(result: Result, code: str) -> dict[str, str]:
    """What the table beside a curve says of its crossings."""
    spec = next(c for c in result.calculator.charts if isinstance(c, Curve) and c.code == code)
    drawn = curve(spec, result)
    assert drawn is not None
    assert isinstance(drawn.shape, CurveShape)
    return {crossing.names: crossing.text for crossing in drawn.shape.crossings}


def test_from_which_share_of_costs_the_real_regime_wins() -> None:
    """On 60 000 € and 4 500 € of fixed costs, micro and EI cross a little above 58 %."""
    found = crossings(compared(frais_reel="1500"), "selon_couts")
    below, above = (compared(frais_reel="1500", part_charges=p) for p in ("58.3", "58.45"))

    assert found["EI au réel dépasse Micro"].startswith("58,37")
    assert lead(below) > 0 > lead(above)


def test_from_which_share_of_costs_a_company_wins() -> None:
    paid = crossings(compared(frais_reel="1500"), "selon_couts")
    shared = crossings(compared(frais_reel="1500"), "dividendes_selon_couts")

    assert paid["SASU dépasse Micro"].startswith("69,76")
    assert shared["SASU, div. dépasse Micro"].startswith("68,71")
    for key, below, above in (("sasu", "69.7", "69.8"), ("dividendes", "68.7", "68.75")):
        before, after = (compared(frais_reel="1500", part_charges=p) for p in (below, above))
        assert lead(before, key) > 0 > lead(after, key)


def test_below_a_turnover_no_pay_costs_less_than_the_minimum_contributions() -> None:
    paid = crossings(compared(frais_reel="1500"), "selon_ca")
    before, after = (compared(frais_reel="1500", ca=ca) for ca in ("14360", "14375"))

    assert paid["EI au réel dépasse SASU"].startswith("14\N{NO-BREAK SPACE}367")
    assert lead(before, "sasu") - lead(before) < 0 < lead(after, "sasu") - lead(after)


def lead(result: Result, other: str = "ei") -> Decimal:
    """What the micro regime leaves more than another status."""
    micro, left = result["statuts_micro_reste"], result[f"statuts_{other}_reste"]
    assert micro is not None
    assert left is not None
    return micro - left
