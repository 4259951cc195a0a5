"""The lines of a year of a micro-entrepreneur."""

from calculators.catalogue.micro_entrepreneur.inputs import MicroEntrepreneurInputs
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part, part, table
from calculators.kit.units import CENT, PERCENT, PERCENT_CENT
from calculators.law.foyer import Foyer
from calculators.law.impot_revenu import Impot
from calculators.law.micro.annee import Annee
from calculators.law.micro.plafonds import UnPlafond
from calculators.law.micro.retraite import Retraite


class UnMois(Part):
    """A month, its even share of the year: the step that a change of rate makes is seen."""

    recettes = declared("Recettes", CENT)
    depenses = declared("Marchandises et frais", CENT, nature="marchandises")
    prelevements = declared("Cotisations", CENT, nature="cotisations")
    impot = declared("Impôt", CENT, nature="impot")
    reste = declared("Reste", CENT, nature="reste")


class MicroEntrepreneur(Sheet):
    """From the turnover of the year to what is left of it."""

    inputs: MicroEntrepreneurInputs

    reste = declared(
        "Il vous reste", CENT, nature="reste", section="resultat", level="key",
        help="Après les marchandises, les frais, les cotisations et l’impôt.",
    )  # fmt: skip
    reste_mensuel = declared("Par mois d’activité", CENT, section="resultat", level="detail")
    part_reste = declared(
        "Part du chiffre d’affaires", PERCENT_CENT, unit=PERCENT, section="resultat",
        level="detail",
    )  # fmt: skip

    micro = part(Annee, bare=True)

    cout_achats = declared(
        "Marchandises", CENT, nature="marchandises", section="couts",
        help="Jamais déduites des cotisations.",
    )  # fmt: skip
    cout_transport = declared("Expéditions", CENT, nature="transport", section="couts")
    frais_proportionnels = declared(
        "Frais proportionnels", CENT, nature="paiement", section="couts"
    )
    autres_frais = declared("Autres frais de vente", CENT, nature="plateforme", section="couts")
    charges_fixes = declared("Frais fixes et CFE", CENT, nature="frais_fixes", section="couts")
    depenses = declared("Marchandises et frais", CENT, section="couts", level="total")

    foyer = part(Foyer, section="foyer")
    abattement = declared(
        "Abattement pour frais", CENT, section="foyer", level="detail",
        help="Il ne sert qu’à l’impôt : 71, 50 ou 34 % selon l’activité, 305 € au moins.",
    )  # fmt: skip
    revenu_abattu = declared("Revenu imposable de l’activité", CENT, section="foyer")
    avec = part(Impot, "{}, avec l’activité", section="impot_foyer", level="detail")
    sans = part(Impot, "{}, sans l’activité", section="impot_foyer", level="detail")
    autres = part(
        Impot, "{}, vos autres revenus sous versement libératoire", section="impot_foyer",
        level="detail",
    )  # fmt: skip

    impot_marginal = declared(
        "Impôt au barème que l’activité ajoute", CENT, nature="impot", section="impot",
        help="L’impôt du foyer avec l’activité, moins celui sans elle.",
    )  # fmt: skip
    impot_propre = declared(
        "Part de l’activité dans l’impôt du foyer", CENT, section="impot", level="detail",
        help="À proportion de son revenu : l’impôt du foyer partagé, non ce qu’elle ajoute.",
    )  # fmt: skip
    effet_versement = declared(
        "Impôt en plus sur vos autres revenus", CENT, nature="impot", section="impot",
        unsure=True,
        help="Sous versement libératoire, le revenu de l’activité compte dans leur taux.",
    )  # fmt: skip
    cout_versement = declared(
        "Coût de l’impôt au versement libératoire", CENT, section="impot", level="total"
    )
    gain_versement = declared(
        "Ce que le versement libératoire fait gagner", CENT, section="impot", level="detail",
        help="Négatif, c’est le barème qui coûte le moins.",
    )  # fmt: skip
    impot_retenu = declared(
        "Impôt compté dans ce qu’il reste", CENT, nature="impot", section="impot", level="total"
    )
    plafond_rfr = declared(
        "Revenu de référence maximal pour opter", CENT, section="impot", level="detail",
        help="Pour vos parts de cette année ; la loi compte celles d’il y a deux ans.",
    )  # fmt: skip

    net_avant_impot = declared("Net avant impôt", CENT, section="simulateur")
    net_apres_impot = declared("Net après impôt", CENT, section="simulateur")
    depassement_vl = declared(
        "Revenu au-delà du plafond du versement libératoire", CENT, section="simulateur"
    )

    mois = table(UnMois, "Mois par mois", head="Mois")
    plafonds = table(UnPlafond, "Vos plafonds", head="Régime")
    retraite = part(Retraite, bare=True)

    tva_sur_ventes = declared("TVA sur vos ventes au même prix", CENT, section="tva")
    cout_sortie_franchise = declared(
        "Ce que coûterait la sortie de la franchise", CENT, section="tva", level="total",
        help="La TVA de vos ventes au même prix, moins celle que vous récupéreriez.",
    )  # fmt: skip

    penalite = declared("Pénalité par déclaration oubliée", CENT, section="obligations")
    marque_necessaire = declared(
        "Taux de marque qu’il faut", PERCENT_CENT, unit=PERCENT, section="objectif"
    )
