"""« Comparateur de statuts »: the same year as micro, at the real regime, in a company."""

from decimal import Decimal

from calculators.catalogue.comparateur_statuts import words
from calculators.catalogue.comparateur_statuts.calculation import CODES, formulas
from calculators.catalogue.comparateur_statuts.examples import EXAMPLES
from calculators.catalogue.comparateur_statuts.inputs import ComparateurStatutsInputs
from calculators.catalogue.comparateur_statuts.lines import ComparateurStatuts
from calculators.kit.calculator import Calculator, Headline, Picture
from calculators.kit.charts.specs import Bars, Curve

NETS = tuple(f"statuts_{key}_reste" for key in ("micro", "ei", "eurl", "mixte"))

CALCULATOR = Calculator(
    slug="comparateur-statuts",
    title=words.TITLE,
    summary=words.SUMMARY,
    intro=words.INTRO,
    inputs=ComparateurStatutsInputs,
    sheet=ComparateurStatuts,
    formulas=formulas,
    main_date="annee",
    example={
        "annee": 2026,
        "activite": "ventes",
        "ca": "60000",
        "part_charges": "40",
        "frais_fixes": "3000",
        "frais_reel": "1500",
    },
    headline=Headline("meilleur", words.POSITIVE, words.NEGATIVE, words.ZERO),
    picture=Picture(
        words.PICTURE,
        received="chiffre_affaires",
        spent=("retenu_couts", "retenu_cotisations", "retenu_impot", "retenu_reserve"),
        left="meilleur",
    ),
    charts=(
        Bars(
            "repartition",
            "Ce que prend chaque statut",
            "statuts",
            ("couts", "cotisations", "impot", "reserve", "reste"),
            summed=False,
        ),
        Curve(
            "selon_ca", "Le net selon le chiffre d’affaires", "ca", NETS,
            high=Decimal(120_000), x_label="Chiffre d’affaires de l’année",
        ),
        Curve(
            "selon_couts", "Le net selon la part des coûts", "part_charges", NETS,
            high=Decimal(90), x_label="Coûts proportionnels, en part du chiffre d’affaires",
        ),
    ),
    codes=CODES,
    order=25,
    family="Cotisations, impôt et statut",
    sections=words.SECTIONS,
    examples=EXAMPLES,
)  # fmt: skip
