"""Fee = amount × percentage + number × fixed part, rounded once, half up, to the cent."""

from calculators.catalogue.paypal import words
from calculators.catalogue.paypal.inputs import PaypalInputs, RegimeRemboursement
from calculators.kit.amounts import Amount, constant
from calculators.kit.days import Day
from calculators.kit.lines import Sheet, declared
from calculators.kit.rates import RateBook
from calculators.kit.units import CENT, EXACT, PERCENT, PERCENT_CENT
from calculators.law import paypal
from calculators.law.frais import au_centime_pres, brut_pour, frais, net_de
from calculators.law.paypal import GenrePaypal, PalierPaypal

CODES = paypal.CODES


class Paypal(Sheet):
    """The lines of one payment."""

    inputs: PaypalInputs

    encaisse = declared("Payé par le client", CENT, section="frais")
    taux_total = declared("Taux appliqué", EXACT, unit=PERCENT, section="frais", level="detail")
    frais = declared("Frais PayPal", CENT, nature="paiement", section="frais")

    frais_rendus = declared(
        "Frais rendus au remboursement", CENT, section="remboursement", level="detail"
    )
    encaisse_apres_remboursement = declared(
        "Encaissé après remboursement", CENT, section="remboursement"
    )
    frais_apres_remboursement = declared(
        "Frais après remboursement", CENT, nature="paiement", section="remboursement"
    )

    net_recu = declared("Vous recevez", CENT, nature="reste", section="resultat", level="key")
    frais_retenus = declared("PayPal retient", CENT, section="resultat", level="detail")
    part_frais = declared(
        "Part des frais dans le paiement",
        PERCENT_CENT,
        unit=PERCENT,
        section="resultat",
        level="detail",
    )

    brut_calcule = declared(
        "Montant pour recevoir la somme voulue", CENT, section="inverse", level="detail"
    )
    net_verifie = declared(
        "Net reçu de ce montant",
        CENT,
        section="inverse",
        level="detail",
        help="S’il manque un centime, on l’ajoute.",
    )
    brut_a_facturer = declared("Montant à facturer", CENT, section="inverse", level="total")


def formulas(*, inputs: PaypalInputs, rates: RateBook) -> Paypal:
    """Compute one payment at the tariff of its day."""
    m = Paypal(inputs, rates)
    on = m.day("date_paiement")
    taux, fixe = paypal.tarif(m, inputs.genre, on, inputs.palier)
    m.taux_total = paypal.taux_total(m, taux, inputs.zone, inputs.conversion, on)
    fixes = fixe * m["nombre"]
    _inverse(m, fixes)
    m.encaisse = m.brut_a_facturer if inputs.montant is None else m["montant"]
    m.frais = frais(m.encaisse, m.taux_total, fixes)
    _remboursement(m)
    _resultat(m)
    _remarques(m, on)
    return m


def _remboursement(m: Paypal) -> None:
    if m.inputs.remboursement is None:
        return
    rendus = m["remboursement"] * m.taux_total * _part_rendue(m)
    m.frais_rendus = rendus
    m.encaisse_apres_remboursement = m.encaisse - m["remboursement"]
    m.frais_apres_remboursement = m.frais - m.frais_rendus
    m.remark("info", "frais_au_remboursement", words.RIEN_RENDU, "regime_remboursement")
    m.warn(
        m["remboursement"] > m.encaisse,
        "remboursement_excessif",
        words.REMBOURSEMENT_EXCESSIF,
        "remboursement",
    )


def _part_rendue(m: Paypal) -> Amount:
    match m.inputs.regime_remboursement:
        case RegimeRemboursement.GARDE:
            return constant(0)
        case RegimeRemboursement.PART_VARIABLE_RENDUE:
            return constant(1)
        case RegimeRemboursement.BAREME:
            given = m.inputs.date_remboursement is not None
            on = m.day("date_remboursement" if given else "date_paiement")
            return m.rate(paypal.PART_VARIABLE_RENDUE, on)


def _resultat(m: Paypal) -> None:
    if m.inputs.remboursement is None:
        m.net_recu = m.encaisse - m.frais
        m.frais_retenus = m.frais
    else:
        m.net_recu = m.encaisse_apres_remboursement - m.frais_apres_remboursement
        m.frais_retenus = m.frais_apres_remboursement
    m.part_frais = m.frais_retenus / m.encaisse


def _inverse(m: Paypal, fixes: Amount) -> None:
    if m.inputs.net_vise is None:
        return
    m.brut_calcule = brut_pour(m["net_vise"], m.taux_total, fixes)
    m.net_verifie = net_de(m.brut_calcule, m.taux_total, fixes)
    m.brut_a_facturer = au_centime_pres(m.brut_calcule, m.net_verifie < m["net_vise"])
    m.warn(1 - m.taux_total <= 0, "impossible", words.IMPOSSIBLE, "net_vise")


def _remarques(m: Paypal, on: Day) -> None:
    m.remark("info", "dates_approximatives", words.DATES_APPROXIMATIVES, "date_paiement")
    palier = m.inputs.palier
    if m.inputs.genre is not GenrePaypal.COMMERCIALE or palier is PalierPaypal.PALIER_1:
        return
    known = paypal.palier_en_vigueur(m, palier, on)
    if known is PalierPaypal.PALIER_1:
        m.remark("info", "paliers_finis", words.PALIERS_FINIS, "palier")
    elif known is not palier:
        m.remark("info", "paliers_reunis", words.PALIERS_REUNIS, "palier")
