"""« Seuil de panier »: what a perk above an amount brings, and to whom it goes."""

from decimal import Decimal

from calculators.catalogue.seuil_panier import words
from calculators.catalogue.seuil_panier.calculation import CODES, formulas
from calculators.catalogue.seuil_panier.inputs import SeuilPanierInputs
from calculators.catalogue.seuil_panier.lines import SeuilPanier
from calculators.kit.calculator import Calculator, Headline, Picture
from calculators.kit.charts.specs import Curve

CALCULATOR = Calculator(
    slug="seuil-panier",
    title=words.TITLE,
    summary=words.SUMMARY,
    intro=words.INTRO,
    inputs=SeuilPanierInputs,
    sheet=SeuilPanier,
    formulas=formulas,
    main_date="date_offre",
    example={
        "date_offre": "2026-06-01",
        "panier_moyen": "38",
        "seuil": "50",
        "commandes": 1000,
        "part_montent": "25",
        "part_deja": "30",
        "taux_marge": "40",
        "bonus": "2",
    },
    headline=Headline("net", words.POSITIVE, words.NEGATIVE, words.ZERO),
    picture=Picture(
        words.PICTURE,
        received="ca_en_plus",
        spent=("marchandises", "cout_montent", "cout_deja"),
        left="net",
        labels=words.NATURES,
    ),
    charts=(
        Curve(
            "selon_bonus", "Ce que rapporte l’offre selon l’avantage", "bonus", ("net",),
            high=Decimal(4), x_label="Avantage par commande", zero=True,
        ),
        Curve(
            "selon_part", "Combien de commandes doivent monter", "part_montent",
            ("marge_gagnee", "cout_total"), high="part_libre",
            x_label="Commandes qui montent jusqu’au seuil",
        ),
    ),
    codes=CODES,
    order=52,
    family="Fidélité",
    sections=words.SECTIONS,
    examples=words.EXAMPLES,
)  # fmt: skip
