"""The reports application."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """The documents: PDF, workbook, data."""

    name = "sellerdesk.reports"
    verbose_name = "Documents"
