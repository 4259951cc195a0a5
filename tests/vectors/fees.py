"""How a case of fees.json runs on the product: the law's functions and the calculators.

Where a case names rates, percentages and fixed parts come from the book, never from the case.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.catalogue import calculators
from calculators.kit import units
from calculators.kit.amounts import Amount, Constant, Rate, constant, minimum, rounded, total
from calculators.kit.rates import RateBook, RateFact
from calculators.kit.units import CENT, EUR, PERCENT
from calculators.law.frais import brut_pour, frais, net_de

IN_SCOPE = ("tiktok_fr", "tiktok_9", "tiktok_uk_elec", "tiktok_multi_taux", "tiktok_us_", "paypal_",
            "reverse_fee")  # fmt: skip
LATER = "later: the fees of every platform as data, the margins of a catalogue, customs and VAT"

_CASE = {"id", "topic", "kind", "currency", "as_of", "rule", "input", "expected", "reproduces",
         "source", "note", "rate_ids", "on", "computed_fee", "computed_gross"}  # fmt: skip
_RULE = {"type", "percent", "fixed", "count", "formula", "steps"}
_INPUT = {"amount", "net", "paiement", "remise_plateforme", "remboursement", "taux", "ligne1",
          "ligne2", "referral", "pct", "plafond"}  # fmt: skip

# The choices by which a calculator reaches the rate that a case names.
PAYPAL_CHOICES: dict[str, dict[str, str]] = {
    "paypal-fr-2009-t1": {},
    "paypal-fr-2009-t2.0": {"palier": "palier_2"},
    "paypal-fr-2009-t1.8": {"palier": "palier_3"},
    "paypal-fr-2009-t1.6": {"palier": "palier_4"},
    "paypal-fr-2009-t1.4": {"palier": "palier_5"},
    "paypal-fr-2019-t1": {},
    "paypal-fr-2019-t2": {"palier": "palier_2"},
    "paypal-fr-2021": {},
    "paypal-fr-card": {"genre": "carte_avancee"},
    "paypal-fr-micro": {"genre": "micropaiement"},
    "paypal-fr-donation": {"genre": "don"},
    "paypal-fr-4x": {"genre": "quatre_fois"},
    "paypal-fr-intl-eea": {},
    "paypal-fr-intl-other": {"zone": "autres_pays"},
    "paypal-fr-intl-uk": {"zone": "royaume_uni"},
    "paypal-fr-fx": {"conversion": "true"},
}
TIKTOK_CHOICES: dict[str, dict[str, str]] = {
    "tiktok-fr-commission-2025": {},
    "tiktok-fr-commission-2026": {},
    "tiktok-fr-commission-elec": {"cas": "electronique"},
    "tiktok-fr-commission-new": {"cas": "nouveau_vendeur"},
}


class UnknownKeyError(KeyError):
    """A case holds something the adapter does not know: it must not pass unread."""


@dataclass(frozen=True)
class Case:
    """One case, checked for unknown keys."""

    raw: dict[str, Any]

    @classmethod
    def read(cls, raw: dict[str, Any]) -> "Case":
        """Refuse what the adapter does not know."""
        case = cls(raw)
        known = [(raw, _CASE)] + ([(raw["rule"], _RULE), (raw["input"], _INPUT)] * case.in_scope)
        for found, allowed in known:
            if unknown := set(found) - allowed:
                raise UnknownKeyError(f"{raw['id']}: {sorted(unknown)}")
        return case

    @property
    def in_scope(self) -> bool:
        return str(self.raw["topic"]).startswith(IN_SCOPE)

    @property
    def rate_ids(self) -> list[str]:
        return list(self.raw["rate_ids"])

    def amount(self, name: str) -> Decimal:
        return Decimal(self.raw["input"][name])

    def expected(self) -> dict[str, Decimal]:
        return {name: Decimal(value) for name, value in self.raw["expected"].items()}


def by_law(case: Case, book: RateBook) -> dict[str, Decimal]:
    """The case's outputs by the functions that the calculators are made of."""
    rule, given = case.raw["rule"], case.raw["input"]
    if rule["type"] == "reverse":
        taux, fixe = _tariff(case, book)
        gross = rounded(brut_pour(_eur(given["net"]), taux, fixe), CENT)
        assert rounded(net_de(gross, taux, fixe), CENT).value >= Decimal(given["net"])
        return {"gross": gross.value}
    if rule["type"] == "percent_plus_fixed":
        taux, fixe = _tariff(case, book)
        fee = rounded(frais(_eur(given["amount"]), taux, fixe * int(rule["count"])), CENT)
        return {"fee": fee.value, "net": (_eur(given["amount"]) - fee).value}
    if "referral" in given:
        share, most = _facts(case, book)
        fee = rounded(minimum(_eur(given["referral"]) * Rate(share), Rate(most)), CENT)
        return {"frais_admin": fee.value}
    if "ligne1" in given:
        rates = [Rate(book.by_key(key)[0]) for key in case.rate_ids]
        bases = [_eur(given[name].split("@")[0]) for name in ("ligne1", "ligne2")]
        fees = [rounded(frais(b, r), CENT) for b, r in zip(bases, rates, strict=True)]
        return {"commission": total(fees).value}
    base = _eur(given["paiement"]) + _eur(given["remise_plateforme"])
    (commission,) = (Rate(fact) for fact in _facts(case, book))
    kept = base - _eur(given["remboursement"])
    return {"commission": rounded(frais(kept, commission), CENT).value}


def by_calculator(case: Case, book: RateBook) -> dict[str, Decimal | None] | None:
    """The same by the whole calculator, where its choices reach the rates named; else None."""
    ids = case.rate_ids
    if not ids or case.raw["currency"] != "EUR":
        return None
    if all(key in PAYPAL_CHOICES for key in ids):
        return _paypal(case, book)
    if all(key in TIKTOK_CHOICES for key in ids) and len(ids) == 1:
        return _tiktok(case, book)
    return None


def _paypal(case: Case, book: RateBook) -> dict[str, Decimal | None]:
    given = case.raw["input"]
    choices: dict[str, str] = {}
    for key in case.rate_ids:
        choices |= PAYPAL_CHOICES[key]
    calculator = calculators()["paypal"]
    fields = {"date_paiement": _on(case, book), "montant": given.get("amount", "1"), **choices,
              "net_vise": given.get("net"), "nombre": case.raw["rule"].get("count", 1)}  # fmt: skip
    result = calculator.calculate(inputs=calculator.inputs.model_validate(fields), rates=book)
    if "net" in given:
        return {"gross": result["brut_a_facturer"]}
    return {"fee": result["frais"], "net": result["net_recu"]}


def _tiktok(case: Case, book: RateBook) -> dict[str, Decimal | None]:
    given, on = case.raw["input"], _on(case, book)
    fields = {
        "date_commande": on, "paiement_client": given.get("amount") or given["paiement"],
        "remise_plateforme": given.get("remise_plateforme", "0"),
        "remboursements": given.get("remboursement", "0"),
        **TIKTOK_CHOICES[case.rate_ids[0]],
    }  # fmt: skip
    if fields.get("cas") == "nouveau_vendeur":
        fields["date_inscription"] = on
    calculator = calculators()["tiktok-shop"]
    result = calculator.calculate(inputs=calculator.inputs.model_validate(fields), rates=book)
    names = {"fee": "commission", "commission": "commission", "net": "reste"}
    return {name: result[names[name]] for name in case.raw["expected"]}


def _on(case: Case, book: RateBook) -> date:
    if case.raw["on"]:
        return date.fromisoformat(case.raw["on"])
    starts = [f.valid_from for f in _facts(case, book) if f.valid_from]
    return max(starts, default=date(2026, 6, 1))


def _facts(case: Case, book: RateBook) -> list[RateFact]:
    facts = [fact for key in case.rate_ids for fact in book.by_key(key)]
    assert facts, f"{case.raw['id']}: no rate {case.rate_ids} in the book"
    return [fact for fact in facts if fact.value is not None and "_palier_" not in fact.code[-12:]]


def _tariff(case: Case, book: RateBook) -> tuple[Amount, Amount]:
    """Percentages added up, and the fixed part, from the book or else from the case."""
    rule = case.raw["rule"]
    if not case.rate_ids:
        share = Decimal(rule["percent"]) * units.HUNDREDTH
        return Constant(None, (), share, PERCENT), _eur(rule["fixed"])
    rates = [Rate(fact) for fact in _facts(case, book)]
    shares = [rate for rate in rates if rate.unit == PERCENT]
    fixed = [rate for rate in rates if rate.unit == EUR]
    return total(shares, PERCENT), total(fixed) if fixed else constant(0, EUR)


def _eur(text: str) -> Amount:
    return constant(Decimal(text), EUR)
