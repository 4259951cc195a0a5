"""« Frais PayPal »: the fee of a payment by date and kind, its refund, and what to bill."""

from calculators.catalogue.paypal import words
from calculators.catalogue.paypal.calculation import CODES, Paypal, formulas
from calculators.catalogue.paypal.inputs import PaypalInputs
from calculators.kit.calculator import Calculator, Headline, Picture


def _asks_what_to_bill(inputs: PaypalInputs) -> bool:
    return inputs.montant is None


CALCULATOR = Calculator(
    slug="paypal",
    title=words.TITLE,
    summary=words.SUMMARY,
    intro=words.INTRO,
    inputs=PaypalInputs,
    sheet=Paypal,
    formulas=formulas,
    main_date="date_paiement",
    example={"date_paiement": "2026-06-01", "montant": "135", "net_vise": "100"},
    headline=Headline("net_recu", words.POSITIVE, words.NEGATIVE, words.ZERO),
    questions=(
        (_asks_what_to_bill, Headline("net_recu", words.INVERSE, words.NEGATIVE, words.ZERO)),
    ),
    picture=Picture(
        words.PICTURE,
        received=("encaisse_apres_remboursement", "encaisse"),
        spent=(("frais_apres_remboursement", "frais"),),
        left="net_recu",
    ),
    codes=CODES,
    order=14,
    family="Vendre",
    sections=words.SECTIONS,
)
