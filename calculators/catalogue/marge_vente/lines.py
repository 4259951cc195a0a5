"""The lines of one sale."""

from calculators.catalogue.marge_vente.inputs import MargeVenteInputs
from calculators.kit.lines import Sheet, declared
from calculators.kit.units import (
    CENT,
    EXACT,
    HUNDREDTHS,
    NUMBER,
    PERCENT,
    PERCENT_CENT,
    TRILLIONTH,
    UNIT,
)


class MargeVente(Sheet):
    """The lines of one sale."""

    inputs: MargeVenteInputs

    tva_achat_perdue = declared("TVA d’achat non récupérée", CENT, section="achat", level="detail")
    tva_achat_recuperee = declared(
        "TVA d’achat récupérée",
        CENT,
        section="achat",
        level="detail",
        help="Elle s’ajoute au prix d’achat payé, puis se déduit de la TVA à reverser.",
    )
    cout_revient = declared(
        "Coût de revient de l’article",
        CENT,
        nature="marchandises",
        section="achat",
        level="total",
        help="Prix d’achat, TVA non récupérée, port et douane.",
    )

    prix_ht = declared("Prix de vente HT", CENT, section="prix", level="detail")
    prix_client = declared("Prix payé par le client, hors port", CENT, section="prix")
    marge_brute = declared(
        "Marge brute", CENT, section="prix", level="detail", help="Prix HT moins coût de revient."
    )
    taux_marge_obtenu = declared(
        "Taux de marge",
        PERCENT_CENT,
        unit=PERCENT,
        section="prix",
        level="detail",
        help="Marge ÷ coût de revient.",
    )
    taux_marque_obtenu = declared(
        "Taux de marque",
        PERCENT_CENT,
        unit=PERCENT,
        section="prix",
        level="detail",
        help="Marge ÷ prix de vente HT.",
    )
    coefficient_ht_obtenu = declared(
        "Coefficient HT ÷ HT", HUNDREDTHS, unit=NUMBER, section="prix", level="detail"
    )
    coefficient_ttc_obtenu = declared(
        "Coefficient multiplicateur (prix TTC ÷ coût HT)",
        HUNDREDTHS,
        unit=NUMBER,
        section="prix",
        level="detail",
    )

    encaissement = declared(
        "Encaissement TTC", CENT, section="recette", help="Prix et port payés par le client."
    )
    chiffre_affaires = declared(
        "Chiffre d’affaires", CENT, section="recette", level="total", help="Port facturé compris."
    )
    tva_collectee = declared("TVA collectée", CENT, nature="tva", section="recette")
    tva_deductible = declared(
        "TVA récupérée",
        CENT,
        section="recette",
        level="detail",
        help="Sur l’achat et la commission ; le port et les frais sont saisis hors taxes.",
    )
    tva_a_reverser = declared("TVA à reverser", CENT, section="recette", level="detail")

    transport = declared("Livraison payée", CENT, nature="transport", section="charges")
    commission_tiktok_ttc = declared(
        "Commission TikTok Shop TTC",
        CENT,
        section="charges",
        level="detail",
        help="La TVA qu’elle contient se récupère.",
    )
    commission_tiktok = declared(
        "Commission TikTok Shop", CENT, nature="plateforme", section="charges"
    )
    affiliation = declared(
        "Commission d’affiliation",
        CENT,
        nature="plateforme",
        section="charges",
        help="Sur le prix hors port : base incertaine, TikTok ne la publie pas pour la France.",
        unsure=True,
    )
    frais_paiement = declared("Frais de paiement", CENT, nature="paiement", section="charges")
    cotisations = declared("Cotisations sociales", CENT, nature="cotisations", section="charges")
    cotisations_et_impot = declared(
        "Cotisations et versement libératoire", CENT, nature="cotisations", section="charges"
    )
    cfp = declared("Contribution à la formation", CENT, nature="cotisations", section="charges")
    taxe_chambre = declared(
        "Taxe pour frais de chambre", CENT, nature="cotisations", section="charges"
    )
    versement_impot = declared(
        "Versement libératoire de l’impôt", CENT, nature="impot", section="charges"
    )

    depenses = declared("Dépenses", CENT, section="resultat", level="total")
    reste = declared("Ce qu’il vous reste", CENT, nature="reste", section="resultat", level="key")
    taux_marge_nette = declared(
        "Marge nette",
        PERCENT_CENT,
        unit=PERCENT,
        section="resultat",
        level="detail",
        help="Reste ÷ chiffre d’affaires.",
    )

    ventes_a_equilibre = declared(
        "Ventes par mois pour couvrir les frais fixes",
        UNIT,
        unit=NUMBER,
        section="objectif",
        level="detail",
    )
    couts_non_proportionnels = declared(
        "Coûts non proportionnels au prix", EXACT, section="objectif", level="detail"
    )
    part_sur_ca = declared(
        "Prélèvements sur le chiffre d’affaires",
        EXACT,
        unit=PERCENT,
        section="objectif",
        level="detail",
    )
    part_sur_encaissement = declared(
        "Prélèvements sur l’encaissement", EXACT, unit=PERCENT, section="objectif", level="detail"
    )
    part_disponible = declared(
        "Part de chaque euro encaissé qui paie les coûts",
        TRILLIONTH,
        unit=PERCENT,
        section="objectif",
        level="detail",
    )
    encaissement_calcule = declared(
        "Encaissement pour la marge visée", CENT, section="objectif", level="detail"
    )
    ecart_objectif = declared(
        "Écart de marge à cet encaissement",
        PERCENT_CENT,
        unit=PERCENT,
        section="objectif",
        level="detail",
        help="Sans les arrondis des lignes ; négatif, on ajoute un centime.",
    )
    encaissement_vise = declared(
        "Encaissement à demander", CENT, section="objectif", level="detail"
    )
    prix_vise = declared(
        "Prix de vente pour la marge visée", CENT, section="objectif", level="total"
    )

    article_cotisations = declared(
        "Cotisations selon l’article",
        CENT,
        section="article",
        level="article",
        help="L’article applique le taux après l’abattement fiscal.",
    )
    article_reste = declared("Reste selon l’article", CENT, section="article", level="article")

    entreprise_vente = declared(
        "Prix de vente hors taxes", CENT, section="entreprise", level="article",
        help="En franchise, le prix est lu comme contenant la TVA au taux normal.",
    )  # fmt: skip
    entreprise_achat = declared(
        "Prix d’achat hors taxes", CENT, section="entreprise", level="article",
        help="De même, sauf si la TVA du fournisseur est indiquée à part.",
    )  # fmt: skip
    entreprise_marge = declared("Marge hors taxes", CENT, section="entreprise", level="article")
    entreprise_charges = declared(
        "Charges sociales selon l’article", CENT, section="entreprise", level="article",
        help="Une part de la marge : aucun texte ne les calcule ainsi.",
    )  # fmt: skip
    entreprise_reste = declared(
        "Reste comme une entreprise", CENT, section="entreprise", level="article"
    )
