"""« Marge d'une vente »: what is left of one sale, and the price that leaves what one wants."""

from calculators.catalogue.marge_vente import words
from calculators.catalogue.marge_vente.calculation import DEPENSES, formulas
from calculators.catalogue.marge_vente.inputs import MargeVenteInputs, ModePrix
from calculators.catalogue.marge_vente.lines import MargeVente
from calculators.catalogue.marge_vente.tarifs import CODES
from calculators.kit.calculator import Calculator, Headline, Picture


def _asks_for_a_price(inputs: MargeVenteInputs) -> bool:
    return inputs.mode_prix is ModePrix.MARGE_NETTE


CALCULATOR = Calculator(
    slug="marge-vente",
    title=words.TITLE,
    summary=words.SUMMARY,
    intro=words.INTRO,
    inputs=MargeVenteInputs,
    sheet=MargeVente,
    formulas=formulas,
    main_date="date_vente",
    example={
        "date_vente": "2026-06-01",
        "prix_achat": "100",
        "prix_vente": "125",
        "moyen_paiement": "paypal",
        "port_facture": "10",
        "port_paye": "10",
        "frais_mensuels": "30",
        "marge_nette_visee": "10",
    },
    headline=Headline("reste", words.POSITIVE, words.NEGATIVE, words.ZERO),
    questions=(
        (
            _asks_for_a_price,
            Headline("reste", words.PRIX_POSITIVE, words.PRIX_NEGATIVE, words.PRIX_ZERO),
        ),
    ),
    picture=Picture(
        words.PICTURE,
        received=("encaissement", "chiffre_affaires"),
        spent=("tva_collectee", *DEPENSES),
        left="reste",
    ),
    codes=CODES,
    order=10,
    family="Vendre",
    sections=words.SECTIONS,
)
