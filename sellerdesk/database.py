"""The database named by DATABASE_URL; SQLite in a folder of the project without it."""

from pathlib import Path
from typing import Any

import dj_database_url

from sellerdesk.env import EnvironmentProblem

# A write takes its lock at BEGIN and waits for it: without this, two workers that read
# and then write end with « database is locked » instead of queueing.
_SQLITE_OPTIONS: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
}


def database(url: str, default: Path) -> dict[str, Any]:
    """Return Django's configuration for a URL, or for the SQLite file at `default`."""
    if not url:
        default.parent.mkdir(parents=True, exist_ok=True)
        return _sqlite({"ENGINE": "django.db.backends.sqlite3", "NAME": default})
    try:
        config: dict[str, Any] = {
            **dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
        }
    except ValueError:
        raise EnvironmentProblem(
            "DATABASE_URL est illisible : écrire postgres://utilisateur:secret@hôte/base "
            "ou sqlite:////chemin/base.sqlite3."
        ) from None
    return _sqlite(config) if config["ENGINE"].endswith("sqlite3") else config


def _sqlite(config: dict[str, Any]) -> dict[str, Any]:
    return {**config, "CONN_MAX_AGE": 60, "OPTIONS": _SQLITE_OPTIONS}
