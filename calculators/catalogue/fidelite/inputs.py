"""A programme: who joins, what they buy more, what they are given, what it costs."""

from decimal import Decimal
from typing import ClassVar, Self

from pydantic import model_validator

from calculators.catalogue.fidelite import words
from calculators.kit.fields import (
    Choice,
    Group,
    Inputs,
    Row,
    asked,
    money,
    quantity,
    rate,
    rows,
    year,
)
from calculators.kit.messages import REQUIRED, InputError
from calculators.kit.names import cell_name
from calculators.law.fidelisation import Convention

MOST_RISE = 500  # points: beyond, the figure typed is a mistake
SEGMENT_CELLS = ("panier", "frequence", "adhesion", "hausse_panier", "hausse_frequence")


class Base(Choice):
    """Which spending earns the reward."""

    APRES = "apres", "Tous les achats des membres, hausse comprise"
    AVANT = "avant", "Leurs achats habituels, sans la hausse"


class Segment(Choice):
    """Clients by what they are worth."""

    FORTE = "forte", "Forte valeur"
    MOYENNE = "moyenne", "Valeur moyenne"
    FAIBLE = "faible", "Faible valeur"


class Action(Choice):
    """What is rewarded besides a purchase."""

    INSCRIPTION = "inscription", "Inscription"
    ANNIVERSAIRE = "anniversaire", "Anniversaire"
    CATEGORIE = "categorie", "Essai d’une nouvelle catégorie"
    GAMME = "gamme", "Passage à la gamme supérieure"
    PARRAINAGE = "parrainage", "Parrainage"
    AVIS = "avis", "Avis laissé"
    AUTRE = "autre", "Autre"


class UnSegment(Row):
    """Some of the clients; what is left empty is as in the rest of the form."""

    segment: Segment = asked("Segment")
    clients: int | None = quantity("Clients", default=None)
    panier: Decimal | None = money("Panier", default=None)
    frequence: Decimal | None = quantity("Achats par an", default=None, places=2, le=1000)
    adhesion: Decimal | None = rate("Adhésion", default=None)
    hausse_panier: Decimal | None = rate("Hausse du panier", default=None, le=MOST_RISE)
    hausse_frequence: Decimal | None = rate("Hausse des achats", default=None, le=MOST_RISE)

    @property
    def is_known(self) -> bool:
        """Whether it counts clients."""
        return self.clients is not None


class UneAction(Row):
    """What one action gives, and how often in a year."""

    action: Action = asked("Action")
    nombre: int = quantity("Fois par an")
    points: Decimal = quantity("Points", places=2)
    valeur: Decimal = money("Valeur d’un point")


class FideliteInputs(Inputs):
    """A loyalty programme."""

    GROUPS: ClassVar[tuple[Group, ...]] = (
        Group("essentiel", "L’essentiel"),
        Group("couts", "Ce que coûte le programme"),
        Group("recompenses", "Les récompenses en détail"),
        Group("clients", "Clients gardés et parrainage"),
        Group("segments", "Par segment de clients"),
        Group("valeur", "Valeur à vie d’un client"),
        Group("reperes", "Repères de l’article sur vos chiffres"),
    )

    annee: int = year("Première année du programme", ge=2009, group="essentiel", example="2026")
    clients: int = quantity("Clients dans l’année", group="essentiel", example="2 000")
    panier: Decimal = money(
        "Panier moyen", group="essentiel", example="38,00", help="Hors TVA si vous la facturez."
    )
    frequence: Decimal = quantity(
        "Achats par client et par an", places=2, le=1000, group="essentiel", example="4"
    )
    part_marge: Decimal = rate(
        "Marge sur une vente", group="essentiel", example="45",
        help="Ce qu’il reste après marchandises, port, commissions et frais, avant récompenses.",
    )  # fmt: skip
    adhesion: Decimal = rate(
        "Clients qui adhèrent", group="essentiel", example="40",
        help="Seuls les membres comptent : les autres clients achètent comme avant.",
    )  # fmt: skip
    actifs: Decimal = rate(
        "Membres actifs", group="essentiel", example="60",
        help="Part des membres qui gagnent des récompenses et suivent les hausses ci-dessous.",
    )  # fmt: skip
    hausse_panier: Decimal = rate(
        "Hausse du panier des membres", le=MOST_RISE, group="essentiel", example="8",
        help="Votre hypothèse : ce qu’ils achètent grâce au programme, et rien d’autre.",
    )  # fmt: skip
    hausse_frequence: Decimal = rate(
        "Hausse de leurs achats par an", le=MOST_RISE, group="essentiel", example="10"
    )
    taux_recompense: Decimal = rate(
        "Récompense, en part des achats", group="essentiel", example="5",
        help="5 points par euro et 100 points pour 1 € font 5 %.",
    )  # fmt: skip
    horizon: Decimal = quantity(
        "Durée de la courbe et du cumul", default=Decimal(36), ge=1, le=120, places=0, unit="mois",
        group="essentiel", example="36",
    )  # fmt: skip

    frais_depart: Decimal = money(
        "Mise de départ", default=Decimal(0), group="couts", example="1 200,00",
        help="Outil, réglages, création graphique, lancement : la première année seulement.",
    )  # fmt: skip
    frais_mensuels: Decimal = money(
        "Outil, par mois", default=Decimal(0), group="couts", example="49,00"
    )
    marketing: Decimal | None = money(
        "Marketing du programme, par an", default=None, group="couts", example="500,00"
    )
    heures: Decimal | None = quantity(
        "Temps passé, par mois", default=None, places=2, le=10_000, unit="heures",
        group="couts", example="3",
    )  # fmt: skip
    cout_heure: Decimal | None = money(
        "Coût d’une heure", default=None, group="couts", example="25,00",
        help="Votre temps en a un aussi.",
    )  # fmt: skip

    base_recompense: Base = asked("Récompense donnée sur", default=Base.APRES, group="recompenses")
    utilisation: Decimal = rate(
        "Points utilisés", default=Decimal(100), group="recompenses", example="70",
        help="À défaut tous, par prudence : le reste est une dette envers vos membres.",
    )  # fmt: skip
    part_cout: Decimal = rate(
        "Coût d’un euro de récompense", default=Decimal(100), group="recompenses", example="60",
        help="Une récompense en marchandises vous coûte leur prix d’achat.",
    )  # fmt: skip
    autres_recompenses: Decimal | None = rate(
        "Autres membres qui gagnent aussi des récompenses", default=None, group="recompenses",
        example="50",
        help="Part des membres non actifs qui achètent comme avant, carte en main. À défaut aucun.",
    )  # fmt: skip
    surprise: Decimal | None = money(
        "Surprise par membre et par an", default=None, group="recompenses", example="2,00",
        help="Remise d’anniversaire, cadeau : ce qu’elle vous coûte.",
    )  # fmt: skip
    surprise_utilisee: Decimal = rate(
        "Surprises utilisées", default=Decimal(100), group="recompenses", example="30"
    )
    actions: tuple[UneAction, ...] = rows(
        "Actions récompensées", least=1, most=20, group="recompenses",
        help="Ce que vous récompensez en plus des achats.",
    )  # fmt: skip

    clients_gardes: int | None = quantity(
        "Clients gardés en plus, par an", default=None, group="clients", example="60",
        help="Ceux qui seraient partis sans le programme.",
    )  # fmt: skip
    depense_garde: Decimal | None = money(
        "Ce qu’achète un client gardé, par an", default=None, group="clients", example="360,00",
        help="À défaut, panier moyen × achats par an.",
    )  # fmt: skip
    parrainages: int | None = quantity(
        "Nouveaux clients parrainés, par an", default=None, group="clients", example="100",
        help="Ceux qui ne seraient pas venus autrement.",
    )  # fmt: skip
    recompense_parrain: Decimal = money(
        "Récompense du parrain", default=Decimal(0), group="clients", example="5,00"
    )
    recompense_filleul: Decimal = money(
        "Récompense du filleul", default=Decimal(0), group="clients", example="5,00"
    )

    segments: tuple[UnSegment, ...] = rows(
        "Vos segments", default=tuple(UnSegment(segment=one) for one in Segment), least=3, most=3,
        group="segments",
        help="Une case vide reprend le reste du formulaire. Les clients qui ne sont dans aucun "
        "segment y restent.",
    )  # fmt: skip

    duree_vie: Decimal = quantity(
        "Années pendant lesquelles un client achète", default=Decimal(3), places=2, le=100,
        unit="ans", group="valeur", example="3",
        help="Trois ans à défaut : mettez les vôtres.",
    )  # fmt: skip
    cac: Decimal | None = money(
        "Coût d’acquisition d’un client", default=None, group="valeur", example="15,00"
    )
    retention: Decimal | None = rate(
        "Clients qui rachètent l’année suivante", default=None, group="valeur", example="40"
    )
    retention_membres: Decimal | None = rate(
        "Membres qui rachètent l’année suivante", default=None, group="valeur", example="50",
        help="À défaut, comme les autres clients.",
    )  # fmt: skip
    taux_actualisation: Decimal = rate(
        "Taux d’actualisation", default=Decimal(10), group="valeur", example="10",
        help="Un euro dans un an vaut moins qu’aujourd’hui. 10 % est une convention.",
    )  # fmt: skip
    convention: Convention = asked(
        "Valeur selon la rétention", default=Convention.APRES, group="valeur",
        help="m est la marge d’une année, r la rétention, d le taux d’actualisation.",
    )  # fmt: skip

    cout_retention: Decimal | None = money(
        "Coût pour garder un client", default=None, group="reperes", example="4,00",
        help="À défaut, le coût du programme par membre actif.",
    )  # fmt: skip
    budget_campagne: Decimal | None = money(
        "Budget d’une campagne", default=None, group="reperes", example="1 000,00"
    )
    visites: int | None = quantity(
        "Visites qui voient une recommandation", default=None, le=1_000_000_000, group="reperes",
        example="10 000",
    )  # fmt: skip
    points_membre: Decimal | None = quantity(
        "Points d’un membre", default=None, places=2, le=1_000_000_000, group="reperes",
        example="1 200",
    )  # fmt: skip
    valeur_point: Decimal = money(
        "Valeur d’un point", default=Decimal("0.01"), group="reperes", example="0,01",
        help="Un centime à défaut : 100 points pour 1 €.",
    )  # fmt: skip
    avantage_statut: Decimal = money(
        "Avantage de son statut", default=Decimal(0), group="reperes", example="20,00",
        help="Livraison offerte, accès anticipé… par an.",
    )  # fmt: skip

    @property
    def par_segment(self) -> bool:
        """Whether some clients are counted apart."""
        return any(row.is_known for row in self.segments)

    @model_validator(mode="after")
    def _rules(self) -> Self:
        if self.heures is not None and self.cout_heure is None:
            raise InputError("cout_heure", words.HEURE_SANS_COUT)
        seen: set[Segment] = set()
        for index, row in enumerate(self.segments):
            if row.segment in seen:
                raise InputError(cell_name("segments", index, "segment"), words.SEGMENT_EN_DOUBLE)
            seen.add(row.segment)
            typed = any(getattr(row, name) is not None for name in SEGMENT_CELLS)
            if typed and not row.is_known:
                raise InputError(cell_name("segments", index, "clients"), REQUIRED)
        return self
