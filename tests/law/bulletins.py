"""A sheet with one payslip, for the tests of the payroll room."""

from datetime import date
from decimal import Decimal, localcontext
from typing import Any

from calculators.kit import units
from calculators.kit.calculator import Calculator, Headline
from calculators.kit.fields import asked, money, rate
from calculators.kit.lines import Line, Sheet, declared
from calculators.kit.parts import part
from calculators.kit.rates import RateBook
from calculators.kit.units import CENT
from calculators.law import paie as room
from calculators.law.foyer import Foyer, FoyerInputs, deduction, foyer
from calculators.law.impot_regles import MOTEUR, regles
from calculators.law.impot_revenu import Impot, impot
from calculators.law.paie import Paie, PaieInputs, Prelevement, Territoire
from tests.books import committed_book

# With the defaults: an executive, 250 employees, health cover of 40 € half and half.
ATMP: dict[str, Any] = {"taux_atmp": Decimal("0.7")}


class BulletinInputs(PaieInputs, FoyerInputs):
    """A salary, a month, and how the tax is withheld."""

    periode: date = asked("Période")
    salaire: Decimal = money("Salaire", default=Decimal(0))
    cout: Decimal | None = money("Coût", default=None)
    net: Decimal | None = money("Net", default=None)
    mode_prelevement: Prelevement = asked("Prélèvement", default=Prelevement.NEUTRE)
    territoire: Territoire = asked("Territoire", default=Territoire.METROPOLE)
    taux_personnel: Decimal = rate("Taux personnel", default=Decimal(0))
    lecture_moteur: bool = asked("Comme le simulateur officiel", default=False)
    precarite: bool = asked("Indemnité de fin de contrat", default=False)


class Bulletin(Sheet):
    """One payslip, and the year's tax of its salary."""

    inputs: BulletinInputs

    paie = part(Paie, bare=True)
    foyer = part(Foyer, section="foyer")
    impot = part(Impot, section="impot")
    indemnite = declared("Indemnité de fin de contrat", CENT)


def formulas(*, inputs: BulletinInputs, rates: RateBook) -> Bulletin:
    """Fill the sheet."""
    m = Bulletin(inputs, rates)
    on = m.day("periode")
    brut = m["salaire"] + 0
    if inputs.precarite:
        m.indemnite = m["salaire"] * room.taux(m, on)[room.PRECARITE]
        brut = m["salaire"] + m.indemnite
    if inputs.cout is not None:
        brut = room.brut_pour_cout(m, m["cout"], on, room.profil(m))
    if inputs.net is not None:
        brut = room.brut_pour_net(m, m["net"], on, room.profil(m), lu=lambda essai: _net(m, essai))
    room.paie(m.paie, brut=brut, on=on, profil=room.profil(m))
    _withheld(m)
    return m


def _net(m: Bulletin, essai: Paie) -> Line:
    """The net after the withholding that needs no household."""
    given, on = m.inputs, m.day("periode")
    if given.mode_prelevement is Prelevement.NEUTRE:
        room.au_taux_neutre(essai, room.base(essai), on, given.territoire)
    else:
        room.au_taux(essai, room.base(essai), m["taux_personnel"])
    return essai.net_paye


def _withheld(m: Bulletin) -> None:
    given, on = m.inputs, m.day("periode")
    taxed = room.base(m.paie, prevoyance_imposable=given.lecture_moteur)
    match given.mode_prelevement:
        case Prelevement.NEUTRE:
            room.au_taux_neutre(m.paie, taxed, on, given.territoire)
        case Prelevement.PERSONNEL:
            room.au_taux(m.paie, taxed, m["taux_personnel"])
        case Prelevement.BAREME:
            year = on.year - 1  # the scale that is known: that of the year before
            rules = regles(m, year)
            foyer(m.foyer, annee=year, methode=MOTEUR)
            net = taxed * 12 - deduction(taxed * 12, rules)
            impot(m.impot, revenu_imposable=net, foyer=m.foyer, annee=year, methode=MOTEUR)
            room.montant(m.paie, m.impot.impot_du / 12)


CALCULATOR = Calculator(
    slug="bulletin", title="", summary="", intro="", inputs=BulletinInputs, sheet=Bulletin,
    formulas=formulas, main_date="periode", example={}, headline=Headline("net_paye", "", "", ""),
)  # fmt: skip


def bulletin(salaire: Any, periode: str = "2026-11-01", **given: Any) -> Bulletin:
    """One payslip on the committed rates, or on `book`."""
    book = given.pop("book", None) or committed_book()
    inputs = BulletinInputs(salaire=Decimal(salaire), periode=date.fromisoformat(periode), **given)
    with localcontext(units.CONTEXT):
        return formulas(inputs=inputs, rates=book)
