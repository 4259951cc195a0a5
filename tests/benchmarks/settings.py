"""The site's settings with the views it is measured against; no CSRF token to carry around."""

from sellerdesk.settings import *  # noqa: F403
from sellerdesk.settings import MIDDLEWARE as _ALL

ROOT_URLCONF = "tests.benchmarks.views"
MIDDLEWARE = [name for name in _ALL if "csrf" not in name]
