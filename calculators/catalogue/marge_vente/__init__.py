"""« Marge d'une vente »: what is left of one sale, and the price that leaves what one wants."""

from calculators.catalogue.marge_vente.calculation import CODES, DEPENSES, formulas
from calculators.catalogue.marge_vente.inputs import MargeVenteInputs
from calculators.kit.calculator import Calculator, Headline, Picture

CALCULATOR = Calculator(
    slug="marge-vente",
    title="Marge d’une vente",
    summary="Ce qui reste vraiment d’une vente, et le prix qui laisse ce que vous voulez.",
    intro="Du prix d’achat à ce qui reste en poche : marchandise, port, plateforme, paiement, cotisations et impôt, aux taux du jour de la vente.",
    inputs=MargeVenteInputs,
    formulas=formulas,
    main_date="date_vente",
    example={
        "date_vente": "2026-06-01", "prix_achat": "100", "prix_vente": "125", "moyen_paiement": "paypal",
        "port_facture": "10", "port_paye": "10", "frais_mensuels": "30", "marge_nette_visee": "10",
    },
    headline=Headline(
        line="reste",
        positive="Il vous reste {reste} sur cette vente, soit {taux_marge_nette} du chiffre d’affaires.",
        negative="Vous perdez {reste} sur cette vente.",
        zero="Il ne vous reste rien sur cette vente : elle paie tout juste ses coûts.",
    ),
    picture=Picture(
        "Où va chaque euro", ("encaissement", "chiffre_affaires"), ("tva_collectee", *DEPENSES), "reste"
    ),
    codes=CODES,
    order=10,
    sections={
        "resultat": "Ce qu’il vous reste", "recette": "Recette", "charges": "Ce que coûte la vente", "achat": "Achat",
        "prix": "Prix et marge", "objectif": "Équilibre et objectif", "article": "Lecture de l’article",
    },
)  # fmt: skip
