"""One order of a member, and the rules of the programme, by its kind."""

from datetime import date
from decimal import Decimal
from typing import ClassVar, Self

from pydantic import model_validator

from calculators.catalogue.points_et_paliers import words
from calculators.kit.fields import Choice, Group, Inputs, Row, asked, money, quantity, rate, rows
from calculators.kit.messages import InputError
from calculators.kit.names import cell_name
from calculators.kit.texts import Name

LEAST, MOST = Decimal("0.01"), Decimal(1_000_000)
POINTS = "genre_programme=points"


class GenreProgramme(Choice):
    """How a programme rewards."""

    POINTS = "points", "Des points"
    TAMPONS = "tampons", "Une carte à tampons"
    CASHBACK = "cashback", "Du cashback"
    ADHESION = "adhesion", "Une adhésion payante"
    NIVEAUX = "niveaux", "Des niveaux"


class CumulBonus(Choice):
    """What becomes of bonuses that fall on the same day."""

    PLUS_HAUT = "plus_haut", "Le plus élevé seul (×2 et ×3 font ×3)"
    AJOUTES = "ajoutes", "Ils s’ajoutent (×2 et ×3 font ×4)"
    MULTIPLIES = "multiplies", "Ils se multiplient (×2 et ×3 font ×6)"


class Tranche(Row):
    """Points for the part of the basket up to a limit."""

    limite: Decimal | None = money("Jusqu’à", default=None, ge=LEAST, le=MOST)
    points_par_euro: Decimal = quantity("Points par euro", places=4, le=10_000)


class Boost(Row):
    """Days on which points are multiplied."""

    debut: date = asked("Premier jour")
    fin: date = asked("Dernier jour")
    multiplicateur: Decimal = quantity("Points multipliés par", places=2, ge=1, le=10)


class UneAction(Row):
    """What is rewarded besides purchases."""

    action: Name = asked("Action")
    points: int = quantity("Points", le=1_000_000)
    par_an: Decimal = quantity(
        "Fois par an et par membre", default=Decimal(1), places=2, le=1000
    )  # fmt: skip


class Niveau(Row):
    """A level, from a yearly spending on."""

    nom: Name = asked("Niveau", default="")
    depense: Decimal = money("À partir de, par an", le=MOST)
    taux: Decimal = rate("Remise")


TRANCHES = (
    Tranche(limite=Decimal(50), points_par_euro=Decimal(5)),
    Tranche(points_par_euro=Decimal(10)),
)
NIVEAUX = tuple(
    Niveau(nom=nom, depense=Decimal(depense), taux=Decimal(taux))
    for nom, depense, taux in (("Bronze", 0, 2), ("Argent", 300, 4), ("Or", 600, 6))
)


class PointsEtPaliersInputs(Inputs):
    """A programme and one order."""

    GROUPS: ClassVar[tuple[Group, ...]] = (
        Group("essentiel", "L’essentiel"),
        Group("regles", "Le barème"),
        Group("boosts", "Périodes de points multipliés"),
        Group("membre", "Un membre"),
        Group("actions", "Actions récompensées"),
    )

    date_commande: date = asked(
        "Date de la commande", group="essentiel", example="01/06/2026",
        help="Elle décide des périodes de bonus et des repères.",
    )  # fmt: skip
    genre_programme: GenreProgramme = asked(
        "Le programme offre", default=GenreProgramme.POINTS, group="essentiel"
    )
    valeur_point: Decimal = money(
        "Valeur d’un point", default=Decimal("0.01"), le=Decimal(1000), group="essentiel",
        help="0,01 € quand 100 points valent 1 €, notre exemple.", shown_when=POINTS,
    )  # fmt: skip
    recompense: int = quantity(
        "Points de la première récompense", default=500, ge=1, group="essentiel",
        help="500 est un exemple.", shown_when=POINTS,
    )  # fmt: skip
    tampons: int = quantity(
        "Achats à tamponner", default=10, ge=1, le=1000, group="essentiel",
        help="Un exemple : 10 achats, le 11e offert.", shown_when="genre_programme=tampons",
    )  # fmt: skip
    offerts: int = quantity(
        "Achats offerts ensuite", default=1, ge=0, le=1000, group="essentiel",
        help="De la valeur d’un panier chacun.", shown_when="genre_programme=tampons",
    )  # fmt: skip
    taux_cashback: Decimal = rate(
        "Cashback", default=Decimal(5), group="essentiel", help="Un exemple : 5 % du panier.",
        shown_when="genre_programme=cashback",
    )  # fmt: skip
    plafond_cashback: Decimal | None = money(
        "Plafond par commande", default=None, le=MOST, group="essentiel", example="10,00",
        shown_when="genre_programme=cashback",
    )  # fmt: skip
    cotisation: Decimal = money(
        "Cotisation par an", default=Decimal(40), le=MOST, group="essentiel",
        help="Un exemple : 40 € par an.", shown_when="genre_programme=adhesion",
    )  # fmt: skip
    taux_adhesion: Decimal = rate(
        "Remise des adhérents", default=Decimal(10), group="essentiel",
        help="Un exemple : 10 % de chaque commande.", shown_when="genre_programme=adhesion",
    )  # fmt: skip
    panier: Decimal = money(
        "Panier", ge=LEAST, le=MOST, group="essentiel", example="45,00",
        help="Ce que le client paie pour une commande, avant tout avantage.",
    )  # fmt: skip
    taux_marge: Decimal | None = rate(
        "Marge sur le prix de vente", default=None, group="essentiel", example="40",
        help="Pour savoir quelle part de votre marge le programme rend.",
    )  # fmt: skip
    commandes_an: int = quantity(
        "Commandes d’un membre par an", default=12, ge=1, le=10_000, group="essentiel",
        help="Un exemple : une par mois.", shown_when="genre_programme=points adhesion niveaux",
    )  # fmt: skip

    tranches: tuple[Tranche, ...] = rows(
        "Points par euro", default=TRANCHES, least=2, most=12, group="regles",
        help="Chaque tranche du panier à son taux ; la dernière n’a pas de limite. Par défaut, "
        "l’exemple d’un article : 5 jusqu’à 50 €, puis 10.",
        shown_when=POINTS,
    )  # fmt: skip
    niveaux: tuple[Niveau, ...] = rows(
        "Niveaux", default=NIVEAUX, least=3, most=12, group="regles",
        help="La remise du niveau atteint porte sur toute la dépense de l’année. Des exemples.",
        shown_when="genre_programme=niveaux",
    )  # fmt: skip

    cumul_bonus: CumulBonus = asked(
        "Deux bonus le même jour", default=CumulBonus.PLUS_HAUT, group="boosts", shown_when=POINTS
    )
    boosts: tuple[Boost, ...] = rows(
        "Périodes", most=6, group="boosts", help="Premier et dernier jour compris.",
        shown_when=POINTS,
    )  # fmt: skip

    points_acquis: int | None = quantity(
        "Points déjà acquis", default=None, le=1_000_000_000, group="membre", example="190",
        shown_when=POINTS,
    )  # fmt: skip
    valeur_statut: Decimal | None = money(
        "Valeur de ses autres avantages, par an", default=None, le=MOST, group="membre",
        example="20,00", help="Statut, accès, cadeaux : ce qu’il perdrait aussi en partant.",
        shown_when=POINTS,
    )  # fmt: skip

    actions: tuple[UneAction, ...] = rows(
        "Actions", most=20, group="actions", shown_when=POINTS,
        help="Parrainage, avis, nouvelle catégorie… : des points sans achat.",
    )  # fmt: skip

    @model_validator(mode="after")
    def _rules(self) -> Self:
        if self.taux_marge == 0:
            raise InputError("taux_marge", words.SANS_MARGE)
        if self.genre_programme is GenreProgramme.POINTS:
            self._check_slices()
            self._check_days()
        if self.genre_programme is GenreProgramme.NIVEAUX:
            self._check_levels()
        return self

    def _check_slices(self) -> None:
        if not self.tranches:
            raise InputError("tranches", words.AUCUNE_TRANCHE)
        before = Decimal(0)
        for index, row in enumerate(self.tranches):
            place = cell_name("tranches", index, "limite")
            if row.limite is None and index < len(self.tranches) - 1:
                raise InputError(place, words.TRANCHE_SANS_LIMITE)
            if row.limite is not None:
                if row.limite <= before:
                    raise InputError(place, words.TRANCHES_CROISSANTES)
                before = row.limite

    def _check_days(self) -> None:
        for index, row in enumerate(self.boosts):
            if row.fin < row.debut:
                raise InputError(cell_name("boosts", index, "fin"), words.FIN_AVANT_DEBUT)

    def _check_levels(self) -> None:
        if not self.niveaux:
            raise InputError("niveaux", words.AUCUN_NIVEAU)
        seen: set[Decimal] = set()
        for index, row in enumerate(self.niveaux):
            if row.depense in seen:
                raise InputError(cell_name("niveaux", index, "depense"), words.NIVEAU_EN_DOUBLE)
            seen.add(row.depense)
