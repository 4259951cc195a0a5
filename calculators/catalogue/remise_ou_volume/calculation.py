"""The volume that a discount asks for, then the deal concession by concession."""

from dataclasses import dataclass

from calculators.catalogue.remise_ou_volume.inputs import RemiseOuVolumeInputs
from calculators.catalogue.remise_ou_volume.lines import RemiseOuVolume, UneEtape, UneLigne
from calculators.catalogue.remise_ou_volume.notes import notes
from calculators.kit.amounts import Amount, constant, maximum
from calculators.kit.days import GivenRow
from calculators.kit.rates import RateBook, RateCode
from calculators.kit.units import DAYS, EUR

DELAI_MAXIMUM = RateCode("delai_paiement_maximum", DAYS)
CODES = (DELAI_MAXIMUM,)
ZERO, JOURS_AN = constant(0, EUR), constant(365, DAYS)


@dataclass(frozen=True, slots=True)
class Etat:
    """The terms of the deal after so many concessions, and what it leaves."""

    prix: Amount
    volume: Amount
    duree: Amount
    delai: Amount
    marge: Amount


def formulas(*, inputs: RemiseOuVolumeInputs, rates: RateBook) -> RemiseOuVolume:
    """Compute a discount, then an offer."""
    m = RemiseOuVolume(inputs, rates)
    rows = m.journal  # named before the table it is made of, so that it is shown first
    _remise(m)
    _plancher(m)
    state = Etat(m.tarif, constant(1), m["duree"], constant(0, DAYS), m.marge_depart)
    last: UneEtape | None = None
    for rang, given in enumerate(m.rows("concessions"), start=1):
        label = f"{rang}. {given.given.genre}"
        last = m.etapes.row(str(rang), label)
        after = _etape(m, last, given, state)
        _ligne(m, rows.row(str(rang), label), given, (state, after))
        state = after
    _offre(m, last)
    if inputs.a_un_delai:
        m.delai_maximal = m.rate(DELAI_MAXIMUM, m.day("date_offre"))
        m.delai_accorde = state.delai
    notes(m)
    return m


def _remise(m: RemiseOuVolume) -> None:
    """Prices are put on the cent first: the volume then follows what is really invoiced."""
    m.tarif = m["prix_mensuel"]
    m.cout = m["cout_mensuel"]
    m.marge_depart = (m.tarif - m.cout) * m["duree"]
    m.taux_depart = (m.tarif - m.cout) / m.tarif
    m.tarif_remise = m.tarif * (1 - m["remise"])
    m.volume_necessaire = (m.tarif - m.tarif_remise) / maximum(m.tarif_remise - m.cout, ZERO)
    m.marge_remisee = (m.tarif_remise - m.cout) * m["duree"]
    m.remise_double = maximum(m.tarif - m.cout, ZERO) / (2 * m.tarif)
    m.remise_triple = 2 * maximum(m.tarif - m.cout, ZERO) / (3 * m.tarif)


def _plancher(m: RemiseOuVolume) -> None:
    if m.inputs.marge_plancher is None:
        return
    m.prix_plancher = m.cout / (1 - m["marge_plancher"])
    m.remise_plafond = maximum(m.tarif - m.prix_plancher, ZERO) / m.tarif


def _etape(m: RemiseOuVolume, row: UneEtape, given: GivenRow, before: Etat) -> Etat:
    """The terms once this concession is granted, and what they leave."""
    cells, inputs = given.given, m.inputs
    reduced = cells.remise is not None
    row.prix = before.prix * (1 - given["remise"]) if reduced else before.prix
    volume: Amount = before.volume
    if inputs.a_un_volume:
        grown = cells.volume is not None
        row.volume = before.volume * (1 + given["volume"]) if grown else before.volume
        volume = row.volume
    row.duree = before.duree if cells.duree is None else given["duree"]
    delai: Amount = before.delai
    if inputs.a_un_delai:
        later = cells.delai is not None
        row.delai = before.delai + given["delai"] if later else before.delai
        delai = row.delai
    row.recettes = row.prix * volume * row.duree
    row.couts = m.cout * volume * row.duree
    marge: Amount = row.recettes - row.couts
    if inputs.finance_un_delai:
        row.financement = row.recettes * m["taux_financement"] * (delai / JOURS_AN)
        marge = marge - row.financement
    return Etat(row.prix, volume, row.duree, delai, marge)


def _ligne(m: RemiseOuVolume, row: UneLigne, given: GivenRow, states: tuple[Etat, Etat]) -> None:
    """What a concession changes, and the counterpart that would make up for it."""
    before, after = states
    cells = given.given
    row.marge_avant = before.marge
    row.marge_apres = after.marge
    row.effet = row.marge_apres - row.marge_avant
    if cells.reference is not None:
        row.bilan = row.effet + given["reference"]
    if cells.accorde_quelque_chose:
        left = maximum(row.marge_apres, ZERO)
        alone = not cells.a_une_contrepartie
        if alone or cells.duree is not None:
            row.duree_necessaire = row.marge_avant * after.duree / left
        if cells.volume is not None:
            share = row.marge_avant * (1 + given["volume"]) / left
            row.volume_necessaire = maximum(share - 1, 0)
        elif alone:
            row.volume_necessaire = maximum(row.marge_avant / left - 1, 0)
    if cells.delai is not None and m.inputs.finance_un_delai:
        turnover = after.prix * after.volume * after.duree
        row.cout_delai = turnover * m["taux_financement"] * (given["delai"] / JOURS_AN)


def _offre(m: RemiseOuVolume, last: UneEtape | None) -> None:
    """The terms of the last concession; without any, the discount asked and nothing else."""
    if last is None:
        m.recettes_offre = m.tarif_remise * m["duree"]
        m.couts_offre = m.cout * m["duree"]
    else:
        m.recettes_offre = last.recettes
        m.couts_offre = last.couts
    spent: Amount = m.couts_offre
    if last is not None and m.inputs.finance_un_delai:
        m.financement_offre = last.financement
        spent = m.couts_offre + m.financement_offre
    m.marge_offre = m.recettes_offre - spent
    m.taux_offre = m.marge_offre / m.recettes_offre
    m.ecart_marge = m.marge_offre - m.marge_depart
    m.duree_offre = m["duree"] if last is None else last.duree
    m.marge_mois = m.marge_offre / m.duree_offre
    m.marge_mois_depart = m.tarif - m.cout
    m.baisse_mois = m.marge_mois_depart - m.marge_mois
