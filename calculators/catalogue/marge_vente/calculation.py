"""From the purchase to what is left of one sale."""

from calculators.catalogue.marge_vente import words
from calculators.catalogue.marge_vente.entreprise import entreprise
from calculators.catalogue.marge_vente.inputs import (
    MargeVenteInputs,
    ModePrix,
    Plateforme,
    Regime,
    VersementLiberatoire,
)
from calculators.catalogue.marge_vente.lines import MargeVente
from calculators.catalogue.marge_vente.tarifs import Tarifs, tarifs
from calculators.kit.amounts import Amount, ceiling, constant, maximum, rounded, total
from calculators.kit.days import Day
from calculators.kit.rates import RateBook
from calculators.kit.units import BILLIONTH, PERCENT, TRILLIONTH
from calculators.law import micro, tiktok_shop, tva
from calculators.law.frais import au_centime_pres, frais
from calculators.law.tva import StatutTva, TvaAchat

PRELEVEMENTS = ("cotisations", "cotisations_et_impot", "cfp", "taxe_chambre", "versement_impot")
DEPENSES = (
    "cout_revient",
    "transport",
    "commission_tiktok",
    "affiliation",
    "frais_paiement",
    *PRELEVEMENTS,
)


def formulas(*, inputs: MargeVenteInputs, rates: RateBook) -> MargeVente:
    """Compute one sale; each rate is the one of the sale's date."""
    m = MargeVente(inputs, rates)
    on = m.day("date_vente")
    if inputs.plateforme is Plateforme.TIKTOK_SHOP and tiktok_shop.pas_encore_ouvert(m, on):
        return m.not_applicable("tiktok_shop_pas_ouvert", tiktok_shop.pas_encore(m), "date_vente")
    known = tarifs(m, on)
    _achat(m, on, known.vat)
    m.transport = m["port_paye"]
    _objectif(m, known)
    _prix(m, known.vat)
    _recette(m, known.vat)
    _plateforme(m, known)
    if known.paiement is not None:
        m.frais_paiement = frais(_encaisse(m), known.paiement, known.fixe)
    _prelevements(m, known)
    _tva(m)
    _resultat(m)
    _mentions(m, on)
    _article(m, on)
    entreprise(m, on, known.vat)
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


def _objectif(m: MargeVente, known: Tarifs) -> None:
    """The price that leaves the wanted share of the turnover: costs over what each euro leaves."""
    if m.inputs.marge_nette_visee is None:
        return
    vat = known.vat
    cible, un_plus_tva = m["marge_nette_visee"], constant(1) if vat is None else 1 + vat
    fixe = () if known.fixe is None else (known.fixe,)
    fixed = total([m.cout_revient, m.transport, *fixe])
    if known.affiliation is not None:
        fixed = fixed - m["port_facture"] * known.affiliation
    m.couts_non_proportionnels = fixed
    m.part_sur_ca = total(known.sur_ca, PERCENT)
    m.part_sur_encaissement = total(known.sur_encaissement, PERCENT)
    net = 1 - m.part_sur_ca - cible
    m.part_disponible = (net if vat is None else net / un_plus_tva) - m.part_sur_encaissement
    m.encaissement_calcule = m.couts_non_proportionnels / maximum(m.part_disponible, 0)
    ecart = m.part_disponible - m.couts_non_proportionnels / m.encaissement_calcule
    # A difference of near equals: doubles reach its ties only on a finer grid first.
    m.ecart_objectif = rounded(ecart if vat is None else ecart * un_plus_tva, TRILLIONTH)
    m.encaissement_vise = au_centime_pres(m.encaissement_calcule, m.ecart_objectif < 0)
    m.prix_vise = m.encaissement_vise - m["port_facture"]
    impossible = m.part_disponible <= 0
    m.warn(impossible, "marge_impossible", words.MARGE_IMPOSSIBLE, "marge_nette_visee")


def _prix(m: MargeVente, vat: Amount | None) -> None:
    m.prix_client = _prix_client(m, vat)
    if vat is not None:
        m.prix_ht = m.prix_client / (1 + vat)
    net = m.prix_client if vat is None else m.prix_ht
    m.marge_brute = net - m.cout_revient
    m.taux_marge_obtenu = m.marge_brute / m.cout_revient
    m.taux_marque_obtenu = m.marge_brute / net
    m.coefficient_ht_obtenu = net / m.cout_revient
    m.coefficient_ttc_obtenu = m.prix_client / m.cout_revient


def _prix_client(m: MargeVente, vat: Amount | None) -> Amount:
    match m.inputs.mode_prix:
        case ModePrix.PRIX:
            return m["prix_vente"]
        case ModePrix.MARGE_NETTE:
            return m.prix_vise
        case ModePrix.COEFFICIENT_TTC:
            return m.cout_revient * m["coefficient"]
        case ModePrix.COEFFICIENT_HT:
            return _ttc(m.cout_revient * m["coefficient"], vat)
        case ModePrix.TAUX_MARGE:
            return _ttc(m.cout_revient * (1 + m["taux_marge"]), vat)
        case ModePrix.TAUX_MARQUE:
            return _ttc(m.cout_revient / (1 - m["taux_marque"]), vat)


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


def _plateforme(m: MargeVente, known: Tarifs) -> None:
    if known.commission is None:
        return
    if known.commission_vat is None:
        m.commission_tiktok = _encaisse(m) * known.commission
    else:
        m.commission_tiktok_ttc = _encaisse(m) * known.commission
        m.commission_tiktok = m.commission_tiktok_ttc / (1 + known.commission_vat)
    if known.affiliation is not None:
        m.affiliation = m.prix_client * known.affiliation


def _prelevements(m: MargeVente, known: Tarifs) -> None:
    if known.cotisations is None:
        return
    if known.impot is None:
        m.cotisations = m.chiffre_affaires * known.cotisations
    elif m.inputs.versement_liberatoire is VersementLiberatoire.GROUPE:
        m.cotisations_et_impot = m.chiffre_affaires * (known.cotisations + known.impot)
    else:
        m.cotisations = m.chiffre_affaires * known.cotisations
        m.versement_impot = m.chiffre_affaires * known.impot
    if known.cfp is not None:
        m.cfp = m.chiffre_affaires * known.cfp
    if known.chambre is not None:
        m.taxe_chambre = m.chiffre_affaires * known.chambre


def _tva(m: MargeVente) -> None:
    """What goes to the State: VAT collected less the VAT that this sale lets recover."""
    if m.inputs.statut_tva is not StatutTva.ASSUJETTI:
        return
    recovered: list[Amount] = [*m.present(["tva_achat_recuperee"])]
    if "commission_tiktok_ttc" in m.lines:
        recovered.append(m.commission_tiktok_ttc - m.commission_tiktok)
    m.tva_deductible = total(recovered)
    m.tva_a_reverser = m.tva_collectee - m.tva_deductible


def _resultat(m: MargeVente) -> None:
    m.depenses = total(m.present(DEPENSES))
    m.reste = m.chiffre_affaires - m.depenses
    m.taux_marge_nette = m.reste / m.chiffre_affaires
    if m.inputs.frais_mensuels is not None:
        ventes = m["frais_mensuels"] / maximum(m.reste, 0)
        m.ventes_a_equilibre = ceiling(rounded(ventes, BILLIONTH))
        m.warn(m.reste <= 0, "pas_d_equilibre", words.PAS_D_EQUILIBRE, "frais_mensuels")


def _mentions(m: MargeVente, on: Day) -> None:
    if m.inputs.statut_tva is StatutTva.FRANCHISE:
        recodified = not on.before(tva.RECODIFICATION)
        sentence = tva.MENTION_RECODIFIEE if recodified else tva.MENTION_FRANCHISE
        m.remark("info", "mention_franchise", sentence, "statut_tva")
    low = m.taux_marque_obtenu < m["marque_minimale"]
    m.warn(low, "marque_non_viable", words.MARQUE_NON_VIABLE, "marque_minimale")
    m.warn(m.reste < 0, "perte", words.PERTE)
    m.warn(m.chiffre_affaires <= 0, "chiffre_affaires_nul", words.CHIFFRE_AFFAIRES_NUL)


def _article(m: MargeVente, on: Day) -> None:
    if m.inputs.regime is not Regime.MICRO:
        return
    taux, abattement = m.rate(micro.COTISATIONS_VENTE, on), m.rate(micro.ABATTEMENT_VENTE, on)
    m.article_cotisations = (m.chiffre_affaires - m.chiffre_affaires * abattement) * taux
    m.article_reste = m.reste + total(m.present(PRELEVEMENTS)) - m.article_cotisations
    sold = m.chiffre_affaires > 0
    m.remark("article", "lecture_article", words.LECTURE_ARTICLE, test=sold)
