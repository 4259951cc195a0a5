"""« Valeur d'un client professionnel »: renewals, extensions, and the client's own case."""

from calculators.catalogue.valeur_client_b2b import words
from calculators.catalogue.valeur_client_b2b.calculation import CODES, formulas
from calculators.catalogue.valeur_client_b2b.inputs import ValeurClientB2bInputs
from calculators.catalogue.valeur_client_b2b.lines import ValeurClientB2b
from calculators.kit.calculator import Calculator, Headline, Picture
from calculators.kit.charts.specs import Bars

CALCULATOR = Calculator(
    slug="valeur-client-b2b",
    title=words.TITLE,
    summary=words.SUMMARY,
    intro=words.INTRO,
    inputs=ValeurClientB2bInputs,
    sheet=ValeurClientB2b,
    formulas=formulas,
    main_date="annee",
    example={
        "annee": 2026,
        "ca_annuel": "12000",
        "part_marge": "60",
        "part_perdue": "15",
        "extension": "10",
        "nombre_annees": "5",
        "economies": "1500",
        "heures_gagnees": "20",
        "cout_horaire": "35",
        "postes": [
            {"poste": "formation", "cout": "2000"},
            {"poste": "adaptation", "cout": "1500"},
            {"poste": "migration", "cout": "2500"},
        ],
    },
    headline=Headline("valeur", words.POSITIVE, words.NEGATIVE, words.ZERO),
    questions=(
        (
            lambda inputs: inputs.est_sans_limite and inputs.a_une_fourchette,
            Headline("valeur", words.SANS_LIMITE_FOURCHETTE, words.NEGATIVE, words.ZERO),
        ),
        (
            lambda inputs: inputs.est_sans_limite,
            Headline("valeur", words.SANS_LIMITE, words.NEGATIVE, words.ZERO),
        ),
        (
            lambda inputs: inputs.est_sans_limite_en_haut and inputs.a_une_fourchette,
            Headline("valeur", words.HAUT_SANS_LIMITE, words.NEGATIVE, words.ZERO),
        ),
        (
            lambda inputs: inputs.a_une_fourchette,
            Headline("valeur", words.FOURCHETTE, words.NEGATIVE, words.ZERO),
        ),
    ),
    picture=Picture(
        words.PICTURE,
        received="recettes_attendues",
        spent=("couts_attendus",),
        left="valeur",
        labels=(("marchandises", "Coûts"),),
    ),
    charts=(Bars("annees", "Année par année", "par_annee", ("couts", "marge_attendue")),),
    codes=CODES,
    order=63,
    family="Vente B2B",
    sections=words.SECTIONS,
)
