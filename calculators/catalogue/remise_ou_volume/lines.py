"""The lines of a deal, of its concessions and of its floor."""

from calculators.catalogue.remise_ou_volume.inputs import RemiseOuVolumeInputs
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part, table
from calculators.kit.units import (
    BILLIONTH,
    CENT,
    DAYS,
    HUNDREDTHS,
    NUMBER,
    PERCENT,
    PERCENT_CENT,
    UNIT,
)

IMPOSSIBLE = "impossible"


class UneLigne(Part):
    """A concession: what the deal left before it, what it leaves after."""

    marge_avant = declared("Marge avant", CENT)
    marge_apres = declared("Marge après", CENT)
    effet = declared("Effet sur la marge", CENT)
    bilan = declared("Bilan, référence comprise", CENT)
    duree_necessaire = declared(
        "Durée qui compenserait (mois)", HUNDREDTHS, unit=NUMBER, absent=IMPOSSIBLE
    )
    volume_necessaire = declared(
        "Volume qui compenserait", PERCENT_CENT, unit=PERCENT, absent=IMPOSSIBLE
    )
    cout_delai = declared("Coût du délai", CENT)


class UneEtape(Part):
    """The deal once a concession is granted."""

    prix = declared("Prix par mois", CENT)
    volume = declared("Volume, 1 au départ", BILLIONTH, unit=NUMBER)
    duree = declared("Mois", UNIT, unit=NUMBER)
    delai = declared("Délai", UNIT, unit=DAYS)
    recettes = declared("Recettes", CENT)
    couts = declared("Coûts", CENT)
    financement = declared("Coût du délai", CENT)


class RemiseOuVolume(Sheet):
    """What a discount asks for, what the concessions leave."""

    inputs: RemiseOuVolumeInputs

    journal = table(UneLigne, "Concession par concession", head="Concession")
    etapes = table(UneEtape, "L’affaire après chaque concession", head="Concession", folded=True)

    marge_offre = declared(
        "Marge de l’offre", CENT, nature="reste", section="offre", level="key",
        help="Recettes − coûts − coût du délai de paiement.",
    )  # fmt: skip
    marge_mois = declared(
        "Marge de l’offre, par mois", CENT, section="offre",
        help="Deux durées se comparent par mois.",
    )  # fmt: skip
    marge_mois_depart = declared("Marge au départ, par mois", CENT, section="offre")
    duree_offre = declared(
        "Engagement de l’offre, en mois", UNIT, unit=NUMBER, section="offre", level="detail"
    )
    baisse_mois = declared("Baisse de la marge par mois", CENT, section="offre", level="detail")
    recettes_offre = declared("Recettes de l’offre", CENT, section="offre", level="total")
    couts_offre = declared("Coûts de l’offre", CENT, nature="marchandises", section="offre")
    financement_offre = declared(
        "Coût du délai de paiement", CENT, nature="paiement", section="offre"
    )
    taux_offre = declared(
        "Marge de l’offre, en part du prix", PERCENT_CENT, unit=PERCENT, section="offre",
        level="detail",
    )  # fmt: skip
    marge_depart = declared(
        "Marge au départ, sans rien accorder", CENT, section="offre", level="detail"
    )
    ecart_marge = declared("Écart avec le départ", CENT, section="offre", level="detail")

    tarif = declared("Prix par mois", CENT, section="remise", level="detail")
    cout = declared("Coût par mois", CENT, section="remise", level="detail")
    taux_depart = declared(
        "Marge au départ, en part du prix", PERCENT_CENT, unit=PERCENT, section="remise",
        level="detail",
    )  # fmt: skip
    tarif_remise = declared("Prix remisé", CENT, section="remise", level="detail")
    volume_necessaire = declared(
        "Volume en plus pour garder la marge", PERCENT_CENT, unit=PERCENT, section="remise",
        level="detail", absent=IMPOSSIBLE,
        help="Remise ÷ (taux de marge − remise), au prix remisé arrondi au centime.",
    )  # fmt: skip
    marge_remisee = declared(
        "Marge à cette remise, sans rien obtenir", CENT, section="remise", level="detail"
    )
    remise_double = declared(
        "Remise qui oblige à doubler les ventes", PERCENT_CENT, unit=PERCENT, section="remise",
        level="detail", help="La moitié du taux de marge.",
    )  # fmt: skip
    remise_triple = declared(
        "Remise qui oblige à les tripler", PERCENT_CENT, unit=PERCENT, section="remise",
        level="detail", help="Les deux tiers du taux de marge.",
    )  # fmt: skip

    prix_plancher = declared(
        "Prix par mois le plus bas", CENT, section="plancher", level="detail",
        help="Coût ÷ (1 − marge minimale), sans délai de paiement.",
    )  # fmt: skip
    remise_plafond = declared(
        "Remise la plus forte", PERCENT_CENT, unit=PERCENT, section="plancher", level="detail"
    )

    delai_maximal = declared(
        "Délai de paiement autorisé", UNIT, unit=DAYS, section="delai", level="detail"
    )
    delai_accorde = declared(
        "Délai de paiement accordé", UNIT, unit=DAYS, section="delai", level="detail"
    )
