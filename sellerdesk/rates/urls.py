"""Addresses of the public rate pages."""

from django.urls import path

from sellerdesk.rates import views

app_name = "rates"
urlpatterns = [
    path("", views.index, name="index"),
    path("baremes.csv", views.as_csv, name="csv"),
    path("baremes.json", views.as_json, name="json"),
]
