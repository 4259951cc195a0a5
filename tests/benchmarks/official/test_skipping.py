"""Without Node the measure is skipped in one line, and nothing breaks."""

from pathlib import Path

import pytest

from tests.benchmarks import official


def program(folder: Path, name: str, body: str) -> None:
    """Put a command of that name on the path."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{body}\n")
    file.chmod(0o755)


def test_a_machine_without_node(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert official.seconds_per_case([{}], ["date"], cache=tmp_path / "node") is None
    assert capsys.readouterr().err == "official engine skipped: node is not installed\n"
    assert not (tmp_path / "node").exists()


def test_an_install_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program(tmp_path, "node", "exit 1")
    program(tmp_path, "npm", "echo 'npm error code ENOTFOUND' >&2; echo more >&2; exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert official.seconds_per_case([{}], ["date"], cache=tmp_path / "cache") is None
    assert capsys.readouterr().err == (
        "official engine skipped: npm could not install it (npm error code ENOTFOUND)\n"
    )


def test_an_engine_that_dies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program(tmp_path, "node", "exit 1")
    program(tmp_path, "npm", "exit 1")
    for package, version in (("modele-social", "11.1.0"), ("publicodes", "1.10.3")):
        folder = tmp_path / "cache" / "node_modules" / package
        folder.mkdir(parents=True)
        (folder / "package.json").write_text(f'{{"version": "{version}"}}')
    monkeypatch.setenv("PATH", str(tmp_path))

    assert official.seconds_per_case([{}], ["date"], cache=tmp_path / "cache") is None
    assert capsys.readouterr().err == "official engine skipped: its process stopped\n"
