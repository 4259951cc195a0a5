"""The addresses of the site."""

from importlib.util import find_spec

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from sellerdesk.health import health


def _room(route: str, module: str) -> list[URLResolver]:
    """Mount a room's addresses; a room without pages yet has none."""
    return [path(route, include(module))] if find_spec(module) else []


urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", admin.site.urls),
    path("sante/", health, name="health"),
    *_room("baremes/", "sellerdesk.rates.urls"),
    *_room("", "sellerdesk.desk.urls"),
]
