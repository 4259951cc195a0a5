"""The desk application."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The pages."""

    name = "sellerdesk.desk"
    verbose_name = "Calculs"
