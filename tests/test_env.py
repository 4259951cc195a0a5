"""A bad value of the environment is one sentence that names it."""

from pathlib import Path

import pytest

from sellerdesk.database import database
from sellerdesk.env import Env, EnvironmentProblem


def test_an_absent_or_empty_value_is_the_default() -> None:
    env = Env({"EMPTY": "  "})

    assert env.text("EMPTY", "x") == "x"
    assert env.flag("NONE", default=True) is True
    assert env.integer("NONE", 3) == 3
    assert env.choice("NONE", ("dev", "prod")) == "dev"
    assert env.items("NONE") == []


@pytest.mark.parametrize(("raw", "value"), [("1", True), ("oui", True), ("False", False)])
def test_a_flag_is_read_in_both_languages(raw: str, value: bool) -> None:
    assert Env({"F": raw}).flag("F", default=not value) is value


def test_a_list_drops_spaces_and_empty_parts() -> None:
    assert Env({"L": " a.fr, b.fr ,,"}).items("L") == ["a.fr", "b.fr"]


@pytest.mark.parametrize("raw", ["peut-être", "2"])
def test_a_flag_that_is_neither_stops(raw: str) -> None:
    with pytest.raises(EnvironmentProblem, match=rf"^F vaut « {raw} » : écrire 1 ou 0\.$"):
        Env({"F": raw}).flag("F", default=False)


@pytest.mark.parametrize("raw", ["-1", "1.5", "dix", "²", "0"])
def test_an_integer_that_is_none_or_too_small_stops(raw: str) -> None:
    with pytest.raises(EnvironmentProblem, match=r"^N vaut .* entier, au moins 1"):
        Env({"N": raw}).integer("N", 5, least=1)


def test_a_choice_out_of_the_list_stops() -> None:
    with pytest.raises(EnvironmentProblem, match="écrire dev ou prod"):
        Env({"E": "production"}).choice("E", ("dev", "prod"))


def test_a_required_value_that_is_absent_stops() -> None:
    with pytest.raises(EnvironmentProblem, match=r"^KEY manque : pour signer"):
        Env({}).required("KEY", "pour signer")


def test_without_url_the_database_is_a_sqlite_file_that_queues_its_writes(tmp_path: Path) -> None:
    config = database("", tmp_path / "new" / "db.sqlite3")

    assert config["NAME"] == tmp_path / "new" / "db.sqlite3"
    assert config["NAME"].parent.is_dir()
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_postgres_url_keeps_its_socket_folder(tmp_path: Path) -> None:
    config = database("postgres://me@/base?host=/run/Socket", tmp_path / "db")

    assert config["ENGINE"] == "django.db.backends.postgresql"
    assert (config["USER"], config["NAME"]) == ("me", "base")
    assert config["OPTIONS"]["host"] == "/run/Socket"


@pytest.mark.parametrize("url", ["nowhere://x", "postgres://h:port/b", "bonjour"])
def test_an_unreadable_url_stops(url: str, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="DATABASE_URL est illisible"):
        database(url, tmp_path / "db")
