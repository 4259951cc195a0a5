"""How a case of salarie_cadre.json runs on the payroll room.

The official simulator's reading: its minimum wage in the general reduction (the variant of the
book), and the base of its withholding, from which the provident cover is not taken off.
"""

import csv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from calculators.kit.french import parse_day
from calculators.kit.rates import RateBook
from tests.law.bulletins import Bulletin, bulletin
from tests.vectors.fees import UnknownKeyError

LAW = Path(__file__).parent / "data" / "rgdu_law_2026.csv"
CENT, FIVE_CENTS = Decimal("0.01"), Decimal("0.05")
APPROACHED = Decimal("0.02")  # its gross has more decimals than ours

_S = "salarié . "
_C = f"{_S}cotisations . "
_GROSS = f"{_S}contrat . salaire brut"
_COST = f"{_S}coût total employeur"
_FIXED = {
    "dirigeant": "non", "entreprise . catégorie juridique": "''", "entreprise . imposition": "non",
    f"{_S}activité partielle": "non", "entreprise . salariés . ratio alternants": "5 %",
    f"{_S}contrat . CDD . durée": "6 mois",
}  # fmt: skip
_SIZES = {"'plus de 250'": "de_250_a_1999", "'moins de 50'": "de_11_a_49", "": "moins_de_11"}
_STATUS = {"oui": "cadre", "non": "non_cadre"}
_MODES = {
    "'taux neutre'": "neutre", "'taux personnalisé'": "personnel", "'barème standard'": "bareme",
}  # fmt: skip
_READ = {
    "date", f"{_S}contrat . statut cadre", "entreprise . salariés . effectif . seuil",
    "établissement . taux ATMP", "établissement . commune . taux versement mobilité",
    "impôt . méthode de calcul", "impôt . taux personnalisé", f"{_S}contrat", _GROSS, _COST,
    f"{_C}prévoyances . santé . montant", f"{_C}prévoyances . santé . taux employeur",
}  # fmt: skip

# Sums of our lines, one tuple an output: absent ones count for nothing.
LINES: dict[str, tuple[str, ...]] = {
    f"{_S}rémunération . brut": ("brut",),
    f"{_S}rémunération . indemnités CDD": ("indemnite",),
    _COST: ("cout",),
    f"{_C}employeur": ("cotisations_employeur",),
    f"{_C}salarié": ("cotisations_salarie",),
    f"{_S}rémunération . net . à payer avant impôt": ("net_avant_impot",),
    f"{_S}rémunération . montant net social": ("net_avant_impot",),
    f"{_C}maladie . employeur": ("maladie",),
    f"{_C}maladie . salarié": ("maladie_salarie",),
    f"{_C}ATMP": ("atmp",),
    f"{_C}vieillesse . plafonnée . employeur": ("vieillesse_plafonnee",),
    f"{_C}vieillesse . plafonnée . salarié": ("vieillesse_plafonnee_salarie",),
    f"{_C}vieillesse . déplafonnée . employeur": ("vieillesse_deplafonnee",),
    f"{_C}vieillesse . déplafonnée . salarié": ("vieillesse_deplafonnee_salarie",),
    f"{_C}retraite complémentaire . employeur": ("retraite_t1", "retraite_t2"),
    f"{_C}retraite complémentaire . salarié": ("retraite_t1_salarie", "retraite_t2_salarie"),
    f"{_C}CEG . employeur": ("ceg_t1", "ceg_t2"),
    f"{_C}CEG . salarié": ("ceg_t1_salarie", "ceg_t2_salarie"),
    f"{_C}CET . employeur": ("cet",),
    f"{_C}CET . salarié": ("cet_salarie",),
    f"{_C}allocations familiales": ("famille",),
    f"{_C}chômage": ("chomage",),
    f"{_C}AGS": ("ags",),
    f"{_C}APEC . employeur": ("apec",),
    f"{_C}APEC . salarié": ("apec_salarie",),
    f"{_C}prévoyances . employeur . cadres": ("prevoyance",),
    f"{_C}prévoyances . santé . employeur": ("sante_employeur",),
    f"{_C}prévoyances . santé . salarié": ("sante_salarie",),
    f"{_C}FNAL": ("fnal",),
    f"{_C}CSA": ("csa",),
    f"{_C}versement mobilité": ("mobilite",),
    f"{_C}forfait social": ("forfait_social",),
    f"{_C}taxe d'apprentissage": ("apprentissage", "apprentissage_supplementaire"),
    f"{_C}formation professionnelle": ("formation",),
    f"{_C}CPF CDD": ("cpf_cdd",),
    f"{_C}PEEC": ("peec",),
    f"{_C}contribution au dialogue social": ("dialogue_social",),
    f"{_C}CSG-CRDS . assiette de base": ("assiette_csg",),
    f"{_C}CSG-CRDS . CSG . déductible": ("csg_deductible",),
    f"{_C}CSG-CRDS . CSG . non déductible": ("csg_non_deductible",),
    f"{_C}CSG-CRDS . CRDS": ("crds",),
    f"{_C}exonérations . employeur": ("reduction_generale",),
    f"{_C}exonérations . RGDU": ("reduction_generale",),
}
_TAXED = f"{_S}rémunération . net . imposable"
_PAID = f"{_S}rémunération . net . payé après impôt"
_TAX = "impôt . montant"
_ECHOED = {_GROSS, f"{_S}contrat . CDD . indemnité de fin de contrat"}  # repeat the question


@dataclass(frozen=True)
class Case:
    """One case, checked for unknown keys."""

    raw: dict[str, Any]

    @classmethod
    def read(cls, raw: dict[str, Any]) -> "Case":
        """Refuse what the adapter does not know."""
        situation = raw["situation"]
        unknown = set(situation) - _READ - set(_FIXED)
        unknown |= {k for k, v in _FIXED.items() if situation.get(k, v) != v}
        unknown |= set(raw["out"]) - set(LINES) - {_TAXED, _PAID, _TAX} - _ECHOED
        if unknown or set(raw) - {"id", "year", "situation", "out"}:
            raise UnknownKeyError(f"{raw['id']}: {sorted(unknown)}")
        return cls(raw)

    @property
    def inverse(self) -> bool:
        """Whether it asks for the gross of a cost."""
        return _GROSS not in self.raw["situation"]

    @property
    def cost(self) -> Decimal:
        """What an inverse case asks the gross of."""
        return _number(self.raw["situation"][_COST])

    def inputs(self) -> dict[str, Any]:
        """What the payslip is asked with."""
        given: dict[str, str] = self.raw["situation"]
        cdd = given.get(f"{_S}contrat") == "'CDD'"
        fields: dict[str, Any] = {
            "salaire": _number(given.get(_GROSS, "0")),
            "periode": parse_day(given["date"]).isoformat(),
            "statut": _STATUS[given[f"{_S}contrat . statut cadre"]],
            "effectif": _SIZES[given.get("entreprise . salariés . effectif . seuil", "")],
            "mode_prelevement": _MODES[given["impôt . méthode de calcul"]],
            "cdd": cdd, "precarite": cdd, "lecture_moteur": True,
        }  # fmt: skip
        names = {
            "établissement . taux ATMP": "taux_atmp",
            "établissement . commune . taux versement mobilité": "taux_mobilite",
            f"{_C}prévoyances . santé . montant": "sante",
            f"{_C}prévoyances . santé . taux employeur": "taux_sante_employeur",
            "impôt . taux personnalisé": "taux_personnel",
        }
        return fields | {ours: _number(given[k]) for k, ours in names.items() if k in given}


def run(case: Case, book: RateBook) -> Bulletin:
    """The payslip of a case."""
    return bulletin(**case.inputs(), book=book)


def differences(case: Case, book: RateBook) -> dict[str, tuple[Decimal, Decimal]]:
    """Every output of the case that is not ours: what is found, what is expected."""
    return _differences(case, run(case, book), Decimal(0))


def inverse_differences(case: Case, book: RateBook) -> dict[str, tuple[Decimal, Decimal]]:
    """The same at the gross that the simulator found, whose cost is near what was asked only."""
    gross = Decimal(str(case.raw["out"][_GROSS]["v"]))
    m = bulletin(**(case.inputs() | {"salaire": gross}), book=book)
    wrong = _differences(case, m, APPROACHED)
    asked = wrong.pop(_COST, (m.paie.cout.value, case.cost))[1]
    return wrong if abs(asked - m.paie.cout.value) <= 5 * APPROACHED else {_COST: (gross, asked)}


def _differences(case: Case, m: Bulletin, more: Decimal) -> dict[str, tuple[Decimal, Decimal]]:
    wrong = {}
    for name, told in case.raw["out"].items():
        if isinstance(told["v"], bool) or (name in _ECHOED and not more):
            continue
        expected, found, slack = _compared(m, name, Decimal(str(told["v"] or 0)))
        if abs(found - expected) > slack + more:
            wrong[name] = found, expected
    return wrong


def _compared(m: Bulletin, name: str, expected: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    if name == _TAXED:  # the file's own correction: the provident cover of executives
        return expected - _sum(m, ("prevoyance",)), _sum(m, ("net_imposable",)), CENT
    if name == _PAID:
        return expected, _sum(m, ("net_paye",)), FIVE_CENTS
    if name == _TAX:  # a year, to the euro
        return expected / 12, _sum(m, ("prelevement",)), FIVE_CENTS
    return expected, _sum(m, ("brut",) if name == _GROSS else LINES[name]), CENT


def _sum(m: Bulletin, codes: tuple[str, ...]) -> Decimal:
    return sum((m.lines[code].value for code in codes if code in m.lines), Decimal(0))


def _number(text: str) -> Decimal:
    return Decimal(text.split()[0])


def by_law() -> dict[str, tuple[Decimal, Decimal]]:
    """The reduction and the cost that the law gives, where the simulator is wrong."""
    with LAW.open(encoding="utf-8") as file:
        return {
            row["vector_id"]: (Decimal(row["rgdu_droit_12_02"]), Decimal(row["cout_droit"]))
            for row in csv.DictReader(file)
        }
