"""What the payslip of portage supposes, told when the answers depart from it."""

from calculators.kit.days import Day
from calculators.kit.lines import Sheet
from calculators.kit.rates import RateCode

SANTE_MINIMUM = RateCode("paie_sante_part_employeur_minimum")
CODES = (SANTE_MINIMUM,)

TEMPS_PARTIEL = (
    "La paie est calculée à temps plein : à temps partiel, le plafond et la réduction générale "
    "suivent le temps de travail (CSS R242-2 et D241-7), et le coût change."
)
PART_SANTE = (
    "L’employeur paie ici moins que sa part minimale de la complémentaire santé (CSS L911-7) : "
    "vérifiez-la."
)


def suppositions(m: Sheet, on: Day) -> None:
    """Warn of part time, and of a health cover that the employer pays too little of.

    The working time reaches the minimum pay alone, not the ceiling of the contributions nor the
    minimum wage of the general reduction.
    """
    m.warn(m["temps_travail"] < 1, "temps_partiel", TEMPS_PARTIEL, "temps_travail")
    little = m["taux_sante_employeur"] < m.rate(SANTE_MINIMUM, on)
    m.warn(little, "part_sante_trop_basse", PART_SANTE, "taux_sante_employeur")
