"""Serve a built site as GitHub Pages does: folders by their index.html, everything unknown by 404.html with status 404."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from .building import Built


@dataclass(frozen=True, slots=True)
class Host:
    """A site being served."""

    built: Built
    origin: str

    @property
    def base(self) -> str:
        """The address of the site's root."""
        return self.origin + self.built.prefix

    def path(self, address: str) -> str:
        """Return what follows the site's root in an address of this host."""
        assert address.startswith(self.base), f"{address} is not below {self.base}"
        return address.removeprefix(self.base)


class Server(ThreadingHTTPServer):
    """A server that says nothing when a browser hangs up early."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent; a test that misses its answer fails by itself."""


class Handler(SimpleHTTPRequestHandler):
    """Answers with files below a prefix."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *words: object, prefix: str, directory: str) -> None:
        self.prefix = prefix
        super().__init__(*words, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """Return the file for an address; outside the prefix there is none."""
        if not path.startswith(self.prefix):
            return str(Path(self.directory, "no such file"))
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer with the file, or with 404.html."""
        path = Path(self.translate_path(self.path))
        known = (path / "index.html" if path.is_dir() else path).is_file()
        return super().send_head() if known else self.send_missing()

    def send_missing(self) -> BytesIO:
        """Answer with 404.html and status 404."""
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def end_headers(self) -> None:
        """Let browsers keep what they fetched, for as long as GitHub Pages does."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@contextmanager
def serve(built: Built) -> Iterator[Host]:
    """Serve a built site on a free port while the context is open."""
    with Server(("127.0.0.1", 0), partial(Handler, prefix=built.prefix, directory=str(built.folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Host(built, f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
