"""Portage salarial: from the invoice to the envelope, from the envelope to the pay.

class MonCalcul(Sheet):
    facture = part(Enveloppe, bare=True)
    salaire = part(Salaire, bare=True)
    rapide = part(Forfait)

enveloppe(m.facture, honoraires, Conditions(tarif=pourcentage(m["taux_frais"])), tva)
salaire_de_enveloppe(m.salaire, m.facture.enveloppe, Contrat(on, profil, Reserve.CHARGEE))
forfait(m.rapide, m.facture.enveloppe, on, Reserve.CHARGEE)

`gestion` holds the fees and their inverse, `enveloppe` what stands before the payroll, `salaire`
the exact payroll, `lectures` the two quick ones, `minimum` the pay of the agreement, `epargne` the
savings plan.
"""
