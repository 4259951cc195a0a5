"""A year of a micro-entrepreneur, given in one go."""

from datetime import date
from decimal import Decimal
from typing import ClassVar, Self

from pydantic import model_validator

from calculators.catalogue.micro_entrepreneur import words
from calculators.kit.fields import Choice, Group, asked, money, rate, year
from calculators.kit.messages import InputError
from calculators.law.foyer import GROUPE_FOYER, FoyerInputs
from calculators.law.micro.activite import GROUPE_ACTIVITE, GROUPE_CREATION, ActiviteInputs
from calculators.law.micro.annee import Lecture
from calculators.law.micro.calendrier import Periodicite
from calculators.law.micro.categories import Registre
from calculators.law.tva import StatutTva, TauxTva


class OptionImpot(Choice):
    """How the activity's income tax is paid."""

    BAREME = "bareme", "Barème progressif (cas général)"
    VERSEMENT = "versement", "Versement libératoire"


class MicroEntrepreneurInputs(FoyerInputs, ActiviteInputs):
    """One year, its turnover by category."""

    GROUPS: ClassVar[tuple[Group, ...]] = (
        Group("essentiel", "L’essentiel"),
        Group("couts", "Marchandises et frais"),
        GROUPE_ACTIVITE,
        GROUPE_CREATION,
        GROUPE_FOYER,
        Group("plafonds", "TVA et année précédente"),
        Group("lecture", "Arrondis et simulateur officiel"),
    )

    annee: int = year("Année", group="essentiel", example="2026", help="De 2009 à 2027.")
    ca_ventes: Decimal | None = money(
        "Ventes de marchandises", default=None, group="essentiel", example="60 000,00",
        help="Tout ce que vous encaissez, port facturé compris, hors TVA si vous la facturez. "
        "Ce que vous fabriquez, les repas et l’hébergement en sont.",
    )  # fmt: skip
    ca_services: Decimal | None = money(
        "Prestations commerciales ou artisanales", default=None, group="essentiel",
        example="12 000,00", help="Réparation, travaux, transport, location de matériel…",
    )  # fmt: skip
    ca_liberal: Decimal | None = money(
        "Activité libérale", default=None, group="essentiel", example="18 000,00",
        help="Conseil, formation, rédaction, programmation… (BNC).",
    )  # fmt: skip
    option_impot: OptionImpot = asked(
        "Impôt sur le revenu", default=OptionImpot.BAREME, group="essentiel",
        help="Nous calculons les deux et disons lequel coûte le moins.",
    )  # fmt: skip

    achats: Decimal | None = money(
        "Achats de marchandises", default=None, group="couts", example="24 000,00",
        help="De l’année, TVA comprise si vous ne la récupérez pas.",
    )  # fmt: skip
    taux_marque: Decimal | None = rate(
        "Ou votre taux de marque", default=None, group="couts", example="40",
        help="Marge ÷ prix de vente : il remplace le montant des achats.",
    )  # fmt: skip
    transport: Decimal = money(
        "Expéditions payées", default=Decimal(0), group="couts", example="3 600,00"
    )
    taux_frais: Decimal = rate(
        "Frais proportionnels", default=Decimal(0), group="couts", example="3,4",
        help="Paiement et plateforme, en part du chiffre d’affaires.",
    )  # fmt: skip
    frais_variables: Decimal = money(
        "Autres frais de vente", default=Decimal(0), group="couts", example="500,00",
        help="Parts fixes de paiement, emballages, publicité…",
    )  # fmt: skip
    frais_fixes: Decimal = money(
        "Frais fixes de l’année", default=Decimal(0), group="couts", example="1 200,00",
        help="Hébergement, assurance, logiciels, comptable…",
    )  # fmt: skip
    cfe: Decimal = money(
        "Cotisation foncière (CFE)", default=Decimal(0), group="couts", example="250,00",
        help="Votre avis : elle dépend de la commune. Aucune l’année de création.",
    )  # fmt: skip
    reste_vise: Decimal | None = money(
        "Je veux qu’il reste", default=None, group="couts", example="12 000,00",
        help="Nous donnons le taux de marque qu’il faut, avant l’impôt au barème.",
    )  # fmt: skip

    ca_meubles: Decimal | None = money(
        "Meublés de tourisme classés", default=None, group=GROUPE_ACTIVITE.code, example="9 000,00",
        help="Loyers encaissés, sous le régime micro-social.",
    )  # fmt: skip
    periodicite: Periodicite = asked(
        "Vous déclarez", default=Periodicite.MENSUELLE, group=GROUPE_ACTIVITE.code
    )

    rfr: Decimal | None = money(
        "Revenu fiscal de référence d’il y a deux ans", default=None, group=GROUPE_FOYER.code,
        example="24 500,00", help="Il décide du droit au versement libératoire.",
    )  # fmt: skip

    statut_tva: StatutTva = asked("TVA", default=StatutTva.FRANCHISE, group="plafonds")
    taux_tva: TauxTva = asked(
        "Taux de TVA de vos ventes", default=TauxTva.NORMAL, group="plafonds",
        help="Pour chiffrer une sortie de la franchise.",
    )  # fmt: skip
    tva_achats: Decimal = money(
        "TVA comprise dans vos achats et frais", default=Decimal(0), group="plafonds",
        example="4 800,00", help="Celle que vous récupéreriez.",
    )  # fmt: skip
    ca_precedent: Decimal | None = money(
        "Chiffre d’affaires de l’an dernier", default=None, group="plafonds",
        example="55 000,00",
        help="Le total : les seuils propres aux services ne sont pas jugés sur l’an dernier.",
    )  # fmt: skip

    lecture: Lecture = asked("Arrondis", default=Lecture.DECLARATION, group="lecture")
    date_taux: date | None = asked(
        "Les taux d’un seul jour", default=None, group="lecture",
        help="Le simulateur officiel applique à toute l’année les taux d’un jour.",
        example="01/11/2026",
    )  # fmt: skip

    @model_validator(mode="after")
    def _rules(self) -> Self:
        given = (self.ca_ventes, self.ca_services, self.ca_liberal, self.ca_meubles)
        if all(amount is None for amount in given):
            raise InputError("ca_ventes", words.UN_CHIFFRE_D_AFFAIRES)
        if self.achats is not None and self.taux_marque is not None:
            raise InputError("taux_marque", words.ACHATS_OU_MARQUE)
        if self.taux_marque is not None and self.ca_ventes is None:
            raise InputError("taux_marque", words.MARQUE_SANS_VENTES)
        trades = bool(self.ca_ventes or self.ca_services)
        if self.registre is Registre.AUCUN and trades and self.lecture is not Lecture.MOTEUR:
            raise InputError("registre", words.SANS_REGISTRE)
        if self.date_taux is not None and self.date_taux.year != self.annee:
            raise InputError("date_taux", words.AUTRE_ANNEE)
        return self
