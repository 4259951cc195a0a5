"""The payslip as the law asks it to be printed: C. trav. R3243-2, arrêté du 25 février 2016.

A contribution is a row: what its formula multiplies, and what it makes for each side. The
contributions are exact and each is put on the cent here, while the totals are rounded once: the row
of the roundings holds what differs, so that each column adds up.
"""

from calculators.kit.amounts import Amount, total
from calculators.kit.lines import Line, declared
from calculators.kit.operations import MUL
from calculators.kit.parts import Part, Table
from calculators.kit.units import CENT, EXACT, PERCENT
from calculators.law.paie.lignes import Paie


class Rubrique(Part):
    """One row of the payslip."""

    base = declared("Base", EXACT)
    taux_salarie = declared("Taux salarié", EXACT, unit=PERCENT)
    salarie = declared("Part du salarié", CENT, nature="cotisations")
    taux_employeur = declared("Taux employeur", EXACT, unit=PERCENT)
    employeur = declared("Part de l’employeur", CENT, nature="cotisations")


# By group, in the order of the official model: the contributions, by the code of the employer's
# line where it has one. The employee's is that code, or that code and « _salarie ».
_GROUPES: dict[str, tuple[str, ...]] = {
    "Santé": ("maladie", "prevoyance", "sante_employeur"),
    "Accidents du travail": ("atmp",),
    "Retraite": (
        "vieillesse_plafonnee", "vieillesse_deplafonnee", "retraite_t1", "retraite_t2", "ceg_t1",
        "ceg_t2", "cet",
    ),
    "Famille": ("famille",),
    "Assurance chômage": ("chomage", "ags", "apec"),
    "Autres contributions de l’employeur": (
        "fnal", "csa", "dialogue_social", "peec", "mobilite", "formation",
        "formation_conventionnelle", "cpf_cdd", "apprentissage", "apprentissage_supplementaire",
        "forfait_social",
    ),
    "CSG et CRDS": ("csg_deductible", "csg_non_deductible", "crds"),
    "Allègements : réduction générale": ("reduction_generale",),
}  # fmt: skip
_DEDUITES = ("reduction_generale",)
_DU_SALARIE = ("csg_deductible", "csg_non_deductible", "crds")
_SANTE = {"sante_employeur": "sante_salarie"}
ARRONDIS, TOTAL = "Arrondis", "Total des cotisations"


class _Cotisation:
    """The lines of one contribution: each side's, where the payslip has one."""

    def __init__(self, m: Paie, code: str) -> None:
        alone = code in _DU_SALARIE
        yours = code if alone else _SANTE.get(code, f"{code}_salarie")
        self.code = code
        self.employeur = () if alone else m.present((code,))
        self.salarie = m.present((yours,))
        self.lignes = (*self.employeur, *self.salarie)


def bulletin(rows: Table[Rubrique], m: Paie) -> None:
    """Fill the table from a payslip."""
    rows.row("brut", m.brut.declaration.label, "group").base = m.brut
    for number, (title, codes) in enumerate(_GROUPES.items()):
        found = [due for code in codes if (due := _Cotisation(m, code)).lignes]
        alone = len(codes) == 1  # a group of one contribution is its row
        if found and not alone:
            rows.row(f"groupe_{number}", title, "group")
        for due in found:
            label = title if alone else due.lignes[0].declaration.label
            _ligne(rows.row(due.code, label, "group" if alone else ""), due)
    _totaux(rows, m)


def _ligne(row: Rubrique, due: _Cotisation) -> None:
    """Base and rates are the factors of the lines themselves."""
    for line in due.lignes[:1]:
        if line.raw.op is MUL:
            row.base = line.raw.args[0]
    for line in due.salarie:
        if line.raw.op is MUL:
            row.taux_salarie = line.raw.args[1]
        row.salarie = line
    for line in due.employeur:
        if line.raw.op is MUL:
            row.taux_employeur = line.raw.args[1]
        row.employeur = 0 - line if due.code in _DEDUITES else line


def _totaux(rows: Table[Rubrique], m: Paie) -> None:
    """The roundings, the totals, and what they make: net, tax withheld, cost."""
    row = rows.row("arrondis", ARRONDIS)
    row.salarie = m.cotisations_salarie - _somme(rows, "salarie")
    row.employeur = m.cotisations_employeur - _somme(rows, "employeur")
    row = rows.row("total", TOTAL, "total")
    row.salarie, row.employeur = m.cotisations_salarie, m.cotisations_employeur
    _resultat(rows, "net_avant_impot", m.net_avant_impot).salarie = m.net_avant_impot
    rows.row("net_imposable", m.net_imposable.declaration.label).base = m.net_imposable
    for withheld in m.present(("prelevement",)):
        row = rows.row("prelevement", withheld.declaration.label)
        for rate in m.present(("taux_prelevement",)):
            row.base, row.taux_salarie = m.base_prelevement, rate
        row.salarie = withheld
        _resultat(rows, "net_paye", m.net_paye).salarie = m.net_paye
    _resultat(rows, "cout", m.cout).employeur = m.cout


def _somme(rows: Table[Rubrique], column: str) -> Amount:
    return total(rows.column(column))


def _resultat(rows: Table[Rubrique], key: str, line: Line) -> Rubrique:
    return rows.row(key, line.declaration.label, "total")
