"""The dated rates of portage salarial."""

from calculators.kit.rates import RateCode

APPORT = RateCode("portage_apport_affaires")
RESERVE = RateCode("portage_reserve")
CONGES = RateCode("paie_conges")
PRECARITE = RateCode("paie_precarite")
FORMATION = RateCode("portage_formation_11_et_plus")
FORMATION_MOINS_DE_11 = RateCode("portage_formation_moins_de_11")
FRAIS_USAGE = RateCode("portage_frais_usage")

PLAFOND_2017 = RateCode("portage_plafond_2017", "€/mois")
DUREE_CDD = RateCode("portage_duree_cdd", "mois")
DUREE_PRESTATION = RateCode("portage_duree_prestation", "mois")
EXPERIENCE = RateCode("portage_experience", "ans")

GUIDE_BAS = RateCode("portage_guide_charges_bas")
GUIDE_HAUT = RateCode("portage_guide_charges_haut")
GUIDE_FRAIS_BAS = RateCode("portage_guide_frais_bas")
GUIDE_FRAIS_HAUT = RateCode("portage_guide_frais_haut")
FORFAIT_EMPLOYEUR = RateCode("portage_forfait_employeur")
FORFAIT_SALARIE = RateCode("portage_forfait_salarie")

CODES = tuple(code for code in globals().values() if isinstance(code, RateCode))
