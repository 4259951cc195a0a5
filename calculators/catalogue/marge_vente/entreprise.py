"""« Comme une vraie entreprise »: the article's way to compare, VAT out and charges on the margin.

Not a rule of law: no contribution is a share of the margin. It is shown when the share is typed.
"""

from calculators.catalogue.marge_vente import words
from calculators.catalogue.marge_vente.lines import MargeVente
from calculators.kit.amounts import Amount
from calculators.kit.days import Day
from calculators.law import tva
from calculators.law.tva import TauxTva, TvaAchat


def entreprise(m: MargeVente, on: Day, vat: Amount | None) -> None:
    """Fill the reading; prices that hold no VAT of their own are read as holding the normal one."""
    if m.inputs.charges_sur_marge is None:
        return
    normal = 1 + tva.taux_tva(m, TauxTva.NORMAL, on)
    m.entreprise_vente = m.prix_client / (normal if vat is None else 1 + vat)
    whole = vat is None and m.inputs.tva_achat is TvaAchat.AUCUNE
    m.entreprise_achat = m["prix_achat"] / normal if whole else m["prix_achat"] + 0
    m.entreprise_marge = m.entreprise_vente - m.entreprise_achat
    m.entreprise_charges = m.entreprise_marge * m["charges_sur_marge"]
    m.entreprise_reste = m.entreprise_marge - m.entreprise_charges
    m.remark("article", "comme_une_entreprise", words.COMME_UNE_ENTREPRISE, "charges_sur_marge")
