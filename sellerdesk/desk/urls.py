"""Addresses of the pages."""

from django.urls import path
from django.views.generic import RedirectView

from sellerdesk.desk import views
from sellerdesk.desk.documents import DOCUMENTS

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("calculs/", RedirectView.as_view(pattern_name="desk:home")),
    path("calculs/<slug:slug>/", views.calculator, name="calculator"),
    *(
        path(f"calculs/<slug:slug>/{made.address}", views.document, {"kind": kind}, name=kind)
        for kind, made in DOCUMENTS.items()
    ),
    path("ecarts/", views.departures, name="departures"),
    path("reperes/fidelite/", views.loyalty_cards, name="loyalty_cards"),
    path("a-propos/", views.about, name="about"),
    path("mentions-legales/", views.legal, name="legal"),
    path("accessibilite/", views.accessibility, name="accessibility"),
]
