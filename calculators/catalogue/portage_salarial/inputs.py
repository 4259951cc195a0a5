"""A month in portage: what is billed or wanted, the fee, the contract."""

from datetime import date
from decimal import Decimal
from typing import ClassVar, Self

from pydantic import model_validator

from calculators.catalogue.portage_salarial import words
from calculators.catalogue.portage_salarial.champs import (
    AuDelaInputs,
    CompteInputs,
    EpargneInputs,
)
from calculators.kit.fields import Choice, Group, asked, money, quantity, rate
from calculators.kit.messages import InputError
from calculators.law.foyer import GROUPE_FOYER, FoyerInputs
from calculators.law.paie import GROUPE_PAIE, Prelevement, Territoire
from calculators.law.portage.employeur import PaieEnPortageInputs
from calculators.law.portage.gestion import ModeFrais

TJM_MAXIMUM = 1_000_000


class Mode(Choice):
    """What is known."""

    TJM = "tjm", "Mon TJM et mes jours"
    MENSUEL = "mensuel", "Un montant facturé par mois"
    NET = "net", "Le net que je veux"


class Lecture(Choice):
    """The reading that the result keeps; all of them are shown."""

    EXACTE = "exacte", "Paie exacte, ligne à ligne"
    FORFAIT = "forfait", "Forfait 45/22"
    GUIDE = "guide", "Lecture du guide"


class NetVoulu(Choice):
    """Which net is wanted."""

    AVANT = "avant_impot", "Avant impôt"
    APRES = "apres_impot", "Après impôt"


class Activite(Choice):
    """What the client buys: C. trav. L1254-3 and L1254-5."""

    PRESTATION = "prestation", "Une prestation qualifiée à une entreprise"
    PERSONNES = "personnes", "Un service à la personne"
    MARCHANDISES = "marchandises", "Des marchandises"


class Diplome(Choice):
    """What opens portage: agreement, art. 2.2."""

    BAC_2 = "bac_2", "Bac+2 ou plus"
    MOINS = "moins", "Moins que Bac+2"


class PortageSalarialInputs(
    PaieEnPortageInputs, FoyerInputs, EpargneInputs, CompteInputs, AuDelaInputs
):
    """A month."""

    GROUPS: ClassVar[tuple[Group, ...]] = (
        Group("essentiel", "L’essentiel"),
        Group("frais", "Frais et retenues de la société"),
        Group("compte", "La réserve et le salaire minimum"),
        GROUPE_PAIE,
        Group("impot", "L’impôt prélevé"),
        GROUPE_FOYER,
        Group("epargne", "L’épargne salariale"),
        Group("mission", "La mission : les conditions"),
        Group("au_dela", "Au-delà du mois"),
    )

    periode: date = asked("Mois travaillé", group="essentiel", example="30/11/2026",
                          help="Un jour de ce mois : il décide des taux.")  # fmt: skip
    mode: Mode = asked("Vous connaissez", default=Mode.TJM, group="essentiel")
    tjm: Decimal | None = money(
        "TJM, hors taxes", default=None, le=TJM_MAXIMUM, group="essentiel", example="450,00",
        help="Taux journalier moyen : ce que le client paie pour un jour.", shown_when="mode=tjm",
    )  # fmt: skip
    montant_mensuel: Decimal | None = money(
        "Facturé par mois, hors taxes", default=None, le=100_000_000, group="essentiel",
        example="8 100,00", shown_when="mode=mensuel",
    )  # fmt: skip
    net_vise: Decimal | None = money(
        "Net voulu par mois", default=None, le=1_000_000, group="essentiel", example="3 000,00",
        shown_when="mode=net",
    )  # fmt: skip
    net_voulu: NetVoulu = asked(
        "Ce net est", default=NetVoulu.AVANT, group="essentiel", shown_when="mode=net"
    )
    jours: Decimal = quantity(
        "Jours facturés dans le mois", default=Decimal(18), ge=Decimal("0.5"), le=31, places=2,
        unit="jours par mois", group="essentiel", example="18",
        help="16 à 19 d’ordinaire : 252 jours ouvrés moins congés et fériés font 18,25 par mois.",
        shown_when="mode=tjm net",
    )  # fmt: skip
    taux_frais: Decimal = rate(
        "Frais de gestion", default=Decimal(7), group="essentiel", example="7",
        help="En part des honoraires : de 5 à 10 % d’ordinaire.",
        shown_when="mode_frais=pourcentage degressif",
    )  # fmt: skip
    lecture: Lecture = asked(
        "Lecture", default=Lecture.EXACTE, group="essentiel",
        help="Les trois sont affichées côte à côte ; celle-ci fait le résultat.",
    )  # fmt: skip

    mode_frais: ModeFrais = asked(
        "Les frais de gestion sont", default=ModeFrais.POURCENTAGE, group="frais"
    )
    frais_fixes: Decimal = money(
        "Frais de gestion par mois", default=Decimal(100), le=1_000_000, group="frais",
        example="99,00", help="Demandez à la société : il en existe à 99 € par mois.",
        shown_when="mode_frais=fixe",
    )  # fmt: skip
    seuil_frais: Decimal = money(
        "Honoraires où le taux baisse", default=Decimal(10_000), group="frais",
        example="10 000,00", shown_when="mode_frais=degressif",
    )  # fmt: skip
    taux_frais_au_dela: Decimal = rate(
        "Taux au-delà", default=Decimal(0), group="frais", example="3",
        help="Sur ce qui dépasse le seuil.", shown_when="mode_frais=degressif",
    )  # fmt: skip
    plafond_frais: Decimal | None = money(
        "Frais de gestion, au plus", default=None, group="frais", example="600,00",
        help="Par mois.", shown_when="mode_frais=pourcentage degressif",
    )  # fmt: skip
    refactures: Decimal | None = money(
        "Frais refacturés au client", default=None, le=100_000_000, group="frais",
        example="150,00", help="Facturés en plus, puis remboursés à l’euro près.",
    )  # fmt: skip
    frais_sur_refactures: bool = asked(
        "Les frais de gestion portent aussi sur eux", default=False, group="frais", example="non"
    )
    fonctionnement: Decimal | None = money(
        "Frais professionnels de fonctionnement", default=None, le=100_000_000, group="frais",
        example="200,00", help="Pris sur vos honoraires et remboursés sur justificatifs.",
    )  # fmt: skip
    taux_autres_charges: Decimal = rate(
        "Autres charges prélevées", default=Decimal(0), lt=100, group="frais", example="1,5",
        help="CVAE, C3S, assurances… en part du chiffre d’affaires, en plus des frais de gestion "
        "(convention, art. 21.5). Demandez-les : elles doivent être nulles ou expliquées.",
    )  # fmt: skip

    mode_prelevement: Prelevement = asked(
        "Prélèvement à la source", default=Prelevement.NEUTRE, group="impot",
        help="Sans taux transmis par les impôts, c’est le taux neutre.",
    )  # fmt: skip
    territoire: Territoire = asked(
        "Domicile fiscal", default=Territoire.METROPOLE, group="impot",
        shown_when="mode_prelevement=neutre",
    )  # fmt: skip
    taux_personnel: Decimal | None = rate(
        "Votre taux personnel", default=None, le=60, group="impot", example="8,40",
        shown_when="mode_prelevement=personnel",
    )  # fmt: skip

    activite: Activite = asked(
        "Le client achète", default=Activite.PRESTATION, group="mission",
    )  # fmt: skip
    diplome: Diplome = asked("Votre diplôme", default=Diplome.BAC_2, group="mission")
    experience: int = quantity(
        "Années d’expérience", default=0, le=70, unit="ans", group="mission", example="3",
        shown_when="diplome=moins",
    )  # fmt: skip
    duree_contrat: int | None = quantity(
        "Durée du CDD, renouvellements compris", default=None, le=600, unit="mois",
        group="mission", example="12", help="Regardée pour un CDD seulement.",
    )  # fmt: skip
    duree_prestation: int | None = quantity(
        "Durée de la mission chez le client", default=None, le=600, unit="mois",
        group="mission", example="24",
    )  # fmt: skip

    @model_validator(mode="after")
    def _rules(self) -> Self:
        asked_for = {Mode.TJM: "tjm", Mode.MENSUEL: "montant_mensuel", Mode.NET: "net_vise"}
        if getattr(self, asked_for[self.mode]) is None:
            raise InputError(asked_for[self.mode], words.A_DONNER)
        quick = self.mode is Mode.NET and self.lecture is not Lecture.EXACTE
        if quick and self.net_voulu is NetVoulu.APRES:
            raise InputError("net_voulu", words.APRES_IMPOT_RAPIDE)
        if self.mode_prelevement is Prelevement.PERSONNEL and self.taux_personnel is None:
            raise InputError("taux_personnel", words.TAUX_A_DONNER)
        if self.mode_frais is not ModeFrais.FIXE and self._taken >= 100:
            raise InputError("taux_frais", words.TOUT_EN_FRAIS)
        if self.mode_frais is ModeFrais.DEGRESSIF and self.taux_frais_au_dela > self.taux_frais:
            raise InputError("taux_frais_au_dela", words.PAS_DEGRESSIF)
        least, most = self.heures_gagnees, self.heures_gagnees_au_plus
        if least is not None and most is not None and most < least:
            raise InputError("heures_gagnees_au_plus", words.HEURES)
        return self

    @property
    def _taken(self) -> Decimal:
        return self.taux_frais + self.taux_autres_charges

    @property
    def a_une_epargne(self) -> bool:
        """Whether something is paid into a plan."""
        return self.versement_epargne is not None or self.montant_abondement is not None
