"""The lines of each status, then the statuses side by side."""

from calculators.catalogue.comparateur_statuts.inputs import ComparateurStatutsInputs
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part, part, table
from calculators.kit.units import CENT, EURO
from calculators.law.foyer import Foyer
from calculators.law.impot_revenu import Impot
from calculators.law.independants import Independant
from calculators.law.micro.annee import Annee
from calculators.law.paie import SANS_OBJET, Paie
from calculators.law.societe import Dividendes, Societe

# What a payslip in portage has by a choice that is not asked here: it is the month's calculator.
SANS_CHOIX = frozenset({
    "mobilite", "cpf_cdd", "apprentissage_supplementaire", "maladie_salarie",
    "prevoyance_salarie", "base_prelevement", "taux_prelevement", "prelevement", "net_paye",
})  # fmt: skip


class UnStatut(Part):
    """One status, from the same turnover to what is left."""

    recettes = declared("Chiffre d’affaires", CENT)
    couts = declared("Coûts", CENT, nature="marchandises")
    cotisations = declared("Cotisations", CENT, nature="cotisations")
    impot = declared("Impôts", CENT, nature="impot")
    reserve = declared("Laissé dans la société", CENT, nature="frais_fixes", absent="—")
    reste = declared("Net après tout", CENT, nature="reste")
    cout_un_euro = declared("Ce qu’il faut gagner pour un euro net", CENT)


class SalaireAnnuel(Part):
    """Twelve months of the same payslip, at the payroll rates of January."""

    cout = declared(
        "Coût du salaire de l’année", CENT, level="total",
        help="Douze mois pareils, au barème de paie de janvier.",
    )  # fmt: skip
    cotisations = declared(
        "Cotisations de l’année", CENT, nature="cotisations",
        help="Celles de l’employeur et celles qui sont retenues sur le salaire.",
    )  # fmt: skip
    net = declared("Net de l’année avant impôt", CENT, level="total")
    imposable = declared("Salaire imposable", CENT)
    deduction = declared(
        "Déduction de 10 % du salaire", EURO, level="detail",
        help="Avec vos autres salaires, jusqu’au maximum de l’année : CGI 83, 3°.",
    )  # fmt: skip


class ComparateurStatuts(Sheet):
    """From the same year to what each status leaves of it."""

    inputs: ComparateurStatutsInputs

    meilleur = declared(
        "Ce que laisse le statut qui laisse le plus", CENT, nature="reste", section="resultat",
        level="key",
        help="Parmi les statuts possibles : la micro-entreprise n’en est plus au-delà de son "
        "plafond. Ce qui reste dans la société n’y est pas compté.",
    )  # fmt: skip
    second = declared(
        "Ce que laisse le statut suivant", CENT, section="resultat",
        help="Les deux options de la micro-entreprise sont un seul statut.",
    )  # fmt: skip
    avance = declared("Avance sur le suivant", CENT, section="resultat")

    ecart_micro_reel = declared(
        "Ce que la micro-entreprise laisse de plus que le réel", CENT, section="resultat",
        help="La meilleure de ses deux options, contre la meilleure des autres lignes. "
        "Négatif, c’est le réel ou une société qui laisse le plus.",
    )  # fmt: skip

    statuts = table(UnStatut, "Les statuts côte à côte", head="Statut")

    chiffre_affaires = declared("Chiffre d’affaires", CENT, section="couts", level="total")
    frais_proportionnels = declared(
        "Coûts proportionnels", CENT, nature="marchandises", section="couts"
    )
    cout_achats = declared("Marchandises", CENT, nature="marchandises", section="couts")
    charges_fixes = declared("Frais fixes", CENT, nature="frais_fixes", section="couts")
    depenses = declared("Coûts", CENT, section="couts", level="total")
    depenses_reel = declared(
        "Coûts hors micro-entreprise", CENT, section="couts", level="total",
        help="Avec les frais qu’une comptabilité complète ajoute.",
    )  # fmt: skip
    resultat_reel = declared(
        "Résultat avant cotisations", CENT, section="couts", level="total",
        help="Au réel, les cotisations et l’impôt portent sur lui ; en micro-entreprise, sur le "
        "chiffre d’affaires.",
    )  # fmt: skip

    foyer = part(Foyer, section="foyer")
    sans = part(Impot, "{}, sans l’activité", section="foyer", level="detail")

    micro = part(Annee, "{}, micro", section="micro")
    plafond_micro = declared(
        "Plafond du régime micro", CENT, section="micro",
        help="En proportion des jours l’année de la création.",
    )  # fmt: skip
    depassement = declared("Chiffre d’affaires au-delà du plafond", CENT, section="micro")
    abattement = declared(
        "Abattement pour frais", CENT, section="micro", level="detail",
        help="Il ne sert qu’à l’impôt ; les coûts réels ne comptent pas.",
    )  # fmt: skip
    revenu_abattu = declared("Revenu imposable, micro", CENT, section="micro")
    avec_micro = part(Impot, "{}, micro", section="micro", level="detail")
    impot_micro = declared(
        "Impôt au barème que l’activité ajoute, micro", CENT, nature="impot", section="micro"
    )
    autres = part(
        Impot, "{}, vos autres revenus sous versement libératoire", section="micro",
        level="detail",
    )  # fmt: skip
    effet_versement = declared(
        "Impôt en plus sur vos autres revenus", CENT, nature="impot", section="micro", unsure=True,
        help="Sous versement libératoire, le revenu de l’activité compte dans leur taux.",
    )  # fmt: skip
    cout_versement = declared(
        "Coût de l’impôt au versement libératoire", CENT, nature="impot", section="micro"
    )
    plafond_rfr = declared(
        "Revenu de référence maximal pour opter", CENT, section="micro", level="detail"
    )

    ei = part(Independant, "{}, EI", section="ei")
    avec_ei = part(Impot, "{}, EI", section="ei", level="detail")
    impot_ei = declared(
        "Impôt que l’activité ajoute, EI", CENT, nature="impot", section="ei", level="total"
    )

    eurl = part(Independant, "{}, EURL", section="eurl")
    avec_eurl = part(Impot, "{}, EURL", section="eurl", level="detail")
    impot_eurl = declared(
        "Impôt que l’activité ajoute, EURL", CENT, nature="impot", section="eurl", level="total"
    )

    remuneration = declared(
        "Rémunération, cotisations comprises", CENT, section="mixte",
        help="Une part du résultat ; rien si l’année est une perte.",
    )  # fmt: skip
    societe = part(Societe, section="mixte")
    reserve_societe = declared(
        "Laissé dans la société", CENT, nature="frais_fixes", section="mixte",
        help="Ni taxé chez vous, ni compté dans le net : il le sera à sa sortie.",
    )  # fmt: skip
    dividendes = part(Dividendes, section="mixte")
    mixte = part(Independant, "{}, rémunération et dividendes", section="mixte")
    avec_mixte = part(Impot, "{}, rémunération et dividendes", section="mixte", level="detail")
    impot_mixte = declared(
        "Impôt que l’activité ajoute, rémunération et dividendes", CENT, nature="impot",
        section="mixte", level="total",
        help="Celui du barème ; l’impôt sur les sociétés et le forfait sont à part.",
    )  # fmt: skip

    budget_mensuel = declared(
        "Budget d’un mois de salaire", CENT, section="sasu",
        help="Le douzième du résultat, au centime inférieur : ce que la paie peut coûter.",
    )  # fmt: skip
    bulletin = part(Paie, "{}, SASU", without=SANS_OBJET)
    sasu = part(SalaireAnnuel, "{}, SASU", section="sasu")
    avec_sasu = part(Impot, "{}, SASU", section="sasu", level="detail")
    impot_sasu = declared(
        "Impôt que l’activité ajoute, SASU", CENT, nature="impot", section="sasu", level="total"
    )
    reliquat = part(
        Societe, "{}, ce que le salaire laisse à la SASU", section="sasu", level="detail"
    )
    reserve_sasu = declared(
        "Laissé dans la SASU", CENT, nature="frais_fixes", section="sasu",
        help="Ce qu’aucun salaire au centime ne consomme, après impôt.",
    )  # fmt: skip

    benefice = part(Societe, "{}, SASU en dividendes", section="sasu_dividendes")
    reserve_distribue = declared(
        "Laissé dans la SASU en dividendes", CENT, nature="frais_fixes", section="sasu_dividendes",
        help="Ni taxé chez vous, ni compté dans le net : il le sera à sa sortie.",
    )  # fmt: skip
    distribue = part(
        Dividendes, "{}, SASU", section="sasu_dividendes", without={"dividendes_cotises"}
    )
    avec_distribue = part(
        Impot, "{}, dividendes de SASU", section="sasu_dividendes", level="detail"
    )
    impot_distribue = declared(
        "Impôt que les dividendes ajoutent, SASU", CENT, nature="impot",
        section="sasu_dividendes", level="total",
        help="Celui du barème, compté si vous l’avez choisi ; l’impôt sur les sociétés est à part.",
    )  # fmt: skip
    gain_autre_imposition = declared(
        "Ce que l’autre impôt sur les dividendes laisserait de plus, SASU", CENT,
        section="sasu_dividendes",
        help="Forfait contre barème : l’option vaut pour tous les revenus du capital du foyer.",
    )  # fmt: skip
    net_autre_imposition = declared(
        "Net sous l’autre impôt sur les dividendes, SASU", CENT, section="sasu_dividendes"
    )

    frais_portage = declared(
        "Frais de gestion de l’année, portage", CENT, nature="plateforme", section="portage"
    )
    budget_portage = declared(
        "Budget d’un mois de salaire, portage", CENT, section="portage",
        help="Le douzième du chiffre d’affaires moins les frais de gestion et les coûts, au "
        "centime inférieur.",
    )  # fmt: skip
    bulletin_portage = part(
        Paie, "{}, portage", section="portage", level="detail", without=SANS_CHOIX
    )
    portage = part(SalaireAnnuel, "{}, portage", section="portage")
    avec_portage = part(Impot, "{}, portage", section="portage", level="detail")
    impot_portage = declared(
        "Impôt que l’activité ajoute, portage", CENT, nature="impot", section="portage",
        level="total",
    )  # fmt: skip
    solde_portage = declared(
        "Laissé sur le compte d’activité, portage", CENT, nature="frais_fixes", section="portage",
        help="Ce qu’aucun salaire au centime ne consomme : il reste à vous.",
    )  # fmt: skip

    ancien = part(Independant, "{}, ancienne assiette", section="ancien", level="detail")
    cotisations_anciennes = declared(
        "Cotisations de l’EI sur l’ancienne assiette", CENT, section="ancien",
        help="Les règles d’avant 2025, que le comparateur officiel montre encore.",
    )  # fmt: skip
    ecart_assiette = declared(
        "Ce que la réforme change pour l’EI", CENT, section="ancien",
        help="Cotisations d’aujourd’hui moins celles de l’ancienne assiette.",
    )  # fmt: skip

    micro_retenu = declared(
        "Net de la micro-entreprise, sa meilleure option", CENT, section="micro", level="detail",
        help="Au barème ou sous versement libératoire, s’il n’est pas fermé par le revenu de "
        "référence. Au-delà du plafond, il reste calculé.",
    )  # fmt: skip
    classe_micro = declared(
        "Net retenu pour le classement, micro", CENT, section="micro", level="detail",
        help="Derrière les autres quand le plafond est dépassé.",
    )  # fmt: skip
    classe_versement = declared(
        "Net retenu pour le classement, versement libératoire", CENT, section="micro",
        level="detail", help="De même quand le revenu de référence ne permet pas l’option.",
    )  # fmt: skip
    retenu_couts = declared(
        "Coûts, statut qui laisse le plus", CENT, nature="marchandises", section="retenu",
        level="detail",
    )  # fmt: skip
    retenu_cotisations = declared(
        "Cotisations, statut qui laisse le plus", CENT, nature="cotisations", section="retenu",
        level="detail",
    )  # fmt: skip
    retenu_impot = declared(
        "Impôts, statut qui laisse le plus", CENT, nature="impot", section="retenu",
        level="detail",
    )  # fmt: skip
    retenu_reserve = declared(
        "Laissé dans la société, statut qui laisse le plus", CENT, nature="frais_fixes",
        section="retenu", level="detail",
    )  # fmt: skip
