"""What the members buy more, what it leaves, what it costs, when it is paid back."""

from collections.abc import Sequence
from datetime import date

from calculators.catalogue.fidelite import words
from calculators.catalogue.fidelite.inputs import Base, FideliteInputs
from calculators.catalogue.fidelite.lines import Fidelite
from calculators.catalogue.fidelite.notes import notes
from calculators.catalogue.fidelite.publics import Public, achats, achats_autres, publics
from calculators.catalogue.fidelite.reperes import clients, hypotheses, reperes
from calculators.kit.amounts import Amount, maximum, total
from calculators.kit.rates import RateBook
from calculators.law import fidelisation
from calculators.law.fidelisation import MOIS, ZERO

CODES = (
    *fidelisation.PANIER.codes, *fidelisation.VALEUR.codes, *fidelisation.DELAI.codes,
    *fidelisation.ACQUISITION.codes, *fidelisation.FILLEUL.codes, *fidelisation.MARKETING.codes,
    *fidelisation.CAMPAGNE.codes, *fidelisation.RECOMMANDATION.codes,
)  # fmt: skip
COUTS = ("recompenses", "surprises", "cout_parrainage", "outil", "cout_marketing", "temps")
# Whoever is kept or referred earns rewards too, and of the other members those who are said to.
AUTRES_ACHATS = ("achats_autres_recompenses", "ca_gardes", "ca_parraines")
AUTRES_GAINS = ("marge_gardes", "marge_parraines")
GAINS = ("marge_supplementaire", *AUTRES_GAINS)
ANNEES = ("1re année", "2e année", "3e année", "4e année", "5e année")


def formulas(*, inputs: FideliteInputs, rates: RateBook) -> Fidelite:
    """Compute a programme year by year."""
    m = Fidelite(inputs, rates)
    on = m.moment(date(inputs.annee, 1, 1))
    _ = m.annees, m.scenarios, m.publics, m.valeurs, m.reperes  # as on the page
    found = publics(m)
    _achats(m, found)
    _gains(m)
    _points(m)
    _couts(m)
    _retours(m)
    _annees(m)
    hypotheses(m, found, on)
    clients(m, on)
    reperes(m, on)
    notes(m, on)
    _totaux(m)
    return m


def _achats(m: Fidelite, found: Sequence[Public]) -> None:
    """Of segments, the sum of their rounded cells: what is printed adds up."""
    if m.inputs.par_segment:
        m.achats_avant = total(m.publics.column("avant"))
        m.achats_apres = total(m.publics.column("apres"))
    else:
        m.achats_avant = achats(found)
        m.achats_apres = achats(found, m["hausse_panier"], own=True)
    m.ca_supplementaire = m.achats_apres - m.achats_avant
    m.achats_autres = achats_autres(found)
    if m.inputs.autres_recompenses is not None:
        m.achats_autres_recompenses = m.achats_autres * m["autres_recompenses"]


def _gains(m: Fidelite) -> None:
    given, marge = m.inputs, m["part_marge"]
    usual = m["panier"] * m["frequence"]
    if given.par_segment:
        m.marge_supplementaire = total(m.publics.column("marge"))
    else:
        m.marge_supplementaire = m.ca_supplementaire * marge
    if given.clients_gardes is not None:
        too_many = m["clients_gardes"] > m["clients"]
        m.refuse(too_many, "trop_de_gardes", words.TROP_DE_GARDES, "clients_gardes")
        each = usual if given.depense_garde is None else m["depense_garde"]
        m.ca_gardes = m["clients_gardes"] * each
        m.marge_gardes = m.ca_gardes * marge
    if given.parrainages is not None:
        m.ca_parraines = m["parrainages"] * usual
        m.marge_parraines = m.ca_parraines * marge
    m.gains = total(m.present(GAINS))
    m.ca_gagne = total(m.present(("ca_supplementaire", "ca_gardes", "ca_parraines")))


def _points(m: Fidelite) -> None:
    after = m.inputs.base_recompense is Base.APRES
    members = m.achats_apres if after else m.achats_avant
    m.achats_recompenses = total([members, *m.present(AUTRES_ACHATS)])
    m.points_achats = m.achats_recompenses * m["taux_recompense"]
    given = m.achats_recompenses * m["taux_recompense"]
    rows = m.rows("actions")
    if rows:
        m.points_actions = total(row["nombre"] * row["points"] * row["valeur"] for row in rows)
        given = given + m.points_actions
    m.points_donnes = total(m.present(("points_achats", "points_actions")))
    m.points_utilises = given * m["utilisation"]
    m.points_en_attente = m.points_donnes - m.points_utilises
    m.cout_en_attente = m.points_en_attente * m["part_cout"]
    m.recompenses = given * m["utilisation"] * m["part_cout"]
    without: Amount = m.achats_autres
    if m.inputs.autres_recompenses is not None:
        without = m.achats_autres - m.achats_autres_recompenses
    m.cout_autres = fidelisation.cout_recompenses(
        without, m["taux_recompense"], m["utilisation"], m["part_cout"]
    )


def _couts(m: Fidelite) -> None:
    given = m.inputs
    if given.surprise is not None:
        joined = m.membres if given.parrainages is None else m.membres + m["parrainages"]
        m.surprises = joined * m["surprise"] * m["surprise_utilisee"]
    if given.parrainages is not None:
        m.cout_nouveau_client = m["recompense_parrain"] + m["recompense_filleul"]
        m.cout_parrainage = m["parrainages"] * m.cout_nouveau_client
    m.outil = m["frais_mensuels"] * MOIS
    if given.marketing is not None:
        m.cout_marketing = m["marketing"]
    if given.heures is not None:
        m.temps = m["heures"] * m["cout_heure"] * MOIS
    m.couts_annuels = total(m.present(COUTS))
    m.mise_depart = m["frais_depart"]
    m.couts = m.couts_annuels + m.mise_depart
    m.cout_par_membre = m.couts_annuels / m.membres_actifs


def _retours(m: Fidelite) -> None:
    m.net_annee = m.gains - m.couts
    m.roi = fidelisation.retour(m.gains, m.couts)
    m.roi_suivant = fidelisation.retour(m.gains, m.couts_annuels)
    m.net_mensuel = (m.gains - m.couts_annuels) / MOIS
    m.delai_retour = fidelisation.delai(m.mise_depart, m.net_mensuel)
    m.roi_ca = fidelisation.retour(m.ca_gagne, m.couts)
    m.rapport_ca = m.ca_gagne / m.couts
    m.roi_tout_utilise = fidelisation.retour(m.gains, m.couts + m.cout_en_attente)
    m.roi_tous_membres = fidelisation.retour(m.gains, m.couts + m.cout_autres)
    m.hausse_depense = m.ca_supplementaire / m.achats_avant
    m.equilibre = _equilibre(m, m.couts_annuels)
    m.equilibre_depart = _equilibre(m, m.couts)
    share = m["horizon"] / MOIS
    m.cumul_gains = m.gains * share
    m.cumul_couts = m.mise_depart + m.couts_annuels * share
    m.cumul_net = m.cumul_gains - m.cumul_couts
    m.roi_horizon = fidelisation.retour(m.cumul_gains, m.cumul_couts)


def _equilibre(m: Fidelite, couts: Amount) -> Amount:
    """The growth that pays these costs: less the rewards that follow it, and the other gains."""
    share: Amount | None = None
    fixed: Amount = couts
    if m.inputs.base_recompense is Base.APRES:
        share = m["taux_recompense"] * m["utilisation"] * m["part_cout"]
        fixed = fixed - m.ca_supplementaire * share
    for gain in m.present(AUTRES_GAINS):
        fixed = fixed - gain
    if fixed is not couts:
        fixed = maximum(fixed, ZERO)
    return fidelisation.hausse_equilibre(m.achats_avant, fixed, m["part_marge"], share)


def _annees(m: Fidelite) -> None:
    before: Amount | None = None
    due: Amount | None = None
    for number, label in enumerate(ANNEES, start=1):
        row = m.annees.row(str(number), f"{label} ({m.inputs.annee + number - 1})")
        row.gains = m.gains
        row.couts = m.couts if number == 1 else m.couts_annuels
        row.net = row.gains - row.couts
        row.cumul = row.net if before is None else before + row.net
        before = row.cumul
        row.dus = m.points_en_attente if due is None else due + m.points_en_attente
        due = row.dus
        row.retour = fidelisation.retour(row.gains, row.couts)


def _totaux(m: Fidelite) -> None:
    """Under each column of the segments the line that is its sum."""
    if m.inputs.par_segment:
        m.publics.totals |= {
            "actifs": m.membres_actifs, "avant": m.achats_avant, "apres": m.achats_apres,
            "hausse": m.ca_supplementaire, "marge": m.marge_supplementaire,
        }  # fmt: skip
