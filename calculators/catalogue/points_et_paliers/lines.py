"""The lines of a programme, by its kind."""

from calculators.catalogue.points_et_paliers.inputs import PointsEtPaliersInputs
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part, table
from calculators.kit.units import CENT, MILLIONTH, NUMBER, PERCENT, PERCENT_CENT, UNIT


class UneTranche(Part):
    """A slice of the basket."""

    assiette = declared("Part du panier", MILLIONTH)
    taux_points = declared("Points par euro", MILLIONTH, unit=NUMBER)
    points_tranche = declared("Points", MILLIONTH, unit=NUMBER)


class UnBoost(Part):
    """A period of multiplied points, on the day of the order."""

    actif = declared("En cours ce jour-là", UNIT, unit=NUMBER)
    facteur = declared("Points multipliés par", MILLIONTH, unit=NUMBER)


class UneRecompense(Part):
    """What an action is worth, once and over a year."""

    points_action = declared("Points", UNIT, unit=NUMBER)
    valeur = declared("Valeur", CENT)
    cout_annuel = declared("Par membre et par an", CENT)


class UnNiveau(Part):
    """A level, seen from this member."""

    seuil_niveau = declared("À partir de", CENT)
    taux_niveau = declared("Remise", PERCENT_CENT, unit=PERCENT)
    commandes_niveau = declared("Commandes pour l’atteindre", UNIT, unit=NUMBER)
    manque = declared("Reste à dépenser", CENT)
    cout_seuil = declared("Remise à ce seuil", CENT)


class PointsEtPaliers(Sheet):
    """From an order to the effective discount."""

    inputs: PointsEtPaliersInputs

    remise = declared(
        "Remise effective", PERCENT_CENT, unit=PERCENT, section="resultat", level="key",
        help="Ce que le client gagne, en part de ses achats.",
    )  # fmt: skip
    remise_recue = declared(
        "La même, en part de tout ce qu’il reçoit", PERCENT_CENT, unit=PERCENT,
        section="resultat", level="detail", help="Gain ÷ (achats + gain).",
    )  # fmt: skip
    remise_payee = declared(
        "La même, en part de ce qu’il paie", PERCENT_CENT, unit=PERCENT, section="resultat",
        level="detail", help="À comparer aux points et au cashback, comptés ainsi.",
    )  # fmt: skip

    tranches_panier = table(UneTranche, "Points, tranche par tranche", head="Tranche")
    boosts_jour = table(UnBoost, "Périodes de bonus", head="Période")
    actions_valeur = table(UneRecompense, "Actions récompensées", head="Action")
    niveaux_membre = table(UnNiveau, "Les niveaux, vus de ce membre", head="Niveau")

    points_base = declared("Points avant bonus", MILLIONTH, unit=NUMBER, section="points")
    points_habituels = declared(
        "Points d’une commande, sans bonus", UNIT, unit=NUMBER, section="points", level="detail",
        help="Arrondis à l’unité inférieure.",
    )  # fmt: skip
    boosts_actifs = declared(
        "Bonus en cours ce jour-là", UNIT, unit=NUMBER, section="points", level="detail"
    )
    facteur_jour = declared(
        "Points multipliés par", MILLIONTH, unit=NUMBER, section="points",
        help="Selon la règle choisie quand plusieurs bonus se recouvrent.",
    )  # fmt: skip
    points_gagnes = declared(
        "Points de cette commande", UNIT, unit=NUMBER, section="points", level="total",
        help="Bonus compris, arrondis à l’unité inférieure.",
    )  # fmt: skip

    cashback = declared("Cashback avant plafond", CENT, section="gain", level="detail")
    achats_membre = declared(
        "Achats au prix affiché", CENT, section="gain",
        help="D’une carte à tampons : les achats offerts compris.",
    )  # fmt: skip
    taux_atteint = declared(
        "Remise du niveau atteint", PERCENT_CENT, unit=PERCENT, section="gain", level="detail"
    )
    remises = declared("Remises de l’année", CENT, nature="plateforme", section="gain")
    cotisation_payee = declared("Cotisation de l’année", CENT, section="gain")
    encaisse_et_remises = declared(
        "Achats et cotisation", CENT, section="gain", level="detail",
        help="Au prix affiché, avant les remises.",
    )  # fmt: skip
    avantage = declared(
        "Ce que gagne le client", CENT, nature="plateforme", section="gain", level="total",
        help="Et ce que le programme coûte à la boutique, à sa valeur pour le client.",
    )  # fmt: skip

    depense_rentable = declared(
        "Dépense par an qui rembourse la cotisation", CENT, section="adhesion",
        help="Cotisation ÷ remise.",
    )  # fmt: skip
    commandes_rentables = declared(
        "Commandes qui la remboursent", UNIT, unit=NUMBER, section="adhesion", level="total"
    )

    objectif = declared("Première récompense", UNIT, unit=NUMBER, section="recompense")
    valeur_recompense = declared("Sa valeur", CENT, section="recompense", level="detail")
    commandes_recompense = declared(
        "Commandes pour l’obtenir", UNIT, unit=NUMBER, section="recompense", level="total",
        help="À ce panier, sans bonus.",
    )  # fmt: skip

    points_du_membre = declared("Points du membre", UNIT, unit=NUMBER, section="membre")
    progression = declared(
        "Chemin fait vers la récompense", PERCENT_CENT, unit=PERCENT, section="membre",
        help="100 % quand elle est acquise.",
    )  # fmt: skip
    commandes_restantes = declared(
        "Commandes qui restent à faire", UNIT, unit=NUMBER, section="membre", level="detail"
    )
    valeur_acquise = declared("Valeur de ses points", CENT, section="membre")
    cout_depart = declared(
        "Ce qu’il perdrait en partant", CENT, section="membre", level="total",
        help="Ses points, et ses autres avantages d’une année.",
    )  # fmt: skip

    cout_actions = declared("Actions, par membre et par an", CENT, section="actions")
    remise_annuelle = declared(
        "Remise effective, actions comprises", PERCENT_CENT, unit=PERCENT, section="actions",
        level="total", help="Sur une année de commandes à ce panier, sans bonus.",
    )  # fmt: skip

    marchandises = declared(
        "Coût des achats du client", CENT, nature="marchandises", section="marge"
    )
    marge_achats = declared("Marge avant le programme", CENT, section="marge")
    part_marge = declared(
        "Part de la marge rendue au client", PERCENT_CENT, unit=PERCENT, section="marge",
        level="total",
    )  # fmt: skip
    garde = declared("Ce qu’il vous reste", CENT, nature="reste", section="marge")

    usage_min = declared(
        "Remise d’usage, au moins", PERCENT_CENT, unit=PERCENT, section="reperes", level="detail"
    )
    usage_max = declared(
        "Remise d’usage, au plus", PERCENT_CENT, unit=PERCENT, section="reperes", level="detail"
    )
    erosion_max = declared(
        "Marge entamée au-delà de", PERCENT_CENT, unit=PERCENT, section="reperes", level="detail"
    )
    smile_min = declared(
        "Smile.io, au moins", PERCENT_CENT, unit=PERCENT, section="reperes", level="detail"
    )
    smile_max = declared(
        "Smile.io, au plus", PERCENT_CENT, unit=PERCENT, section="reperes", level="detail"
    )
    recompense_max = declared(
        "Première récompense, commandes au plus", UNIT, unit=NUMBER, section="reperes",
        level="detail",
    )  # fmt: skip
