"""« Programme de fidélité »: its return on incremental margin, every cost counted."""

from decimal import Decimal

from calculators.catalogue.fidelite import words
from calculators.catalogue.fidelite.calculation import CODES, formulas
from calculators.catalogue.fidelite.examples import EXAMPLES
from calculators.catalogue.fidelite.inputs import FideliteInputs
from calculators.catalogue.fidelite.lines import Fidelite
from calculators.kit.calculator import Calculator, Headline, Picture
from calculators.kit.charts.specs import Curve

CALCULATOR = Calculator(
    slug="fidelite",
    title=words.TITLE,
    summary=words.SUMMARY,
    intro=words.INTRO,
    inputs=FideliteInputs,
    sheet=Fidelite,
    formulas=formulas,
    main_date="annee",
    example={
        "annee": 2026, "clients": "2000", "panier": "38", "frequence": "4", "part_marge": "45",
        "adhesion": "40", "actifs": "60", "hausse_panier": "8", "hausse_frequence": "10",
        "taux_recompense": "5", "utilisation": "70", "part_cout": "60", "frais_depart": "1200",
        "frais_mensuels": "49", "cac": "15",
    },
    headline=Headline("net_annee", words.POSITIVE, words.NEGATIVE, words.ZERO),
    picture=Picture(
        words.PICTURE,
        received="gains",
        spent=(
            "recompenses", "surprises", "cout_parrainage", "cout_marketing", "outil", "temps",
            "mise_depart",
        ),
        left="net_annee",
        labels=(
            ("marchandises", "Récompenses"), ("paiement", "Parrainage"),
            ("plateforme", "Marketing"), ("frais_fixes", "Outil, temps, départ"),
        ),
    ),
    charts=(
        Curve(
            "remboursement", "Quand le programme se rembourse", "horizon",
            ("cumul_net",), high=Decimal(36), x_label="Mois depuis le lancement", zero=True,
        ),
    ),
    codes=CODES,
    order=50,
    family="Fidélité",
    sections=words.SECTIONS,
    examples=EXAMPLES,
)  # fmt: skip
