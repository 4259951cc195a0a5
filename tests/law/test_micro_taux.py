"""The rate of contributions of a month: full, with ACRE, overseas; its ceiling; levies by place."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from calculators.kit.amounts import constant
from calculators.kit.fields import Inputs, asked
from calculators.kit.lines import Sheet
from calculators.kit.rates import MissingRate
from calculators.law.micro.categories import (
    CIPAV,
    LIBERAL,
    MEUBLES,
    SERVICES,
    VENTES,
    Categorie,
    Territoire,
)
from calculators.law.micro.taux import Creation, au_dixieme_superieur, plafond_acre, taux
from tests.books import committed_book
from tests.catalogue.runs import euros, run

QUATRE = (VENTES, SERVICES, LIBERAL, CIPAV)


class Dated(Inputs):
    """A day of creation."""

    creation: date = asked("Création")


def sheet_of(created: str) -> Sheet:
    return Sheet(Dated(creation=date.fromisoformat(created)), committed_book())


def creation_of(created: str) -> Creation:
    return Creation.of(sheet_of(created).day("creation"))


def points(value: Decimal) -> str:
    return f"{(value * 100).normalize():f}"


def rate_of(
    categorie: Categorie, month: str, created: str, territoire: Territoire = Territoire.GENERAL
) -> str:
    """The rate of a month in points, ACRE asked for."""
    sheet, creation = sheet_of(created), creation_of(created)
    on = date.fromisoformat(f"{month}-01")
    found = taux(
        sheet, categorie, sheet.moment(on), creation, annee_acre=creation.annee_acre(on),
        territoire=territoire,
    )  # fmt: skip
    return points(found.value)


@pytest.mark.parametrize(
    ("created", "after"),
    [
        ("2026-08-01", "2027-07-01"),  # to 30 June 2027, the example
        ("2026-09-03", "2027-07-01"),  # the administration's own example
        ("2026-07-01", "2027-07-01"),
        ("2026-06-30", "2027-04-01"),
        ("2026-10-01", "2027-10-01"),
        ("2026-12-31", "2027-10-01"),
        ("2024-01-01", "2025-01-01"),
        # Three years before April 2020: to the end of the eleventh quarter that follows.
        ("2020-03-31", "2023-01-01"),
        ("2019-06-10", "2022-04-01"),
        ("2009-05-15", "2012-04-01"),
    ],
)
def test_acre_ends_with_a_civil_quarter(created: str, after: str) -> None:
    creation = creation_of(created)
    end = date.fromisoformat(after)
    eve = date(end.year - (end.month == 1), (end.month - 2) % 12 + 1, 1)
    assert creation.fin_acre == end
    assert creation.annee_acre(end) == 0
    assert creation.annee_acre(eve) == creation.annees_acre


# Created, month, then sales, services, liberal and Cipav; the share due is rounded up to 0,1.
RATES = [
    ("2026-08-01", "2026-08", "9.3 15.9 19.2 17.4"),
    ("2026-08-01", "2027-06", "9.3 15.9 19.2 17.4"),
    ("2026-08-01", "2027-07", "12.3 21.2 25.6 23.2"),
    ("2026-06-30", "2026-06", "6.2 10.6 12.8 13.4"),
    ("2026-06-30", "2027-03", "6.2 10.6 12.8 13.4"),
    ("2026-06-30", "2027-04", "12.3 21.2 25.6 23.2"),
    ("2025-11-01", "2025-12", "6.2 10.6 12.3 13.9"),  # the month's version, the creation's scheme
    ("2025-11-01", "2026-01", "6.2 10.6 12.8 13.4"),
    ("2024-06-01", "2024-06", "6.2 10.6 10.6 12.1"),
    ("2024-06-01", "2024-07", "6.2 10.6 11.6 13.9"),
    # Without a published rate, 50 % of 12,8 / 22 / 22 / 22 (22,2 since 14 June 2021).
    ("2020-04-01", "2020-04", "6.4 11 11 11"),
    ("2021-05-01", "2021-07", "6.4 11 11 11.1"),
    ("2022-03-01", "2022-09", "6.4 11 11 11.1"),
    ("2022-03-01", "2022-10", "6.2 10.6 10.6 12.1"),
    # 25 %, 75 %, then 90 % of 12,8 = 11,52 and of 22,2 = 19,98.
    ("2019-06-10", "2020-03", "3.2 5.5 5.5 5.5"),
    ("2019-06-10", "2020-04", "9.6 16.5 16.5 16.5"),
    ("2019-06-10", "2021-03", "9.6 16.5 16.5 16.5"),
    ("2019-06-10", "2021-07", "11.6 19.8 19.8 20"),
    ("2019-06-10", "2022-04", "12.8 22 22 22.2"),
    # 25 % of 21,3 = 5,325; 50 % = 10,65; 75 % = 15,975: published 5,4 / 10,7 / 16.
    ("2009-05-15", "2009-06", "3 5.4 5.4 4.6"),
    ("2009-05-15", "2010-04", "6 10.7 10.7 9.2"),
    ("2009-05-15", "2011-04", "9 16 16 13.8"),
    ("2009-05-15", "2012-04", "12 21.3 21.3 18.3"),
    # 13,4 and 23,1: 3,35 and 5,775.
    ("2016-05-02", "2016-06", "3.4 5.8 5.8 5.8"),
    ("2019-03-31", "2019-04", "3.2 5.5 5.5 5.5"),
    # The third year went from 75 % to 90 % in 2020.
    ("2017-05-02", "2019-12", "9.6 16.5 16.5 16.5"),
    ("2017-05-02", "2020-01", "11.6 19.8 19.8 19.8"),
]


@pytest.mark.parametrize(("created", "month", "rates"), RATES)
def test_the_rate_with_acre(created: str, month: str, rates: str) -> None:
    assert " ".join(rate_of(c, month, created) for c in QUATRE) == rates


@pytest.mark.parametrize(
    ("created", "month", "rate"),
    [
        ("2026-08-01", "2026-08", "4.5"),
        ("2026-03-01", "2026-08", "3"),
        ("2020-05-01", "2020-06", "3"),
    ],
)
def test_classified_lets_with_acre(created: str, month: str, rate: str) -> None:
    """75 % and 50 % of 6 %."""
    assert rate_of(MEUBLES, month, created) == rate


# 8 civil quarters, to the end of the third civil year, then on.
DROM = [
    ("2024-05-10", "2026-03", "2.1 3.6 4.4 7.8"),
    ("2024-05-10", "2026-04", "6.2 10.6 13.1 11.6"),
    ("2024-05-10", "2026-12", "6.2 10.6 13.1 11.6"),
    ("2024-05-10", "2027-01", "8.2 14.2 17.4 15.5"),
    ("2025-10-02", "2025-12", "2.1 3.6 4.1 7.8"),
    ("2020-01-01", "2025-06", "8.2 14.2 16.4 15.5"),
]


@pytest.mark.parametrize(("created", "month", "rates"), DROM)
def test_overseas_steps(created: str, month: str, rates: str) -> None:
    found = " ".join(rate_of(c, month, created, Territoire.DROM) for c in QUATRE)
    assert found == rates


def test_overseas_rates_are_missing_before_the_tables() -> None:
    with pytest.raises(MissingRate):
        rate_of(VENTES, "2022-09", "2020-01-01", Territoire.DROM)


@pytest.mark.parametrize(
    ("given", "up"),
    [
        ("9.225", "9.3"),
        ("6.15", "6.2"),
        ("10.65", "10.7"),  # a tie goes up as everything does
        ("11.52", "11.6"),
        ("15.9", "15.9"),  # what is on the grid stays
        ("6", "6"),
        ("6.000001", "6.1"),
        ("0", "0"),
    ],
)
def test_up_to_the_tenth_of_a_point(given: str, up: str) -> None:
    assert points(au_dixieme_superieur(constant(Decimal(given) / 100)).value) == up


@pytest.mark.parametrize(
    ("annee", "ceilings"),
    [
        (2026, "165724 96120 72818 72818 96120"),  # 48 060 ÷ 0,29; ÷ 0,5; ÷ 0,66
        (2024, "159890 92736 70255 70255 159890"),  # 46 368; lets had 71 %
        (2017, "170000 70000 70000 70000 70000"),  # the micro ceilings
        (2012, "81500 32600 32600 32600 32600"),
    ],
)
def test_the_turnover_that_the_reduced_rate_covers(annee: int, ceilings: str) -> None:
    sheet = sheet_of("2026-01-01")
    on = sheet.moment(date(annee, 1, 1))
    found = [plafond_acre(sheet, c, on).value for c in (*QUATRE, MEUBLES)]
    assert " ".join(f"{v:.0f}" for v in found) == ceilings


ANNEE_ACRE: dict[str, Any] = {
    "annee": 2026, "date_creation": "2026-01-01", "acre": True, "periodicite": "trimestrielle",
    "lecture": "centime",
}  # fmt: skip


@pytest.mark.parametrize(
    ("field", "amount", "extra"),
    [
        ("ca_services", "96120", "0.00"),  # the ceiling itself: none
        ("ca_services", "100000", "411.28"),  # 3 880 × (21,2 − 10,6) %
        ("ca_ventes", "180000", "870.83"),  # (180 000 − 165 724,1379) × (12,3 − 6,2) %
        ("ca_liberal", "80000", "919.27"),  # (80 000 − 72 818,1818) × (25,6 − 12,8) %
    ],
)
def test_only_the_excess_over_the_ceiling_bears_the_full_rate(
    field: str, amount: str, extra: str
) -> None:
    result = run("micro-entrepreneur", **ANNEE_ACRE, **{field: amount})
    name = field.removeprefix("ca_")
    assert euros(result, f"complement_{name}") == [extra]
    whole = result[f"cotisations_{name}"]
    assert whole is not None
    assert result["cotisations"] == whole + Decimal(extra)


def test_the_levies_that_acre_does_not_reduce() -> None:
    """120 000 of sales: 120 of training, 18 of chamber, 1 200 of versement, with it or without."""
    reduced = run("micro-entrepreneur", **ANNEE_ACRE, ca_ventes="120000")
    full = run("micro-entrepreneur", **ANNEE_ACRE | {"acre": False}, ca_ventes="120000")
    codes = ("cfp", "taxe_chambre", "versement_liberatoire")
    assert euros(reduced, *codes) == euros(full, *codes) == ["120.00", "18.00", "1200.00"]
    assert euros(reduced, "cotisations") == ["7440.00"]  # 6,2 %
    assert euros(full, "cotisations") == ["14760.00"]  # 12,3 %


# 10 000 a month: the tax of each declaration to the euro, twelve times.
CHAMBRES = {
    ("cci", "general", "ca_ventes"): "24.00",  # 1,50 → 2
    ("cci", "general", "ca_services"): "48.00",  # 4,40 → 4
    ("cci", "alsace", "ca_ventes"): "24.00",  # the chamber of commerce has no local rate
    ("cma", "general", "ca_ventes"): "264.00",  # 22
    ("cma", "general", "ca_services"): "576.00",  # 48
    ("cma", "alsace", "ca_ventes"): "348.00",  # 29
    ("cma", "alsace", "ca_services"): "780.00",  # 65
    ("cma", "moselle", "ca_ventes"): "444.00",  # 37
    ("cma", "moselle", "ca_services"): "996.00",  # 83
}


@pytest.mark.parametrize(("registre", "territoire", "field"), CHAMBRES)
def test_the_chamber_s_tax(registre: str, territoire: str, field: str) -> None:
    given = {"registre": registre, "territoire": territoire, field: "120000"}
    result = run("micro-entrepreneur", annee=2026, **given)
    assert euros(result, "taxe_chambre") == [CHAMBRES[registre, territoire, field]]


def test_a_liberal_activity_pays_no_chamber() -> None:
    for given in ({"ca_liberal": "50000"}, {"ca_liberal": "50000", "registre": "aucun"}):
        assert "taxe_chambre" not in run("micro-entrepreneur", annee=2026, **given).amounts


@pytest.mark.parametrize("territoire", ["general", "alsace", "moselle"])
def test_no_chamber_tax_before_2015(territoire: str) -> None:
    given = {"registre": "cma", "territoire": territoire, "ca_services": "30000"}
    result = run("micro-entrepreneur", annee=2014, **given)
    assert euros(result, "taxe_chambre") == ["0.00"]


@pytest.mark.parametrize(("turnover", "tax"), [("5000", "0.00"), ("5000.01", "24.00")])
def test_no_chamber_tax_up_to_5000_a_year(turnover: str, tax: str) -> None:
    """416,67 × 0,48 % = 2,00 a month."""
    result = run("micro-entrepreneur", annee=2026, registre="cma", ca_services=turnover)
    assert euros(result, "taxe_chambre") == [tax]


@pytest.mark.parametrize(
    ("annee", "registre", "field", "levy"),
    [
        (2026, "cma", "ca_services", "360.00"),  # 0,3 %: 30 a month
        (2026, "cma", "ca_ventes", "360.00"),
        (2026, "cci", "ca_ventes", "120.00"),  # 0,1 %
        (2026, "cci", "ca_services", "240.00"),  # 0,2 %, the law's
        (2026, "aucun", "ca_liberal", "240.00"),
        (2026, "cma", "ca_liberal", "240.00"),  # a liberal activity has its own
        (2019, "aucun", "ca_liberal", "120.00"),  # 0,1 % from 2018 to 2021
        (2012, "cma", "ca_services", "360.00"),
        (2010, "cma", "ca_services", "0.00"),  # none before 2011
    ],
)
def test_the_training_levy(annee: int, registre: str, field: str, levy: str) -> None:
    given = {"registre": registre, field: "120000"}
    assert euros(run("micro-entrepreneur", annee=annee, **given), "cfp") == [levy]
