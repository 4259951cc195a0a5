"""Where the year stands: ceilings, its end at this pace, the other frequency, the days to come."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from calculators.catalogue.suivi_micro.lines import SuiviMicro
from calculators.catalogue.suivi_micro.releve import Arrete
from calculators.kit.amounts import Amount, constant, total
from calculators.kit.days import months_later
from calculators.kit.lines import Line
from calculators.kit.units import DAYS
from calculators.law.micro import echeances, mentions, plafonds, plan, releve
from calculators.law.micro.calendrier import MOIS, Declaration, Periodicite
from calculators.law.micro.categories import Categorie
from calculators.law.micro.plafonds import MoisConnu
from calculators.law.micro.plan import Plan, Regime
from calculators.law.micro.releve import Periode, Recettes
from calculators.law.micro.taux import Creation
from calculators.law.tva import StatutTva


def avancement(
    m: SuiviMicro, months: Recettes, categories: Sequence[Categorie], until: Arrete
) -> None:
    """Fill the ceilings, and the end of the year when it is not over."""
    year, created = m.inputs.annee, m.inputs.date_creation
    first = created is not None and m.day("date_creation").year == year
    known = None if until.annee_finie else until.jour
    pace = plafonds.rythme(m, year, "date_creation" if first else None, known)
    pace.mois = _mois(m, months, categories, until, first=first)
    received = {c: total(given[c] for given in months.values() if c in given) for c in categories}
    charged = m.inputs.statut_tva is StatutTva.ASSUJETTI
    fill = plafonds.plafonds_micro if charged else plafonds.plafonds
    fill(m.plafonds, m, received, year, pace)
    if pace.est_en_cours:
        share = pace.jours_annee / pace.jours
        m.recettes_projetees = m.recettes * share
        m.prelevements_projetes = m.micro.prelevements * share


def _mois(
    m: SuiviMicro, months: Recettes, categories: Sequence[Categorie], until: Arrete, *, first: bool
) -> list[MoisConnu]:
    """The months from the start of the year, or of the activity, with what came in since."""
    year = m.inputs.annee
    start = m.day("date_creation").month if first else date(year, 1, 1)
    services = [c for c in categories if c.est_service]
    mixed = 0 < len(services) < len(categories)
    found: list[MoisConnu] = []
    for number in range(start.month, until.mois.month + 1):
        month = date(year, number, 1)
        given = months.get(month, {})
        row = m.mois.row(f"{number:02}", MOIS[number - 1])
        before = found[-1].lignes if found else None
        row.recettes = total(given[c] for c in categories if c in given)
        row.cumul = row.recettes if before is None else before.cumul + row.recettes
        if mixed:
            served = row.recettes_services = total(given[c] for c in services if c in given)
            row.cumul_services = served if before is None else before.cumul_services + served
        opened = m.day("date_creation").amount if first and month == start else None
        found.append(MoisConnu(*_jours(m, month, until, opened), row))
    return found


def _jours(
    m: SuiviMicro, month: date, until: Arrete, opened: Amount | None
) -> tuple[Amount, Amount]:
    """The first day of activity of a month, and how many of its days are known."""
    following = months_later(month, 1)
    debut = m.moment(month).amount if opened is None else opened
    if until.entame and month == until.mois:
        return debut, until.jour.amount - debut + constant(1, DAYS)
    if opened is not None:
        return debut, m.moment(following).amount - debut
    return debut, constant((following - month) // timedelta(days=1), DAYS)


def autre_rythme(m: SuiviMicro, regime: Regime, months: Recettes, until: Arrete) -> None:
    """The same receipts declared by quarter, or by month: roundings fall elsewhere."""
    by_month = regime.periodicite is Periodicite.MENSUELLE
    other = Periodicite.TRIMESTRIELLE if by_month else Periodicite.MENSUELLE
    year = plan.plan(m, replace(regime, periodicite=other))
    periods = releve.periodes(year, until.mois, entame=until.entame)
    grid = m.inputs.arrondi.lecture.cotisations
    rows = m.autre_rythme
    m.cotisations_autrement = releve.autre_rythme(rows, periods, months, regime.categories, grid)
    paid = total(m.present(f"cotisations_{c.nom}" for c in regime.categories))
    m.ecart_arrondis = m.cotisations_autrement - paid


def agenda(
    m: SuiviMicro, year: Plan, periods: Sequence[Periode], creation: Creation | None
) -> None:
    """Every declaration of the year; the amount of those whose months are all known."""
    due: dict[Declaration, tuple[Line, ...]] = dict.fromkeys(year.declarations, ())
    for period, (_, _, row) in zip(periods, m.micro.declarations, strict=True):
        declaration = period.segment.declaration
        straddles = mentions.deborde_sur(declaration, creation, m.inputs.annee) is not None
        if not period.en_cours and not straddles:
            due[declaration] = (*due[declaration], row.a_payer)
    given = m.inputs
    echeances.echeances(
        m, given.annee, year.declarations, due, creation=given.date_creation, acre=given.acre
    )
