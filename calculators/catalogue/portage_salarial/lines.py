"""The lines of a month in portage."""

from decimal import Decimal

from calculators.catalogue.portage_salarial.inputs import PortageSalarialInputs
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part, part, table
from calculators.kit.units import (
    CENT,
    DATE,
    EURO,
    EXACT,
    NUMBER,
    PERCENT,
    PERCENT_CENT,
    UNIT,
    Rounding,
)
from calculators.law.foyer import Foyer
from calculators.law.impot_revenu import Impot
from calculators.law.paie.bulletin import Rubrique
from calculators.law.portage.enveloppe import Enveloppe
from calculators.law.portage.epargne import Epargne
from calculators.law.portage.lectures import Forfait, Guide
from calculators.law.portage.salaire import Salaire

TENTH = Rounding("arrondi au dixième", Decimal("0.1"), 1)


class UneLecture(Part):
    """One reading of the same envelope."""

    brut = declared("Brut", CENT, absent="—")
    # A colour of its own: one reading has no such share, and the chart must show it.
    employeur = declared("Cotisations patronales", CENT, nature="marchandises", absent="—")
    salarie = declared("Cotisations salariales", CENT, nature="cotisations")
    compte = declared("Réserve et compte", CENT, nature="paiement", absent="—")
    net = declared("Net avant impôt", CENT, nature="reste")
    part_ca = declared("En part du CA", PERCENT_CENT, unit=PERCENT)


class UneFacon(Part):
    """The same turnover under one status: the cells of a row add up to it."""

    ca = declared("Chiffre d’affaires", CENT)
    frais = declared("Frais de gestion", CENT, nature="plateforme", absent="—")
    depenses = declared("Frais professionnels", CENT, nature="transport")
    cotisations = declared("Cotisations", CENT, nature="cotisations")
    garde = declared("Réserve, épargne et solde", CENT, nature="paiement", absent="—")
    net = declared("Net avant impôt", CENT, nature="reste")


class UneLigneDePaie(Part):
    """A line of the plain employee’s payslip."""

    montant = declared("Montant", CENT)


class UneVariante(Part):
    """The month with one answer changed."""

    honoraires = declared("Honoraires", CENT)
    frais = declared("Frais de gestion", CENT)
    enveloppe = declared("Enveloppe", CENT)
    net = declared("Net avant impôt", CENT)
    ecart = declared("Écart de net", CENT)
    net_paye = declared("Net payé après impôt", CENT, absent="—")


class UneEtape(Part):
    """A day of the advance: what moves, and what is still advanced from then on."""

    jour = declared("Jour", EXACT, unit=DATE)
    montant = declared("Montant", CENT)
    encours = declared("Avance en cours", CENT)


class Variante(Part):
    """What a variant computes, in the reading that is kept."""

    facture = part(Enveloppe, bare=True)
    salaire = part(Salaire, bare=True)
    rapide = part(Forfait)
    guide = part(Guide)


class _Reponse(Sheet):
    """What answers the question."""

    reste = declared(
        "Votre net", CENT, nature="reste", section="resultat", level="key",
        help="Après l’impôt prélevé dans la paie exacte, avant impôt dans les deux lectures "
        "rapides. Ni remboursements, ni réserve, ni épargne.",
    )  # fmt: skip
    net_disponible = declared("Net après votre versement d’épargne", CENT, section="resultat")
    virement = declared(
        "Virement du mois", CENT, section="resultat",
        help="Le net et les frais remboursés, qui ne sont pas un revenu.",
    )  # fmt: skip
    net_et_epargne = declared(
        "Net et épargne", CENT, section="resultat", help="Le net du mois et ce qui est placé."
    )
    part_net = declared(
        "Net avant impôt, en part du chiffre d’affaires", PERCENT_CENT, unit=PERCENT,
        section="resultat",
    )  # fmt: skip
    part_avec_frais = declared(
        "Net avant impôt et frais remboursés, en part du chiffre d’affaires", PERCENT_CENT,
        unit=PERCENT, section="resultat", level="detail",
        help="Ce que montrent beaucoup de simulateurs.",
    )  # fmt: skip

    tjm_au_centime = declared("TJM, au centime au-dessus", CENT, section="objectif",
                              level="detail")  # fmt: skip
    honoraires_au_tjm = declared("Honoraires à ce TJM", CENT, section="objectif", level="detail")
    tjm_necessaire = declared("TJM nécessaire", CENT, section="objectif", level="total")
    tjm_arrondi = declared("TJM à demander, à l’euro au-dessus", EURO, section="objectif",
                           level="total")  # fmt: skip
    enveloppe_visee = declared("Enveloppe nécessaire", CENT, section="objectif")
    honoraires_calcules = declared("Honoraires nécessaires, au centime", CENT, section="objectif",
                                   level="detail")  # fmt: skip

    lectures = table(UneLecture, "Les trois lectures côte à côte", head="Lecture")
    bulletin = table(Rubrique, "Le bulletin de paie, paie exacte", head="Rubrique", restated=True)
    facons = table(UneFacon, "Le même chiffre d’affaires, de trois façons", head="Façon")
    variantes = table(UneVariante, "Et si…", head="Changement")
    avances = table(UneEtape, "L’avance, du salaire au paiement du client", head="Étape")
    salariat = table(
        UneLigneDePaie, "Le salarié des trois façons, ligne à ligne", head="Ligne", folded=True,
        restated=True,
    )  # fmt: skip


class _AuDela(Sheet):
    """Beyond the month."""

    reserve_cumulee = declared("Réserve accumulée, en brut", CENT, section="compte")
    mois_couverts = declared("Mois couverts par la réserve", TENTH, unit=NUMBER, section="compte")

    avance = declared(
        "Salaire avancé avant que le client paie", CENT, section="au_dela",
        help="Une avance, pas un dû : elle dépend de votre société. Le salaire est supposé payé le "
        "dernier jour du mois.",
    )  # fmt: skip
    jours_avance = declared("Jours d’avance", UNIT, unit=NUMBER, section="au_dela")
    penalites = declared(
        "Pénalités de retard", CENT, section="au_dela",
        help="Sur le montant TTC, par jour de retard : C. com. L441-10.",
    )  # fmt: skip
    indemnite_recouvrement = declared(
        "Indemnité forfaitaire de recouvrement", CENT, section="au_dela",
        help="Par facture en retard, entre professionnels : C. com. D441-5.",
    )  # fmt: skip
    delai_paiement = declared(
        "Délai moyen de paiement (DSO), en jours", TENTH, unit=NUMBER, section="au_dela",
        help="Factures non encaissées ÷ facturé × jours de la période.",
    )  # fmt: skip
    tjm_indexe = declared("TJM indexé", CENT, section="au_dela")
    tjm_bonus = declared("TJM, bonus compris", CENT, section="au_dela")
    valeur_temps = declared(
        "Valeur du temps gagné, au moins", CENT, section="au_dela",
        help="Au huitième du TJM de l’heure, si ce temps devient facturable.",
    )  # fmt: skip
    valeur_temps_au_plus = declared("Valeur du temps gagné, au plus", CENT, section="au_dela")


class PortageSalarial(_Reponse, _AuDela):
    """From the invoice to the bank account."""

    inputs: PortageSalarialInputs

    facture = part(Enveloppe, bare=True)
    salaire = part(Salaire, bare=True)
    net_imposable_simulateur = declared(
        "Net imposable, selon le simulateur officiel", CENT, section="net", level="detail",
        help="Il y laisse toute la prévoyance patronale, que la loi en exclut : CGI 83, 1° quater.",
    )  # fmt: skip
    epargne = part(Epargne)
    rapide = part(Forfait, "{} (forfait)")
    guide_bas = part(Guide, "{}, au taux bas")
    guide_haut = part(Guide, "{}, au taux haut")

    foyer = part(Foyer, section="foyer", level="detail")
    sans = part(Impot, "{}, sans ce salaire", section="foyer", level="detail")
    avec = part(Impot, "{}, avec ce salaire", section="foyer", level="detail")
    salaire_annuel = declared("Net imposable de douze mois pareils", CENT, section="foyer",
                              level="detail")  # fmt: skip
    deduction_annuelle = declared("Déduction de 10 %", EURO, section="foyer", level="detail")

    salaire_minimum = declared(
        "Salaire minimum de l’échelon", CENT, section="verifications", unsure=True,
        help="En part du plafond de 2017, qui n’est plus revalorisé ; au prorata du temps de "
        "travail. L’avenant 12 n’a pas été lu.",
    )  # fmt: skip
    brut_compare = declared(
        "Brut comparé au minimum", CENT, section="verifications", unsure=True,
        help="Avec la réserve depuis l’avenant 12, semble-t-il ; sans elle avant.",
    )  # fmt: skip

    ca_annuel = declared("Chiffre d’affaires de douze mois pareils", CENT, section="micro")
    plafond_micro = declared(
        "Plafond de la micro-entreprise, services", EURO, section="micro",
        help="Celui de l’année du mois travaillé : CGI 102 ter.",
    )  # fmt: skip

    duree_cdd_maximum = declared("Durée d’un CDD, au plus, en mois", UNIT, unit=NUMBER,
                                 section="verifications")  # fmt: skip
    duree_prestation_maximum = declared(
        "Durée d’une prestation, au plus, en mois", UNIT, unit=NUMBER, section="verifications"
    )
    experience_minimum = declared(
        "Expérience qui tient lieu de diplôme, en années", UNIT, unit=NUMBER,
        section="verifications",
    )  # fmt: skip

    retenu_employeur = declared("Cotisations patronales", CENT, nature="cotisations",
                                section="retenu", level="detail")  # fmt: skip
    retenu_salarie = declared("Cotisations salariales", CENT, nature="cotisations",
                              section="retenu", level="detail")  # fmt: skip
    retenu_impot = declared("Impôt prélevé", CENT, nature="impot", section="retenu",
                            level="detail")  # fmt: skip
    retenu_compte = declared("Réserve et solde du compte", CENT, nature="paiement",
                             section="retenu", level="detail")  # fmt: skip
    retenu_net = declared("Net avant impôt", CENT, section="retenu", level="detail")

    hausse = part(Variante, "{}, honoraires en hausse", section="variantes", level="detail")
    frais_1 = part(Variante, "{}, autres frais de gestion", section="variantes", level="detail")
    frais_2 = part(Variante, "{}, encore d’autres frais", section="variantes", level="detail")
