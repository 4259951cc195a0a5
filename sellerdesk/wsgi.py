"""The WSGI entry point."""

import os
import sys

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from sellerdesk.env import EnvironmentProblem

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sellerdesk.settings")
try:
    application = get_wsgi_application()
    # The pages are imported here, once, and not by each worker's first visitor.
    _ = get_resolver().url_patterns
except EnvironmentProblem as problem:
    sys.exit(str(problem))  # a sentence rather than a traceback
