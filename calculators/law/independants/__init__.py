"""The self-employed at the real regime (EI, EURL), before and after the reform of 2025.

`independant` fills the lines of a year; the other modules hold its rules.
"""

from calculators.law.independants.independant import CODES, Independant, deduire, independant
from calculators.law.independants.regles import Regime

__all__ = ["CODES", "Independant", "Regime", "deduire", "independant"]
