"""What one sale costs and brings."""

from datetime import date
from decimal import Decimal
from typing import ClassVar, Self

from pydantic import model_validator

from calculators.catalogue.marge_vente import words
from calculators.kit.fields import Choice, Group, Inputs, asked, money, quantity, rate
from calculators.kit.messages import InputError
from calculators.law.micro import Chambre
from calculators.law.tiktok_shop import CasTiktok
from calculators.law.tva import StatutTva, TauxTva, TvaAchat


class ModePrix(Choice):
    """How the price is given."""

    PRIX = "prix", "Prix de vente"
    TAUX_MARGE = "taux_marge", "Taux de marge (marge ÷ coût)"
    TAUX_MARQUE = "taux_marque", "Taux de marque (marge ÷ prix)"
    COEFFICIENT_HT = "coefficient_ht", "Coefficient HT ÷ HT"
    MARGE_NETTE = "marge_nette", "Marge nette visée (ce qui doit rester)"
    COEFFICIENT_TTC = "coefficient_ttc", "Coefficient multiplicateur (prix TTC ÷ coût HT)"


class Plateforme(Choice):
    """Where the sale is made."""

    AUCUNE = "aucune", "Sans plateforme"
    TIKTOK_SHOP = "tiktok_shop", "TikTok Shop"


class MoyenPaiement(Choice):
    """Who takes a payment fee."""

    AUCUN = "aucun", "Sans frais de paiement"
    PAYPAL = "paypal", "PayPal (tarif à la date de la vente)"
    SAISI = "saisi", "Autre : je saisis le tarif"


class Regime(Choice):
    """Whether contributions are computed on the turnover."""

    MICRO = "micro", "Micro-entrepreneur (vente de marchandises)"
    AUTRE = "autre", "Société ou régime réel"


class VersementLiberatoire(Choice):
    """Income tax paid with the contributions."""

    NON = "non", "Non"
    SEPARE = "separe", "Oui, sur sa propre ligne"
    GROUPE = "groupe", "Oui, regroupé avec les cotisations (un seul arrondi)"


class MargeVenteInputs(Inputs):
    """One sale, from the purchase to what is left."""

    GROUPS: ClassVar[tuple[Group, ...]] = (
        Group("essentiel", "L’essentiel"),
        Group("prix", "Fixer le prix autrement, viser une marge"),
        Group("achat", "Achat et douane"),
        Group("livraison", "Livraison"),
        Group("plateforme", "Plateforme et affiliation"),
        Group("statut", "TVA, cotisations et impôt"),
        Group("objectif", "Frais fixes"),
    )

    date_vente: date = asked(
        "Date de la vente",
        group="essentiel",
        help="Elle décide des taux appliqués.",
        example="01/06/2026",
    )
    prix_achat: Decimal = money(
        "Prix d’achat",
        group="essentiel",
        example="100,00",
        help="À l’unité ; hors TVA si elle est indiquée plus bas.",
    )
    prix_vente: Decimal | None = money(
        "Prix de vente",
        default=None,
        group="essentiel",
        example="125,00",
        help="Ce que paie le client, hors port (TTC si vous facturez la TVA).",
        shown_when="mode_prix=prix",
    )
    moyen_paiement: MoyenPaiement = asked(
        "Moyen de paiement", default=MoyenPaiement.AUCUN, group="essentiel"
    )
    paiement_taux: Decimal | None = rate(
        "Part variable",
        default=None,
        lt=100,
        group="essentiel",
        example="1,5",
        help="De votre prestataire de paiement.",
        shown_when="moyen_paiement=saisi",
    )
    paiement_fixe: Decimal = money(
        "Part fixe",
        default=Decimal(0),
        group="essentiel",
        example="0,25",
        help="Par paiement.",
        shown_when="moyen_paiement=saisi",
    )
    plateforme: Plateforme = asked(
        "Plateforme de vente", default=Plateforme.AUCUNE, group="essentiel"
    )

    mode_prix: ModePrix = asked(
        "Je connais",
        default=ModePrix.PRIX,
        group="prix",
        help="Donnez le prix, ou laissez-le se déduire du coût de revient.",
    )
    taux_marge: Decimal | None = rate(
        "Taux de marge voulu",
        default=None,
        le=100_000,
        group="prix",
        example="25",
        help="Marge ÷ coût de revient.",
        shown_when="mode_prix=taux_marge",
    )
    taux_marque: Decimal | None = rate(
        "Taux de marque voulu",
        default=None,
        lt=100,
        group="prix",
        example="20",
        help="Marge ÷ prix de vente HT.",
        shown_when="mode_prix=taux_marque",
    )
    coefficient: Decimal | None = quantity(
        "Coefficient voulu",
        default=None,
        le=10_000,
        places=6,
        group="prix",
        example="1,25",
        help="Prix ÷ coût de revient.",
        shown_when="mode_prix=coefficient_ht coefficient_ttc",
    )
    marge_nette_visee: Decimal | None = rate(
        "Marge nette visée",
        default=None,
        lt=100,
        group="prix",
        example="10",
        help="Ce qui doit rester, en part du chiffre d’affaires : nous donnons le prix.",
    )
    marque_minimale: Decimal = rate(
        "Taux de marque minimal",
        default=Decimal(50),
        lt=100,
        group="prix",
        example="50",
        help="Repère du commerce traditionnel : en dessous, la vente est signalée.",
    )

    tva_achat: TvaAchat = asked(
        "TVA facturée par le fournisseur",
        default=TvaAchat.AUCUNE,
        group="achat",
        help="Elle s’ajoute au prix d’achat ; en franchise, elle reste à votre charge.",
    )
    port_achat: Decimal = money(
        "Port à l’achat",
        default=Decimal(0),
        group="achat",
        example="9,13",
        help="Transport jusqu’à vous.",
    )
    douane: Decimal = money(
        "Frais de douane",
        default=Decimal(0),
        group="achat",
        example="3,50",
        help="Droits et taxes d’importation.",
    )

    port_facture: Decimal = money(
        "Port facturé au client",
        default=Decimal(0),
        group="livraison",
        example="10,00",
        help="Il entre dans le chiffre d’affaires.",
    )
    port_paye: Decimal = money(
        "Port payé",
        default=Decimal(0),
        group="livraison",
        example="10,00",
        help="Ce que l’envoi vous coûte (HT si vous récupérez la TVA).",
    )

    cas_tiktok: CasTiktok = asked(
        "Commission TikTok Shop",
        default=CasTiktok.STANDARD,
        group="plateforme",
        shown_when="plateforme=tiktok_shop",
    )
    affiliation_ouverte: Decimal | None = rate(
        "Affiliation ouverte",
        default=None,
        group="plateforme",
        example="8",
        help="Taux proposé à tous les créateurs.",
        shown_when="plateforme=tiktok_shop",
    )
    affiliation_ciblee: Decimal | None = rate(
        "Affiliation ciblée",
        default=None,
        group="plateforme",
        example="12",
        help="Le plus élevé des deux taux s’applique.",
        shown_when="plateforme=tiktok_shop",
    )

    statut_tva: StatutTva = asked("Statut de TVA", default=StatutTva.FRANCHISE, group="statut")
    taux_tva: TauxTva = asked(
        "Taux de TVA de la vente",
        default=TauxTva.NORMAL,
        group="statut",
        shown_when="statut_tva=assujetti",
    )
    regime: Regime = asked("Régime", default=Regime.MICRO, group="statut")
    chambre: Chambre = asked(
        "Immatriculation", default=Chambre.CCI, group="statut", shown_when="regime=micro"
    )
    exonere_taxe_chambre: bool = asked(
        "Chiffre d’affaires de l’année d’au plus 5 000 €",
        default=False,
        group="statut",
        help="La taxe pour frais de chambre n’est alors pas due.",
        shown_when="regime=micro",
    )
    versement_liberatoire: VersementLiberatoire = asked(
        "Versement libératoire de l’impôt",
        default=VersementLiberatoire.NON,
        group="statut",
        shown_when="regime=micro",
    )

    charges_sur_marge: Decimal | None = rate(
        "Comme une vraie entreprise : charges sur la marge",
        default=None,
        group="statut",
        example="40",
        help="Pour comparer : un article de 2010 dit 40 % de la marge hors taxes.",
    )

    frais_mensuels: Decimal | None = money(
        "Frais fixes par mois",
        default=None,
        group="objectif",
        example="30,00",
        help="Hébergement, abonnements… : pour le nombre de ventes qui les couvre.",
    )

    @model_validator(mode="after")
    def _price_is_given(self) -> Self:
        needed = {
            ModePrix.PRIX: "prix_vente",
            ModePrix.TAUX_MARGE: "taux_marge",
            ModePrix.TAUX_MARQUE: "taux_marque",
            ModePrix.MARGE_NETTE: "marge_nette_visee",
        }.get(self.mode_prix, "coefficient")
        if getattr(self, needed) is None:
            raise InputError(
                needed, "Donnez cette valeur, ou choisissez une autre façon de fixer le prix."
            )
        if self.moyen_paiement is MoyenPaiement.SAISI and self.paiement_taux is None:
            raise InputError("paiement_taux", words.TARIF_A_SAISIR)
        return self
