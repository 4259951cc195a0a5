"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def publisher(request: HttpRequest) -> dict[str, Any]:
    """Who publishes the site, for the footer and the legal page."""
    return {"publisher": settings.PUBLISHER}
