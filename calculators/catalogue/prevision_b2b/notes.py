"""What to say of the deals of a pipeline: what sleeps, what is late, which dates do not agree."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from calculators.catalogue.prevision_b2b import words
from calculators.catalogue.prevision_b2b.inputs import Etape
from calculators.catalogue.prevision_b2b.lines import PrevisionB2b
from calculators.catalogue.prevision_b2b.periodes import plus_mois
from calculators.catalogue.prevision_b2b.sommes import Suivie
from calculators.kit import french
from calculators.kit.amounts import Amount, constant, when
from calculators.kit.names import cell_name

LOINTAIN = 120  # months: a closing later than that is most often a slip of the year
NAMED = 5  # deals that a sentence names
LOOKED_AT = 20  # probabilities of the deals' own that are looked at
INFIME = constant(Decimal("0.01"))  # typed as 0,6 for 60 %


def notes(m: PrevisionB2b, deals: Sequence[Suivie], today: date) -> None:
    """Every sentence about the deals, each at its cell when it is about one alone."""
    _sommeil(m, deals)
    far = [deal for deal in deals if deal.cloture > plus_mois(today, LOINTAIN)]
    _say(m, "cloture_lointaine", words.LOINTAINES, far, "cloture")
    late = [deal for deal in deals if deal.cloture < today]
    _say(m, "affaires_en_retard", words.EN_RETARD, late, "cloture")
    _sans_date(m, deals)
    _dates(m, deals, today)
    _probabilites(m, deals)


def _sommeil(m: PrevisionB2b, deals: Sequence[Suivie]) -> None:
    asleep = [deal for deal in deals if deal.jours]
    names = [f"{deal.nom} ({_depuis(deal)})" for deal in asleep]
    _say(m, "affaires_en_sommeil", words.SOMMEIL, asleep, "dernier_contact", names)
    if any(deal.sortie for deal in asleep):
        m.remark("info", "sommeil_exclu", words.SOMMEIL_SORTIES, "exclure_sommeil")


def _depuis(deal: Suivie) -> str:
    known = "" if deal.given.dernier_contact is not None else " depuis sa création"
    return f"{french.number(Decimal(deal.jours))} jours{known}"


def _sans_date(m: PrevisionB2b, deals: Sequence[Suivie]) -> None:
    """The deals placed in a month that nobody chose."""
    placed = [deal for deal in deals if deal.given.cloture is None]
    near = [deal for deal in placed if deal.given.etape is Etape.CLOSING]
    names = [f"{deal.nom} (au {french.day(deal.cloture)})" for deal in near]
    _say(m, "closing_sans_date", words.CLOSING_SANS_DATE, near, "cloture", names)
    other = [deal for deal in placed if deal.given.creation is None and deal not in near]
    names = [f"{deal.nom} ({french.day(deal.cloture)})" for deal in other]
    _say(m, "sans_date", words.SANS_DATE, other, "cloture", names, kind="info")


def _dates(m: PrevisionB2b, deals: Sequence[Suivie], today: date) -> None:
    """The dates of a deal that do not agree with one another."""
    created = [deal for deal in deals if deal.given.creation is not None]
    late = [deal for deal in created if deal.given.creation and deal.given.creation > today]
    _say(m, "creation_future", words.CREATION_FUTURE, late, "creation")
    before = [deal for deal in created if _contact_avant_creation(deal)]
    _say(m, "contact_avant_creation", words.CONTACT_AVANT_CREATION, before, "dernier_contact")
    odd = [(deal, bounds) for deal in created if (bounds := _hors_usage(m, deal))]
    names = [f"{deal.nom} ({bounds})" for deal, bounds in odd]
    found = [deal for deal, _ in odd]
    _say(m, "duree_hors_usage", words.DUREE_HORS_USAGE, found, "cloture", names)


def _contact_avant_creation(deal: Suivie) -> bool:
    contact, creation = deal.given.dernier_contact, deal.given.creation
    return contact is not None and creation is not None and contact < creation


def _hors_usage(m: PrevisionB2b, deal: Suivie) -> str:
    """The usual bounds of a deal's kind when its own dates are out of them; else ""."""
    given = deal.given
    if given.creation is None or given.cloture is None:
        return ""
    _, row = m.types.rows[given.type_affaire.value]
    least, most = int(row.minimum.value), int(row.maximum.value)
    if plus_mois(given.creation, least) <= given.cloture <= plus_mois(given.creation, most):
        return ""
    return f"{given.type_affaire.label.lower()}, de {least} à {most} mois"


def _probabilites(m: PrevisionB2b, deals: Sequence[Suivie]) -> None:
    """A probability of one per cent or less is most often a fraction.

    A whole column of them is seen from its first ones: five hundred sentences are not read.
    """
    for deal in [deal for deal in deals if deal.given.probabilite is not None][:LOOKED_AT]:
        chance = deal.ligne.probabilite
        tiny = infime(chance)
        sentence = words.PROBABILITE_INFIME.replace("<probabilite>", chance.code)
        m.warn(tiny, f"probabilite_infime_{deal.rang}", sentence, _case(deal, "probabilite"))


def infime(part: Amount) -> Amount:
    """Whether a percentage is so small that it was most often typed as a fraction."""
    return when(part > 0, when(part <= INFIME, 1, 0), 0) > 0


def _case(deal: Suivie, column: str) -> str:
    return cell_name("affaires", deal.rang - 1, column)


def _say(
    m: PrevisionB2b, code: str, sentence: str, deals: Sequence[Suivie], column: str,
    names: Sequence[str] = (), *, kind: str = "warning",
) -> None:  # fmt: skip
    """Name the first deals of a list, if it has some."""
    if not deals:
        return
    listed = list(names) or [deal.nom for deal in deals]
    more = len(listed) - NAMED
    said = ", ".join(listed[:NAMED]) + (f" et {more} de plus" if more > 0 else "")
    sentence = sentence.replace("<combien>", words.affaires(len(deals))).replace("<noms>", said)
    field = _case(deals[0], column) if len(deals) == 1 else "affaires"
    m.remark(kind, code, sentence, field)
