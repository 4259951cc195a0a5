"""What the calculators tell the rates, which do not know them: the desk fills these lists.

A check reads a book that is about to be published and yields a French sentence for each
fault; a publication that would bring a new fault is refused.
"""

from collections.abc import Callable, Iterable

from calculators.kit.rates import RateBook

type BookCheck = Callable[[RateBook], Iterable[str]]
type Employed = Callable[[], Iterable[str]]

book_checks: list[BookCheck] = []
employed_codes: list[Employed] = []


def new_faults(before: RateBook, after: RateBook) -> list[str]:
    """Faults of a book that the one before did not have: a repair is never refused."""
    known = set(_faults(before))
    return [fault for fault in _faults(after) if fault not in known]


def employed() -> frozenset[str]:
    """The codes that some calculator may ask for."""
    return frozenset(code for codes in employed_codes for code in codes())


def _faults(book: RateBook) -> list[str]:
    return [fault for check in book_checks for fault in check(book)]
