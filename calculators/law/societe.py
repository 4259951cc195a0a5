"""A company under corporate tax: the tax on its profit (CGI 219), then what its dividends pay.

class Statuts(Sheet):
    societe = part(Societe, section="societe")
    dividendes = part(Dividendes, section="dividendes")

societe(m.societe, resultat=m["chiffre_affaires"] - m["charges"], cloture=m.moment(…))
dividendes(m.dividendes, montant=m.societe.benefice_net, annee=2026)

The accounting year is taken to be twelve months long; the legal reserve is left to whoever decides
how much is paid out.
"""

from datetime import date

from calculators.kit.amounts import Amount, bareme, constant, maximum, total, when
from calculators.kit.days import Day
from calculators.kit.fields import Choice
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part
from calculators.kit.rates import RateCode
from calculators.kit.units import CENT, EUR, EURO

IS_NORMAL = RateCode("is_taux_normal")
IS_REDUIT = RateCode("is_taux_reduit")
IS_PLAFOND = RateCode("is_taux_reduit_plafond_benefice", "€")
IS_PLAFOND_CA = RateCode("is_taux_reduit_plafond_ca", "€")
PFU = RateCode("dividendes_pfu_impot")
PFU_COTISES = RateCode("dividendes_ti_impot")
PRELEVEMENTS_SOCIAUX = RateCode("dividendes_prelevements_sociaux_total")
ABATTEMENT = RateCode("dividendes_abattement")
CSG_DEDUCTIBLE = RateCode("dividendes_csg_deductible")
SEUIL_COTISATIONS = RateCode("dividendes_ti_seuil")
CODES = (
    IS_NORMAL, IS_REDUIT, IS_PLAFOND, IS_PLAFOND_CA, PFU, PFU_COTISES, PRELEVEMENTS_SOCIAUX,
    ABATTEMENT, CSG_DEDUCTIBLE, SEUIL_COTISATIONS,
)  # fmt: skip
ZERO = constant(0, EUR)


class ImpositionDividendes(Choice):
    """How dividends are taxed: one choice for every income from capital of the household."""

    FORFAIT = "forfait", "Prélèvement forfaitaire unique"
    BAREME = "bareme", "Barème de l’impôt sur le revenu"


class Societe(Part):
    """The profit of a year and its tax."""

    resultat = declared("Résultat avant impôt", CENT, level="total")
    impot_societes = declared(
        "Impôt sur les sociétés", EURO, nature="impot",
        help="Taux réduit jusqu’à un plafond de bénéfice, taux normal au-delà : CGI 219, I.",
    )  # fmt: skip
    benefice_net = declared("Bénéfice après impôt", CENT, level="total")


class Dividendes(Part):
    """What dividends pay before they reach the bank account."""

    dividendes = declared("Dividendes", CENT, level="total")
    dividendes_cotises = declared(
        "Dont soumis à cotisations", CENT, level="detail",
        help="Gérant majoritaire : au-delà de 10 % du capital, des primes et du compte courant.",
    )  # fmt: skip
    prelevements_sociaux = declared("Prélèvements sociaux", CENT, nature="cotisations")
    impot_forfaitaire = declared("Impôt forfaitaire", CENT, nature="impot")
    imposables = declared(
        "Dividendes ajoutés au revenu imposable", CENT, level="detail",
        help="Après abattement de 40 % et CSG déductible : CGI 158, 3, 2°.",
    )  # fmt: skip
    dividendes_nets = declared("Dividendes nets", CENT, level="total")


def societe(
    part: Societe, *, resultat: Amount, cloture: Day, taux_reduit: bool = True,
    chiffre_affaires: Amount | None = None,
) -> None:  # fmt: skip
    """Fill the lines of a year closed on a day; a loss pays nothing.

    The reduced rate asks for paid-up capital held at 75 % by persons (`taux_reduit`) and for a
    turnover under its ceiling, which is checked when it is given.
    """
    part.resultat = resultat
    profit = maximum(part.resultat, ZERO)
    normal = part.rate(IS_NORMAL, cloture)
    if taux_reduit:
        limit: Amount = part.rate(IS_PLAFOND, cloture)
        if chiffre_affaires is not None:
            limit = when(chiffre_affaires <= part.rate(IS_PLAFOND_CA, cloture), limit, ZERO)
        part.impot_societes = bareme(profit, (part.rate(IS_REDUIT, cloture), normal), (limit,))
    else:
        part.impot_societes = profit * normal
    part.benefice_net = part.resultat - part.impot_societes


def franchise(sheet: Sheet, apports: Amount, annee: int) -> Amount:
    """The dividends of a majority manager that bear no contribution, CSS L131-6, III.

    `apports` are the capital, the share premiums and the average current account.
    """
    return apports * sheet.rate(SEUIL_COTISATIONS, sheet.moment(date(annee, 1, 1)))


def dividendes(
    part: Dividendes, *, montant: Amount, annee: int, sans_cotisations: Amount | None = None,
    option: ImpositionDividendes = ImpositionDividendes.FORFAIT, comparer: bool = False,
) -> None:  # fmt: skip
    """Fill what dividends pay; those above `sans_cotisations` bear contributions instead.

    Under the scale, `imposables` goes to the household's income and its tax is not taken off here.
    `comparer` fills the lines of the other option too; the net is that of the one chosen.
    """
    forfait = option is ImpositionDividendes.FORFAIT
    on = part.moment(date(annee, 1, 1))
    part.dividendes = montant
    free: Amount = part.dividendes
    if sans_cotisations is not None:
        part.dividendes_cotises = maximum(part.dividendes - sans_cotisations, ZERO)
        free = part.dividendes - part.dividendes_cotises
    part.prelevements_sociaux = free * part.rate(PRELEVEMENTS_SOCIAUX, on)
    kept = part.dividendes - part.prelevements_sociaux
    if forfait or comparer:
        bearing = part.present(("dividendes_cotises",))
        due = [free * part.rate(PFU, on), *(line * part.rate(PFU_COTISES, on) for line in bearing)]
        part.impot_forfaitaire = total(due)
    if forfait:
        kept = kept - part.impot_forfaitaire
    if comparer or not forfait:
        taxed = part.dividendes * (1 - part.rate(ABATTEMENT, on))
        part.imposables = taxed - free * part.rate(CSG_DEDUCTIBLE, on)
    part.dividendes_nets = kept
