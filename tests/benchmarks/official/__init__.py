"""Urssaf's own engine (modele-social on publicodes), timed on the situations it is given."""

from tests.benchmarks.official.against import Way, against
from tests.benchmarks.official.packages import NAME, UnavailableError
from tests.benchmarks.official.process import Case, Engine, Timing, running, seconds_per_case

__all__ = [
    "NAME",
    "Case",
    "Engine",
    "Timing",
    "UnavailableError",
    "Way",
    "against",
    "running",
    "seconds_per_case",
]
