"""A year's receipts and purchases, month by month."""

from datetime import date
from decimal import Decimal
from typing import ClassVar, Self

from pydantic import model_validator

from calculators.catalogue.suivi_micro import words
from calculators.kit.days import months_later
from calculators.kit.fields import (
    MAX_AMOUNT,
    Choice,
    Group,
    Row,
    asked,
    money,
    rows,
)
from calculators.kit.messages import InputError
from calculators.kit.names import cell_name
from calculators.law.micro.activite import GROUPE_ACTIVITE, GROUPE_CREATION, ActiviteInputs
from calculators.law.micro.annee import Lecture
from calculators.law.micro.calendrier import Periodicite
from calculators.law.tva import StatutTva

RECETTES = ("ventes", "services", "liberal")


class Mois(Choice):
    """A month of the year."""

    JANVIER = "01", "Janvier"
    FEVRIER = "02", "Février"
    MARS = "03", "Mars"
    AVRIL = "04", "Avril"
    MAI = "05", "Mai"
    JUIN = "06", "Juin"
    JUILLET = "07", "Juillet"
    AOUT = "08", "Août"
    SEPTEMBRE = "09", "Septembre"
    OCTOBRE = "10", "Octobre"
    NOVEMBRE = "11", "Novembre"
    DECEMBRE = "12", "Décembre"


class Arrondi(Choice):
    """How the lines of a declaration are rounded."""

    DECLARATION = "declaration", "À l’euro par déclaration, comme l’Urssaf"
    CENTIME = "centime", "Au centime"

    @property
    def lecture(self) -> Lecture:
        """The same in the words of the law's room."""
        return Lecture.CENTIME if self is Arrondi.CENTIME else Lecture.DECLARATION


class UnMois(Row):
    """Receipts by category, purchases and fees of a month."""

    mois: Mois = asked("Mois")
    ventes: Decimal | None = money("Ventes", default=None, ge=-MAX_AMOUNT)
    services: Decimal | None = money("Prestations", default=None, ge=-MAX_AMOUNT)
    liberal: Decimal | None = money("Libéral", default=None, ge=-MAX_AMOUNT)
    achats: Decimal | None = money("Achats", default=None, ge=-MAX_AMOUNT)
    frais: Decimal | None = money("Frais", default=None, ge=-MAX_AMOUNT)

    @property
    def is_known(self) -> bool:
        """Whether something was typed of it."""
        return any(getattr(self, name) is not None for name in (*RECETTES, "achats", "frais"))


class SuiviMicroInputs(ActiviteInputs):
    """One year as it goes."""

    GROUPS: ClassVar[tuple[Group, ...]] = (
        Group("essentiel", "L’essentiel"),
        Group("declaration", "Déclarations et impôt"),
        GROUPE_ACTIVITE,
        GROUPE_CREATION,
    )

    releve: tuple[UnMois, ...] = rows(
        "Vos recettes et achats",
        default=tuple(UnMois(mois=mois) for mois in Mois),
        least=12,
        most=12,
        group="essentiel",
        help="Un mois de remboursements peut être négatif. Laissez vides les mois à venir.",
    )
    arrete_au: date | None = asked(
        "Relevé arrêté au",
        default=None,
        group="essentiel",
        help="À défaut, la fin du dernier mois saisi : il décide du rythme.",
        example="31/10/2026",
    )

    periodicite: Periodicite = asked(
        "Vous déclarez", default=Periodicite.MENSUELLE, group="declaration"
    )
    versement_liberatoire_choisi: bool = asked(
        "Versement libératoire de l’impôt",
        default=False,
        group="declaration",
        help="Il se paie avec les cotisations.",
    )
    arrondi: Arrondi = asked("Arrondis", default=Arrondi.DECLARATION, group="declaration")

    statut_tva: StatutTva = asked(
        "TVA", default=StatutTva.FRANCHISE, group=GROUPE_ACTIVITE.code,
        help="Si vous la facturez, saisissez des montants hors taxes.",
    )  # fmt: skip

    @property
    def dernier_mois(self) -> date:
        """The last month known: the one of `arrete_au`, or the last one typed."""
        if self.arrete_au is not None:
            return date(self.annee, self.arrete_au.month, 1)
        return date(self.annee, max(int(row.mois) for row in self.releve if row.is_known), 1)

    @model_validator(mode="after")
    def _rules(self) -> Self:
        if not any(row.is_known for row in self.releve):
            raise InputError("releve", words.AUCUN_MOIS)
        following = months_later(self.dernier_mois, 1)
        if self.date_creation is not None and following <= self.date_creation:
            raise InputError("date_creation", words.CREATION_APRES_LE_RELEVE)
        self._check_months()
        self._check_last_day()
        return self

    def _check_months(self) -> None:
        seen: set[Mois] = set()
        for index, row in enumerate(self.releve):
            if row.mois in seen:
                raise InputError(cell_name("releve", index, "mois"), words.MOIS_EN_DOUBLE)
            seen.add(row.mois)
            over = months_later(date(self.annee, int(row.mois), 1), 1)
            if self.date_creation is None or over > self.date_creation:
                continue
            for name in RECETTES:
                if getattr(row, name):
                    raise InputError(cell_name("releve", index, name), words.AVANT_CREATION)

    def _check_last_day(self) -> None:
        last = self.arrete_au
        if last is None:
            return
        if last.year != self.annee:
            raise InputError("arrete_au", words.ARRETE_AUTRE_ANNEE)
        if self.date_creation is not None and last < self.date_creation:
            raise InputError("arrete_au", words.ARRETE_AVANT_CREATION)
        if any(row.is_known and int(row.mois) > last.month for row in self.releve):
            raise InputError("arrete_au", words.ARRETE_AVANT_RECETTES)
