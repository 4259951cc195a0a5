"""The engine's two packages, in a folder that git does not see."""

import json
import shutil
import subprocess
from pathlib import Path

CACHE = Path(__file__).resolve().parents[3] / "var" / "bench" / "node"
# The versions that made the cases of tests/vectors.
VERSIONS = {"modele-social": "11.1.0", "publicodes": "1.10.3"}
NAME = ", ".join(f"{package} {version}" for package, version in VERSIONS.items())
_PATIENCE = 300
# No lock file: it would name a package host. No scripts: neither package has any to run.
_QUIETLY = (
    "--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund",
    "--loglevel=error",
)  # fmt: skip


class UnavailableError(Exception):
    """Why the engine cannot be measured here, in a few words."""


def installed(cache: Path = CACHE) -> Path:
    """Return the folder that holds both packages, once npm has put them there."""
    for program in ("node", "npm"):
        if not shutil.which(program):
            raise UnavailableError(f"{program} is not installed")
    if _versions(cache) != VERSIONS:
        _install(cache)
    return cache


def _versions(cache: Path) -> dict[str, str]:
    files = {package: cache / "node_modules" / package / "package.json" for package in VERSIONS}
    return {
        package: json.loads(file.read_text())["version"]
        for package, file in files.items()
        if file.is_file()
    }


def _install(cache: Path) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    # Without this file npm climbs to the first folder that has one.
    (cache / "package.json").write_text('{"private": true, "type": "module"}\n')
    wanted = [f"{package}@{version}" for package, version in VERSIONS.items()]
    try:
        done = subprocess.run(
            ["npm", "install", *_QUIETLY, *wanted], cwd=cache,
            capture_output=True, text=True, timeout=_PATIENCE, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise UnavailableError(f"npm took more than {_PATIENCE} s to install it") from None
    if done.returncode or _versions(cache) != VERSIONS:
        raise UnavailableError("npm could not install it" + _first_line(done.stderr))


def _first_line(text: str) -> str:
    lines = text.strip().splitlines()
    return f" ({lines[0].strip()})" if lines else ""
