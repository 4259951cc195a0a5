"""One client year after year, and what changing supplier costs and brings him."""

from decimal import Decimal
from typing import ClassVar, Self

from pydantic import model_validator

from calculators.catalogue.valeur_client_b2b import words
from calculators.kit.fields import (
    MAX_AMOUNT,
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
from calculators.kit.messages import InputError


class Horizon(Choice):
    """How many years are looked at: it decides how many rows there are."""

    UN = "1", "1 an"
    DEUX = "2", "2 ans"
    TROIS = "3", "3 ans"
    QUATRE = "4", "4 ans"
    CINQ = "5", "5 ans"
    SIX = "6", "6 ans"
    SEPT = "7", "7 ans"
    HUIT = "8", "8 ans"
    NEUF = "9", "9 ans"
    DIX = "10", "10 ans"


class Poste(Choice):
    """What changing supplier costs a client."""

    FORMATION = "formation", "Formation des équipes"
    ADAPTATION = "adaptation", "Adaptation des processus"
    MIGRATION = "migration", "Migration des données"
    RESILIATION = "resiliation", "Résiliation de l’ancien contrat"
    AUTRE = "autre", "Autre"


class UnPoste(Row):
    """A cost of the change."""

    poste: Poste = asked("Poste")
    cout: Decimal = money("Coût")


class ValeurClientB2bInputs(Inputs):
    """A client, his renewals, his business case."""

    GROUPS: ClassVar[tuple[Group, ...]] = (
        Group("essentiel", "Le client"),
        Group("dossier", "Ce que le client y gagne"),
    )

    annee: int = year("Première année du contrat", group="essentiel", example="2026")
    ca_annuel: Decimal = money(
        "Recettes d’un client, par an", group="essentiel", example="12 000,00", help="Hors taxes."
    )
    part_marge: Decimal = rate(
        "Marge, en part des recettes", group="essentiel", example="60",
        help="Une fois payé tout ce que ce client vous coûte.",
    )  # fmt: skip
    part_perdue: Decimal = rate(
        "Clients qui ne renouvellent pas, par an", group="essentiel", example="15",
        help="Sur 100 clients, combien partent chaque année.",
    )  # fmt: skip
    ecart_perte: Decimal = rate(
        "Écart possible sur ces départs", default=Decimal(5), group="essentiel", example="5",
        help="En points, en plus et en moins : 5 va de 10 à 20 % quand vous dites 15. Un choix, "
        "pas une mesure ; 0 pour une seule valeur.",
    )  # fmt: skip
    extension: Decimal = rate(
        "Hausse par an de ceux qui restent", default=Decimal(0), group="essentiel", example="10",
        help="Licences, options, volumes : ce qu’ils achètent de plus. 0 si rien.",
    )  # fmt: skip
    nombre_annees: Horizon = asked("Sur combien d’années", group="essentiel", example="5 ans")

    economies: Decimal | None = money(
        "Économies du client, par mois", default=None, ge=-MAX_AMOUNT, group="dossier",
        example="1 500,00", help="Votre prix déjà déduit ; négatif s’il paie plus qu’avant.",
    )  # fmt: skip
    heures_gagnees: Decimal | None = quantity(
        "Heures gagnées par mois", default=None, places=2, le=10_000, group="dossier", example="20"
    )
    cout_horaire: Decimal | None = money(
        "Coût d’une de ces heures", default=None, group="dossier", example="35,00",
        help="Salaire et cotisations : le client vous le dit.",
    )  # fmt: skip
    postes: tuple[UnPoste, ...] = rows(
        "Ce que le changement lui coûte", least=3, most=20, group="dossier",
        help="Une fois pour toutes, au départ.",
    )  # fmt: skip

    @property
    def annees(self) -> int:
        """The number of years looked at."""
        return int(self.nombre_annees)

    @property
    def est_sans_limite(self) -> bool:
        """Whether the margin expected of a year never falls: an endless sum has no limit."""
        return self._ne_baisse_pas(self.part_perdue)

    @property
    def est_sans_limite_en_haut(self) -> bool:
        """Whether the same holds once fewer clients leave."""
        return self._ne_baisse_pas(max(self.part_perdue - self.ecart_perte, Decimal(0)))

    def _ne_baisse_pas(self, lost: Decimal) -> bool:
        return (100 - lost) * (100 + self.extension) >= 100 * 100

    @property
    def a_une_fourchette(self) -> bool:
        """Whether more or fewer departures would change the value."""
        return self.ecart_perte > 0 and self.annees > 1

    @property
    def a_un_dossier(self) -> bool:
        """Whether something is said of what the client gains."""
        return self.economies is not None or self.heures_gagnees is not None or bool(self.postes)

    @model_validator(mode="after")
    def _hours_have_a_cost(self) -> Self:
        if self.heures_gagnees is not None and self.cout_horaire is None:
            raise InputError("cout_horaire", words.HEURE_A_CHIFFRER)
        return self
