"""The year as its months and its days see it."""

from calculators.catalogue.micro_entrepreneur.lines import MicroEntrepreneur
from calculators.kit.amounts import Amount
from calculators.kit.lines import Line
from calculators.law.micro import echeances
from calculators.law.micro.calendrier import MOIS, Declaration
from calculators.law.micro.plan import Groupe, Plan


def mois(m: MicroEntrepreneur, year: Plan) -> None:
    """Each month's even share: turnover, goods and fees, tax; contributions at its own rates.

    What ACRE's ceiling adds is due at the end and is no month's.
    """
    rows = [row for _, _, row in m.micro.declarations]
    paid: dict[str, tuple[str, Amount]] = {}
    for groupe, row in zip(year.groupes, rows, strict=True):
        levies = row.present(("versement",))
        due = row.a_payer - levies[0] if levies else row.a_payer
        for month in _months(groupe):
            paid[f"{month:02}"] = MOIS[month - 1], due / groupe.mois
    for key, (label, due) in sorted(paid.items()):
        cells = m.mois.row(key, label)
        cells.recettes = m.micro.chiffre_affaires / year.mois
        cells.depenses = m.depenses / year.mois
        cells.prelevements = due
        cells.impot = m.impot_retenu / year.mois
        cells.reste = cells.recettes - cells.depenses - cells.prelevements - cells.impot


def _months(groupe: Groupe) -> list[int]:
    return [month.month for segment in groupe.segments for month in segment.mois]


def agenda(m: MicroEntrepreneur, year: Plan) -> None:
    """Every declaration with what is then paid."""
    rows = [row for _, _, row in m.micro.declarations]
    due: dict[Declaration, tuple[Line, ...]] = dict.fromkeys(year.declarations, ())
    for groupe, row in zip(year.groupes, rows, strict=True):
        for segment in groupe.segments:
            due[segment.declaration] = (*due[segment.declaration], row.a_payer)
    echeances.echeances(m, m.inputs.annee, year.declarations, due)
