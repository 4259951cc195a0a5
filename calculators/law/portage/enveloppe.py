"""From the invoice to the envelope that pays the salary: agreement IDCC 3219, art. 21.2."""

from calculators.kit.amounts import Amount, Rate, total
from calculators.kit.lines import declared
from calculators.kit.parts import Part
from calculators.kit.units import CENT
from calculators.law.portage.gestion import Conditions, frais_de_gestion


class Enveloppe(Part):
    """The lines between the invoice and the payroll."""

    honoraires = declared("Honoraires du mois", CENT, section="facture", help="Hors TVA.")
    frais_refactures = declared("Frais refacturés au client", CENT, section="facture")
    chiffre_affaires = declared("Chiffre d’affaires", CENT, section="facture", level="total",
                                help="Hors TVA, frais refacturés compris.")  # fmt: skip
    tva = declared(
        "TVA facturée", CENT, nature="tva", section="facture", level="detail",
        help="La société la facture, la reverse et récupère celle de vos achats : elle n’est dans "
        "aucun net.",
    )  # fmt: skip
    facture_ttc = declared("Facture TTC", CENT, section="facture", level="detail")
    frais_gestion = declared(
        "Frais de gestion", CENT, nature="plateforme", section="facture",
        help="Leur détail figure sur votre compte d’activité : C. trav. L1254-25.",
    )  # fmt: skip
    autres_charges = declared(
        "Autres charges de la société", CENT, nature="frais_fixes", section="facture",
        help="Ce que les frais de gestion ne couvrent pas : CVAE, C3S, assurances, médecine du "
        "travail, Agefiph (convention, art. 21.5).",
    )  # fmt: skip
    frais_rembourses = declared(
        "Frais professionnels remboursés", CENT, nature="transport", section="facture",
        help="Sur justificatifs, sans cotisation ni impôt ; jamais comptés dans le net.",
    )  # fmt: skip
    cout_epargne = declared(
        "Abondement et son forfait social", CENT, nature="marchandises", section="facture"
    )
    enveloppe = declared(
        "Ce qui paie le salaire", CENT, section="facture", level="total",
        help="Le salaire et les cotisations de l’employeur sont pris sur cette enveloppe.",
    )  # fmt: skip


def enveloppe(part: Enveloppe, honoraires: Amount, c: Conditions, tva: Rate) -> None:
    """Fill the lines from what is billed."""
    part.honoraires = honoraires
    turnover: Amount = part.honoraires
    if c.refactures is not None:
        part.frais_refactures = c.refactures
        turnover = part.honoraires + part.frais_refactures
    part.chiffre_affaires = turnover
    part.tva = part.chiffre_affaires * tva
    part.facture_ttc = part.chiffre_affaires + part.tva
    base = part.chiffre_affaires if c.frais_sur_refactures else part.honoraires
    part.frais_gestion = frais_de_gestion(base, c.tarif)
    if c.autres is not None:
        part.autres_charges = part.chiffre_affaires * c.autres
    given = [extra for extra in (c.refactures, c.frais) if extra is not None]
    if given:
        part.frais_rembourses = total(given)
    if c.epargne is not None:
        part.cout_epargne = c.epargne
    taken = part.present(("frais_gestion", "autres_charges", "frais_rembourses", "cout_epargne"))
    part.enveloppe = part.chiffre_affaires - total(taken)
