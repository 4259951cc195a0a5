"""Whom the programme reaches: every client alike, or segment by segment with those left."""

from collections.abc import Sequence
from dataclasses import dataclass

from calculators.catalogue.fidelite import words
from calculators.catalogue.fidelite.inputs import UnSegment
from calculators.catalogue.fidelite.lines import Fidelite, UneClientele
from calculators.kit.amounts import Amount, total
from calculators.kit.days import GivenRow
from calculators.kit.units import NUMBER


@dataclass(frozen=True, slots=True)
class Public:
    """Clients who buy alike. `hausse_panier` only where a segment has its own."""

    membres: Amount  # not yet rounded
    actifs: Amount
    autres: Amount  # members who buy as before, not yet rounded
    panier: Amount
    frequence: Amount
    hausse_frequence: Amount
    hausse_panier: Amount | None


def publics(m: Fidelite) -> tuple[Public, ...]:
    """Fill the members; of segments, the table too."""
    if m.inputs.par_segment:
        return _segments(m)
    joined = m["clients"] * m["adhesion"]
    m.membres = joined
    m.membres_actifs = joined * m["actifs"]
    m.membres_autres = joined * (1 - m["actifs"])
    return (
        Public(
            joined, m.membres_actifs, m.membres_autres, m["panier"], m["frequence"],
            m["hausse_frequence"], None,
        ),
    )  # fmt: skip


def achats_autres(found: Sequence[Public]) -> Amount:
    """What the members whom the programme does not move buy in a year."""
    return total(one.autres * one.panier * one.frequence for one in found)


def achats(found: Sequence[Public], hausse: Amount | None = None, *, own: bool = False) -> Amount:
    """What the active members buy in a year: before the programme, or with a rise of the basket.

    `own`: a segment that has its own rise keeps it.
    """
    return total(_achats(one, hausse, own=own) for one in found)


def achats_moitie(found: Sequence[Public], hausse: Amount) -> Amount:
    """What they buy when the basket and the purchases rise half as much."""
    return total(
        _habituels(one) * (1 + _hausse(one, hausse) / 2) * (1 + one.hausse_frequence / 2)
        for one in found
    )


def _achats(one: Public, hausse: Amount | None, *, own: bool) -> Amount:
    if hausse is None:
        return _habituels(one)
    rise = _hausse(one, hausse) if own else hausse
    return _habituels(one) * (1 + rise) * (1 + one.hausse_frequence)


def _habituels(one: Public) -> Amount:
    return one.actifs * one.panier * one.frequence


def _hausse(one: Public, hausse: Amount) -> Amount:
    return hausse if one.hausse_panier is None else one.hausse_panier


def _segments(m: Fidelite) -> tuple[Public, ...]:
    rows = [row for row in m.rows("segments") if row.given.is_known]
    counted = total((row["clients"] for row in rows), NUMBER)
    m.refuse(counted > m["clients"], "segments_trop_grands", words.SEGMENTS_TROP_GRANDS, "segments")
    found = []
    for row in rows:
        segment: UnSegment = row.given
        line = m.publics.row(segment.segment.value, segment.segment.label)
        line.clients = row["clients"]
        found.append(_public(m, line, row))
    rest = m.publics.row("autres", words.AUTRES_CLIENTS)
    rest.clients = m["clients"] - counted
    found.append(_public(m, rest, None))
    m.membres = total((one.membres for one in found), NUMBER)
    m.membres_actifs = total(m.publics.column("actifs"), NUMBER)
    m.membres_autres = total((one.autres for one in found), NUMBER)
    for (_, _, line), one in zip(m.publics, found, strict=True):
        line.avant = achats([one])
        line.apres = achats([one], m["hausse_panier"], own=True)
        line.hausse = line.apres - line.avant
        line.marge = line.hausse * m["part_marge"]
    return tuple(found)


def _public(m: Fidelite, line: UneClientele, row: GivenRow | None) -> Public:
    def known(name: str) -> Amount:
        own = row is not None and getattr(row.given, name) is not None
        return row[name] if own and row is not None else m[name]

    joined = line.clients * known("adhesion")
    line.actifs = joined * m["actifs"]
    own = row is not None and row.given.hausse_panier is not None
    return Public(
        joined, line.actifs, joined * (1 - m["actifs"]), known("panier"), known("frequence"),
        known("hausse_frequence"), row["hausse_panier"] if own and row is not None else None,
    )  # fmt: skip
