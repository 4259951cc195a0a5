"""What every page of the desk answers with: the method's refusal, the site's own words."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

SAFE = ("GET", "HEAD")
FORM = (*SAFE, "POST")

type View[**P] = Callable[Concatenate[HttpRequest, P], HttpResponse]


def methods[**P](*allowed: str) -> Callable[[View[P]], View[P]]:
    """Refuse other methods with a page (Django's own decorator answers with nothing).

    The method is looked at first: the middleware would answer PUT with « formulaire expiré ».
    What is let through is then held to the same token.
    """

    def decorate(view: View[P]) -> View[P]:
        protected = csrf_protect(view)

        @csrf_exempt
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if request.method in allowed:
                return protected(request, *args, **kwargs)
            response = page(request, "405.html", status=405)
            response["Allow"] = ", ".join(allowed)
            return response

        return guarded

    return decorate


def page(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """A whole page."""
    return render(request, template, context, status=status)


def download(content: bytes | str, kind: str, name: str) -> HttpResponse:
    """A document to keep; `name` is ASCII."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
