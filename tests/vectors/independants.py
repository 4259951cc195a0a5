"""How a case of statuts_independants*.json runs: the room of the self-employed, or the payroll.

The official engine's own year of income tax: it applies to a year the scale of the income before.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calculators.kit.amounts import Amount
from calculators.kit.french import parse_day
from calculators.kit.lines import Sheet
from calculators.kit.rates import RateBook
from calculators.law.foyer import foyer
from calculators.law.impot_regles import MOTEUR
from calculators.law.impot_revenu import impot
from calculators.law.independants import Regime, deduire, independant
from calculators.law.micro.categories import Caisse, Registre
from calculators.law.societe import dividendes
from tests.law.statuts import Statuts, statuts
from tests.vectors import sasu
from tests.vectors.fees import UnknownKeyError

EURO = Decimal(1)
_E, _I = "entreprise . ", "indépendant . "
_C, _R, _D = f"{_I}cotisations et contributions", f"{_I}rémunération", f"{_I}dividendes"
_CA, _CHARGES, _BRUTE = f"{_E}chiffre d'affaires", f"{_E}charges", f"{_R} . brute"
_LIBRES, _COTISES = f"{_D} . soumis à prélèvements sociaux", f"{_D} . soumis à cotisations sociales"
_REGLEMENTEE = f"{_E}activité . libérale . réglementée"
# What a case must say, or may say, and nothing else.
_FIXED = {
    f"{_E}date de création": "01/01/2020", "impôt . méthode de calcul": "'barème standard'",
    f"{_E}imposition . IR . régime micro-fiscal": "non", _REGLEMENTEE: "oui",
    f"{_I}profession libérale . réglementée . métier": "'rattaché Cipav'",
}  # fmt: skip
_READ = {
    "date", f"{_E}EI", f"{_E}imposition", f"{_E}activité", _CA, _CHARGES, _BRUTE, _LIBRES, _COTISES,
}  # fmt: skip
_REGIMES = {("oui", "'IR'"), ("non", "'IS'")}
_REGISTRES = {
    "'commerciale'": Registre.COMMERCANT, "'artisanale'": Registre.ARTISAN,
    "'libérale'": Registre.AUCUN,
}  # fmt: skip

# Sums of our lines, one tuple an output; a code after « - » is taken off.
LINES: dict[str, tuple[str, ...]] = {
    _BRUTE: ("ti_revenu",),
    _C: ("ti_cotisations",),
    f"{_R} . nette": ("ti_net",),
    f"{_E}résultat fiscal": ("ti_net",),
    f"{_C} . assiette sociale": ("ti_assiette",),
    f"{_I}revenu professionnel": ("ti_net", "ti_csg_non_deductible"),
    f"{_R} . nette . imposable": ("ti_imposable",),
    f"{_R} . impôt": ("impot_impot_du",),
    f"{_R} . impôt . avec dividendes": ("impot_impot_du", "dividendes_impot_forfaitaire"),
    f"{_C} . avec dividendes": ("ti_cotisations", "dividendes_prelevements_sociaux"),
    f"{_R} . nette . avec dividendes": (
        "ti_net", "dividendes_dividendes", "-dividendes_prelevements_sociaux",
    ),
    f"{_R} . nette . après impôt": ("ti_net", "dividendes_dividendes_nets", "-impot_impot_du"),
    f"{_C} . cotisations . maladie-maternité": ("ti_maladie",),
    f"{_C} . cotisations . indemnités journalières": ("ti_indemnites_journalieres",),
    f"{_C} . cotisations . retraite de base": ("ti_retraite_base",),
    f"{_C} . cotisations . retraite complémentaire": ("ti_retraite_complementaire",),
    f"{_C} . cotisations . invalidité et décès": ("ti_invalidite_deces",),
    f"{_C} . cotisations . allocations familiales": ("ti_allocations_familiales",),
    f"{_C} . CSG-CRDS": ("ti_csg_deductible", "ti_csg_non_deductible"),
    f"{_C} . CSG-CRDS . déductible": ("ti_csg_deductible",),
    f"{_C} . CSG-CRDS . non déductible": ("ti_csg_non_deductible",),
    f"{_C} . formation professionnelle": ("ti_cfp",),
    f"{_D} . prélèvements sociaux": ("dividendes_prelevements_sociaux",),
    f"{_D} . PFU": ("dividendes_impot_forfaitaire",),
}  # fmt: skip
CSG = f"{_C} . assiette CSG-CRDS"  # the one base since the reform, its own before


@dataclass(frozen=True)
class Case:
    """One case, checked for unknown keys."""

    raw: dict[str, Any]

    @classmethod
    def read(cls, raw: dict[str, Any]) -> "Case":
        """Refuse what the adapter does not know."""
        case = cls(raw)
        if set(raw) - {"id", "model", "situation", "out"} or raw["model"] not in ("ti", "as"):
            raise UnknownKeyError(raw["id"])
        if case.assimile:
            sasu.read(raw)
        else:
            said = raw["situation"]
            unknown = set(said) - _READ - set(_FIXED) | set(raw["out"]) - set(LINES) - {CSG}
            unknown |= {key for key, value in _FIXED.items() if said.get(key, value) != value}
            if (said[f"{_E}EI"], said[f"{_E}imposition"]) not in _REGIMES:
                unknown.add(f"{_E}imposition")
            if unknown or any(not o["u"].startswith("€/an") for o in raw["out"].values()):
                raise UnknownKeyError(f"{raw['id']}: {sorted(unknown) or 'units'}")
        return case

    @property
    def assimile(self) -> bool:
        """Whether it is the pay of a SASU's officer."""
        return bool(self.raw["model"] == "as")

    @property
    def societe(self) -> bool:
        return bool(self.raw["situation"][f"{_E}imposition"] == "'IS'")

    def regime(self) -> Regime:
        said = self.raw["situation"]
        caisse = Caisse.CIPAV if _REGLEMENTEE in said else Caisse.SSI
        return Regime(parse_day(said["date"]).year, _REGISTRES[said[f"{_E}activité"]], caisse)

    def amounts(self) -> dict[str, Decimal]:
        """The inputs that say the same."""
        said = self.raw["situation"]

        def euros(name: str) -> Decimal:
            return Decimal(said[name].removesuffix(" €/an")) if name in said else Decimal(0)

        paid = euros(_BRUTE) if self.societe else euros(_CA)
        return {
            "chiffre_affaires": paid, "charges": euros(_CHARGES),
            "dividendes": euros(_LIBRES) + euros(_COTISES), "sans_cotisations": euros(_LIBRES),
        }  # fmt: skip

    def expected(self) -> dict[str, Decimal]:
        return {name: Decimal(str(o["v"])) for name, o in self.raw["out"].items()}


def run(case: Case, book: RateBook | None = None) -> Sheet:
    """The rooms on a case."""
    regime = case.regime()
    before = regime.annee - 1

    def fill(m: Statuts) -> None:
        paid = None
        if case.societe:
            dividendes(
                m.dividendes, montant=m["dividendes"], annee=regime.annee,
                sans_cotisations=m["sans_cotisations"],
            )  # fmt: skip
            paid = m.dividendes.dividendes_cotises
        independant(
            m.ti, regime=regime, revenu=m["chiffre_affaires"] - m["charges"], dividendes=paid
        )
        foyer(m.foyer, annee=before, methode=MOTEUR)
        taxed: Amount = m.ti.imposable
        if case.societe:
            deduire(m.ti, annee=before)
            taxed = m.ti.imposable_apres_deduction
        impot(m.impot, revenu_imposable=taxed, foyer=m.foyer, annee=before, methode=MOTEUR)

    return statuts(fill, book, **case.amounts())


def wrong(case: Case, book: RateBook | None = None) -> dict[str, tuple[Decimal, Decimal]]:
    """The outputs that are not the expected ones to one euro: found, expected."""
    if case.assimile:
        return sasu.wrong(case.raw, book)
    lines = {code: line.value for code, line in run(case, book).lines.items()}

    def found(name: str) -> Decimal:
        if name == CSG:
            return lines.get("ti_assiette_csg", lines["ti_assiette"])
        zero = Decimal(0)  # a line of dividends that there are not
        terms = ((code.removeprefix("-"), code.startswith("-")) for code in LINES[name])
        return sum((-lines.get(c, zero) if off else lines.get(c, zero) for c, off in terms), zero)

    pairs = {name: (found(name), value) for name, value in case.expected().items()}
    return {name: (a, b) for name, (a, b) in pairs.items() if not abs(a - b) <= EURO}
