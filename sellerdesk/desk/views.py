"""The pages: home, calculators and their documents, about the site."""

import logging
from dataclasses import dataclass
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.template import loader
from django.views.decorators.cache import cache_control
from django.views.decorators.vary import vary_on_headers

from calculators.catalogue import calculators
from calculators.kit.calculator import Calculator
from calculators.kit.picture import waterfall
from calculators.kit.presenter import present
from calculators.kit.views import ResultView
from sellerdesk.desk import ecarts, reperes
from sellerdesk.desk.answers import answer, compute
from sellerdesk.desk.clock import today
from sellerdesk.desk.documents import DOCUMENTS, file_name
from sellerdesk.desk.forms import Form
from sellerdesk.desk.http import FORM, SAFE, download, methods, page
from sellerdesk.desk.plan import plan_of
from sellerdesk.rates.selectors import current_book

logger = logging.getLogger(__name__)
UNREADABLE = 422  # a document cannot be made of this form; the page that says why can be read


@dataclass(frozen=True, slots=True)
class Card:
    """A calculator on the home page."""

    title: str
    summary: str
    url: str
    group: str


@methods(*SAFE)
def home(request: HttpRequest) -> HttpResponse:
    """Every calculator, and the first one's example worked out: without it if it fails."""
    known = calculators()
    first = next(iter(known.values()))
    sample = _sample(first)
    context = {
        "calculators": [
            Card(c.title, c.summary, plan_of(c.slug).action, c.family) for c in known.values()
        ],
        "sample": sample,
        "sample_url": plan_of(first.slug).example_url if sample else "",
        "picture_svg": waterfall(sample.picture) if sample and sample.picture else "",
    }
    return page(request, "desk/home.html", context)


@methods(*FORM)
@vary_on_headers("HX-Request")
@cache_control(private=True)
def calculator(request: HttpRequest, slug: str) -> HttpResponse:
    """The form and its result; htmx, while one types, gets the result alone."""
    found = _calculator(slug)
    form = _form(request, found)
    if request.method == "POST" and "HX-Request" in request.headers:
        part = loader.get_template("desk/calculator.html#result")
        return HttpResponse(part.render(answer(found, form, oob=True)))
    return page(request, "desk/calculator.html", answer(found, form))


@methods(*FORM)
@cache_control(private=True)
def document(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """The same form as a document, or the page that says why there is none.

    Data are read by programs: those of a result that does not apply hold its outcome.
    """
    found = _calculator(slug)
    form = _form(request, found)
    result = compute(found, form)
    applies = result is not None and result.outcome.applies
    if result is None or not (applies or kind == "json"):
        return page(request, "desk/calculator.html", answer(found, form), status=UNREADABLE)
    made = DOCUMENTS[kind]
    if not made.exists(result):
        raise Http404(f"{slug} has no {kind}")
    response = download(made.make(result), made.content_type, file_name(result, kind))
    if not applies:
        response.status_code = UNREADABLE  # the data say why: their outcome
    return response


@methods(*SAFE)
def departures(request: HttpRequest) -> HttpResponse:
    """Where we depart from the official simulator, and by how much."""
    return page(request, "desk/ecarts.html", {"pages": ecarts.pages(current_book())})


@methods(*SAFE)
def loyalty_cards(request: HttpRequest) -> HttpResponse:
    """What an article claims of loyalty programmes, card by card."""
    asked = cast("dict[str, str]", request.GET)
    shown = reperes.page(current_book(), today(), asked)
    return page(request, "desk/reperes.html", {"page": shown})


@methods(*SAFE)
def about(request: HttpRequest) -> HttpResponse:
    """What the site does, and does not."""
    return page(request, "desk/about.html")


@methods(*SAFE)
def legal(request: HttpRequest) -> HttpResponse:
    """Who publishes the site."""
    return page(request, "desk/legal.html")


@methods(*SAFE)
def accessibility(request: HttpRequest) -> HttpResponse:
    """What was made for everyone to use the site."""
    return page(request, "desk/accessibility.html")


def _sample(found: Calculator) -> ResultView | None:
    """The example worked out; none when it does not apply, or fails, which is logged."""
    try:
        inputs = found.inputs.model_validate(found.example)
        sample = present(found.calculate(inputs=inputs, rates=current_book()))
    except Exception:
        logger.exception("the example of %s fails", found.slug)
        return None
    return None if sample.outcome else sample


def _card(found: Calculator) -> Card:
    return Card(found.title, found.summary, plan_of(found.slug).action, "")


def _calculator(slug: str) -> Calculator:
    found = calculators().get(slug)
    if found is None:
        raise Http404(slug)
    return found


def _form(request: HttpRequest, found: Calculator) -> Form:
    if request.method == "POST":
        return Form.submitted(found, cast("dict[str, str]", request.POST), today())
    return Form.linked(found, cast("dict[str, str]", request.GET), today())
