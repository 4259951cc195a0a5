"""« Comparer des sociétés de portage »: two to four quotes for the same month."""

from calculators.catalogue.comparer_societes_portage import words
from calculators.catalogue.comparer_societes_portage.calculation import CODES, formulas
from calculators.catalogue.comparer_societes_portage.inputs import ComparerSocietesPortageInputs
from calculators.catalogue.comparer_societes_portage.lines import ComparerSocietesPortage
from calculators.kit.calculator import Calculator, Headline
from calculators.kit.charts.specs import Bars

CALCULATOR = Calculator(
    slug="comparer-societes-portage",
    title=words.TITLE,
    summary=words.SUMMARY,
    intro=words.INTRO,
    inputs=ComparerSocietesPortageInputs,
    sheet=ComparerSocietesPortage,
    formulas=formulas,
    main_date="periode",
    example={
        "periode": "2026-11-20",
        "ca": "10000",
        "mois_factures": 11,
        "devis": [
            {"societe": "Alpha", "taux_frais": "5", "autres_charges": "150"},
            {"societe": "Bêta", "taux_frais": "7", "plafond_frais": "600",
             "brut_annonce": "6300"},
            {"societe": "Gamma", "taux_frais": "10", "net_annonce": "4900"},
            {"societe": "Delta", "taux_frais": "3", "frais_fixes": "99", "reserve": "500"},
        ],
        "societes": [
            {"services": "100", "reputation": 3, "garantie": 3, "conseil": 2, "outils": 3},
            {"services": "150", "reputation": 4, "garantie": 4, "conseil": 4, "outils": 3},
            {"services": "300", "reputation": 5, "garantie": 5, "conseil": 4, "outils": 4},
        ],
    },
    headline=Headline(
        "meilleur", words.POSITIVE, words.NEGATIVE, words.AUCUN, signed=False
    ),
    charts=(
        Bars(
            "repartition",
            "Où va chaque euro",
            "comparaison",
            ("frais", "autres", "inexplique", "reserve", "solde", "employeur", "salarie", "net"),
            summed=False,
            labels=(("cotisations", "Cotisations"),),
        ),
    ),
    codes=CODES,
    order=41,
    family="Portage salarial",
    sections=words.SECTIONS,
    examples=(
        {
            "periode": "2024-03-15",
            "ca": "6000",
            "devis": [
                {"societe": "Petite", "taux_frais": "8", "brut_annonce": "2500",
                 "net_annonce": "2100"},
                {"societe": "Grande", "taux_frais": "6"},
            ],
            "societes": [{"taille": "moins_de_11", "taux_atmp": "1.2", "sante": "60"}],
        },
    ),
)  # fmt: skip
