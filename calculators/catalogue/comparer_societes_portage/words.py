"""Every sentence of the comparison of portage companies."""

TITLE = "Comparer des sociétés de portage"
SUMMARY = (
    "Deux à quatre devis pour le même mois : ce que chacun laisse, et ce qu’il n’explique pas."
)
INTRO = (
    "Recopiez les devis. Nous recalculons les lignes légales de chacun, isolons ce que ni les "
    "frais ni la loi n’expliquent, et comparons le net avant impôt, les frais de l’année et les "
    "services."
)
SANS_RESERVE = " si rien n’était mis en réserve"
MEILLEUR = (
    "<devis> laisse le plus : {meilleur} de net avant impôt par mois<reserve>, soit {avance} de "
    "plus que le suivant."
)
TOUS_PAREILS = (
    "Ces devis laissent tous {meilleur} de net avant impôt par mois<reserve> : départagez-les par "
    "les services et la garantie financière."
)
EX_AEQUO = (
    "Plusieurs devis laissent autant, {meilleur} de net avant impôt par mois<reserve> : {etendue} "
    "de plus que le dernier."
)
AUCUN = "Aucun de ces devis ne laisse de quoi payer un salaire."
POSITIVE = (
    "Le devis qui laisse le plus laisse {meilleur} de net avant impôt par mois, soit {avance} de "
    "plus que le suivant."
)
NEGATIVE = "Même le meilleur de ces devis vous coûterait {meilleur} par mois."
SECTIONS = {"resultat": "Le résultat"}

DEUX_DEVIS = "Donnez au moins deux devis, un par ligne."
SOCIETE_SANS_DEVIS = "Il y a ici plus de lignes que de devis."


def nom(numero: int, societe: str) -> str:
    """How a sentence that it opens calls a quote: « Alpha », or Le devis 2."""
    return f"« {societe} »" if societe else f"Le devis {numero}"


def devis(numero: int, societe: str) -> str:
    """How a table calls it: its number leads to the legal lines."""
    return f"{numero}. {societe}" if societe else f"Devis {numero}"


INEXPLIQUE = (
    "<devis> : {comparaison_<n>_inexplique} ne s’expliquent ni par les frais ni par les lignes "
    "légales. Demandez-les."
)
BRUT_TROP_HAUT = (
    "<devis> annonce {annonces_<n>_brut_vise} de brut ; après ses frais, l’enveloppe n’en paie que "
    "{synthese_<n>_brut_possible}. Nous comptons ce dernier."
)
NET_TROP_HAUT = (
    "<devis> annonce {annonces_<n>_net_annonce} de net ; après ses frais, l’enveloppe n’en paie "
    "que {annonces_<n>_net_retrouve}. Nous comptons ce dernier."
)
NET_MANQUANT = (
    "<devis> annonce {annonces_<n>_net_annonce} de net ; le brut retenu en donne "
    "{annonces_<n>_net_retrouve}. Nous comptons le net annoncé, et la différence comme inexpliquée."
)
NET_DISCORDANT = (
    "<devis> annonce {annonces_<n>_net_annonce} de net ; le brut retenu n’en donne que "
    "{annonces_<n>_net_retrouve}. Nous comptons ce dernier."
)
SANS_BRUT_EXACT = (
    "<devis> : aucun brut ne coûte exactement ce qui paie le salaire, car le coût saute là où un "
    "allègement s’arrête. {comparaison_<n>_solde} restent sur votre compte d’activité<suite>"
)
HORS_DU_NET = ", à vous : ils ne sont pas dans le net comparé."
A_VOUS = ", à vous."
CHARGES = (
    "<devis> prend {comparaison_<n>_autres} d’autres charges sans dire pour quoi : elles doivent "
    "être nulles ou expliquées (convention, art. 21.5)."
)
RIEN_A_PAYER = (
    "<devis> : les frais, les autres charges et la réserve prennent tout. Il ne reste rien pour un "
    "salaire."
)
TROP_PEU = (
    "<devis> : il reste {synthese_<n>_enveloppe} après les frais, les autres charges et la "
    "réserve, trop peu pour un salaire et sa complémentaire santé."
)
FRAIS_BAS = (
    "<devis> prend {synthese_<n>_part_frais} de frais de gestion, moins que l’usage : vérifiez ce "
    "qui est prélevé à côté et les services compris."
)
FRAIS_HAUTS = (
    "<devis> prend {synthese_<n>_part_frais} de frais de gestion, plus que l’usage : comparez les "
    "services compris."
)
SOUS_LE_MINIMUM = (
    "<devis> : {synthese_<n>_brut} de brut, sous le salaire minimum de l’échelon "
    "({salaire_minimum})."
)
RESERVE = (
    "<devis> verse {comparaison_<n>_net} ce mois-ci et garde {comparaison_<n>_reserve} en réserve. "
    "Elle est à vous : nous la comptons comme du salaire, soit {synthese_<n>_net_compare} de net."
)
PREND_LE_MOINS = (
    "<devis> prend le moins de tous : {moins_pris} de frais, d’autres charges et d’inexpliqué."
)
PRENNENT_LE_MOINS = (
    "Plusieurs sociétés prennent aussi peu l’une que l’autre : {moins_pris} de frais, d’autres "
    "charges et d’inexpliqué."
)
AVANT_IMPOT = (
    "Les nets sont avant impôt : le prélèvement à la source dépend de vous, pas de la société."
)
SUPPOSE = (
    "Le taux accidents du travail, la santé et l’effectif changent les lignes légales de quelques "
    "euros : demandez ceux de chaque société avant de conclure qu’une somme est inexpliquée."
)
