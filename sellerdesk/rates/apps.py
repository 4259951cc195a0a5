"""The app's name in Django."""

from django.apps import AppConfig


class RatesConfig(AppConfig):
    """Dated rate tables."""

    name = "sellerdesk.rates"
    label = "rates"
    verbose_name = "Barèmes"
    default_auto_field = "django.db.models.BigAutoField"
