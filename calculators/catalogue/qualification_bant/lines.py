"""The lines of a prospect's qualification."""

from calculators.catalogue.qualification_bant.inputs import QualificationBantInputs
from calculators.kit.lines import Sheet, declared
from calculators.kit.parts import Part, table
from calculators.kit.units import MILLIONTH, NUMBER, PERCENT, PERCENT_CENT, UNIT


class UnCritere(Part):
    """A criterion of the score."""

    obtenus = declared("Points", UNIT, unit=NUMBER, nature="reste")
    manquants = declared("Points qui manquent", UNIT, unit=NUMBER, nature="frais_fixes")


class UnNiveau(Part):
    """A band: from which score, and what it gets."""

    seuil = declared("À partir de", MILLIONTH, unit=NUMBER)
    nurturing = declared("Contacts de suivi par trimestre", UNIT, unit=NUMBER)
    demonstration = declared("Démonstrations", UNIT, unit=NUMBER)
    expert = declared("Rendez-vous avec un expert", UNIT, unit=NUMBER)
    business_case = declared("Business cases", UNIT, unit=NUMBER)


class UneMaturite(Part):
    """A point of maturity."""

    apport = declared("Apport", PERCENT_CENT, unit=PERCENT)


class QualificationBant(Sheet):
    """From the notes of a prospect to its band."""

    inputs: QualificationBantInputs

    note_maximum = declared(
        "Note la plus haute d’un critère", UNIT, unit=NUMBER, section="resultat", level="detail"
    )
    score = declared("Score", UNIT, unit=NUMBER, section="resultat", level="key")
    score_maximum = declared("Score le plus haut", UNIT, unit=NUMBER, section="resultat")
    niveau = declared(
        "Niveau atteint, de 1 à 4", UNIT, unit=NUMBER, section="resultat",
        help="Les seuils suivent le nombre de critères comptés.",
    )  # fmt: skip
    manque = declared(
        "Points qui manquent pour être hautement qualifié", UNIT, unit=NUMBER,
        section="resultat", help="Jusqu’au seuil, au point entier : les notes le sont.",
    )  # fmt: skip

    criteres = table(UnCritere, "Critère par critère", head="Critère")
    niveaux = table(UnNiveau, "Les niveaux et ce qu’ils reçoivent", head="Niveau")
    maturites = table(UneMaturite, "Maturité", head="Point")

    suite_nurturing = declared(
        "Nurturing, contacts de suivi par trimestre", UNIT, unit=NUMBER, section="suite"
    )
    suite_demonstration = declared("Démonstrations", UNIT, unit=NUMBER, section="suite")
    suite_expert = declared("Rendez-vous avec un expert", UNIT, unit=NUMBER, section="suite")
    suite_business_case = declared("Business cases", UNIT, unit=NUMBER, section="suite")

    signaux_positifs = declared("Signaux positifs", UNIT, unit=NUMBER, section="signaux")
    signaux_evasifs = declared("Réponses évasives", UNIT, unit=NUMBER, section="signaux")
    signaux_solde = declared(
        "Signaux, positifs moins évasifs", UNIT, unit=NUMBER, section="signaux", level="total"
    )
    signaux_alerte = declared(
        "Signaux du même sens qui font une alerte", UNIT, unit=NUMBER, section="signaux",
        level="detail",
    )  # fmt: skip
    signes_projet_mort = declared("Signes d’un projet mort", UNIT, unit=NUMBER, section="signaux")
    signes_alerte = declared(
        "Signes qui font une alerte", UNIT, unit=NUMBER, section="signaux", level="detail"
    )

    alertes = declared(
        "Alertes", UNIT, unit=NUMBER, section="signaux", level="detail",
        help="Dès une alerte, le prospect ne reçoit plus que le nurturing de son niveau.",
    )  # fmt: skip

    maturite_maximum = declared(
        "Note de maturité la plus haute", UNIT, unit=NUMBER, section="maturite", level="detail"
    )
    poids_total = declared(
        "Total des poids", PERCENT_CENT, unit=PERCENT, section="maturite", level="detail"
    )
    maturite = declared(
        "Maturité du prospect", PERCENT_CENT, unit=PERCENT, section="maturite", level="total",
        help="De 0 à 100 % ; elle ne change pas le score.",
    )  # fmt: skip
