"""One activity, asked once for every status."""

from decimal import Decimal
from typing import ClassVar

from calculators.kit.fields import Choice, Group, asked, money, rate, year
from calculators.law.foyer import GROUPE_FOYER, FoyerInputs
from calculators.law.micro.activite import GROUPE_ACTIVITE, GROUPE_CREATION, CreationInputs
from calculators.law.micro.categories import (
    CIPAV,
    LIBERAL,
    SERVICES,
    VENTES,
    Caisse,
    Categorie,
)
from calculators.law.societe import ImpositionDividendes


class Activite(Choice):
    """What is sold: it decides the rates and the ceiling of the micro regime."""

    VENTES = "ventes", "Ventes de marchandises"
    SERVICES = "services", "Prestations commerciales ou artisanales"
    LIBERAL = "liberal", "Activité libérale"
    CIPAV = "cipav", "Activité libérale réglementée (Cipav)"

    @property
    def categorie(self) -> Categorie:
        """Its category in the micro regime."""
        return _CATEGORIES[self]

    @property
    def caisse(self) -> Caisse:
        """Its pension fund at the real regime."""
        return Caisse.CIPAV if self is Activite.CIPAV else Caisse.SSI


_CATEGORIES = {
    Activite.VENTES: VENTES,
    Activite.SERVICES: SERVICES,
    Activite.LIBERAL: LIBERAL,
    Activite.CIPAV: CIPAV,
}


class ComparateurStatutsInputs(FoyerInputs, CreationInputs):
    """A year: turnover, costs, household, and how a company would pay its owner."""

    GROUPS: ClassVar[tuple[Group, ...]] = (
        Group("essentiel", "L’essentiel"),
        Group("societe", "Si c’était une société ou du portage"),
        GROUPE_FOYER,
        GROUPE_ACTIVITE,
        GROUPE_CREATION,
    )

    annee: int = year("Année", group="essentiel", example="2026", help="De 2024 à 2027.")
    activite: Activite = asked("Activité", default=Activite.VENTES, group="essentiel")
    ca: Decimal = money(
        "Chiffre d’affaires de l’année", group="essentiel", example="60 000,00",
        help="Encaissé, hors TVA si vous la facturez.",
    )  # fmt: skip
    part_charges: Decimal = rate(
        "Coûts proportionnels", default=Decimal(0), group="essentiel", example="40",
        help="Marchandises, paiement, livraison… en part du chiffre d’affaires : ils suivent les "
        "courbes.",
    )  # fmt: skip
    achats: Decimal | None = money(
        "Achats de marchandises", default=None, group="essentiel", example="24 000,00",
        help="En euros, s’ils ne sont pas déjà dans la part ci-dessus.",
    )  # fmt: skip
    frais_fixes: Decimal = money(
        "Frais fixes de l’année", default=Decimal(0), group="essentiel", example="3 000,00",
        help="Hébergement, assurance, logiciels, CFE…",
    )  # fmt: skip
    frais_reel: Decimal = money(
        "Frais de plus hors micro-entreprise", default=Decimal(0), group="essentiel",
        example="1 500,00", help="Comptable, compte professionnel, greffe : EI au réel et société.",
    )  # fmt: skip

    capital: Decimal = money(
        "Capital, primes et compte courant", default=Decimal(1000), group="societe",
        example="1 000,00",
        help="En EURL, les dividendes au-delà de 10 % de cette somme paient des cotisations.",
    )  # fmt: skip
    taux_atmp: Decimal | None = rate(
        "Taux accidents du travail", default=None, group="societe", example="0,70",
        help="SASU et portage : notifié à l’établissement. Vide : le taux moyen national.",
    )  # fmt: skip
    taux_frais_portage: Decimal = rate(
        "Frais de gestion du portage", default=Decimal(7), group="societe", example="7",
        help="En part du chiffre d’affaires ; 5 à 10 % d’usage.",
    )  # fmt: skip
    part_remuneration: Decimal = rate(
        "Part du résultat versée en rémunération", default=Decimal(50), group="societe",
        example="50", help="Cotisations comprises ; la ligne « EURL mixte ».",
    )  # fmt: skip
    part_distribuee: Decimal = rate(
        "Part du bénéfice distribuée en dividendes", default=Decimal(100), group="societe",
        example="100",
        help="« EURL mixte » et « SASU, div. » : après l’IS, le reste demeure dans la société.",
    )  # fmt: skip
    imposition_dividendes: ImpositionDividendes = asked(
        "Impôt sur les dividendes", default=ImpositionDividendes.FORFAIT, group="societe"
    )

    rfr: Decimal | None = money(
        "Revenu fiscal de référence d’il y a deux ans", default=None, group=GROUPE_FOYER.code,
        example="24 500,00", help="Il décide du droit au versement libératoire.",
    )  # fmt: skip
