"""Rooms of law: each rate is the one of its own date, on both sides of every change."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

import pytest

from calculators.kit.amounts import Rate
from calculators.kit.days import Day
from calculators.kit.fields import Inputs, asked
from calculators.kit.lines import Sheet
from calculators.kit.rates import MissingRate, RateCode
from calculators.law import micro, paypal, tiktok_shop, tva
from calculators.law.micro import Chambre
from calculators.law.paypal import GenrePaypal, PalierPaypal, ZonePaypal
from calculators.law.tiktok_shop import CasTiktok
from calculators.law.tva import TauxTva, TvaAchat
from tests.books import committed_book


class Dated(Inputs):
    """A day, and two rates that may be given."""

    jour: date = asked("Jour")
    ouverte: Decimal | None = asked("Ouverte", default=None)
    ciblee: Decimal | None = asked("Ciblée", default=None)


def on(text: str) -> tuple[Sheet, Day]:
    sheet = Sheet(Dated(jour=date.fromisoformat(text)), committed_book())
    return sheet, sheet.day("jour")


COTISATIONS = {
    "2009-06-01": "12",
    "2010-06-01": "12",
    "2012-12-31": "12",
    "2013-01-01": "14",
    "2014-12-31": "14.1",
    "2015-01-01": "13.3",
    "2016-01-01": "13.4",
    "2017-03-31": "13.4",
    "2017-04-01": "13.1",
    "2018-01-01": "12.8",
    "2022-09-30": "12.8",
    "2022-10-01": "12.3",
    "2026-06-01": "12.3",
}


@pytest.mark.parametrize("day", COTISATIONS)
def test_contributions_on_a_sale(day: str) -> None:
    sheet, jour = on(day)
    assert sheet.rate(micro.COTISATIONS_VENTE, jour).fact.value == Decimal(COTISATIONS[day])


LEVIES: dict[str, tuple[Callable[[Sheet, Chambre, Day], Rate], Chambre, str]] = {
    "training, merchant": (micro.taux_cfp, Chambre.CCI, "0.1"),
    "training, craftsman": (micro.taux_cfp, Chambre.CMA, "0.3"),
    "chamber tax, merchant": (micro.taux_taxe_chambre, Chambre.CCI, "0.015"),
    "chamber tax, craftsman": (micro.taux_taxe_chambre, Chambre.CMA, "0.22"),
}


@pytest.mark.parametrize("case", LEVIES)
def test_the_chamber_decides_training_and_chamber_tax(case: str) -> None:
    rate, chambre, value = LEVIES[case]
    assert rate(*_placed(chambre, "2026-06-01")).fact.value == Decimal(value)


def _placed(chambre: Chambre, day: str) -> tuple[Sheet, Chambre, Day]:
    sheet, jour = on(day)
    return sheet, chambre, jour


PAYPAL: dict[str, tuple[str, GenrePaypal, PalierPaypal, str, str]] = {
    "2010": ("2010-06-01", GenrePaypal.COMMERCIALE, PalierPaypal.PALIER_1, "3.4", "0.25"),
    "2018": ("2018-12-31", GenrePaypal.COMMERCIALE, PalierPaypal.PALIER_1, "3.4", "0.25"),
    "2019": ("2019-01-01", GenrePaypal.COMMERCIALE, PalierPaypal.PALIER_1, "3.4", "0.35"),
    "2020": ("2020-12-31", GenrePaypal.COMMERCIALE, PalierPaypal.PALIER_1, "3.4", "0.35"),
    "2021": ("2021-01-01", GenrePaypal.COMMERCIALE, PalierPaypal.PALIER_1, "2.9", "0.35"),
    "tier 2": ("2010-06-01", GenrePaypal.COMMERCIALE, PalierPaypal.PALIER_2, "2.0", "0.25"),
    "tier 2 of 2019": ("2019-01-01", GenrePaypal.COMMERCIALE, PalierPaypal.PALIER_2, "2.9", "0.35"),
    "tier 5 of 2019": ("2019-01-01", GenrePaypal.COMMERCIALE, PalierPaypal.PALIER_5, "2.9", "0.35"),
    "no tier since 2021": (
        "2021-01-01", GenrePaypal.COMMERCIALE, PalierPaypal.PALIER_5, "2.9", "0.35",
    ),
    "card": ("2026-06-01", GenrePaypal.CARTE_AVANCEE, PalierPaypal.PALIER_1, "1.2", "0.35"),
}  # fmt: skip


@pytest.mark.parametrize("case", PAYPAL)
def test_paypal_s_tariff_by_date_kind_and_volume(case: str) -> None:
    day, genre, palier, percentage, fixed = PAYPAL[case]
    taux, fixe = paypal.tarif(*_kind(day, genre), palier)
    assert (taux.fact.value, fixe.fact.value) == (Decimal(percentage), Decimal(fixed))


def _kind(day: str, genre: GenrePaypal) -> tuple[Sheet, GenrePaypal, Day]:
    sheet, jour = on(day)
    return sheet, genre, jour


@pytest.mark.parametrize("zone", ZonePaypal)
@pytest.mark.parametrize("conversion", [False, True])
def test_surcharges_add_to_the_percentage(zone: ZonePaypal, conversion: bool) -> None:
    sheet, jour = on("2026-06-01")
    taux, _ = paypal.tarif(sheet, GenrePaypal.COMMERCIALE, jour)
    whole = paypal.taux_total(sheet, taux, zone, conversion, jour)
    surcharged = zone is not ZonePaypal.EEE
    assert (whole.value > taux.value) is (surcharged or conversion)
    assert (whole is taux) is not (surcharged or conversion)


TIKTOK: dict[str, tuple[str, CasTiktok, str]] = {
    "2025": ("2025-06-01", CasTiktok.STANDARD, "5"),
    "one rate for all, the eve": ("2026-01-07", CasTiktok.ELECTRONIQUE, "5"),
    "the eve": ("2026-01-07", CasTiktok.STANDARD, "5"),
    "the day": ("2026-01-08", CasTiktok.STANDARD, "9"),
    "opening day": ("2025-03-31", CasTiktok.STANDARD, "5"),
}


@pytest.mark.parametrize("case", TIKTOK)
def test_tiktok_s_commission_by_date_and_case(case: str) -> None:
    day, kind, value = TIKTOK[case]
    sheet, jour = on(day)
    assert tiktok_shop.taux_commission(sheet, kind, jour, "cas").fact.value == Decimal(value)


@pytest.mark.parametrize(
    ("ouverte", "ciblee", "kept"),
    [(None, None, None), ("8", None, "8"), (None, "12", "12"), ("8", "12", "12"),
     ("12", "8", "12")],
)  # fmt: skip
def test_the_higher_affiliation_wins(
    ouverte: str | None, ciblee: str | None, kept: str | None
) -> None:
    rates = {n: Decimal(v) for n, v in (("ouverte", ouverte), ("ciblee", ciblee)) if v}
    sheet = Sheet(Dated(jour=date(2026, 6, 1), **rates), committed_book())
    found = tiktok_shop.taux_affiliation(sheet, "ouverte", "ciblee")
    assert found is None if kept is None else found is not None and found.value == Decimal(kept)


@pytest.mark.parametrize(
    ("day", "choice", "value"),
    [("2013-12-31", TauxTva.NORMAL, "19.6"), ("2014-01-01", TauxTva.NORMAL, "20"),
     ("2026-06-01", TauxTva.INTERMEDIAIRE, "10"), ("2026-06-01", TvaAchat.REDUIT, "5.5"),
     ("2026-06-01", TauxTva.PARTICULIER, "2.1")],
    ids=["2013", "2014", "intermediate", "reduced", "special"],
)  # fmt: skip
def test_vat_by_date(day: str, choice: TauxTva | TvaAchat, value: str) -> None:
    sheet, jour = on(day)
    assert tva.taux_tva(sheet, choice, jour).fact.value == Decimal(value)


ROOMS: dict[str, Iterable[RateCode]] = {
    "micro": micro.CODES,
    "paypal": paypal.CODES,
    "tiktok_shop": tiktok_shop.CODES,
    "tva": tva.CODES,
}


@pytest.mark.parametrize("room", ROOMS)
def test_every_rate_of_a_room_is_published_in_its_unit_with_its_proof(room: str) -> None:
    for code in ROOMS[room]:
        facts = committed_book().series(code.code)
        assert facts
        assert {fact.unit for fact in facts} == {code.unit}
        assert all(
            fact.source_title and fact.checked_on for fact in facts if fact.value is not None
        )


def test_before_the_scheme_there_is_no_rate() -> None:
    sheet, jour = on("2008-12-31")
    with pytest.raises(MissingRate) as caught:
        sheet.rate(micro.COTISATIONS_VENTE, jour)
    assert caught.value.first == date(2009, 1, 1)
