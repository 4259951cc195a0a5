"""The desk application."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The pages."""

    name = "sellerdesk.desk"
    verbose_name = "Calculs"

    def ready(self) -> None:
        """Tell the rates what the calculators need: they do not know each other."""
        from sellerdesk.desk import safeguards
        from sellerdesk.rates import hooks

        hooks.book_checks.append(safeguards.faults)
        hooks.employed_codes.append(safeguards.employed_codes)
