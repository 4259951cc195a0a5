"""The fee of a portage company, and what to bill for an envelope.

A fee is the smallest of a few straight lines: a percentage, a cap, a flat amount, or a percentage
that falls above a threshold. Its inverse is then the smallest of theirs.
"""

from dataclasses import dataclass

from calculators.kit.amounts import Amount, constant, minimum, rounded
from calculators.kit.fields import Choice
from calculators.kit.units import CENT, NUMBER


class ModeFrais(Choice):
    """How a company charges for its work."""

    POURCENTAGE = "pourcentage", "Un pourcentage"
    FIXE = "fixe", "Un montant par mois"
    DEGRESSIF = "degressif", "Un pourcentage, moindre au-delà d’un seuil"


@dataclass(frozen=True, slots=True, eq=False)
class Palier:
    """One line: a fixed part, a percentage of the base, or both."""

    fixe: Amount | None = None
    taux: Amount | None = None

    def sur(self, base: Amount) -> Amount:
        """What it takes of a base."""
        if self.taux is None:
            assert self.fixe is not None  # noqa: S101  one of the two
            return self.fixe
        part = base * self.taux
        return part if self.fixe is None else self.fixe + part


type Tarif = tuple[Palier, ...]


def pourcentage(taux: Amount, plafond: Amount | None = None) -> Tarif:
    """A percentage, at most a cap."""
    return _plafonne((Palier(taux=taux),), plafond)


def forfait(montant: Amount) -> Tarif:
    """A flat amount a month."""
    return (Palier(fixe=montant),)


def degressif(
    taux: Amount, seuil: Amount, au_dela: Amount, plafond: Amount | None = None
) -> Tarif:  # fmt: skip
    """A percentage up to a threshold, a lower one on what exceeds it."""
    above = Palier(fixe=seuil * (taux - au_dela), taux=au_dela)
    return _plafonne((Palier(taux=taux), above), plafond)


def _plafonne(tarif: Tarif, plafond: Amount | None) -> Tarif:
    return tarif if plafond is None else (*tarif, Palier(fixe=plafond))


def frais_de_gestion(base: Amount, tarif: Tarif) -> Amount:
    """The fee, unrounded: the line rounds it once."""
    found = [palier.sur(base) for palier in tarif]
    return found[0] if len(found) == 1 else minimum(*found)


@dataclass(frozen=True, slots=True, eq=False)
class Conditions:
    """What stands between an invoice and the payroll."""

    tarif: Tarif
    refactures: Amount | None = None  # expenses billed again to the client
    frais_sur_refactures: bool = False  # whether the fee is also taken on them
    autres: Amount | None = None  # « autres charges » of the agreement's art. 21.5, % of turnover
    frais: Amount | None = None  # running expenses, not billed again
    epargne: Amount | None = None  # what the savings plan costs the account


def reste_apres_frais(honoraires: Amount, c: Conditions) -> Amount:
    """The envelope of what is billed, each fee on its cent as its line is: the check forwards."""
    turnover = honoraires if c.refactures is None else honoraires + c.refactures
    base = turnover if c.frais_sur_refactures else honoraires
    left = turnover - rounded(frais_de_gestion(base, c.tarif), CENT)
    if c.autres is not None:
        left = left - rounded(turnover * c.autres, CENT)
    for extra in (c.refactures, c.frais, c.epargne):
        if extra is not None:
            left = left - extra
    return left


def honoraires_pour(enveloppe: Amount, c: Conditions) -> Amount:
    """What to bill, without rebilled expenses, for the payroll to have `enveloppe`, unrounded."""
    needed = [_inverse(enveloppe, c, palier) for palier in c.tarif]
    return needed[0] if len(needed) == 1 else minimum(*needed)


def _inverse(enveloppe: Amount, c: Conditions, palier: Palier) -> Amount:
    kept: Amount = constant(1, NUMBER)
    due = enveloppe
    for extra in (c.frais, c.epargne, palier.fixe):
        if extra is not None:
            due = due + extra
    if c.refactures is not None:
        on_rebilled = palier.taux if c.frais_sur_refactures else None
        for taken in (on_rebilled, c.autres):
            if taken is not None:
                due = due + c.refactures * taken
    for taken in (palier.taux, c.autres):
        if taken is not None:
            kept = kept - taken
    return due / kept
