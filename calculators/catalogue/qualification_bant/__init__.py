"""« Qualification d’un prospect (BANT) »: its score, its band, what comes next."""

from calculators.catalogue.qualification_bant import words
from calculators.catalogue.qualification_bant.calculation import CODES, formulas
from calculators.catalogue.qualification_bant.inputs import QualificationBantInputs
from calculators.catalogue.qualification_bant.lines import QualificationBant
from calculators.kit.calculator import Calculator, Headline
from calculators.kit.charts.specs import Bars

CALCULATOR = Calculator(
    slug="qualification-bant",
    title=words.TITLE,
    summary=words.SUMMARY,
    intro=words.INTRO,
    inputs=QualificationBantInputs,
    sheet=QualificationBant,
    formulas=formulas,
    main_date="date_evaluation",
    example={
        "date_evaluation": "2026-06-01",
        "besoin": 3,
        "budget": 4,
        "autorite": 4,
        "calendrier": 2,
        "partage": "positif",
        "decideurs": "positif",
        "processus": 3,
        "technologie": 2,
        "contraintes": 4,
        "changement": 2,
    },
    headline=Headline("score", words.POSITIVE, words.POSITIVE, words.ZERO, signed=False),
    charts=(Bars("criteres", "Critère par critère", "criteres", ("obtenus", "manquants")),),
    codes=CODES,
    order=61,
    family="Vente B2B",
    sections=words.SECTIONS,
)
