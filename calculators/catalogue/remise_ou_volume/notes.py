"""What to say beside the numbers: what was given for nothing, what passes a limit."""

from calculators.catalogue.remise_ou_volume import words
from calculators.catalogue.remise_ou_volume.lines import RemiseOuVolume
from calculators.kit.amounts import when


def notes(m: RemiseOuVolume) -> None:
    """Every sentence of the offer, the warnings first."""
    given = m.inputs
    m.warn(m.marge_depart < 0, "perte", words.PERTE, "prix_mensuel")
    asked = when(m["remise"] > 0, when(m.marge_remisee <= 0, 1, 0), 0)
    eaten = when(m.marge_depart >= 0, asked, 0) > 0
    m.warn(eaten, "remise_impossible", words.IMPOSSIBLE, "remise")
    if given.marge_plancher is not None:
        below = m.taux_offre < m["marge_plancher"]
        m.warn(below, "sous_plancher", words.SOUS_PLANCHER, "marge_plancher")
    for rang, (_, _, row) in enumerate(m.journal, start=1):
        known = given.concessions[rang - 1]
        if not known.a_une_contrepartie:
            sentence = words.concession(words.SANS_CONTREPARTIE, rang)
            m.warn(row.effet < 0, f"sans_contrepartie_{rang}", sentence, "concessions")
            continue
        balance, name = (row.effet, "effet") if known.reference is None else (row.bilan, "bilan")
        sentence = words.concession(words.INSUFFISANTE, rang, name)
        m.warn(balance < 0, f"contrepartie_insuffisante_{rang}", sentence, "concessions")
    if given.a_un_delai:
        late = m.delai_accorde > m.delai_maximal
        m.warn(late, "delai_trop_long", words.DELAI_TROP_LONG, "concessions")
    if any(row.reference is not None for row in given.concessions):
        m.remark("info", "reference_estimee", words.REFERENCE_ESTIMEE, "concessions")
