"""The lines of a client's value and of his business case."""

from calculators.catalogue.valeur_client_b2b.inputs import ValeurClientB2bInputs
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part, table
from calculators.kit.units import (
    CENT,
    HUNDREDTHS,
    MILLIONTH,
    NUMBER,
    PERCENT,
    PERCENT_CENT,
    TRILLIONTH,
    UNIT,
)

SANS_LIMITE = "sans limite, ou presque"


class UneAnnee(Part):
    """A year: who is still there, what is expected of them."""

    part_restante = declared("Encore clients", PERCENT_CENT, unit=PERCENT)
    ca = declared("Recettes", CENT)
    couts = declared("Coûts", CENT, nature="marchandises")
    marge_attendue = declared("Marge", CENT, nature="reste")
    cumul = declared("Marge cumulée", CENT)
    marge_sans_extension = declared("Marge sans extension", CENT)


class UneBorne(Part):
    """The same year with more departures, then with fewer."""

    marge_basse = declared("Marge, départs plus nombreux", CENT)
    marge_haute = declared("Marge, départs moins nombreux", CENT)


class ValeurClientB2b(Sheet):
    """What a client brings, what he gains."""

    inputs: ValeurClientB2bInputs

    par_annee = table(UneAnnee, "Année par année", head="Année")
    fourchette = table(UneBorne, "Si les départs s’écartent", head="Année", folded=True)

    valeur = declared(
        "Valeur d’un client", CENT, nature="reste", section="valeur", level="key",
        help="La somme des marges attendues, la première année entière.",
    )  # fmt: skip
    valeur_basse = declared(
        "Valeur si les départs sont plus nombreux", CENT, section="valeur",
        help="Les mêmes années, à la perte plus l’écart.",
    )  # fmt: skip
    valeur_haute = declared(
        "Valeur si les départs sont moins nombreux", CENT, section="valeur",
        help="Les mêmes années, à la perte moins l’écart.",
    )  # fmt: skip
    recettes_attendues = declared("Recettes attendues", CENT, section="valeur", level="total")
    couts_attendus = declared("Coûts attendus", CENT, nature="marchandises", section="valeur")
    recettes_premiere_annee = declared(
        "Recettes de la première année", CENT, section="valeur", level="detail"
    )
    marge_annuelle = declared("Marge de la première année", CENT, section="valeur", level="detail")
    part_premiere_annee = declared(
        "Part de la première année", PERCENT_CENT, unit=PERCENT, section="valeur", level="detail",
        absent="—",
    )  # fmt: skip
    valeur_sans_extension = declared(
        "Valeur sans extension", CENT, section="valeur", level="detail"
    )
    apport_extension = declared(
        "Ce que les extensions apportent", CENT, section="valeur", level="detail"
    )

    facteur = declared(
        "Marge attendue d’une année sur la précédente", TRILLIONTH, unit=PERCENT, section="rythme",
        level="detail", help="À 100 % ou plus, la somme pour toujours n’a pas de limite.",
    )  # fmt: skip
    extension_limite = declared(
        "Hausse à partir de laquelle la somme n’a plus de limite", PERCENT_CENT, unit=PERCENT,
        section="rythme", level="detail", absent="aucune",
        help="Perte ÷ (1 − perte) ; la comparaison se fait sans arrondi.",
    )  # fmt: skip
    perte_haute = declared(
        "Départs plus nombreux", MILLIONTH, unit=PERCENT, section="rythme", level="detail",
        help="Perte + écart, 100 % au plus.",
    )  # fmt: skip
    facteur_bas = declared(
        "Marge d’une année sur la précédente, alors", TRILLIONTH, unit=PERCENT, section="rythme",
        level="detail",
    )  # fmt: skip
    perte_basse = declared(
        "Départs moins nombreux", MILLIONTH, unit=PERCENT, section="rythme", level="detail",
        help="Perte − écart, 0 % au moins.",
    )  # fmt: skip
    facteur_haut = declared(
        "Marge d’une année sur la précédente, dans ce cas", TRILLIONTH, unit=PERCENT,
        section="rythme", level="detail",
    )  # fmt: skip

    plafond_sans_extension = declared(
        "Sans extension, pour toujours", CENT, section="limites", level="detail",
        absent=SANS_LIMITE,
        help="Marge d’une année ÷ perte : la formule courante, un plafond et non une prévision. "
        "Montré jusqu’à 100 fois cette marge.",
    )  # fmt: skip
    plafond_avec_extension = declared(
        "Avec extensions, pour toujours", CENT, section="limites", level="detail",
        absent=SANS_LIMITE, help="Montré jusqu’à 100 fois la marge d’une année.",
    )  # fmt: skip

    annees_usage = declared(
        "Années comptées au plus, par usage", UNIT, unit=NUMBER, section="limites", level="detail",
        help="Des calculateurs publiés s’arrêtent là quand la somme n’a pas de limite.",
    )  # fmt: skip
    valeur_usage = declared(
        "Valeur arrêtée à cet usage", CENT, section="limites", level="detail",
        help="Les mêmes marges, ces premières années seulement.",
    )  # fmt: skip

    gain_temps = declared("Temps gagné, par mois", CENT, section="dossier", level="detail")
    gain_mensuel = declared(
        "Gain du client, par mois", CENT, section="dossier", level="detail",
        help="Économies et temps gagné.",
    )  # fmt: skip
    cout_changement = declared("Coût du changement", CENT, section="dossier", level="detail")
    gain_premiere_annee = declared(
        "Gain du client la première année", CENT, section="dossier", level="detail"
    )
    gain_client = declared(
        "Gain du client sur toutes les années", CENT, section="dossier", level="detail",
        help="Gain par mois × mois − coût du changement.",
    )  # fmt: skip
    retour_mois = declared(
        "Mois pour récupérer le coût du changement", HUNDREDTHS, unit=NUMBER, section="dossier",
        level="detail", absent="jamais",
    )  # fmt: skip
