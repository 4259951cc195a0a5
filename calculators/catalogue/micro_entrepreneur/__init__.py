"""« Micro-entrepreneur : une année »: contributions, tax, ceilings, days, and what is left."""

from decimal import Decimal

from calculators.catalogue.micro_entrepreneur import notes, words
from calculators.catalogue.micro_entrepreneur.calculation import CODES, COUTS, formulas
from calculators.catalogue.micro_entrepreneur.examples import EXAMPLES
from calculators.catalogue.micro_entrepreneur.inputs import MicroEntrepreneurInputs
from calculators.catalogue.micro_entrepreneur.lines import MicroEntrepreneur
from calculators.kit.calculator import Calculator, Headline, Picture
from calculators.kit.charts.specs import Bars, Curve
from calculators.law.micro.annee import Lecture
from calculators.law.micro.plafonds import JAUGES

# The rates that the simulator takes where the law has others.
VARIANTE_DU_MOTEUR = "moteur-officiel"


def _asks_the_simulator(inputs: MicroEntrepreneurInputs) -> bool:
    return inputs.lecture is Lecture.MOTEUR


def _variant(inputs: MicroEntrepreneurInputs) -> str:
    return VARIANTE_DU_MOTEUR if _asks_the_simulator(inputs) else ""


CALCULATOR = Calculator(
    slug="micro-entrepreneur",
    title=words.TITLE,
    summary=words.SUMMARY,
    intro=words.INTRO,
    inputs=MicroEntrepreneurInputs,
    sheet=MicroEntrepreneur,
    formulas=formulas,
    main_date="annee",
    example={
        "annee": 2026,
        "ca_ventes": "60000",
        "achats": "24000",
        "transport": "3600",
        "taux_frais": "3.4",
        "frais_fixes": "1200",
    },
    headline=Headline("reste", words.POSITIVE, words.NEGATIVE, words.ZERO),
    questions=(
        (
            _asks_the_simulator,
            Headline(
                "net_apres_impot", words.MOTEUR_POSITIVE, words.MOTEUR_NEGATIVE, words.MOTEUR_ZERO
            ),
        ),
    ),
    picture=Picture(
        words.PICTURE,
        received="chiffre_affaires",
        spent=(*COUTS, "prelevements", "impot_retenu"),
        left="reste",
        labels=(
            ("paiement", "Frais proportionnels"),
            ("plateforme", "Autres frais de vente"),
        ),
    ),
    charts=(
        Bars(
            "mois",
            "Mois par mois",
            "mois",
            ("depenses", "prelevements", "impot", "reste"),
        ),
        JAUGES,
        *(
            Curve(
                f"options_{name}",
                f"Barème ou versement libératoire, selon les {what}",
                f"ca_{name}",
                ("impot_marginal", "cout_versement"),
                high=Decimal(high),
                x_label=label,
            )
            for name, what, label, high in (
                ("ventes", "ventes", "Ventes de l’année", 203_100),
                ("services", "prestations", "Prestations de l’année", 83_600),
                ("liberal", "recettes", "Recettes libérales de l’année", 83_600),
            )
        ),
    ),
    codes=(*CODES, *notes.CODES),
    order=20,
    family="Cotisations, impôt et statut",
    sections=words.SECTIONS,
    variant=_variant,
    examples=EXAMPLES,
)
