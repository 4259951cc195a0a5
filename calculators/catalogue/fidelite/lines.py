"""The lines of a loyalty programme and its tables."""

from calculators.catalogue.fidelite.inputs import FideliteInputs
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part, table
from calculators.kit.units import (
    CENT,
    HUNDREDTHS,
    MILLIONTH,
    NUMBER,
    PERCENT,
    PERCENT_CENT,
    Rounding,
)
from calculators.law.fidelisation import TENTH

# Rates may part a member in two: whole people would not add up. Its grid says nothing to anyone.
PERSONNES = Rounding("", MILLIONTH.quantum, MILLIONTH.places)
SANS_COUT = "sans coût"
JAMAIS = "jamais"
AUCUNE = "aucune n’y suffit"
SANS_LIMITE = "sans limite"
SANS_MEMBRE = "aucun membre actif"


class UneAnnee(Part):
    """One year of the programme; what decides first, for a narrow screen."""

    net = declared("Net", CENT, nature="reste")
    cumul = declared("Net cumulé", CENT)
    gains = declared("Marge gagnée", CENT)
    couts = declared("Coûts", CENT)
    retour = declared("Retour", PERCENT_CENT, unit=PERCENT, absent=SANS_COUT)
    dus = declared("Points dus", CENT)


class UnScenario(Part):
    """The first year under one rise of the basket; what decides first, for a narrow screen."""

    hausse = declared("Hausse du panier", PERCENT_CENT, unit=PERCENT)
    net = declared("Net, 1re année", CENT, nature="reste")
    retour = declared("Retour", PERCENT_CENT, unit=PERCENT, absent=SANS_COUT)
    panier = declared("Panier", CENT)
    achats = declared("Achats des membres", CENT)
    gains = declared("Marge gagnée", CENT)
    couts = declared("Coûts", CENT)
    delai = declared("Délai, mois", TENTH, unit=NUMBER, absent=JAMAIS)


class UneClientele(Part):
    """The clients of one segment."""

    clients = declared("Clients", PERSONNES, unit=NUMBER)
    actifs = declared("Membres actifs", PERSONNES, unit=NUMBER)
    avant = declared("Achats avant", CENT)
    apres = declared("Achats après", CENT)
    hausse = declared("Hausse", CENT)
    marge = declared("Marge gagnée", CENT)


class UneValeur(Part):
    """What a client is worth."""

    annuelle = declared("Marge par an", CENT)
    simple = declared("Valeur à vie", CENT)
    nette = declared("Acquisition déduite", CENT)
    retention = declared("Selon la rétention", CENT, absent=SANS_LIMITE)


class UnRepere(Part):
    """What the article claims, applied to the user's figures."""

    bas = declared("Bas", CENT, unsure=True, absent=SANS_MEMBRE)
    milieu = declared("Milieu", CENT, unsure=True, absent=SANS_MEMBRE)
    haut = declared("Haut", CENT, unsure=True, absent=SANS_MEMBRE)


class Fidelite(Sheet):
    """From the members to what the programme leaves, and when."""

    inputs: FideliteInputs

    net_annee = declared(
        "Ce que laisse la première année", CENT, nature="reste", section="resultat", level="key",
        help="Marge gagnée grâce au programme, moins tout ce qu’il coûte.",
    )  # fmt: skip
    roi = declared(
        "Retour de la première année, sur la marge", PERCENT_CENT, unit=PERCENT,
        section="resultat", absent=SANS_COUT, help="(Marge gagnée − coûts) ÷ coûts.",
    )  # fmt: skip
    roi_suivant = declared(
        "Retour d’une année suivante", PERCENT_CENT, unit=PERCENT, section="resultat",
        absent=SANS_COUT, help="Sans la mise de départ.",
    )  # fmt: skip
    net_mensuel = declared(
        "Net par mois, hors mise de départ", CENT, section="resultat",
        help="Marge gagnée moins coûts de l’année, sur douze mois.",
    )  # fmt: skip
    delai_retour = declared(
        "Mois pour rembourser la mise de départ", TENTH, unit=NUMBER, section="resultat",
        absent=JAMAIS,
    )  # fmt: skip
    net_moitie = declared(
        "Première année avec des hausses moitié moindres", CENT, section="resultat",
        level="detail", help="Celles du panier et des achats par an, divisées par deux.",
    )  # fmt: skip
    net_article_bas = declared(
        "Première année avec la hausse de panier d’un article, le moins", CENT,
        section="resultat", level="detail", unsure=True,
        help="Vos autres réponses restent ; ni mesure ni prévision.",
    )  # fmt: skip
    net_article_haut = declared(
        "La même, le plus", CENT, section="resultat", level="detail", unsure=True
    )
    roi_ca = declared(
        "Ce qu’annoncerait un calcul sur le chiffre d’affaires", PERCENT_CENT, unit=PERCENT,
        section="ca", absent=SANS_COUT,
        help="(Chiffre d’affaires gagné − coûts) ÷ coûts : la marchandise y paraît gratuite.",
    )  # fmt: skip
    rapport_ca = declared(
        "Le même, sans retirer les coûts", PERCENT_CENT, unit=PERCENT, section="ca",
        absent=SANS_COUT, help="Chiffre d’affaires gagné ÷ coûts : certains sites l’affichent.",
    )  # fmt: skip
    ca_gagne = declared("Chiffre d’affaires gagné", CENT, section="ca", level="detail")

    annees = table(UneAnnee, "Les cinq premières années", head="Année")
    scenarios = table(
        UnScenario, "Votre hypothèse, et ce qu’affirme un article", head="Hypothèse sur le panier"
    )
    publics = table(UneClientele, "Par segment", head="Segment")
    valeurs = table(UneValeur, "Ce que vaut un client", head="Client")
    reperes = table(UnRepere, "Un article, sur vos chiffres (incertain)", head="Repère")

    membres = declared("Membres", PERSONNES, unit=NUMBER, section="membres", level="detail")
    membres_actifs = declared(
        "Membres actifs", PERSONNES, unit=NUMBER, section="membres", level="detail"
    )
    membres_autres = declared(
        "Autres membres", PERSONNES, unit=NUMBER, section="membres", level="detail"
    )
    achats_autres = declared(
        "Achats des autres membres", CENT, section="membres", level="detail",
        help="Comme avant : le programme n’y gagne rien.",
    )  # fmt: skip
    achats_avant = declared("Achats des membres actifs, avant", CENT, section="membres")
    achats_apres = declared("Achats des membres actifs, après", CENT, section="membres")
    ca_supplementaire = declared(
        "Achats en plus", CENT, section="membres", level="total",
        help="Seule la hausse compte, jamais tous les achats des membres.",
    )  # fmt: skip

    marge_supplementaire = declared("Marge sur les achats en plus", CENT, section="gains")
    ca_gardes = declared("Achats des clients gardés", CENT, section="gains", level="detail")
    marge_gardes = declared("Marge sur les clients gardés", CENT, section="gains")
    ca_parraines = declared("Achats des clients parrainés", CENT, section="gains", level="detail")
    marge_parraines = declared("Marge sur les clients parrainés", CENT, section="gains")
    gains = declared("Marge gagnée par an", CENT, section="gains", level="total")

    achats_autres_recompenses = declared(
        "Achats des autres membres qui donnent une récompense", CENT, section="recompenses",
        level="detail",
    )  # fmt: skip
    achats_recompenses = declared(
        "Achats qui donnent une récompense", CENT, section="recompenses", level="detail",
        help="Ceux des clients gardés et parrainés compris : ils sont supposés membres.",
    )  # fmt: skip
    points_achats = declared("Points donnés sur les achats", CENT, section="recompenses")
    points_actions = declared("Points donnés pour des actions", CENT, section="recompenses")
    points_donnes = declared(
        "Points donnés, à leur valeur", CENT, section="recompenses", level="total"
    )
    points_utilises = declared("Points utilisés", CENT, section="recompenses")
    points_en_attente = declared(
        "Points non utilisés : votre dette envers les membres", CENT, section="recompenses",
        help="À leur valeur, pour une année de points ; ils s’ajoutent d’une année à l’autre.",
    )  # fmt: skip
    cout_en_attente = declared(
        "Ce qu’ils coûteraient s’ils étaient tous utilisés", CENT, section="recompenses",
        level="detail",
    )  # fmt: skip
    roi_tout_utilise = declared(
        "Retour de la première année si tous les points étaient utilisés", PERCENT_CENT,
        unit=PERCENT, section="recompenses", absent=SANS_COUT,
    )  # fmt: skip
    cout_autres = declared(
        "Récompenses des autres membres, s’ils en gagnaient tous", CENT, section="recompenses",
        level="detail", help="Sur leurs achats habituels, en plus de celles déjà comptées.",
    )  # fmt: skip
    roi_tous_membres = declared(
        "Retour de la première année s’ils en gagnaient tous", PERCENT_CENT, unit=PERCENT,
        section="recompenses", absent=SANS_COUT,
    )  # fmt: skip

    recompenses = declared(
        "Récompenses, à leur coût", CENT, nature="marchandises", section="couts",
        help="Les points utilisés, à ce qu’ils vous coûtent.",
    )  # fmt: skip
    surprises = declared("Surprises", CENT, nature="marchandises", section="couts")
    cout_parrainage = declared(
        "Récompenses de parrainage", CENT, nature="paiement", section="couts"
    )
    outil = declared("Outil", CENT, nature="frais_fixes", section="couts")
    cout_marketing = declared("Marketing", CENT, nature="plateforme", section="couts")
    temps = declared("Temps passé", CENT, nature="frais_fixes", section="couts")
    couts_annuels = declared("Coûts d’une année", CENT, section="couts", level="total")
    mise_depart = declared("Mise de départ", CENT, nature="frais_fixes", section="couts")
    couts = declared("Coûts de la première année", CENT, section="couts", level="total")
    cout_par_membre = declared(
        "Coût d’une année par membre actif", CENT, section="couts", level="detail",
        absent=SANS_MEMBRE,
    )  # fmt: skip

    hausse_depense = declared(
        "Votre hypothèse : hausse des achats des membres", PERCENT_CENT, unit=PERCENT,
        section="equilibre", absent="aucun achat", help="Panier et achats par an ensemble.",
    )  # fmt: skip
    equilibre = declared(
        "Hausse à partir de laquelle une année rapporte", PERCENT_CENT, unit=PERCENT,
        section="equilibre", absent=AUCUNE, help="Hors mise de départ.",
    )  # fmt: skip
    equilibre_depart = declared(
        "La même la première année, mise de départ comprise", PERCENT_CENT, unit=PERCENT,
        section="equilibre", absent=AUCUNE,
    )  # fmt: skip

    cumul_gains = declared("Marge gagnée, cumulée", CENT, nature="reste", section="horizon")
    cumul_couts = declared("Coûts, cumulés", CENT, nature="frais_fixes", section="horizon")
    cumul_net = declared("Net cumulé", CENT, section="horizon", level="total")
    roi_horizon = declared(
        "Retour sur cette durée", PERCENT_CENT, unit=PERCENT, section="horizon", absent=SANS_COUT
    )

    cout_nouveau_client = declared(
        "Coût d’un client parrainé", CENT, section="parrainage", help="Les deux récompenses."
    )
    ecart_acquisition = declared(
        "Économie sur votre coût d’acquisition", CENT, section="parrainage"
    )
    filleul_bas = declared(
        "Rétention d’un filleul selon l’article, bas", PERCENT_CENT, unit=PERCENT,
        section="parrainage", unsure=True, help="Hausse relative de votre rétention.",
    )  # fmt: skip
    filleul_haut = declared(
        "Rétention d’un filleul selon l’article, haut", PERCENT_CENT, unit=PERCENT,
        section="parrainage", unsure=True,
    )  # fmt: skip

    gain_valeur = declared(
        "Ce que le programme ajoute à la valeur d’un client actif", CENT, section="valeur",
        help="Récompenses déduites, sur la même durée.",
    )  # fmt: skip
    annees_supposees = declared(
        "Années d’achat que suppose votre rétention", TENTH, unit=NUMBER, section="valeur",
        level="detail", absent="sans fin", help="1 ÷ (1 − rétention).",
    )  # fmt: skip

    rapport_acquisition = declared(
        "Votre coût d’acquisition ÷ coût pour garder un client", HUNDREDTHS,
        unit=NUMBER, section="valeur", absent="non comparable",
    )  # fmt: skip

    valeur_points = declared("Points d’un membre, à leur valeur", CENT, section="membre")
    valeur_statut = declared("Avantage de son statut", CENT, section="membre")
    perte_membre = declared(
        "Ce qu’un membre perdrait en partant", CENT, section="membre", level="total"
    )
