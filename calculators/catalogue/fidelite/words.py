"""Every sentence of the loyalty programme."""

from calculators.kit import french
from calculators.kit.amounts import Rate
from calculators.law.fidelisation import FORMULE_APRES, FORMULE_AVEC, Convention

TITLE = "Programme de fidélité"
SUMMARY = "Ce que rapporte un programme, sur la marge et tous coûts comptés, et en combien de mois."

INTRO = (
    "Seuls comptent les achats que le programme fait faire en plus, à leur marge, contre tout ce "
    "qu’il coûte : récompenses, outil, lancement, temps. Vos hypothèses d’abord ; ce qu’affirme un "
    "article à côté, et ce qu’annoncerait un calcul sur le chiffre d’affaires."
)
FOURCHETTE = (
    " Avec des hausses moitié moindres : {net_moitie}. Avec la hausse de panier d’un article "
    "(incertain, pas une prévision) : de {net_article_bas} à {net_article_haut}."
)
POSITIVE = (
    "Selon votre hypothèse, la première année laisse {net_annee} une fois tout payé. "
    "Retour sur la marge : {roi}." + FOURCHETTE
)
NEGATIVE = (
    "Selon votre hypothèse, la première année perd {net_annee}. Retour sur la marge : {roi}."
    + FOURCHETTE
)
ZERO = "Selon votre hypothèse, la première année ne laisse rien et ne perd rien." + FOURCHETTE
PICTURE = "Où va la marge gagnée la première année"
SECTIONS = {
    "resultat": "Le retour, sur la marge",
    "ca": "Pour comparer : sur le chiffre d’affaires",
    "equilibre": "Le seuil de rentabilité",
    "membres": "Les membres et leurs achats",
    "gains": "Ce que le programme fait gagner",
    "couts": "Ce que le programme coûte",
    "recompenses": "Les points donnés et utilisés",
    "horizon": "Sur la durée choisie",
    "parrainage": "Parrainage",
    "valeur": "Valeur d’un client",
    "membre": "Un membre qui part",
}
MOITIE = "La moitié de vos hausses"
VOTRE_HYPOTHESE = "La vôtre"
AUTRES_CLIENTS = "Autres clients"
ARTICLE = {
    "bas": "Article, bas (incertain)",
    "milieu": "Article, milieu (incertain)",
    "haut": "Article, haut (incertain)",
}
CLIENT_AVANT = "Aujourd’hui"
CLIENT_APRES = "Membre actif"
REPERES = {
    "panier": "Panier moyen",
    "acquisition": "Coût d’acquisition d’un client",
    "marketing": "Gain sur le budget, données clients",
    "rendu": "Le même, budget compris",
    "campagne": "Gain sur la campagne, analyse",
    "recommandation": "Ventes sur recommandation",
}

SEGMENT_EN_DOUBLE = "Ce segment est déjà sur une autre ligne : une ligne par segment."
SEGMENTS_TROP_GRANDS = (
    "Les segments comptent plus de clients que vous n’en avez : augmentez « Clients dans l’année » "
    "ou réduisez-les."
)
PARRAINAGE_SANS_NOMBRE = (
    "Vous donnez une récompense de parrainage sans dire combien de clients sont parrainés : elle "
    "n’est pas comptée."
)
TROP_DE_GARDES = (
    "Vous gardez plus de clients que vous n’en avez : réduisez les clients gardés ou augmentez "
    "« Clients dans l’année »."
)
HEURE_SANS_COUT = "Donnez le coût d’une heure : votre temps en a un aussi."

JAMAIS_REMBOURSE = (
    "Le programme coûte chaque année au moins autant qu’il rapporte : il ne se rembourse jamais. "
    "Hausse des achats nécessaire : {equilibre} ; dans votre hypothèse : {hausse_depense}."
)
PERTE_PREMIERE_ANNEE = (
    "La première année perd de l’argent à cause de la mise de départ ; les suivantes en gagnent, "
    "{net_mensuel} par mois."
)
PIEGE_CA = (
    "Un calcul sur le chiffre d’affaires annoncerait un retour de {roi_ca} : il fait comme si la "
    "marchandise vendue en plus ne coûtait rien. Sur la marge, la première année perd de l’argent."
)
BASE_MARGE = (
    "Ce retour se compte sur la marge. Sur le chiffre d’affaires, le même programme afficherait "
    "{roi_ca}, ou {rapport_ca} sans retirer les coûts."
)
AUTRES_MEMBRES = (
    "Les {membres_autres} autres membres ne gagnent de récompenses que si vous le dites (« Autres "
    "membres qui gagnent aussi des récompenses »). S’ils en gagnaient tous sur leurs achats "
    "habituels, elles coûteraient {cout_autres} de plus et le retour serait de {roi_tous_membres}."
)
VALEUR_SANS_LIMITE = (
    "Avec 100 % de rétention et sans actualisation, un client achèterait toujours : sa valeur n’a "
    "pas de limite et ne se calcule pas. Baissez la rétention ou donnez un taux d’actualisation."
)
RETENTION_LONGUE = (
    "Cette rétention suppose des clients fidèles pendant {annees_supposees} ans : la valeur qui en "
    "découle est à prendre avec prudence."
)
CONVENTIONS = {
    Convention.APRES: (
        "La valeur selon la rétention compte ce qui vient après la première année : "
        f"{FORMULE_APRES}."
    ),
    Convention.AVEC: (
        "La valeur selon la rétention compte la première année entière, puis les suivantes : "
        f"{FORMULE_AVEC}."
    ),
}
PLUS_RAPIDE = (
    "La mise de départ est remboursée en {delai_retour} mois, plus vite que le repère de l’article "
    "(<repere>)."
)
DANS_LE_REPERE = (
    "La mise de départ est remboursée en {delai_retour} mois, dans le repère de l’article "
    "(<repere>)."
)
PLUS_LENT = (
    "La mise de départ est remboursée en {delai_retour} mois, plus lentement que le repère de "
    "l’article (<repere>)."
)
POINTS_DUS = (
    "{points_en_attente} de points d’une année ne sont pas utilisés : ils restent dus à vos "
    "membres et s’ajoutent d’une année à l’autre, {annees_5_dus} au bout de cinq ans. Si ceux "
    "d’une année l’étaient tous, le retour de la première serait de {roi_tout_utilise}."
)
TEMOIN = (
    "Tout repose sur la hausse que vous supposez. Pour la mesurer, comparez les membres à un "
    "groupe semblable tenu à l’écart : les membres achetaient souvent déjà plus que les autres."
)
REPERE_ARTICLE = (
    "Les lignes « Article » viennent d’un seul article, sans étude à l’appui : des repères, ni "
    "mesures ni prévisions. Le milieu est à mi-chemin des bornes ; vos autres réponses restent."
)
PAS_COMPTE = (
    "Membres, clients gardés et parrainés comptent pour une année entière dès le premier jour : la "
    "première, où ils arrivent peu à peu, rapportera moins. Les suivantes lui sont supposées "
    "semblables. Non comptés : l’impôt et les "
    "cotisations sur la marge gagnée, les ventes qui auraient eu lieu de toute façon plus tard."
)


def entre(low: Rate, high: Rate) -> str:
    """« 18 à 36 mois »."""
    first, last = (rate.fact.value for rate in (low, high))
    if first is None or last is None:  # a book without the value stops the calculation first
        return ""
    return f"{french.number(first)} à {french.with_unit(last, high.fact.unit)}"
