"""The side questions: savings, the reserve, late clients, indexes. All of them are optional."""

from decimal import Decimal

from calculators.kit.fields import Inputs, asked, money, quantity, rate
from calculators.law.portage.epargne import Plan
from calculators.law.portage.lectures import Reserve
from calculators.law.portage.minimum import Echelon

_EPARGNE, _COMPTE, _AU_DELA = "epargne", "compte", "au_dela"


class EpargneInputs(Inputs):
    """A savings plan."""

    plan: Plan = asked("Plan d’épargne", default=Plan.PEE, group=_EPARGNE)
    versement_epargne: Decimal | None = money(
        "Votre versement, par mois", default=None, group=_EPARGNE, example="100,00",
        help="Pris sur votre net. Il permet trois fois plus d’abondement.",
    )  # fmt: skip
    montant_abondement: Decimal | None = money(
        "Abondement, par mois", default=None, group=_EPARGNE, example="300,00",
        help="Payé par votre compte d’activité, avec son forfait social.",
    )  # fmt: skip


class CompteInputs(Inputs):
    """The reserve and the minimum pay."""

    reserve_cdi: Reserve = asked(
        "Réserve du CDI", default=Reserve.CHARGEE, group=_COMPTE,
        help="Un dixième du salaire de base mis de côté. Un CDD a son indemnité de fin à la place.",
    )  # fmt: skip
    echelon: Echelon = asked("Échelon", default=Echelon.JUNIOR, group=_COMPTE,
                             help="Il décide du salaire minimum.")  # fmt: skip
    temps_travail: Decimal = rate(
        "Temps de travail", default=Decimal(100), group=_COMPTE, example="80",
        help="En part d’un temps plein : le minimum suit, la paie non.",
    )  # fmt: skip
    mois_reserve: int = quantity(
        "Mois de réserve", default=6, le=600, unit="mois", group=_COMPTE,
        help="Combien de mois de mission l’ont remplie.",
    )  # fmt: skip
    besoin_mensuel: Decimal | None = money(
        "Il vous faut, par mois sans mission", default=None, group=_COMPTE, example="2 000,00",
        help="En brut, comme la réserve.",
    )  # fmt: skip


class AuDelaInputs(Inputs):
    """Beyond the month: variants, a late client, an index, time."""

    hausse_tjm: Decimal | None = rate(
        "Et si vos honoraires montaient de", default=None, group=_AU_DELA, example="5"
    )
    autre_taux_frais: Decimal | None = rate(
        "Et si les frais de gestion étaient de", default=None, lt=100, group=_AU_DELA, example="5"
    )
    autre_taux_frais_2: Decimal | None = rate(
        "Ou de", default=None, lt=100, group=_AU_DELA, example="10"
    )
    retard_jours: int | None = quantity(
        "Retard du client", default=None, le=3650, unit="jours de retard", group=_AU_DELA,
        example="45", help="Pour l’avance de salaire, les pénalités et l’indemnité de 40 €.",
    )  # fmt: skip
    taux_penalite: Decimal | None = rate(
        "Taux des pénalités, par an", default=None, group=_AU_DELA, example="12,40",
        help="Celui du contrat. Vide : le taux légal, celui de la BCE plus dix points.",
    )  # fmt: skip
    plafond_avance: Decimal | None = money(
        "Avance, au plus", default=None, group=_AU_DELA, example="5 000,00",
        help="Ce que votre société accepte d’avancer.",
    )  # fmt: skip
    creances: Decimal | None = money(
        "Factures non encaissées, TTC", default=None, group=_AU_DELA, example="16 200,00"
    )
    facture_periode: Decimal | None = money(
        "Facturé sur la période, TTC", default=None, group=_AU_DELA, example="24 300,00"
    )
    jours_periode: int = quantity(
        "Jours de la période", default=90, le=3660, unit="jours de la période", group=_AU_DELA
    )
    indice_depart: Decimal | None = quantity(
        "Indice à la signature", default=None, ge=Decimal("0.01"), places=2, group=_AU_DELA,
        example="115,20", help="L’indice public choisi dans le contrat.",
    )  # fmt: skip
    indice_actuel: Decimal | None = quantity(
        "Indice aujourd’hui", default=None, places=2, group=_AU_DELA, example="118,40"
    )
    prime: Decimal | None = rate(
        "Bonus si l’objectif est tenu", default=None, group=_AU_DELA, example="5",
        help="En plus du TJM.",
    )  # fmt: skip
    heures_gagnees: Decimal | None = quantity(
        "Heures de gestion évitées, au moins", default=None, le=744, places=2,
        unit="heures par mois", group=_AU_DELA, example="15",
        help="Facturation, comptabilité, déclarations : 15 à 20 heures par mois selon le guide.",
    )  # fmt: skip
    heures_gagnees_au_plus: Decimal | None = quantity(
        "Heures de gestion évitées, au plus", default=None, le=744, places=2,
        unit="heures par mois", group=_AU_DELA, example="20",
    )  # fmt: skip
