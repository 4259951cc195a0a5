"""Reading pages as a visitor would."""

import json
import re
from decimal import Decimal
from html import unescape
from typing import Any

from django.http import HttpResponse
from django.test import Client

from calculators.catalogue import calculators
from calculators.kit.french import NBSP
from sellerdesk.desk.plan import plan_of

SLUGS = tuple(calculators())
MARGE = "/calculs/marge-vente/"


def example(slug: str, **changed: str) -> dict[str, str]:
    """What the form of a calculator sends for its example, some fields typed otherwise."""
    return {**plan_of(slug).example, **changed}


def body(response: Any) -> str:
    return str(response.content.decode())


def text(markup: str) -> str:
    """The words, one space between them."""
    bare = unescape(re.sub(r"<[^>]+>", " ", markup)).replace(NBSP, " ")
    return re.sub(r"\s+", " ", bare).strip()


def message(markup: str, field: str) -> str:
    """What is said at a field."""
    found = re.search(rf'<p class="field__error[^>]* id="erreur-{field}"[^>]*>(.*?)</p>', markup)
    assert found, field
    return text(found[1])


def result(markup: str) -> str:
    """The result card, without the messages that travel with it for htmx."""
    card = markup[markup.index('<div class="result" id="result">') :]
    cut = re.search(r'<(span|p) class="(group__set|field__error)[^>]*hx-swap-oob', card)
    card = card[: cut.start()] if cut else card[: card.index("</aside>")].rstrip()[: -len("</div>")]
    return re.sub(r"\s+", " ", card).strip()


def typed(markup: str, field: str) -> str:
    """What a text field shows again."""
    found = re.search(rf'<input [^>]*name="{field}" value="([^"]*)"', markup)
    assert found, field
    return unescape(found[1])


def data(document: str | bytes) -> dict[str, Any]:
    """A JSON document, its inputs without the zeros that a form writes (125,00)."""
    found: dict[str, Any] = json.loads(document)
    found["inputs"] = _exact(found["inputs"])
    return found


def _exact(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _exact(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_exact(one) for one in value]
    return Decimal(value).normalize() if re.fullmatch(r"[\d.]+", str(value)) else value


def post(client: Client, slug: str, **changed: str) -> HttpResponse:
    """Send the example of a calculator with some fields typed otherwise."""
    return client.post(plan_of(slug).action, example(slug, **changed))  # type: ignore[return-value]
