"""Every sentence of the portage calculator."""

TITLE = "Portage salarial"
SUMMARY = "De la facture au virement, ligne à ligne ; ou le TJM qu’il faut pour le net voulu."
INTRO = (
    "Ce que devient ce que paie votre client : frais de gestion, cotisations de l’employeur et du "
    "salarié ligne à ligne, réserve, impôt, et ce qui arrive sur votre compte."
)
POSITIVE = (
    "Sur {chiffre_affaires} facturés, il vous reste {reste} après impôt ({net_avant_impot} avant)."
)
NEGATIVE = "Sur {chiffre_affaires} facturés, la paie vous coûterait {reste}."
ZERO = "Sur {chiffre_affaires} facturés, il ne vous reste rien."
RAPIDE_POSITIVE = (
    "Environ {reste} de net avant impôt sur {chiffre_affaires} facturés, selon cette lecture "
    "rapide."
)
RAPIDE_NEGATIVE = "Selon cette lecture rapide, {chiffre_affaires} facturés coûtent {reste}."
RAPIDE_ZERO = "Selon cette lecture rapide, il ne reste rien de {chiffre_affaires} facturés."
INVERSE = (
    "Demandez {tjm_arrondi} par jour ({tjm_necessaire} au centime près), {jours}, pour {net_vise} "
    "de net avant impôt."
)
INVERSE_APRES = (
    "Demandez {tjm_arrondi} par jour ({tjm_necessaire} au centime près), {jours}, pour {net_vise} "
    "de net après impôt."
)
INVERSE_RAPIDE = (
    "Environ {tjm_arrondi} par jour ({tjm_necessaire} au centime près), {jours}, pour {net_vise} "
    "de net avant impôt, selon cette lecture rapide."
)
INVERSE_ZERO = "Aucun TJM n’est nécessaire pour ce net."
PICTURE = "De la facture au net"
LABELS = (
    ("plateforme", "Frais de gestion"),
    ("frais_fixes", "Autres charges"),
    ("transport", "Frais remboursés"),
    ("marchandises", "Épargne"),
    ("cotisations", "Cotisations"),
    ("paiement", "Réserve et compte"),
    ("reste", "Votre net"),
)
SECTIONS = {
    "resultat": "Le résultat",
    "objectif": "Le TJM qu’il faut",
    "facture": "De la facture à l’enveloppe",
    "salaire": "Le salaire brut",
    "assiettes": "Les assiettes",
    "employeur": "Ce que paie l’employeur",
    "salarie": "Ce que paie le salarié",
    "net": "Du net à l’impôt",
    "compte": "Le compte d’activité",
    "epargne": "L’épargne salariale",
    "verifications": "Les minima",
    "micro": "Le plafond de la micro-entreprise",
    "forfait": "Le forfait 45/22",
    "guide": "La lecture du guide",
    "foyer": "L’impôt du foyer",
    "retenu": "Où va le chiffre d’affaires, selon la lecture choisie",
    "variantes": "Les variantes, en détail",
    "au_dela": "Au-delà du mois",
}
LECTURES = {
    "exacte": "Paie exacte",
    "forfait": "Forfait 45/22",
    "guide_bas": "Guide, taux bas",
    "guide_haut": "Guide, taux haut",
}

A_DONNER = "Donnez ce montant, ou choisissez un autre point de départ."
TAUX_A_DONNER = "Donnez votre taux, ou choisissez un autre prélèvement."
APRES_IMPOT_RAPIDE = (
    "Une lecture rapide s’arrête avant l’impôt : choisissez « Avant impôt », ou la paie exacte."
)
TOUT_EN_FRAIS = (
    "Les frais de gestion et les autres charges prendraient tout : il ne resterait rien à payer."
)
PAS_DEGRESSIF = "Le taux au-delà du seuil ne peut pas dépasser le premier."
HEURES = "Le plus ne peut pas être sous le moins : ces heures vont de la première à celle-ci."
MANQUE = {
    "creances": "Donnez aussi les factures non encaissées : sans elles, pas de délai de paiement.",
    "facture_periode": "Donnez aussi le facturé : sans lui, pas de délai de paiement.",
    "indice_depart": "Donnez aussi l’indice à la signature : sans lui, le TJM n’est pas indexé.",
    "indice_actuel": "Donnez aussi l’indice d’aujourd’hui : sans lui, le TJM n’est pas indexé.",
}

MARCHANDISES = (
    "Le portage salarial est réservé à une prestation de service : il ne permet pas de vendre des "
    "marchandises (C. trav. L1254-1 à L1254-3)."
)
PERSONNES = "Le portage salarial est exclu des services à la personne (C. trav. L1254-5)."
CDD_TROP_LONG = (
    "Un CDD de portage dure {duree_cdd_maximum} mois au plus, renouvellements compris (C. trav. "
    "L1254-12)."
)
PRESTATION_TROP_LONGUE = (
    "Une prestation chez un même client dure {duree_prestation_maximum} mois au plus (C. trav. "
    "L1254-4)."
)
TJM_TROP_HAUT = (
    "Ce net demanderait un TJM de {tjm_necessaire}, plus que ce calcul n’en accepte (1 000 000 €). "
    "Baissez le net voulu ou les frais, ou comptez plus de jours."
)
INSUFFISANTE = "Il ne reste pas de quoi payer un salaire : l’enveloppe est de {enveloppe}."

LECTURE_GUIDE = (
    "La lecture du guide n’ôte de l’enveloppe que {guide_bas_charges} à {guide_haut_charges}, pour "
    "{guide_haut_net} à {guide_bas_net} de net : c’est la part du salarié seulement. Elle oublie "
    "les cotisations patronales, que l’enveloppe paie aussi : {cotisations_employeur} dans la paie "
    "exacte, pour un net avant impôt de {net_avant_impot}."
)
RAPIDE = (
    "Cette lecture est un ordre de grandeur avant impôt : la paie exacte, sur la même enveloppe, "
    "laisse {net_avant_impot} avant impôt."
)
PAS_DE_BRUT_EXACT = (
    "Aucun brut ne coûte exactement cette enveloppe : à {seuil_reduction} de brut la réduction "
    "générale s’arrête, et le coût saute d’un coup. Le brut le plus haut qui tient est {brut} ; "
    "{solde} restent sur votre compte d’activité."
)
FRAIS_BAS = (
    "Frais de gestion sous l’usage : vérifiez ce qui est prélevé à côté (art. 21.5 de la "
    "convention) et les services compris."
)
FRAIS_HAUTS = "Frais de gestion au-dessus de l’usage : demandez ce qu’ils comprennent."
SOUS_LE_MINIMUM = (
    "Le brut comparé, {brut_compare}, est sous le salaire minimum de l’échelon, "
    "{salaire_minimum} : cette enveloppe ne paie pas ce temps de travail. Baissez-le, ou augmentez "
    "les honoraires."
)
TROP_DE_JOURS = "Un mois compte au plus 23 jours ouvrés : vérifiez les jours facturés."
PAS_ELIGIBLE = (
    "Sans Bac+2 ni {experience_minimum} ans d’expérience, le portage salarial vous est fermé "
    "(convention, art. 2.2)."
)
USAGE = (
    "Ces frais dépassent la limite d’usage, une part du brut : beaucoup de sociétés les "
    "refuseraient. Ce n’est pas une règle de droit."
)
ABONDEMENT = (
    "L’abondement dépasse ce que permettent le versement ({epargne_maximum_multiple}) ou le "
    "plafond de l’année ({epargne_maximum_annuel}, soit un douzième par mois)."
)
VERSEMENT = (
    "Le versement dépasse la part de la rémunération que permet le plan (C. trav. L3332-10)."
)
NET_IMPOSABLE = (
    "Le net imposable, {net_imposable}, ne compte pas la prévoyance que paie l’employeur, dans la "
    "limite de la loi (CGI 83, 1° quater). Le simulateur officiel l’y laisse : il compterait "
    "{net_imposable_simulateur}, et un impôt prélevé sur cette base."
)
CDD_COURT = (
    "À taux neutre, la base d’un CDD de deux mois au plus a un abattement (CGI 204 H, III), qui "
    "n’est pas compté : l’impôt prélevé serait plus bas."
)
AVANCE = "L’avance s’arrête à {avance} : le reste du net attendra le paiement du client."
CADRE = (
    "Le portage salarial suit les articles L1254-1 à L1254-31 du Code du travail, qui ont remplacé "
    "l’ancien L1251-64, et la convention IDCC 3219. Vous cotisez à l’assurance chômage comme tout "
    "salarié (L5422-13), mais le droit à l’allocation dépend des durées travaillées et de la fin "
    "du contrat : France Travail en décide, rien n’en est calculé ici."
)
FACONS = {
    "portage": "Portage, paie exacte",
    "micro": "Micro-entreprise",
    "salarie": "Salarié",
}
TROIS_FACONS = (
    "Le même chiffre d’affaires, de trois façons, avant un impôt qui n’a pas la même base. "
    "Portage : la réserve, payée plus tard, n’est pas dans le net. Micro-entreprise, activité "
    "libérale sans Acre : ni chômage, ni congés payés, ni TVA, ni assurances n’y sont comptés. "
    "Salarié, au même contrat : un employeur qui mettrait tout dans la paie, sans marge, ni "
    "locaux, ni mois creux."
)
SALARIE_SANS_BRUT = (
    "Salarié : aucun brut ne coûte exactement ce budget, la réduction générale s’arrêtant à "
    "{seuil_reduction} ; {facons_salarie_garde} n’y sont pas dépensés."
)
PLAFOND_MICRO = (
    "Douze mois pareils feraient {ca_annuel}, plus que le plafond de la micro-entreprise, "
    "{plafond_micro} : après deux années de suite au-dessus, ce régime s’arrête."
)
ETAPES = {"paie": "Votre société paie le salaire", "client": "Le client paie"}
VARIANTES = {
    "hausse": "Honoraires en hausse",
    "autre_taux_frais": "Autres frais de gestion",
    "autre_taux_frais_2": "Encore d’autres frais",
}
