"""What was typed: the receipts of each month by category, the day up to which they are known."""

from dataclasses import dataclass
from datetime import date, timedelta

from calculators.catalogue.suivi_micro.inputs import RECETTES, SuiviMicroInputs
from calculators.catalogue.suivi_micro.lines import SuiviMicro
from calculators.kit.days import Day, months_later
from calculators.law.micro.categories import CIPAV, LIBERAL, SERVICES, VENTES, Caisse, Categorie
from calculators.law.micro.releve import Recettes

DECEMBRE = 12


@dataclass(frozen=True, slots=True)
class Arrete:
    """Up to when the receipts are known."""

    mois: date  # the first day of the last month
    jour: Day
    entame: bool  # whether that month is not over
    annee_finie: bool


def _noms(inputs: SuiviMicroInputs) -> dict[str, Categorie]:
    """The columns of receipts and their categories."""
    liberal = CIPAV if inputs.caisse is Caisse.CIPAV else LIBERAL
    return dict(zip(RECETTES, (VENTES, SERVICES, liberal), strict=True))


def categories_de(inputs: SuiviMicroInputs) -> tuple[Categorie, ...]:
    """Those of which some month says something; sales when none does."""
    found = tuple(
        categorie
        for name, categorie in _noms(inputs).items()
        if any(getattr(row, name) is not None for row in inputs.releve)
    )
    return found or (VENTES,)


def recettes_de(m: SuiviMicro) -> Recettes:
    """The receipts by month and category."""
    names = _noms(m.inputs)
    return {
        date(m.inputs.annee, int(row.given.mois), 1): {
            categorie: row[name]
            for name, categorie in names.items()
            if getattr(row.given, name) is not None
        }
        for row in m.rows("releve")
    }


def arrete(m: SuiviMicro) -> Arrete:
    """The day given, or the end of the last month typed."""
    given = None if m.inputs.arrete_au is None else m.day("arrete_au")
    month = m.inputs.dernier_mois if given is None else given.month
    end = months_later(month, 1) - timedelta(days=1)
    begun = given is not None and given.before(end)
    day = m.moment(end) if given is None else given
    return Arrete(month, day, begun, month.month == DECEMBRE and not begun)
