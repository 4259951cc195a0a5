"""« Portage salarial »: from the invoice to the bank account, and from the net to the rate."""

from calculators.catalogue.portage_salarial import words
from calculators.catalogue.portage_salarial.calculation import CODES, formulas
from calculators.catalogue.portage_salarial.examples import EXAMPLES
from calculators.catalogue.portage_salarial.inputs import (
    Lecture,
    Mode,
    NetVoulu,
    PortageSalarialInputs,
)
from calculators.catalogue.portage_salarial.lines import PortageSalarial
from calculators.kit.calculator import Calculator, Headline, Picture
from calculators.kit.charts.specs import Bars

CALCULATOR = Calculator(
    slug="portage-salarial",
    title=words.TITLE,
    summary=words.SUMMARY,
    intro=words.INTRO,
    inputs=PortageSalarialInputs,
    sheet=PortageSalarial,
    formulas=formulas,
    main_date="periode",
    example={
        "periode": "2026-11-20",
        "tjm": "450",
        "jours": "18",
        "taux_frais": "7",
        "fonctionnement": "200",
    },
    headline=Headline("reste", words.POSITIVE, words.NEGATIVE, words.ZERO, signed=False),
    questions=(
        (
            lambda given: given.mode is Mode.NET and given.net_voulu is NetVoulu.APRES,
            Headline(
                "tjm_arrondi", words.INVERSE_APRES, words.INVERSE_APRES, words.INVERSE_ZERO,
                signed=False,
            ),
        ),
        (
            lambda given: given.mode is Mode.NET and given.lecture is not Lecture.EXACTE,
            Headline(
                "tjm_arrondi", words.INVERSE_RAPIDE, words.INVERSE_RAPIDE, words.INVERSE_ZERO,
                signed=False,
            ),
        ),
        (
            lambda given: given.mode is Mode.NET,
            Headline(
                "tjm_arrondi", words.INVERSE, words.INVERSE, words.INVERSE_ZERO, signed=False
            ),
        ),
        (
            lambda given: given.lecture is not Lecture.EXACTE,
            Headline(
                "reste", words.RAPIDE_POSITIVE, words.RAPIDE_NEGATIVE, words.RAPIDE_ZERO,
                signed=False,
            ),
        ),
    ),
    picture=Picture(
        words.PICTURE,
        received="chiffre_affaires",
        spent=(
            "frais_gestion", "autres_charges", "frais_rembourses", "cout_epargne",
            "retenu_employeur", "retenu_salarie", "retenu_compte", "retenu_impot",
        ),
        left="reste",
        labels=words.LABELS,
    ),
    charts=(
        Bars(
            "cote_a_cote", "Ce que montre chaque lecture", "lectures",
            ("employeur", "salarie", "compte", "net"), summed=False,
        ),
    ),
    codes=CODES,
    order=40,
    family="Portage salarial",
    sections=words.SECTIONS,
    examples=EXAMPLES,
)  # fmt: skip
