"""Payroll of the private sector: from a gross salary to the employer's cost and to the net.

class Portage(Sheet):
    paie = part(Paie, bare=True)

paie(m.paie, brut=m["salaire"], on=m.day("periode"), profil=profil(m))
au_taux_neutre(m.paie, base(m.paie), m.day("periode"), Territoire.METROPOLE)
"""

from calculators.law.paie.assimile import SANS_OBJET, profil_du_president
from calculators.law.paie.calcul import paie
from calculators.law.paie.codes import CODES, PRECARITE
from calculators.law.paie.lignes import Paie
from calculators.law.paie.prelevement import Prelevement, au_taux, au_taux_neutre, base, montant
from calculators.law.paie.profil import (
    GROUPE_PAIE,
    Alternants,
    Effectif,
    PaieInputs,
    Profil,
    Statut,
    profil,
)
from calculators.law.paie.recherche import brut_pour_cout, brut_pour_net
from calculators.law.paie.taux import GRILLES, Territoire, est_connue, taux

__all__ = [
    "CODES",
    "GRILLES",
    "GROUPE_PAIE",
    "PRECARITE",
    "SANS_OBJET",
    "Alternants",
    "Effectif",
    "Paie",
    "PaieInputs",
    "Prelevement",
    "Profil",
    "Statut",
    "Territoire",
    "au_taux",
    "au_taux_neutre",
    "base",
    "brut_pour_cout",
    "brut_pour_net",
    "est_connue",
    "montant",
    "paie",
    "profil",
    "profil_du_president",
    "taux",
]
