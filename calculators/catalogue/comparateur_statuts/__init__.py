"""« Comparateur de statuts »: the same year as micro, at the real regime, in a company."""

from decimal import Decimal

from calculators.catalogue.comparateur_statuts import words
from calculators.catalogue.comparateur_statuts.calculation import CODES, formulas
from calculators.catalogue.comparateur_statuts.examples import EXAMPLES
from calculators.catalogue.comparateur_statuts.inputs import ComparateurStatutsInputs
from calculators.catalogue.comparateur_statuts.lines import ComparateurStatuts
from calculators.kit.calculator import Calculator, Headline, Picture
from calculators.kit.charts.specs import Bars, Curve

EN_REMUNERATION = "ei", "eurl", "sasu"
AUTREMENT = "mixte", "dividendes", "portage"


def _curve(
    code: str, title: str, varied: str, keys: tuple[str, ...], high: int, *, note: str = "",
    remark: str = "",
) -> Curve:  # fmt: skip
    """The best option of the micro regime against three other statuses."""
    return Curve(
        code, title, varied, ("micro_retenu", *(f"statuts_{key}_reste" for key in keys)),
        high=Decimal(high), x_label=words.AXES[varied],
        names=(words.MICRO, *(words.STATUTS[key] for key in keys)),
        note=f"{words.COURBE_MICRO} {note}".strip(), remark=remark,
    )  # fmt: skip


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
    headline=Headline("meilleur", words.POSITIVE, words.NEGATIVE, words.ZERO, signed=False),
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
            remark="plafond_micro_depasse",
        ),
        _curve(
            "selon_ca", words.SELON_CA, "ca", EN_REMUNERATION, 120_000, note=words.COURBE_PLAFOND
        ),
        _curve(
            "selon_couts", words.SELON_COUTS, "part_charges", EN_REMUNERATION, 90,
            remark="plafond_micro_depasse",
        ),
        _curve(
            "dividendes_selon_ca", words.AUTREMENT_SELON_CA, "ca", AUTREMENT, 120_000,
            note=words.COURBE_PLAFOND,
        ),
        _curve(
            "dividendes_selon_couts", words.AUTREMENT_SELON_COUTS, "part_charges", AUTREMENT, 90,
            remark="plafond_micro_depasse",
        ),
    ),
    codes=CODES,
    order=25,
    family="Cotisations, impôt et statut",
    sections=words.SECTIONS,
    examples=EXAMPLES,
)  # fmt: skip
