"""The site's settings, with the views it is measured against."""

from sellerdesk.settings import *  # noqa: F403

ROOT_URLCONF = "tests.benchmarks.views"
