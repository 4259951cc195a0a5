"""Every rate of one sale, looked up once by the sale's date, before any amount is computed."""

from dataclasses import dataclass

from calculators.catalogue.marge_vente import words
from calculators.catalogue.marge_vente.inputs import (
    MoyenPaiement,
    Plateforme,
    Regime,
    VersementLiberatoire,
)
from calculators.catalogue.marge_vente.lines import MargeVente
from calculators.kit.amounts import Amount, Rate
from calculators.kit.days import Day
from calculators.law import micro, paypal, tiktok_shop, tva
from calculators.law.tva import StatutTva

CODES = (*micro.CODES, *tva.CODES, *tiktok_shop.COMMISSIONS, *paypal.COMMERCIALE)


@dataclass(frozen=True, slots=True)
class Tarifs:
    """What is taken in proportion to the sale, and the fixed part; None where nothing is."""

    vat: Rate | None
    commission: Rate | None = None
    commission_vat: Rate | None = None
    affiliation: Amount | None = None
    paiement: Amount | None = None
    fixe: Amount | None = None
    cotisations: Rate | None = None
    impot: Rate | None = None
    cfp: Rate | None = None
    chambre: Rate | None = None

    @property
    def sur_ca(self) -> list[Amount]:
        """The levies on the turnover."""
        found = (self.cotisations, self.impot, self.cfp, self.chambre)
        return [rate for rate in found if rate is not None]

    @property
    def sur_encaissement(self) -> list[Amount]:
        """The levies on what the buyer pays, without the VAT that is recovered."""
        commission: Amount | None = self.commission
        if self.commission is not None and self.commission_vat is not None:
            commission = self.commission / (1 + self.commission_vat)
        found = (commission, self.affiliation, self.paiement)
        return [rate for rate in found if rate is not None]


def tarifs(m: MargeVente, on: Day) -> Tarifs:
    """Look up the rates of the sale's day, and say what they suppose."""
    vat = None
    if m.inputs.statut_tva is StatutTva.ASSUJETTI:
        vat = tva.taux_tva(m, m.inputs.taux_tva, on)
    commission, commission_vat, affiliation = _plateforme(m, on, vat)
    paiement, fixe = _paiement(m, on)
    return Tarifs(vat, commission, commission_vat, affiliation, paiement, fixe, *_micro(m, on))


def _plateforme(
    m: MargeVente, on: Day, vat: Rate | None
) -> tuple[Rate | None, Rate | None, Amount | None]:
    if m.inputs.plateforme is not Plateforme.TIKTOK_SHOP:
        return None, None, None
    m.remark("info", "date_commission", tiktok_shop.HYPOTHESE_DATE, "date_vente")
    if m.inputs.moyen_paiement is MoyenPaiement.PAYPAL:
        m.remark("info", "deux_frais", words.DEUX_FRAIS, "moyen_paiement")
    commission = tiktok_shop.taux_commission(m, m.inputs.cas_tiktok, on, "cas_tiktok")
    recovered = None if vat is None else m.rate(tva.NORMAL, on)
    affiliation = tiktok_shop.taux_affiliation(m, "affiliation_ouverte", "affiliation_ciblee")
    return commission, recovered, affiliation


def _paiement(m: MargeVente, on: Day) -> tuple[Amount | None, Amount | None]:
    match m.inputs.moyen_paiement:
        case MoyenPaiement.AUCUN:
            return None, None
        case MoyenPaiement.PAYPAL:
            return paypal.tarif(m, paypal.GenrePaypal.COMMERCIALE, on)
        case MoyenPaiement.SAISI:
            return m["paiement_taux"], m["paiement_fixe"]


def _micro(m: MargeVente, on: Day) -> tuple[Rate | None, Rate | None, Rate | None, Rate | None]:
    if m.inputs.regime is not Regime.MICRO:
        m.remark("info", "hors_micro", words.HORS_MICRO, "regime")
        return None, None, None, None
    impot = None
    if m.inputs.versement_liberatoire is VersementLiberatoire.NON:
        m.remark("info", "impot_non_deduit", words.IMPOT_NON_DEDUIT, "versement_liberatoire")
    else:
        impot = m.rate(micro.VERSEMENT_LIBERATOIRE_VENTE, on)
    chambre = m.inputs.chambre
    taxe = None
    if not m.inputs.exonere_taxe_chambre:
        taxe = micro.taux_taxe_chambre(m, chambre, on)
    return m.rate(micro.COTISATIONS_VENTE, on), impot, micro.taux_cfp(m, chambre, on), taxe
