"""Beside the user's own figures: what one article claims, applied to the same shop."""

from collections.abc import Sequence

from calculators.catalogue.fidelite import words
from calculators.catalogue.fidelite.inputs import Base
from calculators.catalogue.fidelite.lines import Fidelite, UneValeur, UnScenario
from calculators.catalogue.fidelite.publics import Public, achats, achats_moitie
from calculators.kit.amounts import Amount, maximum, minimum
from calculators.kit.days import Day
from calculators.law import fidelisation
from calculators.law.fidelisation import MOIS, Repere


def _ends(m: Fidelite, repere: Repere, on: Day) -> dict[str, Amount]:
    """Low, middle, high: the middle is ours, half way between the article's two figures."""
    low, high = m.rate(repere.bas, on), m.rate(repere.haut, on)
    return {"bas": low, "milieu": (low + high) / 2, "haut": high}


def hypotheses(m: Fidelite, found: Sequence[Public], on: Day) -> None:
    """The first year under half the user's rises, the user's own, the article's three baskets."""
    half = m.scenarios.row("moitie", words.MOITIE)
    half.hausse = m["hausse_panier"] / 2
    half.panier = m["panier"] * (1 + m["hausse_panier"] / 2)
    half.achats = achats_moitie(found, m["hausse_panier"])
    _scenario(m, half)
    own = m.scenarios.row("vous", words.VOTRE_HYPOTHESE)
    own.hausse = m["hausse_panier"]
    own.panier = m["panier"] * (1 + m["hausse_panier"])
    own.achats = m.achats_apres
    own.gains, own.couts, own.net = m.gains, m.couts, m.net_annee
    # Computed again: a line that another one repeats could not say in the workbook why it is empty.
    own.retour = fidelisation.retour(own.gains, own.couts)
    own.delai = fidelisation.delai(m.mise_depart, m.net_mensuel)
    for key, rise in _ends(m, fidelisation.PANIER, on).items():
        row = m.scenarios.row(key, words.ARTICLE[key])
        row.hausse = rise
        row.panier = m["panier"] * (1 + rise)
        row.achats = achats(found, rise)
        _scenario(m, row)
    m.net_moitie = half.net
    low, high = (m.scenarios.rows[end][1].net for end in ("bas", "haut"))
    # A rise that costs more in rewards than it leaves makes the larger one the worse.
    m.net_article_bas, m.net_article_haut = minimum(low, high), maximum(low, high)


def _scenario(m: Fidelite, row: UnScenario) -> None:
    """What the members' purchases of a row leave."""
    more = (row.achats - m.achats_avant) * m["part_marge"]
    row.gains = m.gains - m.marge_supplementaire + more
    row.couts = m.couts - m.recompenses + _recompenses(m, row.achats)
    row.net = row.gains - row.couts
    row.retour = fidelisation.retour(row.gains, row.couts)
    monthly = (row.net + m.mise_depart) / MOIS
    row.delai = fidelisation.delai(m.mise_depart, monthly)


def _recompenses(m: Fidelite, achats: Amount) -> Amount:
    """What rewards cost when the members buy this much."""
    earning: Amount = m.achats_recompenses
    if m.inputs.base_recompense is Base.APRES:
        earning = earning + (achats - m.achats_apres)
    given = earning * m["taux_recompense"]
    if "points_actions" in m.lines:
        given = given + m.points_actions
    return given * m["utilisation"] * m["part_cout"]


def clients(m: Fidelite, on: Day) -> None:
    """What a client is worth today, as an active member, and by the article's claims."""
    given, usual = m.inputs, m["panier"] * m["frequence"]
    before = m.valeurs.row("avant", words.CLIENT_AVANT)
    _valeur(m, before, usual * m["part_marge"], "retention")
    more = usual * (1 + m["hausse_panier"]) * (1 + m["hausse_frequence"])
    base = more if given.base_recompense is Base.APRES else usual
    share = base * m["taux_recompense"] * m["utilisation"] * m["part_cout"]
    after = m.valeurs.row("apres", words.CLIENT_APRES)
    kept = "retention" if given.retention_membres is None else "retention_membres"
    _valeur(m, after, more * m["part_marge"] - share, kept)
    m.gain_valeur = after.simple - before.simple
    for key, rise in _ends(m, fidelisation.VALEUR, on).items():
        row = m.valeurs.row(key, words.ARTICLE[key])
        row.simple = before.simple * (1 + rise)
        if given.cac is not None:
            row.nette = row.simple - m["cac"]
    if given.retention is not None:
        m.annees_supposees = 1 / (1 - m["retention"])


def _valeur(m: Fidelite, row: UneValeur, marge: Amount, kept: str) -> None:
    given = m.inputs
    row.annuelle = marge
    row.simple = fidelisation.valeur_simple(marge, m["duree_vie"])
    if given.cac is not None:
        row.nette = row.simple - m["cac"]
    if getattr(given, kept) is not None:
        row.retention = fidelisation.valeur_retention(
            marge, m[kept], m["taux_actualisation"], given.convention
        )


def reperes(m: Fidelite, on: Day) -> None:
    """The other claims, in euros where the user gave what they apply to."""
    given = m.inputs
    rises = _ends(m, fidelisation.PANIER, on)
    _repere(m, "panier", {key: m["panier"] * (1 + rise) for key, rise in rises.items()})
    _acquisition(m, on)
    if given.budget_campagne is not None:
        budget = m["budget_campagne"]
        gains = _ends(m, fidelisation.MARKETING, on)
        _repere(m, "marketing", {key: budget * each for key, each in gains.items()})
        _repere(m, "rendu", {key: budget * (1 + each) for key, each in gains.items()})
        gains = _ends(m, fidelisation.CAMPAGNE, on)
        _repere(m, "campagne", {key: budget * each for key, each in gains.items()})
    if given.visites is not None:
        shares = _ends(m, fidelisation.RECOMMANDATION, on)
        bought = {key: m["visites"] * each * m["panier"] for key, each in shares.items()}
        _repere(m, "recommandation", bought)
    _parrainage(m, on)
    _membre(m)


def _acquisition(m: Fidelite, on: Day) -> None:
    """From the cost of keeping a client: given, or that of the programme by active member."""
    given, times = m.inputs, _ends(m, fidelisation.ACQUISITION, on)
    if given.cout_retention is not None:
        kept = m["cout_retention"]
        _repere(m, "acquisition", {key: kept * each for key, each in times.items()})
        if given.cac is not None:
            m.rapport_acquisition = m["cac"] / kept
        return
    cost, members = m.couts_annuels, m.membres_actifs
    _repere(m, "acquisition", {key: cost * each / members for key, each in times.items()})
    if given.cac is not None:
        m.rapport_acquisition = m["cac"] * members / cost


def _repere(m: Fidelite, key: str, ends: dict[str, Amount]) -> None:
    row = m.reperes.row(key, words.REPERES[key])
    row.bas, row.milieu, row.haut = ends["bas"], ends["milieu"], ends["haut"]


def _parrainage(m: Fidelite, on: Day) -> None:
    given = m.inputs
    if given.parrainages is not None and given.cac is not None:
        m.ecart_acquisition = m["cac"] - m.cout_nouveau_client
    if given.retention is not None:
        rise = fidelisation.FILLEUL
        m.filleul_bas = fidelisation.retention_filleul(m["retention"], m.rate(rise.bas, on))
        m.filleul_haut = fidelisation.retention_filleul(m["retention"], m.rate(rise.haut, on))


def _membre(m: Fidelite) -> None:
    if m.inputs.points_membre is not None:
        m.valeur_points = m["points_membre"] * m["valeur_point"]
        m.valeur_statut = m["avantage_statut"]
        m.perte_membre = m.valeur_points + m.valeur_statut
