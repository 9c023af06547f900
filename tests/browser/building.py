"""Build the site as MkDocs builds it, for one host root and for one path below a host, both at the same time."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
HOST = "https://guide.example"


@dataclass(frozen=True, slots=True)
class Built:
    """A built site: its folder, and the path below which it expects to be published."""

    folder: Path
    prefix: str

    @property
    def published(self) -> str:
        """The address the pages give as their own."""
        return HOST + self.prefix


def build_all(folder: Path, prefixes: dict[str, str]) -> dict[str, Built]:
    """Build the site once for each prefix; stop with what MkDocs said where a build fails."""
    sites = {name: Built(folder / name, prefix) for name, prefix in prefixes.items()}
    running = {name: start(site) for name, site in sites.items()}
    said = {name: process.communicate()[0] for name, process in running.items()}
    for name, process in running.items():
        if process.returncode:
            pytest.fail(f"mkdocs build --strict for {sites[name].published} failed:\n{gist(said[name])}", pytrace=False)
    return sites


def gist(output: str) -> str:
    """Return the lines that say what is wrong, or everything where no line does."""
    lines = [line for line in output.splitlines() if line.startswith(("WARNING", "ERROR"))]
    return "\n".join(lines) or output


def start(site: Built) -> subprocess.Popen[str]:
    """Start one build."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site.folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": site.published}
    return subprocess.Popen(
        command, cwd=PROJECT, env=environment, text=True, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
