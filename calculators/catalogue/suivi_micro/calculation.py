"""Each period at its own rates: what is declared, what is paid, what is left."""

from collections.abc import Sequence
from datetime import date

from calculators.catalogue.suivi_micro.avancement import agenda, autre_rythme, avancement
from calculators.catalogue.suivi_micro.inputs import SuiviMicroInputs
from calculators.catalogue.suivi_micro.lines import SuiviMicro, UnePeriode
from calculators.catalogue.suivi_micro.notes import notes
from calculators.catalogue.suivi_micro.releve import arrete, categories_de, recettes_de
from calculators.kit.amounts import Amount, constant, minimum, total
from calculators.kit.lines import Line
from calculators.kit.rates import RateBook
from calculators.kit.units import EUR
from calculators.law.micro import annee, echeances, plafonds, plan, releve
from calculators.law.micro.annee import Options
from calculators.law.micro.categories import LIBERAL, SERVICES, VENTES, Categorie
from calculators.law.micro.plan import Regime
from calculators.law.micro.releve import Periode, Recettes
from calculators.law.micro.taux import PASS, Creation

CODES = tuple(
    dict.fromkeys(
        (
            *plan.CODES, *annee.CODES, *plafonds.CODES, *echeances.CODES,
            PASS, *(c.abattement for c in (VENTES, SERVICES, LIBERAL)),  # ACRE's ceiling
        )
    )
)  # fmt: skip
ZERO = constant(0, EUR)


def formulas(*, inputs: SuiviMicroInputs, rates: RateBook) -> SuiviMicro:
    """Compute the year up to its last day known."""
    m = SuiviMicro(inputs, rates)
    on = m.moment(date(inputs.annee, 1, 1))
    categories, months, until = categories_de(inputs), recettes_de(m), arrete(m)
    creation = None if inputs.date_creation is None else Creation.of(m.day("date_creation"))
    regime = Regime(
        inputs.annee, categories, inputs.periodicite, inputs.registre, inputs.territoire,
        creation, inputs.acre,
    )  # fmt: skip
    year = plan.plan(m, regime)
    periods = releve.periodes(year, until.mois, entame=until.entame)
    lecture = inputs.arrondi.lecture
    order = (m.periodes, m.micro.declarations, m.plafonds, m.assiettes)
    m.tables |= {t.code: t for t in order}  # as on the page, whatever is computed first
    held = releve.assiettes(m.assiettes, periods, months, categories, lecture.cotisations)
    turnovers = [total(m.assiettes.column(f"declare_{c.nom}")) for c in categories]
    options = Options(lecture, inputs.versement_liberatoire_choisi, on)
    annee.annee(m.micro, held, turnovers, options)
    _periodes(m, periods, months, categories)
    _resultat(m)
    avancement(m, months, categories, until)
    autre_rythme(m, regime, months, until)
    agenda(m, year, periods, creation)
    notes(m, year, periods, categories, creation)
    return m


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
    complements = m.present(f"complement_{c.nom}" for c in (VENTES, SERVICES, LIBERAL))
    m.a_payer = total((*m.micro.declarations.column("a_payer"), *complements))
    m.reste = m.recettes - m.achats - m.frais - m.a_payer
    _totaux(m, annual=not complements)
    m.reports = ZERO - total(
        minimum(ZERO, column[-1])
        for c in (VENTES, SERVICES, LIBERAL)
        if (column := m.assiettes.column(f"report_{c.nom}"))
    )


def _totaux(m: SuiviMicro, *, annual: bool) -> None:
    """Under each column the line that is its sum; `annual` when nothing is due but by period."""
    declared, paid = m.micro.declarations, m.periodes
    same = ("cotisations_ventes", "cotisations_services", "cotisations_liberal", "cfp",
            "taxe_chambre")  # fmt: skip
    declared.totals |= {line.declaration.code: line for line in m.present(same)}
    declared.totals["ca"] = m.micro.chiffre_affaires
    if m.inputs.versement_liberatoire_choisi:
        declared.totals["versement"] = paid.totals["impot"] = m.micro.versement_liberatoire
    if annual:
        declared.totals["a_payer"] = m.a_payer
        paid.totals |= {"cotisations": m.micro.prelevements, "reste": m.reste}
