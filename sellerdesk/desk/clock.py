"""The only reading of the clock: views and commands ask it, nothing below them does."""

from datetime import date

from django.utils import timezone


def today() -> date:
    """The day in Paris."""
    return timezone.localdate()
