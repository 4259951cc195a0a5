"""Corporate tax and what dividends pay: each figure is worked out by hand beside it."""

from datetime import date
from decimal import Decimal

import pytest

from calculators.law.societe import ImpositionDividendes, dividendes, franchise, societe
from tests.law.statuts import Statuts, statuts


def profit(
    resultat: object, closed: str = "2026-12-31", *, taux_reduit: bool = True, ca: object = None
) -> Statuts:
    """A year's profit and its tax; `ca` is the turnover, checked when it is given."""

    def fill(m: Statuts) -> None:
        societe(
            m.societe, resultat=m["resultat"], cloture=m.moment(date.fromisoformat(closed)),
            taux_reduit=taux_reduit,
            chiffre_affaires=None if ca is None else m["chiffre_affaires"],
        )  # fmt: skip

    return statuts(fill, resultat=resultat, chiffre_affaires=ca or 0)


def paid(
    montant: object, year: int = 2026, *, apports: object = None,
    option: ImpositionDividendes = ImpositionDividendes.FORFAIT, comparer: bool = False,
) -> dict[str, Decimal]:  # fmt: skip
    """The lines of dividends; `apports` are the capital and current account of a manager."""

    def fill(m: Statuts) -> None:
        free = None if apports is None else franchise(m, m["apports"], year)
        dividendes(
            m.dividendes, montant=m["dividendes"], annee=year, sans_cotisations=free, option=option,
            comparer=comparer,
        )  # fmt: skip

    m = statuts(fill, dividendes=montant, apports=apports or 0)
    return {code: line.value for code, line in m.dividendes.lines.items()}


@pytest.mark.parametrize(
    ("resultat", "tax"),
    [
        (-5000, 0),
        (0, 0),
        (42500, 6375),  # × 15 %
        (50000, 8250),  # 6 375 + 7 500 × 25 %
        (200000, 45750),
    ],
)
def test_corporate_tax(resultat: int, tax: int) -> None:
    m = profit(resultat)

    assert m.societe.impot_societes.value == tax
    assert m.societe.benefice_net.value == resultat - tax


def test_the_reduced_rate_has_conditions() -> None:
    assert profit(50000, taux_reduit=False).societe.impot_societes.value == 12500
    assert profit(50000, ca="10000000").societe.impot_societes.value == 8250
    assert profit(50000, ca="10000000.01").societe.impot_societes.value == 12500


def test_the_ceiling_is_the_one_of_the_closing_day() -> None:
    assert profit(50000, "2022-12-31").societe.impot_societes.value == 8250
    # 38 120 × 15 % + 11 880 × 25 % = 5 718 + 2 970
    assert profit(50000, "2022-12-30").societe.impot_societes.value == 8688


def test_dividends_under_the_flat_tax() -> None:
    assert paid(10000) == {
        "dividendes": 10000, "prelevements_sociaux": 1860, "impot_forfaitaire": 1280,
        "dividendes_nets": 6860,
    }  # fmt: skip
    assert paid(10000, 2025)["prelevements_sociaux"] == 1720


def test_dividends_of_a_manager_bear_contributions_past_a_tenth_of_what_was_put_in() -> None:
    """10 000 € of capital and current account: 1 000 € are free of contributions."""
    lines = paid(21000, apports=10000)

    assert lines["dividendes_cotises"] == 20000
    assert lines["prelevements_sociaux"] == 186  # 1 000 × 18,6 %
    assert lines["impot_forfaitaire"] == 2688  # 21 000 × 12,8 %
    assert paid(600, apports=10000)["dividendes_cotises"] == 0


def test_dividends_under_the_scale() -> None:
    """60 % are taxed, less the deductible CSG of those that bore it."""
    lines = paid(10000, option=ImpositionDividendes.BAREME)
    assert lines["imposables"] == 5320  # 6 000 − 680
    assert lines["dividendes_nets"] == 8140
    assert "impot_forfaitaire" not in lines

    # 21 000 × 60 % − 1 000 × 6,8 %
    assert paid(21000, apports=10000, option=ImpositionDividendes.BAREME)["imposables"] == 12532


def test_both_taxes_on_dividends_side_by_side() -> None:
    """The lines of each option, and the net of the one that is chosen."""
    for option, net in ((ImpositionDividendes.FORFAIT, 6860), (ImpositionDividendes.BAREME, 8140)):
        lines = paid(10000, option=option, comparer=True)
        assert lines["impot_forfaitaire"] == 1280
        assert lines["imposables"] == 5320
        assert lines["dividendes_nets"] == net
