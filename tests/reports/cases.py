"""Results to print: every calculator's example, and inputs drawn the same way each time."""

from contextlib import suppress
from functools import cache
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from calculators.catalogue import calculators
from calculators.kit.calculator import Calculator, Result
from calculators.kit.rates import RateBook
from tests.books import committed_book
from tests.kit.journal import JOURNAL, journal, sales
from tests.kit.offers import offers
from tests.kit.test_parts import ANNEE, SALES
from tests.kit.test_parts import run as annee
from tests.kit.toy import BOOK
from tests.strategies import cases_of

# A sale with every optional line, sold through a platform by someone who charges VAT.
FULL_SALE = {
    "date_vente": "2026-06-01", "prix_achat": "100", "prix_vente": "189.90",
    "moyen_paiement": "paypal", "plateforme": "tiktok_shop", "taux_marge": "35",
    "taux_marque": "20", "coefficient": "1.9", "marque_minimale": "50", "tva_achat": "normal",
    "port_achat": "9.13", "douane": "3.5", "port_facture": "10", "port_paye": "8.4",
    "cas_tiktok": "electronique", "affiliation_ouverte": "8", "affiliation_ciblee": "12",
    "paiement_taux": "1.5", "paiement_fixe": "0.25", "statut_tva": "assujetti",
    "taux_tva": "normal", "regime": "micro", "chambre": "cma", "versement_liberatoire": "separe",
    "frais_mensuels": "30", "marge_nette_visee": "5",
}  # fmt: skip


def computed(slug: str, **values: Any) -> Result:
    """One calculator's result on the committed rates."""
    calculator = calculators()[slug]
    return calculator.calculate(inputs=calculator.inputs(**values), rates=committed_book())


@cache
def named() -> dict[str, Result]:
    """Telling results: each example, the fullest sale, a loss, a refusal, what has no ratio."""
    examples = {slug: computed(slug, **found.example) for slug, found in calculators().items()}
    full = FULL_SALE
    return examples | {
        "full": computed("marge-vente", **full),
        "full-franchise": computed("marge-vente", **full | {"statut_tva": "franchise"}),
        "nothing-sold": computed(
            "marge-vente", **full | {"prix_vente": "0", "port_facture": "0", "plateforme": "aucune"}
        ),
        "refused": computed("marge-vente", **full | {"date_vente": "2024-01-01"}),
        "no-rate": computed("marge-vente", **full | {"date_vente": "1875-01-01"}),
    }


class EnoughError(Exception):
    """Stops the drawing."""


@cache
def tabled() -> dict[str, Result]:
    """Results with tables: short, long, wide, with gaps, without rows, drawn."""
    drawn_ones = {
        f"{calculator.slug}-drawn-{index}": result
        for calculator in (ANNEE, JOURNAL)
        for index, result in enumerate(drawn_of(calculator, BOOK, 10))
    }
    return drawn_ones | {
        "annee": annee(),
        "annee-short": annee(mois=SALES[:2]),
        "annee-dear": annee(mois=[{"ventes": "999999999999.99"}] * 3),
        "journal": journal(sales(36)),
        "journal-gaps": journal(sales(36, discounted=3)),
        "journal-wide": journal(sales(20, amount="98765432.10")),
        "journal-long": journal(sales(300, discounted=2)),
        "journal-empty": journal(()),
        "offers": offers(prix="60", moitie="10"),
        "offers-quoting": offers(prix="40", moitie="20.01"),
        "offers-whole": offers(prix="50"),
    }


@cache
def examples() -> dict[str, Result]:
    """The further examples of each calculator: they reach the lines that the first does not."""
    return {
        f"{slug}-example-{rank}": computed(slug, **example)
        for slug, found in calculators().items()
        for rank, example in enumerate(found.examples)
    }


def some(slug: str, lines: int, most: int = 30, least: int = 4) -> tuple[Result, ...]:
    """Drawn results with about so many lines in all: a year's weighs as much as ten of a sale."""
    return drawn(slug, max(least, min(most, lines // len(named()[slug].lines))))


@cache
def drawn(slug: str, count: int) -> tuple[Result, ...]:
    """`count` results with lines, of valid inputs that are the same in every run."""
    return drawn_of(calculators()[slug], committed_book(), count)


def drawn_of(calculator: Calculator, rates: RateBook, count: int) -> tuple[Result, ...]:
    """The same of any calculator, on any rates."""
    found: dict[str, Result] = {}

    @settings(
        max_examples=max(20 * count, 200), database=None, derandomize=True, phases=[Phase.generate],
        deadline=None, suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(cases_of(calculator))
    def collect(inputs: Any) -> None:
        if (result := calculator.calculate(inputs=inputs, rates=rates)).lines:
            found[inputs.model_dump_json()] = result
        if len(found) >= 2 * count:
            raise EnoughError

    with suppress(EnoughError):
        collect()
    assert len(found) >= count, f"{calculator.slug}: {len(found)} computed"
    # Hypothesis begins with the simplest: take from all along.
    return tuple(found.values())[:: max(1, len(found) // count)][:count]
