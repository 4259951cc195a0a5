"""EURL under corporate tax: the whole profit as pay, or a part of it and dividends."""

from calculators.catalogue.comparateur_statuts.communs import ajoute, cotise, impot_societes
from calculators.catalogue.comparateur_statuts.lines import ComparateurStatuts
from calculators.kit.amounts import Amount, constant, maximum
from calculators.kit.units import EUR
from calculators.law import independants, societe
from calculators.law.societe import ImpositionDividendes

ZERO = constant(0, EUR)


def tout_en_remuneration(m: ComparateurStatuts) -> None:
    """The whole profit as pay: nothing is left to corporate tax."""
    cotise(m, m.eurl, maximum(m.resultat_reel, ZERO))
    independants.deduire(m.eurl, annee=m.inputs.annee)
    m.impot_eurl = ajoute(m, m.avec_eurl, m.eurl.imposable_apres_deduction)


def mixte(m: ComparateurStatuts) -> None:
    """A part of the profit as pay, the rest in dividends above the corporate tax."""
    given = m.inputs
    m.remuneration = maximum(m.resultat_reel, ZERO) * m["part_remuneration"]
    impot_societes(m, m.societe, m.resultat_reel - m.remuneration)
    profit = maximum(m.societe.benefice_net, ZERO)
    societe.dividendes(
        m.dividendes, montant=profit * m["part_distribuee"], annee=given.annee,
        sans_cotisations=societe.franchise(m, m["capital"], given.annee),
        option=given.imposition_dividendes,
    )  # fmt: skip
    m.reserve_societe = profit - m.dividendes.dividendes
    cotise(m, m.mixte, m.remuneration, dividendes=m.dividendes.dividendes_cotises)
    independants.deduire(m.mixte, annee=given.annee)
    income: Amount = m.mixte.imposable_apres_deduction
    if given.imposition_dividendes is ImpositionDividendes.BAREME:
        income = income + m.dividendes.imposables
    m.impot_mixte = ajoute(m, m.avec_mixte, income)
