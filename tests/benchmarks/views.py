"""What the HTMX answer is measured against, on the same server and middleware."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.template import engines, loader
from django.urls import include, path

from calculators.catalogue import calculators
from sellerdesk.desk.answers import answer
from sellerdesk.desk.forms import Form

SMALL = "<p>{{ title }} : {% for n in numbers %}<b>{{ n }}</b> {% endfor %}</p>"


def bare(request: HttpRequest) -> HttpResponse:
    """A view that renders a small template."""
    return HttpResponse(_small().render({"title": "Marge", "numbers": range(10)}))


def rendered(request: HttpRequest) -> HttpResponse:
    """A view that only renders the finished context of the real answer."""
    part = loader.get_template("desk/calculator.html#result")
    return HttpResponse(part.render(_context()))


@cache
def _small():  # type: ignore[no-untyped-def]
    return engines["django"].from_string(SMALL)


@cache
def _context():  # type: ignore[no-untyped-def]
    from sellerdesk.desk.clock import today

    found = calculators()["marge-vente"]
    values = {k: str(v) for k, v in found.example.items()}
    return answer(found, Form.linked(found, values, today()), oob=True)


urlpatterns = [
    path("bench/bare/", bare),
    path("bench/rendered/", rendered),
    path("", include("sellerdesk.urls")),
]
