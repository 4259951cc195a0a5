"""From a form to what a page shows: the calculation, then its presentation."""

from typing import Any

from calculators.kit.calculator import Calculator, Result
from calculators.kit.picture import waterfall
from calculators.kit.presenter import present
from sellerdesk.desk.books import calculated
from sellerdesk.desk.documents import DOCUMENTS
from sellerdesk.desk.ecarts import explained
from sellerdesk.desk.forms import Form
from sellerdesk.desk.reperes import file_of
from sellerdesk.rates.selectors import current_book

UNKNOWN = frozenset({"taux_manquant", "date_trop_lointaine"})  # no rate is known on that day


def compute(calculator: Calculator, form: Form) -> Result | None:
    """The result of a valid form: one query, for the stamp of the rates."""
    if form.inputs is None:
        return None
    return calculated(calculator, form.inputs, current_book())


def answer(calculator: Calculator, form: Form, *, oob: bool = False) -> dict[str, Any]:
    """The context of desk/calculator.html, whole or its result alone (`oob`)."""
    result = compute(calculator, form)
    view = None if result is None else present(result)
    if view is not None:
        view = form.note(view)
    computed = view is not None and not view.outcome  # what does not apply has no documents
    return {
        "calculator": calculator,
        "form": form,
        "result": view,
        "departs": result is not None and explained(result.stamp.variant),
        "unknown": result is not None and result.outcome.code in UNKNOWN,
        "picture_svg": waterfall(view.picture) if view is not None and view.picture else "",
        "documents": _addresses(form.action, result) if computed and result else None,
        "cards": file_of(calculator.slug),
        "oob": oob,
    }


def _addresses(action: str, result: Result) -> dict[str, str]:
    """Where the same form is sent for each document; nowhere for one that the result has not."""
    return {
        kind: action + made.address if made.exists(result) else ""
        for kind, made in DOCUMENTS.items()
    }
