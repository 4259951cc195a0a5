"""The lines of a pipeline's forecast."""

from calculators.catalogue.prevision_b2b.inputs import PrevisionB2bInputs
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part, table
from calculators.kit.units import (
    CENT,
    DATE,
    DAYS,
    EXACT,
    MILLIONTH,
    NUMBER,
    PERCENT,
    PERCENT_CENT,
    UNIT,
)

NONE = "–"


class UneAffaire(Part):
    """A deal: few lines, there may be hundreds of them."""

    montant = declared("Montant", CENT)
    probabilite = declared("Probabilité", MILLIONTH, unit=PERCENT)
    pondere = declared("Pondéré", CENT)
    engage = declared("Parmi les plus sûres", CENT)
    cloture = declared("Clôture prévue", EXACT, unit=DATE)
    sans_contact = declared("En sommeil, sans contact depuis", EXACT, unit=DAYS)


class UnePeriode(Part):
    """A month or a quarter: the surest deals at full amount, the weighted, the high."""

    engage = declared("Les plus sûres", CENT)
    pondere = declared("Pondéré", CENT, nature="reste")
    haut = declared("Haut", CENT)
    incertain = declared("Du pondéré au haut", CENT, nature="frais_fixes")


class UneSomme(Part):
    """A run of a long sum."""

    engage = declared("Les plus sûres", CENT)
    pondere = declared("Pondéré", CENT)
    haut = declared("Haut", CENT)


class UnGroupe(Part):
    """Deals of a kind."""

    haut = declared("Montant", CENT)
    pondere = declared("Pondéré", CENT)


class UneEtape(UnGroupe):
    """A stage, with what it is worth and how long it may sleep."""

    probabilite = declared("Probabilité de l’étape", PERCENT_CENT, unit=PERCENT)
    limite = declared("Sans contact, au plus", EXACT, unit=DAYS)


class UnType(UnGroupe):
    """A kind of deal, with its usual cycle in months."""

    cycle = declared("Durée (mois)", UNIT, unit=NUMBER)
    minimum = declared("Au moins (mois)", UNIT, unit=NUMBER)
    maximum = declared("Au plus (mois)", UNIT, unit=NUMBER)


class UneConversionCalculee(Part):
    """What share of the leads goes how far."""

    en_rendez_vous = declared("Lead → rendez-vous", PERCENT_CENT, unit=PERCENT, absent=NONE)
    en_proposition = declared("Rendez-vous → proposition", PERCENT_CENT, unit=PERCENT, absent=NONE)
    en_vente = declared("Proposition → vente", PERCENT_CENT, unit=PERCENT, absent=NONE)
    totale = declared("Lead → vente", PERCENT_CENT, unit=PERCENT, absent=NONE)


class UnCanal(Part):
    """What a channel costs and brings."""

    cout_lead = declared("Par lead", CENT, absent=NONE)
    cout_rendez_vous = declared("Par rendez-vous", CENT, absent=NONE)
    cout_vente = declared("Par vente", CENT, absent=NONE)
    marge = declared("Marge des ventes", CENT)
    roi = declared("Retour", PERCENT_CENT, unit=PERCENT, absent=NONE)


class UnLevier(Part):
    """What one lever alone would change."""

    vitesse = declared("Par jour", CENT)
    gain = declared("Vitesse en plus", PERCENT_CENT, unit=PERCENT)


class PrevisionB2b(Sheet):
    """From the deals to the forecast, and what sells."""

    inputs: PrevisionB2bInputs

    nombre_affaires = declared(
        "Affaires en cours", UNIT, unit=NUMBER, section="resultat", level="detail"
    )
    seuil_engage = declared(
        "Les plus sûres, à partir de", PERCENT_CENT, unit=PERCENT, section="resultat",
        level="detail",
    )  # fmt: skip
    engage = declared(
        "Affaires les plus sûres, à plein montant", CENT, section="resultat", level="detail",
        help="Celles d’un mois s’ajoutent à celles des autres.",
    )  # fmt: skip
    bas = declared(
        "Scénario bas", CENT, section="resultat",
        help="Les affaires les plus sûres, sans jamais dépasser le pondéré.",
    )  # fmt: skip
    pondere = declared(
        "Scénario pondéré", CENT, section="resultat", level="key",
        help="Chaque montant multiplié par sa probabilité.",
    )  # fmt: skip
    haut = declared("Scénario haut", CENT, section="resultat", help="Tout est gagné.")
    sorties = declared("En sommeil, sorties de la prévision", CENT, section="resultat")

    mois = table(UnePeriode, "Par mois de clôture prévue", head="Mois")
    trimestres = table(UnePeriode, "Par trimestre", head="Trimestre")
    etapes = table(UneEtape, "Par étape", head="Étape")
    types = table(UnType, "Par type d’affaire", head="Type")
    clienteles = table(UnGroupe, "Par clientèle", head="Clientèle")
    origines = table(UnGroupe, "Par canal", head="Canal")
    matrice = table(UneConversionCalculee, "Conversion par type de leads", head="Leads")
    couts = table(UnCanal, "Ce que coûte et rapporte chaque canal", head="Canal")
    leviers = table(UnLevier, "Quel levier change le plus la vitesse", head="Levier")
    prevision = table(UneAffaire, "Affaire par affaire", head="Affaire", folded=True)
    # Parts of sums that a spreadsheet could not write at once.
    sommes = table(UneSomme, "Sommes partielles", head="Somme", folded=True)

    total_leads = declared("Leads", UNIT, unit=NUMBER, section="conversion")
    total_rendez_vous = declared("Rendez-vous", UNIT, unit=NUMBER, section="conversion")
    total_propositions = declared("Propositions", UNIT, unit=NUMBER, section="conversion")
    total_gagnees = declared("Ventes gagnées", UNIT, unit=NUMBER, section="conversion")
    en_rendez_vous = declared(
        "Des leads aux rendez-vous", PERCENT_CENT, unit=PERCENT, section="conversion"
    )
    en_proposition = declared(
        "Des rendez-vous aux propositions", PERCENT_CENT, unit=PERCENT, section="conversion",
    )  # fmt: skip
    en_vente = declared(
        "Taux de gain, sur toutes les propositions", PERCENT_CENT, unit=PERCENT,
        section="conversion", help="Gagnées ÷ propositions, en cours comprises.",
    )  # fmt: skip
    gain_decidees = declared(
        "Taux de gain, sur les affaires décidées", PERCENT_CENT, unit=PERCENT,
        section="conversion", help="Gagnées ÷ (gagnées + perdues).",
    )  # fmt: skip
    totale = declared(
        "Des leads aux ventes", PERCENT_CENT, unit=PERCENT, section="conversion", level="total",
    )  # fmt: skip

    depense_totale = declared("Dépense de prospection", CENT, section="canaux")
    marge_totale = declared("Marge des ventes gagnées", CENT, section="canaux")
    roi_total = declared(
        "Retour sur la dépense", PERCENT_CENT, unit=PERCENT, section="canaux", level="total",
        help="(Marge − dépense) ÷ dépense.",
    )  # fmt: skip

    nombre_vitesse = declared("Affaires comptées", UNIT, unit=NUMBER, section="vitesse")
    montant_moyen = declared("Montant moyen", CENT, section="vitesse")
    vitesse = declared(
        "Vitesse de vente, par jour", CENT, section="vitesse", level="total",
        help="Affaires × montant moyen × taux de gain ÷ cycle en jours.",
    )  # fmt: skip
    meilleur_gain = declared(
        "Le plus fort gain d’un levier", PERCENT_CENT, unit=PERCENT, section="vitesse",
        level="detail",
    )  # fmt: skip

    cout_rdv = declared("Coût d’un rendez-vous", CENT, section="capacite")
    cout_rdv_vise = declared("Coût d’un rendez-vous, visé", CENT, section="capacite")
    rdv_an = declared("Rendez-vous par an", UNIT, unit=NUMBER, section="capacite")
    rdv_an_vise = declared("Rendez-vous par an, visés", UNIT, unit=NUMBER, section="capacite")
