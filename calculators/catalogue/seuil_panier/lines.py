"""The lines of an offer above an amount of basket."""

from calculators.catalogue.seuil_panier.inputs import SeuilPanierInputs
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part, table
from calculators.kit.units import CENT, MILLIONTH, NUMBER, PERCENT, PERCENT_CENT, UNIT

AUCUNE = "aucune ne suffit"
AUCUN = "aucun"  # of a threshold, when nobody moves up


class UnSeuil(Part):
    """A threshold among several, at the same perk; what decides first, for a narrow screen."""

    montant = declared("Montant", CENT)
    requise = declared("Commandes qui doivent monter", PERCENT_CENT, unit=PERCENT, absent=AUCUNE)
    gain = declared("Marge en plus par commande", CENT)
    montee = declared("Au-dessus du panier moyen", PERCENT_CENT, unit=PERCENT)


class SeuilPanier(Sheet):
    """Who moves up, who is paid anyway, and what is left."""

    inputs: SeuilPanierInputs

    net = declared(
        "Ce que l’offre rapporte", CENT, nature="reste", section="resultat", level="key",
        help="Marge en plus, moins les avantages ; négatif, l’offre coûte.",
    )  # fmt: skip

    seuils = table(UnSeuil, "Cinq seuils, au même avantage", head="Seuil")

    montent = declared(
        "Commandes qui montent", MILLIONTH, unit=NUMBER, section="commandes", level="detail"
    )
    deja = declared(
        "Commandes déjà au-dessus", MILLIONTH, unit=NUMBER, section="commandes", level="detail"
    )
    beneficiaires = declared(
        "Commandes qui reçoivent l’avantage", MILLIONTH, unit=NUMBER, section="commandes",
        level="total",
    )  # fmt: skip

    hausse = declared(
        "Du panier moyen au seuil", PERCENT_CENT, unit=PERCENT, section="gagne", level="detail"
    )
    ecart_panier = declared(
        "Dépense de plus par commande qui monte", CENT, section="gagne", level="detail",
        help="Du panier moyen au seuil, jamais moins de zéro.",
    )  # fmt: skip
    ca_en_plus = declared("Chiffre d’affaires en plus", CENT, section="gagne")
    marchandises = declared("Marchandise", CENT, nature="marchandises", section="gagne")
    marge_gagnee = declared("Marge gagnée", CENT, section="gagne", level="total")

    cout_par_commande = declared("Avantage par commande", CENT, section="donne", level="detail")
    cout_montent = declared(
        "Donné aux commandes qui montent", CENT, nature="plateforme", section="donne"
    )
    cout_deja = declared(
        "Donné à celles qui y étaient déjà", CENT, nature="frais_fixes", section="donne"
    )
    cout_total = declared("Avantages donnés", CENT, section="donne", level="total")

    gain_par_commande = declared(
        "Marge en plus par commande qui monte", CENT, section="equilibre", level="detail"
    )
    bonus_equilibre = declared(
        "Avantage qui s’équilibre", CENT, section="equilibre", level="total",
        help="Marge gagnée ÷ commandes qui reçoivent l’avantage.",
    )  # fmt: skip
    part_libre = declared(
        "Commandes sous le seuil", PERCENT_CENT, unit=PERCENT, section="equilibre", level="detail"
    )
    part_requise = declared(
        "Commandes qui doivent monter", PERCENT_CENT, unit=PERCENT, section="equilibre",
        absent=AUCUNE,
        help="Pour que l’offre s’équilibre, en part de toutes les commandes.",
    )  # fmt: skip

    plancher = declared(
        "Plancher : panier qui paie l’avantage", CENT, section="candidat",
        help="Avantage ÷ marge.",
    )  # fmt: skip
    cible_basse = declared("Panier moyen + hausse annoncée, au moins", CENT, section="candidat")
    cible_haute = declared(
        "Panier moyen + hausse annoncée, au plus", CENT, section="candidat", level="detail"
    )
    a_atteindre = declared("Le plus haut des deux", CENT, section="candidat", level="detail")
    multiples = declared("Multiples du pas", UNIT, unit=NUMBER, section="candidat", level="detail")
    candidat = declared("Seuil à essayer", CENT, section="candidat", level="total")
    reste_candidat = declared(
        "Ce qu’y laisse une commande qui monte", CENT, section="candidat",
        help="Avantage payé ; nul ou négatif, ce seuil ne peut pas rapporter.",
    )  # fmt: skip
    panier_rentable = declared(
        "Panier d’où monter paie l’avantage", CENT, section="candidat", level="detail",
        help="Panier moyen + avantage ÷ marge.",
    )  # fmt: skip
    panier_equilibre = declared(
        "Panier où l’offre s’équilibre, à vos parts", CENT, section="candidat", absent=AUCUN,
        help="L’avantage donné à celles qui y étaient déjà compris.",
    )  # fmt: skip
    multiples_rentables = declared(
        "Multiples du pas qui le dépassent", UNIT, unit=NUMBER, section="candidat", level="detail"
    )
    seuil_rentable = declared(
        "Premier seuil où l’offre rapporte, à vos parts", CENT, section="candidat", level="total",
        help="D’un centime au moins, si autant de commandes montent jusque-là.",
    )  # fmt: skip
