"""The lines of a year as it goes."""

from calculators.catalogue.suivi_micro.inputs import SuiviMicroInputs
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part, part, table
from calculators.kit.units import CENT
from calculators.law.micro.annee import Annee
from calculators.law.micro.plafonds import UnMoisConnu, UnPlafond
from calculators.law.micro.releve import UneAssiette


class UnePeriode(Part):
    """A period of declaration: what came in, what went out."""

    recettes = declared("Recettes", CENT)
    cumul = declared("Cumul", CENT)
    achats = declared("Achats", CENT, nature="marchandises")
    frais = declared("Frais", CENT, nature="frais_fixes")
    cotisations = declared("Cotisations", CENT, nature="cotisations")
    impot = declared("Impôt", CENT, nature="impot")
    reste = declared("Reste", CENT, nature="reste")


class SuiviMicro(Sheet):
    """From the receipts of each month to what is declared and left."""

    inputs: SuiviMicroInputs

    reste = declared(
        "Il vous reste", CENT, nature="reste", section="resultat", level="key",
        help="Recettes − achats − frais − cotisations − versement libératoire.",
    )  # fmt: skip
    a_payer = declared(
        "À payer à l’Urssaf depuis le début de l’année", CENT, section="resultat", level="detail"
    )

    periodes = table(UnePeriode, "Période par période", head="Période")
    micro = part(Annee, bare=True)
    plafonds = table(UnPlafond, "Vos plafonds", head="Régime")
    assiettes = table(
        UneAssiette, "Recettes à déclarer, remboursements reportés", head="Période", folded=True
    )
    mois = table(UnMoisConnu, "Recettes mois par mois", head="Mois", folded=True)
    autre_rythme = table(UneAssiette, "Déclaré à l’autre rythme", head="Période", folded=True)

    recettes = declared(
        "Recettes encaissées", CENT, section="recette", level="total",
        help="Remboursements déduits, au centime ; ce qui se déclare est arrondi à l’euro.",
    )  # fmt: skip
    achats = declared("Achats", CENT, nature="marchandises", section="couts")
    frais = declared("Frais", CENT, nature="frais_fixes", section="couts")

    recettes_projetees = declared("Recettes de l’année", CENT, section="projection")
    prelevements_projetes = declared(
        "Cotisations et contributions de l’année", CENT, section="projection",
        help="En proportion des recettes : un taux qui changerait d’ici là n’est pas prévu.",
    )  # fmt: skip

    cotisations_autrement = declared(
        "Cotisations, déclarées à l’autre rythme", CENT, section="arrondis", level="detail"
    )
    ecart_arrondis = declared(
        "Ce que l’autre rythme changerait", CENT, section="arrondis", level="detail",
        help="Les arrondis à l’euro ne tombent pas au même endroit.",
    )  # fmt: skip

    reports = declared("Remboursements à reporter", CENT, section="obligations", level="detail")
    penalite = declared("Pénalité par déclaration oubliée", CENT, section="obligations")
