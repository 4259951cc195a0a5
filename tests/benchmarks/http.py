"""The answer to a key stroke, at the median, on gunicorn."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from itertools import cycle
from socket import socket
from time import sleep
from urllib.parse import urlencode

from calculators.catalogue import calculators
from tests.benchmarks.measure import Ratio, compare

_ROUNDS = 400
_TOKEN = "a" * 32


def _free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _server() -> Iterator[int]:
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "--workers", "1", "--bind", f"127.0.0.1:{port}",
               "--no-control-socket", "--log-level", "warning", "sellerdesk.wsgi"]  # fmt: skip
    settings = {"DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings"}
    server = subprocess.Popen(command, env={**os.environ, **settings})
    try:
        for _ in range(100):
            try:
                _ask(port, "GET", "/bench/bare/")
                break
            except OSError:
                sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait()


def _ask(port: int, method: str, path: str, body: str | None = None) -> bytes:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    headers = {"HX-Request": "true", "Content-Type": "application/x-www-form-urlencoded",
               "Cookie": f"csrftoken={_TOKEN}", "X-CSRFToken": _TOKEN}  # fmt: skip
    connection.request(method, path, body, headers if body else {})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    if answer.status != 200:
        raise RuntimeError(f"{path}: {answer.status}")
    return content


def ratios() -> Iterator[Ratio]:
    """Typing in marge-vente's form: the example, another price at each stroke."""
    example = calculators()["marge-vente"].example
    bodies = cycle(
        [urlencode({**example, "prix_vente": f"{n / 100:.2f}"}) for n in range(9000, 19000)]
    )
    with _server() as port:

        def ours() -> bytes:
            return _ask(port, "POST", "/calculs/marge-vente/", next(bodies))

        for name, path, aim in (
            ("HTMX answer / bare view with a small template", "/bench/bare/", "≤ 3"),
            ("HTMX answer / rendering the same finished context", "/bench/rendered/", "≤ 1.5"),
        ):
            yield compare(name, ours, partial(_ask, port, "GET", path), aim=aim, rounds=_ROUNDS)
