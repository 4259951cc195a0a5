"""Every sentence of the comparison of statuses."""

TITLE = "Comparateur de statuts"
SUMMARY = "Micro, EI, EURL, SASU, portage : ce qu’il reste du même chiffre d’affaires."
INTRO = (
    "Le même chiffre d’affaires, les mêmes coûts et le même foyer sous chaque statut : ce que "
    "prennent les cotisations et les impôts, ce qu’il reste, et à partir de quand l’ordre change."
)
POSITIVE = (
    "Le statut qui laisse le plus laisse {meilleur} en {annee}, soit {avance} de plus que le "
    "suivant."
)
NEGATIVE = "Même le statut qui coûte le moins perd {meilleur} en {annee}."
ZERO = "Aucun statut ne laisse quoi que ce soit en {annee}."
AXES = {
    "ca": "Chiffre d’affaires de l’année",
    "part_charges": "Coûts proportionnels, en part du chiffre d’affaires",
}
SELON_CA = "Le net selon le chiffre d’affaires, tout en rémunération"
SELON_COUTS = "Le net selon la part des coûts, tout en rémunération"
AUTREMENT_SELON_CA = "Le net selon le chiffre d’affaires, les autres formules"
AUTREMENT_SELON_COUTS = "Le net selon la part des coûts, les autres formules"
MICRO = "Micro"
COURBE_MICRO = (
    "« Micro » : la meilleure de ses deux options, au barème ou sous versement libératoire."
)
COURBE_PLAFOND = (
    "Au-delà de {plafond_micro}, son plafond en {annee}, elle ne s’applique plus après deux années "
    "de suite."
)
PICTURE = "Où va chaque euro dans le statut qui laisse le plus"
SECTIONS = {
    "resultat": "Le résultat",
    "couts": "Chiffre d’affaires et coûts",
    "foyer": "Le foyer sans l’activité",
    "micro": "Micro-entreprise",
    "ei": "EI au réel",
    "eurl": "EURL : à l’IS, tout en rémunération",
    "mixte": "EURL mixte : à l’IS, rémunération et dividendes",
    "sasu": "SASU : à l’IS, tout en salaire",
    "assiettes": "SASU : la paie d’un mois, ses bases",
    "employeur": "SASU : la paie d’un mois, ce que paie la société",
    "salarie": "SASU : la paie d’un mois, ce qui est retenu",
    "net": "SASU : la paie d’un mois, le net",
    "sasu_dividendes": "SASU : à l’IS, tout en dividendes",
    "portage": "Portage salarial",
    "retenu": "Le statut qui laisse le plus",
    "ancien": "L’ancienne assiette, pour comparer",
}
# On the rows of the table and under the bars; in full in sentences.
STATUTS = {
    "micro": "Micro",
    "versement": "Micro, VL",
    "ei": "EI au réel",
    "eurl": "EURL",
    "mixte": "EURL mixte",
    "sasu": "SASU",
    "dividendes": "SASU, div.",
    "portage": "Portage",
}
EN_TOUTES_LETTRES = {
    "micro": "Micro-entreprise au barème",
    "versement": "Micro-entreprise sous versement libératoire",
    "ei": "EI au réel",
    "eurl": "EURL à l’IS, tout en rémunération",
    "mixte": "EURL à l’IS, rémunération et dividendes",
    "sasu": "SASU à l’IS, tout en salaire",
    "dividendes": "SASU à l’IS, tout en dividendes",
    "portage": "Portage salarial",
}


MEILLEUR = (
    "« <statut> » laisse le plus en {annee} : {meilleur}, soit {avance} de plus que « <suivant> »."
)
AU_DELA = (
    "Au-delà du plafond du régime micro ({plafond_micro} en {annee}), « <statut> » laisse le "
    "plus : {meilleur}. La micro-entreprise laisserait {ecart_micro_reel} de plus : son régime ne "
    "se perd qu’après deux années de suite au-delà."
)
EGAL = "« <statut> » laisse le plus en {annee} : {meilleur}, autant qu’un autre statut."
PLAFOND = (
    "Le chiffre d’affaires dépasse de {depassement} le plafond du régime micro "
    "({plafond_micro}) : le régime se perd après deux années de suite au-delà. Ses deux lignes "
    "restent affichées, mais elles ne sont plus classées."
)
# In the heading of a row that does not apply: short, and without amounts, which the workbook
# then keeps up with.
LIGNE_PLAFOND = "Ne s’applique plus après deux ans au-delà du plafond."
LIGNE_VERSEMENT = "Ne s’applique pas : revenu de référence trop élevé."
PERTE = (
    "Avant cotisations, le résultat est de {resultat_reel}. Au réel, des cotisations minimales "
    "restent dues ; le déficit qui s’impute sur d’autres revenus n’est pas compté."
)
CONDITION_VERSEMENT = (
    "Le versement libératoire suppose un revenu de référence d’il y a deux ans d’au plus "
    "{plafond_rfr} : donnez-le pour que nous en tenions compte."
)
VERSEMENT_REFUSE = (
    "Votre revenu de référence dépasse {plafond_rfr} : le versement libératoire vous est fermé, "
    "nous ne le classons pas."
)
ANCIENNE_ASSIETTE = (
    "Depuis 2025, les cotisations de l’EI et de l’EURL portent sur le résultat moins 26 %. Le "
    "comparateur officiel emploie encore l’ancienne assiette : il trouverait environ "
    "{cotisations_anciennes} de cotisations pour l’EI au réel, au lieu de {ei_cotisations}."
)
MICRO_DEVANT = (
    "La micro-entreprise laisse {ecart_micro_reel} de plus que la meilleure des autres lignes."
)
AU_BAREME = (
    "« SASU, div. » : au barème plutôt qu’au prélèvement forfaitaire, ces dividendes laisseraient "
    "{net_autre_imposition}, soit {gain_autre_imposition} de plus"
)
AU_FORFAIT = (
    "« SASU, div. » : au prélèvement forfaitaire plutôt qu’au barème, ces dividendes laisseraient "
    "{net_autre_imposition}, soit {gain_autre_imposition} de plus"
)
IMPOSITION = "; l’option vaut pour tous les revenus du capital du foyer."
IMPOSITION_GAGNE = (
    "et plus que toute autre ligne ; l’option vaut pour tous les revenus du capital du foyer : "
    "changez-la pour refaire le classement."
)
REEL_DEVANT = (
    "Une autre ligne laisse plus que la micro-entreprise : payer sur ce qu’il reste après les "
    "coûts prend ici moins que payer sur le chiffre d’affaires."
)
COLONNE_MICRO = (
    "« Micro » est au barème, « Micro, VL » sous versement libératoire : cotisations et impôt "
    "portent sur le chiffre d’affaires, jamais sur le bénéfice ; vos coûts ne sont déduits que du "
    "net. Non comptés : la CFE (mettez-la dans les frais), la TVA perdue en franchise. Mêmes "
    "nombres que « Micro-entrepreneur : une année »."
)
COLONNE_EI = (
    "« EI au réel » : impôt sur le revenu sur le résultat, sans déduction de 10 %. Non comptés : "
    "les amortissements, l’option pour l’impôt sur les sociétés."
)
COLONNE_EURL = (
    "« EURL », à l’IS, tout en rémunération : le gérant paie cotisations et impôt sur le revenu "
    "après 10 % de déduction ; la société n’a plus de bénéfice. Non compté : le coût de sa "
    "création."
)
COLONNE_MIXTE = (
    "« EURL mixte », rémunération et dividendes : les cotisations sur les dividendes sont prises "
    "sur la rémunération.<reste> Non comptés : la réserve légale, la trésorerie nécessaire pour "
    "distribuer."
)
COLONNE_SASU = (
    "« SASU », à l’IS, tout en salaire : le président est assimilé salarié, douze mois pareils au "
    "plus haut salaire que le résultat paie, <paie>. Ni chômage, ni réduction générale.<reste> Non "
    "comptés : la complémentaire santé, le coût de la création."
)
COLONNE_DIVIDENDES = (
    "« SASU, div. », à l’IS, tout en dividendes : aucun salaire, donc aucune cotisation qui ouvre "
    "un droit à la retraite, aux indemnités de maladie ni au chômage ; celles de la ligne sont les "
    "prélèvements sociaux.<reste> Non comptés : la cotisation maladie de qui n’a presque que des "
    "dividendes (« taxe Puma »), la réserve légale, le coût de la création."
)
RESTE_MIXTE = " {reserve_societe} restent dans la société et ne sont pas dans le net."
RESTE_SASU = " {reserve_sasu} restent dans la société."
RESTE_DIVIDENDES = " {reserve_distribue} restent dans la société et ne sont pas dans le net."
RESTE_PORTAGE = " {solde_portage} restent sur le compte d’activité."
PAIE = {
    "colonne_sasu": "soit {bulletin_brut} brut par mois",
    "colonne_portage": "soit {bulletin_portage_brut} brut par mois",
}
SANS_PAIE = "ici aucun"
CIPAV = (
    "Cipav : l’activité est supposée sur sa liste ; les autres professions libérales relèvent du "
    "régime général."
)
ACRE = (
    "L’Acre est supposée accordée : 12 mois au réel, jusqu’à la fin du "
    "troisième trimestre civil qui suit en micro-entreprise. Celle du président de SASU n’est pas "
    "comptée."
)
COLONNE_PORTAGE = (
    "« Portage » : douze mois pareils au plus haut salaire que paie le reste, <paie>, dans une "
    "société de 250 salariés ou plus ; vos coûts sont remboursés avant le salaire, la réserve est "
    "dépensée dans l’année.<reste> Non comptés : la complémentaire santé, le versement mobilité ; "
    "le taux accidents du travail est le taux moyen national, sauf si vous donnez le vôtre. Le "
    "mois en détail : « Portage salarial », qui part, lui, de <atmp> % d’accidents du travail et "
    "d’une complémentaire santé de <sante> € par mois."
)
FRAIS_BAS = "Frais de gestion du portage sous l’usage : vérifiez ce qui est prélevé à côté."
FRAIS_HAUTS = "Frais de gestion du portage au-dessus de l’usage : demandez ce qu’ils comprennent."
PORTAGE_VENTES = (
    "Le portage salarial n’est pas dans la liste : il ne sert qu’à des prestations, pas à des "
    "ventes (C. trav. L1254-1)."
)
PORTAGE_INCONNU = (
    "Le portage salarial n’est pas dans la liste : le Smic dont dépendent ses cotisations n’est "
    "pas encore publié pour {annee}."
)
ABSENTS = (
    "La protection sociale n’est pas la même d’un statut à l’autre, et aucun montant ne le dit."
)
