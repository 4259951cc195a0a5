"""Rate files on disk → validated tables. No database here."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from sellerdesk.rates.errors import FixtureError
from sellerdesk.rates.fixture_schema import TableFile, sentence

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is ten times faster

_AS_TEXT = ("tag:yaml.org,2002:float", "tag:yaml.org,2002:timestamp")


class _Loader(_Base):  # type: ignore[misc]
    """Keeps 12.0 and dates as written (no float touches a rate); refuses a repeated key."""

    yaml_implicit_resolvers = {
        first: [pair for pair in pairs if pair[0] not in _AS_TEXT]
        for first, pairs in _Base.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        """Read a mapping, each key once."""
        keys = [key.value for key, _ in node.value]
        repeated = next((key for key in keys if keys.count(key) > 1), None)
        if repeated is not None:
            raise yaml.MarkedYAMLError(problem=f"« {repeated} » y figure deux fois",
                                       problem_mark=node.start_mark)  # fmt: skip
        return super().construct_mapping(node, deep=deep)


@dataclass(frozen=True, slots=True)
class Loaded:
    """One validated file and where it stands."""

    name: str
    folder: str
    content: TableFile


def read_all(path: Path) -> list[Loaded]:
    """Read a file, or every YAML file under a folder; raise FixtureError at the first fault."""
    if not path.exists():
        raise FixtureError(f"{path} : fichier ou dossier introuvable.")
    root = path if path.is_dir() else path.parent
    found = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
    files = [_read(file, root) for file in found]
    _check_across(files)
    return files


def _read(file: Path, root: Path) -> Loaded:
    name = str(file.relative_to(root))
    return Loaded(name, file.parent.name, read_as(TableFile, file, name))


def read_as[M: BaseModel](model: type[M], file: Path, name: str) -> M:
    """A YAML file as a model; FixtureError says in French what is wrong, and where."""
    try:
        raw = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  safe base
        return model.model_validate(raw)
    except yaml.MarkedYAMLError as error:
        line = f", ligne {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise FixtureError(f"{name}{line} : YAML illisible ({error.problem}).") from None
    except (UnicodeDecodeError, yaml.YAMLError):
        raise FixtureError(f"{name} : YAML illisible, en UTF-8 attendu.") from None
    except ValidationError as error:
        raise FixtureError(f"{name} : {sentence(error, raw)}.") from None


def _check_across(files: list[Loaded]) -> None:
    """Table codes, rate codes and version keys are unique over all the files."""
    seen: dict[tuple[str, str], str] = {}
    for file in files:
        for kind, name in _names(file.content):
            first = seen.setdefault((kind, name), file.name)
            if first != file.name:
                raise FixtureError(f"{file.name} : {kind} « {name} » déjà dans {first}.")


def _names(content: TableFile) -> Iterator[tuple[str, str]]:
    yield "barème", content.table
    yield from (("taux", slot.code) for slot in content.valeurs)
    yield from (("version", version.cle) for version in content.versions)
