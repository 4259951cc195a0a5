"""A savings plan that the activity account tops up: C. trav. L3332-10, L3332-11, L3332-27."""

from calculators.kit.amounts import Amount, constant, maximum, minimum
from calculators.kit.days import Day
from calculators.kit.fields import Choice
from calculators.kit.lines import declared
from calculators.kit.parts import Part
from calculators.kit.rates import RateCode
from calculators.kit.units import CENT, EUR
from calculators.law.paie import Effectif

PMSS = RateCode("pmss", "€/mois")
MULTIPLE = RateCode("epargne_abondement_multiple", "× versement")
VERSEMENT_MAXIMUM = RateCode("epargne_versement_maximum")
CSG_CRDS = RateCode("epargne_csg_crds")
FORFAIT_SOCIAL = RateCode("forfait_social_epargne")
FORFAIT_SOCIAL_PME = RateCode("forfait_social_epargne_pereco_pme")
PLAFOND_PEE = RateCode("epargne_abondement_pee", "% du Pass")
PLAFOND_PERECO = RateCode("epargne_abondement_pereco", "% du Pass")
CODES = (
    PMSS, MULTIPLE, VERSEMENT_MAXIMUM, CSG_CRDS, FORFAIT_SOCIAL, FORFAIT_SOCIAL_PME, PLAFOND_PEE,
    PLAFOND_PERECO,
)  # fmt: skip


class Plan(Choice):
    """The plan that receives the money."""

    PEE = "pee", "PEE"
    PERECO = "pereco", "Pereco"
    PERECO_PME = "pereco_pme", "Pereco investi à 10 % au moins en actions de PME"


class Epargne(Part):
    """A month's payment and top-up."""

    versement = declared("Votre versement", CENT, section="epargne",
                         help="Pris sur le net payé.")  # fmt: skip
    abondement = declared("Abondement", CENT, section="epargne")
    forfait_social = declared(
        "Forfait social sur l’abondement", CENT, nature="cotisations", section="epargne",
        help="Dû à partir de 50 salariés : CSS L137-15 et L137-16.",
    )  # fmt: skip
    cout = declared("Coût de l’abondement pour le compte d’activité", CENT, section="epargne")
    prelevements = declared(
        "CSG et CRDS sur l’abondement", CENT, nature="cotisations", section="epargne"
    )
    placee = declared("Placé sur le plan", CENT, nature="reste", section="epargne", level="total",
                      help="Votre versement et l’abondement, CSG et CRDS déduites.")  # fmt: skip
    maximum_multiple = declared(
        "Abondement permis par le versement", CENT, section="epargne", level="detail"
    )
    maximum_annuel = declared(
        "Abondement permis par an", CENT, section="epargne", level="detail",
        help="8 % du Pass sur un PEE, 16 % sur un Pereco.",
    )  # fmt: skip


def epargne(
    part: Epargne, *, versement: Amount, abondement: Amount, plan: Plan, effectif: Effectif, on: Day
) -> None:
    """Fill the lines of a month."""
    part.versement = versement
    part.abondement = abondement
    cost: Amount = part.abondement
    if effectif.cinquante:
        rate = FORFAIT_SOCIAL_PME if plan is Plan.PERECO_PME else FORFAIT_SOCIAL
        part.forfait_social = part.abondement * part.rate(rate, on)
        cost = cost + part.forfait_social
    part.cout = cost
    part.prelevements = part.abondement * part.rate(CSG_CRDS, on)
    part.placee = part.versement + part.abondement - part.prelevements
    part.maximum_multiple = part.versement * part.rate(MULTIPLE, on)
    ceiling = PLAFOND_PEE if plan is Plan.PEE else PLAFOND_PERECO
    part.maximum_annuel = part.rate(PMSS, on) * 12 * part.rate(ceiling, on)


def depassement(part: Epargne) -> Amount:
    """What the month's top-up exceeds of its two limits, a twelfth of the yearly one."""
    limit = minimum(part.maximum_multiple, part.maximum_annuel / 12)
    return maximum(part.abondement - limit, constant(0, EUR))
