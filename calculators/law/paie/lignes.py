"""The lines of a payslip: contributions stay exact, what adds them up is put on the cent once."""

from decimal import Decimal

from calculators.kit.lines import declared
from calculators.kit.parts import Part
from calculators.kit.units import CENT, EXACT, NUMBER, PERCENT, PERCENT_CENT, Rounding

COEFFICIENT = Rounding("arrondi à quatre décimales", Decimal("0.0001"), 4)


class _Assiettes(Part):
    """What the percentages apply to."""

    brut = declared("Salaire brut", CENT, section="assiettes", level="total")
    reintegration = declared(
        "Prévoyance et santé réintégrées", CENT, section="assiettes", level="detail",
        help="Part patronale au-delà de 6 % du Pass et 1,5 % du brut : CSS D242-1.",
    )  # fmt: skip
    assiette = declared("Assiette des cotisations", CENT, section="assiettes", level="detail")
    tranche_1 = declared(
        "Tranche 1", CENT, section="assiettes", level="detail", help="Jusqu’au PMSS."
    )
    tranche_2 = declared(
        "Tranche 2", CENT, section="assiettes", level="detail", help="Du PMSS à huit fois le PMSS."
    )
    quatre_plafonds = declared(
        "Assiette jusqu’à quatre plafonds", CENT, section="assiettes", level="detail",
        help="Chômage, garantie des salaires et Apec s’arrêtent à quatre fois le PMSS.",
    )  # fmt: skip
    assiette_cet = declared(
        "Assiette de la CET", CENT, section="assiettes", level="detail",
        help="Tout le salaire jusqu’à huit fois le PMSS, dès qu’il dépasse le PMSS.",
    )  # fmt: skip
    assiette_csg = declared(
        "Assiette de la CSG et de la CRDS", EXACT, section="assiettes", level="detail",
        help="Le brut moins 1,75 % jusqu’à quatre fois le PMSS, et la part patronale de prévoyance "
        "et de santé : CSS L136-1-1 et L136-2.",
    )  # fmt: skip


def _patronale(label: str, help: str = "") -> declared:
    return declared(label, EXACT, nature="cotisations", section="employeur", help=help)


def _salariale(label: str, help: str = "") -> declared:
    return declared(label, EXACT, nature="cotisations", section="salarie", help=help)


class _Employeur(_Assiettes):
    """What the employer pays on top of the gross."""

    maladie = _patronale("Maladie, maternité, invalidité, décès")
    vieillesse_plafonnee = _patronale("Vieillesse plafonnée")
    vieillesse_deplafonnee = _patronale("Vieillesse déplafonnée")
    famille = _patronale("Allocations familiales")
    chomage = _patronale("Chômage")
    ags = _patronale("Garantie des salaires (AGS)")
    atmp = _patronale("Accidents du travail et maladies professionnelles")
    retraite_t1 = _patronale("Retraite complémentaire, tranche 1")
    retraite_t2 = _patronale("Retraite complémentaire, tranche 2")
    ceg_t1 = _patronale("Contribution d’équilibre général, tranche 1")
    ceg_t2 = _patronale("Contribution d’équilibre général, tranche 2")
    cet = _patronale("Contribution d’équilibre technique")
    apec = _patronale("Apec")
    prevoyance = _patronale("Prévoyance")
    sante_employeur = _patronale("Complémentaire santé")
    fnal = _patronale("Fonds national d’aide au logement")
    csa = _patronale("Solidarité pour l’autonomie")
    dialogue_social = _patronale("Dialogue social")
    peec = _patronale("Effort de construction")
    mobilite = _patronale("Versement mobilité")
    formation = _patronale("Formation professionnelle")
    formation_conventionnelle = _patronale("Formation professionnelle, part conventionnelle")
    cpf_cdd = _patronale("Compte personnel de formation des CDD")
    apprentissage = _patronale("Taxe d’apprentissage")
    apprentissage_supplementaire = _patronale("Contribution supplémentaire à l’apprentissage")
    forfait_social = _patronale("Forfait social", "8 % de la prévoyance et de la santé patronales.")
    seuil_reduction = declared(
        "Salaire où la réduction générale s’annule", CENT, section="employeur", level="detail"
    )
    coefficient_reduction = declared(
        "Coefficient de la réduction générale", COEFFICIENT, unit=NUMBER,
        section="employeur", level="detail", help="CSS D241-7, II.",
    )  # fmt: skip
    reduction_generale = declared(
        "Réduction générale des cotisations", EXACT, section="employeur", level="detail",
        help="Calculée sur le mois, sans la régularisation de l’année : CSS L241-13.",
    )  # fmt: skip
    cotisations_employeur = declared(
        "Cotisations patronales", CENT, nature="cotisations", section="employeur", level="total",
        help="Réduction générale déduite.",
    )  # fmt: skip
    cout = declared("Coût total pour l’employeur", CENT, section="employeur", level="total")


class Paie(_Employeur):
    """A month's payslip, from the gross to the employer's cost and to the net."""

    maladie_salarie = _salariale("Maladie, régime local d’Alsace-Moselle")
    vieillesse_plafonnee_salarie = _salariale("Vieillesse plafonnée")
    vieillesse_deplafonnee_salarie = _salariale("Vieillesse déplafonnée")
    retraite_t1_salarie = _salariale("Retraite complémentaire, tranche 1")
    retraite_t2_salarie = _salariale("Retraite complémentaire, tranche 2")
    ceg_t1_salarie = _salariale("Contribution d’équilibre général, tranche 1")
    ceg_t2_salarie = _salariale("Contribution d’équilibre général, tranche 2")
    cet_salarie = _salariale("Contribution d’équilibre technique")
    apec_salarie = _salariale("Apec")
    prevoyance_salarie = _salariale("Prévoyance")
    sante_salarie = _salariale("Complémentaire santé")
    csg_deductible = _salariale("CSG déductible")
    csg_non_deductible = _salariale("CSG non déductible")
    crds = _salariale("CRDS")
    cotisations_salarie = declared(
        "Cotisations salariales", CENT, nature="cotisations", section="salarie", level="total"
    )
    net_avant_impot = declared("Net à payer avant impôt", CENT, section="net", level="total")
    prevoyance_imposable = declared(
        "Prévoyance au-delà de la limite déductible", CENT, section="net", level="detail",
        help="5 % du Pass et 2 % du brut, sans la part patronale de santé : CGI 83, 1° quater.",
    )  # fmt: skip
    net_imposable = declared(
        "Net imposable", CENT, section="net",
        help="Le net, la CSG non déductible, la CRDS et la part patronale de santé.",
    )  # fmt: skip
    base_prelevement = declared("Base du prélèvement à la source", CENT, section="net",
                                level="detail")  # fmt: skip
    taux_prelevement = declared(
        "Taux du prélèvement à la source", PERCENT_CENT, unit=PERCENT, section="net"
    )
    prelevement = declared("Prélèvement à la source", CENT, nature="impot", section="net")
    net_paye = declared("Net payé après impôt", CENT, nature="reste", section="net", level="key")
