"""A month, the quotes of two to four companies for it, what is known of each company."""

from datetime import date
from decimal import Decimal
from typing import ClassVar, Self

from pydantic import model_validator

from calculators.catalogue.comparer_societes_portage import words
from calculators.kit.fields import Choice, Group, Row, asked, money, quantity, rate, rows
from calculators.kit.messages import InputError
from calculators.kit.texts import Name
from calculators.law.paie import GROUPE_PAIE, Effectif
from calculators.law.portage.employeur import PaieEnPortageInputs
from calculators.law.portage.minimum import Echelon

LEAST_QUOTES, MOST_QUOTES = 2, 4
MOST_MONEY = 1_000_000  # a month
NOTE_MAXIMUM = 5
CRITERES = ("reputation", "garantie", "conseil", "outils")


class Taille(Choice):
    """The company's own size, or the one of the common fields."""

    COMMUNE = "commune", "L’effectif commun"
    MOINS_DE_11 = Effectif.MOINS_DE_11.value, Effectif.MOINS_DE_11.label
    DE_11_A_49 = Effectif.DE_11_A_49.value, Effectif.DE_11_A_49.label
    DE_50_A_249 = Effectif.DE_50_A_249.value, Effectif.DE_50_A_249.label
    DE_250_A_1999 = Effectif.DE_250_A_1999.value, Effectif.DE_250_A_1999.label
    DEPUIS_2000 = Effectif.DEPUIS_2000.value, Effectif.DEPUIS_2000.label

    def effectif(self, commun: Effectif) -> Effectif:
        """The same in the words of the payroll."""
        return commun if self is Taille.COMMUNE else Effectif[self.name]


def _montant(label: str, **words: str) -> Decimal | None:
    found: Decimal | None = money(label, default=None, le=MOST_MONEY, **words)
    return found


def _note(label: str) -> int | None:
    found: int | None = quantity(label, default=None, le=NOTE_MAXIMUM)
    return found


class UnDevis(Row):
    """What a company takes of a month, and what it announces for it."""

    # What every quote has comes first: the last columns are beyond the edge of a screen.
    societe: Name = asked("Société", default="")
    taux_frais: Decimal = rate("Frais")
    autres_charges: Decimal | None = _montant("Autres charges")
    brut_annonce: Decimal | None = _montant("Brut annoncé")
    net_annonce: Decimal | None = _montant("Net annoncé")
    reserve: Decimal | None = _montant("Réserve")
    frais_fixes: Decimal | None = _montant("Forfait en plus")
    plafond_frais: Decimal | None = _montant("Frais au plus")
    motif: Name = asked("Motif des autres charges", default="")

    @property
    def annonce(self) -> bool:
        """Whether a pay is announced."""
        return self.brut_annonce is not None or self.net_annonce is not None

    @property
    def a_expliquer(self) -> bool:
        """Whether something is taken besides the fee, and nobody says for what."""
        return bool(self.autres_charges) and not self.motif


class UneSociete(Row):
    """What distinguishes a company besides its quote."""

    taille: Taille = asked("Effectif", default=Taille.COMMUNE)
    taux_atmp: Decimal | None = rate("Taux accidents du travail", default=None)
    sante: Decimal | None = money("Complémentaire santé, par mois", default=None, le=1000)
    services: Decimal | None = _montant("Valeur pour vous des services compris, par mois")
    reputation: int | None = _note("Réputation, sur 5")
    garantie: int | None = _note("Garantie financière, sur 5")
    conseil: int | None = _note("Conseil, sur 5")
    outils: int | None = _note("Outils, sur 5")

    @property
    def notes(self) -> tuple[str, ...]:
        """The criteria that were scored."""
        return tuple(name for name in CRITERES if getattr(self, name) is not None)


def _poids(label: str) -> int:
    found: int = quantity(label, default=1, ge=1, le=10, group="grille", example="1")
    return found


class ComparerSocietesPortageInputs(PaieEnPortageInputs):
    """A month and its quotes."""

    GROUPS: ClassVar[tuple[Group, ...]] = (
        Group("essentiel", "L’essentiel"),
        Group("grille", "Les services et vos notes"),
        GROUPE_PAIE,
        Group("minimum", "Le salaire minimum"),
    )

    periode: date = asked("Mois travaillé", group="essentiel", example="30/11/2026",
                          help="Un jour de ce mois : il décide des taux.")  # fmt: skip
    ca: Decimal = money(
        "Facturé dans le mois, hors taxes", ge=1, le=MOST_MONEY, group="essentiel",
        example="10 000,00", help="Le même pour tous les devis.",
    )  # fmt: skip
    mois_factures: int = quantity(
        "Mois facturés dans l’année", default=12, ge=1, le=12, group="essentiel", example="11",
        help="Pour les frais sur l’année.",
    )  # fmt: skip
    devis: tuple[UnDevis, ...] = rows(
        "Les devis", least=LEAST_QUOTES, most=MOST_QUOTES, group="essentiel",
        help="De deux à quatre, un par ligne, en montants par mois. Les autres charges sont celles "
        "que les frais de gestion ne couvrent pas (convention, art. 21.5) : nulles, ou expliquées "
        "en dernière colonne. Le net est avant impôt, la réserve cotisations comprises. Sans brut "
        "ni net annoncé, nous calculons le plus haut salaire que le reste peut payer.",
    )  # fmt: skip

    societes: tuple[UneSociete, ...] = rows(
        "Société par société", least=LEAST_QUOTES, most=MOST_QUOTES, group="grille",
        help="Dans l’ordre des devis : la ligne 1 est la société du devis 1. Tout est facultatif.",
    )  # fmt: skip
    poids_reputation: int = _poids("Poids de la réputation")
    poids_garantie: int = _poids("Poids de la garantie financière")
    poids_conseil: int = _poids("Poids du conseil")
    poids_outils: int = _poids("Poids des outils")

    echelon: Echelon = asked("Échelon", default=Echelon.JUNIOR, group="minimum",
                             help="Il décide du salaire minimum.")  # fmt: skip
    temps_travail: Decimal = rate(
        "Temps de travail", default=Decimal(100), group="minimum", example="80",
        help="En part d’un temps plein : le minimum suit, la paie non.",
    )  # fmt: skip

    def societe(self, index: int) -> UneSociete:
        """What is known of the company of a quote."""
        return self.societes[index] if index < len(self.societes) else UneSociete()

    @property
    def a_une_reserve(self) -> bool:
        """Whether some quote puts money by."""
        return any(one.reserve is not None for one in self.devis)

    @property
    def est_note(self) -> bool:
        """Whether some company was scored, or its services valued."""
        return any(one.notes or one.services is not None for one in self.societes)

    @model_validator(mode="after")
    def _rules(self) -> Self:
        if len(self.devis) < LEAST_QUOTES:
            raise InputError("devis", words.DEUX_DEVIS)
        if len(self.societes) > len(self.devis):
            raise InputError("societes", words.SOCIETE_SANS_DEVIS)
        return self
