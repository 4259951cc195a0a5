"""« Prévision des ventes B2B »: what a pipeline should bring, and what sleeps in it."""

from calculators.catalogue.prevision_b2b import words
from calculators.catalogue.prevision_b2b.calculation import CODES, formulas
from calculators.catalogue.prevision_b2b.examples import EXAMPLE
from calculators.catalogue.prevision_b2b.inputs import PrevisionB2bInputs
from calculators.catalogue.prevision_b2b.lines import PrevisionB2b
from calculators.kit.calculator import Calculator, Headline
from calculators.kit.charts.specs import Bars, Funnel

CALCULATOR = Calculator(
    slug="prevision-b2b",
    title=words.TITLE,
    summary=words.SUMMARY,
    intro=words.INTRO,
    inputs=PrevisionB2bInputs,
    sheet=PrevisionB2b,
    formulas=formulas,
    main_date="date_prevision",
    example=EXAMPLE,
    headline=Headline("pondere", words.POSITIVE, words.POSITIVE, words.ZERO, signed=False),
    charts=(
        Bars("mois", "Pondéré et haut, par mois", "mois", ("pondere", "incertain")),
        Funnel(
            "entonnoir",
            "Des leads aux ventes",
            ("total_leads", "total_rendez_vous", "total_propositions", "total_gagnees"),
        ),
    ),
    codes=CODES,
    order=60,
    family="Vente B2B",
    sections=words.SECTIONS,
)
