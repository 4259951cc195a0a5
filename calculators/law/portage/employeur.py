"""The payslip's fields as portage fills them: what is usual in an office, and for one person."""

from decimal import Decimal

from calculators.kit.fields import Choice, asked, money, rate
from calculators.law.paie import GROUPE_PAIE, PaieInputs, Statut


class StatutPorte(Choice):
    """A person in portage is an employee, never an officer: C. trav. L1254-2."""

    CADRE = Statut.CADRE.value, Statut.CADRE.label
    NON_CADRE = Statut.NON_CADRE.value, Statut.NON_CADRE.label


class PaieEnPortageInputs(PaieInputs):
    """A payslip's inputs with the defaults of a portage company, and its branch's contribution."""

    statut: StatutPorte = asked(  # type: ignore[assignment]  # fewer choices, of the same codes
        "Statut", default=StatutPorte.CADRE, group=GROUPE_PAIE.code, example="Cadre"
    )
    taux_atmp: Decimal | None = rate(
        "Taux accidents du travail", default=Decimal("0.7"), group=GROUPE_PAIE.code,
        example="0,70", help="Notifié chaque année à la société. 0,70 % : des bureaux.",
    )  # fmt: skip
    sante: Decimal = money(
        "Complémentaire santé, par mois", default=Decimal(40), le=1000, group=GROUPE_PAIE.code,
        example="40,00", help="Prix entier, part de l’employeur comprise. Exemple : 40 €.",
    )  # fmt: skip
    sans_formation_branche: bool = asked(
        "Sans la contribution formation de la branche", default=False, group=GROUPE_PAIE.code,
        example="non", help="0,60 % en plus de la contribution légale (convention, art. 36).",
    )  # fmt: skip
