"""PDF made quickly: a layout takes seconds, so none is done twice, or where the text is enough."""

import os
from hashlib import sha256
from pathlib import Path

import pytest


def lay_out_once(patch: pytest.MonkeyPatch, factory: pytest.TempPathFactory) -> None:
    """Keep what is laid out: equal texts give equal bytes, as tests/reports/test_pdf.py checks."""
    from sellerdesk.reports import pdf  # WeasyPrint: a second that other tests need not wait

    real, folder = pdf.lay_out, _shared(factory)

    def lay_out(text: str) -> bytes:
        kept = folder / f"{sha256(text.encode()).hexdigest()}.pdf"
        if not kept.exists():
            own = kept.with_suffix(f".{os.getpid()}")
            own.write_bytes(real(text))
            own.replace(kept)
        return kept.read_bytes()

    patch.setattr(pdf, "lay_out", lay_out)


def _shared(factory: pytest.TempPathFactory) -> Path:
    """A folder of the whole session: with xdist, each worker has its own inside it."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "paper"
    folder.mkdir(exist_ok=True)
    return folder


def lay_out_nothing(patch: pytest.MonkeyPatch) -> None:
    """A document is its text: what a view sends is compared to the character."""
    from sellerdesk.reports import pdf

    patch.setattr(pdf, "lay_out", lambda text: b"%PDF-" + text.encode())
