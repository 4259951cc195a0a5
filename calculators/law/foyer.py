"""The tax household: who declares, its parts (CGI 194, 195), its other incomes.

Children are amounts, not choices: how many there are never changes the shape of a calculation.
"""

from decimal import Decimal
from typing import Self

from pydantic import model_validator

from calculators.kit.amounts import Amount, bareme, constant, maximum, minimum, total, when
from calculators.kit.fields import Choice, Group, Inputs, asked, money, quantity
from calculators.kit.lines import Sheet, declared
from calculators.kit.messages import InputError
from calculators.kit.parts import Part
from calculators.kit.units import CENT, EURO, HUNDREDTHS, NUMBER
from calculators.law.impot_regles import LOI, Adultes, Methode, Regles, regles

GROUPE_FOYER = Group("foyer", "Le foyer fiscal")
ISOLE_EN_COUPLE = (
    "La case T est réservée aux personnes célibataires, divorcées ou séparées qui vivent seules."
)
ISOLE_SANS_ENFANT = "La case T demande au moins un enfant à charge ou en résidence alternée."


class SituationFamille(Choice):
    """Who signs the tax return."""

    CELIBATAIRE = "celibataire", "Célibataire, divorcé ou séparé"
    COUPLE = "couple", "Marié ou pacsé"
    VEUF = "veuf", "Veuf ou veuve"


class FoyerInputs(Inputs):
    """The fields of a household, mixed into the inputs of a calculator."""

    situation_famille: SituationFamille = asked(
        "Situation de famille",
        default=SituationFamille.CELIBATAIRE,
        group=GROUPE_FOYER.code,
        help="Sans demi-part d’invalidité, d’ancien combattant ou d’enfant élevé seul (case L).",
        example="Célibataire, divorcé ou séparé",
    )
    enfants_a_charge: int = quantity(
        "Enfants à charge",
        default=0,
        le=20,
        unit="enfants",
        group=GROUPE_FOYER.code,
        help="Sans ceux en résidence alternée.",
        example="2",
    )
    enfants_alternes: int = quantity(
        "Enfants en résidence alternée",
        default=0,
        le=20,
        unit="enfants",
        group=GROUPE_FOYER.code,
        help="Chacun compte pour la moitié des parts d’un enfant à charge.",
        example="1",
    )
    parent_isole: bool = asked(
        "Parent isolé (case T)",
        default=False,
        group=GROUPE_FOYER.code,
        help="Vous vivez seul avec au moins un enfant.",
        example="non",
    )
    salaires_foyer: Decimal | None = money(
        "Vos salaires imposables",
        default=None,
        group=GROUPE_FOYER.code,
        help="De l’année, avant la déduction de 10 %.",
        example="18 000,00",
    )
    salaires_conjoint: Decimal | None = money(
        "Salaires imposables du conjoint",
        default=None,
        group=GROUPE_FOYER.code,
        help="De l’année, avant la déduction de 10 %.",
        example="24 000,00",
        shown_when="situation_famille=couple",
    )
    autres_revenus_imposables: Decimal | None = money(
        "Autres revenus imposables du foyer",
        default=None,
        group=GROUPE_FOYER.code,
        help="Nets de toute déduction : pensions, loyers, bénéfices du conjoint…",
        example="6 000,00",
    )

    @property
    def a_d_autres_revenus(self) -> bool:
        """Whether the household has said anything of incomes other than the activity's."""
        couple = self.situation_famille is SituationFamille.COUPLE
        spouse = self.salaires_conjoint if couple else None
        said = (self.autres_revenus_imposables, self.salaires_foyer, spouse)
        return any(amount is not None for amount in said)

    @model_validator(mode="after")
    def _alone_with_a_child(self) -> Self:
        if self.parent_isole and self.situation_famille is not SituationFamille.CELIBATAIRE:
            raise InputError("parent_isole", ISOLE_EN_COUPLE)
        if self.parent_isole and not self.enfants_a_charge + self.enfants_alternes:
            raise InputError("parent_isole", ISOLE_SANS_ENFANT)
        return self


class Foyer(Part):
    """The lines of a household, asked once and used by every tax of the sheet."""

    inputs: FoyerInputs

    parts_enfants = declared("Parts des enfants", HUNDREDTHS, unit=NUMBER, level="detail")
    parts = declared("Nombre de parts", HUNDREDTHS, unit=NUMBER)
    demi_parts = declared(
        "Demi-parts dont l’avantage est plafonné", HUNDREDTHS, unit=NUMBER, level="detail"
    )
    plafond_quotient = declared(
        "Avantage maximal du quotient familial", CENT, level="detail", help="CGI 197, I, 2"
    )
    deduction_salaires = declared("Déduction sur vos salaires", EURO, level="detail")
    deduction_conjoint = declared("Déduction sur ceux du conjoint", EURO, level="detail")
    revenus = declared("Autres revenus nets du foyer", CENT)


def foyer(part: Foyer, *, annee: int, methode: Methode = LOI) -> None:
    """Fill the lines of a household for an income year."""
    rules = regles(part, annee)
    part.parts_enfants = parts_des_enfants(part, rules)
    part.parts = nombre_de_parts(part, rules)
    part.demi_parts = (
        (part.parts - adultes(part, rules).parts) * 2
        if methode.part_veuf_plafonnee or not _est_veuf(part)
        else part.parts_enfants * 2
    )
    part.plafond_quotient = _plafond(part, rules, methode)
    _revenus(part, rules)


def adultes(part: Foyer, rules: Regles) -> Adultes:
    """What depends on who declares, one person or two."""
    couple = part.inputs.situation_famille is SituationFamille.COUPLE
    return rules.couple if couple else rules.seul


def parts_des_enfants(sheet: Sheet, rules: Regles) -> Amount:
    """Children at home come first; those in alternate residence take the next ranks at half rate.

    Half of « n children » plus half of « n + alternate children » is the same sum.
    """
    a_charge = sheet["enfants_a_charge"]
    tous = a_charge + sheet["enfants_alternes"]
    ranks = (constant(1), constant(2))
    steps = (bareme(count, rules.parts_enfants, ranks) for count in (a_charge, tous))
    return total(steps, NUMBER) / 2


def nombre_de_parts(part: Foyer, rules: Regles) -> Amount:
    """Those of the adults and of the children, the lone parent's half-share, the widow's share."""
    parts = adultes(part, rules).parts + part.parts_enfants
    a_charge, alternes = part["enfants_a_charge"], part["enfants_alternes"]
    if part.inputs.parent_isole:  # one alternate child alone brings a quarter
        return parts + rules.parts_isole * minimum(a_charge + alternes / 2, 1)
    if _est_veuf(part):
        return parts + when(part.parts_enfants > 0, rules.parts_veuf, 0)
    return parts


def _est_veuf(part: Foyer) -> bool:
    return part.inputs.situation_famille is SituationFamille.VEUF


def _plafond(part: Foyer, rules: Regles, methode: Methode) -> Amount:
    """CGI 197 I 2: by half-share, the first child's whole share of a lone parent apart.

    A widow's supplementary reduction only applies past the cap and never beyond its effect:
    adding it to the cap is the same.
    """
    if part.inputs.parent_isole:
        first = rules.plafond_parent_isole * minimum(part.demi_parts, 2) / 2
        return first + rules.plafond_demi_part * maximum(part.demi_parts - 2, 0)
    plafond = rules.plafond_demi_part * part.demi_parts
    if _est_veuf(part) and methode.part_veuf_plafonnee and rules.reduction_veuf is not None:
        return plafond + when(part.demi_parts > 0, rules.reduction_veuf, 0)
    return plafond


def _revenus(part: Foyer, rules: Regles) -> None:
    given: list[Amount] = []
    if part.inputs.autres_revenus_imposables is not None:
        given.append(part["autres_revenus_imposables"])
    if part.inputs.salaires_foyer is not None:
        part.deduction_salaires = deduction(part["salaires_foyer"], rules)
        given.append(maximum(part["salaires_foyer"] - part.deduction_salaires, 0))
    couple = part.inputs.situation_famille is SituationFamille.COUPLE
    if couple and part.inputs.salaires_conjoint is not None:
        part.deduction_conjoint = deduction(part["salaires_conjoint"], rules)
        given.append(maximum(part["salaires_conjoint"] - part.deduction_conjoint, 0))
    part.revenus = total(given)


def deduction(salaires: Amount, rules: Regles) -> Amount:
    """10 % of one person's salaries, between the year's bounds and never above them: CGI 83, 3°."""
    capped = minimum(salaires * rules.deduction_taux, rules.deduction_maximum)
    return minimum(salaires, maximum(capped, rules.deduction_minimum))
