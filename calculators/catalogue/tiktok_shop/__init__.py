"""« TikTok Shop »: commission and affiliation of an order, by date and case."""

from calculators.catalogue.tiktok_shop import words
from calculators.catalogue.tiktok_shop.calculation import CODES, TiktokShop, formulas
from calculators.catalogue.tiktok_shop.inputs import TiktokShopInputs
from calculators.kit.calculator import Calculator, Headline, Picture

CALCULATOR = Calculator(
    slug="tiktok-shop",
    title=words.TITLE,
    summary=words.SUMMARY,
    intro=words.INTRO,
    inputs=TiktokShopInputs,
    sheet=TiktokShop,
    formulas=formulas,
    main_date="date_commande",
    example={
        "date_commande": "2026-02-01",
        "paiement_client": "1000",
        "remise_plateforme": "100",
        "remboursements": "50",
        "affiliation_ouverte": "8",
        "affiliation_ciblee": "12",
    },
    headline=Headline("reste", words.POSITIVE, words.NEGATIVE, words.ZERO),
    picture=Picture(
        words.PICTURE,
        received=("base_apres_remboursement", "base_commission"),
        spent=(("commission_finale", "commission"), "affiliation"),
        left="reste",
    ),
    codes=CODES,
    order=12,
    family="Vendre",
    sections=words.SECTIONS,
)
