"""How the cases of a SASU's officer run on the payroll room, from the gross that the case found.

Both files take an executive's cover, a health cover of 40 € half and half, fewer than 11 employees.
Their simulators search that gross from a yearly budget and stop near it: `brut_pour_cout` has its
own tests.
"""

from decimal import Decimal
from typing import Any

from calculators.kit.rates import RateBook
from calculators.law.foyer import deduction, foyer
from calculators.law.impot_regles import MOTEUR, regles
from calculators.law.impot_revenu import impot
from tests.law.bulletins import Bulletin, bulletin
from tests.law.statuts import Statuts, statuts
from tests.vectors.fees import UnknownKeyError
from tests.vectors.micro import engine_book
from tests.vectors.paie import LINES

EURO, TWO_EUROS = Decimal(1), Decimal(2)
_S, _D, _E, _A = "salarié . ", "dirigeant . rémunération . ", "entreprise . ", "assimilé salarié . "
_PAY = f"{_A}rémunération . "
GROSS = {f"{_S}contrat . salaire brut", f"{_PAY}brute"}
_CA, _CHARGES, _RESULTAT = f"{_E}chiffre d'affaires", f"{_E}charges", f"{_E}résultat fiscal"
_BUDGET = {_RESULTAT, f"{_D}totale"}  # what the search leaves of the budget: to two euros
_IS = f"{_E}imposition . IS . montant"
_SAID: dict[str, set[str] | None] = {
    "date": {"01/11/2026"}, "salarié": {"non"}, f"{_E}catégorie juridique": {"'SAS'"},
    f"{_E}associés": {"'unique'"}, f"{_E}imposition": {"'IS'"},
    f"{_E}activité . nature": {"'commerciale'"}, "établissement . taux ATMP": {"0.7 %"},
    f"{_E}date de création": {"01/01/2020"}, "impôt . méthode de calcul": {"'barème standard'"},
    _CA: None, _CHARGES: None, f"{_S}contrat . salaire brut": None,
    f"{_PAY}brute": None, f"{_PAY}totale": None,
}  # fmt: skip
_YEAR = 12


def read(raw: dict[str, Any]) -> None:
    """Refuse what the adapter does not know; an output is checked when it is compared."""
    said = raw["situation"]
    unknown = {key for key, value in said.items() if key not in _SAID}
    unknown |= {k for k, v in said.items() if (among := _SAID.get(k)) and v not in among}
    if unknown or not GROSS & set(raw["out"]):
        raise UnknownKeyError(f"{raw['id']}: {sorted(unknown) or 'no gross'}")


def payslip(raw: dict[str, Any], book: RateBook, statut: str = "assimile") -> Bulletin:
    """A month of the officer, or of an employee of the same gross."""
    (gross,) = (out["v"] for name, out in raw["out"].items() if name in GROSS)
    newer = f"{_PAY}brute" in raw["out"]
    return bulletin(
        Decimal(str(gross)), book=book, statut=statut, effectif="moins_de_11",
        taux_atmp=None if newer else Decimal("0.7"), mode_prelevement="bareme",
        lecture_moteur=True,
    )  # fmt: skip


def wrong(raw: dict[str, Any], book: RateBook | None = None) -> dict[str, tuple[Any, Any]]:
    """The outputs that are not the expected ones to one euro a year: found, expected."""
    book = book or engine_book()
    newer = f"{_PAY}brute" in raw["out"]
    found = (_newer if newer else _older)(raw, payslip(raw, book), book)
    differing = {}
    for name, told in raw["out"].items():
        expected = Decimal(str(told["v"] or 0)) * (1 if told["u"] == "€/an" else _YEAR)
        ours = found[name] if name in found else _line(payslip(raw, book), name)
        if abs(ours - expected) > (TWO_EUROS if name in _BUDGET else EURO):
            differing[name] = ours, expected
    return differing


def _line(m: Bulletin, name: str) -> Decimal:
    codes = (code for code in LINES[name] if code in m.lines)
    return _YEAR * sum((m.lines[code].value for code in codes), Decimal(0))


def _older(raw: dict[str, Any], m: Bulletin, book: RateBook) -> dict[str, Decimal]:
    """modele-social: the budget is what the turnover leaves, or the cost of the gross given."""
    pay, said = m.paie, raw["situation"]
    cost, net = pay.cout.value * _YEAR, pay.net_avant_impot.value * _YEAR
    budget = _euros(said[_CA]) - _euros(said[_CHARGES]) if _CA in said else cost
    tax = m.impot.impot_du.value
    return {
        f"{_S}contrat . salaire brut": pay.brut.value * _YEAR,
        _RESULTAT: budget - cost,
        f"{_D}totale": cost,
        f"{_D}cotisations": cost - net,
        f"{_D}net": net,
        f"{_D}net . imposable": _taxed(m),
        f"{_D}net . après impôt": net - tax,
        "impôt . montant": tax,
        _IS: Decimal(0),  # of less than two euros
    }


def _newer(raw: dict[str, Any], m: Bulletin, book: RateBook) -> dict[str, Decimal]:
    """modele-as bears the Apec of an executive too, which an officer does not owe."""
    executive = payslip(raw, book, "cadre").paie
    apec = _YEAR * executive.apec.value, _YEAR * executive.apec_salarie.value
    cost = m.paie.cout.value * _YEAR + apec[0]
    net = m.paie.net_avant_impot.value * _YEAR - apec[1]
    taxed = _taxed(m) - apec[1]
    tax = _tax(taxed, book)
    return {
        f"{_PAY}totale": cost,
        f"{_PAY}brute": m.paie.brut.value * _YEAR,
        f"{_A}cotisations": cost - net,
        f"{_PAY}nette . à payer avant impôt": net,
        f"{_PAY}nette . imposable": taxed,
        f"{_PAY}impôt": tax,
        f"{_PAY}nette . après impôt": net - tax,
    }


def _taxed(m: Bulletin) -> Decimal:
    """With the employer's provident cover, which both leave in it."""
    return _YEAR * (m.paie.net_imposable.value + m.paie.prevoyance.value)


def _tax(salary: Decimal, book: RateBook) -> Decimal:
    """Of a year, on the scale of the income before, as the simulators take it."""
    before = 2025

    def fill(m: Statuts) -> None:
        foyer(m.foyer, annee=before, methode=MOTEUR)
        income = m["resultat"] - deduction(m["resultat"], regles(m, before))
        impot(m.impot, revenu_imposable=income, foyer=m.foyer, annee=before, methode=MOTEUR)

    return statuts(fill, book, resultat=round(salary, 2)).impot.impot_du.value


def _euros(text: str) -> Decimal:
    return Decimal(text.removesuffix(" €/an"))
