"""« Remise ou volume »: what a discount asks for, concession by concession."""

from calculators.catalogue.remise_ou_volume import words
from calculators.catalogue.remise_ou_volume.calculation import CODES, formulas
from calculators.catalogue.remise_ou_volume.inputs import RemiseOuVolumeInputs
from calculators.catalogue.remise_ou_volume.lines import RemiseOuVolume
from calculators.kit.calculator import Calculator, Headline, Picture
from calculators.kit.charts.specs import Curve

CALCULATOR = Calculator(
    slug="remise-ou-volume",
    title=words.TITLE,
    summary=words.SUMMARY,
    intro=words.INTRO,
    inputs=RemiseOuVolumeInputs,
    sheet=RemiseOuVolume,
    formulas=formulas,
    main_date="date_offre",
    example={
        "date_offre": "2026-06-01",
        "prix_mensuel": "1000",
        "cout_mensuel": "550",
        "duree": 12,
        "remise": "8",
        "concessions": [
            {"remise": "8", "duree": 24},
            {"remise": "5", "volume": "10"},
            {"delai": 60, "reference": "500"},
            {"remise": "2"},
        ],
        "taux_financement": "8",
        "marge_plancher": "40",
    },
    headline=Headline("marge_remisee", words.POSITIVE, words.NEGATIVE, words.ZERO),
    questions=(
        (
            lambda inputs: bool(inputs.concessions),
            Headline(
                "marge_offre", words.OFFRE_POSITIVE, words.OFFRE_NEGATIVE, words.OFFRE_ZERO,
                signed=False,
            ),
        ),
    ),
    picture=Picture(
        words.PICTURE,
        received="recettes_offre",
        spent=("couts_offre", "financement_offre"),
        left="marge_offre",
        labels=(("marchandises", "Coûts"), ("paiement", "Délai de paiement")),
    ),
    charts=(
        Curve(
            "volume", "Le volume qui compense la remise", "remise", ("volume_necessaire",),
            high="remise_triple", x_label="Remise demandée",
        ),
    ),
    codes=CODES,
    order=62,
    family="Vente B2B",
    sections=words.SECTIONS,
)  # fmt: skip
