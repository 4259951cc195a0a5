"""The lines of a comparison: each euro of each quote, what is announced, what it is worth."""

from calculators.catalogue.comparer_societes_portage.inputs import ComparerSocietesPortageInputs
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part, table
from calculators.kit.units import CENT, HUNDREDTHS, NUMBER, PERCENT, PERCENT_CENT, UNIT


class UneRepartition(Part):
    """Where each euro of the turnover goes: the cells of a row add up to it."""

    ca = declared("Facturé", CENT)
    frais = declared("Frais de gestion", CENT, nature="plateforme",
                     help="Le pourcentage et le forfait, dans la limite du plafond.")  # fmt: skip
    autres = declared("Autres charges", CENT, nature="frais_fixes")
    reserve = declared(
        "Réserve", CENT, nature="paiement",
        help="À vous, mais pour plus tard : elle n’est pas dans le net.",
    )  # fmt: skip
    employeur = declared("Cotisations patronales", CENT, nature="cotisations")
    salarie = declared("Cotisations salariales", CENT, nature="cotisations")
    net = declared("Net avant impôt", CENT, nature="reste")
    solde = declared(
        "Reste sur le compte", CENT, nature="tva",
        help="Ce qu’aucun brut au centime ne consomme ; à vous.",
    )  # fmt: skip
    inexplique = declared(
        "Inexpliqué", CENT, nature="impot",
        help="Ce que ni les frais ni les lignes légales du salaire annoncé ne prennent, et ce qui "
        "manque au net annoncé. En dessous d’un euro, c’est un arrondi.",
    )  # fmt: skip


class UneSynthese(Part):
    """A quote in a few numbers."""

    enveloppe = declared(
        "Ce qui paie le salaire", CENT,
        help="Le facturé moins les frais, les autres charges et la réserve.",
    )  # fmt: skip
    brut_possible = declared(
        "Brut possible", CENT,
        help="Le plus haut dont le coût tient dans ce qui paie le salaire. Aucun si la "
        "complémentaire santé n’en laisserait rien.",
    )  # fmt: skip
    brut = declared(
        "Brut retenu", CENT,
        help="Celui de l’annonce, s’il est possible ; sinon le plus haut possible.",
    )  # fmt: skip
    brut_compare = declared(
        "Brut sans réserve", CENT,
        help="Celui que paierait tout ce que la société ne prend pas, réserve comprise.",
    )  # fmt: skip
    net_compare = declared(
        "Net comparé, sans réserve", CENT,
        help="Avant impôt. La réserve est à vous : elle est comptée comme un salaire du mois.",
    )  # fmt: skip
    part_net = declared(
        "Net, en % du facturé", PERCENT_CENT, unit=PERCENT,
        help="Le net par lequel les devis sont classés : sans réserve, s’il y en a une.",
    )  # fmt: skip
    part_frais = declared("Frais, en % du facturé", PERCENT_CENT, unit=PERCENT)
    frais_annee = declared("Frais sur l’année", CENT)
    pris = declared(
        "Pris par la société", CENT,
        help="Frais, autres charges et inexpliqué : ce qui n’est ni à vous ni aux caisses.",
    )  # fmt: skip
    de_moins = declared("De moins que le meilleur", CENT)


class UneAnnonce(Part):
    """What a quote announces beside what the envelope pays."""

    brut_vise = declared("Brut annoncé, ou celui du net annoncé", CENT)
    net_annonce = declared("Net annoncé", CENT)
    net_retrouve = declared("Net retrouvé", CENT)
    ecart_net = declared("Écart de net", CENT)
    net_manquant = declared(
        "Manque au net annoncé", CENT,
        help="Ce que le brut annoncé donne de plus que le net annoncé, au-delà d’un euro : "
        "inexpliqué, et ôté du net.",
    )  # fmt: skip
    non_pris = declared(
        "Non pris par ce salaire", CENT,
        help="Ce qui paie le salaire moins le coût du salaire annoncé, quand il est moindre.",
    )  # fmt: skip


class UneNote(Part):
    """What is had for the fee."""

    frais = declared("Frais de gestion", CENT)
    services = declared("Services compris", CENT)
    cout_net = declared("Frais moins services", CENT)
    note = declared("Note sur 5", HUNDREDTHS, unit=NUMBER,
                    help="Moyenne des notes données, pondérée par vos poids.")  # fmt: skip
    rang = declared("Rang", UNIT, unit=NUMBER)


class UneLigneLegale(Part):
    """A line of a payslip, quote by quote."""

    devis_1 = declared("Devis 1", CENT)
    devis_2 = declared("Devis 2", CENT)
    devis_3 = declared("Devis 3", CENT)
    devis_4 = declared("Devis 4", CENT)


class ComparerSocietesPortage(Sheet):
    """From the same invoice to what each company leaves of it."""

    inputs: ComparerSocietesPortageInputs

    meilleur = declared(
        "Ce que laisse le devis qui laisse le plus", CENT, nature="reste", section="resultat",
        level="key", help="Net avant impôt, par mois, comme si rien n’était mis en réserve.",
    )  # fmt: skip
    second = declared("Ce que laisse le suivant", CENT, section="resultat")
    avance = declared("Avance sur le suivant", CENT, section="resultat")
    etendue = declared("Du meilleur au dernier", CENT, section="resultat")
    etendue_annee = declared("Du meilleur au dernier, sur l’année", CENT, section="resultat",
                             help="Pour autant de mois facturés.")  # fmt: skip
    moins_pris = declared(
        "Ce que prend la société qui prend le moins", CENT, section="resultat", level="detail",
        help="Frais, autres charges et inexpliqué.",
    )  # fmt: skip
    salaire_minimum = declared(
        "Salaire minimum de l’échelon", CENT, section="resultat", unsure=True,
        help="En part du plafond de 2017, qui n’est plus revalorisé ; au prorata du temps de "
        "travail. L’avenant 12 n’a pas été lu.",
    )  # fmt: skip

    comparaison = table(UneRepartition, "Où va chaque euro du mois", head="Devis")
    synthese = table(UneSynthese, "Devis par devis", head="Devis")
    annonces = table(UneAnnonce, "Ce qu’ils annoncent, ce que nous trouvons", head="Devis")
    grille = table(UneNote, "Ce que vous avez pour ces frais", head="Devis")
    assiettes = table(
        UneLigneLegale, "Les assiettes, devis par devis", head="Ligne légale", folded=True,
        by_row=True,
    )  # fmt: skip
    employeur = table(
        UneLigneLegale, "Lignes légales de l’employeur", head="Ligne légale", folded=True,
        by_row=True,
    )  # fmt: skip
    salarie = table(
        UneLigneLegale, "Lignes légales du salarié", head="Ligne légale", folded=True,
        by_row=True,
    )  # fmt: skip
