"""Call the check command inside the tests' own process, on trees that a test writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from guide import check_command


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call of the command gave: its status and what it wrote to both streams."""

    status: int
    out: str
    err: str

    @property
    def places(self) -> list[str]:
        """The place and the rule of each line of a text report."""
        return [": ".join(line.split(": ")[:2]) for line in self.out.splitlines()]


Check = Callable[..., Answer]


def caller(capsys: pytest.CaptureFixture[str]) -> Check:
    """Return a function that calls the command with the given words, in the working folder."""

    def call(*words: str) -> Answer:
        status = check_command.main([*words])
        captured = capsys.readouterr()
        return Answer(status, captured.out, captured.err)

    return call


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by their paths below a folder; return the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return folder


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return the content of every file below a folder, and when it was last changed."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}
