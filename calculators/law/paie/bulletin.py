"""The payslip in a few rows, as the law asks it to be printed: C. trav. R3243-2.

The contributions are exact and each is rounded here for itself: the last row of each side takes
what is left of its total, so that the table adds up.
"""

from calculators.kit.amounts import Amount, total
from calculators.kit.lines import declared
from calculators.kit.parts import Part, Table
from calculators.kit.units import CENT
from calculators.law.paie.lignes import Paie


class Rubrique(Part):
    """One heading of the payslip."""

    employeur = declared("Part de l’employeur", CENT, nature="cotisations", absent="—")
    salarie = declared("Part du salarié", CENT, nature="cotisations", absent="—")


# Heading: the employer's lines, the employee's.
_RUBRIQUES: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "sante": (
        "Santé et prévoyance",
        ("maladie", "prevoyance", "sante_employeur"),
        ("maladie_salarie", "prevoyance_salarie", "sante_salarie"),
    ),
    "accidents": ("Accidents du travail", ("atmp",), ()),
    "retraite": (
        "Retraite",
        ("vieillesse_plafonnee", "vieillesse_deplafonnee", "retraite_t1", "retraite_t2", "ceg_t1",
         "ceg_t2", "cet"),
        ("vieillesse_plafonnee_salarie", "vieillesse_deplafonnee_salarie", "retraite_t1_salarie",
         "retraite_t2_salarie", "ceg_t1_salarie", "ceg_t2_salarie", "cet_salarie"),
    ),
    "famille": ("Famille", ("famille",), ()),
    "chomage": ("Chômage et Apec", ("chomage", "ags", "apec"), ("apec_salarie",)),
}  # fmt: skip
RESTE, CSG, REDUCTION = "Autres contributions", "CSG et CRDS", "Réduction générale"


def bulletin(rows: Table[Rubrique], m: Paie) -> None:
    """Fill the table from a payslip, its totals under it."""
    employer: list[Amount] = []
    employee: list[Amount] = []
    for key, (label, paid, withheld) in _RUBRIQUES.items():
        row, mine, yours = rows.row(key, label), m.present(paid), m.present(withheld)
        if mine:
            row.employeur = total(mine)
            employer.append(row.employeur)
        if yours:
            row.salarie = total(yours)
            employee.append(row.salarie)
    row = rows.row("csg", CSG)
    row.salarie = m.cotisations_salarie - total(employee)
    reductions = m.present(("reduction_generale",))
    for line in reductions:
        cut = rows.row("reduction", REDUCTION)
        cut.employeur = 0 - line
        employer.append(cut.employeur)
    row = rows.row("autres", RESTE)
    row.employeur = m.cotisations_employeur - total(employer)
    rows.totals = {"employeur": m.cotisations_employeur, "salarie": m.cotisations_salarie}
