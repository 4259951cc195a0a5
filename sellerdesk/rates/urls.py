"""Addresses of the public rate pages."""

from django.urls import URLPattern

app_name = "rates"
urlpatterns: list[URLPattern] = []
