"""Documents made once and read by every test."""

from collections.abc import Iterator

import pytest

from tests.tools import paper


@pytest.fixture(scope="package", autouse=True)
def laid_out_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        paper.lay_out_once(patch, tmp_path_factory)
        yield
