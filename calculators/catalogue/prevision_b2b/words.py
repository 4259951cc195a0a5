"""Every sentence of the forecast of a pipeline."""

TITLE = "Prévision des ventes B2B"
SUMMARY = "Vos affaires, leurs probabilités : ce qui devrait rentrer par mois, et ce qui dort."
INTRO = (
    "Saisissez ou collez vos affaires : chacune compte pour son montant multiplié par sa "
    "probabilité. La prévision par mois et par trimestre, les affaires en sommeil, la conversion, "
    "le coût de chaque canal et la vitesse de vente se lisent sur la même page."
)
POSITIVE = (
    "{pondere} à attendre de {haut} d’affaires en cours ; {bas} dans le scénario bas, les plus "
    "sûres seules."
)
POSITIVE_BAS_RAMENE = (
    "{pondere} à attendre de {haut} d’affaires en cours, dans le scénario bas comme dans le "
    "pondéré."
)
ZERO = "Rien à attendre de ces affaires : leur montant pondéré est nul."
SECTIONS = {
    "resultat": "La prévision",
    "conversion": "Conversion",
    "canaux": "Dépenses par canal",
    "vitesse": "Vitesse de vente",
    "capacite": "Rendez-vous",
}
RETARD = "En retard"
MOIS = (
    "Janvier", "Février", "Mars", "Avril", "Mai", "Juin", "Juillet", "Août", "Septembre",
    "Octobre", "Novembre", "Décembre",
)  # fmt: skip
LEVIERS = {
    "affaires": "Plus d’affaires",
    "montant": "Un montant plus élevé",
    "taux": "Un meilleur taux de gain",
    "cycle": "Un cycle plus court",
}

CLOTURE_AVANT = "La clôture prévue précède la création de l’affaire."
CONTACT_FUTUR = (
    "Le dernier contact de « <nom> » est après la date de la prévision : corrigez l’une ou l’autre."
)
CANAL_EN_DOUBLE = "Ce canal est déjà sur une autre ligne : une ligne par canal."
ENTONNOIR = {  # each step, and what is said when it holds more than the one before
    "leads": "",
    "rendez_vous": (
        "Plus de rendez-vous que de leads : comptez les leads qui ont eu un rendez-vous."
    ),
    "propositions": (
        "Plus de propositions que de rendez-vous : comptez les rendez-vous suivis d’une "
        "proposition."
    ),
    "gagnees": "Plus de ventes gagnées que de propositions : corrigez l’une ou l’autre.",
}
TROP_DECIDEES = (
    "Gagnées et perdues font plus que les propositions : celles en cours n’y comptent pas."
)
VENTES_SANS_LEAD = "Plus de ventes que de leads : comptez les ventes issues de ces leads."
TAUX_ET_CYCLE = "La vitesse de vente demande le taux de gain et le cycle : donnez les deux."
AUCUNE_AFFAIRE = "Saisissez ou collez au moins une affaire : son étape et son montant suffisent."

SOMMEIL = (
    "<combien> en sommeil, sans contact depuis plus longtemps que l’étape ne le permet : <noms>."
)
SOMMEIL_SORTIES = (
    "Les affaires en sommeil ne comptent dans aucun scénario, ni par mois, ni dans la vitesse : "
    "{sorties} en sortent."
)
SOMMEIL_GONFLE = (
    "La vitesse compte <combien> en sommeil : elle en paraît plus haute. Sortez de la prévision "
    "ce qui dort pour la lire sans."
)
EN_RETARD = "<combien> dont la clôture prévue est passée : <noms>. À dater de nouveau."
SANS_DATE = (
    "<combien> sans clôture ni création : la clôture est placée à la durée usuelle du type, "
    "comptée de la date de la prévision : <noms>."
)
CLOSING_SANS_DATE = (
    "<combien> au closing, sans clôture prévue : <noms>. L’outil y met la durée d’une vente "
    "entière ; si près de la signature, donnez la date que vous attendez."
)
CREATION_FUTURE = "<combien> dont la création est après la date de la prévision : <noms>."
CONTACT_AVANT_CREATION = "<combien> dont le dernier contact précède la création : <noms>."
DUREE_HORS_USAGE = (
    "<combien> dont la durée, de la création à la clôture, sort de l’usage de son type : <noms>. "
    "Vérifiez les dates, ou le type."
)
PROBABILITE_INFIME = (
    "{<probabilite>} de chances ? Une probabilité s’écrit en pour cent : 60 pour 60 %."
)
TAUX_INFIME = "{taux_gain} de ventes gagnées ? Un taux s’écrit en pour cent : 25 pour 25 %."
CYCLE_HORS_BORNES = (
    "La durée choisie pour le type « <type> » sort de l’usage, de {<mini>} à {<maxi>} mois."
)
BAS_RAMENE = (
    "Le scénario bas est ramené au pondéré : les affaires les plus sûres, {engage} comptés en "
    "entier, le dépassent."
)
LOINTAINES = "<combien> dont la clôture prévue est à plus de dix ans : <noms>. Vérifiez l’année."
TAUX_NUL = (
    "Avec un taux de gain nul, la vitesse de vente est nulle et aucun levier seul ne l’augmente : "
    "donnez le taux de vos affaires décidées."
)
LEVIER_PREMIER = "Le levier qui compte le plus : <levier>, {<gain>} de vitesse en plus."
MEILLEUR_LEVIER = {
    "affaires": "davantage d’affaires",
    "montant": "un montant moyen plus élevé",
    "taux": "un meilleur taux de gain",
    "cycle": "un cycle plus court",
}
PERTE_CANAL = "Un canal coûte plus qu’il ne rapporte : « <canal> », avec un retour de {<roi>}."
BORNES = ("usuel", "minimum", "maximum")
RANGS = ("1er", "2e", "3e", "4e")


def affaires(count: int) -> str:
    """« 1 affaire », « 3 affaires »."""
    return f"{count} affaires" if count > 1 else "1 affaire"
