"""The site's settings, with what only tests want."""

from sellerdesk.settings import *  # noqa: F403
from sellerdesk.settings import DATABASES, STORAGES, TEMPLATES
from tests.tools.strict_templates import UnknownVariable

# A misspelt variable fails instead of printing nothing.
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UnknownVariable("%s")
TEMPLATES[0]["OPTIONS"]["debug"] = False

# Names without hash: no test depends on a collectstatic that came before.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast, and protects nobody

# The live server makes a thread per request: a kept connection would never be closed.
DATABASES["default"]["CONN_MAX_AGE"] = 0
