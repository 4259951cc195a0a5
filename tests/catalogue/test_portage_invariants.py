"""What holds of any month in portage."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from calculators.kit.calculator import Result
from tests.catalogue.runs import run
from tests.law.bulletins import ATMP, bulletin
from tests.strategies import decimals

D = Decimal
CENT = D("0.01")
MOIS = {"periode": "2026-11-20", "sans_formation_branche": True}

amounts = decimals(D(500), D(60_000), 2)
fees = decimals(D(0), D(30), 2)


def value(result: Result, code: str) -> Decimal:
    """An amount, nothing where the shape has no such line."""
    return result.amounts.get(code) or D(0)


@given(billed=amounts, fee=fees)
def test_the_gross_is_the_highest_that_the_envelope_pays(billed: Decimal, fee: Decimal) -> None:
    result = run(
        "portage-salarial", **MOIS, mode="mensuel", montant_mensuel=billed, taux_frais=fee,
        reserve_cdi="aucune",
    )  # fmt: skip
    envelope, gross = value(result, "enveloppe"), value(result, "brut")

    assert value(result, "cout") + value(result, "solde") == envelope
    assert bulletin(gross, **ATMP).paie.cout.value <= envelope
    assert bulletin(gross + CENT, **ATMP).paie.cout.value > envelope


@given(
    billed=amounts, fee=fees, reserve=st.sampled_from(["chargee", "simple", "aucune"]),
    cdd=st.booleans(),
)  # fmt: skip
def test_the_envelope_is_wholly_told(
    billed: Decimal, fee: Decimal, reserve: str, cdd: bool
) -> None:
    result = run(
        "portage-salarial", **MOIS, mode="mensuel", montant_mensuel=billed, taux_frais=fee,
        reserve_cdi=reserve, cdd=cdd,
    )  # fmt: skip
    parts = ("salaire_base", "apport_affaires", "indemnite_conges", "precarite")
    assert sum(value(result, code) for code in parts) == value(result, "brut")
    kept = ("cout", "reserve", "charges_reserve", "solde")
    assert sum(value(result, code) for code in kept) == value(result, "enveloppe")
    assert value(result, "solde") >= 0
    flat = ("brut", "part_employeur", "reserve", "charges_reserve")
    assert sum(value(result, f"rapide_{code}") for code in flat) == value(result, "enveloppe")
    sides = {"employeur": "cotisations_employeur", "salarie": "cotisations_salarie"}
    for side, whole in sides.items():
        assert value(result, f"bulletin_total_{side}") == value(result, whole)


@given(net=decimals(D(100), D(20_000), 2), fee=fees, other=decimals(D(0), D(5), 2))
def test_the_rate_found_is_enough_and_no_more(net: Decimal, fee: Decimal, other: Decimal) -> None:
    found = run(
        "portage-salarial", **MOIS, mode="net", net_vise=net, taux_frais=fee,
        taux_autres_charges=other, fonctionnement="150", refactures="80",
    )  # fmt: skip

    assert value(found, "net_avant_impot") >= net
    assert 0 <= value(found, "solde") <= D("0.05")
    assert value(found, "tjm_arrondi") - 1 < value(found, "tjm_necessaire")
    assert value(found, "tjm_necessaire") <= value(found, "tjm_arrondi")


@given(
    net=decimals(D(50), D(20_000), 2), fee=decimals(D(0), D(95), 2), other=decimals(D(0), D(4), 2),
    days=decimals(D("0.5"), D(31), 2), expenses=st.sampled_from([None, "33.33", "200"]),
    reserve=st.sampled_from(["chargee", "simple", "aucune"]), cdd=st.booleans(),
    size=st.sampled_from(["de_11_a_49", "de_50_a_249"]),
)  # fmt: skip
def test_the_rate_typed_back_leaves_the_net(
    net: Decimal, fee: Decimal, other: Decimal, days: Decimal, expenses: str | None, reserve: str,
    cdd: bool, size: str,
) -> None:  # fmt: skip
    month = MOIS | {
        "taux_frais": fee, "taux_autres_charges": other, "jours": days, "fonctionnement": expenses,
        "reserve_cdi": reserve, "cdd": cdd, "effectif": size,
    }  # fmt: skip
    found = run("portage-salarial", **month, mode="net", net_vise=net)
    if not found.outcome.applies:
        assert found.outcome.code == "tjm_trop_haut"
        return

    for code in ("tjm_necessaire", "tjm_arrondi"):
        rate = min(value(found, code), D(1_000_000))
        assert value(run("portage-salarial", **month, tjm=rate), "net_avant_impot") >= net
