"""How a case of micro_entrepreneur.json runs on the product.

The official simulator's reading, on the variant of the book that holds the rates it takes where
the law has others. Amounts come from the calculator's lines, never from the case.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from calculators.catalogue import calculators
from calculators.kit import readings
from calculators.kit.calculator import Result
from calculators.kit.french import parse_day
from calculators.kit.rates import RateBook
from tests.books import committed_book
from tests.vectors.fees import UnknownKeyError

VARIANT = Path(__file__).resolve().parents[2] / "fixtures" / "variants" / "moteur-officiel.yaml"
OUT_OF_SCOPE = {"points_rci": "the price of a pension point is in no source we have"}
_AE = "dirigeant . auto-entrepreneur . "
_CA = "entreprise . chiffre d'affaires . proportions . "
_FOYER = "impôt . foyer fiscal . "
_SITUATIONS = {"'célibataire'": "celibataire", "'couple'": "couple", "'veuf'": "veuf"}
_REGISTRES = {"commerciale": "cci", "artisanale": "cma", "libérale": "aucun"}
_KNOWN = {
    "date", "entreprise . activité . nature", "entreprise . activités . service ou vente",
    f"{_AE}chiffre d'affaires", "entreprise . activité . nature . libérale . réglementée",
    "entreprise . activité . revenus mixtes", f"{_CA}vente restauration hébergement",
    f"{_CA}service BIC", f"{_CA}service BNC", f"{_AE}impôt . versement libératoire",
    "entreprise . date de création", "dirigeant . exonérations . ACRE",
    f"{_FOYER}situation de famille", f"{_FOYER}enfants à charge",
    f"{_FOYER}revenu imposable . autres revenus imposables", f"{_FOYER}parent isolé",
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One case, checked for unknown keys."""

    raw: dict[str, Any]

    @classmethod
    def read(cls, raw: dict[str, Any]) -> "Case":
        """Refuse what the adapter does not know."""
        unknown = set(raw["situation"]) - _KNOWN | set(raw["expected"]) - OUTPUTS - set(
            OUT_OF_SCOPE
        )
        if unknown or set(raw) - {"id", "tags", "situation", "expected"}:
            raise UnknownKeyError(f"{raw['id']}: {sorted(unknown)}")
        return cls(raw)

    @property
    def out_of_scope(self) -> str:
        """Why the case is not run: the engine's rounded parts may not add up to its turnover."""
        given: dict[str, str] = self.raw["situation"]
        nature = given["entreprise . activité . nature"].strip("'")
        whole = Decimal(given[f"{_AE}chiffre d'affaires"].removesuffix(" €/an"))
        same = sum(_turnover(given, nature).values()) == whole
        return "" if same else "the parts of the turnover, rounded to the euro, do not add up to it"

    def inputs(self) -> dict[str, Any]:
        """The fields of the calculator that say the same."""
        given: dict[str, str] = self.raw["situation"]
        on = parse_day(given["date"])
        nature = given["entreprise . activité . nature"].strip("'")
        fields: dict[str, Any] = {
            "annee": on.year, "date_taux": on, "lecture": "moteur_officiel",
            "registre": _REGISTRES[nature], **_turnover(given, nature),
        }  # fmt: skip
        if "entreprise . activité . nature . libérale . réglementée" in given:
            fields["caisse"] = "cipav"
        if f"{_AE}impôt . versement libératoire" in given:
            fields["option_impot"] = "versement"
        if created := given.get("entreprise . date de création"):
            fields["date_creation"] = parse_day(created)
        fields["acre"] = "dirigeant . exonérations . ACRE" in given
        return fields | _household(given)


def _turnover(given: dict[str, str], nature: str) -> dict[str, Decimal]:
    whole = Decimal(given[f"{_AE}chiffre d'affaires"].removesuffix(" €/an"))
    if "entreprise . activité . revenus mixtes" in given:
        names = {"vente restauration hébergement": "ca_ventes", "service BIC": "ca_services",
                 "service BNC": "ca_liberal"}  # fmt: skip
        shares = {field: given.get(_CA + name, "0%") for name, field in names.items()}
        return {
            field: (whole * Decimal(share.removesuffix("%")) / 100).quantize(
                Decimal(1), ROUND_HALF_UP
            )
            for field, share in shares.items()
        }
    if nature == "libérale":
        return {"ca_liberal": whole}
    sold = given["entreprise . activités . service ou vente"] == "'vente'"
    return {"ca_ventes" if sold else "ca_services": whole}


def _household(given: dict[str, str]) -> dict[str, Any]:
    names: dict[str, tuple[str, Callable[[str], Any]]] = {
        f"{_FOYER}situation de famille": ("situation_famille", lambda text: _SITUATIONS[text]),
        f"{_FOYER}enfants à charge": ("enfants_a_charge", lambda text: int(text.split()[0])),
        f"{_FOYER}parent isolé": ("parent_isole", lambda text: text == "oui"),
        f"{_FOYER}revenu imposable . autres revenus imposables": (
            "autres_revenus_imposables", lambda text: Decimal(text.removesuffix(" €/an")),
        ),
    }  # fmt: skip
    return {field: read(given[name]) for name, (field, read) in names.items() if name in given}


@cache
def engine_book() -> RateBook:
    """The committed rates with the simulator's own."""
    variant = yaml.load(VARIANT.read_text(), Loader=yaml.CSafeLoader)
    values = {code: Decimal(text) for code, text in variant["valeurs"].items()}
    return committed_book().variant(variant["variante"], values, on=variant["le"])


def run(case: Case, book: RateBook) -> Result:
    """The calculator on a case."""
    calculator = calculators()["micro-entrepreneur"]
    return calculator.calculate(inputs=calculator.inputs(**case.inputs()), rates=book)


def found(case: Case, book: RateBook) -> dict[str, Any]:
    """Every output of the case that the calculator has."""
    result = run(case, book)
    assert result.outcome.applies, result.outcome
    lines = {line.code: line.value for line in result.lines}
    amounts: dict[str, Any] = {name: lines.get(code) for name, code in LINES.items()}
    cipav = case.inputs().get("caisse") == "cipav"
    liberal = amounts.pop("cotisations_liberal")
    amounts["cotisations_bnc_cipav" if cipav else "cotisations_service_bnc"] = liberal
    amounts["cotisations_service_bnc" if cipav else "cotisations_bnc_cipav"] = None
    amounts["tfc"] = amounts["tfc"] or Decimal(0)
    versement = case.inputs().get("option_impot") == "versement"
    if not versement:
        amounts["versement_liberatoire"] = None
    amounts["taux_effectif"] = None
    amounts["impot"] = lines["versement_liberatoire"] if versement else lines["impot_propre"]
    if not versement:
        income = lines["avec_revenu"]
        amounts["taux_effectif"] = lines["avec_impot_du"] / income * 100 if income else Decimal(0)
    amounts |= {"vl_seuil_depasse": lines["depassement_vl"] > 0 if versement else None}
    amounts |= _rates(result, cipav=cipav) | _turnovers(result)
    rows = [("plafonds_micro_ca", "plafonds_micro_plafond"),
            ("plafonds_micro_services_ca", "plafonds_micro_services_plafond")]  # fmt: skip
    amounts["seuil_depasse"] = any(lines[a] > lines[b] for a, b in rows if a in lines)
    return amounts


def _turnovers(result: Result) -> dict[str, Decimal | None]:
    given = result.inputs
    names = {
        "ca_vente": "ca_ventes",
        "ca_service_bic": "ca_services",
        "ca_service_bnc": "ca_liberal",
    }
    return {name: getattr(given, field) for name, field in names.items()}


def _rates(result: Result, *, cipav: bool) -> dict[str, Decimal | None]:
    """The rates that the lines of contributions name, in points."""
    names = {"taux_vente": "ventes", "taux_service_bic": "services",
             "taux_bnc_cipav" if cipav else "taux_service_bnc": "liberal"}  # fmt: skip
    lines = {line.code: line for line in result.lines}
    rates: dict[str, Decimal | None] = dict.fromkeys(
        ("taux_vente", "taux_service_bic", "taux_service_bnc", "taux_bnc_cipav")
    )
    for name, category in names.items():
        cell = lines.get(f"declarations_1_cotisations_{category}")
        if cell is not None:
            (rate,) = readings.rates_of(cell)
            rates[name] = rate.fact.value
    exact = [
        (getattr(result.inputs, f"ca_{category}"), rates[name])
        for name, category in names.items()
        if rates[name] is not None
    ]
    rates["cotisations_exactes"] = sum((ca * rate / 100 for ca, rate in exact), Decimal(0))
    return rates


LINES = {
    "ca": "chiffre_affaires",
    "total_contributions": "prelevements",
    "cotisations": "cotisations",
    "cotisations_vente": "cotisations_ventes",
    "cotisations_service_bic": "cotisations_services",
    "cotisations_liberal": "cotisations_liberal",
    "part_maladie": "part_maladie_maternite",
    "part_invalidite_deces": "part_invalidite_deces",
    "part_retraite_base": "part_retraite_base",
    "part_retraite_complementaire": "part_retraite_complementaire",
    "part_csg_crds_autres": "part_csg_crds_autres",
    "cfp": "cfp",
    "tfc": "taxe_chambre",
    "versement_liberatoire": "versement_liberatoire",
    "revenu_abattu": "revenu_abattu",
    "revenu_imposable_foyer": "avec_revenu",
    "parts": "foyer_parts",
    "decote": "avec_decote",
    "impot_brut_foyer": "avec_impot_brut",
    "impot_foyer": "avec_impot_du",
    "net_avant_impot": "net_avant_impot",
    "net_apres_impot": "net_apres_impot",
    "trimestres": "trimestres",
}
OUTPUTS = {
    *(name for name in LINES if name != "cotisations_liberal"),
    "ca_vente", "ca_service_bic", "ca_service_bnc", "taux_vente", "taux_service_bic",
    "taux_service_bnc", "taux_bnc_cipav", "cotisations_service_bnc", "cotisations_bnc_cipav",
    "vl_seuil_depasse", "taux_effectif", "impot", "seuil_depasse", "cotisations_exactes",
}  # fmt: skip


def equal(found: Any, expected: Any) -> bool:
    """Whether an output is the expected one: the file prints six decimals."""
    if found is None or expected is None or isinstance(expected, bool):
        return bool(found == expected)
    return bool(abs(found - Decimal(str(expected))) <= Decimal("0.000001"))
