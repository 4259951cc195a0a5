"""How a case of statuts_societes_micro.json runs: micro-entrepreneur, companies, their officers.

A micro-entrepreneur is the calculator of that name, in the official simulator's reading.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.catalogue import calculators
from calculators.kit.french import parse_day
from calculators.kit.rates import RateBook
from calculators.law import societe as law
from calculators.law.foyer import foyer
from calculators.law.impot_regles import MOTEUR
from calculators.law.impot_revenu import impot
from calculators.law.societe import ImpositionDividendes, dividendes, societe
from tests.law.statuts import Statuts, statuts
from tests.vectors import sasu
from tests.vectors.fees import UnknownKeyError
from tests.vectors.micro import engine_book

EURO = Decimal(1)
_E, _D = "entreprise . ", "dirigeant . "
_AE, _B = f"{_D}auto-entrepreneur", "bénéficiaire . dividendes . "
_CA, _CHARGES, _NATURE = f"{_E}chiffre d'affaires", f"{_E}charges", f"{_E}activité . nature"
_GENRE, _METHODE = f"{_E}activités . service ou vente", "impôt . méthode de calcul"
_VERSEMENT = f"{_AE} . impôt . versement libératoire"
_RESULTAT, _IS = f"{_E}résultat fiscal", f"{_E}imposition . IS . "
_PFU, _BAREME = "'PFU'", "'barème standard'"
_MICRO = {
    "date": None, "salarié": {"non"}, f"{_E}catégorie juridique": {"'EI'"},
    f"{_E}catégorie juridique . EI . auto-entrepreneur": {"oui"}, _AE: {"oui"},
    _NATURE: {"'commerciale'", "'libérale'"}, _GENRE: {"'vente'", "'service'"},
    f"{_NATURE} . libérale . réglementée": {"non"}, f"{_E}date de création": {"01/01/2020"},
    _CA: None, _CHARGES: None, _METHODE: {_BAREME}, _VERSEMENT: {"oui"},
}  # fmt: skip
_PROFIT = {
    "date": None, "salarié": {"non"}, f"{_E}catégorie juridique": {"''"},
    f"{_E}imposition": {"'IS'"}, f"{_E}TVA . franchise de TVA": {"non"}, _RESULTAT: None,
}  # fmt: skip
_PAID = {
    "date": None, "bénéficiaire": {"oui"}, f"{_E}catégorie juridique": {"'SAS'"},
    f"{_E}associés": {"'unique'"}, f"{_E}imposition": {"'IS'"}, _METHODE: {_PFU, _BAREME},
    f"{_D}rémunération . net . imposable": {"0 €/an"}, f"{_B}bruts": None,
}  # fmt: skip
type Found = dict[str, Decimal | None]


@dataclass(frozen=True)
class Case:
    """One case, checked for unknown keys."""

    raw: dict[str, Any]

    @classmethod
    def read(cls, raw: dict[str, Any]) -> "Case":
        """Refuse what the adapter does not know; an output is checked when it is compared."""
        case = cls(raw)
        if case.kind == "sasu":
            sasu.read(raw)
        else:
            known, said = _KINDS[case.kind][0], raw["situation"]
            unknown = {
                key
                for key, value in said.items()
                if key not in known or (known[key] is not None and value not in known[key])
            }
            if unknown:
                raise UnknownKeyError(f"{raw['id']}: {sorted(unknown)}")
        if set(raw) - {"id", "year", "situation", "out"}:
            raise UnknownKeyError(raw["id"])
        return case

    @property
    def kind(self) -> str:
        said = self.raw["situation"]
        if _AE in said:
            return "micro"
        if f"{_B}bruts" in said:
            return "dividendes"
        return "impot" if _RESULTAT in said else "sasu"

    @property
    def on(self) -> date:
        return parse_day(self.raw["situation"]["date"])

    def euros(self, name: str) -> Decimal:
        return Decimal(self.raw["situation"][name].removesuffix(" €/an"))

    def expected(self) -> dict[str, Decimal]:
        """By the year: months count twelve times."""
        return {
            name: Decimal(str(o["v"])) * (12 if o["u"] == "€/mois" else 1)
            for name, o in self.raw["out"].items()
        }


def _micro(case: Case, book: RateBook) -> Found:
    said = case.raw["situation"]
    liberal = said[_NATURE] == "'libérale'"
    sold = said.get(_GENRE) == "'vente'"
    turnover = "ca_liberal" if liberal else "ca_ventes" if sold else "ca_services"
    versement = _VERSEMENT in said
    calculator = calculators()["micro-entrepreneur"]
    inputs: dict[str, Any] = {
        "annee": case.on.year, "date_taux": case.on, "lecture": "moteur_officiel",
        "registre": "aucun" if liberal else "cci", turnover: case.euros(_CA),
    }  # fmt: skip
    if versement:
        inputs["option_impot"] = "versement"
    result = calculator.calculate(inputs=calculator.inputs(**inputs), rates=book)
    assert result.outcome.applies, result.outcome
    lines = {line.code: line.value for line in result.lines}
    earned, due = lines["chiffre_affaires"], lines["prelevements"]
    tax = lines["versement_liberatoire"] if versement else lines["avec_impot_du"]
    net = earned - case.euros(_CHARGES) - due
    return {
        f"{_D}rémunération . totale": earned - case.euros(_CHARGES),
        f"{_D}rémunération . cotisations": due,
        f"{_AE} . cotisations et contributions": due,
        f"{_D}rémunération . net": net,
        f"{_AE} . revenu net": earned - due,
        f"{_D}rémunération . net . imposable": lines["revenu_abattu"],
        _RESULTAT: lines["revenu_abattu"],
        "impôt . montant": tax,
        f"{_VERSEMENT} . montant": lines["versement_liberatoire"] if versement else None,
        f"{_D}rémunération . net . après impôt": net - tax,
    }


def _impot(case: Case, book: RateBook) -> Found:
    closed = date(case.on.year, 12, 31)
    m = statuts(
        lambda m: societe(m.societe, resultat=m["resultat"], cloture=m.moment(closed)), book,
        resultat=case.euros(_RESULTAT),
    )  # fmt: skip
    tax = m.societe.impot_societes.value
    return {
        _RESULTAT: m.societe.resultat.value,
        f"{_IS}montant": tax,
        f"{_IS}total": tax,
        f"{_IS}montant . taux réduit": book.at(law.IS_REDUIT.code, closed).value,
        f"{_IS}montant . taux normal": book.at(law.IS_NORMAL.code, closed).value,
    }


def _dividendes(case: Case, book: RateBook) -> Found:
    flat = case.raw["situation"][_METHODE] == _PFU
    option = ImpositionDividendes.FORFAIT if flat else ImpositionDividendes.BAREME
    before = case.on.year - 1  # the engine applies to a year the scale of the income before

    def fill(m: Statuts) -> None:
        dividendes(m.dividendes, montant=m["dividendes"], annee=case.on.year, option=option)
        if not flat:
            foyer(m.foyer, annee=before, methode=MOTEUR)
            impot(
                m.impot, revenu_imposable=m.dividendes.imposables, foyer=m.foyer, annee=before,
                methode=MOTEUR,
            )  # fmt: skip

    m = statuts(fill, book, dividendes=case.euros(f"{_B}bruts"))
    paid = m.dividendes.dividendes.value - m.dividendes.prelevements_sociaux.value
    tax = (m.dividendes.impot_forfaitaire if flat else m.impot.impot_du).value
    return {
        f"{_B}bruts": m.dividendes.dividendes.value,
        f"{_B}cotisations et contributions": m.dividendes.prelevements_sociaux.value,
        f"{_B}nets": paid,
        f"{_B}nets d'impôt": paid - tax,
        "impôt . montant": tax,
        "impôt . dividendes . PFU": tax if flat else None,
    }


_KINDS: dict[str, tuple[dict[str, Any], Callable[[Case, RateBook], Found]]] = {
    "micro": (_MICRO, _micro),
    "impot": (_PROFIT, _impot),
    "dividendes": (_PAID, _dividendes),
}


def wrong(case: Case, book: RateBook | None = None) -> dict[str, tuple[Decimal | None, Decimal]]:
    """The outputs that are not the expected ones to one euro; one that is unknown raises."""
    if case.kind == "sasu":
        return sasu.wrong(case.raw, book)
    found = _KINDS[case.kind][1](case, book or engine_book())
    pairs = {name: (found[name], value) for name, value in case.expected().items()}
    return {name: (a, b) for name, (a, b) in pairs.items() if a is None or not abs(a - b) <= EURO}
