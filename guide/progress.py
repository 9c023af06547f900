"""Say what a long command is doing: a running clock on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def step(name: str) -> Iterator[None]:
    """Announce a step, and how many seconds it took when it ends."""
    start = time.monotonic()
    ended = threading.Event()
    clock = threading.Thread(target=tick, args=(name, start, ended), daemon=True)
    if sys.stdout.isatty():
        clock.start()
    else:
        print(f"{name} …", flush=True)  # noqa: T201
    try:
        yield
    finally:
        ended.set()
        if clock.is_alive():
            clock.join()
        lead = "\r\x1b[K" if sys.stdout.isatty() else ""
        print(f"{lead}{name}: {time.monotonic() - start:.1f} s", flush=True)  # noqa: T201


def tick(name: str, start: float, ended: threading.Event) -> None:
    """Rewrite the line of a step until it ends."""
    while not ended.wait(0.2):
        print(f"\r\x1b[K{name} … {time.monotonic() - start:.0f} s", end="", flush=True)  # noqa: T201
