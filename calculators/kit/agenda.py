"""The days of a result as a table of strings: what to do, by when, and what is to be paid."""

from calculators.kit import french
from calculators.kit.lines import Due
from calculators.kit.units import EUR
from calculators.kit.views import TableView

CODE = "echeancier"
TITLE = "Échéancier"
HEADERS = ("À faire", "Au plus tard le", "À payer")


def agenda(dues: tuple[Due, ...]) -> tuple[TableView, ...]:
    """The table, or none when nothing is due."""
    if not dues:
        return ()
    rows = tuple((due.label, french.day(due.day), amount_text(due)) for due in dues)
    return (TableView(CODE, TITLE, HEADERS, rows, (False, True, True)),)


def amount_text(due: Due) -> str:
    """What is to be paid that day, as a person reads it."""
    return "" if due.amount is None else french.with_unit(due.amount, EUR)
