"""« Points et paliers »: what a loyalty programme of any kind gives back to a client."""

from decimal import Decimal

from calculators.catalogue.points_et_paliers import words
from calculators.catalogue.points_et_paliers.calculation import CODES, formulas
from calculators.catalogue.points_et_paliers.examples import EXAMPLE, EXAMPLES
from calculators.catalogue.points_et_paliers.inputs import GenreProgramme, PointsEtPaliersInputs
from calculators.catalogue.points_et_paliers.lines import PointsEtPaliers
from calculators.kit.calculator import Calculator, Headline, Picture
from calculators.kit.charts.specs import Curve, Gauge, Gauges


def _gives_points(inputs: PointsEtPaliersInputs) -> bool:
    return inputs.genre_programme is GenreProgramme.POINTS


def _is_a_stamp_card(inputs: PointsEtPaliersInputs) -> bool:
    return inputs.genre_programme is GenreProgramme.TAMPONS


def _is_a_membership(inputs: PointsEtPaliersInputs) -> bool:
    return inputs.genre_programme is GenreProgramme.ADHESION


def _headline(positive: str, zero: str = words.ZERO) -> Headline:
    """A rate of discount is neither a gain nor a loss: it has no tone."""
    return Headline("remise", positive, words.NEGATIVE, zero, signed=False)


CALCULATOR = Calculator(
    slug="points-et-paliers",
    title=words.TITLE,
    summary=words.SUMMARY,
    intro=words.INTRO,
    inputs=PointsEtPaliersInputs,
    sheet=PointsEtPaliers,
    formulas=formulas,
    main_date="date_commande",
    example=EXAMPLE,
    headline=_headline(words.POSITIVE),
    questions=(
        (_gives_points, _headline(words.POINTS, words.SANS_POINTS)),
        (_is_a_stamp_card, _headline(words.TAMPONS_RENDENT)),
        (_is_a_membership, _headline(words.ADHESION, words.A_L_EQUILIBRE)),
    ),
    picture=Picture(
        words.PICTURE,
        received=("encaisse_et_remises", "achats_membre"),
        spent=("marchandises", ("remises", "avantage")),
        left="garde",
        labels=words.NATURES,
    ),
    charts=(
        Gauges(
            "progression", "Vers la prochaine récompense",
            (Gauge("points_du_membre", "objectif", "Points du membre"),),
        ),
        Curve(
            "points_selon_panier", "Les points selon le panier", "panier",
            ("points_gagnes",), high=Decimal(100),
        ),
        Curve(
            "remise_selon_panier", "La remise effective selon le panier", "panier", ("remise",),
            low=Decimal(10), high=Decimal(100),
        ),
        Curve(
            "cotisation_remboursee", "Quand la cotisation se rembourse", "commandes_an",
            ("remises", "cotisation_payee"), high=Decimal(24), x_label="Commandes par an",
        ),
    ),
    codes=CODES,
    order=51,
    family="Fidélité",
    sections=words.SECTIONS,
    examples=EXAMPLES,
)  # fmt: skip
