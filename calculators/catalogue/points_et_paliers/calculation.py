"""What each kind of programme gives back, of the client's purchases and of the shop's margin."""

from calculators.catalogue.points_et_paliers.autres import adhesion, cashback, niveaux, tampons
from calculators.catalogue.points_et_paliers.inputs import GenreProgramme, PointsEtPaliersInputs
from calculators.catalogue.points_et_paliers.lines import PointsEtPaliers
from calculators.catalogue.points_et_paliers.notes import notes
from calculators.catalogue.points_et_paliers.points import points
from calculators.kit.days import Day
from calculators.kit.rates import RateBook, RateCode

USAGE_MIN = RateCode("remise_fidelite_usage_min")
USAGE_MAX = RateCode("remise_fidelite_usage_max")
EROSION_MAX = RateCode("remise_fidelite_erosion_max")
SMILE_MIN = RateCode("remise_fidelite_smile_min")
SMILE_MAX = RateCode("remise_fidelite_smile_max")
RECOMPENSE_MAX = RateCode("remise_fidelite_recompense_max", "commandes")
CODES = (USAGE_MIN, USAGE_MAX, EROSION_MAX, SMILE_MIN, SMILE_MAX, RECOMPENSE_MAX)
KINDS = {
    GenreProgramme.POINTS: points,
    GenreProgramme.TAMPONS: tampons,
    GenreProgramme.CASHBACK: cashback,
    GenreProgramme.ADHESION: adhesion,
    GenreProgramme.NIVEAUX: niveaux,
}


def formulas(*, inputs: PointsEtPaliersInputs, rates: RateBook) -> PointsEtPaliers:
    """Compute one programme."""
    m = PointsEtPaliers(inputs, rates)
    on = m.day("date_commande")
    KINDS[inputs.genre_programme](m)
    _marge(m)
    _reperes(m, on)
    notes(m)
    return m


def _marge(m: PointsEtPaliers) -> None:
    kept = m.achats_membre - m.avantage
    if m.inputs.taux_marge is None:
        m.garde = kept
        return
    m.marge_achats = m.achats_membre * m["taux_marge"]
    m.marchandises = m.achats_membre - m.marge_achats
    m.part_marge = m.avantage / m.marge_achats
    m.garde = kept - m.marchandises


def _reperes(m: PointsEtPaliers, on: Day) -> None:
    m.usage_min = m.rate(USAGE_MIN, on)
    m.usage_max = m.rate(USAGE_MAX, on)
    m.erosion_max = m.rate(EROSION_MAX, on)
    m.smile_min = m.rate(SMILE_MIN, on)
    m.smile_max = m.rate(SMILE_MAX, on)
    if m.inputs.genre_programme is GenreProgramme.POINTS:
        m.recompense_max = m.rate(RECOMPENSE_MAX, on)
