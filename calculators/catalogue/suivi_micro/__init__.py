"""« Micro-entrepreneur : mois par mois »: what to declare, and how far each ceiling is."""

from calculators.catalogue.suivi_micro import words
from calculators.catalogue.suivi_micro.calculation import CODES, formulas
from calculators.catalogue.suivi_micro.examples import EXAMPLES
from calculators.catalogue.suivi_micro.inputs import SuiviMicroInputs
from calculators.catalogue.suivi_micro.lines import SuiviMicro
from calculators.kit.calculator import Calculator, Headline, Picture
from calculators.kit.charts.specs import Bars
from calculators.law.micro.plafonds import JAUGES

_VENTES = ("4100", "3850.50", "5200", "4710", "6020", "5480", "3990", "2750", "6300", "7120")
_ACHATS = ("1800", "1500", "2300", "1900", "2600", "2100", "1500", "1000", "2900", "3300")

CALCULATOR = Calculator(
    slug="suivi-micro",
    title=words.TITLE,
    summary=words.SUMMARY,
    intro=words.INTRO,
    inputs=SuiviMicroInputs,
    sheet=SuiviMicro,
    formulas=formulas,
    main_date="annee",
    example={
        "annee": 2026,
        "releve": [
            {"mois": f"{number:02}", "ventes": ventes, "achats": achats, "frais": "120"}
            for number, (ventes, achats) in enumerate(zip(_VENTES, _ACHATS, strict=True), start=1)
        ],
    },
    headline=Headline("reste", words.POSITIVE, words.NEGATIVE, words.ZERO),
    picture=Picture(
        words.PICTURE,
        received="recettes",
        spent=("achats", "frais", "prelevements", "versement_liberatoire"),
        left="reste",
        labels=(("frais_fixes", "Frais"),),
    ),
    charts=(
        Bars(
            "periodes",
            "Période par période",
            "periodes",
            ("achats", "frais", "cotisations", "impot", "reste"),
        ),
        JAUGES,
    ),
    codes=CODES,
    order=21,
    family="Cotisations, impôt et statut",
    sections=words.SECTIONS,
    examples=EXAMPLES,
)
