"""The accounts application."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who may log in, and the groups they belong to."""

    name = "sellerdesk.accounts"
    label = "accounts"
    verbose_name = "Comptes"
