"""The margin expected of a client year by year, then his own business case."""

from datetime import date
from decimal import Decimal

from calculators.catalogue.valeur_client_b2b import words
from calculators.catalogue.valeur_client_b2b.inputs import ValeurClientB2bInputs
from calculators.catalogue.valeur_client_b2b.lines import UneAnnee, ValeurClientB2b
from calculators.kit.amounts import Amount, constant, maximum, minimum, total, when
from calculators.kit.rates import RateBook, RateCode
from calculators.kit.units import EUR

ANNEES_MAX = RateCode("valeur_client_annees_max", "ans")
CODES = (ANNEES_MAX,)
ZERO, MOIS_AN = constant(0, EUR), 12
FUITE_LISIBLE = constant(Decimal("0.01"))  # a sum for ever beyond 100 years' margin is no estimate


def formulas(*, inputs: ValeurClientB2bInputs, rates: RateBook) -> ValeurClientB2b:
    """Compute a client's value, and what he gains."""
    m = ValeurClientB2b(inputs, rates)
    _rythme(m)
    _annees(m)
    _valeur(m)
    _limites(m)
    if inputs.a_un_dossier:
        _dossier(m)
    return m


def _rythme(m: ValeurClientB2b) -> None:
    """How a year follows another, at the departures told, at more of them and at fewer."""
    m.recettes_premiere_annee = m["ca_annuel"]  # on the cent: a margin is then never above it
    m.marge_annuelle = m.recettes_premiere_annee * m["part_marge"]
    m.facteur = (1 - m["part_perdue"]) * (1 + m["extension"])
    m.extension_limite = m["part_perdue"] / (1 - m["part_perdue"])
    m.perte_haute = minimum(m["part_perdue"] + m["ecart_perte"], 1)
    m.facteur_bas = (1 - m.perte_haute) * (1 + m["extension"])
    m.perte_basse = maximum(m["part_perdue"] - m["ecart_perte"], 0)
    m.facteur_haut = (1 - m.perte_basse) * (1 + m["extension"])
    m.warn(m["part_perdue"] <= 0, "personne_ne_part", words.PERSONNE_NE_PART, "part_perdue")
    made_up_for = when(m["part_perdue"] > 0, when(m.facteur >= 1, 1, 0), 0) > 0
    m.warn(made_up_for, "divergence", words.DIVERGENCE, "extension")
    if m.inputs.annees > 1:
        above = when(m.facteur < 1, when(m.facteur_haut >= 1, 1, 0), 0) > 0
        m.warn(above, "divergence_haute", words.DIVERGENCE_HAUTE, "ecart_perte")


def _annees(m: ValeurClientB2b) -> None:
    """The first year is full; each of the next keeps its share of the one before."""
    before: Amount = ZERO
    for rank in range(m.inputs.annees):
        row: UneAnnee = m.par_annee.row(str(rank + 1), str(m.inputs.annee + rank))
        if rank == 0:
            row.part_restante = constant(1)
            row.ca = m.recettes_premiere_annee
            row.marge_attendue = m.marge_annuelle
            row.marge_sans_extension = m.marge_annuelle
        else:
            left = (1 - m["part_perdue"]) ** rank
            row.part_restante = left
            row.ca = m.recettes_premiere_annee * m.facteur**rank
            row.marge_attendue = m.marge_annuelle * m.facteur**rank
            row.marge_sans_extension = m.marge_annuelle * left
        row.couts = row.ca - row.marge_attendue
        row.cumul = before + row.marge_attendue
        before = row.cumul


def _fourchette(m: ValeurClientB2b) -> None:
    """The same years with more departures and with fewer."""
    for rank in range(m.inputs.annees):
        row = m.fourchette.row(str(rank + 1), str(m.inputs.annee + rank))
        if rank == 0:
            row.marge_basse = m.marge_annuelle
            row.marge_haute = m.marge_annuelle
            continue
        row.marge_basse = m.marge_annuelle * m.facteur_bas**rank
        row.marge_haute = m.marge_annuelle * m.facteur_haut**rank
    m.valeur_basse = total(m.fourchette.column("marge_basse"))
    m.valeur_haute = total(m.fourchette.column("marge_haute"))
    m.fourchette.totals |= {"marge_basse": m.valeur_basse, "marge_haute": m.valeur_haute}


def _valeur(m: ValeurClientB2b) -> None:
    m.valeur = total(m.par_annee.column("marge_attendue"))
    _fourchette(m)
    m.recettes_attendues = total(m.par_annee.column("ca"))
    m.couts_attendus = m.recettes_attendues - m.valeur
    m.part_premiere_annee = m.marge_annuelle / m.valeur
    m.valeur_sans_extension = total(m.par_annee.column("marge_sans_extension"))
    m.apport_extension = m.valeur - m.valeur_sans_extension
    m.par_annee.totals |= {
        "ca": m.recettes_attendues,
        "couts": m.couts_attendus,
        "marge_attendue": m.valeur,
        "marge_sans_extension": m.valeur_sans_extension,
    }


def _limites(m: ValeurClientB2b) -> None:
    """What an endless sum would be, where it has an end, and where the usage stops it."""
    lost, most = m["part_perdue"], m.rate(ANNEES_MAX, m.moment(date(m.inputs.annee, 1, 1)))
    m.annees_usage = most
    if m.inputs.annees > most.value:
        m.valeur_usage = total(m.par_annee.column("marge_attendue")[: int(most.value)])
    m.plafond_sans_extension = m.marge_annuelle / when(lost >= FUITE_LISIBLE, lost, 0)
    left = when(m.facteur <= 1 - FUITE_LISIBLE, 1 - m.facteur, 0)
    m.plafond_avec_extension = m.marge_annuelle / left
    nearly = when(m.facteur > 1 - FUITE_LISIBLE, when(m.facteur < 1, 1, 0), 0) > 0
    m.warn(nearly, "presque_sans_limite", words.PRESQUE, "part_perdue")


def _dossier(m: ValeurClientB2b) -> None:
    """What the client gains by month against what the change costs him once."""
    given = m.inputs
    gains: list[Amount] = [] if given.economies is None else [m["economies"]]
    if given.heures_gagnees is not None:
        m.gain_temps = m["heures_gagnees"] * m["cout_horaire"]
        gains.append(m.gain_temps)
    m.gain_mensuel = total(gains)
    m.cout_changement = total(row["cout"] for row in m.rows("postes"))
    m.gain_premiere_annee = m.gain_mensuel * MOIS_AN - m.cout_changement
    m.gain_client = m.gain_mensuel * (MOIS_AN * given.annees) - m.cout_changement
    m.retour_mois = m.cout_changement / maximum(m.gain_mensuel, ZERO)
    m.warn(m.gain_mensuel <= 0, "jamais_rembourse", words.JAMAIS, "economies")
    late = m.retour_mois > MOIS_AN * given.annees
    m.warn(late, "retour_trop_long", words.RETOUR_TROP_LONG, "postes")
