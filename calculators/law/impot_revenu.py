"""Income tax of a household, by the year of its incomes (CGI 193 to 197, 197 C, 1657).

class Micro(Sheet):
    foyer = part(Foyer, section="foyer")
    avec = part(Impot, "{}, avec l’activité", section="impot")
    sans = part(Impot, "{}, sans l’activité", section="impot")

foyer(m.foyer, annee=2025)
impot(m.avec, revenu_imposable=m.foyer.revenus + m.revenu_abattu, foyer=m.foyer, annee=2025)
impot(m.sans, revenu_imposable=m.foyer.revenus, foyer=m.foyer, annee=2025)
"""

from datetime import date

from calculators.kit import french
from calculators.kit.amounts import Amount, bareme, constant, maximum, minimum, when
from calculators.kit.lines import declared
from calculators.kit.parts import Part
from calculators.kit.units import EUR, EURO, MILLIONTH, NUMBER
from calculators.law import impot_regles
from calculators.law.foyer import Foyer, FoyerInputs, adultes
from calculators.law.impot_regles import (
    LOI,
    Adultes,
    Methode,
    Reduction20,
    Regles,
    publie,
    regles,
)

CODES = impot_regles.CODES
ZERO, UN = constant(0, EUR), constant(1)


class Impot(Part):
    """The lines of one tax; those that the law rounds are in whole euros."""

    inputs: FoyerInputs

    revenu = declared("Revenu net imposable", EURO)
    revenu_total = declared(
        "Revenu qui fixe le taux", EURO, level="detail",
        help="Avec les revenus sous versement libératoire : CGI 197 C.",
    )  # fmt: skip
    impot_quotient = declared(
        "Impôt avec toutes les parts", MILLIONTH, level="detail",
        help="Barème de l’année appliqué au revenu d’une part : CGI 197, I, 1.",
    )  # fmt: skip
    impot_sans_quotient = declared(
        "Impôt sans les parts supplémentaires", MILLIONTH, level="detail",
        help="Cet impôt, moins l’avantage maximal, est un plancher : CGI 197, I, 2.",
    )  # fmt: skip
    impot_brut = declared("Impôt brut", EURO)
    decote = declared("Décote", EURO, help="CGI 197, I, 4")
    reduction_20 = declared("Réduction sous condition de revenu", EURO, help="CGI 197, I, 4, b")
    cehr = declared(
        "Contribution exceptionnelle sur les hauts revenus", EURO, level="detail",
        help="CGI 223 sexies, sans le lissage des revenus exceptionnels. La contribution "
        "différentielle sur les hauts revenus (20 % au moins, depuis 2025) n’est pas comptée.",
    )  # fmt: skip
    impot_du = declared("Impôt sur le revenu", EURO, level="total")


def impot(
    part: Impot, *, revenu_imposable: Amount, foyer: Foyer, annee: int,
    revenu_sous_versement: Amount | None = None, methode: Methode = LOI,
) -> None:  # fmt: skip
    """Fill the lines of one tax.

    `revenu_sous_versement` is what the versement libératoire already paid for: it raises the rate
    of the other incomes, and the tax is due in their proportion only (CGI 197 C).
    """
    rules, euro = regles(part, annee), methode.euro
    adults = adultes(foyer, rules)
    part.assign("revenu", maximum(revenu_imposable, ZERO), euro)
    if revenu_sous_versement is None:
        base, share = part.revenu, None
    else:
        part.assign("revenu_total", part.revenu + revenu_sous_versement, euro)
        base, share = part.revenu_total, part.revenu / part.revenu_total
    part.impot_quotient = _bareme(base, foyer.parts, rules)
    part.impot_sans_quotient = _bareme(base, adults.parts, rules)
    brut = maximum(part.impot_quotient, part.impot_sans_quotient - foyer.plafond_quotient)
    part.assign("impot_brut", brut if share is None else when(base > ZERO, brut * share, 0), euro)
    net = _apres_decote(part, adults, rules, methode)
    if rules.reduction_20 is not None:
        reduction = _reduction(net, base, foyer, adults, rules.reduction_20)
        part.assign("reduction_20", reduction, euro)
        net = net - part.reduction_20
    if rules.cehr_taux:
        part.assign("cehr", bareme(base, rules.cehr_taux, adults.cehr), euro)
        net = net + part.cehr
    due = when(net < rules.recouvrement, ZERO, net) if methode.recouvrement_minimum else net
    part.assign("impot_du", due, euro)
    _bareme_non_vote(part, rules, annee)


def taux_moyen(part: Impot) -> Amount:
    """The tax as a share of the income, unrounded; none without income."""
    return when(part.revenu > ZERO, part.impot_du / part.revenu, 0)


def _bareme(revenu: Amount, parts: Amount, rules: Regles) -> Amount:
    return bareme(revenu / parts, rules.taux, rules.limites) * parts


def _apres_decote(part: Impot, adults: Adultes, rules: Regles, methode: Methode) -> Amount:
    decote = maximum(adults.decote - part.impot_brut * rules.decote_coefficient, ZERO)
    if methode.decote_limitee:
        part.assign("decote", minimum(decote, part.impot_brut), methode.euro)
        return part.impot_brut - part.decote
    part.assign("decote", decote, methode.euro)
    return maximum(part.impot_brut - part.decote, ZERO)


def _reduction(
    net: Amount, revenu: Amount, foyer: Foyer, adults: Adultes, rules: Reduction20
) -> Amount:
    """Whole up to a first income, none from a second one, in proportion between."""
    parts = rules.demi_part * ((foyer.parts - adults.parts) * 2)
    fin = rules.fin * adults.parts + parts
    marge = (rules.fin - rules.plafond) * adults.parts
    share = maximum(minimum((fin - revenu) / marge, UN), constant(0, NUMBER))
    return net * rules.taux * share


def _bareme_non_vote(part: Impot, rules: Regles, annee: int) -> None:
    """Say once that no scale is voted for the year, and what the bill would change."""
    code = "bareme_non_vote"
    if rules.annee_bareme >= annee or any(r.code == code for r in part.remarks):
        return
    sentence = (
        f"Le barème des revenus {annee} n’est pas voté : celui des revenus {rules.annee_bareme} "
        f"est employé"
    )
    part.remark("info", code, f"{sentence}{_projet(part, annee)}.")


def _projet(part: Impot, annee: int) -> str:
    on = date(annee, 1, 1)
    codes = (impot_regles.PROJET_LIMITES, impot_regles.PROJET_DECOTES, impot_regles.PROJET_PLAFONDS)
    facts = [[publie(part, code, on) for code in group] for group in codes]
    if any(fact is None for group in facts for fact in group):
        return ""
    limites, decotes, plafonds = (
        [f"{french.number(fact.value)}{french.NBSP}€" for fact in group if fact and fact.value]
        for group in facts
    )
    return (
        f" ; projet de loi de finances : tranches jusqu’à {', '.join(limites)}, décote de "
        f"{decotes[0]} (couple : {decotes[1]}), demi-part limitée à {plafonds[0]} "
        f"(parent isolé : {plafonds[1]})"
    )
