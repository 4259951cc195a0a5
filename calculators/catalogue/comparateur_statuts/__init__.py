"""« Comparateur de statuts »: the same year as micro, at the real regime, in a company."""

from decimal import Decimal

from calculators.catalogue.comparateur_statuts import words
from calculators.catalogue.comparateur_statuts.calculation import CODES, formulas
from calculators.catalogue.comparateur_statuts.examples import EXAMPLES
from calculators.catalogue.comparateur_statuts.inputs import ComparateurStatutsInputs
from calculators.catalogue.comparateur_statuts.lines import ComparateurStatuts
from calculators.kit.calculator import Calculator, Headline, Picture
from calculators.kit.charts.specs import Bars, Curve


def _nets(*keys: str) -> tuple[str, ...]:
    return tuple(f"statuts_{key}_reste" for key in keys)


EN_REMUNERATION = _nets("micro", "ei", "eurl", "sasu")
AUTREMENT = _nets("micro", "mixte", "dividendes", "portage")

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
        labels=(("marchandises", "Coûts"),),
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
            "selon_ca", "Le net selon le chiffre d’affaires, tout en rémunération", "ca",
            EN_REMUNERATION, high=Decimal(120_000), x_label=words.AXE_CA,
        ),
        Curve(
            "selon_couts", "Le net selon la part des coûts, tout en rémunération", "part_charges",
            EN_REMUNERATION, high=Decimal(90), x_label=words.AXE_COUTS,
        ),
        Curve(
            "dividendes_selon_ca",
            "Le net selon le chiffre d’affaires, en dividendes ou en portage", "ca",
            AUTREMENT, high=Decimal(120_000), x_label=words.AXE_CA,
        ),
        Curve(
            "dividendes_selon_couts", "Le net selon la part des coûts, en dividendes ou en portage",
            "part_charges", AUTREMENT, high=Decimal(90), x_label=words.AXE_COUTS,
        ),
    ),
    codes=CODES,
    order=25,
    family="Cotisations, impôt et statut",
    sections=words.SECTIONS,
    examples=EXAMPLES,
)  # fmt: skip
