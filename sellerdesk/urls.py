"""The addresses of the site."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path

from sellerdesk.health import health

admin.site.site_header = admin.site.site_title = "SellerDesk, administration"
admin.site.index_title = "Barèmes et comptes"


def favicon(request: HttpRequest) -> HttpResponseRedirect:
    """The address that browsers guess."""
    return HttpResponseRedirect(static("icon.svg"))


urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", admin.site.urls),
    path("sante/", health, name="health"),
    path("favicon.ico", favicon),
    path("baremes/", include("sellerdesk.rates.urls")),
    path("", include("sellerdesk.desk.urls")),
]
