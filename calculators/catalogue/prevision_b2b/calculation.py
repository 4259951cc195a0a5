"""Each deal at its probability, then the same deals by month, quarter, stage and kind."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from calculators.catalogue.prevision_b2b import performance, words
from calculators.catalogue.prevision_b2b.inputs import (
    Affaire,
    Canal,
    Clientele,
    Cycle,
    Etape,
    PrevisionB2bInputs,
    TypeAffaire,
)
from calculators.catalogue.prevision_b2b.lines import PrevisionB2b, UnGroupe
from calculators.catalogue.prevision_b2b.notes import notes
from calculators.catalogue.prevision_b2b.periodes import periodes, plus_mois
from calculators.catalogue.prevision_b2b.sommes import Suivie, lignes, somme
from calculators.kit.amounts import constant, minimum, total, when
from calculators.kit.days import Day, GivenRow
from calculators.kit.fields import Choice
from calculators.kit.parts import Table
from calculators.kit.rates import RateBook, RateCode

PROBABILITES = {e: RateCode(f"b2b_probabilite_{e.value}") for e in Etape}
SOMMEILS = {e: RateCode(f"b2b_sommeil_{e.value}", "jours") for e in Etape}
CYCLES = {
    t: tuple(RateCode(f"b2b_cycle_{t.value}_{bound}", "mois") for bound in words.BORNES)
    for t in TypeAffaire
}
SEUIL = RateCode("b2b_seuil_engage")
CODES = (
    *PROBABILITES.values(), *SOMMEILS.values(), *(c for found in CYCLES.values() for c in found),
    SEUIL,
)  # fmt: skip


def formulas(*, inputs: PrevisionB2bInputs, rates: RateBook) -> PrevisionB2b:
    """Forecast a pipeline."""
    m = PrevisionB2b(inputs, rates)
    on = m.day("date_prevision")
    today = on.only
    m.tables |= {t.code: t for t in (m.mois, m.trimestres, m.etapes)}  # as on the page
    m.seuil_engage = m.rate(SEUIL, on)
    for number, row in enumerate(inputs.affaires, start=1):
        if row.dernier_contact is not None and row.dernier_contact > today:
            sentence = words.CONTACT_FUTUR.replace("<nom>", _nom(row, number))
            return m.not_applicable("contact_futur", sentence, "affaires")
    m.nombre_affaires = constant(len(inputs.affaires))
    cycles = _types(m, on)
    deals = [_affaire(m, row, on, cycles) for row in m.rows("affaires")]
    kept = [deal for deal in deals if not deal.sortie]
    _scenarios(m, deals, kept)
    periodes(m, kept, today)
    _groupes(m, kept, on)
    notes(m, deals, today)
    performance.performance(m, kept)
    return m


def _types(m: PrevisionB2b, on: Day) -> dict[TypeAffaire, int]:
    """The months that each kind of deal takes; said when they are out of its bounds."""
    cycles: dict[TypeAffaire, int] = {}
    for kind in dict.fromkeys(TypeAffaire):
        if kind not in {row.type_affaire for row in m.inputs.affaires}:
            continue
        row, chosen = m.types.row(kind.value, kind.label), m.inputs.cycle_de(kind)
        usual, row.minimum, row.maximum = (m.rate(code, on) for code in CYCLES[kind])
        row.cycle = usual if chosen is Cycle.USUEL else constant(int(chosen.value))
        cycles[kind] = int(row.cycle.value)
        sentence = words.CYCLE_HORS_BORNES.replace("<type>", kind.label)
        for place, line in (("<mini>", row.minimum), ("<maxi>", row.maximum)):
            sentence = sentence.replace(place, line.code)
        name = f"cycle_{kind.value}"
        m.warn(row.cycle < row.minimum, f"{name}_court", sentence, name)
        m.warn(row.cycle > row.maximum, f"{name}_long", sentence, name)
    return cycles


def _affaire(m: PrevisionB2b, row: GivenRow, on: Day, cycles: dict[TypeAffaire, int]) -> Suivie:
    given: Affaire = row.given
    number = row.index + 1
    name = _nom(given, number)
    line = m.prevision.row(str(number), f"{name} ({given.etape.label.lower()})")
    line.montant = row["montant"]
    own = given.probabilite is not None
    line.probabilite = row["probabilite"] if own else m.rate(PROBABILITES[given.etape], on)
    days = _jours_de_sommeil(m, row, on)
    out = bool(days) and m.inputs.exclure_sommeil
    if not out:
        line.pondere = line.montant * line.probabilite
        line.engage = when(line.probabilite >= m.seuil_engage, line.montant, 0)
    if given.cloture is not None:
        closing = row.day("cloture").only
    else:
        start = on.only if given.creation is None else row.day("creation").only
        closing = plus_mois(start, cycles[given.type_affaire])
    line.cloture = m.moment(closing).amount
    if days:
        line.sans_contact = on.amount - row.day(given.dernier_signe).amount
    return Suivie(number, name, given, line, closing, days, out)


def _nom(deal: Affaire, number: int) -> str:
    return deal.nom or f"Affaire {number}"


def _jours_de_sommeil(m: PrevisionB2b, row: GivenRow, on: Day) -> int:
    """The days without a sign of a deal that passes the limit of its stage; else none."""
    given: Affaire = row.given
    if not given.dernier_signe:
        return 0
    days = (on.only - row.day(given.dernier_signe).only) // timedelta(days=1)
    limit = m.rate(SOMMEILS[given.etape], on).value
    return days if days > limit else 0


def _scenarios(m: PrevisionB2b, deals: Sequence[Suivie], kept: Sequence[Suivie]) -> None:
    m.engage = total(m.prevision.column("engage"))
    m.pondere = total(m.prevision.column("pondere"))
    m.bas = minimum(m.engage, m.pondere)
    m.haut = somme(m, "tout", "Toutes les affaires", "haut", lignes(kept, "montant"))
    above = m.engage > m.pondere
    m.remark("info", "bas_ramene", words.BAS_RAMENE, test=above)
    m.answer(above, "bas_ramene", words.POSITIVE_BAS_RAMENE)
    for column in ("engage", "pondere"):
        m.prevision.totals[column] = m.lines[column]
    out = [deal for deal in deals if deal.sortie]
    if out:
        m.sorties = somme(m, "sorties", "En sommeil", "haut", lignes(out, "montant"))
    else:
        m.prevision.totals["montant"] = m.haut


def _groupes(m: PrevisionB2b, deals: Sequence[Suivie], on: Day) -> None:
    """The deals by stage, by kind, by customer and by channel."""
    for stage, found in _selon(deals, Etape, lambda deal: deal.given.etape):
        row = m.etapes.row(stage.value, stage.label)
        _groupe(m, row, f"etape{stage.value}", stage.label, found)
        row.probabilite = m.rate(PROBABILITES[stage], on)
        row.limite = m.rate(SOMMEILS[stage], on)
    types = {key: row for key, _, row in m.types}
    for kind, found in _selon(deals, TypeAffaire, lambda deal: deal.given.type_affaire):
        _groupe(m, types[kind.value], f"type{kind.value}", kind.label, found)
    for choice, table, of in (
        (Clientele, m.clienteles, lambda deal: deal.given.clientele),
        (Canal, m.origines, lambda deal: deal.given.canal),
    ):
        for member, found in _selon(deals, choice, of):
            key = member.value.replace("_", "")
            _groupe(m, table.row(key, member.label), f"{table.code}{key}", member.label, found)
    tables: tuple[Table[Any], ...] = (m.etapes, m.types, m.clienteles, m.origines)
    for groups in tables:
        groups.totals |= {code: m.lines[code] for code in ("haut", "pondere")}


def _selon[C: Choice](
    deals: Sequence[Suivie], choice: type[C], of: Callable[[Suivie], Choice]
) -> list[tuple[C, list[Suivie]]]:
    """The deals under each member that has some, in the order of the choice."""
    found = ((member, [deal for deal in deals if of(deal) is member]) for member in choice)
    return [(member, group) for member, group in found if group]


def _groupe(m: PrevisionB2b, row: UnGroupe, key: str, label: str, deals: Sequence[Suivie]) -> None:
    row.haut = somme(m, key, label, "haut", lignes(deals, "montant"))
    row.pondere = somme(m, key, label, "pondere", lignes(deals, "pondere"))
