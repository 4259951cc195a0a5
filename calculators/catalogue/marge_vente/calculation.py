"""From the purchase to what is left of one sale."""

from dataclasses import dataclass, field

from calculators.catalogue.marge_vente import words
from calculators.catalogue.marge_vente.inputs import (
    MargeVenteInputs,
    ModePrix,
    MoyenPaiement,
    Plateforme,
    Regime,
    VersementLiberatoire,
)
from calculators.catalogue.marge_vente.lines import MargeVente
from calculators.kit.amounts import Amount, ceiling, constant, maximum, rounded, total
from calculators.kit.lines import Day
from calculators.kit.rates import RateBook
from calculators.kit.units import (
    MILLIONTH,
    PERCENT,
    TRILLIONTH,
)
from calculators.law import micro, paypal, tiktok_shop, tva
from calculators.law.frais import au_centime_pres, frais
from calculators.law.tva import StatutTva, TvaAchat


@dataclass
class Parts:
    """The proportional levies met on the way, for the price that reaches a target."""

    sur_ca: list[Amount] = field(default_factory=list)
    sur_encaissement: list[Amount] = field(default_factory=list)
    affiliation: Amount | None = None
    fixe: Amount | None = None


def formulas(*, inputs: MargeVenteInputs, rates: RateBook) -> MargeVente:
    """Compute one sale; each rate is the one of the sale's date."""
    m = MargeVente(inputs, rates)
    on = m.day("date_vente")
    if inputs.plateforme is Plateforme.TIKTOK_SHOP and on.before(tiktok_shop.OUVERTURE_FRANCE):
        return m.not_applicable("tiktok_shop_pas_ouvert", tiktok_shop.PAS_ENCORE, "date_vente")
    parts = Parts()
    vat = tva.taux_tva(m, inputs.taux_tva, on) if inputs.statut_tva is StatutTva.ASSUJETTI else None
    _achat(m, on, vat)
    _prix(m, vat)
    _recette(m, vat)
    m.transport = m["port_paye"]
    _plateforme(m, on, vat, parts)
    _paiement(m, on, parts)
    _prelevements(m, on, parts)
    _resultat(m, vat)
    _objectif(m, vat, parts)
    _mentions(m)
    _article(m, on)
    return m


def _achat(m: MargeVente, on: Day, vat: Amount | None) -> None:
    parts: list[Amount] = [m["prix_achat"]]
    if m.inputs.tva_achat is not TvaAchat.AUCUNE:
        achat = m["prix_achat"] * tva.taux_tva(m, m.inputs.tva_achat, on)
        if vat is None:
            m.tva_achat_perdue = achat
            parts.append(m.tva_achat_perdue)
        else:
            m.tva_achat_recuperee = achat
    m.cout_revient = total([*parts, m["port_achat"], m["douane"]])


def _prix(m: MargeVente, vat: Amount | None) -> None:
    price: Amount
    match m.inputs.mode_prix:
        case ModePrix.PRIX:
            price = m["prix_vente"]
        case ModePrix.COEFFICIENT_TTC:
            price = m.cout_revient * m["coefficient"]
        case ModePrix.TAUX_MARGE:
            price = _ttc(m.cout_revient * (1 + m["taux_marge"]), vat)
        case ModePrix.TAUX_MARQUE:
            price = _ttc(m.cout_revient / (1 - m["taux_marque"]), vat)
        case ModePrix.COEFFICIENT_HT:
            price = _ttc(m.cout_revient * m["coefficient"], vat)
    m.prix_client = price
    if vat is not None:
        m.prix_ht = m.prix_client / (1 + vat)
    net = m.prix_client if vat is None else m.prix_ht
    m.marge_brute = net - m.cout_revient
    m.taux_marge_obtenu = m.marge_brute / m.cout_revient
    m.taux_marque_obtenu = m.marge_brute / net
    m.coefficient_ht_obtenu = net / m.cout_revient
    m.coefficient_ttc_obtenu = m.prix_client / m.cout_revient


def _ttc(price: Amount, vat: Amount | None) -> Amount:
    return price if vat is None else price * (1 + vat)


def _recette(m: MargeVente, vat: Amount | None) -> None:
    if vat is None:
        m.chiffre_affaires = m.prix_client + m["port_facture"]
    else:
        m.encaissement = m.prix_client + m["port_facture"]
        m.chiffre_affaires = m.encaissement / (1 + vat)
        m.tva_collectee = m.encaissement - m.chiffre_affaires


def _encaisse(m: MargeVente) -> Amount:
    return m.lines.get("encaissement", m.chiffre_affaires)


def _plateforme(m: MargeVente, on: Day, vat: Amount | None, parts: Parts) -> None:
    if m.inputs.plateforme is not Plateforme.TIKTOK_SHOP:
        return
    taux: Amount = tiktok_shop.taux_commission(m, m.inputs.cas_tiktok, on, "cas_tiktok")
    if vat is None:
        m.commission_tiktok = _encaisse(m) * taux
    else:
        normal = m.rate(tva.NORMAL, on)
        m.commission_tiktok_ttc = _encaisse(m) * taux
        m.commission_tiktok = m.commission_tiktok_ttc / (1 + normal)
        taux = taux / (1 + normal)
    parts.sur_encaissement.append(taux)
    m.remark("info", "date_commission", tiktok_shop.HYPOTHESE_DATE, "date_vente")
    parts.affiliation = tiktok_shop.taux_affiliation(m, "affiliation_ouverte", "affiliation_ciblee")
    if parts.affiliation is not None:
        m.affiliation = m.prix_client * parts.affiliation
        parts.sur_encaissement.append(parts.affiliation)


def _paiement(m: MargeVente, on: Day, parts: Parts) -> None:
    taux: Amount
    match m.inputs.moyen_paiement:
        case MoyenPaiement.AUCUN:
            return
        case MoyenPaiement.PAYPAL:
            taux, parts.fixe = paypal.tarif(m, paypal.GenrePaypal.COMMERCIALE, on)
        case MoyenPaiement.SAISI:
            taux, parts.fixe = m["paiement_taux"], m["paiement_fixe"]
    m.frais_paiement = frais(_encaisse(m), taux, parts.fixe)
    parts.sur_encaissement.append(taux)


def _prelevements(m: MargeVente, on: Day, parts: Parts) -> None:
    choix = m.inputs.versement_liberatoire
    if m.inputs.regime is not Regime.MICRO:
        m.remark(
            "info",
            "hors_micro",
            words.HORS_MICRO,
        )
        return
    taux = m.rate(micro.COTISATIONS_VENTE, on)
    parts.sur_ca.append(taux)
    if choix is VersementLiberatoire.NON:
        m.cotisations = m.chiffre_affaires * taux
        m.remark("info", "impot_non_deduit", words.IMPOT_NON_DEDUIT, "versement_liberatoire")
    else:
        impot = m.rate(micro.VERSEMENT_LIBERATOIRE_VENTE, on)
        parts.sur_ca.append(impot)
        if choix is VersementLiberatoire.GROUPE:
            m.cotisations_et_impot = m.chiffre_affaires * (taux + impot)
        else:
            m.cotisations = m.chiffre_affaires * taux
            m.versement_impot = m.chiffre_affaires * impot
    formation = micro.taux_cfp(m, m.inputs.chambre, on)
    m.cfp = m.chiffre_affaires * formation
    parts.sur_ca.append(formation)
    if not m.inputs.exonere_taxe_chambre:
        chambre = micro.taux_taxe_chambre(m, m.inputs.chambre, on)
        m.taxe_chambre = m.chiffre_affaires * chambre
        parts.sur_ca.append(chambre)


PRELEVEMENTS = ("cotisations", "cotisations_et_impot", "cfp", "taxe_chambre", "versement_impot")
DEPENSES = (
    "cout_revient",
    "transport",
    "commission_tiktok",
    "affiliation",
    "frais_paiement",
    *PRELEVEMENTS,
)


def _resultat(m: MargeVente, vat: Amount | None) -> None:
    m.depenses = total(m.present(DEPENSES))
    m.reste = m.chiffre_affaires - m.depenses
    m.taux_marge_nette = m.reste / m.chiffre_affaires
    if m.inputs.frais_mensuels is not None:
        ventes = m["frais_mensuels"] / maximum(m.reste, 0)
        m.ventes_a_equilibre = ceiling(rounded(ventes, MILLIONTH))
        m.warn(
            m.reste <= 0,
            "pas_d_equilibre",
            words.PAS_D_EQUILIBRE,
            "frais_mensuels",
        )


def _objectif(m: MargeVente, vat: Amount | None, parts: Parts) -> None:
    if m.inputs.marge_nette_visee is None:
        return
    cible, un_plus_tva = m["marge_nette_visee"], constant(1) if vat is None else 1 + vat
    fixe = () if parts.fixe is None else (parts.fixe,)
    fixed = total([*m.present(("cout_revient", "transport")), *fixe])
    if parts.affiliation is not None:
        fixed = fixed - m["port_facture"] * parts.affiliation
    m.couts_non_proportionnels = fixed
    m.part_sur_ca = total(parts.sur_ca, PERCENT)
    m.part_sur_encaissement = total(parts.sur_encaissement, PERCENT)
    net = 1 - m.part_sur_ca - cible
    m.part_disponible = (net if vat is None else net / un_plus_tva) - m.part_sur_encaissement
    m.encaissement_calcule = m.couts_non_proportionnels / maximum(m.part_disponible, 0)
    ecart = m.part_disponible - m.couts_non_proportionnels / m.encaissement_calcule
    # A difference of near equals: doubles reach its ties only on a finer grid first.
    m.ecart_objectif = rounded(ecart if vat is None else ecart * un_plus_tva, TRILLIONTH)
    m.encaissement_vise = au_centime_pres(m.encaissement_calcule, m.ecart_objectif < 0)
    m.prix_vise = m.encaissement_vise - m["port_facture"]
    m.warn(
        m.part_disponible <= 0,
        "marge_impossible",
        words.MARGE_IMPOSSIBLE,
        "marge_nette_visee",
    )


def _article(m: MargeVente, on: Day) -> None:
    if m.inputs.regime is not Regime.MICRO:
        return
    taux, abattement = m.rate(micro.COTISATIONS_VENTE, on), m.rate(micro.ABATTEMENT_VENTE, on)
    m.article_cotisations = (m.chiffre_affaires - m.chiffre_affaires * abattement) * taux
    m.article_reste = m.reste + total(m.present(PRELEVEMENTS)) - m.article_cotisations
    m.remark(
        "article",
        "lecture_article",
        words.LECTURE_ARTICLE,
    )


def _mentions(m: MargeVente) -> None:
    if m.inputs.statut_tva is StatutTva.FRANCHISE:
        m.remark(
            "info",
            "mention_franchise",
            words.MENTION_FRANCHISE,
            "statut_tva",
        )
    m.warn(
        m.taux_marque_obtenu < m["marque_minimale"],
        "marque_non_viable",
        words.MARQUE_NON_VIABLE,
        "marque_minimale",
    )
    m.warn(
        m.reste < 0,
        "perte",
        words.PERTE,
    )
    m.warn(
        m.chiffre_affaires <= 0,
        "chiffre_affaires_nul",
        words.CHIFFRE_AFFAIRES_NUL,
    )


CODES = (*micro.CODES, *tva.CODES, *tiktok_shop.CODES, *paypal.COMMERCIALE)
