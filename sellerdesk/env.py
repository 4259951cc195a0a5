"""Typed readers of the environment; a bad value is one sentence and stops the start."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ImproperlyConfigured

_BOOLEANS = {
    **dict.fromkeys(("1", "true", "yes", "on", "oui"), True),
    **dict.fromkeys(("0", "false", "no", "off", "non"), False),
}


class EnvironmentProblem(ImproperlyConfigured):
    """A setting of the environment is missing or unreadable; its text is for the operator."""


@dataclass(frozen=True, slots=True)
class Env:
    """Reads one environment; an empty value counts as absent."""

    values: Mapping[str, str] = field(default_factory=lambda: os.environ)

    def text(self, name: str, default: str = "") -> str:
        """Return the value without surrounding spaces, or the default."""
        return self.values.get(name, "").strip() or default

    def required(self, name: str, why: str) -> str:
        """Return the value; its absence stops the start and says what it is for."""
        value = self.text(name)
        if not value:
            raise EnvironmentProblem(f"{name} manque : {why}.")
        return value

    def flag(self, name: str, *, default: bool) -> bool:
        """Return a yes or no (1/0, true/false, oui/non)."""
        raw = self.text(name)
        if not raw:
            return default
        try:
            return _BOOLEANS[raw.lower()]
        except KeyError:
            raise EnvironmentProblem(f"{name} vaut « {raw} » : écrire 1 ou 0.") from None

    def integer(self, name: str, default: int, *, least: int = 0) -> int:
        """Return a whole number that is not below `least`."""
        raw = self.text(name)
        if not raw:
            return default
        if not (raw.isascii() and raw.isdigit()) or int(raw) < least:
            raise EnvironmentProblem(
                f"{name} vaut « {raw} » : écrire un nombre entier, au moins {least}."
            )
        return int(raw)

    def choice(self, name: str, choices: tuple[str, ...]) -> str:
        """Return one of the choices; the first one is the default."""
        raw = self.text(name, choices[0])
        if raw not in choices:
            raise EnvironmentProblem(f"{name} vaut « {raw} » : écrire {' ou '.join(choices)}.")
        return raw

    def items(self, name: str) -> list[str]:
        """Return the parts of a comma-separated value."""
        return [part.strip() for part in self.text(name).split(",") if part.strip()]
