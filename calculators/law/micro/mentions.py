"""Sentences about a creation, an exemption or a rate, that every follow-up of a year says alike."""

from datetime import date, timedelta

from calculators.kit import french
from calculators.kit.amounts import Amount
from calculators.kit.days import Day
from calculators.kit.lines import Sheet
from calculators.law.micro.annee import EXONERATION_CHAMBRE
from calculators.law.micro.calendrier import MOIS, Declaration
from calculators.law.micro.plan import Plan
from calculators.law.micro.taux import PLAFOND_PAR_LE_PASS, Creation

FIN_ACRE = (
    "Votre Acre court jusqu’au {jour}. Elle ne réduit ni la formation, ni la taxe de chambre, ni "
    "le versement libératoire."
)
FIN_ACRE_PAR_ANNEE = FIN_ACRE.replace("{jour}.", "{jour}, à un taux qui monte chaque année.")
ACRE_FINIE = "L’Acre d’une activité commencée ce jour-là est finie avant {annee}."
ACRE_PLAFOND = (
    "Le taux réduit de l’Acre s’arrête à un chiffre d’affaires égal au plafond de la Sécurité "
    "sociale ÷ (1 − abattement) ; seul l’excédent paie le taux plein. En activité mixte, nous "
    "appliquons ce plafond à chaque catégorie (à vérifier)."
)
ACRE_PLAFOND_MICRO = (
    "Avant 2018, le taux réduit de l’Acre s’arrêtait au plafond du régime micro ; seul l’excédent "
    "paie ici le taux plein (à vérifier)."
)
ACRE_DROM = (
    "Outre-mer, les taux réduits tiennent lieu d’Acre : nous ne l’appliquons pas en plus (à "
    "vérifier)."
)
DROM_SANS_DATE = (
    "Sans date de début, nous prenons le taux d’après la troisième année civile, le plus élevé."
)
TAUX_EN_COURS_DE_MOIS = (
    "Un taux change en cours de mois ({mois}) : le mois entier est compté au taux de son premier "
    "jour."
)
CFP_SERVICES = (
    "Formation des prestations commerciales : 0,2 % selon le Code du travail ; des déclarations "
    "sont prélevées à 0,1 % (le simulateur officiel aussi). Vérifiez la vôtre."
)
PREMIERE_DECLARATION = (
    "Votre première déclaration se fait au plus tard le {jour} et couvre aussi des mois de {autre} "
    ": seuls ceux de {annee} sont comptés ici."
)
TVA_PRORATA = (
    "La première année, le seuil de base de TVA se compare au prorata des jours d’activité (CAA "
    "Paris, 1er juillet 2022 ; CGI 293 D, à vérifier) : au-delà, la TVA se facture dès le 1er "
    "janvier {suivante}. Le seuil majoré, lui, n’est pas réduit."
)
CHAMBRE_EXONEREE = (
    "Jusqu’à {limite} de recettes dans l’année, aucune taxe de chambre n’est comptée ; au-delà, "
    "elle l’est depuis le premier euro (à vérifier)."
)


def deborde_sur(declaration: Declaration, creation: Creation | None, annee: int) -> int | None:
    """The other year whose months a first declaration covers too."""
    if creation is None or not declaration.premiere:
        return None
    if creation.mois.year < annee:
        return annee - 1
    return annee + 1 if declaration.echeance > date(annee + 1, 1, 31) else None


def premiere_declaration(m: Sheet, year: Plan, creation: Creation | None, annee: int) -> None:
    """Say that a first declaration straddles two years, of which only one is counted."""
    for declaration in year.declarations:
        other = deborde_sur(declaration, creation, annee)
        if other is not None:
            day = french.day(declaration.echeance)
            sentence = PREMIERE_DECLARATION.replace("{jour}", day).replace("{autre}", str(other))
            m.remark("info", "premiere_declaration", sentence, "date_creation")


def acre(m: Sheet, year: Plan, creation: Creation, annee: int) -> None:
    """Say until when ACRE lasts and up to which turnover."""
    if not any(segment.acre for segment in year.segments):
        m.remark("info", "acre_finie", ACRE_FINIE, "acre")
        return
    last = french.day(creation.fin_acre - timedelta(days=1))
    sentence = FIN_ACRE if creation.annees_acre == 1 else FIN_ACRE_PAR_ANNEE
    m.remark("info", "fin_acre", sentence.replace("{jour}", last), "acre")
    ceiling = ACRE_PLAFOND if annee >= PLAFOND_PAR_LE_PASS else ACRE_PLAFOND_MICRO
    m.remark("info", "plafond_acre", ceiling, "acre")


def outre_mer(m: Sheet, creation: Creation | None, *, acre: bool) -> None:
    """Say how the reduced rates of overseas departments are chosen."""
    if acre:
        m.remark("info", "acre_outre_mer", ACRE_DROM, "acre")
    if creation is None:
        m.remark("info", "outre_mer_sans_date", DROM_SANS_DATE, "date_creation")


def taux_en_cours_de_mois(m: Sheet, year: Plan) -> None:
    """Say in which months a rate changes after the first day."""
    for month in year.change_dans_le_mois:
        name = f"{MOIS[month.month - 1]} {month.year}"
        sentence = TAUX_EN_COURS_DE_MOIS.replace("{mois}", name)
        m.remark("info", "taux_en_cours_de_mois", sentence, "annee")


def chambre_exoneree(m: Sheet, turnover: Amount, on: Day) -> None:
    """Say that no tax of a chamber is counted while the turnover of the year is small."""
    if m.knows(EXONERATION_CHAMBRE, on):
        limit = m.rate(EXONERATION_CHAMBRE, on)
        sentence = CHAMBRE_EXONEREE.replace("{limite}", french.with_unit(limit.value, limit.unit))
        m.remark("info", "chambre_exoneree", sentence, "registre", turnover <= limit)
