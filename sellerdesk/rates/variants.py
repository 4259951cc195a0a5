"""Named variants of a rate book: what another authority takes where the law has other values.

`fixtures/variants/` holds one file a variant. A variant never enters the book: it has its own
stamp, its values their own source.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.conf import settings

from calculators.kit.rates import RateBook
from sellerdesk.rates.errors import FixtureError, UnknownVariantError
from sellerdesk.rates.fixture_schema import VariantFile
from sellerdesk.rates.fixtures import read_as

FOLDER = Path("fixtures") / "variants"


def variant(book: RateBook, name: str) -> RateBook:
    """The variant of a book, made once for it; UnknownVariantError names those there are.

    A book of before a rate has nothing of it to replace.
    """
    known: RateBook | None = book.memo.get(("variant", name))
    if known is not None:
        return known
    described = variants()
    if name not in described:
        listed = ", ".join(described)
        raise UnknownVariantError(f"Aucune variante ne s’appelle « {name} ». Il y a : {listed}.")
    file, codes = described[name], set(book.codes())
    values = {code: value for code, value in file.valeurs.items() if code in codes}
    made = book.variant(name, values, on=file.le, source=file.titre, reference=file.reference)
    book.memo["variant", name] = made
    return made


@cache
def variants() -> Mapping[str, VariantFile]:
    """Every variant by its name; FixtureError for a file that does not describe one."""
    return read_variants(Path(settings.BASE_DIR) / FOLDER)


def read_variants(folder: Path) -> dict[str, VariantFile]:
    """The variants of a folder; each is named as its file is."""
    files = {
        path.stem: read_as(VariantFile, path, path.name) for path in sorted(folder.glob("*.yaml"))
    }
    for stem, content in files.items():
        if content.variante != stem:
            raise FixtureError(f"{stem}.yaml : la variante s’y appelle « {content.variante} ».")
    return files
