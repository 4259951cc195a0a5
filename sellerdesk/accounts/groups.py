"""The names of the groups; each room gives them the permissions on its own models."""

from typing import Final

EDITOR: Final = "éditeur"
REVIEWER: Final = "vérificateur"
READER: Final = "lecteur"

GROUPS: Final = (EDITOR, REVIEWER, READER)
