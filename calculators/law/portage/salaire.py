"""The exact payroll of an envelope: the gross it pays, how it splits, the reserve, the balance."""

from dataclasses import dataclass

from calculators.kit.amounts import Amount, constant, maximum, minimum, rounded, when
from calculators.kit.days import Day
from calculators.kit.lines import Line, Sheet, declared
from calculators.kit.parts import Part, part
from calculators.kit.seeking import highest
from calculators.kit.units import CENT, EUR, EXACT
from calculators.law.frais import DEMI_CENTIME
from calculators.law.paie import Paie, Profil, paie
from calculators.law.portage import codes as c
from calculators.law.portage.lectures import Reserve

ZERO = constant(0, EUR)


@dataclass(frozen=True, slots=True, eq=False)
class Contrat:
    """What fixes a payslip besides its gross."""

    on: Day
    profil: Profil
    reserve: Reserve

    @property
    def mise_de_cote(self) -> Reserve:
        """A fixed term has its end-of-contract pay instead of a reserve: agreement, art. 21.4."""
        return Reserve.AUCUNE if self.profil.cdd else self.reserve


class Salaire(Part):
    """The gross and what it is made of, the payslip, what stays on the account."""

    salaire_base = declared("Salaire de base", CENT, section="salaire")
    apport_affaires = declared(
        "Indemnité d’apport d’affaires", CENT, section="salaire",
        help="Elle paie la recherche de clients : convention, art. 21.2.",
    )  # fmt: skip
    indemnite_conges = declared(
        "Indemnité de congés payés", CENT, section="salaire",
        help="Comptée chaque mois ; la prendre avec les congés n’en change que la date.",
    )  # fmt: skip
    precarite = declared("Indemnité de fin de contrat", CENT, section="salaire",
                         help="Un dixième du brut du CDD, payé à la fin.")  # fmt: skip
    paie = part(Paie, bare=True)
    reserve = declared(
        "Réserve, en brut", CENT, nature="paiement", section="compte",
        help="Un dixième du salaire de base, pour les mois sans mission (convention, art. 21.3) : "
        "un salaire futur, qui n’est pas dans le net.",
    )  # fmt: skip
    charges_reserve = declared(
        "Cotisations patronales de la réserve", CENT, nature="paiement", section="compte",
        help="Au taux moyen de ce mois ; le mois où elle sera payée aura le sien.",
    )  # fmt: skip
    solde = declared(
        "Solde laissé sur le compte d’activité", CENT, nature="paiement", section="compte",
        help="Ce qu’aucun brut au centime ne consomme : il reste à vous.",
    )  # fmt: skip


class _Essai(Sheet):
    paie = part(Paie, bare=True)
    engage = declared("Ce que prend un brut sur l’enveloppe", EXACT)


def part_de_base(m: Sheet, contrat: Contrat) -> Amount:
    """What a euro of base salary becomes in gross: 1,05 × 1,10, and 1,10 again on a fixed term."""
    on = contrat.on
    whole = (1 + m.rate(c.APPORT, on)) * (1 + m.rate(c.CONGES, on))
    return whole * (1 + m.rate(c.PRECARITE, on)) if contrat.profil.cdd else whole


def brut_pour_enveloppe(m: Sheet, enveloppe: Amount, contrat: Contrat) -> Amount:
    """The highest gross whose cost, with the reserve, fits the envelope; zero when none does.

    At three minimum wages the cost jumps by 2 % of the gross: some envelopes have no exact gross.
    """
    return highest(
        m, maximum(enveloppe, ZERO), lambda brut: _engage(m, brut, contrat),
        "plus haut brut que paie {}", same=contrat.profil.signature(contrat.on, contrat.reserve),
    )  # fmt: skip


def _engage(m: Sheet, brut: Amount, contrat: Contrat) -> Line:
    """Nothing for no gross: the health cover alone may exceed an envelope."""
    essai = _Essai(m.inputs, m.rates)
    paie(essai.paie, brut=brut, on=contrat.on, profil=contrat.profil)
    essai.engage = when(brut > ZERO, _pris(m, essai.paie, contrat), ZERO)
    return essai.engage


def _pris(m: Sheet, slip: Paie, contrat: Contrat) -> Amount:
    """Cost and reserve, unrounded."""
    kept = contrat.mise_de_cote
    if kept is Reserve.AUCUNE:
        return slip.cout + ZERO
    share = m.rate(c.RESERVE, contrat.on) / part_de_base(m, contrat)
    # With its contributions the reserve is in proportion of the whole cost.
    return slip.cout + (slip.cout if kept is Reserve.CHARGEE else slip.brut) * share


def salaire(m: Salaire, brut: Amount, contrat: Contrat) -> None:
    """Fill the payslip of a gross and its split; the base takes the cents that rounding leaves."""
    slip, on = m.paie, contrat.on
    paie(slip, brut=brut, on=on, profil=contrat.profil)
    base = slip.brut / part_de_base(m, contrat)
    apport, conges = m.rate(c.APPORT, on), m.rate(c.CONGES, on)
    m.apport_affaires = base * apport
    m.indemnite_conges = base * ((1 + apport) * conges)
    rest = slip.brut - m.apport_affaires - m.indemnite_conges
    if contrat.profil.cdd:
        rate = m.rate(c.PRECARITE, on)
        m.precarite = slip.brut * rate / (1 + rate)
        rest = rest - m.precarite
    m.salaire_base = rest


def reserver(m: Salaire, contrat: Contrat, reste: Amount | None = None) -> None:
    """Fill the reserve; `reste` is what the envelope has left for it, when there is an envelope."""
    kept = contrat.mise_de_cote
    if kept is Reserve.AUCUNE:
        return
    slip = m.paie
    m.reserve = m.salaire_base * m.rate(c.RESERVE, contrat.on)
    if kept is Reserve.CHARGEE:
        average = slip.cotisations_employeur / slip.brut
        due = m.reserve * average
        m.charges_reserve = due if reste is None else minimum(due, reste - m.reserve)


def engage(m: Salaire) -> Amount:
    """What the payroll takes of the envelope: cost, reserve and its contributions."""
    found: Amount = m.paie.cout
    for line in m.present(("reserve", "charges_reserve")):
        found = found + line
    return found


def enveloppe_pour(m: Salaire, contrat: Contrat) -> Amount:
    """The envelope that pays this gross: what its lines take, on the cent above the exact cost, so
    that the search from that envelope finds this gross again."""
    taken = engage(m)
    if contrat.mise_de_cote is Reserve.AUCUNE:
        return taken
    return maximum(taken, rounded(_pris(m, m.paie, contrat) + DEMI_CENTIME, CENT))


def solder(m: Salaire, enveloppe: Amount) -> None:
    """What is left of the envelope."""
    m.solde = enveloppe - engage(m)


def salaire_de_enveloppe(m: Salaire, enveloppe: Amount, contrat: Contrat) -> None:
    """The whole payroll of an envelope."""
    salaire(m, brut_pour_enveloppe(m, enveloppe, contrat), contrat)
    reserver(m, contrat, enveloppe - m.paie.cout)
    solder(m, enveloppe)
