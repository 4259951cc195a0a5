"""Each period at its own rates, the running ceilings, the end of the year at this pace."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from calculators.catalogue.suivi_micro import words
from calculators.catalogue.suivi_micro.inputs import RECETTES, SuiviMicroInputs
from calculators.catalogue.suivi_micro.lines import SuiviMicro, UnePeriode
from calculators.kit.amounts import Amount, constant, minimum, total
from calculators.kit.days import Day, months_later
from calculators.kit.lines import Line
from calculators.kit.rates import RateBook
from calculators.kit.units import EUR
from calculators.law.micro import annee, echeances, plafonds, plan, releve
from calculators.law.micro.annee import Lecture, Options
from calculators.law.micro.calendrier import Declaration, Periodicite
from calculators.law.micro.categories import CIPAV, LIBERAL, SERVICES, VENTES, Caisse, Categorie
from calculators.law.micro.plan import Regime
from calculators.law.micro.releve import Periode, Recettes
from calculators.law.micro.taux import Creation

CODES = tuple(dict.fromkeys((*plan.CODES, *annee.CODES, *plafonds.CODES, *echeances.CODES)))
ZERO = constant(0, EUR)
TVA_2025 = 2025


def formulas(*, inputs: SuiviMicroInputs, rates: RateBook) -> SuiviMicro:
    """Compute the year up to its last month known."""
    m = SuiviMicro(inputs, rates)
    on = m.moment(date(inputs.annee, 1, 1))
    months = _months(m)
    categories = _categories(inputs)
    creation = None if inputs.date_creation is None else Creation.of(m.day("date_creation"))
    regime = Regime(
        inputs.annee, categories, inputs.periodicite, inputs.registre, inputs.territoire,
        creation, inputs.acre,
    )  # fmt: skip
    last = _last_month(m)
    m.tables |= {t.code: t for t in (m.periodes, m.assiettes)}  # their order on the page
    periods = releve.periodes(plan.plan(m, regime), last)
    lecture = inputs.arrondi.lecture
    held = releve.assiettes(m.assiettes, periods, months, categories, lecture.cotisations)
    turnovers = [total(m.assiettes.column(f"declare_{c.nom}")) for c in categories]
    options = Options(lecture, inputs.versement_liberatoire_choisi, on)
    annee.annee(m.micro, held, turnovers, options)
    _periodes(m, periods, months, categories)
    _resultat(m)
    _plafonds(m, months, categories, last)
    _autre_rythme(m, regime, months, last, lecture)
    _agenda(m, plan.plan(m, regime).declarations, periods)
    _notes(m, periods, categories, on)
    return m


def _categories(inputs: SuiviMicroInputs) -> tuple[Categorie, ...]:
    """Those of which some month says something; sales when none does."""
    liberal = CIPAV if inputs.caisse is Caisse.CIPAV else LIBERAL
    known = dict(zip(RECETTES, (VENTES, SERVICES, liberal), strict=True))
    found = tuple(
        categorie
        for name, categorie in known.items()
        if any(getattr(row, name) is not None for row in inputs.releve)
    )
    return found or (VENTES,)


def _months(m: SuiviMicro) -> Recettes:
    """The receipts typed, by month and category."""
    liberal = CIPAV if m.inputs.caisse is Caisse.CIPAV else LIBERAL
    names = dict(zip(RECETTES, (VENTES, SERVICES, liberal), strict=True))
    return {
        date(m.inputs.annee, int(row.given.mois), 1): {
            categorie: row[name]
            for name, categorie in names.items()
            if getattr(row.given, name) is not None
        }
        for row in m.rows("releve")
    }


def _last_month(m: SuiviMicro) -> date:
    return m.inputs.dernier_mois if m.inputs.arrete_au is None else m.day("arrete_au").month


def _spent(m: SuiviMicro, name: str, period: Periode, first: date | None) -> Amount:
    """Purchases or fees of a period; what was spent before the activity goes with its first."""
    months = {month.month for month in period.segment.mois}
    given = [
        row
        for row in m.rows("releve")
        if getattr(row.given, name) is not None
        and (int(row.given.mois) in months or (first and int(row.given.mois) < first.month))
    ]
    return total(row[name] for row in given)


def _periodes(
    m: SuiviMicro, periods: Sequence[Periode], months: Recettes, categories: Sequence[Categorie]
) -> None:
    rows = [row for _, _, row in m.micro.declarations]
    before: Line | None = None
    for number, (period, due) in enumerate(zip(periods, rows, strict=True), start=1):
        row: UnePeriode = m.periodes.row(str(number), period.libelle)
        row.recettes = total(releve.recettes(period, months, c) for c in categories)
        row.cumul = row.recettes if before is None else before + row.recettes
        before = row.cumul
        start = period.segment.mois[0] if number == 1 else None
        row.achats = _spent(m, "achats", period, start)
        row.frais = _spent(m, "frais", period, start)
        tax = due.present(["versement"])
        row.cotisations = due.a_payer - tax[0] if tax else due.a_payer
        if tax:
            row.impot = tax[0]
        row.reste = row.recettes - row.achats - row.frais - due.a_payer
    for code in ("recettes", "achats", "frais"):
        setattr(m, code, total(m.periodes.column(code)))
        m.periodes.totals[code] = m.lines[code]


def _resultat(m: SuiviMicro) -> None:
    if m.inputs.versement_liberatoire_choisi:
        m.impot = total(m.periodes.column("impot"))
        m.periodes.totals["impot"] = m.impot
    complements = m.present(f"complement_{c.nom}" for c in (VENTES, SERVICES, LIBERAL))
    m.a_payer = total((*m.micro.declarations.column("a_payer"), *complements))
    m.reste = m.recettes - m.achats - m.frais - m.a_payer
    m.micro.declarations.totals["ca"] = m.micro.chiffre_affaires
    m.reports = ZERO - total(
        minimum(ZERO, column[-1])
        for c in (VENTES, SERVICES, LIBERAL)
        if (column := m.assiettes.column(f"report_{c.nom}"))
    )


def _plafonds(m: SuiviMicro, months: Recettes, categories: Sequence[Categorie], last: date) -> None:
    year, created = m.inputs.annee, m.inputs.date_creation
    first = created is not None and m.day("date_creation").year == year
    end = months_later(last, 1) - timedelta(days=1)
    day: Day | None = m.moment(end) if m.inputs.arrete_au is None else m.day("arrete_au")
    if end == date(year, 12, 31) and m.inputs.arrete_au is None:
        day = None
    pace = plafonds.rythme(m, year, "date_creation" if first else None, day)
    received = {c: total(given[c] for given in months.values() if c in given) for c in categories}
    plafonds.plafonds(m.plafonds, m, received, year, pace)
    if pace.est_en_cours:
        share = pace.jours_annee / pace.jours
        m.recettes_projetees = m.recettes * share
        m.prelevements_projetes = m.micro.prelevements * share


def _autre_rythme(
    m: SuiviMicro, regime: Regime, months: Recettes, last: date, lecture: Lecture
) -> None:
    """The same receipts declared by quarter, or by month: roundings fall elsewhere."""
    by_month = regime.periodicite is Periodicite.MENSUELLE
    other = Periodicite.TRIMESTRIELLE if by_month else Periodicite.MENSUELLE
    periods = releve.periodes(plan.plan(m, replace(regime, periodicite=other)), last)
    grid = lecture.cotisations
    rows = m.autre_rythme
    m.cotisations_autrement = releve.autre_rythme(rows, periods, months, regime.categories, grid)
    paid = total(m.present(f"cotisations_{c.nom}" for c in regime.categories))
    m.ecart_arrondis = m.cotisations_autrement - paid


def _agenda(m: SuiviMicro, declarations: Sequence[Declaration], periods: Sequence[Periode]) -> None:
    """Every declaration of the year; those to come have no amount yet."""
    due: dict[Declaration, tuple[Line, ...]] = dict.fromkeys(declarations, ())
    for period, (_, _, row) in zip(periods, m.micro.declarations, strict=True):
        declaration = period.segment.declaration
        due[declaration] = (*due[declaration], row.a_payer)
    echeances.echeances(m, m.inputs.annee, declarations, due)


def _notes(
    m: SuiviMicro, periods: Sequence[Periode], categories: Sequence[Categorie], on: Day
) -> None:
    m.warn(m.reste < 0, "perte", words.PERTE)
    m.warn(m.micro.chiffre_affaires <= 0, "declarez_zero", words.DECLAREZ_ZERO)
    lowest = minimum(ZERO, *(x for c in categories for x in m.assiettes.column(f"report_{c.nom}")))
    m.warn(lowest < 0, "report", words.RECETTES_NEGATIVES, "releve")
    m.warn(m.reports > 0, "report_final", words.REPORT_FINAL, "releve")
    if periods[-1].en_cours:
        m.remark("info", "periode_en_cours", words.PERIODE_EN_COURS, "periodicite")
    if not m.inputs.versement_liberatoire_choisi:
        m.remark("info", "impot_non_compte", words.IMPOT_NON_COMPTE, "versement_liberatoire_choisi")
    penalty = echeances.penalite(m, on)
    if penalty is not None:
        m.penalite = penalty
    _ceilings(m)


def _ceilings(m: SuiviMicro) -> None:
    recent = m.inputs.annee >= TVA_2025
    consequence = words.DES_CE_JOUR if recent else words.DES_CE_MOIS
    sentences = {
        "micro": words.PLAFOND_MICRO,
        "micro_services": words.PLAFOND_SERVICES,
        "tva_base": words.TVA_BASE,
        "tva_majore": words.TVA_MAJORE.replace("{consequence}", consequence),
    }
    for key, _, row in m.plafonds:
        if key in sentences:
            reached = row.lines.get("projection", row.ca)
            m.warn(reached > row.plafond, f"plafond_{key}", sentences[key])
