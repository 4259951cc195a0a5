"""Two quick readings of the same envelope, without a payslip.

The « guide » takes 22 to 25 % off the envelope: that is the employee's share alone. The « forfait
45/22 » counts the employer too: 45 % of the gross, then 22 % of it for the employee.
"""

from calculators.kit.amounts import Amount
from calculators.kit.days import Day
from calculators.kit.fields import Choice
from calculators.kit.lines import declared
from calculators.kit.parts import Part
from calculators.kit.units import CENT
from calculators.law.portage import codes as c


class Reserve(Choice):
    """The reserve of a permanent contract, and whether its contributions are put by with it."""

    CHARGEE = "chargee", "Oui, avec les cotisations qu’elle paiera"
    SIMPLE = "simple", "Oui, sans ces cotisations"
    AUCUNE = "aucune", "Non"


class Guide(Part):
    """The reading of the guide."""

    charges = declared("Charges selon le guide", CENT, nature="cotisations", section="guide")
    net = declared("Net selon le guide", CENT, nature="reste", section="guide", level="total")


class Forfait(Part):
    """The reading of the flat rates."""

    brut = declared("Brut", CENT, section="forfait")
    part_employeur = declared("Cotisations patronales", CENT, nature="cotisations",
                              section="forfait")  # fmt: skip
    part_salarie = declared("Cotisations salariales", CENT, nature="cotisations",
                            section="forfait")  # fmt: skip
    reserve = declared("Réserve, en brut", CENT, nature="paiement", section="forfait")
    charges_reserve = declared("Cotisations patronales de la réserve", CENT, nature="paiement",
                               section="forfait")  # fmt: skip
    net = declared("Net avant impôt", CENT, nature="reste", section="forfait", level="total")


def guide(part: Guide, enveloppe: Amount, taux: Amount) -> None:
    """The envelope less a percentage."""
    part.charges = enveloppe * taux
    part.net = enveloppe - part.charges


def guide_inverse(net: Amount, taux: Amount) -> Amount:
    """The envelope of a net."""
    return net / (1 - taux)


def forfait(part: Forfait, enveloppe: Amount, on: Day, reserve: Reserve) -> None:
    """Gross, both shares and the reserve: they sum to the envelope, the shares by difference."""
    employer = part.rate(c.FORFAIT_EMPLOYEUR, on)
    cost = _cout_d_un_euro(part, on, reserve)
    part.brut = enveloppe / cost
    due: Amount = part.brut
    if reserve is not Reserve.AUCUNE:
        part.reserve = part.brut * part.rate(c.RESERVE, on)
        due = due + part.reserve
    if reserve is Reserve.CHARGEE:
        part.charges_reserve = part.reserve * employer
        due = due + part.charges_reserve
    part.part_employeur = enveloppe - due
    part.net = enveloppe * (1 - part.rate(c.FORFAIT_SALARIE, on)) / cost
    part.part_salarie = part.brut - part.net


def forfait_inverse(part: Part, net: Amount, on: Day, reserve: Reserve) -> Amount:
    """The envelope of a net."""
    gross = net / (1 - part.rate(c.FORFAIT_SALARIE, on))
    return gross * _cout_d_un_euro(part, on, reserve)


def _cout_d_un_euro(part: Part, on: Day, reserve: Reserve) -> Amount:
    """What a euro of gross takes from the envelope."""
    cost = 1 + part.rate(c.FORFAIT_EMPLOYEUR, on)
    match reserve:
        case Reserve.AUCUNE:
            return cost
        case Reserve.CHARGEE:
            return cost * (1 + part.rate(c.RESERVE, on))
        case Reserve.SIMPLE:
            return cost + part.rate(c.RESERVE, on)
