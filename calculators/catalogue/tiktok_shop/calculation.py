"""Commission = (payment + platform's discount − refunds) × rate of the order's day, VAT included.

A later refund recomputes the commission at the order's own rate and keeps both amounts.
"""

from calculators.catalogue.tiktok_shop import words
from calculators.catalogue.tiktok_shop.inputs import TiktokShopInputs
from calculators.kit.amounts import Amount, maximum, total, when
from calculators.kit.days import Day
from calculators.kit.lines import Line, Sheet, declared
from calculators.kit.rates import RateBook
from calculators.kit.units import CENT, DAYS, EXACT, PERCENT, PERCENT_CENT
from calculators.law import tiktok_shop, tva
from calculators.law.tiktok_shop import CasTiktok
from calculators.law.tva import StatutTva

CODES = (*tiktok_shop.CODES, tva.NORMAL)


class TiktokShop(Sheet):
    """The lines of one order."""

    inputs: TiktokShopInputs

    base_commission = declared("Base de la commission", CENT, section="base", level="total")
    base_apres_remboursement = declared(
        "Base après le remboursement ultérieur", CENT, section="remboursement", level="detail"
    )
    jour_inscription = declared(
        "Jour depuis l’inscription",
        EXACT,
        unit=DAYS,
        section="commission",
        level="detail",
        help="Le jour de l’inscription est le jour 1.",
    )
    duree_taux_reduit = declared(
        "Durée du taux réduit", EXACT, unit=DAYS, section="commission", level="detail"
    )
    taux_applique = declared(
        "Taux de commission", EXACT, unit=PERCENT, section="commission", level="detail"
    )
    commission = declared(
        "Commission TikTok Shop",
        CENT,
        nature="plateforme",
        section="commission",
        help="TVA comprise.",
    )
    commission_finale = declared(
        "Commission après remboursement", CENT, nature="plateforme", section="remboursement"
    )
    ajustement = declared(
        "Ajustement de la commission", CENT, section="remboursement", level="detail"
    )
    commission_ht = declared("Commission hors taxes", CENT, section="tva", level="detail")
    commission_tva = declared(
        "TVA contenue dans la commission", CENT, section="tva", level="detail"
    )
    taux_affiliation = declared(
        "Taux d’affiliation", EXACT, unit=PERCENT, section="affiliation", level="detail"
    )
    affiliation = declared(
        "Commission d’affiliation", CENT, nature="plateforme", section="affiliation", unsure=True
    )
    commission_retenue = declared("Commissions prélevées", CENT, section="resultat", level="total")
    reste = declared("Reversé au vendeur", CENT, nature="reste", section="resultat", level="key")
    taux_reel = declared(
        "Part de la base", PERCENT_CENT, unit=PERCENT, section="resultat", level="detail"
    )


def formulas(*, inputs: TiktokShopInputs, rates: RateBook) -> TiktokShop:
    """Compute one order at the rate of its day."""
    m = TiktokShop(inputs, rates)
    on = m.day("date_commande")
    if tiktok_shop.pas_encore_ouvert(m, on):
        return m.not_applicable(
            "tiktok_shop_pas_ouvert", tiktok_shop.pas_encore(m), "date_commande"
        )
    _base(m)
    m.taux_applique = _taux(m, on)
    m.commission = m.base_commission * m.taux_applique
    finale = _remboursement_ulterieur(m)
    if inputs.statut_tva is StatutTva.ASSUJETTI:
        m.commission_ht = finale / (1 + m.rate(tva.NORMAL, on))
        m.commission_tva = finale - m.commission_ht
        m.remark("info", "tva_recuperable", words.TVA_RECUPERABLE, "statut_tva")
    _affiliation(m)
    _resultat(m, finale)
    m.remark("info", "date_commission", tiktok_shop.HYPOTHESE_DATE, "date_commande")
    return m


def _base(m: TiktokShop) -> None:
    net = m["paiement_client"] + m["remise_plateforme"] - m["remboursements"]
    m.base_commission = maximum(net, 0)
    m.warn(
        m["remboursements"] > m["paiement_client"] + m["remise_plateforme"],
        "remboursement_excessif",
        words.REMBOURSEMENT_EXCESSIF,
        "remboursements",
    )


def _taux(m: TiktokShop, on: Day) -> Amount:
    cas = m.inputs.cas
    if cas is not CasTiktok.NOUVEAU_VENDEUR or tiktok_shop.taux_unique(m, on):
        return tiktok_shop.taux_commission(m, cas, on, "cas")
    standard = tiktok_shop.taux_commission(m, CasTiktok.STANDARD, on, "cas")
    inscription = m.day("date_inscription")
    if tiktok_shop.taux_unique(m, inscription):
        m.remark(
            "info", "inscription_ancienne", words.INSCRIPTION_TROP_ANCIENNE, "date_inscription"
        )
        return standard
    m.jour_inscription = on.amount - inscription.amount + 1
    m.duree_taux_reduit = m.rate(tiktok_shop.DUREE_NOUVEAU_VENDEUR, inscription)
    m.warn(
        m.jour_inscription > m.duree_taux_reduit,
        "fin_taux_reduit",
        words.FIN_TAUX_REDUIT,
        "date_inscription",
    )
    reduit = tiktok_shop.taux_commission(m, cas, on, "cas")
    return when(m.jour_inscription <= m.duree_taux_reduit, reduit, standard)


def _remboursement_ulterieur(m: TiktokShop) -> Line:
    if m.inputs.remboursement_ulterieur is None:
        return m.commission
    net = m["paiement_client"] + m["remise_plateforme"] - m["remboursements"]
    apres = net - m["remboursement_ulterieur"]
    m.base_apres_remboursement = maximum(apres, 0)
    m.commission_finale = m.base_apres_remboursement * m.taux_applique
    m.ajustement = m.commission_finale - m.commission
    m.remark("info", "ajustement", words.AJUSTEMENT, "date_remboursement")
    m.warn(
        m["remboursement_ulterieur"] > m.base_commission,
        "remboursement_excessif",
        words.REMBOURSEMENT_EXCESSIF,
        "remboursement_ulterieur",
    )
    return m.commission_finale


def _affiliation(m: TiktokShop) -> None:
    taux = tiktok_shop.taux_affiliation(m, "affiliation_ouverte", "affiliation_ciblee")
    if taux is None:
        return
    m.taux_affiliation = taux
    base: Amount
    if m.inputs.base_affiliation is None:
        base = m.lines.get("base_apres_remboursement", m.base_commission)
    else:
        payees = m["ventes_affiliees"] - m["ventes_remboursees"]
        base = m["base_affiliation"] * payees
        if m.inputs.remboursement_ulterieur is not None and m.inputs.ventes_remboursees == 0:
            m.remark("warning", "vente_remboursee", words.VENTE_REMBOURSEE, "ventes_remboursees")
    m.affiliation = base * m.taux_affiliation
    m.remark("info", "base_affiliation", words.BASE_AFFILIATION, "affiliation_ouverte")


def _resultat(m: TiktokShop, commission: Line) -> None:
    m.commission_retenue = total([commission, *m.present(["affiliation"])])
    base = m.lines.get("base_apres_remboursement", m.base_commission)
    m.reste = base - m.commission_retenue
    m.taux_reel = m.commission_retenue / base
