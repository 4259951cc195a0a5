"""The year as its months and its days see it."""

from calculators.catalogue.micro_entrepreneur.lines import MicroEntrepreneur
from calculators.kit.amounts import Amount, total
from calculators.kit.lines import Line
from calculators.law.micro import echeances
from calculators.law.micro.calendrier import MOIS, Declaration
from calculators.law.micro.plan import Groupe, Plan


def mois(m: MicroEntrepreneur, year: Plan) -> None:
    """Each month's even share of the year; contributions at its own rates.

    The last month takes what is left, so that the column adds up to the year: cents of rounding,
    and what ACRE's ceiling adds, which is due at the end.
    """
    whole = {
        "recettes": m.micro.chiffre_affaires,
        "depenses": m.depenses,
        "prelevements": m.micro.prelevements,
        "impot": m.impot_retenu,
    }
    paid = _paid(m, year)
    for key, (label, due) in sorted(paid.items()):
        cells = m.mois.row(key, label)
        last = len(m.mois.rows) == len(paid)
        for code, amount in whole.items():
            share = due if code == "prelevements" else amount / year.mois
            before = m.mois.column(code)
            setattr(cells, code, amount - total(before) if last and before else share)
        cells.reste = cells.recettes - cells.depenses - cells.prelevements - cells.impot
    m.mois.totals.update(whole | {"reste": m.reste})


def _paid(m: MicroEntrepreneur, year: Plan) -> dict[str, tuple[str, Amount]]:
    """By month: its name, and the contributions that it bears."""
    found: dict[str, tuple[str, Amount]] = {}
    for groupe, (_, _, row) in zip(year.groupes, m.micro.declarations, strict=True):
        levies = row.present(("versement",))
        due = row.a_payer - levies[0] if levies else row.a_payer
        for month in _months(groupe):
            found[f"{month:02}"] = MOIS[month - 1], due / groupe.mois
    return found


def _months(groupe: Groupe) -> list[int]:
    return [month.month for segment in groupe.segments for month in segment.mois]


def agenda(m: MicroEntrepreneur, year: Plan) -> None:
    """Every declaration with what is then paid."""
    rows = [row for _, _, row in m.micro.declarations]
    due: dict[Declaration, tuple[Line, ...]] = dict.fromkeys(year.declarations, ())
    for groupe, row in zip(year.groupes, rows, strict=True):
        for segment in groupe.segments:
            due[segment.declaration] = (*due[segment.declaration], row.a_payer)
    given = m.inputs
    echeances.echeances(
        m, given.annee, year.declarations, due, creation=given.date_creation, acre=given.acre
    )
