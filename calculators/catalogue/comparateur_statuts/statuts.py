"""The statuses side by side, the one that leaves most and by how much."""

from collections.abc import Iterable, Mapping
from itertools import combinations

from calculators.catalogue.comparateur_statuts import words
from calculators.catalogue.comparateur_statuts.lines import ComparateurStatuts, UnStatut
from calculators.kit.amounts import Amount, constant, maximum, minimum, total, when
from calculators.kit.parts import Table
from calculators.kit.units import CENT, EUR
from calculators.law.societe import ImpositionDividendes

MICRO = "micro", "versement"  # two options of one status
ZERO, UN_EURO = constant(0, EUR), constant(1, EUR)


def statuts(m: ComparateurStatuts, rows: Table[UnStatut]) -> None:
    """Fill the table, then which row leaves most."""
    levies = m.micro.prelevements
    _statut(m, rows, "micro", m.depenses, levies, m.impot_micro)
    _statut(m, rows, "versement", m.depenses, levies, m.cout_versement)
    _statut(m, rows, "ei", m.depenses_reel, m.ei.cotisations, m.impot_ei)
    _statut(m, rows, "eurl", m.depenses_reel, m.eurl.cotisations, m.impot_eurl)
    mixte = m.mixte.cotisations + m.dividendes.prelevements_sociaux
    _statut(m, rows, "mixte", m.depenses_reel, mixte, total(_impots_mixtes(m)), m.reserve_societe)
    _statut(
        m, rows, "sasu", m.depenses_reel, m.sasu.cotisations,
        m.impot_sasu + m.reliquat.impot_societes, m.reserve_sasu,
    )  # fmt: skip
    _statut(
        m, rows, "dividendes", m.depenses_reel, m.distribue.prelevements_sociaux,
        total(_impots_dividendes(m)), m.reserve_distribue,
    )  # fmt: skip
    if "impot_portage" in m.lines:
        _statut(
            m, rows, "portage", m.depenses + m.frais_portage, m.portage.cotisations,
            m.impot_portage, m.solde_portage,
        )  # fmt: skip
    _ecarte(m, rows)
    _micro_retenu(m)
    _classe(m, rows)
    nets = classes(m)
    m.meilleur = maximum(*nets.values())
    apart = [maximum(*(nets[key] for key in MICRO)), *(nets[key] for key in autres(m))]
    m.second = maximum(*(minimum(a, b) for a, b in combinations(apart, 2)))
    m.avance = m.meilleur - m.second
    left = {key: row.reste for key, row in lignes(m).items()}
    m.ecart_micro_reel = m.micro_retenu - maximum(*(left[key] for key in autres(m)))
    m.net_autre_imposition = left["dividendes"] + m.gain_autre_imposition
    for column in ("couts", "cotisations", "impot", "reserve"):
        m.assign(f"retenu_{column}", _du_meilleur(m, nets, column), CENT)


def _impots_mixtes(m: ComparateurStatuts) -> Iterable[Amount]:
    yield m.societe.impot_societes
    yield m.impot_mixte
    if m.inputs.imposition_dividendes is ImpositionDividendes.FORFAIT:
        yield m.dividendes.impot_forfaitaire


def _impots_dividendes(m: ComparateurStatuts) -> Iterable[Amount]:
    yield m.benefice.impot_societes
    if m.inputs.imposition_dividendes is ImpositionDividendes.FORFAIT:
        yield m.distribue.impot_forfaitaire
    else:
        yield m.impot_distribue


def _statut(
    m: ComparateurStatuts, rows: Table[UnStatut], key: str, costs: Amount, levies: Amount,
    tax: Amount, kept: Amount | None = None,
) -> None:  # fmt: skip
    row = rows.row(key, words.STATUTS[key])
    row.recettes = m.chiffre_affaires
    row.couts = costs
    row.cotisations = levies
    row.impot = tax
    left = row.recettes - row.couts - row.cotisations - row.impot
    if kept is not None:
        row.reserve = kept
        left = left - row.reserve
    row.reste = left
    # Nothing left, or less: no price.
    row.cout_un_euro = UN_EURO * ((row.recettes - row.couts) / maximum(row.reste, ZERO))


def lignes(m: ComparateurStatuts) -> dict[str, UnStatut]:
    """The rows of the table by their keys."""
    return {key: row for key, _, row in m.statuts}


def autres(m: ComparateurStatuts) -> list[str]:
    """The statuses that pay on what the activity earns, not on its turnover."""
    return [key for key in lignes(m) if key not in MICRO]


def plafond_depasse(m: ComparateurStatuts) -> Amount:
    """Whether the turnover is above the ceiling of the micro regime (CGI 50-0)."""
    return m.depassement > ZERO


def option_fermee(m: ComparateurStatuts) -> Amount:
    """Whether the reference income, which was given, closes the versement (CGI 151-0)."""
    return m["rfr"] > m.plafond_rfr


def _ecarte(m: ComparateurStatuts, rows: Table[UnStatut]) -> None:
    """What the law closes, row by row; the ranking and the warnings ask the same tests."""
    for key in MICRO:
        rows.refuse(key, plafond_depasse(m), "plafond_micro_depasse", words.LIGNE_PLAFOND)
    if m.inputs.rfr is not None:
        rows.refuse("versement", option_fermee(m), "versement_refuse", words.LIGNE_VERSEMENT)


def _micro_retenu(m: ComparateurStatuts) -> None:
    """The better of the two options, of those that are open."""
    left = lignes(m)
    paid: Amount = left["versement"].reste
    if m.inputs.rfr is not None:
        paid = when(option_fermee(m), left["micro"].reste, paid)
    m.micro_retenu = maximum(left["micro"].reste, paid)


def _classe(m: ComparateurStatuts, rows: Table[UnStatut]) -> None:
    """Put a row that does not apply behind every other status."""
    left = lignes(m)
    last = minimum(*(left[key].reste for key in autres(m))) - 1
    m.classe_micro = _classee(rows, "micro", last)
    m.classe_versement = _classee(rows, "versement", last)


def _classee(rows: Table[UnStatut], key: str, last: Amount) -> Amount:
    net: Amount = rows.rows[key][1].reste
    for test in reversed(rows.tests(key)):
        net = when(test, last, net)
    return net


def classes(m: ComparateurStatuts) -> dict[str, Amount]:
    """What each status leaves, as it is ranked."""
    rows = lignes(m)
    nets: dict[str, Amount] = {"micro": m.classe_micro, "versement": m.classe_versement}
    return nets | {key: rows[key].reste for key in autres(m)}


def _du_meilleur(m: ComparateurStatuts, nets: Mapping[str, Amount], column: str) -> Amount:
    """The amount of a column in the first row that leaves most."""
    found: Amount = ZERO
    for key, row in reversed(lignes(m).items()):
        cell = row.lines.get(column, ZERO)
        found = when(nets[key] >= m.meilleur, cell, found)
    return found
