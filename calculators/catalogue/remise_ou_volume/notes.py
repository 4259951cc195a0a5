"""What to say beside the numbers: what was given for nothing, what passes a limit."""

from calculators.catalogue.remise_ou_volume import words
from calculators.catalogue.remise_ou_volume.lines import RemiseOuVolume, UneLigne
from calculators.kit.amounts import Amount, when
from calculators.kit.names import cell_name


def notes(m: RemiseOuVolume) -> None:
    """Every sentence of the offer, the warnings first."""
    given = m.inputs
    m.warn(m.marge_depart < 0, "perte", words.PERTE, "prix_mensuel")
    asked = when(m["remise"] > 0, when(m.marge_remisee <= 0, 1, 0), 0)
    priced = when(m.tarif > 0, asked, 0)  # a price of nothing has no margin to eat
    eaten = when(m.marge_depart >= 0, priced, 0) > 0
    m.warn(eaten, "remise_impossible", words.IMPOSSIBLE, "remise")
    if given.marge_plancher is not None:
        below = m.taux_offre < m["marge_plancher"]
        m.warn(below, "sous_plancher", words.SOUS_PLANCHER, "marge_plancher")
        if given.concessions:
            kept = when(m.marge_offre > 0, when(below, 1, 0), 0) > 0
            m.answer(kept, "sous_plancher", words.OFFRE_SOUS_PLANCHER)
    if given.concessions:
        longer = when(m.duree_offre > m["duree"], when(m.baisse_mois > 0, 1, 0), 0) > 0
        m.remark("info", "moins_par_mois", words.MOINS_PAR_MOIS, "concessions", longer)
    for rang, (_, _, row) in enumerate(m.journal, start=1):
        _concession(m, rang, row)
    if given.a_un_delai:
        late = m.delai_accorde > m.delai_maximal
        m.warn(late, "delai_trop_long", words.DELAI_TROP_LONG, "concessions")
    if any(row.reference is not None for row in given.concessions):
        m.remark("info", "reference_estimee", words.REFERENCE_ESTIMEE, "concessions")


def _concession(m: RemiseOuVolume, rang: int, row: UneLigne) -> None:
    """What a concession lacks: a counterpart, one that is real, one that is enough."""
    known = m.inputs.concessions[rang - 1]
    if not known.a_une_contrepartie:
        sentence = words.concession(words.SANS_CONTREPARTIE, rang)
        m.warn(row.effet < 0, f"sans_contrepartie_{rang}", sentence, "concessions")
        return
    balance, name = (row.effet, "effet") if known.reference is None else (row.bilan, "bilan")
    short: Amount = balance < 0
    if known.duree is not None:
        longer = _allonge(m, rang)
        if known.volume is None and known.reference is None:
            short = when(longer, when(short, 1, 0), 0) > 0
    sentence = words.concession(words.INSUFFISANTE, rang, name)
    m.warn(short, f"contrepartie_insuffisante_{rang}", sentence, "concessions")


def _allonge(m: RemiseOuVolume, rang: int) -> Amount:
    """Whether the engagement obtained is longer than the one before; said when it is not."""
    after = m.etapes.rows[str(rang)][1].duree
    before: Amount = m["duree"]
    name = "duree"
    if rang > 1:
        line = m.etapes.rows[str(rang - 1)][1].duree
        before, name = line, line.code
    sentence = words.concession(words.PAS_PLUS_LONG, rang)
    sentence = sentence.replace("<duree>", after.code).replace("<avant>", name)
    cell = cell_name("concessions", rang - 1, "duree")
    m.warn(after <= before, f"pas_plus_long_{rang}", sentence, cell)
    return after > before
