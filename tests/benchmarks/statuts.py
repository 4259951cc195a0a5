"""Six statuses of one household against Urssaf's own engine, which is asked six times.

Theirs gives the net after tax of micro-entreprise (two ways), EI, EURL, SASU and a salary of the
same cost; ours gives them with every line, and the two ways of a company more.
"""

import sys
from collections.abc import Iterator

from calculators.catalogue import calculators
from tests.benchmarks import official
from tests.benchmarks.measure import Ratio
from tests.benchmarks.official import Way
from tests.books import committed_book

_TURNOVERS = (24_000, 36_000, 48_000, 60_000, 72_000)
_CHARGES = "20"  # per cent of the turnover
_NET = "dirigeant . rémunération . net . après impôt"
_PAID = "salarié . rémunération . net . payé après impôt"
_COMMON = {
    "date": "01/11/2026", "entreprise . date de création": "01/01/2020",
    "impôt . méthode de calcul": "'barème standard'",
    "impôt . foyer fiscal . situation de famille": "'couple'",
    "impôt . foyer fiscal . enfants à charge": "2",
    "impôt . foyer fiscal . revenu imposable . autres revenus imposables": "20000 €/an",
}  # fmt: skip
_DIRIGEANT = {"salarié": "non", "entreprise . activité . nature": "'libérale'",
              "entreprise . activité . nature . libérale . réglementée": "non"}  # fmt: skip
_EI = _DIRIGEANT | {"entreprise . catégorie juridique": "'EI'"}
_SOCIETE = _DIRIGEANT | {"entreprise . associés": "'unique'", "entreprise . imposition": "'IS'"}
_MICRO = _EI | {"dirigeant . auto-entrepreneur": "oui",
                "entreprise . catégorie juridique . EI . auto-entrepreneur": "oui"}  # fmt: skip
_STATUSES = (
    _MICRO,
    _MICRO | {"dirigeant . auto-entrepreneur . impôt . versement libératoire": "oui"},
    _EI | {"entreprise . catégorie juridique . EI . auto-entrepreneur": "non",
           "entreprise . imposition": "'IR'"},
    _SOCIETE | {"entreprise . catégorie juridique": "'SARL'"},
    _SOCIETE | {"entreprise . catégorie juridique": "'SAS'", "établissement . taux ATMP": "0.7 %"},
)  # fmt: skip


def ratios() -> Iterator[Ratio]:
    """One ratio, engine over ours; none without Node."""
    calculator, book = calculators()["comparateur-statuts"], committed_book()
    fields = [
        {"annee": 2026, "activite": "liberal", "ca": str(turnover), "part_charges": _CHARGES,
         "situation_famille": "couple", "enfants_a_charge": 2,
         "autres_revenus_imposables": "20000"}
        for turnover in _TURNOVERS
    ]  # fmt: skip

    def traced(index: int) -> object:
        given = calculator.inputs(**fields[index])
        return calculator.calculate(inputs=given, rates=book)

    try:
        with official.running() as engine:
            asked = [_asked(turnover) for turnover in _TURNOVERS]
            way = Way("with the trace", traced, "≥ 200")
            yield from official.against(engine, "six statuses with a household", asked, [way])
    except official.UnavailableError as reason:
        sys.stderr.write(f"official engine skipped: {reason}\n")


def _asked(turnover: int) -> list[tuple[dict[str, str], list[str]]]:
    kept = turnover * (100 - int(_CHARGES)) // 100
    amounts = {
        "entreprise . chiffre d'affaires": f"{turnover} €/an",
        "entreprise . charges": f"{turnover - kept} €/an",
    }
    asked = [(_COMMON | status | amounts, [_NET]) for status in _STATUSES]
    salary = {"dirigeant": "non", "entreprise . catégorie juridique": "''",
              "entreprise . imposition": "non", "salarié . activité partielle": "non",
              "salarié . contrat . statut cadre": "oui",
              "salarié . coût total employeur": f"{kept / 12} €/mois"}  # fmt: skip
    return [*asked, (_COMMON | salary, [_PAID])]
