"""The payslip of the officer of a small company, « assimilé salarié »: CSS L311-3, 11° and 23°.

class Statuts(Sheet):
    bulletin = part(Paie, "{}, SASU", without=SANS_OBJET)

paie(m.bulletin, brut=…, on=…, profil=profil_du_president())
"""

from calculators.kit.amounts import Amount, constant
from calculators.kit.units import EUR, NUMBER
from calculators.law.paie.profil import Effectif, Profil, Statut

# Lines of a payslip that such an officer never has.
SANS_OBJET = frozenset(
    (
        "quatre_plafonds", "chomage", "ags", "apec", "apec_salarie", "dialogue_social",
        "seuil_reduction", "coefficient_reduction", "reduction_generale",  # what employees have
        "peec", "mobilite", "forfait_social", "apprentissage_supplementaire",  # larger companies
        "formation_conventionnelle", "cpf_cdd", "maladie_salarie", "prevoyance_salarie",
        "base_prelevement", "taux_prelevement", "prelevement", "net_paye",
    )
)  # fmt: skip


def profil_du_president(atmp: Amount | None = None) -> Profil:
    """Alone in the company, with the provident cover of executives and no health cover.

    `atmp` is the rate notified to the company; none: the national average.
    """
    return Profil(
        statut=Statut.ASSIMILE, effectif=Effectif.MOINS_DE_11, atmp=atmp,
        sante=constant(0, EUR), sante_employeur=constant(0, NUMBER),
    )  # fmt: skip
