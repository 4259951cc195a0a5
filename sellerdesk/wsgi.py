"""The WSGI entry point."""

import os
import sys

from django.core.wsgi import get_wsgi_application

from sellerdesk.env import EnvironmentProblem

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sellerdesk.settings")
try:
    application = get_wsgi_application()
except EnvironmentProblem as problem:
    sys.exit(str(problem))  # a sentence rather than a traceback
