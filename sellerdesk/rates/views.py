"""Public pages: every published rate with its dates and its proof."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from calculators.kit import french
from calculators.kit.rates import RateBook
from sellerdesk.rates import hooks
from sellerdesk.rates.exports import to_csv, to_dict
from sellerdesk.rates.listing import Choice, Entry, choice_of, chosen, families
from sellerdesk.rates.models import RateTable
from sellerdesk.rates.selectors import current_book
from sellerdesk.rates.wording import ABROAD, count, family_title


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show the rates; a date that cannot be read is said, and the page still answers."""
    choice = choice_of(request.GET.dict())
    book, tables, entries = _find(choice)
    context = {
        "choice": choice,
        "filtered": bool(choice.text or choice.family or choice.on),
        "family_choices": _family_choices(tables),
        "families": families(entries, frozenset(tables), hooks.employed()),
        "found": count(len(entries), "valeur trouvée", "valeurs trouvées"),
        "known_on": french.day(book.stamp.known_on.date()) if book.stamp.known_on else "",
        "stamp": str(book.stamp),
        "query": request.GET.urlencode(),
    }
    return render(request, "rates/index.html", context)


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """The same choice as a CSV file."""
    choice = choice_of(request.GET.dict())
    if choice.refusal:
        return _refused(choice)
    _, _, entries = _find(choice)
    response = HttpResponse(to_csv(entries), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="baremes.csv"'
    return response


@require_safe
def as_json(request: HttpRequest) -> HttpResponse:
    """The same choice as JSON, with the stamp of the book."""
    choice = choice_of(request.GET.dict())
    if choice.refusal:
        return _refused(choice)
    book, _, entries = _find(choice)
    known_on = book.stamp.known_on
    data: dict[str, Any] = {
        "stamp": str(book.stamp),
        "known_on": known_on.isoformat() if known_on else None,
        "rates": [to_dict(entry) for entry in entries],
    }
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False})


def _find(choice: Choice) -> tuple[RateBook, dict[str, RateTable], list[Entry]]:
    book = current_book()
    tables = {table.code: table for table in RateTable.objects.all()}
    return book, tables, chosen(book, tables, choice)


def _family_choices(tables: dict[str, RateTable]) -> list[tuple[str, str]]:
    names = {table.family for table in tables.values()}
    titled = ((name, family_title(name)) for name in names)
    return sorted(titled, key=lambda pair: (pair[0] == ABROAD, pair[1]))


def _refused(choice: Choice) -> HttpResponse:
    return HttpResponse(choice.refusal, status=400, content_type="text/plain; charset=utf-8")
